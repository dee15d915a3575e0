import { splitBrackets } from '../../text/label.js';
import { isLikeNumber, isWeightFirst, readNumber, readShare } from '../../text/number.js';
import { type Cell, type Draft, part } from '../draft.js';
import type { TableView } from '../table-view.js';
import { keyOf, pointsBehind } from '../vocabulary/label-key.js';
import { TOTAL, TOTAL_PART } from '../vocabulary/labels.js';
import { isGrade } from '../vocabulary/placeholders.js';
import type { IndicatorColumn } from '../vocabulary/spellings.js';
import type { Header } from './column-header.js';

/** The label of a total row, if this is one: it stands before everything else in the row. */
export function totalLabel(view: TableView, row: number): Cell | null {
  const first = view.starting(row).find((cell) => !view.isClaimed(cell) && cell.text !== '');
  if (!first) return null;
  const key = keyOf(first.text);
  // 得分 alone is the label of a column; with its points, alone in its row, it states the total.
  const isAlone = view.starting(row).every((cell) => cell === first || cell.text === '');
  const isTotal = TOTAL.get(key) === 'score' || (key === '得分' && isAlone && pointsBehind(first.text) !== null);
  return isTotal ? first : null;
}

/**
 * Reads a total row. Where it stands under an indicator table, the columns tell weight and score apart; elsewhere the last
 * number is the score, and one before it the weight.
 */
export function readTotal(
  view: TableView,
  row: number,
  label: Cell,
  header: Header<IndicatorColumn> | null,
  draft: Draft,
): void {
  const { total } = draft.report;
  view.claimLabel(label);
  readParts(view, label, draft);
  const rest = view.starting(row).filter((cell) => cell.col > label.col && !view.isClaimed(cell));
  const column = (field: IndicatorColumn): Cell | undefined => {
    const c = header?.columns.find((known) => known.field === field);
    const cell = c && view.at(row, c.col);
    return cell && cell.col === c.col && cell.colSpan === c.colSpan && rest.includes(cell) ? cell : undefined;
  };
  const heading = header?.columns.find(({ field }) => field === 'score')?.header.text ?? label.text;
  let weight = column('weight');
  let score = column('score');
  if (!score) {
    // Behind a label of its own stands the value of that label.
    const label = rest.findIndex((cell, i) => i > 0 && cell.text !== '' && !isStated(cell) && !isBlank(cell));
    const own = label < 0 ? rest : rest.slice(0, label);
    const numbers = own.filter((cell) => cell !== weight && isStated(cell));
    score = numbers.at(-1);
    weight ??= numbers.at(-2);
  }
  for (const [field, cell] of [
    ['weight', weight],
    ['score', score],
  ] as const) {
    if (!cell) continue;
    view.claim(cell);
    if (total[field] === null) readFigure(field, cell, isShare(cell.text) ? heading : label.text, draft);
    // A total that is stated twice is kept twice where the two differ.
    else if (stated(cell, heading) !== total[field]) draft.extra(label.text, cell);
    else view.claimLabel(cell);
  }
  readOwn(label, rest, view, draft);
}

/** What the label itself states, 总分：98.5分（优）, and a grade that stands beside it without a label. */
function readOwn(label: Cell, rest: readonly Cell[], view: TableView, draft: Draft): void {
  const { total } = draft.report;
  const points = pointsBehind(label.text);
  const field = total.score === null ? 'score' : 'weight';
  if (points !== null && total[field] === null) total[field] = draft.note(`/total/${field}`, points, label);
  const group = splitBrackets(label.text).groups.at(-1) ?? '';
  if (isGrade(group)) total.grade ??= draft.note('/total/grade', group, part(label, group));
  const grade = total.grade === null ? rest.find((cell) => isGrade(cell.text) && !view.isClaimed(cell)) : undefined;
  if (!grade) return;
  total.grade = draft.text('/total/grade', grade);
  view.claim(grade);
}

/** Whether a cell states a number, readable or not. */
const isStated = (cell: Cell): boolean => stated(cell) !== null || isLikeNumber(cell.text);
const isBlank = (cell: Cell): boolean => readNumber(cell.text).kind === 'blank';

/** The number that a cell states; of a score with its weight, the score, as the label of its column orders them. */
function stated({ text }: Cell, heading = ''): number | null {
  const reading = readNumber(text);
  return reading.kind === 'number' ? reading.value : (readShare(text, isWeightFirst(heading))?.score ?? null);
}

const isShare = (text: string): boolean => readShare(text) !== null;

function readFigure(field: 'weight' | 'score', cell: Cell, label: string, draft: Draft): void {
  const { report } = draft;
  if (field === 'score') draft.score('/total', cell, label, report.total);
  else report.total.weight = draft.number('/total/weight', cell, label, report.extra);
}

/** A total row may have labels of its own, each with its value beside it, or below where the total spans two rows. */
function readParts(view: TableView, label: Cell, draft: Draft): void {
  const { total } = draft.report;
  for (const cell of view.starting(label.row)) {
    const field = cell === label ? undefined : TOTAL_PART.get(keyOf(cell.text));
    const value = label.rowSpan > cell.rowSpan ? view.below(cell) : view.right(cell);
    if (!field || !value || value.text === '' || view.isClaimed(value) || total[field] !== null) continue;
    view.claimLabel(cell);
    view.claim(value);
    if (field === 'grade') total.grade = draft.text('/total/grade', value);
    else readFigure(field, value, cell.text, draft);
  }
}

import { isLikeNumber, isWeightFirst, readNumber, readShare } from '../../text/number.js';
import { type Cell, type Draft, type Printed, part } from '../draft.js';
import type { TableView } from '../table-view.js';
import { keyOf } from '../vocabulary/label-key.js';
import { FUND_COLUMN, isSubtotal, TOTAL, TOTAL_PART } from '../vocabulary/labels.js';
import type { IndicatorColumn } from '../vocabulary/spellings.js';
import { isGrade, totalText } from '../vocabulary/total-text.js';
import { pointsColumns } from './block-points.js';
import type { Header } from './column-header.js';

/** The label of a total row, if this is one: it stands before everything else in the row. */
export function totalLabel(view: TableView, row: number): Cell | null {
  const first = view.starting(row).find((cell) => !view.isClaimed(cell) && cell.text !== '');
  return first && isTotal(first.text) && !isOfPart(first.text) ? first : null;
}

/** Whether a label is that of the total, or of the total and its weight: 自评得分/满分. */
export function isTotal(text: string): boolean {
  const [score = '', weight, ...others] = text.split(/[/／]/u).map(keyOf);
  if (others.length > 0 || TOTAL.get(score) !== 'score') return TOTAL.guess(keyOf(text)) === 'score';
  return weight === undefined || TOTAL_PART.get(weight) === 'weight';
}

/** A total of a part of the form says what it leaves out: 合计（不含预算执行率）. */
const isOfPart = (text: string): boolean => /[（(][^（()）]*(不含|不包括|未含|除外)[^（()）]*[)）]/u.test(text);

/**
 * The label of a row that states the points of a part of the form behind it, in nothing but numbers: 指标得分小计,
 * 预算执行率得分, 合计（不含预算执行率）.
 */
export function partTotalLabel(view: TableView, row: number): Cell | null {
  const [label, ...rest] = view.starting(row).filter(({ text }) => text !== '');
  if (!label || rest.length === 0 || !rest.every((cell) => isStated(cell) || isBlank(cell))) return null;
  const isPart = (isTotal(label.text) && isOfPart(label.text)) || isSubtotal(label.text) || isPartScore(label.text);
  return isPart && rest.some(isStated) ? label : null;
}

const isPartScore = (text: string): boolean => FUND_COLUMN.get(keyOf(text)) === 'score' && !isTotal(text);

/** Keeps what such a row states in `extra`. */
export function readPartTotal(view: TableView, label: Cell, draft: Draft): void {
  const numbers = view.starting(label.row).filter((cell) => cell !== label && isStated(cell));
  const places = numbers.flatMap((cell) => cell.places);
  draft.aside(label.text, { text: numbers.map(({ text }) => text).join(' '), places });
  view.claimLabel(label);
  view.claim(...view.starting(label.row));
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
  for (const cell of view.starting(row)) {
    if (cell === label || view.isClaimed(cell)) continue;
    if (readBareGrade(cell, draft) || readTotalText(cell.text, cell, draft)) view.claim(cell);
  }
  let rest = view.starting(row).filter((cell) => cell.col > label.col && !view.isClaimed(cell));
  const column = (field: IndicatorColumn): Cell | undefined => {
    const own = header?.columns.find((known) => known.field === field);
    const c = own ?? pointsColumns(view).find((known) => known.field === field)?.head;
    const cell = c && view.at(row, c.col);
    return cell && cell.col === c.col && cell.colSpan === c.colSpan && rest.includes(cell) ? cell : undefined;
  };
  // The total of who reviewed has no key: it is kept under the label of its column.
  const reviewed = column('reviewedScore');
  const over = header?.columns.find(({ field }) => field === 'reviewedScore')?.header.text ?? '';
  if (reviewed && isStated(reviewed)) {
    draft.extra(over, reviewed);
    view.claim(reviewed);
    rest = rest.filter((cell) => cell !== reviewed);
  }
  view.claim(...rest.filter((cell) => cell.text !== '' && isBlank(cell) && cell !== column('score')));
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
  if (TOTAL.guess(keyOf(label.text)) === 'score' && !TOTAL.has(keyOf(label.text)))
    draft.matched('/total/score', label, TOTAL.nameOf('score'));
  readOtherColumns(view, row, header, draft);
}

/** Numbers under columns without a meaning for the total are kept under the labels of these. */
function readOtherColumns(view: TableView, row: number, header: Header<IndicatorColumn> | null, draft: Draft): void {
  for (const { header: label, col, colSpan } of header?.columns ?? []) {
    const cell = view.at(row, col);
    if (cell?.row !== row || cell.col !== col || cell.colSpan !== colSpan || view.isClaimed(cell)) continue;
    if (label.text === '' || !isStated(cell)) continue;
    draft.extra(label.text, cell);
    view.claim(cell);
  }
}

/** Reads a grade that stands without a label; false where it is none, or known already. */
export function readBareGrade(cell: Cell, draft: Draft): boolean {
  const { total } = draft.report;
  if (total.grade !== null || !isGrade(cell.text)) return false;
  total.grade = draft.text('/total/grade', cell);
  return true;
}

/** Reads a total that is stated with its label in one text, a grade behind it too; false where the text is none. */
export function readTotalText(text: string, source: Printed, draft: Draft): boolean {
  const { total } = draft.report;
  const read = totalText(text);
  if (!read || total.score !== null) return false;
  readFigure('score', part(source, read.score), read.label, draft);
  if (read.grade) total.grade ??= draft.note('/total/grade', read.grade, part(source, read.grade));
  return true;
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

function readFigure(field: 'weight' | 'score', cell: Printed, label: string, draft: Draft): void {
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

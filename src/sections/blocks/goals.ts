import { joinLines } from '../../text/join.js';
import type { Cell, Draft, Printed } from '../draft.js';
import type { TableView } from '../table-view.js';
import { splitInline } from '../vocabulary/inline-pairs.js';
import { keyOf } from '../vocabulary/label-key.js';
import { GOAL, GOAL_BLOCK, INDICATOR_COLUMN, isIndicatorBlock, LABEL_KEYS } from '../vocabulary/labels.js';
import { isGuidance } from '../vocabulary/left-over.js';
import type { GoalField } from '../vocabulary/spellings.js';

const isGoalLabel = (cell: Cell | undefined): boolean => cell !== undefined && GOAL.has(keyOf(cell.text));

/** A goal whose label stands before it in its cell: 预期目标：修复林地860亩. Null where it is none. */
function inlineGoal({ text }: Cell): { field: GoalField; label: string; value: string } | null {
  const [label, value] = splitInline(text) ?? ['', ''];
  const field = value === '' ? undefined : GOAL.get(keyOf(label));
  return field ? { field, label, value } : null;
}

/** Whether a label of the goals block starts in this row. */
export function startsGoals(view: TableView, row: number): boolean {
  const starts = (cell: Cell): boolean =>
    isGoalLabel(cell) || GOAL_BLOCK.has(keyOf(cell.text)) || inlineGoal(cell) !== null;
  return view.starting(row).some((cell) => !view.isClaimed(cell) && starts(cell));
}

/**
 * What a cell means that names a goal in words of its own: it stands first in its row or behind what was read, and before a
 * text. Only asked where the vocabulary knows no label of another kind.
 */
function guessedGoal(view: TableView, cell: Cell): GoalField | undefined {
  const key = keyOf(cell.text);
  if (view.isClaimed(cell) || LABEL_KEYS.has(key) || isIndicatorBlock(cell.text)) return undefined;
  const before = view.starting(cell.row).findLast(({ col, text }) => col < cell.col && text !== '');
  const right = view.right(cell);
  const isBeforeText = right?.row === cell.row && right.text.length > cell.text.length && !view.isClaimed(right);
  return (before === undefined || view.isClaimed(before)) && isBeforeText ? GOAL.guess(key) : undefined;
}

/** Whether a row may hold goals under labels that the vocabulary does not have. */
export const mayHoldGoals = (view: TableView, row: number): boolean =>
  view.starting(row).some((cell) => guessedGoal(view, cell) !== undefined);

/**
 * Reads the goal labels of a row. A goal's text stands beside its label, or below where the labels stand side by side. A
 * label with goal labels to its right names the block.
 */
export function readGoals(
  view: TableView,
  row: number,
  draft: Draft,
  isLabel: (cell: Cell) => boolean,
  isOtherBlock: (row: number) => boolean,
): void {
  if (readGoalList(view, row, draft, isOtherBlock)) return;
  for (const cell of view.starting(row)) {
    if (view.isClaimed(cell)) continue;
    const inline = inlineGoal(cell);
    if (inline) {
      view.claim(cell);
      setGoal(inline.field, inline.label, { text: inline.value, places: cell.places }, draft);
      continue;
    }
    const guessed = guessedGoal(view, cell);
    const field = GOAL.get(keyOf(cell.text)) ?? guessed;
    const right = view.right(cell);
    const below = view.below(cell);
    if (!field && !GOAL_BLOCK.has(keyOf(cell.text))) continue;
    const namesBlock =
      right !== undefined &&
      isGoalLabel(right) &&
      (cell.rowSpan > 1 || !below || below.text === '' || !holdsColumns(below, cell) || isGoalLabel(below));
    const wholeRow = right === undefined && cell.col === 0;
    if (namesBlock || (wholeRow && below !== undefined && startsGoals(view, below.row))) {
      view.claimLabel(cell);
      continue;
    }
    if (!field) continue;
    const texts = valueCells(view, cell, right, isLabel, isOtherBlock);
    view.claimLabel(cell);
    view.claim(...texts);
    const text = joinLines(texts.map((t) => t.text));
    const printed = { text, places: texts.flatMap((t) => t.places) };
    setGoal(field, cell.text, printed, draft);
    const pointer = `/goals/${field}`;
    if (guessed && draft.printed.get(pointer) === printed) draft.matched(pointer, cell, GOAL.nameOf(guessed));
  }
}

function setGoal(field: GoalField, label: string, printed: Printed, draft: Draft): void {
  const { goals } = draft.report;
  if (printed.text === '') return;
  if (isGuidance(printed.text)) draft.guidance(label, printed);
  else if (goals[field] === null) goals[field] = draft.note(`/goals/${field}`, printed.text, printed);
  else draft.extra(label, printed);
}

const POINTS: ReadonlySet<string | undefined> = new Set(['weight', 'score']);
const NUMBERS = /^(序号|编号|号|项次)$/u;

/**
 * Reads goals that are listed, a row each, under labels of which others number them or say what they got:
 * 序号｜年初目标｜完成情况｜得分. False where the row has no such labels.
 */
function readGoalList(view: TableView, row: number, draft: Draft, isOtherBlock: (row: number) => boolean): boolean {
  const [sides, heads] = [true, false].map((isSide) =>
    view.starting(row).filter(({ rowSpan, text }) => text !== '' && rowSpan > 1 === isSide),
  ) as [Cell[], Cell[]];
  const isOther = ({ text }: Cell): boolean =>
    NUMBERS.test(keyOf(text)) || POINTS.has(INDICATOR_COLUMN.get(keyOf(text)));
  if (!heads.some(isGoalLabel) || !heads.some(isOther) || !heads.every((h) => isGoalLabel(h) || isOther(h)))
    return false;
  const listed = new Map<Cell, Cell[]>(heads.map((head) => [head, []]));
  for (let r = row + 1; r < view.to && !isOtherBlock(r); r++) {
    const cells = view.starting(r);
    const under = cells.map(({ col, colSpan }) => heads.find((h) => h.col === col && h.colSpan === colSpan));
    if (cells.length === 0 || under.includes(undefined)) break;
    for (const [i, cell] of cells.entries()) if (cell.text !== '') listed.get(under[i] as Cell)?.push(cell);
  }
  view.claimLabel(...sides, ...heads);
  for (const [head, cells] of listed) {
    const field = GOAL.get(keyOf(head.text));
    const isNumber = NUMBERS.test(keyOf(head.text));
    const printed = { text: cells.map(({ text }) => text).join('\n'), places: cells.flatMap(({ places }) => places) };
    if (isNumber) view.claimLabel(...cells);
    else view.claim(...cells);
    if (field) setGoal(field, head.text, printed, draft);
    else if (!isNumber) draft.aside(`${sides.at(-1)?.text ?? ''} ${head.text}`.trim(), printed);
  }
  return true;
}

function valueCells(
  view: TableView,
  label: Cell,
  right: Cell | undefined,
  isLabel: (cell: Cell) => boolean,
  isOtherBlock: (row: number) => boolean,
): Cell[] {
  const isValue = (cell: Cell | undefined): cell is Cell =>
    cell !== undefined && !view.isClaimed(cell) && !isLabel(cell);
  const beside = isValue(right) && right.row === label.row ? right : null;
  if (beside && beside.text !== '') return [beside];
  const texts: Cell[] = [];
  const before = view.covering(label.row).findLast((cell) => cell.col < label.col);
  // A long goal may be set in several rows under its label.
  for (let cell = mostBelow(view, label); isValue(cell) && isUnder(cell, label); cell = mostBelow(view, cell)) {
    if (isOtherBlock(cell.row)) break;
    // What reaches under the label of the whole block stands behind the block.
    if (texts.length > 0 && before && cell.col <= before.col) break;
    // A text in front of it that is not under the goals' own side label is the label of something else.
    const row = view.starting(cell.row);
    const first = cell;
    if (texts.length > 0 && row.some((other) => isLabel(other) || (other.text !== '' && other.col < first.col))) break;
    texts.push(cell);
  }
  // Beside the last of several heads may be a column that holds nothing.
  return beside && texts.every(({ text }) => text === '') ? [beside] : texts;
}

/** The cell under most of the columns of another: over a page break their borders may differ. */
function mostBelow(view: TableView, above: Cell): Cell | undefined {
  const row = above.row + above.rowSpan;
  if (row >= view.to) return undefined;
  const cells = view.covering(row).filter((cell) => cell.row === row);
  return cells.sort((a, b) => sharedColumns(b, above) - sharedColumns(a, above) || a.col - b.col)[0];
}

/** Number of columns that two cells share. */
const sharedColumns = (a: Cell, b: Cell): number =>
  Math.min(a.col + a.colSpan, b.col + b.colSpan) - Math.max(a.col, b.col);

/** Whether a cell stands under another: it shares more than half of the columns of the narrower of the two. */
const isUnder = (lower: Cell, upper: Cell): boolean =>
  sharedColumns(lower, upper) * 2 > Math.min(lower.colSpan, upper.colSpan);

/** Columns taken from the text are as wide as the text: a goal reaches further than its label to both sides. */
const holdsColumns = (outer: Cell, inner: Cell): boolean =>
  outer.col <= inner.col && outer.col + outer.colSpan >= inner.col + inner.colSpan;

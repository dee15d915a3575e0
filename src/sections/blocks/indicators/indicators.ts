import { type Cell, type Draft, type Printed, part } from '../../draft.js';
import type { TableView } from '../../table-view.js';
import { SECTIONS_TOLERANCES } from '../../tolerances.js';
import { labelAndWeight } from '../../vocabulary/label-brackets.js';
import { keyOf } from '../../vocabulary/label-key.js';
import { GOAL_BLOCK, isIndicatorBlock, SUBTOTAL } from '../../vocabulary/labels.js';
import type { IndicatorColumn } from '../../vocabulary/spellings.js';
import type { Header } from '../column-header.js';
import { NAME_COLUMNS } from './indicator-header.js';
import { type IndicatorTable, readBlockWeight, readIndicatorRow } from './indicator-row.js';
import { MergedCells } from './merged-cells.js';

/** Reads the rows of an indicator table below its header. Returns the first row behind it. */
export function readIndicators(
  view: TableView,
  header: Header<IndicatorColumn>,
  draft: Draft,
  isOtherBlock: (row: number) => boolean,
): number {
  claimHeader(view, header);
  const { side } = header;
  const isBlock = side !== null && (isIndicatorBlock(side.text) || GOAL_BLOCK.has(keyOf(side.text)));
  if (isBlock) readBlockWeight(side, draft);
  const goal = side === null || side.text === '' || isBlock ? null : readGoal(side, draft);
  const merged = new MergedCells();
  const table: IndicatorTable = { view, header, draft, goal, levels: { level1: null, level2: null }, merged };
  const ends = (r: number): boolean =>
    isOtherBlock(r) || isAcrossColumns(view, r, header) || isBesideOther(view, r, header);
  let row = header.end;
  for (; row < view.to && !ends(row); row++) {
    if (view.starting(row).every((cell) => view.isClaimed(cell))) continue;
    if (!readSubtotal(table, row)) readIndicatorRow(table, row);
  }
  merged.mark(draft.report.indicators);
  // Where some are marked as core indicators with a star, all others are ordinary ones.
  const own = draft.report.indicators;
  const hasColumn = header.columns.some(({ field }) => field === 'core');
  if (!hasColumn && own.some((indicator) => indicator.core)) for (const indicator of own) indicator.core ??= false;
  return row;
}

/** The whole header is read, also a cell of it that names no column. */
function claimHeader(view: TableView, { side, columns, end }: Header<IndicatorColumn>): void {
  view.claimLabel(side, ...columns.map((c) => c.header));
  const first = Math.min(...columns.map((c) => c.header.row));
  for (let r = first; r < end; r++) {
    for (const cell of view.starting(r)) {
      const isOver = columns.some((c) => c.col >= cell.col && c.col + c.colSpan <= cell.col + cell.colSpan);
      if (isOver && cell.row <= r && !isUnderLabel(cell, columns)) view.claimLabel(cell);
      else view.claim(cell);
    }
  }
}

/** Whether a cell stands below the label of its column, among the labels of others: it is a value, and nobody's. */
const isUnderLabel = (cell: Cell, columns: Header<IndicatorColumn>['columns']): boolean =>
  columns.some(
    (c) => c.header !== cell && c.col >= cell.col && c.col < cell.col + cell.colSpan && c.header.row < cell.row,
  );

/** Whether the label of another block stands where the side label of this one has ended. */
function isBesideOther(view: TableView, row: number, header: Header<IndicatorColumn>): boolean {
  const { side } = header;
  if (!side || row < side.row + side.rowSpan) return false;
  const below = view.at(row, side.col);
  return below !== undefined && below.text !== '' && below.colSpan === side.colSpan && !isIndicatorBlock(below.text);
}

/** Whether a text stands across too many columns to be a value of one indicator: the row belongs to the closing part. */
function isAcrossColumns(view: TableView, row: number, header: Header<IndicatorColumn>): boolean {
  return view.starting(row).some((cell) => {
    if (cell.text === '') return false;
    const under = header.columns.filter((c) => c.col >= cell.col && c.col < cell.col + cell.colSpan);
    return under.filter((c) => c.field !== null).length > SECTIONS_TOLERANCES.mergedColumns;
  });
}

/** The label of a block that is repeated per goal. The contract has no key for its weight. */
function readGoal(side: Cell, draft: Draft): Printed {
  const { text, weight } = labelAndWeight(side.text);
  const isSaid = Object.hasOwn(draft.report.extra, text);
  if (weight !== null && !isSaid)
    draft.extra(text, part(side, side.text.slice(text.length).replace(/[\s()（）:：]/gu, '')));
  return part(side, text);
}

/**
 * Reads a row that adds up a group of indicators: its numbers are kept in `extra`, under the group's name. False where
 * the row does something else.
 */
function readSubtotal({ view, header, draft, levels }: IndicatorTable, row: number): boolean {
  const label = view.starting(row).find((cell) => SUBTOTAL.has(keyOf(cell.text)));
  const column = header.columns.find((c) => c.col === label?.col && c.field !== null && NAME_COLUMNS.includes(c.field));
  if (!label || !column) return false;
  const group = label.col > (levels.level1?.col ?? label.col) ? labelAndWeight(levels.level1?.text ?? '').text : '';
  const numbers = view.starting(row).filter((cell) => cell.col > label.col && cell.text !== '');
  const text = numbers.map((cell) => cell.text).join(' ');
  draft.extra(`${group}${label.text}`, { text, places: numbers.flatMap((cell) => cell.places) });
  view.claimLabel(label);
  view.claim(...numbers);
  return true;
}

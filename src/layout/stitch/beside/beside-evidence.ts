import { textOf } from '../../lines.js';
import type { Bound, OpenCell, OpenTable } from '../open-table.js';
import type { Sheet } from '../sheets.js';
import { STITCH_TOLERANCES as TOL } from '../tolerances.js';

/** A table and the part of it that another sheet holds, with the count of columns at its left that are printed again. */
export interface Pair {
  readonly table: OpenTable;
  readonly rest: OpenTable;
  readonly repeated: number;
}

/** Whether a sheet may hold the last columns of another: it begins otherwise than the sheet before, and its rows have no names. */
export function mayBeRest(sheet: Sheet, before: Sheet | undefined): boolean {
  const [table] = sheet.tables;
  const [last] = before?.tables ?? [];
  if (!table || !last) return false;
  return firstTexts(table) !== firstTexts(last) && (!namesRows(table) || repeatedColumns(last, table) > 0);
}

const firstTexts = (table: OpenTable): string => (table.rows[0] ?? []).map(textOf).join('\n');

/** The tables of two sheets that have the same rows at the same place; null where one of the second has no other half. */
export function pairsOf(sheet: Sheet, rest: Sheet): Pair[] | null {
  const { frame, turn } = sheet.layout;
  const other = rest.layout;
  const isSameSheet = turn.angle === other.turn.angle && Math.abs(height(frame) - height(other.frame)) <= TOL.sameRow;
  if (!isSameSheet || rest.tables.length === 0) return null;
  const pairs: Pair[] = [];
  for (const part of rest.tables) {
    const table = sheet.tables.find((one) => haveSameRows(one, part));
    if (!table) return null;
    pairs.push({ table, rest: part, repeated: repeatedColumns(table, part) });
  }
  return pairs;
}

const height = ({ y0, y1 }: { y0: number; y1: number }): number => y1 - y0;

/** Whether the rows of two tables have the same boundaries. */
export function haveSameRows(a: OpenTable, b: OpenTable): boolean {
  const isNear = (x: number, y: number): boolean => Math.abs(x - y) <= TOL.sameRow;
  return a.ys.length === b.ys.length && a.ys.every((y, i) => isNear(y, b.ys[i] as number));
}

/** How many columns at the left of the part repeat those of the table, as spreadsheets print columns on every page. */
function repeatedColumns(table: OpenTable, part: OpenTable): number {
  let count = 0;
  for (; count + 2 < Math.min(table.bounds.length, part.bounds.length); count++) {
    const [own, its] = [column(table, count), column(part, count)];
    if (own.every((text) => text === '') || own.join('\n') !== its.join('\n')) break;
  }
  return count;
}

function column({ bounds, rows }: OpenTable, i: number): string[] {
  return rows.map((row) =>
    row
      .filter((cell) => cell.from === bounds[i])
      .map(textOf)
      .join('\n'),
  );
}

/** What speaks for a part that stands to the right of a table. */
export function tableScore({ table, rest, repeated }: Pair, sheet: Sheet, other: Sheet): number {
  const edge = table.bounds.at(-1) as Bound;
  const open = openRows(table, (cell) => cell.to === edge && cell.openRight);
  const openToo = openRows(rest, (cell) => cell.from === rest.bounds[0] && cell.openLeft);
  const isCut = open !== '' && open === openToo;
  const names = repeated > 0 ? TOL.strong : namesRows(rest) ? -TOL.strong : 0;
  const again = haveSameColumns(table, rest) ? -TOL.strong : 0;
  return (
    (isCut ? TOL.strong : 0) +
    (heightsOf(table.ys) >= TOL.manyHeights ? TOL.telling : 0) +
    names +
    again +
    (wouldFit(table, rest, repeated, sheet, other) ? -TOL.telling : TOL.weak) +
    TOL.weak * alikeRows(table, rest)
  );
}

const openRows = (table: OpenTable, isOpen: (cell: OpenCell) => boolean): string =>
  table.rows
    .flat()
    .filter(isOpen)
    .map(({ row, rowSpan }) => `${row}+${rowSpan}`)
    .join();

/** Whether the first column names the rows: by words, each another, or by counting them. */
function namesRows(table: OpenTable): boolean {
  const texts = column(table, 0)
    .slice(1)
    .filter((text) => text !== '');
  const words = new Set(texts.filter((text) => /\p{L}/u.test(text) && !/\d/u.test(text)));
  const counts = texts.filter((text, i) => /^\d+$/u.test(text) && Number(text) === Number(texts[i - 1]) + 1);
  return Math.max(words.size, counts.length + 1) > TOL.namesRows * (table.rows.length - 1);
}

/** The rows of a page that have columns of the same widths are more rows, most likely. */
function haveSameColumns(a: OpenTable, b: OpenTable): boolean {
  const widths = ({ bounds }: OpenTable): number[] => bounds.slice(1).map(({ x }, i) => x - (bounds[i] as Bound).x);
  const [own, its] = [widths(a), widths(b)];
  return own.length === its.length && own.every((width, i) => Math.abs(width - (its[i] as number)) <= TOL.thickness);
}

function heightsOf(ys: readonly number[]): number {
  const heights = ys.slice(1).map((y, i) => y - (ys[i] as number));
  heights.sort((a, b) => a - b);
  return heights.filter((height, i) => i === 0 || height - (heights[i - 1] as number) > TOL.otherHeight).length;
}

/** Whether the first column of the part would have had room beside the table, between margins as wide as the left one. */
function wouldFit(table: OpenTable, rest: OpenTable, repeated: number, sheet: Sheet, other: Sheet): boolean {
  const { frame } = sheet.layout;
  const left = Math.min(table.left, rest.bounds[0]?.x ?? 0) - frame.x0;
  const [from, to] = [rest.bounds[repeated] as Bound, rest.bounds[repeated + 1] as Bound];
  return table.right + (to.x - from.x) < other.layout.frame.x1 - left;
}

/** Share of the rows that hold numbers in both parts, or in none, less that of the others. */
function alikeRows(a: OpenTable, b: OpenTable): number {
  const isNumeric = (row: readonly OpenCell[]): boolean => row.some((cell) => /\d/u.test(textOf(cell)));
  const alike = a.rows.filter((row, i) => isNumeric(row) === isNumeric(b.rows[i] ?? [])).length;
  return (2 * alike) / a.rows.length - 1;
}

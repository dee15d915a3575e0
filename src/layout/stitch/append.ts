import type { SetAside } from '../layout-types.js';
import { textOf } from '../lines.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { isRowCut } from './cut-rows.js';
import { mapColumns, mergedColumns } from './merge-columns.js';
import type { OpenCell, OpenTable } from './open-table.js';

/** Joins a part on the next page to a table. `setAside` is told of the header rows that it repeats. */
export function append(open: OpenTable, next: OpenTable, setAside: (text: SetAside) => void = () => {}): OpenTable {
  const { xs, first, second } = mergedColumns(open.xs, next.xs);
  const above = open.cells.map((cell) => mapColumns(cell, first));
  const mapped = next.cells.map((cell) => mapColumns(cell, second));
  const repeated = repeatedRows(above, mapped);
  const leaveOut = (cell: OpenCell): void => {
    const [place] = cell.places;
    if (place && cell.lines.length > 0) setAside({ reason: 'repeated-header', text: textOf(cell), place });
  };
  for (const cell of mapped) if (cell.row < repeated) leaveOut(cell);
  const below = mapped.filter((cell) => cell.row >= repeated).map((cell) => ({ ...cell, row: cell.row - repeated }));
  const cut = repeated < next.rows && isRowCut(lastRow(above, open.rows), firstRow(below));
  // Where only some cells are open at the break, these go on and the others end: borders say so.
  const borders = !cut && lastRow(above, open.rows).some((cell) => !cell.openBottom);
  const offset = open.rows - (cut ? 1 : 0);

  const cells = [...above];
  for (const cell of below) {
    const i = cell.row === 0 ? cells.findIndex((a) => isAbove(a, cell, open.rows)) : -1;
    const upper = cells[i];
    if (upper && (cut || (borders && upper.openBottom) || isOneCell(upper, cell))) {
      if (saysAgain(upper, cell)) leaveOut(cell);
      cells[i] = joined(upper, cell, cut);
    } else cells.push({ ...cell, row: cell.row + offset });
  }
  return {
    columnsFrom: open.columnsFrom,
    xs,
    rows: offset + next.rows - repeated,
    cells,
    places: [...open.places, ...next.places],
    page: next.page,
    bottom: next.bottom,
  };
}

export const lastRow = (cells: readonly OpenCell[], rows: number): OpenCell[] =>
  cells.filter((cell) => cell.row + cell.rowSpan === rows);

export const firstRow = (cells: readonly OpenCell[]): OpenCell[] => cells.filter((cell) => cell.row === 0);

export const isAbove = (a: OpenCell, cell: OpenCell, rows: number): boolean =>
  a.row + a.rowSpan === rows && a.col === cell.col && a.colSpan === cell.colSpan;

/** Whether a merged cell goes on over the break: its other piece is empty, or carries the same text again. */
export function isOneCell(upper: OpenCell, lower: OpenCell): boolean {
  const above = textOf(upper);
  const below = textOf(lower);
  if (below === '') return upper.rowSpan > 1 || lower.rowSpan > 1;
  if (above === '') return upper.rowSpan > 1;
  return above === below && (upper.rowSpan > 1 || lower.rowSpan > 1);
}

/** Whether the lower piece of a merged cell repeats the text of the upper one. */
const saysAgain = (upper: OpenCell, lower: OpenCell): boolean =>
  textOf(upper) === textOf(lower) && (upper.rowSpan > 1 || lower.rowSpan > 1);

export function joined(upper: OpenCell, lower: OpenCell, cut: boolean): OpenCell {
  return {
    ...upper,
    rowSpan: upper.rowSpan + lower.rowSpan - (cut ? 1 : 0),
    openBottom: lower.openBottom,
    bbox: lower.bbox,
    lines: saysAgain(upper, lower) ? upper.lines : [...upper.lines, ...lower.lines],
    places: [...upper.places, ...lower.places],
    doubts: [...new Set([...upper.doubts, ...lower.doubts])],
  };
}

/**
 * How many rows at the top of the next part repeat rows of the table: header rows printed on every page. They are its first
 * rows, or, where forms have headers further down, too, a row of words alone that stands in it as it is.
 */
export function repeatedRows(above: readonly OpenCell[], below: readonly OpenCell[]): number {
  let row = 0;
  while (isSameRow(rowOf(above, row), rowOf(below, row))) row++;
  return row > 0 ? row : repeatsHeader(above, rowOf(below, 0)) ? 1 : 0;
}

export const rowOf = (cells: readonly OpenCell[], row: number): OpenCell[] => cells.filter((cell) => cell.row === row);

export function isSameRow(a: readonly OpenCell[], b: readonly OpenCell[]): boolean {
  const filled = a.filter((cell) => textOf(cell) !== '').length;
  return filled >= 2 && a.length === b.length && a.every((cell, i) => isSameCell(cell, b[i] as OpenCell));
}

export const isSameCell = (a: OpenCell, b: OpenCell): boolean =>
  a.col === b.col && a.colSpan === b.colSpan && a.rowSpan === b.rowSpan && textOf(a) === textOf(b);

export function repeatsHeader(above: readonly OpenCell[], first: readonly OpenCell[]): boolean {
  const words = first.filter((cell) => cell.rowSpan === 1 && textOf(cell) !== '');
  if (words.length < TOL.minHeaderCells || words.some((cell) => /\d/u.test(textOf(cell)))) return false;
  const rows = new Set(above.map((cell) => cell.row));
  return [...rows].some((row) => {
    const own = rowOf(above, row).filter((cell) => cell.rowSpan === 1 && textOf(cell) !== '');
    return own.length === words.length && own.every((cell, i) => isSameCell(cell, words[i] as OpenCell));
  });
}

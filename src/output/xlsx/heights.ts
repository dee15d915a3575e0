import { displayWidth } from '../../text/display-width.js';
import type { RichCell, XlsxCell } from './xlsx-types.js';

/** In points: a line of the text, what is above and below it, and the tallest row that a spreadsheet has. */
const LINE = 13.5;
const PADDING = 5;
const LEAST = 18;
const MOST = 409;
/** A line ends where the next word or sign does not fit: so much of the width is used. */
const USED = 0.94;

/** The height of each row, in points, at which the wrapped texts of its cells are seen whole; Chinese takes two columns a sign. */
export function fittingHeights(rows: readonly (readonly XlsxCell[])[], widths: readonly number[]): number[] {
  const heights = rows.map((cells) => {
    const lines = cells.map((cell, column) => (spansRows(cell) ? 1 : linesOf(cell, column, widths)));
    return heightOf(Math.max(1, ...lines));
  });
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (spansRows(cell)) stretch(heights, row, cell.rowSpan, heightOf(linesOf(cell, column, widths)));
    }
  }
  return heights.map((height) => Math.round(Math.min(height, MOST) * 4) / 4);
}

const heightOf = (lines: number): number => Math.max(LEAST, lines * LINE + PADDING);

const isRich = (cell: XlsxCell | undefined): cell is RichCell => typeof cell === 'object' && cell !== null;
const spansRows = (cell: XlsxCell): cell is RichCell & { rowSpan: number } => isRich(cell) && (cell.rowSpan ?? 1) > 1;

/** Gives rows under a merged cell what it needs more than they have, each the same. */
function stretch(heights: number[], first: number, count: number, needed: number): void {
  const rows = heights.slice(first, first + count);
  const more = (needed - rows.reduce((sum, height) => sum + height, 0)) / rows.length;
  if (more > 0) for (const [i, height] of rows.entries()) heights[first + i] = height + more;
}

function linesOf(cell: XlsxCell, column: number, widths: readonly number[]): number {
  const value = isRich(cell) ? cell.value : cell;
  if (typeof value !== 'string') return 1;
  const columns = widths.slice(column, column + ((isRich(cell) && cell.columnSpan) || 1));
  const scale = isRich(cell) && cell.look === 'title' ? 1.4 : 1;
  const room = Math.max(1, columns.reduce((sum, width) => sum + width, 0) * USED) / scale;
  // Most texts are short: nobody has to count them.
  if (value.length * 2 <= room && !value.includes('\n')) return scale;
  const lines = value.slice(0, LONGEST).split('\n');
  return scale * lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / room)), 0);
}

/** No row can show more. */
const LONGEST = 10_000;

import type { SetAside } from '../layout-types.js';
import { textOf } from '../lines.js';
import type { Match } from './columns.js';
import { mergeColumns } from './columns.js';
import { isRowCut } from './cut-rows.js';
import type { OpenCell, OpenTable } from './open-table.js';

/**
 * Joins a part on the next sheet to a table, without the `repeated` rows at its top. `setAside` is told of these.
 */
export function append(
  open: OpenTable,
  next: OpenTable,
  match: Match,
  repeated: number,
  setAside: (text: SetAside) => void,
): void {
  const own = mergeColumns(open, next, match);
  for (const cell of next.rows.flat()) {
    cell.from = own(cell.from);
    cell.to = own(cell.to);
  }
  const rows = withoutRows(next, repeated, setAside);
  const reaches = new Set(next.bottom);
  const [first = []] = rows;
  const cut = isRowCut(open.bottom, first);
  // Where only some cells are open at the break, these go on and the others end: borders say so.
  const borders = !cut && open.bottom.some((cell) => !cell.openBottom);
  const above = new Map(open.bottom.map((cell) => [cell.from, cell]));
  const offset = open.rows.length - (cut ? 1 : 0);
  for (let row = open.rows.length; row < offset + rows.length; row++) open.rows.push([]);
  const bottom: OpenCell[] = [];
  for (const cell of rows.flat()) {
    const upper = cell.row === 0 ? above.get(cell.from) : undefined;
    const isOne =
      upper?.to === cell.to && (cut || (borders && upper.openBottom) || isOneCell(upper, cell)) ? upper : undefined;
    if (isOne) {
      if (saysAgain(isOne, cell)) leaveOut(cell, setAside);
      join(isOne, cell, cut);
    } else {
      cell.row += offset;
      open.rows[cell.row]?.push(cell);
    }
    if (reaches.has(cell)) bottom.push(isOne ?? cell);
  }
  open.bottom = bottom;
  open.places.push(...next.places);
  open.sheet = next.sheet;
  open.y0 = next.y0;
  open.y1 = next.y1;
}

/** The rows of a part but for the first ones. A cell that reaches beyond these stays beside the others. */
function withoutRows(next: OpenTable, repeated: number, setAside: (text: SetAside) => void): OpenCell[][] {
  const rows = next.rows.slice(repeated);
  for (const cell of next.rows.slice(0, repeated).flat()) {
    const rest = cell.row + cell.rowSpan - repeated;
    if (rest <= 0) leaveOut(cell, setAside);
    else {
      cell.row = repeated;
      cell.rowSpan = rest;
      rows[0]?.push(cell);
    }
  }
  for (const cell of rows.flat()) cell.row -= repeated;
  rows[0]?.sort((a, b) => a.from.x - b.from.x);
  return rows;
}

function leaveOut(cell: OpenCell, setAside: (text: SetAside) => void): void {
  const [place] = cell.places;
  if (place && cell.lines.length > 0) setAside({ reason: 'repeated-header', text: textOf(cell), place });
}

/** Whether a merged cell goes on over the break: its other piece is empty, or carries the same text again. */
export function isOneCell(upper: OpenCell, lower: OpenCell): boolean {
  const above = textOf(upper);
  const below = textOf(lower);
  if (below === '') return upper.rowSpan > 1 || lower.rowSpan > 1;
  if (above === '') return upper.rowSpan > 1;
  return saysAgain(upper, lower);
}

/** Whether the lower piece of a merged cell repeats the text of the upper one. */
const saysAgain = (upper: OpenCell, lower: OpenCell): boolean =>
  textOf(upper) === textOf(lower) && (upper.rowSpan > 1 || lower.rowSpan > 1);

function join(upper: OpenCell, lower: OpenCell, cut: boolean): void {
  if (!saysAgain(upper, lower)) upper.lines.push(...lower.lines);
  upper.rowSpan += lower.rowSpan - (cut ? 1 : 0);
  upper.openBottom = lower.openBottom;
  upper.bbox = lower.bbox;
  upper.places.push(...lower.places);
  if (lower.doubts.length > 0) upper.doubts = [...new Set([...upper.doubts, ...lower.doubts])];
}

import { width } from '../../geometry/box.js';
import type { Line, PageLayout } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import type { OpenCell, OpenTable } from './open-table.js';
import { placeOf } from './open-table.js';

/** Whether a line hangs out of a cell that the page break cuts: below it in the margin, or on top of the next sheet. */
export function overflows(open: OpenTable, line: Line, sheet: PageLayout): boolean {
  if (sheet === open.sheet) {
    return line.box.y0 <= open.y1 + TOL.overflow * line.size && targetsOf(open, line).length > 0;
  }
  const { frame } = sheet;
  const isOnTop = line.box.y1 - frame.y0 < (frame.y1 - frame.y0) * TOL.pageMargin;
  const [target] = isOnTop ? targetsOf(open, line) : [];
  return target !== undefined && width(target.bbox) < width(frame) * TOL.narrowCell;
}

/** Whether a line that waited behind a table is known to belong to it, though the table does not go on. */
export const hangsOut = (open: OpenTable, line: Line): boolean => targetsOf(open, line).length > 0;

/** The cells, cut by the page break, that a line hangs out of: one, or one for each of its words. */
function targetsOf(open: OpenTable, line: Line): OpenCell[] {
  const cut = open.bottom.filter(
    ({ openBottom, bbox }) => openBottom && line.box.x0 < bbox.x1 && line.box.x1 > bbox.x0,
  );
  const whole = cut.find((cell) => line.box.x0 >= cell.bbox.x0 && line.box.x1 <= cell.bbox.x1);
  if (whole) return [whole];
  const filled = cut.filter((cell) => cell.lines.length > 0).sort((a, b) => a.bbox.x0 - b.bbox.x0);
  const isSpanned = filled.length > 1 && line.box.x0 >= (filled[0] as OpenCell).bbox.x0;
  return isSpanned && wordsOf(line).length === filled.length ? filled : [];
}

const wordsOf = (line: Line): string[] => line.text.trim().split(/\s+/u);

/** Puts a line into the cells that it hangs out of. */
export function takeIn(open: OpenTable, line: Line, sheet: PageLayout): void {
  const targets = targetsOf(open, line);
  const words = targets.length > 1 ? wordsOf(line) : [line.text];
  for (const [i, cell] of targets.entries()) {
    cell.lines.push({ ...line, text: words[i] as string });
    if (sheet !== open.sheet) cell.places.push(placeOf(line.box, sheet));
  }
}

import { width } from '../../geometry/box.js';
import type { Line, PageLayout } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import type { OpenCell, OpenTable } from './open-table.js';
import { placeOf } from './open-table.js';

/** Whether a line hangs out of a cell that the page break cuts: below it in the margin, or on top of the next page. */
export function overflows(open: OpenTable, line: Line, page: PageLayout): boolean {
  if (page === open.page) {
    return line.box.y0 <= open.bottom + TOL.overflow * line.size && targetsOf(open, line).length > 0;
  }
  const isOnTop = page.page === open.page.page + 1 && line.box.y1 < page.height * TOL.pageMargin;
  const [target] = isOnTop ? targetsOf(open, line) : [];
  return target !== undefined && width(target.bbox) < page.width * TOL.narrowCell;
}

/** Whether a line that waited behind a table is known to belong to it, though the table does not go on. */
export const hangsOut = (open: OpenTable, line: Line): boolean => targetsOf(open, line).length > 0;

/** The cells, cut by the page break, that a line hangs out of: one, or one for each of its words. */
export function targetsOf(open: OpenTable, line: Line): OpenCell[] {
  const cut = open.cells.filter((cell) => cell.openBottom && line.box.x0 < cell.bbox.x1 && line.box.x1 > cell.bbox.x0);
  const whole = cut.find((cell) => line.box.x0 >= cell.bbox.x0 && line.box.x1 <= cell.bbox.x1);
  if (whole) return [whole];
  const filled = cut.filter((cell) => cell.lines.length > 0).sort((a, b) => a.bbox.x0 - b.bbox.x0);
  const isSpanned = filled.length > 1 && line.box.x0 >= (filled[0] as OpenCell).bbox.x0;
  return isSpanned && wordsOf(line).length === filled.length ? filled : [];
}

export const wordsOf = (line: Line): string[] => line.text.trim().split(/\s+/u);

export function withOverflow(open: OpenTable, line: Line, page: PageLayout): OpenTable {
  const targets = targetsOf(open, line);
  const words = targets.length > 1 ? wordsOf(line) : [line.text];
  const cells = open.cells.map((cell) => {
    const i = targets.indexOf(cell);
    if (i < 0) return cell;
    const places = page === open.page ? cell.places : [...cell.places, placeOf(line.box, page)];
    return { ...cell, lines: [...cell.lines, { ...line, text: words[i] as string }], places };
  });
  return { ...open, cells };
}

import { overlap, width } from '../geometry/box.js';
import type { Doubt, Line, PageCell } from './layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from './tolerances.js';

/** A number as forms print it, whole: nothing of it stands on another line. */
const NUMBER = /^[-–—−]?\d{1,3}(?:,\d{3})*(?:\.\d+)?[%％]?$|^[-–—−]?\d+(?:\.\d+)?[%％]?$/u;

/** Why the text of a cell may be another than it says. */
export function doubtsOf(cell: Pick<PageCell, 'lines' | 'bbox' | 'cut'>): Doubt[] {
  const doubts: Doubt[] = [];
  const { lines } = cell;
  if (lines.some((line, i) => line.overprinted || (i > 0 && liesIn(lines[i - 1] as Line, line)))) {
    doubts.push('overprinted');
  }
  if (cell.cut) doubts.push('cut');
  if (lines.some((line, i) => i > 0 && isStacked(lines[i - 1] as Line, line, cell.bbox))) doubts.push('stacked');
  return doubts;
}

/** Whether two lines stand on each other. */
function liesIn(a: Line, b: Line): boolean {
  const shared = overlap(a.box.y0, a.box.y1, b.box.y0, b.box.y1);
  const height = Math.min(a.box.y1 - a.box.y0, b.box.y1 - b.box.y0);
  return shared > TOL.overprintedLine * height && overlap(a.box.x0, a.box.x1, b.box.x0, b.box.x1) > TOL.touching;
}

/** Two numbers under each other, of which the first had room for the second's first digit: no number that is wrapped. */
function isStacked(upper: Line, lower: Line, bbox: PageCell['bbox']): boolean {
  const [a, b] = [upper.text.trim(), lower.text.trim()];
  if (!NUMBER.test(a) || !NUMBER.test(b)) return false;
  return width(bbox) - width(upper.box) > TOL.freeCharacters * upper.size + TOL.cellPadding;
}

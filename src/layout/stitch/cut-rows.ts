import { width } from '../../geometry/box.js';
import { textOf } from '../lines.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import type { OpenCell } from './open-table.js';

/** A value that stands on one line: a page break never parts it. */
const NUMERIC = /^[\p{Nd}.,，%％‰—–\-－/*＊\s]+(分|元|万元)?$/u;
/** A value with what it counts; two of them, one above the other, are those of two rows. */
const QUANTITY = /^[≥≤<>=＝﹦≧≦]?\s*\p{Nd}[\p{Nd}.,，]*\s*[%％\p{L}]{0,5}$/u;

/**
 * Whether a page break cut the last row of one page, so that the first row of the next page is its other half. Halves
 * complete each other: a cell has its text in one of them, or its text fills the last line above and goes on below. A
 * number above and a number below are two rows; so are two names that could each stand alone.
 */
export function isRowCut(upper: readonly OpenCell[], lower: readonly OpenCell[]): boolean {
  if (upper.length === 0 || upper.length !== lower.length) return false;
  let missing = 0;
  let goingOn = 0;
  let against = 0;
  let isFirst = true;
  for (const a of [...upper].sort((x, y) => x.from.x - y.from.x)) {
    const b = lower.find((cell) => cell.from === a.from && cell.to === a.to);
    if (!b) return false;
    const above = textOf(a);
    const below = textOf(b);
    const merged = a.rowSpan > 1 || b.rowSpan > 1;
    if ((above === '' && below === '') || (merged && (above === '' || below === '' || above === below))) continue;
    if (above === '' || below === '') missing++;
    else if (NUMERIC.test(above) || NUMERIC.test(below) || (QUANTITY.test(above) && QUANTITY.test(below))) return false;
    else if (lastLineIsFull(a)) goingOn += a.lines.length > 1 ? 2 : 1;
    else if (isFirst) return false;
    else against++;
    isFirst = false;
  }
  return missing + goingOn > against + 1;
}

function lastLineIsFull(cell: OpenCell): boolean {
  const last = cell.lines.at(-1);
  return last !== undefined && width(cell.bbox) - width(last.box) < TOL.freeCharacters * last.size + TOL.cellPadding;
}

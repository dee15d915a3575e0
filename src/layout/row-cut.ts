import { width } from '../geometry.js';
import { joinLines } from '../text/join.js';
import type { PageCell } from './types.js';

/** A value that stands on one line: a page break never parts it. */
const NUMERIC = /^[\p{Nd}.,，%％‰—–\-－/*＊\s]+(分|元|万元)?$/u;
/** Room for cell padding (points) when asking whether a line fills its cell. */
const PADDING = 8;
/** A line fills its cell where fewer than this many more characters fit; a mark may not stand at a line's start. */
const FREE_CHARACTERS = 2;
const SENTENCE_END = /[。！？；!?;]$/u;

/**
 * Whether a page break cut the last row of one page, so that the first row of the next page is its other half. Then no
 * cell contradicts (a number above and a number below are two rows), and something is missing from a half: a cell that is
 * empty on one side only, or a text that stops at a full line.
 */
export function isRowCut(upper: readonly PageCell[], lower: readonly PageCell[]): boolean {
  if (upper.length === 0 || upper.length !== lower.length) return false;
  let missing = 0;
  let goingOn = 0;
  for (const a of upper) {
    const b = lower.find((cell) => cell.col === a.col && cell.colSpan === a.colSpan);
    if (!b) return false;
    const above = joinLines(a.lines.map((line) => line.text));
    const below = joinLines(b.lines.map((line) => line.text));
    if (above === '' && below === '') continue;
    const merged = a.rowSpan > 1 || b.rowSpan > 1;
    if (above === '' || below === '') {
      if (!merged) missing++;
      continue;
    }
    if (merged && above === below) continue;
    if (NUMERIC.test(above) || NUMERIC.test(below) || !lastLineIsFull(a)) return false;
    goingOn++;
    if (a.lines.length > 1 && !SENTENCE_END.test(above)) goingOn++;
  }
  return goingOn > 0 ? missing > 0 || goingOn > 1 : missing > 1 && lower.every((b) => b.lines.length === 0 || b.rowSpan > 1 || !NUMERIC.test(joinLines(b.lines.map((l) => l.text))));
}

function lastLineIsFull(cell: PageCell): boolean {
  const last = cell.lines.at(-1);
  return last !== undefined && width(cell.bbox) - width(last.box) < FREE_CHARACTERS * last.size + PADDING;
}

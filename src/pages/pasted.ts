import { type Box, midX, midY } from '../geometry/box.js';
import { median } from '../geometry/order.js';
import type { Written } from '../ocr/recognise.js';
import type { Glyph } from '../reader/reader-types.js';
import { PAGES_TOLERANCES as TOL } from './tolerances.js';

/**
 * Whether there is text on the images of a page that is not in the page's own: a table with text in its cells, or many lines as
 * high as one another. A photograph, a chart, a signature or a seal has neither.
 */
export function hasUnreadText({ inCells, outside }: Written, glyphs: readonly Glyph[]): boolean {
  const unread = (lines: readonly Box[]): Box[] =>
    evenOnes(lines.filter((line) => !glyphs.some((g) => isOn(line, g.box))));
  const cells = unread(inCells);
  return cells.length >= TOL.minPictureCells || cells.length + unread(outside).length >= TOL.minPictureLines;
}

/** Those as high as most, where most are wider than high; none where they are of all heights. */
function evenOnes(lines: readonly Box[]): Box[] {
  const usual = median(lines.map(heightOf).sort((a, b) => a - b)) ?? 0;
  const even = lines.filter((line) => Math.abs(heightOf(line) - usual) <= TOL.sameHeight * usual);
  return usual >= TOL.minPictureText && even.length >= TOL.evenLines * lines.length ? even : [];
}

const heightOf = ({ y0, y1 }: Box): number => y1 - y0;

const isOn = (line: Box, box: Box): boolean =>
  midX(box) >= line.x0 && midX(box) <= line.x1 && midY(box) >= line.y0 && midY(box) <= line.y1;

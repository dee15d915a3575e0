import { type Box, midX, midY } from '../../geometry/box.js';
import { countBefore } from '../../geometry/order.js';
import type { Glyph } from '../../reader/reader-types.js';
import type { Line } from '../layout-types.js';
import { piecesOf } from '../lines.js';
import { LAYOUT_TOLERANCES } from '../tolerances.js';

export type TextIn = (box: Box) => Line[];

/** Finds the texts in a box, each up to the next gap as wide as one between columns. */
export function textFinder(glyphs: readonly Glyph[]): TextIn {
  let sorted: Glyph[] | null = null;
  return ({ x0, x1, y0, y1 }) => {
    // Most pages never ask.
    sorted ??= glyphs.filter((g) => g.angle === 0 && !g.vertical).sort((a, b) => midY(a.box) - midY(b.box));
    const level = sorted;
    const first = (y: number): number => countBefore(level.length, (i) => midY((level[i] as Glyph).box) <= y);
    const inside = level.slice(first(y0), first(y1)).filter(({ box }) => midX(box) > x0 && midX(box) < x1);
    return piecesOf(inside, LAYOUT_TOLERANCES.textGap).filter((piece) => piece.text.trim() !== '');
  };
}

import { type Turn, turnPage } from '../geometry/turn.js';
import type { Glyph, PageContent } from '../reader/reader-types.js';

/** Turns a page whose text mostly runs along another direction, so that it runs from left to right. */
export function upright(page: PageContent): { page: PageContent; turn: Turn } {
  // What was turned already stands upright; what was only levelled may lie on its side still.
  if (page.turn && page.turn.angle !== 0) return { page, turn: page.turn };
  const angle = dominantAngle(page.glyphs);
  const turn: Turn = { angle, width: page.width, height: page.height, skew: page.turn?.skew ?? 0 };
  return { page: angle === 0 ? page : turnPage(page, { ...turn, skew: 0 }), turn };
}

function dominantAngle(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { angle, text, vertical } of glyphs) {
    if (angle % 90 !== 0 || vertical || text.trim() === '') continue;
    const quarter = angle / 90;
    counts[quarter] = (counts[quarter] as number) + 1;
  }
  return 90 * counts.indexOf(Math.max(...counts));
}

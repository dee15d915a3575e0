import type { Turn } from '../geometry/turn.js';
import { turned } from '../geometry/turn.js';
import type { Glyph, PageContent, Ruling } from '../reader/reader-types.js';

/** Turns a page whose text mostly runs along another direction, so that it runs from left to right. */
export function upright(page: PageContent): { page: PageContent; turn: Turn } {
  if (page.turn) return { page, turn: page.turn };
  const angle = dominantAngle(page.glyphs);
  const turn = { angle, width: page.width, height: page.height, skew: 0 };
  if (angle === 0) return { page, turn };
  const [width, height] = angle === 180 ? [page.width, page.height] : [page.height, page.width];
  return {
    page: {
      ...page,
      width,
      height,
      glyphs: page.glyphs.map((g): Glyph => ({ ...g, box: turned(g.box, turn), angle: (g.angle + 360 - angle) % 360 })),
      rulings: page.rulings.map((r) => turnedRuling(r, turn)),
      edges: page.edges.map((r) => turnedRuling(r, turn)),
      images: page.images.map((b) => turned(b, turn)),
    },
    turn,
  };
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

function turnedRuling(r: Ruling, turn: Turn): Ruling {
  const box =
    r.axis === 'h' ? { x0: r.from, x1: r.to, y0: r.at, y1: r.at } : { x0: r.at, x1: r.at, y0: r.from, y1: r.to };
  const t = turned(box, turn);
  const axis = turn.angle === 180 ? r.axis : r.axis === 'h' ? 'v' : 'h';
  return axis === 'h'
    ? { axis, at: t.y0, from: t.x0, to: t.x1, width: r.width }
    : { axis, at: t.x0, from: t.y0, to: t.y1, width: r.width };
}

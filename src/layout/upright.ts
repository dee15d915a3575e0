import type { Box } from '../geometry.js';
import type { Glyph, PageContent, Ruling, Turn } from '../reader/types.js';

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

/** The box after the page is turned clockwise by `turn.angle`. */
function turned(b: Box, turn: Turn): Box {
  switch (turn.angle) {
    case 90:
      return { x0: turn.height - b.y1, y0: b.x0, x1: turn.height - b.y0, y1: b.x1 };
    case 180:
      return { x0: turn.width - b.x1, y0: turn.height - b.y1, x1: turn.width - b.x0, y1: turn.height - b.y0 };
    case 270:
      return { x0: b.y0, y0: turn.width - b.x1, x1: b.y1, y1: turn.width - b.x0 };
    default:
      return b;
  }
}

/** The box where it stands on the page as it is seen: the inverse of levelling and turning. */
export const turnBack = (b: Box, turn: Turn): Box => quarterBack(turn.skew === 0 ? b : tilted(b, turn), turn);

/** A box of the page as it is seen where it stands when the page is turned upright and levelled. */
export const levelled = (b: Box, turn: Turn): Box => {
  const upright = turned(b, turn);
  return turn.skew === 0 ? upright : tilted(upright, { ...turn, skew: -turn.skew });
};

/** The box around a box of the upright page that is turned clockwise around its middle by `skew` degrees. */
function tilted(b: Box, { angle, width, height, skew }: Turn): Box {
  const [w, h] = angle % 180 === 0 ? [width, height] : [height, width];
  const cos = Math.cos((skew * Math.PI) / 180);
  const sin = Math.sin((skew * Math.PI) / 180);
  const dx = (b.x0 + b.x1 - w) / 2;
  const dy = (b.y0 + b.y1 - h) / 2;
  const x = dx * cos - dy * sin + w / 2;
  const y = dx * sin + dy * cos + h / 2;
  const halfWidth = ((b.x1 - b.x0) * cos + (b.y1 - b.y0) * Math.abs(sin)) / 2;
  const halfHeight = ((b.x1 - b.x0) * Math.abs(sin) + (b.y1 - b.y0) * cos) / 2;
  return { x0: x - halfWidth, y0: y - halfHeight, x1: x + halfWidth, y1: y + halfHeight };
}

function quarterBack(b: Box, turn: Turn): Box {
  switch (turn.angle) {
    case 90:
      return { x0: b.y0, y0: turn.height - b.x1, x1: b.y1, y1: turn.height - b.x0 };
    case 180:
      return turned(b, turn);
    case 270:
      return { x0: turn.width - b.y1, y0: b.x0, x1: turn.width - b.y0, y1: b.x1 };
    default:
      return b;
  }
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

import { type Box, midX, midY } from './box.js';
import { shiftAt, type Warp } from './warp.js';

/** How a page was turned to stand upright, and the size that it has as it is seen. */
export interface Turn {
  /** Degrees, clockwise: 0, 90, 180 or 270. */
  readonly angle: number;
  readonly width: number;
  readonly height: number;
  /** Degrees by which the lines of the upright page fell to the right before it was levelled around its middle. */
  readonly skew: number;
  /** How the upright, level page was bent before it was straightened, in points; left out where it was flat. */
  readonly warp?: Warp;
}

/** The box of the page as it is seen, after that is turned clockwise by `turn.angle`. */
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
export const turnBack = (b: Box, turn: Turn): Box => {
  const bent = turn.warp ? shifted(b, turn.warp, 1) : b;
  return quarterBack(turn.skew === 0 ? bent : tilted(bent, turn), turn);
};

/** A box of the page as it is seen where it stands when the page is turned upright and levelled. */
export const levelled = (b: Box, turn: Turn): Box => {
  const upright = turned(b, turn);
  const level = turn.skew === 0 ? upright : tilted(upright, { ...turn, skew: -turn.skew });
  return turn.warp ? shifted(level, turn.warp, -1) : level;
};

/** A box where its middle was before straightening, or (-1), nearly, where it is behind it. */
function shifted({ x0, y0, x1, y1 }: Box, warp: Warp, way: 1 | -1): Box {
  const [dx, dy] = shiftAt(warp, (x0 + x1) / 2, (y0 + y1) / 2).map((shift) => way * shift) as [number, number];
  return { x0: x0 + dx, y0: y0 + dy, x1: x1 + dx, y1: y1 + dy };
}

/** The box around a box of the upright page that is turned clockwise around its middle by `skew` degrees. */
function tilted(b: Box, turn: Turn): Box {
  const { skew } = turn;
  const [w, h] = uprightSize(turn);
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

/** The inverse of {@link turned}. */
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

/** A glyph as far as its place on a page goes; `angle` in degrees, counter-clockwise. */
interface PlacedGlyph {
  readonly box: Box;
  readonly angle: number;
}

/** A line parallel to an axis: `at` = y for `h`, x for `v`. */
interface PlacedLine {
  readonly axis: 'h' | 'v';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** All of a page that has a place on it, in points. */
interface PlacedPage {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly PlacedGlyph[];
  readonly rulings: readonly PlacedLine[];
  readonly edges: readonly PlacedLine[];
  readonly images: readonly Box[];
  readonly aside?: readonly { readonly box: Box }[];
}

/** A page as it is seen, turned upright and levelled with all that stands on it. */
export function turnPage<P extends PlacedPage>(page: P, turn: Turn): P {
  const [width, height] = uprightSize(turn);
  return moved(page, { width, height }, 360 - turn.angle, (b) => levelled(b, turn));
}

/** The upright page as it is seen: the inverse of {@link turnPage}. */
export function turnPageBack<P extends PlacedPage>(page: P, turn: Turn): P {
  return moved(page, { width: turn.width, height: turn.height }, turn.angle, (b) => turnBack(b, turn));
}

function moved<P extends PlacedPage>(
  page: P,
  size: { readonly width: number; readonly height: number },
  angle: number,
  move: (b: Box) => Box,
): P {
  return {
    ...page,
    ...size,
    glyphs: page.glyphs.map((g) => ({ ...g, box: move(g.box), angle: (g.angle + angle) % 360 })),
    rulings: page.rulings.map((line) => movedLine(line, move, angle)),
    edges: page.edges.map((line) => movedLine(line, move, angle)),
    images: page.images.map(move),
    ...(page.aside ? { aside: page.aside.map((one) => ({ ...one, box: move(one.box) })) } : {}),
  };
}

/** A line that is levelled stays parallel to its axis: it takes the middle of where it comes to stand. */
function movedLine<L extends PlacedLine>(line: L, move: (b: Box) => Box, angle: number): L {
  const { at, from, to } = line;
  const box = move(line.axis === 'h' ? { x0: from, x1: to, y0: at, y1: at } : { x0: at, x1: at, y0: from, y1: to });
  const isAlongX = (line.axis === 'h') === (angle % 180 === 0);
  return isAlongX
    ? { ...line, axis: 'h', at: midY(box), from: box.x0, to: box.x1 }
    : { ...line, axis: 'v', at: midX(box), from: box.y0, to: box.y1 };
}

/** Width and height of the page when it is turned upright. */
const uprightSize = ({ angle, width, height }: Turn): readonly [number, number] =>
  angle % 180 === 0 ? [width, height] : [height, width];

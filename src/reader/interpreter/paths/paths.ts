import type { Box } from '../../../geometry/box.js';
import { midX, midY } from '../../../geometry/box.js';
import type { Ruling } from '../../reader-types.js';
import { READER_TOLERANCES } from '../../tolerances.js';
import type { Matrix } from '../matrix.js';
import { boundsOf, isBox, isRounded, type Subpath } from './boxes.js';

/**
 * Path codes of the stream that pdfjs 5 hands over with `constructPath`. pdfjs does not export them (`DrawOPS` in its
 * `shared/util.js`), so they are written down here and held by a test.
 */
export const PATH = { move: 0, line: 1, curve: 2, quad: 3, close: 4 } as const;

/** Reads a pdfjs path stream and maps it by `m`. Stops quietly at an unknown code or a short stream. */
export function decodePath(stream: ArrayLike<number>, m: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let points: number[] = [];
  let curved = false;
  const flush = (closed: boolean): void => {
    if (points.length > 0) subpaths.push({ points, closed, curved });
    points = [];
    curved = false;
  };
  const add = (i: number): boolean => {
    const x = stream[i];
    const y = stream[i + 1];
    if (x === undefined || y === undefined) return false;
    const px = m[0] * x + m[2] * y + m[4];
    const py = m[1] * x + m[3] * y + m[5];
    if (!Number.isFinite(px) || !Number.isFinite(py)) return false;
    points.push(px, py);
    return true;
  };
  for (let i = 0; i < stream.length; ) {
    const code = stream[i];
    if (code === PATH.move) {
      flush(false);
      if (!add(i + 1)) break;
      i += 3;
    } else if (code === PATH.line) {
      if (!add(i + 1)) break;
      i += 3;
    } else if (code === PATH.curve) {
      curved = true;
      if (!add(i + 1) || !add(i + 3) || !add(i + 5)) break;
      i += 7;
    } else if (code === PATH.quad) {
      curved = true;
      if (!add(i + 1) || !add(i + 3)) break;
      i += 5;
    } else if (code === PATH.close) {
      const [x, y] = points;
      flush(true);
      // After a close the current point is the start of the subpath (PDF 32000-1, 8.5.2.1).
      const goesOn = stream[i + 1] !== PATH.move && i + 1 < stream.length;
      if (goesOn && x !== undefined && y !== undefined) points = [x, y];
      i += 1;
    } else break;
  }
  if (points.length > 2) flush(false);
  return subpaths;
}

/** The ruling that a filled box looks like, or null where it is an area or a dot. */
export function rulingOfBox(
  b: Box,
  maxWidth: number = READER_TOLERANCES.maxFilledWidth,
  minAspect: number = READER_TOLERANCES.minFilledAspect,
): Ruling | null {
  const w = b.x1 - b.x0;
  const h = b.y1 - b.y0;
  if (h <= w) {
    if (h > maxWidth || w < h * minAspect || w === 0) return null;
    return { axis: 'h', at: midY(b), from: b.x0, to: b.x1, width: h };
  }
  if (w > maxWidth || h < w * minAspect) return null;
  return { axis: 'v', at: midX(b), from: b.y0, to: b.y1, width: w };
}

/** The rulings that stroking the subpaths draws; `lineWidth` in page points. Slanted lines and curves draw none. */
export function strokeRulings(subpaths: readonly Subpath[], lineWidth: number): Ruling[] {
  const { maxDrift, maxSlope, maxStrokedWidth } = READER_TOLERANCES;
  const rulings: Ruling[] = [];
  for (const subpath of subpaths) {
    if (subpath.curved) {
      if (isRounded(subpath)) rulings.push(...sidesOf(boundsOf(subpath), lineWidth));
      continue;
    }
    const { points, closed } = subpath;
    const end = closed && points.length > 4 ? points.length : points.length - 2;
    for (let i = 0; i < end; i += 2) {
      const next = (i + 2) % points.length;
      const ax = points[i] as number;
      const ay = points[i + 1] as number;
      const bx = points[next] as number;
      const by = points[next + 1] as number;
      const dx = Math.abs(bx - ax);
      const dy = Math.abs(by - ay);
      if (Math.min(dx, dy) > Math.min(maxDrift, maxSlope * Math.max(dx, dy))) continue;
      const half = lineWidth / 2;
      // A short stroke with a wide pen is a line across its own direction.
      const box: Box =
        dx >= dy
          ? { x0: Math.min(ax, bx), x1: Math.max(ax, bx), y0: (ay + by) / 2 - half, y1: (ay + by) / 2 + half }
          : { x0: (ax + bx) / 2 - half, x1: (ax + bx) / 2 + half, y0: Math.min(ay, by), y1: Math.max(ay, by) };
      const ruling = rulingOfBox(box, maxStrokedWidth, 1);
      if (ruling) rulings.push(ruling);
    }
  }
  return rulings;
}

const sidesOf = ({ x0, y0, x1, y1 }: Box, width: number): Ruling[] => [
  { axis: 'h', at: y0, from: x0, to: x1, width },
  { axis: 'h', at: y1, from: x0, to: x1, width },
  { axis: 'v', at: x0, from: y0, to: y1, width },
  { axis: 'v', at: x1, from: y0, to: y1, width },
];

/** What filling draws. */
export interface Shapes {
  readonly rulings: Ruling[];
  readonly areas: Box[];
  /** The bounds of all other shapes. */
  readonly others: Box[];
}

/** What filling the subpaths draws: thin boxes are rulings, others are areas; a hollow frame is its four sides. */
export function fillShapes(subpaths: readonly Subpath[], evenOdd: boolean): Shapes {
  const rulings: Ruling[] = [];
  const areas: Box[] = [];
  const others: Box[] = [];
  const frames = hollowFrames(subpaths, evenOdd);
  for (const [i, subpath] of subpaths.entries()) {
    const frame = frames.get(i);
    if (frame === 'hole') continue;
    const box = boundsOf(subpath);
    if (frame) {
      for (const side of frameSides(box, frame)) rulings.push(side);
      continue;
    }
    if (isDot(box)) {
      rulings.push(...dotRulings(box));
      continue;
    }
    const ruling = rulingOfBox(box);
    if (ruling) rulings.push(ruling);
    else if (isBox(subpath)) areas.push(box);
    else others.push(box);
  }
  return { rulings, areas, others };
}

/** A mark as small as a pen is wide may be a dot of a dotted line in either direction. */
const isDot = (b: Box): boolean => Math.max(b.x1 - b.x0, b.y1 - b.y0) <= READER_TOLERANCES.maxFilledWidth;

function dotRulings(b: Box): Ruling[] {
  const w = b.x1 - b.x0;
  const h = b.y1 - b.y0;
  return [
    { axis: 'h', at: midY(b), from: b.x0, to: b.x1, width: h },
    { axis: 'v', at: midX(b), from: b.y0, to: b.y1, width: w },
  ];
}

/** The boxes of round outlines as large as a seal. */
export function ringsOf(subpaths: readonly Subpath[]): Box[] {
  const { minRing, maxRing, maxOval } = READER_TOLERANCES;
  return subpaths.flatMap((subpath) => {
    if (!subpath.curved || subpath.points.length < 6 || isRounded(subpath)) return [];
    const box = boundsOf(subpath);
    const w = box.x1 - box.x0;
    const h = box.y1 - box.y0;
    const long = Math.max(w, h);
    return long >= minRing && long <= maxRing && long <= maxOval * Math.min(w, h) ? [box] : [];
  });
}

/** Pairs of rectangles in one path, the second a little inside the first: a border drawn as one filled frame. */
function hollowFrames(subpaths: readonly Subpath[], evenOdd: boolean): Map<number, Box | 'hole'> {
  const frames = new Map<number, Box | 'hole'>();
  for (let i = 0; i + 1 < subpaths.length; i++) {
    const outer = subpaths[i] as Subpath;
    const inner = subpaths[i + 1] as Subpath;
    if (frames.has(i) || !isBox(outer) || !isBox(inner)) continue;
    if (!evenOdd && turn(outer) === turn(inner)) continue;
    const o = boundsOf(outer);
    const n = boundsOf(inner);
    const gaps = [n.x0 - o.x0, n.y0 - o.y0, o.x1 - n.x1, o.y1 - n.y1];
    if (gaps.some((gap) => gap < -READER_TOLERANCES.noWidth || gap > READER_TOLERANCES.maxFilledWidth)) continue;
    frames.set(i, n);
    frames.set(i + 1, 'hole');
  }
  return frames;
}

function frameSides(o: Box, n: Box): Ruling[] {
  const sides: Ruling[] = [
    { axis: 'h', at: (o.y0 + n.y0) / 2, from: o.x0, to: o.x1, width: n.y0 - o.y0 },
    { axis: 'h', at: (o.y1 + n.y1) / 2, from: o.x0, to: o.x1, width: o.y1 - n.y1 },
    { axis: 'v', at: (o.x0 + n.x0) / 2, from: o.y0, to: o.y1, width: n.x0 - o.x0 },
    { axis: 'v', at: (o.x1 + n.x1) / 2, from: o.y0, to: o.y1, width: o.x1 - n.x1 },
  ];
  return sides.filter((side) => side.width > READER_TOLERANCES.noWidth);
}

/** Sign of the enclosed area: which way round the subpath turns. */
function turn(subpath: Subpath): number {
  let area = 0;
  const { points } = subpath;
  for (let i = 0; i < points.length; i += 2) {
    const next = (i + 2) % points.length;
    area += (points[i] as number) * (points[next + 1] as number) - (points[next] as number) * (points[i + 1] as number);
  }
  return Math.sign(area);
}

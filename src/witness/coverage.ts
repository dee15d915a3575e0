import type { Matrix } from '../reader/interpreter/matrix.js';
import type { Outline } from '../reader/picture/shown-types.js';
import { edgesOf } from './outline.js';

/** How much of each pixel a shape covers, from 0 to 255, in a rectangle of the picture. */
export interface Coverage {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Pixels, all in all. */
  readonly area: number;
}

/** Lines of a pixel at which it is looked whether it is inside. */
const LINES = 4;
/** No glyph is drawn with more pixels: the picture of a page has no larger ones that are text. */
const MAX_SIDE = 400;

/** What an outline covers, filled by the nonzero rule; `m` leads from it to pixels. Null where it is empty, or far too large. */
export function coverageOf(outline: Outline, m: Matrix): Coverage | null {
  const edges = edgesOf(outline, m);
  if (edges.length === 0) return null;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < edges.length; i += 4) {
    x0 = Math.min(x0, edges[i] as number, edges[i + 2] as number);
    x1 = Math.max(x1, edges[i] as number, edges[i + 2] as number);
    y0 = Math.min(y0, edges[i + 1] as number, edges[i + 3] as number);
    y1 = Math.max(y1, edges[i + 1] as number, edges[i + 3] as number);
  }
  const [x, y] = [Math.floor(x0), Math.floor(y0)];
  const width = Math.ceil(x1) - x;
  const height = Math.ceil(y1) - y;
  if (!(width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE)) return null;
  const sums = new Float32Array(width * height);
  for (let line = 0; line < height * LINES; line++) {
    const at = y + (line + 0.5) / LINES;
    fillLine(crossingsAt(edges, at), x, width, sums, Math.floor(line / LINES) * width);
  }
  const data = new Uint8Array(width * height);
  let area = 0;
  for (let i = 0; i < data.length; i++) {
    const cover = Math.min(1, (sums[i] as number) / LINES);
    area += cover;
    data[i] = Math.round(cover * 255);
  }
  return { x, y, width, height, data, area };
}

/** Where the edges cross a level line, and in which direction, from left to right. */
function crossingsAt(edges: readonly number[], at: number): { x: number; turn: number }[] {
  const found: { x: number; turn: number }[] = [];
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i], edges[i + 1], edges[i + 2], edges[i + 3]] as [number, number, number, number];
    if (ay <= at === by <= at) continue;
    found.push({ x: ax + ((at - ay) / (by - ay)) * (bx - ax), turn: by > ay ? 1 : -1 });
  }
  return found.sort((a, b) => a.x - b.x);
}

/** Adds to a row of pixels how much of each the inside of a line covers. */
function fillLine(
  crossings: readonly { x: number; turn: number }[],
  left: number,
  width: number,
  sums: Float32Array,
  row: number,
): void {
  let winding = 0;
  for (const [i, { x, turn }] of crossings.entries()) {
    const from = x - left;
    winding += turn;
    const next = crossings[i + 1];
    if (winding === 0 || !next) continue;
    const to = Math.min(next.x - left, width);
    for (let px = Math.max(0, Math.floor(from)); px < to; px++) {
      const part = Math.min(to, px + 1) - Math.max(from, px);
      if (part > 0) (sums[row + px] as number) += part;
    }
  }
}

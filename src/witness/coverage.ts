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
  const turns = new Float32Array(width * height + 2);
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i], edges[i + 1], edges[i + 2], edges[i + 3]] as [number, number, number, number];
    addEdge(turns, width, ax - x, ay - y, bx - x, by - y);
  }
  const data = new Uint8Array(width * height);
  let [inside, area] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    inside += turns[i] as number;
    const cover = Math.min(1, Math.abs(inside));
    area += cover;
    data[i] = Math.round(cover * 255);
  }
  return { x, y, width, height, data, area };
}

/**
 * Adds an edge to what changes from pixel to pixel of how much is inside: summed up along the rows, it gives for each pixel the part
 * of it that is on the right of edges that go down, less that of those that go up.
 */
function addEdge(turns: Float32Array, width: number, ax: number, ay: number, bx: number, by: number): void {
  const down = ay < by ? 1 : -1;
  const [x0, y0, x1, y1] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay];
  const slope = (x1 - x0) / (y1 - y0);
  let x = x0;
  for (let row = Math.floor(y0); row < y1; row++) {
    const part = Math.min(row + 1, y1) - Math.max(row, y0);
    const next = x + slope * part;
    addPiece(turns, row * width, down * part, Math.min(x, next), Math.max(x, next));
    x = next;
  }
}

/** A piece of an edge within a row, from left to right, and how much of the row's height it spans, with its direction. */
function addPiece(turns: Float32Array, row: number, height: number, left: number, right: number): void {
  const first = Math.floor(left);
  const last = Math.ceil(right);
  if (last <= first + 1) {
    const beyond = (left + right) / 2 - first;
    (turns[row + first] as number) += height * (1 - beyond);
    (turns[row + first + 1] as number) += height * beyond;
    return;
  }
  // The part of each pixel that is right of the piece, and what of it is new in that pixel.
  let before = 0;
  for (let pixel = first; pixel < last; pixel++) {
    const now = partRight(left, right, pixel);
    (turns[row + pixel] as number) += height * (now - before);
    before = now;
  }
  (turns[row + last] as number) += height * (1 - before);
}

/** Mean over a piece that runs evenly from left to right of how much of a pixel lies on its right. */
function partRight(left: number, right: number, pixel: number): number {
  const length = right - left;
  const passed = Math.max(0, Math.min(right, pixel) - left);
  const from = Math.max(left, pixel);
  const to = Math.min(right, pixel + 1);
  const crossed = to > from ? (to - from) * (pixel + 1 - (from + to) / 2) : 0;
  return (passed + crossed) / length;
}

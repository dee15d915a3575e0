/** A rectangle in points (1/72 inch), origin top left, y growing downwards, `x0 <= x1` and `y0 <= y1`. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Where something stands: a 1-based page number and a box on that page, in points. */
export interface Place {
  readonly page: number;
  readonly bbox: Box;
}

/** `[x0, y0, x1, y1]` with two decimals: finer than any printer, and the same on every machine. */
export const corners = (b: Box): [number, number, number, number] => [
  round(b.x0),
  round(b.y0),
  round(b.x1),
  round(b.y1),
];
const round = (points: number): number => Math.round(points * 100) / 100;

export const width = (b: Box): number => b.x1 - b.x0;

/** The smallest box that holds all the given ones; throws nothing, returns null for an empty list. */
export function union(boxes: Iterable<Box>): Box | null {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (const b of boxes) {
    if (b.x0 < x0) x0 = b.x0;
    if (b.y0 < y0) y0 = b.y0;
    if (b.x1 > x1) x1 = b.x1;
    if (b.y1 > y1) y1 = b.y1;
  }
  return x0 <= x1 ? { x0, y0, x1, y1 } : null;
}

/** Length that two intervals have in common, 0 where they do not meet. */
export const overlap = (a0: number, a1: number, b0: number, b1: number): number =>
  Math.max(0, Math.min(a1, b1) - Math.max(a0, b0));

/** The middle of a box, on either axis. */
export const midX = (b: Box): number => (b.x0 + b.x1) / 2;
export const midY = (b: Box): number => (b.y0 + b.y1) / 2;

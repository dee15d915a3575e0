import type { Box } from '../../geometry/box.js';

/** An affine map `[a, b, c, d, e, f]`: x' = a x + c y + e, y' = b x + d y + f (PDF 32000-1, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `inner` first and `outer` to the result. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

/** A matrix from what pdfjs hands over (array or typed array), or null where it is not six finite numbers. */
export function toMatrix(values: ArrayLike<number> | null | undefined): Matrix | null {
  if (!values || values.length < 6) return null;
  for (let i = 0; i < 6; i++) if (!Number.isFinite(values[i])) return null;
  return [values[0], values[1], values[2], values[3], values[4], values[5]] as unknown as Matrix;
}

/** The box on the page of a rectangle `[x0, y0, x1, y1]`, or null where a number is not finite. */
export function mapRect(m: Matrix, rect: ArrayLike<number>): Box | null {
  const [x0 = Number.NaN, y0 = Number.NaN, x1 = Number.NaN, y1 = Number.NaN] = Array.from(rect);
  const xs = [x0, x1].flatMap((x) => [y0, y1].map((y) => m[0] * x + m[2] * y + m[4]));
  const ys = [x0, x1].flatMap((x) => [y0, y1].map((y) => m[1] * x + m[3] * y + m[5]));
  const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
  return Number.isFinite(box.x0 + box.y0 + box.x1 + box.y1) ? box : null;
}

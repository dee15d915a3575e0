import { spotAt, valueAt, type Warp } from '../geometry/warp.js';
import { transposed } from './binarise.js';
import { type Curve, curvesOf } from './lines/curves.js';
import type { Ink } from './raster-types.js';
import { RASTER_TOLERANCES as TOL } from './tolerances.js';

/**
 * How the sheet of a level picture was bent: the smoothest way in which its rulings, followed where they are, come to lie along the
 * axes. Keystone, the arc of a page held by hand, and the gutter of a book are all of it. Null where they lie so already.
 */
export function warpOf(ink: Ink, scale: number): Warp | null {
  const level = curvesOf(ink, scale);
  const upright = curvesOf(transposed(ink), scale);
  if (level.length < TOL.fewLines || bendOf([...level, ...upright]) < TOL.bentPixels) return null;
  const { width, height } = ink;
  const size = { cols: TOL.warpNodes, rows: TOL.warpNodes, width, height };
  const flat = new Float64Array(size.cols * size.rows);
  let warp: Warp = { ...size, dx: flat, dy: flat };
  for (let round = 0; round < TOL.warpRounds; round++) {
    const dy = fitted(level, warp, ([x, y]) => [x, y]);
    const dx = fitted(upright, warp, ([y, x]) => [x, y]);
    warp = { ...size, dx, dy };
  }
  return warp;
}

/** How many pixels most curves bend at most. */
function bendOf(curves: readonly Curve[]): number {
  const bends = curves.map((points) => {
    const across = points.map(([, v]) => v);
    return Math.max(...across) - Math.min(...across);
  });
  return bends.sort((a, b) => a - b)[Math.floor(bends.length * TOL.mostCurves)] ?? 0;
}

/**
 * The displacement across the curves at each node, by least squares: along a curve it differs from the curve's own course by a constant,
 * and from node to node it changes evenly. Those of the last round tell where on the straight page a point stands.
 */
function fitted(
  curves: readonly Curve[],
  last: Warp,
  place: (p: readonly [number, number]) => [number, number],
): Float64Array {
  const n = last.cols * last.rows;
  const matrix = Array.from({ length: n }, () => new Float64Array(n));
  const right = new Float64Array(n);
  let points = 0;
  for (const curve of curves) {
    points += curve.length;
    const middle = curve.reduce((sum, [, v]) => sum + v, 0) / curve.length;
    const mean = new Map<number, number>();
    for (const point of curve) {
      const [x, y] = place(point);
      const here = spotAt(last, x, y);
      const spot = spotAt(last, x - valueAt(last.dx, here), y - valueAt(last.dy, here));
      for (const [i, a] of spot.nodes.entries()) {
        const part = spot.parts[i] as number;
        mean.set(a, (mean.get(a) ?? 0) + part / curve.length);
        add(right, a, part * (point[1] - middle));
        for (const [k, b] of spot.nodes.entries()) add(matrix[a] as Float64Array, b, part * (spot.parts[k] as number));
      }
    }
    for (const [a, p] of mean) for (const [b, q] of mean) add(matrix[a] as Float64Array, b, -curve.length * p * q);
  }
  stiffen(matrix, last, Math.max(1, points) / n);
  return solved(matrix, right);
}

const add = (values: Float64Array, at: number, value: number): void => {
  values[at] = (values[at] as number) + value;
};

/** Three nodes in a row lie on a straight line, and all near to nothing, where no curve says otherwise. */
function stiffen(matrix: readonly Float64Array[], { cols, rows }: Warp, weight: number): void {
  const bend = (nodes: readonly [number, number, number]): void => {
    for (const [i, a] of nodes.entries())
      for (const [k, b] of nodes.entries())
        add(
          matrix[a] as Float64Array,
          b,
          TOL.warpStiffness * weight * ([1, -2, 1][i] as number) * ([1, -2, 1][k] as number),
        );
  };
  for (let k = 0; k < matrix.length; k++) {
    add(matrix[k] as Float64Array, k, TOL.warpRest * weight);
    const col = k % cols;
    if (col > 0 && col < cols - 1) bend([k - 1, k, k + 1]);
    if (k >= cols && k < cols * (rows - 1)) bend([k - cols, k, k + cols]);
  }
}

/** Solves a symmetric, positive system in place (A.-L. Cholesky). */
function solved(a: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    const row = a[i] as Float64Array;
    for (let k = 0; k <= i; k++) {
      const other = a[k] as Float64Array;
      let sum = row[k] as number;
      for (let m = 0; m < k; m++) sum -= (row[m] as number) * (other[m] as number);
      row[k] = i === k ? Math.sqrt(Math.max(1e-12, sum)) : sum / (other[k] as number);
    }
    let value = right[i] as number;
    for (let m = 0; m < i; m++) value -= (row[m] as number) * (right[m] as number);
    right[i] = value / (row[i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let value = right[i] as number;
    for (let m = i + 1; m < n; m++) value -= ((a[m] as Float64Array)[i] as number) * (right[m] as number);
    right[i] = value / ((a[i] as Float64Array)[i] as number);
  }
  return right;
}

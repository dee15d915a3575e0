import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';

/** The boundaries of both parts together, and for each part the new index of each of its boundaries. */
export function mergedColumns(
  a: readonly number[],
  b: readonly number[],
): { xs: number[]; first: number[]; second: number[] } {
  const xs: number[] = [];
  const first: number[] = [];
  const second: number[] = [];
  for (let i = 0, k = 0; i < a.length || k < b.length; ) {
    const x = a[i] ?? Infinity;
    const y = b[k] ?? Infinity;
    const both = Math.abs(x - y) <= TOL.sameColumn;
    if (both || x < y) first[i++] = xs.length;
    if (both || y < x) second[k++] = xs.length;
    xs.push(both || x < y ? x : y);
  }
  return { xs, first, second };
}

/** The cell with its columns counted by the new boundaries. */
export function mapColumns<T extends { readonly col: number; readonly colSpan: number }>(
  cell: T,
  map: readonly number[],
): T {
  const col = map[cell.col] as number;
  return { ...cell, col, colSpan: (map[cell.col + cell.colSpan] as number) - col };
}

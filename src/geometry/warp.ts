/**
 * How a page that was not flat is bent: at the nodes of a grid over the straightened page, which begins at its corner and is `width` by
 * `height`, how far away what stands there is found. Between nodes it is in proportion.
 */
export interface Warp {
  readonly cols: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  /** Row by row from the top, in the unit of the width. */
  readonly dx: Float64Array;
  readonly dy: Float64Array;
}

/** Four nodes around a place, and what part of each counts there. */
export interface Spot {
  readonly nodes: readonly [number, number, number, number];
  readonly parts: readonly [number, number, number, number];
}

export function spotAt({ cols, rows, width, height }: Omit<Warp, 'dx' | 'dy'>, x: number, y: number): Spot {
  const u = Math.min(cols - 1, Math.max(0, (x / width) * (cols - 1)));
  const v = Math.min(rows - 1, Math.max(0, (y / height) * (rows - 1)));
  const col = Math.min(cols - 2, Math.floor(u));
  const row = Math.min(rows - 2, Math.floor(v));
  const [fu, fv] = [u - col, v - row];
  const k = row * cols + col;
  return {
    nodes: [k, k + 1, k + cols, k + cols + 1],
    parts: [(1 - fu) * (1 - fv), fu * (1 - fv), (1 - fu) * fv, fu * fv],
  };
}

/** What a grid of values has at a spot. */
export const valueAt = (values: ArrayLike<number>, { nodes, parts }: Spot): number =>
  nodes.reduce((sum, node, i) => sum + (values[node] as number) * (parts[i] as number), 0);

/** How far from a place of the straightened page what stands there is found. */
export function shiftAt(warp: Warp, x: number, y: number): readonly [number, number] {
  const spot = spotAt(warp, x, y);
  return [valueAt(warp.dx, spot), valueAt(warp.dy, spot)];
}

/** The same in another unit: of so many to one. */
export const scaledWarp = (warp: Warp, per: number): Warp => ({
  ...warp,
  width: warp.width / per,
  height: warp.height / per,
  dx: warp.dx.map((value) => value / per),
  dy: warp.dy.map((value) => value / per),
});

import type { Box } from '../geometry/box.js';
import { intervalOf } from './grid.js';
import type { Grid, GridCell, Segment } from './grid-types.js';

export const boxOfLine = ({ axis, at, from, to }: Segment): Box =>
  axis === 'h' ? { x0: from, x1: to, y0: at, y1: at } : { x0: at, x1: at, y0: from, y1: to };

export const boxOfGrid = ({ xs, ys }: Pick<Grid, 'xs' | 'ys'>): Box => ({
  x0: xs[0] as number,
  y0: ys[0] as number,
  x1: xs.at(-1) as number,
  y1: ys.at(-1) as number,
});

export const boxOfCell = ({ xs, ys }: Pick<Grid, 'xs' | 'ys'>, { row, col, rowSpan, colSpan }: GridCell): Box => ({
  x0: xs[col] as number,
  y0: ys[row] as number,
  x1: xs[col + colSpan] as number,
  y1: ys[row + rowSpan] as number,
});

/** Finds the cell of a grid at a point; null outside of it. */
export function cellFinder<T extends GridCell>(grid: {
  xs: readonly number[];
  ys: readonly number[];
  cells: readonly T[];
}): (x: number, y: number) => T | null {
  const { xs, ys, cells } = grid;
  const cols = xs.length - 1;
  const rows = ys.length - 1;
  const cellAt = new Int32Array(cols * rows).fill(-1);
  for (const [i, { row, col, rowSpan, colSpan }] of cells.entries()) {
    for (let r = row; r < row + rowSpan; r++) cellAt.fill(i, r * cols + col, r * cols + col + colSpan);
  }
  return (x, y) => {
    const col = intervalOf(xs, x);
    const row = intervalOf(ys, y);
    if (col < 0 || row < 0 || col >= cols || row >= rows) return null;
    return cells[cellAt[row * cols + col] as number] ?? null;
  };
}

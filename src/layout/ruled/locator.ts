import type { Box } from '../../geometry/box.js';
import { midX, midY } from '../../geometry/box.js';
import { intervalOf } from '../../grid/grid.js';
import type { Grid, GridCell } from '../../grid/grid-types.js';

/** A grid with a number for each of its unit squares: the cell that covers it. */
export interface Target {
  readonly grid: Grid;
  readonly cellAt: Int32Array;
  readonly bbox: Box;
  readonly owners: readonly Owner[];
}

/** A cell of a table. There is one of each, so that they can be compared. */
export interface Owner {
  readonly table: number;
  readonly cell: number;
  readonly box: Box;
}

/** Finds the cells that boxes stand in, which mostly follow each other in one cell. */
export class Locator {
  readonly targets: readonly Target[];
  /** The last cell that was found, where no other table can be in it. */
  private last: Owner | null = null;
  private lastBox: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };

  constructor(targets: readonly Target[]) {
    this.targets = targets;
  }

  /** The cell under the middle of the box: of the first table that has one there. */
  ownerOf(box: Box): Owner | null {
    const cx = midX(box);
    const cy = midY(box);
    const { x0, y0, x1, y1 } = this.lastBox;
    if (this.last && cx >= x0 && cx < x1 && cy >= y0 && cy < y1) return this.last;
    for (const [i, { bbox, grid, cellAt, owners }] of this.targets.entries()) {
      if (cx < bbox.x0 || cx > bbox.x1 || cy < bbox.y0 || cy > bbox.y1) continue;
      const { xs, ys } = grid;
      const cols = xs.length - 1;
      const col = Math.min(Math.max(intervalOf(xs, cx), 0), cols - 1);
      const row = Math.min(Math.max(intervalOf(ys, cy), 0), ys.length - 2);
      const cell = cellAt[row * cols + col] as number;
      if (cell < 0) continue;
      const owner = owners[cell] as Owner;
      if (i === 0) {
        this.last = owner;
        this.lastBox = owner.box;
      }
      return owner;
    }
    return null;
  }
}

export const boxOf = ({ xs, ys }: Grid, { row, col, rowSpan, colSpan }: GridCell): Box => ({
  x0: xs[col] as number,
  y0: ys[row] as number,
  x1: xs[col + colSpan] as number,
  y1: ys[row + rowSpan] as number,
});

export function toTarget(grid: Grid, table: number): Target {
  const cols = grid.xs.length - 1;
  const cellAt = new Int32Array(cols * (grid.ys.length - 1)).fill(-1);
  for (const [i, cell] of grid.cells.entries()) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      cellAt.fill(i, row * cols + cell.col, row * cols + cell.col + cell.colSpan);
    }
  }
  const { xs, ys } = grid;
  const bbox = { x0: xs[0] as number, y0: ys[0] as number, x1: xs.at(-1) as number, y1: ys.at(-1) as number };
  return { grid, cellAt, bbox, owners: grid.cells.map((at, cell) => ({ table, cell, box: boxOf(grid, at) })) };
}

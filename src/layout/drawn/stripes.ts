import { type Box, midX, midY } from '../../geometry/box.js';
import { median } from '../../geometry/order.js';
import { boxOfCell, boxOfGrid } from '../../grid/cells.js';
import { intervalOf } from '../../grid/grid.js';
import type { Grid, Segment } from '../../grid/grid-types.js';
import type { Line } from '../layout-types.js';
import { crosses } from '../lines.js';
import { LAYOUT_TOLERANCES } from '../tolerances.js';
import { rowOfCells, stacked } from './join-parts.js';
import type { TextIn } from './text-in.js';
import { DRAWN_TOLERANCES as TOL } from './tolerances.js';

/** Whether the areas of a grid colour its rows and say nothing of its columns: in most rows texts stand side by side in one cell. */
export function isStriped(grid: Grid, textIn: TextIn): boolean {
  const crowded = new Set<number>();
  for (const cell of grid.cells) {
    const texts = textIn(boxOfCell(grid, cell));
    if (texts.some((text, i) => i > 0 && onLine(text, texts[i - 1] as Line))) crowded.add(cell.row);
  }
  return crowded.size > TOL.crowdedRows * (grid.ys.length - 1);
}

const onLine = (a: Line, b: Line): boolean =>
  Math.abs(midY(a.box) - midY(b.box)) < LAYOUT_TOLERANCES.sameRow * Math.max(a.size, b.size);

/**
 * A grid of coloured areas with the rows right below and above it that have no colour, as the last one of a striped table has none:
 * their texts stand in its columns, as far from its edge as others stand from the edges of their rows.
 */
export function withBareRows(grid: Grid, areas: Lines, drawn: Lines, textIn: TextIn): Grid {
  const { y0, y1 } = boxOfGrid(grid);
  const isBare = (y: number): boolean => liesOn(areas, y, grid) && !liesOn(drawn, y, grid);
  if (!isBare(y0) && !isBare(y1)) return grid;
  const insets = grid.ys.slice(1).flatMap((bottom, row): number[] => {
    const top = grid.ys[row] as number;
    const texts = textIn({ ...boxOfGrid(grid), y0: top, y1: bottom });
    return texts.length === 0 ? [] : [Math.min(...texts.map(({ box }) => box.y0)) - top];
  });
  const inset = median(insets);
  if (inset === undefined) return grid;
  const below = isBare(y1) ? bareRow(grid, { ...boxOfGrid(grid), y0: y1, y1: Infinity }, inset, textIn) : null;
  const above = isBare(y0) ? bareRow(grid, { ...boxOfGrid(grid), y0: -Infinity, y1: y0 }, inset, textIn) : null;
  const { xs, columnsFrom } = grid;
  const lower = below ? stacked(grid, below, xs, y1) : grid;
  return { ...(above ? stacked(above, lower, xs, y0) : lower), columnsFrom };
}

type Lines = readonly Segment[];

/** Whether one of some lines lies on an edge of a grid. */
const liesOn = (lines: Lines, y: number, { xs }: Grid): boolean =>
  lines.some(
    ({ axis, at, from, to }) =>
      axis === 'h' && Math.abs(at - y) <= TOL.sameEnd && from < (xs.at(-1) as number) && to > (xs[0] as number),
  );

/** The row at the edge of a grid in a box that is open above or below; null where the texts there are none. */
function bareRow(grid: Grid, space: Box, inset: number, textIn: TextIn): Grid | null {
  const isBelow = space.y1 === Infinity;
  const height = median(grid.ys.slice(1).map((y, i) => y - (grid.ys[i] as number))) as number;
  const edge = isBelow ? space.y0 : space.y1;
  const reach = TOL.bareRow * height;
  const texts = textIn(isBelow ? { ...space, y1: edge + reach } : { ...space, y0: edge - reach });
  const columns = new Set(texts.map(({ box }) => intervalOf(grid.xs, midX(box))));
  const fits = columns.size > 1 && 2 * columns.size >= grid.xs.length - 1;
  if (!fits || texts.some((text) => grid.xs.some((x) => crosses(text, x)))) return null;
  const [top, bottom] = [Math.min(...texts.map(({ box }) => box.y0)), Math.max(...texts.map(({ box }) => box.y1))];
  const off = isBelow ? top - edge : edge - bottom;
  if (off > TOL.sameInset * inset) return null;
  const ys = isBelow ? [edge, bottom + inset] : [top - inset, edge];
  return rowOfCells(grid, ys);
}

import { type Box, midX } from '../../geometry/box.js';
import { countBefore, median } from '../../geometry/order.js';
import { boxOfGrid } from '../../grid/cells.js';
import { intervalOf } from '../../grid/grid.js';
import type { Grid, RuledCell, Segment } from '../../grid/grid-types.js';
import { crosses } from '../lines.js';
import type { TextIn } from './text-in.js';
import { DRAWN_TOLERANCES as TOL } from './tolerances.js';

/**
 * Grids that are parts of one table, as one. A table falls apart where its upright lines break off: at a heading row that spans it, at
 * rows that have none, at a row that a browser cuts at the edge of a page. Its parts have the same edges and the same columns.
 */
export function joinParts(grids: readonly Grid[], rules: readonly Segment[], textIn: TextIn): Grid[] {
  if (!grids.some((grid) => grid.columnsFrom === 'rulings')) return [...grids];
  // The tables in two cells of a column may be alike: they have the border of their cells between them.
  const isNested = (grid: Grid): boolean => grids.some((other) => other !== grid && surrounds(other, grid));
  const nested = new Set(grids.filter(isNested));
  const sorted = grids.filter((grid) => !nested.has(grid)).sort((a, b) => (a.ys[0] as number) - (b.ys[0] as number));
  const joined: Grid[] = [];
  for (const grid of sorted) {
    const at = joined.findLastIndex((above) => overlaps(above, grid));
    const above = joined[at];
    const whole = above && joinTwo(above, grid, textIn);
    if (whole) joined[at] = whole;
    else joined.push(grid);
  }
  const level = rules.filter((r) => r.axis === 'h').sort((a, b) => a.at - b.at);
  const grown = joined.map((grid) =>
    grid.columnsFrom === 'rulings' ? withOuterRows(grid, joined, level, textIn) : grid,
  );
  return [...grown, ...nested];
}

function surrounds(outer: Grid, inner: Grid): boolean {
  const a = boxOfGrid(outer);
  const b = boxOfGrid(inner);
  return a.x0 <= b.x0 && a.x1 >= b.x1 && a.y0 <= b.y0 && a.y1 >= b.y1;
}

const overlaps = (a: Grid, b: Grid): boolean =>
  (a.xs[0] as number) < (b.xs.at(-1) as number) && (b.xs[0] as number) < (a.xs.at(-1) as number);

/** Two grids of which one stands under the other, as one where they are one table; else null. */
function joinTwo(above: Grid, below: Grid, textIn: TextIn): Grid | null {
  if (above.columnsFrom === 'text' && below.columnsFrom === 'text') return null;
  const bottom = above.ys.at(-1) as number;
  const gap = (below.ys[0] as number) - bottom;
  const row = median([...heights(above), ...heights(below)]) as number;
  if (gap < -TOL.sameEnd || gap > TOL.headingRow * row) return null;
  if (above.columnsFrom !== below.columnsFrom) {
    const [drawn, text] = above.columnsFrom === 'rulings' ? [above, below] : [below, above];
    if (!hasItsColumns(text, drawn, textIn) || textIn(between(above, below)).length > 0) return null;
    return stacked(above, { ...below, xs: above.xs }, drawn.xs, drawn === above ? bottom : (below.ys[0] as number));
  }
  const [wide, narrow] = above.xs.length >= below.xs.length ? [above, below] : [below, above];
  if (!sameEdges(above.xs, below.xs) || !narrow.xs.every((x) => wide.xs.some((y) => Math.abs(x - y) <= TOL.sameEnd)))
    return null;
  const texts = textIn(between(above, below));
  if (texts.length === 0) return gap < TOL.seam * row ? stacked(above, below, wide.xs, bottom) : null;
  // A title above a table of its own keeps its distance; so does a table that has the same head once more.
  if (texts.length > 1 || gap < row / TOL.headingRow || saysAgain(above, below, textIn)) return null;
  const heading = { xs: wide.xs, ys: [bottom, below.ys[0] as number], cells: [wholeRow(wide.xs)] };
  return stacked(stacked(above, { ...above, ...heading }, wide.xs, bottom), below, wide.xs, below.ys[0] as number);
}

const between = (above: Grid, below: Grid): Box => {
  const { x0, x1, y1 } = boxOfGrid(above);
  return { x0, x1, y0: y1, y1: below.ys[0] as number };
};

const heights = ({ ys }: Grid): number[] => ys.slice(1).map((y, i) => y - (ys[i] as number));

const sameEdges = (a: readonly number[], b: readonly number[]): boolean =>
  Math.abs((a[0] as number) - (b[0] as number)) <= TOL.sameEnd &&
  Math.abs((a.at(-1) as number) - (b.at(-1) as number)) <= TOL.sameEnd;

/** Whether each text of a table without lines stands in that column of a drawn one which it has in its own. */
function hasItsColumns(text: Grid, drawn: Grid, textIn: TextIn): boolean {
  if (text.xs.length !== drawn.xs.length) return false;
  return textIn(boxOfGrid(text)).every(
    (piece) =>
      !drawn.xs.some((x) => crosses(piece, x)) &&
      intervalOf(drawn.xs, midX(piece.box)) === intervalOf(text.xs, midX(piece.box)),
  );
}

/** Whether the first row says what the first row above says: then it is the head of another table. */
function saysAgain(above: Grid, below: Grid, textIn: TextIn): boolean {
  const [a, b] = [above, below].map((grid) =>
    textIn({ ...boxOfGrid(grid), y1: grid.ys[1] as number })
      .map((piece) => piece.text)
      .join(' '),
  );
  return a === b;
}

const wholeRow = (xs: readonly number[]): RuledCell => ({
  row: 0,
  col: 0,
  rowSpan: 1,
  colSpan: xs.length - 1,
  openBottom: false,
});

/** A row with a cell in each column of a grid, between two heights. */
export const rowOfCells = (grid: Grid, ys: readonly number[]): Grid => ({
  ...grid,
  ys,
  cells: grid.xs.slice(1).map((_, col) => ({ ...wholeRow(grid.xs), col, colSpan: 1 })),
});

/** Two grids as one with the given columns, which meet at a height. */
export function stacked(above: Grid, below: Grid, xs: readonly number[], at: number): Grid {
  const rows = above.ys.length - 1;
  return {
    columnsFrom: 'rulings',
    xs,
    ys: [...above.ys.slice(0, -1), at, ...below.ys.slice(1)],
    cells: [
      ...above.cells.map((cell) => ({ ...inColumns(cell, above.xs, xs), openBottom: false })),
      ...below.cells.map((cell) => ({ ...inColumns(cell, below.xs, xs), row: cell.row + rows })),
    ],
  };
}

/** A cell of a grid in the columns of another that has all of its boundaries. */
function inColumns(cell: RuledCell, from: readonly number[], to: readonly number[]): RuledCell {
  if (from.length === to.length) return cell;
  const index = (col: number): number => {
    const x = from[col] as number;
    return to.reduce((best, y, i) => (Math.abs(y - x) < Math.abs((to[best] as number) - x) ? i : best), 0);
  };
  const col = index(cell.col);
  return { ...cell, col, colSpan: index(cell.col + cell.colSpan) - col };
}

/**
 * A grid with the rows above and below it, up to the next rules as wide as it is, which lack upright lines as a browser prints a row
 * that a page cuts: their texts stand in its columns.
 */
function withOuterRows(grid: Grid, grids: readonly Grid[], rules: readonly Segment[], textIn: TextIn): Grid {
  const { x0, x1, y0: top, y1: bottom } = boxOfGrid(grid);
  const reach = TOL.cutRow * heights(grid).reduce((most, h) => Math.max(most, h), 0);
  /** The rules between two heights that are as wide as the grid. */
  const wideRules = (from: number, to: number): number[] => {
    const first = (y: number): number => countBefore(rules.length, (i) => (rules[i] as Segment).at < y);
    return rules
      .slice(first(from), first(to))
      .filter((r) => sameEdges([x0, x1], [r.from, r.to]))
      .map((r) => r.at);
  };
  const isTaken = (y0: number, y1: number): boolean =>
    grids.some((other) => {
      const box = boxOfGrid(other);
      return other !== grid && box.x0 < x1 && box.x1 > x0 && box.y0 < y1 && box.y1 > y0;
    });
  const rowOf = (y0: number, y1: number): Grid | null => {
    const texts = textIn({ x0, x1, y0, y1 });
    const columns = new Set(texts.map((piece) => intervalOf(grid.xs, midX(piece.box))));
    const fits = columns.size > 1 && !texts.some((piece) => grid.xs.some((x) => crosses(piece, x)));
    if (!fits || isTaken(y0, y1)) return null;
    return rowOfCells(grid, [y0, y1]);
  };
  const over = wideRules(top - reach, top - TOL.sameEnd).at(-1);
  const under = wideRules(bottom + TOL.sameEnd, bottom + reach)[0];
  const first = over === undefined ? null : rowOf(over, top);
  const last = under === undefined ? null : rowOf(bottom, under);
  const lower = last ? stacked(grid, last, grid.xs, bottom) : grid;
  return first ? stacked(first, lower, grid.xs, top) : lower;
}

import type { Grid, RuledCell } from '../../grid/grid-types.js';
import type { Line, PageCell, PageTable } from '../layout-types.js';
import { isNumber } from './split-rows.js';
import { REFINE_TOLERANCES as TOL } from './tolerances.js';

/** Room between two texts, on the x axis. */
type Gap = readonly [from: number, to: number];

/**
 * The grid of a table with those of its columns parted that hold two columns of numbers: one gap runs through all texts of the
 * column, and most rows have a number on both sides of it. Names spread over their cell have such a gap too.
 */
export function splitColumns(grid: Grid, { cells }: PageTable): Grid {
  const cuts = new Map<number, number>();
  for (const [col, own] of singleColumns(cells)) {
    const at = cutOf(own);
    if (at !== null) cuts.set(col, at);
  }
  if (cuts.size === 0) return grid;
  const all: number[] = [];
  // Where each boundary of the drawn grid stands in the new one.
  const moved = grid.xs.map((x, col) => {
    all.push(x);
    const cut = cuts.get(col);
    if (cut !== undefined) all.push(cut);
    return all.length - 1 - (cut === undefined ? 0 : 1);
  });
  const parted = grid.cells.flatMap((cell, i): RuledCell[] => {
    const first = moved[cell.col] as number;
    const last = moved[cell.col + cell.colSpan] as number;
    const lines = cells[i]?.lines ?? [];
    const isWhole = (col: number): boolean => cell.colSpan > 1 && !standOnBothSides(lines, all[col] as number);
    const added = [...cuts].map(([col]) => (moved[col] as number) + 1);
    const borders = [first, ...added.filter((col) => col > first && col < last && !isWhole(col)), last];
    return borders.slice(1).map((to, k) => pieceOf(cell, borders[k] as number, to, k === 0, to === last));
  });
  return { ...grid, xs: all, cells: parted };
}

function pieceOf(cell: RuledCell, col: number, to: number, isFirst: boolean, isLast: boolean): RuledCell {
  const { openLeft, openRight, ...rest } = cell;
  return {
    ...rest,
    ...(openLeft && isFirst ? { openLeft } : {}),
    ...(openRight && isLast ? { openRight } : {}),
    col,
    colSpan: to - col,
  };
}

/** The cells with text of each column that stand in it alone. */
function singleColumns(cells: readonly PageCell[]): Map<number, PageCell[]> {
  const columns = new Map<number, PageCell[]>();
  for (const cell of cells) {
    if (cell.colSpan > 1 || cell.lines.length === 0) continue;
    const column = columns.get(cell.col);
    if (column) column.push(cell);
    else columns.set(cell.col, [cell]);
  }
  return columns;
}

/** Where a column is parted: in the middle of the gap through all of its lines; null where it is one. */
function cutOf(cells: readonly PageCell[]): number | null {
  const pairs = cells.flatMap(({ lines }) => lines.filter(isPair));
  if (pairs.length < TOL.manyPairs || 2 * pairs.length <= cells.length) return null;
  const size = Math.max(...pairs.map((line) => line.size));
  const lines = cells.flatMap((cell) => cell.lines);
  const free = lines.reduce<Gap | null>((gap, line) => gap && narrowed(gap, line), pairs[0]?.gaps?.[0] ?? null);
  return free && free[1] - free[0] > TOL.gutter * size ? (free[0] + free[1]) / 2 : null;
}

/** Two numbers with a wide gap between them. */
function isPair({ text, gaps = [] }: Line): boolean {
  const parts = text.trim().split(/\s+/u);
  return gaps.length === 1 && parts.length === 2 && parts.every((part) => isNumber({ text: part }));
}

/** What is free beside the texts of a line, and between them. */
const roomOf = ({ box, gaps = [] }: Line): Gap[] => [[-Infinity, box.x0], ...gaps, [box.x1, Infinity]];

/** What a line leaves free of a gap; null where it goes over it. */
function narrowed([from, to]: Gap, line: Line): Gap | null {
  const free = roomOf(line).map(([a, b]): Gap => [Math.max(from, a), Math.min(to, b)]);
  return free.find(([a, b]) => a < b) ?? null;
}

/** Whether lines have texts on both sides of a place, and none over it. */
const standOnBothSides = (lines: readonly Line[], x: number): boolean =>
  lines.some(({ box }) => box.x0 < x) &&
  lines.some(({ box }) => box.x1 > x) &&
  lines.every((line) => roomOf(line).some(([from, to]) => x > from && x < to));

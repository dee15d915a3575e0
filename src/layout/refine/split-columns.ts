import { type Box, midX, midY } from '../../geometry/box.js';
import { median } from '../../geometry/order.js';
import { boxOfCell } from '../../grid/cells.js';
import type { Grid, RuledCell } from '../../grid/grid-types.js';
import type { TextIn } from '../drawn/text-in.js';
import type { Line, PageTable } from '../layout-types.js';
import { crosses } from '../lines.js';
import { LAYOUT_TOLERANCES } from '../tolerances.js';
import { separators } from '../unruled/separators.js';
import { isNumeric } from '../unruled/wraps.js';
import { REFINE_TOLERANCES as TOL } from './tolerances.js';

/**
 * The grid of a table with those of its drawn columns parted that hold several columns of text: where in most cells texts stand
 * side by side, the gaps between them are one over another, and so are the texts, numbers among them. Null where there are none.
 */
export function splitColumns(grid: Grid, table: PageTable, textIn: TextIn): Grid | null {
  const cuts = new Map<number, number[]>();
  for (const col of crowdedColumns(table)) {
    const own = grid.cells.filter((cell) => cell.col === col && cell.colSpan === 1);
    const at = cutsOf(own.flatMap((cell) => textLines(textIn(boxOfCell(grid, cell)))));
    if (at.length > 0) cuts.set(col, at);
  }
  return cuts.size === 0 ? null : parted(grid, cuts, textIn);
}

/** The columns in which most cells with text have gaps in it that may be those of columns. */
function crowdedColumns({ columnsFrom, cells }: PageTable): number[] {
  if (columnsFrom !== 'rulings') return [];
  const counts = new Map<number, { filled: number; crowded: number }>();
  for (const { col, colSpan, lines } of cells) {
    if (colSpan > 1 || lines.length === 0) continue;
    const count = counts.get(col) ?? { filled: 0, crowded: 0 };
    counts.set(col, count);
    count.filled++;
    if (lines.some(({ gaps }) => gaps !== undefined)) count.crowded++;
  }
  return [...counts].flatMap(([col, { filled, crowded }]) =>
    crowded >= TOL.crowdedCells && crowded >= TOL.mostCells * filled ? [col] : [],
  );
}

/** Texts by the lines on which they stand, from left to right. */
function textLines(texts: readonly Line[]): Line[][] {
  const lines: Line[][] = [];
  for (const text of [...texts].sort((a, b) => midY(a.box) - midY(b.box))) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (first && Math.abs(midY(text.box) - midY(first.box)) < TOL.sameHeight * Math.max(text.size, first.size)) {
      line?.push(text);
    } else lines.push([text]);
  }
  return lines.map((line) => line.sort((a, b) => a.box.x0 - b.box.x0));
}

/** Where a column is parted, ascending: at gaps that most lines leave open, between texts that stand under one another. */
function cutsOf(lines: readonly (readonly Line[])[]): number[] {
  const at = separators(lines, []).filter((x) => {
    const crossing = lines.filter((line) => line.some((text) => crosses(text, x)));
    const beside = lines.filter(
      (line) => line.some(({ box }) => midX(box) < x) && line.some(({ box }) => midX(box) > x),
    );
    return beside.length >= TOL.crowdedCells && crossing.length <= TOL.fewCrossing * lines.length;
  });
  if (at.length === 0) return [];
  const edges = [Number.NEGATIVE_INFINITY, ...at, Number.POSITIVE_INFINITY];
  const columns = edges
    .slice(1)
    .map((to, i) =>
      lines.flatMap((line) => line.filter(({ box }) => midX(box) > (edges[i] as number) && midX(box) <= to)),
    );
  const isOfNumbers = (texts: readonly Line[]): boolean =>
    texts.filter(isNumeric).length >= TOL.mostCells * texts.length;
  return columns.every(keepsEdge) && columns.some(isOfNumbers) ? at : [];
}

/** Whether most texts begin, end or have their middles under one another. */
function keepsEdge(texts: readonly Line[]): boolean {
  return [({ x0 }: Box) => x0, ({ x1 }: Box) => x1, midX].some((edge) => {
    const usual = median(texts.map(({ box }) => edge(box))) as number;
    const kept = texts.filter(({ box, size }) => Math.abs(edge(box) - usual) <= LAYOUT_TOLERANCES.sharedStart * size);
    return kept.length >= TOL.mostCells * texts.length;
  });
}

/** The grid with some of its columns parted. A text that crosses a cut, or is centred over all of them, keeps its cell whole. */
function parted(grid: Grid, cuts: ReadonlyMap<number, readonly number[]>, textIn: TextIn): Grid {
  const xs: number[] = [];
  const moved = grid.xs.map((x, col) => {
    xs.push(x, ...(cuts.get(col) ?? []));
    return xs.length - 1 - (cuts.get(col)?.length ?? 0);
  });
  const cells = grid.cells.flatMap((cell): RuledCell[] => {
    const col = moved[cell.col] as number;
    const end = moved[cell.col + cell.colSpan] as number;
    const whole = { ...cell, col, colSpan: end - col };
    const places = range(cell.col, cell.col + cell.colSpan).flatMap((c) =>
      (cuts.get(c) ?? []).map((x, i) => ({ x, at: (moved[c] as number) + i + 1 })),
    );
    if (places.length === 0) return [whole];
    const box = boxOfCell(grid, cell);
    const texts = textIn(box);
    const [only] = texts;
    const isCentred =
      only && texts.length === 1 && !isNumeric(only) && Math.abs(midX(only.box) - midX(box)) < TOL.centred * only.size;
    if (isCentred && places.length > 1) return [whole];
    // A cell that is merged is so on purpose, unless it has a text on either side.
    const isFree = (x: number): boolean =>
      !texts.some((text) => crosses(text, x)) &&
      (cell.colSpan === 1 || (texts.some(({ box: b }) => b.x1 < x) && texts.some(({ box: b }) => b.x0 > x)));
    const free = places.flatMap(({ x, at }) => (isFree(x) ? [at] : []));
    const bounds = [col, ...free, end];
    return bounds.slice(1).map((to, i): RuledCell => {
      const { openLeft, openRight, ...rest } = cell;
      const from = bounds[i] as number;
      return {
        ...rest,
        col: from,
        colSpan: to - from,
        ...(openLeft !== undefined && from === col ? { openLeft } : {}),
        ...(openRight !== undefined && to === end ? { openRight } : {}),
      };
    });
  });
  return { ...grid, xs, cells };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

import type { Box } from '../geometry/box.js';
import { midX, midY, overlap } from '../geometry/box.js';
import { boxOfLine } from '../grid/cells.js';
import type { Grid, Segment } from '../grid/grid-types.js';
import { ruledGrids } from '../grid/ruled-grids.js';
import { mergeRulings } from '../grid/segments.js';
import type { Glyph, Ruling } from '../reader/reader-types.js';
import { joinParts } from './drawn/join-parts.js';
import { holds as isInChart, outsideCharts, withoutScales } from './drawn/scales.js';
import { isStriped, withBareRows } from './drawn/stripes.js';
import type { TextIn } from './drawn/text-in.js';
import { inkedCells } from './ruled/fill.js';
import { LAYOUT_TOLERANCES as TOL } from './tolerances.js';
import { rowRuledGrids } from './unruled/row-ruled.js';
import { unruledGrids } from './unruled/unruled.js';

/** Those of a sheet, and what is one only beside the columns on another sheet. */
export interface FoundGrids {
  readonly grids: Grid[];
  readonly strips: Grid[];
}

/** Grids of lines first; then, where no lines form one, of coloured areas; then of horizontal rules; then of text alone. */
export function findGrids(
  segments: readonly Segment[],
  edges: readonly Ruling[],
  glyphs: readonly Glyph[],
  textIn: TextIn,
): FoundGrids {
  const texts = glyphs.map((glyph) => glyph.box);
  const drawn = ruledGrids(segments, texts);
  const ruled = withoutScales(drawn, glyphs);
  const outside = (s: Segment): boolean =>
    !ruled.grids.some((grid) => holds(grid, s)) && !ruled.charts.some((chart) => isInChart(chart, boxOfLine(s)));
  const areas = mergeRulings(edges).filter(outside);
  const colored = ruledGrids([...ruled.rest, ...areas], texts);
  const filled = withText(colored.grids, glyphs, isFilled);
  // Areas that colour rows alone are as good as rules.
  const stripes = filled.filter((grid) => isStriped(grid, textIn));
  const sides = areas.filter((s) => s.axis === 'h' && stripes.some((grid) => holds(grid, s)));
  const withBare = (grid: Grid): Grid => withBareRows(grid, areas, segments, textIn);
  const whole = filled.filter((grid) => !stripes.includes(grid)).map(withBare);
  const found = [...withText(ruled.grids, glyphs, isTable), ...whole];
  const free = outsideCharts(ruled.charts, glyphs).filter((g) => !found.some((grid) => covers(grid, g.box)));
  const rules = [...colored.rest, ...sides].filter((s) => !found.some((grid) => holds(grid, s)));
  const { grids, heights } = rowRuledGrids(rules, free);
  found.push(...grids.map(withBare));
  const unruled = unruledGrids(
    free.filter((g) => !found.some((grid) => covers(grid, g.box))),
    heights,
  );
  const all = joinParts([...found, ...unruled], rules, textIn);
  const isApart = (strip: Grid): boolean => !all.some((grid) => touches(grid, strip));
  return { grids: all, strips: drawn.strips.filter(isApart) };
}

const isFilled = (inked: readonly boolean[]): boolean => inked.filter(Boolean).length >= TOL.minFilled * inked.length;

/** Whether a grid of lines is a table: the grid lines of a chart hold stray numbers, and no row of texts. */
function isTable(inked: readonly boolean[], grid: Grid): boolean {
  if (isFilled(inked)) return true;
  const rows = new Map<number, { cells: number; filled: number }>();
  for (const [i, { row }] of grid.cells.entries()) {
    const count = rows.get(row) ?? { cells: 0, filled: 0 };
    count.cells++;
    if (inked[i]) count.filled++;
    rows.set(row, count);
  }
  return [...rows.values()].some(({ cells, filled }) => cells > 1 && filled >= TOL.minHeader * cells);
}

/** The grids that hold their text as a table does. */
function withText(grids: readonly Grid[], glyphs: readonly Glyph[], isOne: typeof isTable): Grid[] {
  const inked = inkedCells(grids, glyphs);
  return grids.filter((grid, i) => isOne(inked[i] ?? [], grid));
}

function holds(grid: Grid, s: Segment): boolean {
  const middle = (s.from + s.to) / 2;
  const box =
    s.axis === 'h' ? { x0: middle, x1: middle, y0: s.at, y1: s.at } : { x0: s.at, x1: s.at, y0: middle, y1: middle };
  return covers(grid, box);
}

const touches = (a: Grid, b: Grid): boolean =>
  overlap(a.xs[0] as number, a.xs.at(-1) as number, b.xs[0] as number, b.xs.at(-1) as number) > 0 &&
  overlap(a.ys[0] as number, a.ys.at(-1) as number, b.ys[0] as number, b.ys.at(-1) as number) > 0;

/** Whether the middle of the box lies in the grid. */
function covers({ xs, ys }: Grid, b: Box): boolean {
  const x = midX(b);
  const y = midY(b);
  return x >= (xs[0] as number) && x <= (xs.at(-1) as number) && y >= (ys[0] as number) && y <= (ys.at(-1) as number);
}

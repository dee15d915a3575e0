import type { Box } from '../geometry/box.js';
import { midX, midY, union } from '../geometry/box.js';
import { boxOfLine } from '../grid/cells.js';
import type { Grid, Segment } from '../grid/grid-types.js';
import { ruledGrids } from '../grid/ruled-grids.js';
import { mergeRulings } from '../grid/segments.js';
import type { Aside, Glyph, PageContent, Ruling } from '../reader/reader-types.js';
import { normalise } from '../text/normalise.js';
import { joinParts } from './drawn/join-parts.js';
import { holds as isInChart, withoutScales } from './drawn/scales.js';
import type { Line, PageLayout, PageTable } from './layout-types.js';
import { linesOf, piecesOf } from './lines.js';
import { splitRows } from './refine/split-rows.js';
import { fillGrids, inkedCells } from './ruled/fill.js';
import { LAYOUT_TOLERANCES as TOL } from './tolerances.js';
import { rowRuledGrids } from './unruled/row-ruled.js';
import { unruledGrids } from './unruled/unruled.js';
import { upright } from './upright.js';

/** The stages of one page, each as it came out: for looking at (`evalx inspect`) and for tests. */
export interface PageStages {
  readonly segments: readonly Segment[];
  readonly grids: readonly Grid[];
  /** The page, or each of the sheets that are printed beside one another on it, in the order of reading. */
  readonly sheets: readonly PageLayout[];
}

/** Rebuilds the tables of one page: rulings -> segments -> grids -> cells with text; the other text as lines. */
export function layoutPage(content: PageContent): PageStages {
  const { page, turn } = upright(content);
  const glyphs = page.glyphs.filter(isLevel);
  const segments = mergeRulings(page.rulings);
  const grids = findGrids(segments, page.edges, glyphs);
  const { tables, rest } = fillGrids(grids, glyphs);
  const layout: PageLayout = {
    page: page.number,
    width: page.width,
    height: page.height,
    frame: { x0: 0, y0: 0, x1: page.width, y1: page.height },
    turn,
    tables: tables
      .filter((t) => t.cells.some((cell) => cell.lines.length > 0))
      .map((table) => (table.columnsFrom === 'rulings' ? splitRows(table) : table))
      .sort(readingOrder),
    lines: loose(rest),
    images: page.images,
    aside: [...(page.aside ?? []), ...slanted(page.glyphs)],
  };
  return { segments, grids, sheets: [layout] };
}

/** Diagonal text is a watermark, text around a circle a seal: neither belongs to a table or a line. */
const isLevel = (g: Glyph): boolean => g.angle % 90 === 0;

function slanted(glyphs: readonly Glyph[]): Aside[] {
  const text = glyphs.filter((g) => !isLevel(g) && g.text.trim() !== '');
  const box = union(text.map((g) => g.box));
  return box ? [{ reason: 'watermark', text: normalise(text.map((g) => g.text).join('')), box }] : [];
}

/** Grids of lines first; then, where no lines form one, of coloured areas; then of horizontal rules; then of text alone. */
function findGrids(segments: readonly Segment[], edges: readonly Ruling[], glyphs: readonly Glyph[]): Grid[] {
  const texts = glyphs.map((glyph) => glyph.box);
  const ruled = withoutScales(ruledGrids(segments, texts), glyphs);
  const outside = (s: Segment): boolean =>
    !ruled.grids.some((grid) => holds(grid, s)) && !ruled.charts.some((chart) => isInChart(chart, boxOfLine(s)));
  const colored = ruledGrids([...ruled.rest, ...mergeRulings(edges).filter(outside)], texts);
  const found = [...withText(ruled.grids, glyphs, isTable), ...withText(colored.grids, glyphs, isFilled)];
  const free = glyphs.filter((g) => !found.some((grid) => covers(grid, g.box)));
  const rules = colored.rest.filter((s) => !found.some((grid) => holds(grid, s)));
  const { grids, heights } = rowRuledGrids(rules, free);
  found.push(...grids);
  const unruled = unruledGrids(
    free.filter((g) => !found.some((grid) => covers(grid, g.box))),
    heights,
  );
  return joinParts([...found, ...unruled], rules, glyphs);
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

/** Whether the middle of the box lies in the grid. */
function covers({ xs, ys }: Grid, b: Box): boolean {
  const x = midX(b);
  const y = midY(b);
  return x >= (xs[0] as number) && x <= (xs.at(-1) as number) && y >= (ys[0] as number) && y <= (ys.at(-1) as number);
}

function loose(glyphs: readonly Glyph[]): Line[] {
  const level = glyphs.filter((g) => g.angle === 0 && !g.vertical);
  const turned = glyphs.filter((g) => g.angle !== 0 || g.vertical);
  return [...piecesOf(level, TOL.columnGap), ...linesOf(turned)];
}

const readingOrder = (a: PageTable, b: PageTable): number => a.bbox.y0 - b.bbox.y0 || a.bbox.x0 - b.bbox.x0;

import type { Glyph, PageContent } from '../reader/types.js';
import { fillGrids } from './fill.js';
import { connectedLines, gridOf } from './grid.js';
import { linesOf, piecesOf } from './lines.js';
import { mergeRulings } from './segments.js';
import type { Grid, Line, PageLayout, PageTable, Segment } from './types.js';
import { upright } from './upright.js';

/** Texts on one line with a gap of this many times their size between them are two texts. */
const COLUMN_GAP = 2.5;

/** The stages of one page, each as it came out: for looking at (`evalx inspect`) and for tests. */
export interface PageStages {
  readonly segments: readonly Segment[];
  readonly grids: readonly Grid[];
  readonly layout: PageLayout;
}

/** Rebuilds the tables of one page: rulings -> segments -> grids -> cells with text; the other text as lines. */
export function layoutPage(content: PageContent): PageStages {
  const { page, turn } = upright(content);
  const segments = mergeRulings(page.rulings);
  const grids = connectedLines(segments).flatMap((lines) => gridOf(lines) ?? []);
  const level = page.glyphs.filter((g) => isLevel(g));
  const { tables, rest } = fillGrids(grids, level);
  const layout: PageLayout = {
    page: page.number,
    width: page.width,
    height: page.height,
    turn,
    tables: tables.filter((t) => t.cells.some((cell) => cell.lines.length > 0)).sort(readingOrder),
    lines: loose(rest),
  };
  return { segments, grids, layout };
}

/** Diagonal text is a watermark, text around a circle a seal: neither belongs to a table or a line. */
const isLevel = (g: Glyph): boolean => g.angle % 90 === 0;

function loose(glyphs: readonly Glyph[]): Line[] {
  const level = glyphs.filter((g) => g.angle === 0 && !g.vertical);
  const turned = glyphs.filter((g) => g.angle !== 0 || g.vertical);
  return [...piecesOf(level, COLUMN_GAP), ...linesOf(turned)];
}

const readingOrder = (a: PageTable, b: PageTable): number => a.bbox.y0 - b.bbox.y0 || a.bbox.x0 - b.bbox.x0;

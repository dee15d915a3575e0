import { type Box, union } from '../geometry/box.js';
import type { Grid, Segment } from '../grid/grid-types.js';
import { mergeRulings } from '../grid/segments.js';
import type { Aside, Glyph, PageContent } from '../reader/reader-types.js';
import { normalise } from '../text/normalise.js';
import { type TextIn, textFinder } from './drawn/text-in.js';
import { findGrids } from './find-grids.js';
import type { Line, PageLayout, PageTable } from './layout-types.js';
import { linesOf, piecesOf } from './lines.js';
import { bidiOf } from './logical.js';
import { splitColumns } from './refine/split-columns.js';
import { splitRows } from './refine/split-rows.js';
import { isIn, sheetsOf, stands } from './regions/sheets.js';
import { fillGrids } from './ruled/fill.js';
import { LAYOUT_TOLERANCES as TOL } from './tolerances.js';
import { upright } from './upright.js';

/** The stages of one page, each as it came out: for looking at (`evalx inspect`) and for tests. */
export interface PageStages {
  readonly segments: readonly Segment[];
  readonly grids: readonly Grid[];
  /** The page, or each of the sheets that are printed beside one another on it, in the order of reading. */
  readonly sheets: readonly PageLayout[];
}

/** Rebuilds the tables of one page: rulings -> sheets -> grids -> cells with text -> rows; the other text as lines. */
export function layoutPage(content: PageContent): PageStages {
  const { page, turn } = upright(content);
  const { glyphs, finish } = bidiOf(page.glyphs.filter(isLevel));
  const segments = mergeRulings(page.rulings);
  const aside = [...(page.aside ?? []), ...slanted(page.glyphs)];
  const frames = sheetsOf(page, segments, glyphs);
  const sheets = frames.map((frame) => {
    const isOnly = frames.length === 1;
    const inFrame = <T extends { readonly box: Box }>(list: readonly T[]): readonly T[] =>
      isOnly ? list : list.filter(({ box }) => stands(frame, box));
    const ofFrame = <T extends Segment>(list: readonly T[]): readonly T[] =>
      isOnly ? list : list.filter((line) => isIn(frame, line));
    const own = inFrame(glyphs);
    const textIn = textFinder(own);
    const drawn = findGrids(ofFrame(segments), ofFrame(page.edges), own, textIn);
    const { grids, tables, rest } = filled(drawn.grids, own, textIn);
    const strips = drawn.strips.length > 0 ? fillGrids(drawn.strips, rest).tables : [];
    const layout: PageLayout = {
      page: page.number,
      width: page.width,
      height: page.height,
      frame,
      turn,
      tables: tables
        .filter((t) => t.cells.some((cell) => cell.lines.length > 0))
        .map((table) => (table.columnsFrom === 'rulings' ? splitRows(table) : table))
        .sort(readingOrder),
      strips,
      lines: loose(rest),
      images: isOnly ? page.images : page.images.filter((box) => stands(frame, box)),
      aside: inFrame(aside),
    };
    return { grids, layout };
  });
  return { segments, grids: sheets.flatMap(({ grids }) => grids), sheets: finish(sheets.map(({ layout }) => layout)) };
}

/** Grids with their text, and with the columns that only this shows. */
function filled(drawn: readonly Grid[], glyphs: readonly Glyph[], textIn: TextIn) {
  const first = fillGrids(drawn, glyphs);
  const grids = drawn.map((grid) => {
    const table = first.tables.find(({ xs }) => xs === grid.xs);
    return (table && splitColumns(grid, table, textIn)) ?? grid;
  });
  return grids.every((grid, i) => grid === drawn[i]) ? { grids, ...first } : { grids, ...fillGrids(grids, glyphs) };
}

/** Diagonal text is a watermark, text around a circle a seal: neither belongs to a table or a line. */
const isLevel = (g: Glyph): boolean => g.angle % 90 === 0;

function slanted(glyphs: readonly Glyph[]): Aside[] {
  const text = glyphs.filter((g) => !isLevel(g) && g.text.trim() !== '');
  const box = union(text.map((g) => g.box));
  return box ? [{ reason: 'watermark', text: normalise(text.map((g) => g.text).join('')), box }] : [];
}

function loose(glyphs: readonly Glyph[]): Line[] {
  const level = glyphs.filter((g) => g.angle === 0 && !g.vertical);
  const turned = glyphs.filter((g) => g.angle !== 0 || g.vertical);
  return [...piecesOf(level, TOL.columnGap), ...linesOf(turned)];
}

const readingOrder = (a: PageTable, b: PageTable): number => a.bbox.y0 - b.bbox.y0 || a.bbox.x0 - b.bbox.x0;

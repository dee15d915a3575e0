import type { Grid } from '../../grid/grid-types.js';
import type { Glyph } from '../../reader/reader-types.js';
import { isJoined, withSpilled, withStacked } from '../doubts.js';
import type { PageCell, PageTable } from '../layout-types.js';
import { linesOf } from '../lines.js';
import { Locator, type Owner, type Target, toTarget } from './locator.js';
import { type Shares, shareOut } from './share.js';

/** Puts the glyphs of a page into the cells of its grids; what falls into no cell is left over. */
export function fillGrids(grids: readonly Grid[], glyphs: readonly Glyph[]): { tables: PageTable[]; rest: Glyph[] } {
  const targets = targetsOf(grids);
  const shares = shareOut(glyphs, new Locator(targets));
  return { tables: targets.map((target) => toTable(target, shares)), rest: shares.glyphsOf.get(null) ?? [] };
}

/** For each grid and each of its cells, whether any ink stands in it. */
export function inkedCells(grids: readonly Grid[], glyphs: readonly Glyph[]): boolean[][] {
  const locator = new Locator(grids.map(toTarget));
  const inked = grids.map((grid) => grid.cells.map(() => false));
  for (const glyph of glyphs) {
    const owner = glyph.text.trim() === '' ? null : locator.ownerOf(glyph.box);
    const cells = owner && inked[owner.table];
    if (cells) cells[owner.cell] = true;
  }
  return inked;
}

function toTable({ grid, bbox, owners }: Target, { glyphsOf, cut }: Shares): PageTable {
  const { xs, ys } = grid;
  const cells = grid.cells.map((cell, i): PageCell => {
    const owner = owners[i] as Owner;
    const lines = linesOf(glyphsOf.get(owner) ?? []);
    const isMerged = lines.length > 0 && cell.rowSpan * cell.colSpan > 1;
    return {
      ...cell,
      bbox: owner.box,
      lines,
      ...(cut.has(owner) ? { cut: true } : {}),
      ...(isMerged && isJoined(cell, lines, grid) ? { joined: true } : {}),
    };
  });
  return { columnsFrom: grid.columnsFrom, xs, ys, bbox, cells: withStacked(withSpilled(cells)) };
}

/** A table inside a cell of another comes first: the smaller one owns its glyphs. */
function targetsOf(grids: readonly Grid[]): Target[] {
  const size = ({ xs, ys }: Grid): number =>
    ((xs.at(-1) as number) - (xs[0] as number)) * ((ys.at(-1) as number) - (ys[0] as number));
  return [...grids].sort((a, b) => size(a) - size(b)).map(toTarget);
}

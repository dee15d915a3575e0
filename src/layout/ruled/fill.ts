import type { Grid } from '../../grid/grid-types.js';
import type { Glyph } from '../../reader/reader-types.js';
import { isJoined, withSpilled, withStacked } from '../doubts.js';
import type { Line, PageCell, PageTable } from '../layout-types.js';
import { linesOf } from '../lines.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { withoutLeaders } from './leaders.js';
import { Locator, type Owner, type Target, toTarget } from './locator.js';
import { withNested } from './nested.js';
import { type Shares, shareOut } from './share.js';

/** Puts the glyphs of a page into the cells of its grids; what falls into no cell is left over. */
export function fillGrids(grids: readonly Grid[], glyphs: readonly Glyph[]): { tables: PageTable[]; rest: Glyph[] } {
  const targets = targetsOf(grids);
  const shares = shareOut(glyphs, new Locator(targets));
  const tables = targets.map((target) => toTable(target, shares));
  return { tables: withNested(withoutEndBlanks(tables.map(withoutLeaders))), rest: shares.glyphsOf.get(null) ?? [] };
}

/**
 * The tables without the blanks that end lines, where these are no spaces: in a cell of which every line ends so, down to the
 * last, and in all where most cells end so. Word processors end each paragraph with a blank, others each printed line.
 */
function withoutEndBlanks(tables: readonly PageTable[]): PageTable[] {
  const filled = tables.flatMap(({ cells }) => cells.filter(({ lines }) => lines.length > 0));
  const ended = filled.filter(({ lines }) => endsBlank(lines.at(-1) as Line));
  if (ended.length === 0) return [...tables];
  const all = ended.length > TOL.endBlanks * filled.length;
  const bare = (cell: PageCell): PageCell =>
    cell.lines.length > 1 && (all || cell.lines.every(endsBlank))
      ? { ...cell, lines: cell.lines.map((line) => ({ ...line, text: line.text.trimEnd() })) }
      : cell;
  return tables.map((table) => ({ ...table, cells: table.cells.map(bare) }));
}

const endsBlank = ({ text }: Line): boolean => text.endsWith(' ');

/** For each grid and each of its cells, whether any ink stands in it, be it that of a table in the cell. */
export function inkedCells(grids: readonly Grid[], glyphs: readonly Glyph[]): boolean[][] {
  const inks = glyphs.filter((glyph) => glyph.text.trim() !== '');
  return grids.map((grid) => {
    const locator = new Locator([toTarget(grid, 0)]);
    const inked = grid.cells.map(() => false);
    for (const { box } of inks) {
      const owner = locator.ownerOf(box);
      if (owner) inked[owner.cell] = true;
    }
    return inked;
  });
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

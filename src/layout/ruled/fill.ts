import type { Box } from '../../geometry/box.js';
import { midX, midY } from '../../geometry/box.js';
import { intervalOf } from '../../grid/grid.js';
import type { Grid, GridCell } from '../../grid/grid-types.js';
import type { Glyph } from '../../reader/reader-types.js';
import { isJoined, withSpilled, withStacked } from '../doubts.js';
import type { PageCell, PageTable } from '../layout-types.js';
import { linesOf } from '../lines.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { withNested } from './nested.js';

/** A grid with a number for each of its unit squares: the cell that covers it. */
interface Target {
  readonly grid: Grid;
  readonly cellAt: Int32Array;
  readonly bbox: Box;
  readonly owners: readonly Owner[];
}

/** Puts the glyphs of a page into the cells of its grids; what falls into no cell is left over. */
export function fillGrids(grids: readonly Grid[], glyphs: readonly Glyph[]): { tables: PageTable[]; rest: Glyph[] } {
  const targets = targetsOf(grids);
  const locator = new Locator(targets);
  const contents = targets.map((t) => t.grid.cells.map((): Glyph[] => []));
  const rest: Glyph[] = [];
  const cut = new Set<Owner>();
  for (const word of wordsOf(glyphs)) {
    const parts = assign(word, locator);
    if (parts.length > 1) for (const { owner } of parts) if (owner) cut.add(owner);
    for (const { glyphs, owner } of parts) {
      const cell = owner ? (contents[owner.table]?.[owner.cell] as Glyph[]) : rest;
      for (const glyph of glyphs) cell.push(glyph);
    }
  }
  const tables = targets.map((target, t) => toTable(target, contents[t] as Glyph[][], cut));
  return { tables: withNested(tables), rest };
}

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

/** A cell of a table. There is one of each, so that they can be compared. */
interface Owner {
  readonly table: number;
  readonly cell: number;
}

/** The glyphs of a word that belong to one cell, or to none. */
interface Part {
  readonly glyphs: Glyph[];
  owner: Owner | null;
}

/** Runs of glyphs that were drawn one after another and touch each other. */
function wordsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  let word: Glyph[] = [];
  let previous: Glyph | null = null;
  for (const glyph of glyphs) {
    if (previous && !follows(previous, glyph)) {
      words.push(word);
      word = [];
    }
    word.push(glyph);
    previous = glyph;
  }
  if (word.length > 0) words.push(word);
  return words;
}

function follows(a: Glyph, b: Glyph): boolean {
  if (a.angle !== b.angle || a.vertical || b.vertical || Math.abs(a.size - b.size) > TOL.wordPartSize * a.size)
    return false;
  if (a.text.trim() === '' || b.text.trim() === '') return false;
  const gap = TOL.wordPartGap * a.size;
  const [a0, a1, b0, b1, av, bv] =
    a.angle === 90 || a.angle === 270
      ? [a.box.y0, a.box.y1, b.box.y0, b.box.y1, a.box.x0, b.box.x0]
      : [a.box.x0, a.box.x1, b.box.x0, b.box.x1, a.box.y0, b.box.y0];
  if (Math.abs(av - bv) > TOL.wordPartHeight * a.size) return false;
  return Math.min(Math.abs(b0 - a1), Math.abs(a0 - b1)) <= gap;
}

/**
 * The cell of each glyph of a word: that under its middle. A word that a ruling cuts between two glyphs belongs to two
 * cells; where the ruling runs through a glyph, the word merely overflows, and goes whole to the cell with most of it.
 */
function assign(word: Glyph[], locator: Locator): Part[] {
  const owners = word.map((glyph) => locator.ownerOf(glyph.box));
  const [first = null] = owners;
  if (owners.every((owner) => owner === first)) return [{ glyphs: word, owner: first }];
  const parts: Part[] = [];
  for (const [i, glyph] of word.entries()) {
    const owner = owners[i] ?? null;
    const part = parts[parts.length - 1];
    if (part && part.owner === owner) part.glyphs.push(glyph);
    else if (
      part &&
      overflows(part.glyphs[part.glyphs.length - 1] as Glyph, glyph, part.owner, owner, locator.targets)
    ) {
      if (part.glyphs.length < word.length - i && longest(owners, i) > part.glyphs.length) part.owner = owner;
      part.glyphs.push(glyph);
    } else parts.push({ glyphs: [glyph], owner });
  }
  return parts;
}

/** How many glyphs from index i on have the same owner. */
function longest(owners: readonly (Owner | null)[], i: number): number {
  let n = 1;
  while (i + n < owners.length && owners[i] === owners[i + n]) n++;
  return n;
}

/** Whether the line between the cells of two neighbours runs through one of them instead of between them. */
function overflows(
  a: Glyph,
  b: Glyph,
  ownerA: Owner | null,
  ownerB: Owner | null,
  targets: readonly Target[],
): boolean {
  const owner = ownerA ?? ownerB;
  const target = owner && targets[owner.table];
  if (!target || (ownerA && ownerB && ownerA.table !== ownerB.table)) return false;
  const upright = a.angle === 0 || a.angle === 180;
  const bounds = upright ? target.grid.xs : target.grid.ys;
  const [a0, a1, b0, b1] = upright
    ? [a.box.x0, a.box.x1, b.box.x0, b.box.x1]
    : [a.box.y0, a.box.y1, b.box.y0, b.box.y1];
  const lo = Math.min(a0, b0);
  const hi = Math.max(a1, b1);
  const slack = TOL.betweenGlyphs * Math.min(a.size, b.size);
  const [end, start] = a0 <= b0 ? [a1, b0] : [b1, a0];
  const lines = bounds.filter((at) => at > lo && at < hi);
  return lines.length > 0 && lines.every((at) => at < end - slack || at > start + slack);
}

/** Finds the cells that boxes stand in, which mostly follow each other in one cell. */
class Locator {
  readonly targets: readonly Target[];
  /** The last cell that was found, where no other table can be in it. */
  private last: Owner | null = null;
  private lastBox: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };

  constructor(targets: readonly Target[]) {
    this.targets = targets;
  }

  /** The cell under the middle of the box: of the first table that has one there. */
  ownerOf(box: Box): Owner | null {
    const cx = midX(box);
    const cy = midY(box);
    const { x0, y0, x1, y1 } = this.lastBox;
    if (this.last && cx >= x0 && cx < x1 && cy >= y0 && cy < y1) return this.last;
    for (const [i, { bbox, grid, cellAt, owners }] of this.targets.entries()) {
      if (cx < bbox.x0 || cx > bbox.x1 || cy < bbox.y0 || cy > bbox.y1) continue;
      const { xs, ys } = grid;
      const cols = xs.length - 1;
      const col = Math.min(Math.max(intervalOf(xs, cx), 0), cols - 1);
      const row = Math.min(Math.max(intervalOf(ys, cy), 0), ys.length - 2);
      const cell = cellAt[row * cols + col] as number;
      if (cell < 0) continue;
      const owner = owners[cell] as Owner;
      if (i === 0) {
        this.last = owner;
        this.lastBox = boxOf(grid, grid.cells[cell] as GridCell);
      }
      return owner;
    }
    return null;
  }
}

const boxOf = ({ xs, ys }: Grid, { row, col, rowSpan, colSpan }: GridCell): Box => ({
  x0: xs[col] as number,
  y0: ys[row] as number,
  x1: xs[col + colSpan] as number,
  y1: ys[row + rowSpan] as number,
});

function toTarget(grid: Grid, table: number): Target {
  const cols = grid.xs.length - 1;
  const cellAt = new Int32Array(cols * (grid.ys.length - 1)).fill(-1);
  for (const [i, cell] of grid.cells.entries()) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      cellAt.fill(i, row * cols + cell.col, row * cols + cell.col + cell.colSpan);
    }
  }
  const { xs, ys } = grid;
  const bbox = { x0: xs[0] as number, y0: ys[0] as number, x1: xs.at(-1) as number, y1: ys.at(-1) as number };
  return { grid, cellAt, bbox, owners: grid.cells.map((_, cell) => ({ table, cell })) };
}

function toTable({ grid, bbox, owners }: Target, contents: readonly Glyph[][], cut: ReadonlySet<Owner>): PageTable {
  const { xs, ys } = grid;
  const cells = grid.cells.map((cell, i): PageCell => {
    const lines = linesOf(contents[i] as Glyph[]);
    const isMerged = lines.length > 0 && cell.rowSpan * cell.colSpan > 1;
    return {
      ...cell,
      bbox: boxOf(grid, cell),
      lines,
      ...(cut.has(owners[i] as Owner) ? { cut: true } : {}),
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

import { type Box, overlap, union } from '../../geometry/box.js';
import { UnionFind } from '../../geometry/union-find.js';
import type { Line } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { middle, wrappedPairs } from './wraps.js';

/** Lines that wrap: the text of one cell. */
export interface TextBlock {
  readonly lines: readonly Line[];
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

/** A row of cells, from the top of its highest text to the bottom of its lowest one. */
export interface Row {
  readonly top: number;
  readonly bottom: number;
  readonly blocks: readonly TextBlock[];
}

/** How many rows of two texts or more the pieces form. */
export const countTextRows = (pieces: readonly Line[], rules: readonly number[]): number =>
  textRows(pieces, rules).rows.filter((row) => row.blocks.length > 1).length;

/**
 * The rows that the texts between two rules form, where they are several with two texts or more each, as the heights
 * between them; and the texts that stand beside more than one of them.
 */
export function rowsBetweenRules(pieces: readonly Line[]): { between: number[]; spanning: Box[] } {
  const { rows: found, spanning } = textRows(pieces, [], TOL.tightPitch);
  const rows = found.filter((row, i) => !isBetweenRows(row, found[i - 1], found[i + 1]));
  const single = rows.filter((row) => row.blocks.length < 2).length;
  if (rows.length < 2 || single > TOL.maxHeadings * rows.length) return { between: [], spanning: [] };
  const merged = found.filter((row) => !rows.includes(row)).flatMap((row) => row.blocks);
  return {
    between: rows.slice(1).map((row, i) => (row.top + (rows[i] as Row).bottom) / 2),
    spanning: [...spanning, ...merged].map((b) => ({ x0: b.x0, x1: b.x1, y0: b.top, y1: b.bottom })),
  };
}

/** Whether what looks like a row are merged cells of the rows above and below: it has no column in common with them. */
function isBetweenRows(row: Row, above: Row | undefined, below: Row | undefined): boolean {
  if (!above || !below) return false;
  return row.blocks.every((block) => ![...above.blocks, ...below.blocks].some((other) => sameColumn(block, other)));
}

export function textRows(
  pieces: readonly Line[],
  rules: readonly number[],
  least = 0,
): { rows: Row[]; spanning: TextBlock[] } {
  const blocks = blocksOf(pieces, rules, least);
  const spanning = blocks.filter((block) => straddles(block, blocks));
  const kept = new Set(spanning);
  const found = rowsOf(blocks.filter((block) => !kept.has(block)));
  // Merged cells may stand exactly between two rows, where there is no room for a row of their own.
  const rows = found.filter((row, i) => !isSqueezed(row, found[i - 1], found[i + 1]));
  const merged = rows.length === found.length ? [] : found.filter((row) => !rows.includes(row));
  return { rows, spanning: [...spanning, ...merged.flatMap((row) => row.blocks)] };
}

const isSqueezed = (row: Row, above: Row | undefined, below: Row | undefined): boolean =>
  above !== undefined &&
  below !== undefined &&
  row.blocks.length < Math.min(above.blocks.length, below.blocks.length) &&
  below.top - above.bottom < TOL.squeezed * (row.bottom - row.top) &&
  isBetweenRows(row, above, below);

/** Joins the pieces that are one text. A rule between two lines parts them. */
function blocksOf(pieces: readonly Line[], rules: readonly number[], least: number): TextBlock[] {
  const sorted = [...pieces].sort((a, b) => middle(a) - middle(b));
  const sets = new UnionFind(sorted.length);
  for (const { i, k } of wrappedPairs(sorted, rules, least)) sets.join(i, k);
  return sets.groups().map((group) => toBlock(group.map((i) => sorted[i] as Line)));
}

function toBlock(lines: readonly Line[]): TextBlock {
  const box = union(lines.map((line) => line.box));
  return { lines, x0: box?.x0 ?? 0, x1: box?.x1 ?? 0, top: box?.y0 ?? 0, bottom: box?.y1 ?? 0 };
}

/** Vertical overlap of two blocks that stand side by side; touching ascenders and descenders do not count. */
const beside = (a: TextBlock, b: TextBlock): boolean =>
  overlap(a.top, a.bottom, b.top, b.bottom) > TOL.rowOverlap * Math.min(a.bottom - a.top, b.bottom - b.top);

const sameColumn = (a: TextBlock, b: TextBlock): boolean => overlap(a.x0, a.x1, b.x0, b.x1) > 0;

/**
 * Whether a block stands beside two blocks of different rows: it is a merged cell. Two blocks are in different rows where
 * one is above the other in its column, or where the column of one has another block beside the other.
 */
function straddles(block: TextBlock, blocks: readonly TextBlock[]): boolean {
  const near = blocks.filter((other) => other !== block && beside(block, other));
  if (near.length > TOL.maxBeside) return false;
  const inOtherRow = (a: TextBlock, b: TextBlock): boolean =>
    sameColumn(a, b) || blocks.some((c) => c !== a && sameColumn(a, c) && beside(c, b) && !beside(c, a));
  return near.some((a) => near.some((b) => a.top < b.top && !beside(a, b) && (inOtherRow(a, b) || inOtherRow(b, a))));
}

function rowsOf(blocks: readonly TextBlock[]): Row[] {
  const sorted = [...blocks].sort((a, b) => a.top - b.top);
  const rows: { top: number; bottom: number; blocks: TextBlock[] }[] = [];
  for (const block of sorted) {
    const row = rows[rows.length - 1];
    const shared = row ? row.bottom - block.top : 0;
    if (row && shared > TOL.rowOverlap * Math.min(block.bottom - block.top, row.bottom - row.top)) {
      row.blocks.push(block);
      row.bottom = Math.max(row.bottom, block.bottom);
    } else rows.push({ top: block.top, bottom: block.bottom, blocks: [block] });
  }
  return rows;
}

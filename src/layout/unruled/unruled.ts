import { type Box, overlap } from '../../geometry/box.js';
import { gridOf } from '../../grid/grid.js';
import type { Grid, Segment } from '../../grid/grid-types.js';
import type { Glyph } from '../../reader/reader-types.js';
import { headerOf } from '../header/header.js';
import type { Line } from '../layout-types.js';
import { crosses } from '../lines.js';
import { columnsOf } from '../regions/columns.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { agreedPieces } from './agreed-pieces.js';
import { type CentredText, centredSpans, type Span } from './centred-spans.js';
import { runsOf } from './runs.js';
import { separators } from './separators.js';
import { type Row, type TextBlock, textRows } from './text-rows.js';
import { isNumeric, middle } from './wraps.js';

/**
 * Tables without any rulings, from the text alone: wrapped lines make blocks; blocks side by side make rows; the gaps in
 * the rows make columns; a text in the middle of several rows is a merged cell. A rule between two lines parts them.
 */
export function unruledGrids(glyphs: readonly Glyph[], rules: readonly number[] = []): Grid[] {
  const level = glyphs.filter((g) => g.angle === 0 && !g.vertical);
  const all = agreedPieces(level);
  if (all.length > TOL.maxPieces) return [];
  const columns = columnsOf(level);
  return columns.flatMap((part) => {
    const { rows, spanning } = textRows(columns.length > 1 ? agreedPieces(part) : all, rules);
    return runsOf(rows).flatMap((run) => gridOfRows(run, spanning) ?? []);
  });
}

/** The table in a frame that is known to hold one, such as between a rule above and a rule below it. */
export function gridInFrame(pieces: readonly Line[], frame: Box, rules: readonly Segment[]): Grid | null {
  const { rows, spanning } = textRows(
    pieces,
    rules.map(({ at }) => at),
  );
  return rows.length > 0 ? gridOfRows(rows, spanning, frame, rules) : null;
}

function gridOfRows(
  rows: readonly Row[],
  spanning: readonly TextBlock[],
  frame?: Box,
  rules: readonly Segment[] = [],
): Grid | null {
  const top = frame?.y0 ?? (rows[0] as Row).top - TOL.tableMargin;
  const bottom = frame?.y1 ?? (rows.at(-1) as Row).bottom + TOL.tableMargin;
  const blocks = [...rows.flatMap((row) => row.blocks), ...spanning.filter((b) => b.top < bottom && b.bottom > top)];
  const ys = [top, ...rows.slice(1).map((row, i) => (row.top + (rows[i] as Row).bottom) / 2), bottom];
  const lines = blocks.flatMap((block) => block.lines);
  const perRow = rows.map((_, i) => lines.filter((line) => isIn(line, ys, i)));
  const left =
    Math.min(...blocks.map((b) => b.x0), (frame?.x0 ?? Number.POSITIVE_INFINITY) + TOL.tableMargin) - TOL.tableMargin;
  const right =
    Math.max(...blocks.map((b) => b.x1), (frame?.x1 ?? Number.NEGATIVE_INFINITY) - TOL.tableMargin) + TOL.tableMargin;
  const head = headerOf(perRow, ys, { left, right }, [], rules);
  if (head) {
    const under = blocks.filter((block) => (block.top + block.bottom) / 2 > head.bottom);
    const body = { rows: rows.slice(head.rows), ys: ys.slice(head.rows), perRow: perRow.slice(head.rows) };
    return gridOf([...head.segments, ...linesOfRows(body, under, head.xs, true)], 'text');
  }
  const columns = separators(perRow, []);
  if (columns.length === 0) return null;
  return gridOf(linesOfRows({ rows, ys, perRow }, blocks, [left, ...columns, right], false), 'text');
}

/** Rows with the heights between them, and the lines of text in each. */
interface Body {
  readonly rows: readonly Row[];
  readonly ys: readonly number[];
  readonly perRow: readonly (readonly Line[])[];
}

/** The borders of the cells of rows: none inside merged cells, and none across a text. */
function linesOfRows(
  { rows, ys, perRow }: Body,
  blocks: readonly TextBlock[],
  xs: readonly number[],
  isUnderHead: boolean,
): Segment[] {
  const merged = [...mergedTexts(blocks, xs, rows), ...headings(rows, xs, isUnderHead)];
  const isInside = (row: number, col: number, edge: 'above' | 'left'): boolean =>
    merged.some(({ text, span }) => {
      const first = span.first + (edge === 'above' ? 1 : 0);
      const firstCol = text.col + (edge === 'left' ? 1 : 0);
      return row >= first && row <= span.last && col >= firstCol && col <= text.lastCol;
    });
  const crossed = (row: number, at: number): boolean => (perRow[row] ?? []).some((line) => crosses(line, at));
  const segments: Segment[] = [];
  for (const [row, at] of ys.entries()) {
    for (const [col, from] of xs.slice(0, -1).entries()) {
      if (!isInside(row, col, 'above')) segments.push({ axis: 'h', at, from, to: xs[col + 1] as number });
    }
  }
  for (const row of rows.keys()) {
    for (const [col, at] of xs.entries()) {
      if (crossed(row, at) || isInside(row, col, 'left')) continue;
      segments.push({ axis: 'v', at, from: ys[row] as number, to: ys[row + 1] as number });
    }
  }
  return segments;
}

const isIn = (line: Line, ys: readonly number[], row: number): boolean =>
  middle(line) > (ys[row] as number) && middle(line) <= (ys[row + 1] as number);

/** The rows inside a table that hold nothing but a text at their left: headings of the rows below, which span all columns. */
function headings(
  rows: readonly Row[],
  xs: readonly number[],
  isUnderHead: boolean,
): { text: CentredText; span: Span }[] {
  return rows.flatMap(({ blocks, top, bottom }, row) => {
    const [block] = blocks;
    if (blocks.length !== 1 || !block || (row === 0 && !isUnderHead) || row === rows.length - 1) return [];
    if (block.x0 > (xs[1] as number)) return [];
    const size = Math.max(...block.lines.map((line) => line.size));
    const text = { col: 0, lastCol: xs.length - 2, centre: (top + bottom) / 2, size };
    return [{ text, span: { first: row, last: row } }];
  });
}

const isLevel = ({ centre, size }: CentredText, { top, bottom }: Row): boolean =>
  Math.abs((top + bottom) / 2 - centre) < TOL.levelLabel * size;

/**
 * Whether labels beside numbers stand level with their rows, from the first row of data on: then rows without a label have none, such
 * as those of errors under estimates.
 */
function isLabelled(texts: readonly CentredText[], blocks: readonly TextBlock[], rows: readonly Row[]): boolean {
  const labels = texts.filter(({ col }) => col === 0);
  const numbers = blocks.filter((block, i) => texts[i]?.col === 1 && block.lines.every(isNumeric));
  const hasNumbers = (row: Row): boolean => row.blocks.some((block) => numbers.includes(block));
  const head = rows.findIndex((row) => !hasNumbers(row));
  const first = rows.find((row, i) => i > head && hasNumbers(row));
  return (
    first !== undefined &&
    labels.some((label) => isLevel(label, first)) &&
    labels.every((label) => rows.some((row) => isLevel(label, row))) &&
    numbers.length >= TOL.fullColumn * texts.filter(({ col }) => col === 1).length
  );
}

/** The texts to the left of the first full column that stand in the middle of several rows, with those rows. */
function mergedTexts(
  blocks: readonly TextBlock[],
  xs: readonly number[],
  rows: readonly Row[],
): { text: CentredText; span: Span }[] {
  const texts = blocks.map((block): CentredText => {
    const covered = xs.flatMap((x, col) => {
      const to = xs[col + 1];
      return to !== undefined && overlap(block.x0, block.x1, x, to) > TOL.touching ? [col] : [];
    });
    const size = Math.max(...block.lines.map((line) => line.size));
    return { col: covered[0] ?? 0, lastCol: covered.at(-1) ?? 0, centre: (block.top + block.bottom) / 2, size };
  });
  const counts = xs.slice(1).map((_, col) => texts.filter((t) => t.col <= col && t.lastCol >= col).length);
  const full = counts.findIndex((count) => count >= TOL.fullColumn * Math.max(...counts));
  if (full === 1 && isLabelled(texts, blocks, rows)) return [];
  const before = texts.filter((text) => text.lastCol < full);
  return centredSpans(before, rows)
    .map((span, i) => ({ text: before[i] as CentredText, span }))
    .filter(({ span }) => span.last > span.first);
}

import { median } from '../../geometry/order.js';
import type { Segment } from '../../grid/grid-types.js';
import type { Line } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { separators } from '../unruled/separators.js';
import { isNumeric, middle } from '../unruled/wraps.js';
import { columnsUnder, type Extent, type HeadBlock, headBlocks, isOneText, printedLines, UNIT } from './head-blocks.js';
import { withColumns } from './head-groups.js';
import { clash, heightsOf, linesOfCells, midOf, rowsOfHeads, share } from './head-rows.js';

/** A row of data: half of its texts and more are numbers, and not years alone, or one is an amount. */
function isData({ pieces }: { readonly pieces: readonly Line[] }): boolean {
  const numbers = pieces.filter((piece) => isNumeric(piece) && !UNIT.test(piece.text));
  if (pieces.length < 2) return false;
  if (numbers.some(({ text }) => AMOUNT.test(text))) return true;
  return 2 * numbers.length >= pieces.length && numbers.some(({ text }) => !YEAR.test(text));
}

const AMOUNT = /\d[.,]\d/u;
const YEAR = /^\s*(?:1[89]|20)\d\d(?:\s*[-–—/]\s*(?:(?:1[89]|20)?\d\d))?\s*$/u;

/**
 * Where the header ends: above the first row of data, and above the headings of the rows below that stand over it. Null
 * where the texts over it are a single line, which need no more than their columns, or too many.
 */
function headerRows(rows: readonly { readonly pieces: readonly Line[] }[]): number | null {
  let end = rows.findIndex(isData);
  if (2 * rows.filter(isData).length < rows.length - end) return null;
  while (end > 1 && (rows[end - 1] as { pieces: readonly Line[] }).pieces.length === 1) {
    const [heading] = (rows[end - 1] as { pieces: readonly Line[] }).pieces as [Line];
    const left = Math.min(...rows.slice(end).flatMap(({ pieces }) => pieces.map(({ box }) => box.x0)));
    if (heading.box.x0 > left + heading.size) break;
    end--;
  }
  if (end < 1) return null;
  const lines = printedLines(rows.slice(0, end).flatMap(({ pieces }) => pieces));
  return lines.length > 1 && lines.length <= Math.min(TOL.headLines, rows.length - end) ? end : null;
}

/** The header of a table: its rows are the first ones; its columns are those of the whole table. */
export interface Header {
  readonly rows: number;
  readonly xs: readonly number[];
  readonly top: number;
  readonly bottom: number;
  /** The borders of its cells. */
  readonly segments: readonly Segment[];
}

/**
 * The header of rows that stand between the heights `ys`, with the columns that the body and each line of the header agree on; null
 * where there is none, or none whose texts stand in cells. `ends` are those of rules, which stand at columns.
 */
export function headerOf(
  perRow: readonly (readonly Line[])[],
  ys: readonly number[],
  { left, right }: { readonly left: number; readonly right: number },
  ends: readonly number[],
  rules: readonly Segment[],
): Header | null {
  const rows = headerRows(perRow.map((pieces) => ({ pieces })));
  if (rows === null) return null;
  const bottom = ys[rows] as number;
  const body = perRow.slice(rows);
  const lines = printedLines(perRow.slice(0, rows).flat());
  const rowPitch = pitchOf(body);
  const asides = countAsides(lines, body.flat(), rowPitch);
  const own = lines.slice(asides);
  if (own.length === 0) return null;
  const top = asides > 0 ? between(lines[asides - 1] as Line[], own[0] as Line[]) : (ys[0] as number);
  const columns = columnsOf(own, body, ends);
  if (columns.length === 0) return null;
  const rough = [left, ...columns, right];
  const inside = rules.filter(({ at }) => at > top + TOL.touching && at < bottom - TOL.touching);
  // A rule through all columns parts rows, those of the header too.
  if (inside.some(({ from, to }) => from < left + TOL.sameEdge && to > right - TOL.sameEdge)) return null;
  const stands = extentsOf(rough, body.flat());
  const blocks = headBlocks(own, rough, stands, inside, rowPitch);
  if (isSingleLine(blocks, columns.length + 1)) return null;
  const xs = settled(rough, [
    ...blocks,
    ...body.flat().map((line) => ({ box: line.box, ...columnsUnder(line.box, rough, stands) })),
  ]);
  const texts = extentsOf(xs, [...blocks, ...body.flat()]);
  const heads = rowsOfHeads(spanned(blocks, { xs, texts, rules: inside }));
  const settledXs = settled(xs, [
    ...heads,
    ...body.flat().map((line) => ({ box: line.box, ...columnsUnder(line.box, xs, texts) })),
  ]);
  const heights = heightsOf(heads, Math.max(...heads.map(({ lastRow }) => lastRow)) + 1, top, bottom);
  const isClash = heads.some((head, i) => heads.some((other, k) => k < i && clash(head, other)));
  if (!heights || isClash) return null;
  return { rows, xs: settledXs, top, bottom, segments: linesOfCells(heads, settledXs, heights) };
}

/** Whether above what else there is stands a head for each column but that of the labels: then that line is the header. */
function isSingleLine(blocks: readonly HeadBlock[], columns: number): boolean {
  const top = blocks.filter((block) => !blocks.some((other) => midOf(other) < midOf(block) && share(other, block)));
  const isHeaded = (col: number): boolean => top.some((block) => block.col === col && block.lastCol === col);
  const end = Math.max(...top.map(midOf));
  const rest = blocks.filter((block) => !top.includes(block));
  if (rest.length === 0 || rest.some((block) => midOf(block) - end < TOL.sameRow * block.size)) return false;
  return Array.from({ length: columns - 1 }, (_, i) => i + 1).every(isHeaded);
}

/** How far the rows of the body are apart, from first line to first line. */
function pitchOf(body: readonly (readonly Line[])[]): number {
  const tops = body.map((pieces) => Math.min(...pieces.map(middle))).filter(Number.isFinite);
  return median(tops.slice(1).map((top, i) => top - (tops[i] as number))) ?? Number.POSITIVE_INFINITY;
}

/** The columns of the body; with those of the header where the body shows none between two heads on one line. */
function columnsOf(
  lines: readonly (readonly Line[])[],
  body: readonly (readonly Line[])[],
  ends: readonly number[],
): number[] {
  const columns = separators(body, ends);
  const isShown = lines.every((line) =>
    line.slice(1).every(({ box }, i) => columns.some((x) => x >= (line[i] as Line).box.x1 && x <= box.x0)),
  );
  return isShown ? columns : separators([...lines, ...body], ends);
}

/** How many lines at the top are none of the header: a title at its left, what the table is about and its unit. */
function countAsides(lines: readonly (readonly Line[])[], body: readonly Line[], rowPitch: number): number {
  const all = [...lines.flat(), ...body];
  const [left, right] = [Math.min(...all.map(({ box }) => box.x0)), Math.max(...all.map(({ box }) => box.x1))];
  const count = lines.findIndex((line, i) => {
    const [first, last] = [line[0] as Line, line.at(-1) as Line];
    const below = lines.slice(i + 1);
    if (!below.some(({ length }) => length > 1 && length >= line.length)) return true;
    if (line.length === 1 && !below[0]?.some((under) => isOneText(first, under, rowPitch))) {
      // A title stands at the left edge of the table, or in its middle.
      const isCentred = Math.abs(first.box.x0 + first.box.x1 - left - right) < 2 * TOL.touching;
      const isAtLeft = first.box.x0 - left < TOL.touching;
      if (isCentred || (isAtLeft && below[0]?.some(({ box }) => box.x0 - left < first.size))) return false;
    }
    const isUnit = COLON.test(last.text) && right - last.box.x1 < last.size;
    return !(isUnit || line.every(({ text }) => COLON.test(text)));
  });
  return Math.max(0, count);
}

const COLON = /[:：]\s*\S/u;

/** The height between two printed lines. */
const between = (upper: readonly Line[], lower: readonly Line[]): number =>
  (Math.max(...upper.map(({ box }) => box.y1)) + Math.min(...lower.map(({ box }) => box.y0))) / 2;

/** The boundaries of columns where no text that begins or ends there crosses them, as far as there is room. */
function settled(xs: readonly number[], texts: readonly Pick<HeadBlock, 'box' | 'col' | 'lastCol'>[]): number[] {
  return xs.map((x, i) => {
    if (i === 0 || i === xs.length - 1) return x;
    const from = Math.max(...texts.filter((t) => t.lastCol === i - 1).map(({ box }) => box.x1));
    const to = Math.min(...texts.filter((t) => t.col === i).map(({ box }) => box.x0));
    return from < to && (x < from || x > to) ? (from + to) / 2 : x;
  });
}

/** Where the texts stand that are in one column alone. */
function extentsOf(xs: readonly number[], texts: readonly { readonly box: Line['box'] }[]): Extent[] {
  return xs.slice(1).map((to, col) => {
    const from = xs[col] as number;
    const own = texts.filter(({ box }) => box.x0 >= from - TOL.touching && box.x1 <= to + TOL.touching);
    if (own.length === 0) return { from, to };
    return { from: Math.min(...own.map(({ box }) => box.x0)), to: Math.max(...own.map(({ box }) => box.x1)) };
  });
}

/** The heads with all columns that they cover, from the lowest line up. */
function spanned(blocks: readonly HeadBlock[], zone: Parameters<typeof withColumns>[2]): HeadBlock[] {
  const lines: HeadBlock[][] = [];
  for (const block of [...blocks].sort((a, b) => midOf(b) - midOf(a))) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line && first && midOf(first) - midOf(block) < TOL.sameRow * Math.max(first.size, block.size)) line.push(block);
    else lines.push([block]);
  }
  const heads: HeadBlock[] = [];
  for (const line of lines)
    heads.unshift(
      ...withColumns(
        line.sort((a, b) => a.box.x0 - b.box.x0),
        heads,
        zone,
      ),
    );
  return heads;
}

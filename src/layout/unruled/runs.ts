import { median } from '../../geometry/order.js';
import { isCaption } from '../../text/caption.js';
import type { Line } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import type { Row, TextBlock } from './text-rows.js';

/**
 * The rows of each table: runs of rows with texts side by side. A caption, prose, or more room than rows have between them ends a
 * run; a row with a single text belongs to it in between. What stands above a single text at its top is a running head.
 */
export function runsOf(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  let run: Row[] = [];
  let pending: Row[] = [];
  const end = (): void => {
    const table = withoutHeads(run);
    if (isTable(table)) runs.push(table);
    run = [];
    pending = [];
  };
  for (const [i, row] of rows.entries()) {
    if (run.length > 0 && isFar(rows, i)) end();
    if (row.blocks.length >= 2) {
      run.push(...pending, row);
      pending = [];
    } else if (run.length > 0) {
      pending.push(row);
      if (pending.length > TOL.maxSingles || endsTable(row, run)) end();
    }
  }
  end();
  return runs;
}

/** Whether more room is above a row than is usual between rows, and more than a line. */
function isFar(rows: readonly Row[], i: number): boolean {
  const gapAbove = (k: number): number => (rows[k] as Row).top - (rows[k - 1] as Row).bottom;
  const near = Array.from({ length: 2 * TOL.rowsAround }, (_, k) => i - TOL.rowsAround + k).filter(
    (k) => k > 0 && k < rows.length && k !== i,
  );
  const usual = median(near.map(gapAbove)) ?? 0;
  return gapAbove(i) > Math.max(TOL.farRow * sizeOf(rows[i] as Row), TOL.farRows * usual);
}

const sizeOf = (row: Row): number => row.blocks[0]?.lines[0]?.size ?? 0;

/** Whether a single text is a caption, a title, or prose that runs through the columns of a table. */
function endsTable({ blocks }: Row, run: readonly Row[]): boolean {
  const [block] = blocks as [TextBlock];
  if (isCaption(block.lines[0]?.text ?? '')) return true;
  const all = run.flatMap((row) => row.blocks);
  const usual = median(all.map(({ lines }) => (lines[0] as Line).size)) ?? 0;
  if ((block.lines[0] as Line).size > TOL.largerTitle * usual) return true;
  const left = Math.min(...all.map((b) => b.x0));
  const right = Math.max(...all.map((b) => b.x1));
  return block.x1 - block.x0 > TOL.prose * (right - left);
}

/**
 * Without the rows above the last single text that stands above the first row of many texts, and without that: a running head, or
 * an axis of a chart, and a title. A single text at the left edge may be a heading of the rows below the header.
 */
function withoutHeads(run: readonly Row[]): Row[] {
  const most = Math.max(...run.map((row) => row.blocks.length));
  const left = Math.min(...run.flatMap((row) => row.blocks.map(({ x0 }) => x0)));
  const firstOf = (share: number): number => run.findIndex((row) => row.blocks.length >= Math.max(2, share * most));
  const isTitle = (row: Row): boolean =>
    row.blocks.length === 1 && (row.blocks[0] as TextBlock).x0 > left + sizeOf(row);
  const title = run.slice(0, firstOf(TOL.fullColumn)).findLastIndex(isTitle);
  const single = run.slice(0, firstOf(TOL.halfRow)).findLastIndex((row) => row.blocks.length === 1);
  return run.slice(Math.max(title, single) + 1);
}

/** Whether rows are enough of a table: three columns in three rows, or two that keep their edges in more. */
function isTable(rows: readonly Row[]): boolean {
  const wide = rows.filter((row) => row.blocks.length >= TOL.minColumns);
  return wide.length >= TOL.minRows || isOfTwoColumns(rows);
}

/** Whether rows are those of a table of two columns: texts that begin, or end, under one another, and are no list or prose. */
function isOfTwoColumns(rows: readonly Row[]): boolean {
  const pairs = rows.filter((row) => row.blocks.length === 2);
  if (pairs.length < TOL.minPairs || pairs.length < TOL.fullColumn * rows.length) return false;
  const columns = [0, 1].map((i) => pairs.map(({ blocks }) => [...blocks].sort((a, b) => a.x0 - b.x0)[i] as TextBlock));
  const [first, second] = columns as [TextBlock[], TextBlock[]];
  const texts = first.map(({ lines }) => (lines[0] as Line).text.trim());
  if (texts.some((text) => LABEL.test(text)) || texts.filter((text) => LIST_MARK.test(text)).length > 1) return false;
  if (2 * second.filter(isProse).length > second.length || pairs.some(({ blocks }) => blocks.some(isBlank)))
    return false;
  return (
    keepsEdge(first.map((b) => b.x0)) && (keepsEdge(second.map((b) => b.x0)) || keepsEdge(second.map((b) => b.x1)))
  );
}

const LABEL = /[:：]$/u;
const LIST_MARK = /^(?:[•·●○◆■□▪➢√☑☐*–-]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-z])[)）.、．])$/iu;
/** Room to write on. */
const isBlank = ({ lines }: TextBlock): boolean => lines.some(({ text }) => /_{3,}/u.test(text));
const isProse = ({ x0, x1, lines }: TextBlock): boolean => x1 - x0 > TOL.proseText * (lines[0] as Line).size;

function keepsEdge(edges: readonly number[]): boolean {
  const at = median(edges) as number;
  return edges.filter((edge) => Math.abs(edge - at) <= TOL.touching).length >= TOL.keptColumn * edges.length;
}

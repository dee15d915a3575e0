import { overlap, width } from '../geometry/box.js';
import type { Grid, GridCell } from '../grid/grid-types.js';
import type { Doubt, Line, PageCell } from './layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from './tolerances.js';

/** A number as forms print it, whole: nothing of it stands on another line. */
const NUMBER = /^[-–—−]?\d{1,3}(?:,\d{3})*(?:\.\d+)?[%％]?$|^[-–—−]?\d+(?:\.\d+)?[%％]?$/u;

/** The number of a page between dashes: it is printed over the cell, and no part of its text. */
const PAGE_NUMBER = /^[-–—]\s*\d{1,4}\s*[-–—]$|^第\s*\d{1,4}\s*页/u;

/** Why the text of a cell may be another than it says. */
export function doubtsOf(cell: Pick<PageCell, 'lines' | 'bbox' | 'cut' | 'joined' | 'stacked'>): Doubt[] {
  const { lines } = cell;
  const areNumbers = lines.length > 1 && lines.every((line) => NUMBER.test(line.text.trim()));
  const doubts = new Set<Doubt>(lines.flatMap((line) => line.doubts ?? []));
  if (lines.some((line, i) => i > 0 && liesIn(lines[i - 1] as Line, line))) doubts.add('overprinted');
  if (cell.cut) doubts.add('cut');
  if (cell.joined) doubts.add('joined');
  if (cell.stacked) doubts.add('stacked');
  if (areNumbers && lines.some((line, i) => i > 0 && isStacked(lines[i - 1] as Line, line, cell.bbox))) {
    doubts.add('stacked');
  }
  if (lines.length > 1 && lines.some((line) => PAGE_NUMBER.test(line.text.trim()))) doubts.add('overprinted');
  return [...doubts];
}

/** Whether two lines stand on each other. */
function liesIn(a: Line, b: Line): boolean {
  const shared = overlap(a.box.y0, a.box.y1, b.box.y0, b.box.y1);
  const height = Math.min(a.box.y1 - a.box.y0, b.box.y1 - b.box.y0);
  return shared > TOL.overprintedLine * height && overlap(a.box.x0, a.box.x1, b.box.x0, b.box.x1) > TOL.touching;
}

/** Two numbers under each other, of which the first had room for the second's first digit: no number that is wrapped. */
function isStacked(upper: Line, lower: Line, bbox: PageCell['bbox']): boolean {
  return lower.box.y0 > upper.box.y0 && width(bbox) - width(upper.box) > TOL.freeDigit * upper.size + TOL.cellPadding;
}

/**
 * Whether the text of a merged cell parts where a border of other rows or columns would run through it: then that border was
 * most likely not drawn here.
 */
export function isJoined({ row, col, rowSpan, colSpan }: GridCell, lines: readonly Line[], { xs, ys }: Grid): boolean {
  const columns = xs.slice(col + 1, col + colSpan);
  const hasBoxes = lines.some(({ text }) => BOX.test(text));
  if (!hasBoxes && columns.some((x) => parts(lines, x))) return true;
  const rows = ys.slice(row + 1, row + rowSpan);
  if (
    rows.length > 0 &&
    rows.length < TOL.mergedRows &&
    standsInLowerRow(lines, [ys[row] as number, ...rows, ys[row + rowSpan] as number])
  )
    return true;
  return lines.some((line, i) => {
    const above = lines[i - 1];
    if (!above) return false;
    const gap = line.box.y0 - above.box.y1;
    return gap > TOL.gapOfRows * line.size && rows.some((y) => y > above.box.y1 && y < line.box.y0);
  });
}

/** Boxes to tick: the words beside them stand apart. */
const BOX = /[□☐☑■√✓]/u;

/** Whether text stands on both sides of an upright border and none across it. */
function parts(lines: readonly Line[], x: number): boolean {
  let [left, right] = [false, false];
  for (const { box, gaps = [] } of lines) {
    const isAcross = box.x0 < x && box.x1 > x;
    if (isAcross && !gaps.some(([from, to]) => from <= x + TOL.touching && to >= x - TOL.touching)) return false;
    left ||= box.x0 < x;
    right ||= box.x1 > x;
  }
  return left && right;
}

/** Whether all lines stand in the middle of one row of a merged cell, below its first, and not in that of the cell. */
function standsInLowerRow(lines: readonly Line[], ys: readonly number[]): boolean {
  const [top, bottom] = [lines[0]?.box.y0 ?? 0, lines.at(-1)?.box.y1 ?? 0];
  const middle = (top + bottom) / 2;
  const row = ys.findIndex((y, i) => i > 0 && y < top && (ys[i + 1] ?? 0) > bottom);
  if (row < 0) return false;
  const [y0, y1] = [ys[row] as number, ys[row + 1] as number];
  const isOff = Math.abs(middle - ((ys[0] as number) + (ys.at(-1) as number)) / 2) > TOL.offMiddle * (y1 - y0);
  return isOff && Math.abs(middle - (y0 + y1) / 2) < TOL.inMiddle * (y1 - y0);
}

/** The cells of a page, those marked as cut of which the lines run on over the lower border: the text of one spills down. */
export function withSpilled(cells: readonly PageCell[]): PageCell[] {
  const at = new Map(cells.map((cell) => [`${cell.row} ${cell.col}`, cell]));
  const spilled = new Set<PageCell>();
  for (const cell of cells) {
    if (cell.lines.length === 0) continue;
    const below = at.get(`${cell.row + cell.rowSpan} ${cell.col}`);
    if (below && runsOn(cell, below)) spilled.add(cell).add(below);
  }
  return cells.map((cell) => (spilled.has(cell) ? { ...cell, cut: true } : cell));
}

/** Whether the first line of the lower cell follows the last one of the upper as closely as that follows the one before. */
function runsOn({ lines, bbox }: PageCell, below: PageCell): boolean {
  const last = lines.at(-1);
  const before = lines.at(-2);
  const [next] = below.lines;
  if (!next || !last || Math.abs(next.size - last.size) > TOL.wordPartSize * last.size) return false;
  const leading = before ? last.box.y0 - before.box.y0 : TOL.usualLeading * last.size;
  const step = next.box.y0 - last.box.y0;
  const isFull = width(bbox) - width(last.box) < TOL.freeCharacters * last.size + TOL.cellPadding;
  // Text that is too high for its cell stands over both of its borders.
  const under = (below.lines.at(-1) ?? next).box.y1 - below.bbox.y1;
  const isOver = below.bbox.y0 - next.box.y0 > Math.max(TOL.overBorder * next.size, 2 * under);
  const follows = isOver || step < TOL.sameLeading * leading;
  return isFull && follows && Math.abs(next.box.x0 - last.box.x0) < TOL.sameStart;
}

/**
 * The cells of a page, those marked as stacked that share a row in which several cells hold texts at the same heights, far
 * apart, the upper of which had room for more: two rows of which the border is missing.
 */
export function withStacked(cells: readonly PageCell[]): PageCell[] {
  const byRow = new Map<string, PageCell[]>();
  for (const cell of cells) {
    const heights = cell.lines.length < 2 ? null : heightsOf(cell);
    if (heights === null) continue;
    const key = `${cell.row} ${cell.rowSpan} ${heights.join()}`;
    const row = byRow.get(key);
    if (row) row.push(cell);
    else byRow.set(key, [cell]);
  }
  const isNumeric = (cell: PageCell): boolean => cell.lines.every((line) => NUMBER.test(line.text.trim()));
  const rows = [...byRow.values()].filter((row) => row.length >= TOL.stackedCells || row.filter(isNumeric).length > 1);
  const stacked = new Set(rows.flat());
  return stacked.size === 0 ? [...cells] : cells.map((cell) => (stacked.has(cell) ? { ...cell, stacked: true } : cell));
}

/** Where the texts of a cell stand that lie far apart, in steps of half a line; null where none do. */
function heightsOf({ lines, bbox }: PageCell): number[] | null {
  const tops = [lines[0] as Line];
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    if (!above || line.box.y0 - above.box.y0 < TOL.stackedStep * line.size) continue;
    const room = width(bbox) - width(above.box) - TOL.cellPadding;
    if (room > TOL.freeDigit * above.size) tops.push(line);
  }
  return tops.length < 2 ? null : tops.slice(1).map(({ box, size }) => Math.round((2 * box.y0) / size));
}

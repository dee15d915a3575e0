import { midY, width } from '../../geometry/box.js';
import { median } from '../../geometry/order.js';
import { firstWordWidth } from '../first-word.js';
import type { Line, PageCell, PageTable } from '../layout-types.js';
import { REFINE_TOLERANCES as TOL } from './tolerances.js';

/**
 * The table with those of its drawn rows parted that hold several rows of text: where most cells begin a new value at one
 * height, and the lines above had room for it. A row that is wrapped text, a list or a narrative stays one.
 */
export function splitRows(table: PageTable): PageTable {
  const { ys, cells } = table;
  const cuts = new Map<number, number[]>();
  for (const [row, own] of singleRows(cells)) {
    const heights = cutsOf(own);
    if (heights.length > 0) cuts.set(row, heights);
  }
  if (cuts.size === 0) return table;
  // Where each boundary of the drawn table stands in the new one.
  const all: number[] = [];
  const moved = ys.map((y, row) => {
    all.push(y, ...(cuts.get(row) ?? []));
    return all.length - 1 - (cuts.get(row)?.length ?? 0);
  });
  const parted = cells.flatMap((cell): PageCell[] => {
    const first = moved[cell.row] as number;
    const last = moved[cell.row + cell.rowSpan] as number;
    const whole = { ...cell, row: first, rowSpan: last - first };
    return cell.rowSpan > 1 || last - first === 1 ? [whole] : cutCell(whole, all);
  });
  parted.sort((a, b) => a.row - b.row || a.col - b.col);
  return { ...table, ys: all, cells: parted };
}

/** The cells of each drawn row that stand in it alone, of rows of which two cells hold several lines. */
function singleRows(cells: readonly PageCell[]): Map<number, PageCell[]> {
  const rows = new Map<number, PageCell[]>();
  const counts = new Map<number, number>();
  for (const cell of cells) {
    if (cell.rowSpan > 1) continue;
    if (cell.lines.length > 1) counts.set(cell.row, (counts.get(cell.row) ?? 0) + 1);
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  for (const row of rows.keys()) if ((counts.get(row) ?? 0) < 2) rows.delete(row);
  return rows;
}

/** Lines of several cells that stand at one height. */
interface Level {
  readonly middle: number;
  readonly at: Map<PageCell, Line>;
}

/** The heights at which a drawn row is parted, ascending. */
function cutsOf(cells: readonly PageCell[]): number[] {
  const levels = levelsOf(cells);
  const filled = cells.filter((cell) => cell.lines.length > 0).length;
  const begun = levels.flatMap((_, i) => (i > 0 && beginsRow(levels, i) ? [i] : []));
  const starts = withAlike(levels, begun, TOL.mostCells * filled);
  // A row of a table has text in most of its cells: if none has, these are lines that stand side by side.
  const rows = [0, ...starts].map((from, i) => levels.slice(from, starts[i] ?? levels.length));
  const full = rows.filter((row) => 2 * new Set(row.flatMap(({ at }) => [...at.keys()])).size >= filled);
  if (2 * full.length < rows.length) return [];
  // The lines of a header are broken where its author wants it, alike in many cells: words alone need a third row to be rows.
  if (starts.length < 2 && !starts.some((i) => hasNumbers(levels, i))) return [];
  return starts.map((i, k) => heightBetween(levels, k === 0 ? 0 : (starts[k - 1] as number), i));
}

/**
 * The levels at which rows begin, and those that are as far below the line above as these and hold as many texts under others: nobody wraps
 * the texts of so many columns at once. So the first row under a head is one, and one under the longest number of each column.
 */
function withAlike(levels: readonly Level[], begun: readonly number[], texts: number): number[] {
  const step = (i: number): number => (levels[i] as Level).middle - (levels[i - 1] as Level).middle;
  const usual = median(begun.map(step));
  if (begun.length < 2 || usual === undefined) return [...begun];
  return levels.flatMap((level, i) => {
    if (i === 0 || begun.includes(i)) return i === 0 ? [] : [i];
    const [line] = level.at.values();
    const below = [...level.at.keys()].filter((cell) => lineAbove(levels, i, cell) !== undefined);
    return below.length >= texts && step(i) > usual - TOL.sameGap * (line as Line).size ? [i] : [];
  });
}

/** Where to part two rows that begin at two levels: in the widest gap between the lines there, the lowest of those as wide. */
function heightBetween(levels: readonly Level[], first: number, next: number): number {
  const boxes = levels
    .slice(first, next + 1)
    .flatMap(({ at }) => [...at.values()].map(({ box, size }) => ({ box, size })));
  boxes.sort((a, b) => a.box.y0 - b.box.y0);
  const below = Math.min(...[...(levels[next] as Level).at.values()].map(({ box }) => box.y0));
  let best = { gap: Number.NEGATIVE_INFINITY, at: below };
  let bottom = Number.POSITIVE_INFINITY;
  for (const { box, size } of boxes) {
    const gap = box.y0 - bottom;
    const isBetween = box.y0 > (levels[first] as Level).middle && bottom < (levels[next] as Level).middle;
    if (isBetween && gap > best.gap - TOL.sameGap * size) best = { gap, at: (box.y0 + bottom) / 2 };
    bottom = Number.isFinite(bottom) ? Math.max(bottom, box.y1) : box.y1;
  }
  return best.at;
}

function levelsOf(cells: readonly PageCell[]): Level[] {
  const lines = cells.flatMap((cell) => cell.lines.map((line) => ({ cell, line, middle: midY(line.box) })));
  lines.sort((a, b) => a.middle - b.middle);
  const levels: Level[] = [];
  for (const { cell, line, middle } of lines) {
    const last = levels.at(-1);
    if (last && middle - last.middle < TOL.sameHeight * line.size && !last.at.has(cell)) last.at.set(cell, line);
    else levels.push({ middle, at: new Map([[cell, line]]) });
  }
  return levels;
}

/** Whether a number stands under a number at a height. */
function hasNumbers(levels: readonly Level[], i: number): boolean {
  const { at } = levels[i] as Level;
  return [...at].some(([cell, line]) => {
    const above = lineAbove(levels, i, cell);
    return above !== undefined && isNumber(line) && isNumber(above) && hasRoomFor(cell, above, DIGIT);
  });
}

const lineAbove = (levels: readonly Level[], i: number, cell: PageCell): Line | undefined =>
  levels
    .slice(0, i)
    .findLast(({ at }) => at.has(cell))
    ?.at.get(cell);
const isNumber = ({ text }: Line): boolean => NUMBER.test(text.trim()) && !BULLET.test(text.trim());

/** Whether a row begins at a height: what each cell says that has text there. */
function beginsRow(levels: readonly Level[], i: number): boolean {
  const { at } = levels[i] as Level;
  let [begun, numbers, wrapped] = [0, 0, 0];
  for (const [cell, line] of at) {
    const above = lineAbove(levels, i, cell);
    if (!above) continue;
    if (isNumber(line) && isNumber(above) && hasRoomFor(cell, above, DIGIT)) {
      begun++;
      numbers++;
    } else if (isFirstNumber(levels, i, cell)) {
      begun++;
      numbers++;
    } else if (BULLET.test(line.text.trim())) continue;
    else if (hasRoom(cell, above, line)) begun++;
    else wrapped++;
  }
  return begun >= TOL.mostCells * (begun + wrapped) && (numbers > 0 ? begun > 1 : begun >= TOL.manyCells);
}

/** Whether the numbers of a column begin at a height, under its head: others, each a value of its own, stand under it. */
function isFirstNumber(levels: readonly Level[], i: number, cell: PageCell): boolean {
  const [line, next, third] = levels.slice(i).flatMap(({ at }) => at.get(cell) ?? []);
  if (!line || !next || !isNumber(line) || !isNumber(next) || !hasRoomFor(cell, line, DIGIT)) return false;
  return third === undefined || isNumber(third);
}

/** Whether the first word of a line would have fitted behind the line above. */
const hasRoom = (cell: PageCell, above: Line, line: Line): boolean =>
  hasRoomFor(cell, above, firstWordWidth(line.text));

/** Whether so many characters would have: a number that is too long for its cell is broken at any digit. */
const hasRoomFor = (cell: PageCell, above: Line, characters: number): boolean =>
  width(cell.bbox) - TOL.padding - width(above.box) > (characters + TOL.room) * above.size;

/** The width of a digit, in characters. */
const DIGIT = 0.5;

/** A number as tables print it, a sign for one that is missing, or one with its unit. */
const NUMBER =
  /^[-–—−+±(（≥≤<>=＝≈约$¥￥€£]*\s*\d[\d\s.,，:/]*[)）]?\s*(?:[%％‰]|[\p{Script=Han}]{1,2})?[*＊]?$|^[-–—−…/*＊]+$/u;
/** What begins an entry of a list: the entries of one cell are one text. */
const BULLET =
  /^(?:[•·●○◆■□▪➢√☑☐*-]\s*\p{L}|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳a-z])[)）.、．](?!\d)|[①-⑳])/u;

/** The pieces of a cell in the rows that it now covers; one of a single text in their middle stands beside them all. */
function cutCell(cell: PageCell, ys: readonly number[]): PageCell[] {
  const { stacked: _, ...rest } = cell;
  const [top, bottom] = [cell.bbox.y0, cell.bbox.y1];
  const [first] = cell.lines;
  const isBeside =
    first !== undefined &&
    cell.rowSpan > 2 - (cell.lines.length > 1 ? 1 : 0) &&
    isOneText(cell, ys) &&
    Math.abs((first.box.y0 + (cell.lines.at(-1) as Line).box.y1) / 2 - (top + bottom) / 2) <
      TOL.inMiddle * (bottom - top);
  if (isBeside) return [rest];
  return Array.from({ length: cell.rowSpan }, (_unused, i): PageCell => {
    const row = cell.row + i;
    const [y0, y1] = [ys[row] as number, ys[row + 1] as number];
    return {
      ...rest,
      row,
      rowSpan: 1,
      openBottom: cell.openBottom && i === cell.rowSpan - 1,
      bbox: { ...cell.bbox, y0, y1 },
      lines: cell.lines.filter(({ box }) => midY(box) > y0 && midY(box) <= y1),
      ...(isTorn(cell, y0) || isTorn(cell, y1) ? { cut: true } : {}),
    };
  });
}

/** Whether a boundary goes between lines of which the upper one is full: most likely they are one text. */
function isTorn(cell: PageCell, y: number): boolean {
  const i = cell.lines.findIndex(({ box }) => midY(box) > y);
  const [above, line] = [cell.lines[i - 1], cell.lines[i]];
  return above !== undefined && line !== undefined && !isNumber(line) && !hasRoom(cell, above, line);
}

/** Whether a text stands in the middle of several rows, across their boundaries or in one of many. */
function isOneText(cell: PageCell, ys: readonly number[]): boolean {
  if (cell.lines.length === 1) return true;
  const [y0, y1] = [(cell.lines[0] as Line).box.y0, (cell.lines.at(-1) as Line).box.y1];
  return (
    cell.lines.some(({ box }) => ys.some((y) => y > box.y0 && y < box.y1)) &&
    y1 - y0 < (cell.bbox.y1 - cell.bbox.y0) / 2
  );
}

import { type Box, midX, midY } from '../../../geometry/box.js';
import type { Line, SetAside } from '../../layout-types.js';
import { textOf } from '../../lines.js';
import { addHead, captionOf, compareHead, emptyHeads } from '../captions.js';
import type { Bound, OpenCell } from '../open-table.js';
import { openTable, placeOf } from '../open-table.js';
import type { RunningHeads } from '../running-heads.js';
import type { Sheet, SheetLine } from '../sheets.js';
import { STITCH_TOLERANCES as TOL } from '../tolerances.js';
import { haveSameRows, mayBeRest, type Pair, pairsOf, tableScore } from './beside-evidence.js';

/**
 * Joins the sheets that hold the last columns of others to these. Spreadsheets print tables that are wider than the paper so: all rows of
 * the first columns on some sheets and then those of the others, or sheet after sheet.
 */
export function joinBeside(
  sheets: readonly Sheet[],
  running: RunningHeads,
  setAside: (text: SetAside) => void,
): Sheet[] {
  const out: Sheet[] = [];
  // Which of them have a table of so many rows.
  const byRows = new Map<number, Set<number>>();
  for (let i = 0; i < sheets.length; ) {
    const sheet = sheets[i] as Sheet;
    takeStrips(sheet, out);
    const places = mayBeRest(sheet, sheets[i - 1]) ? [...(byRows.get(rowsOf(sheet)[0] as number) ?? [])] : [];
    const count = countBeside(out, sheets, i, places, running);
    for (let k = 0; k < count; k++) {
      const [own, rest] = [out[out.length - count + k] as Sheet, sheets[i + k] as Sheet];
      joinSheets(own, rest, pairsOf(own, rest) ?? [], setAside);
    }
    if (count === 0) {
      for (const rows of rowsOf(sheet)) byRows.set(rows, (byRows.get(rows) ?? new Set()).add(out.length));
      out.push(sheet);
    }
    i += Math.max(count, 1);
  }
  return out;
}

/** Takes the ruled columns of a sheet for tables that have the rows of one on a sheet before, at the same place. */
function takeStrips(sheet: Sheet, before: readonly Sheet[]): void {
  const { layout } = sheet;
  for (const strip of layout.strips ?? []) {
    if (sheet.tables.some((table) => table.ys === strip.ys)) continue;
    const part = openTable(strip, layout);
    if (!before.some(({ tables }) => tables.some((table) => haveSameRows(table, part)))) continue;
    sheet.tables.push(part);
    const isOutside = ({ line }: SheetLine): boolean => !isInside(line.box, strip.bbox);
    sheet.lines.splice(0, sheet.lines.length, ...sheet.lines.filter(isOutside));
  }
}

const isInside = (box: Box, outer: Box): boolean =>
  midX(box) >= outer.x0 && midX(box) <= outer.x1 && midY(box) >= outer.y0 && midY(box) <= outer.y1;

const rowsOf = ({ tables }: Sheet): number[] => tables.map(({ ys }) => ys.length);

/** How many sheets, from the i-th on, hold the last columns of as many of those before, which begin at one of these places. */
function countBeside(
  out: readonly Sheet[],
  sheets: readonly Sheet[],
  i: number,
  places: readonly number[],
  running: RunningHeads,
): number {
  for (const place of [...places].reverse()) {
    const count = out.length - place;
    const [first, rest] = [out[place] as Sheet, sheets[i] as Sheet];
    if (i + count > sheets.length || !pairsOf(first, rest) || scoreOf(first, rest, running) < TOL.joins) continue;
    const others = out.slice(place + 1).map((sheet, k): [Sheet, Sheet] => [sheet, sheets[i + 1 + k] as Sheet]);
    for (const [a, b] of others) takeStrips(b, [a]);
    if (others.every(([a, b]) => pairsOf(a, b) !== null && linesScore(a, b, running) >= 0)) return count;
  }
  return 0;
}

const scoreOf = (sheet: Sheet, rest: Sheet, running: RunningHeads): number => {
  const scores = (pairsOf(sheet, rest) ?? []).map((pair) => tableScore(pair, sheet, rest));
  return Math.max(...scores) + linesScore(sheet, rest, running);
};

/** What the lines of the other sheet say: pieces of cut ones and running heads nothing, a title of its own much. */
function linesScore(sheet: Sheet, rest: Sheet, running: RunningHeads): number {
  const heads = emptyHeads();
  for (const { line } of sheet.lines) addHead(heads, captionOf(line, running.usualSize));
  let score = 0;
  for (const { line } of rest.lines) {
    if (sheet.lines.some((other) => isRestOf(other.line, line, sheet))) continue;
    // A head of both halves stands where their middle falls.
    if (isOverBoth(line, sheet, rest)) {
      score += TOL.telling;
      continue;
    }
    const caption = captionOf(line, running.usualSize);
    const how = compareHead(heads, caption);
    if (how === 'other') score -= TOL.decisive;
    if (how !== 'unknown' || running.repeated.has(line)) continue;
    if (caption.kind === 'title' || caption.number) score -= TOL.decisive;
    else if (caption.kind === 'text') score -= TOL.strong;
  }
  return score;
}

/** Whether a line has its middle over a table and its other half together, and not over the half below it. */
function isOverBoth({ box, size }: Line, sheet: Sheet, rest: Sheet): boolean {
  return (pairsOf(sheet, rest) ?? []).some(({ table, rest: half, repeated }) => {
    const from = half.bounds[repeated]?.x ?? half.left;
    const own = half.right - from;
    const both = from + (own - (table.right - table.left)) / 2;
    return Math.abs(midX(box) - both) < size / 2 && Math.abs(midX(box) - (from + own / 2)) > size && box.y1 <= half.y0;
  });
}

const isLevel = (a: Line, b: Line): boolean => Math.abs(midY(a.box) - midY(b.box)) <= TOL.sameRow;

function joinSheets(sheet: Sheet, rest: Sheet, pairs: readonly Pair[], setAside: (text: SetAside) => void): void {
  for (const pair of pairs) joinTables(pair, setAside);
  joinLines(sheet, rest, setAside);
  sheet.lastPage = Math.max(sheet.lastPage, rest.lastPage);
}

/** Puts the columns of the other part to the right of the table. Cells that the break cuts are one again. */
function joinTables({ table, rest, repeated }: Pair, setAside: (text: SetAside) => void): void {
  const edge = table.bounds.at(-1) as Bound;
  const first = rest.bounds[repeated] as Bound;
  const shift = edge.x - first.x;
  table.right = rest.right;
  for (const bound of rest.bounds.slice(repeated + 1)) {
    table.bounds.push(Object.assign(bound, { x: bound.x + shift, lo: bound.lo + shift, hi: bound.hi + shift }));
  }
  const isRepeated = new Set(rest.bounds.slice(0, repeated));
  const cut = new Map<number, OpenCell>();
  for (const cell of table.rows.flat()) if (cell.to === edge && cell.openRight) cut.set(cell.row, cell);
  const bottom = new Set(rest.bottom);
  for (const cell of rest.rows.flat()) {
    if (isRepeated.has(cell.from)) {
      const [place] = cell.places;
      if (place && cell.lines.length > 0) setAside({ reason: 'repeated-header', text: textOf(cell), place });
      continue;
    }
    const { bbox } = cell;
    cell.bbox = { ...bbox, x0: bbox.x0 + shift, x1: bbox.x1 + shift };
    const left = cell.from === first && cell.openLeft ? cut.get(cell.row) : undefined;
    if (left?.rowSpan === cell.rowSpan) joinCells(left, cell);
    else {
      if (cell.from === first) cell.from = edge;
      table.rows[cell.row]?.push(cell);
      if (bottom.has(cell)) table.bottom.push(cell);
    }
  }
  table.places.push(...rest.places);
}

/** One cell again: a line that the break cuts goes on at the same height, the others follow. */
function joinCells(left: OpenCell, right: OpenCell): void {
  const own = [...left.lines];
  let isSpliced = false;
  for (const line of right.lines) {
    const i = own.findIndex((other) => isLevel(other, line));
    if (i < 0) left.lines.push(line);
    else left.lines[i] = spliced(left.lines[i] as Line, line);
    isSpliced ||= i >= 0;
  }
  left.to = right.to;
  left.openRight = right.openRight;
  left.bbox = { ...left.bbox, x1: right.bbox.x1 };
  left.places.push(...right.places);
  const doubts = new Set([...left.doubts, ...right.doubts]);
  if (isSpliced) doubts.delete('half');
  left.doubts = [...doubts];
}

/** Both halves together. What one sheet shows of a character in half, the other shows. */
function spliced(left: Line, right: Line): Line {
  const { doubts: own = [], ...line } = left;
  const doubts = [...own, ...(right.doubts ?? [])].filter((doubt) => doubt !== 'half');
  const text = left.text.trimEnd() + right.text.trimStart();
  return doubts.length > 0 ? { ...line, text, doubts } : { ...line, text };
}

/** The lines of both: one that the break cuts is one again, and one that stands on both stands once. */
function joinLines(sheet: Sheet, rest: Sheet, setAside: (text: SetAside) => void): void {
  for (const other of rest.lines) {
    const text = other.line.text.trim();
    const again = sheet.lines.some(({ line }) => isLevel(line, other.line) && line.text.trim() === text);
    const i = sheet.lines.findIndex(({ line }) => isRestOf(line, other.line, sheet));
    const own = sheet.lines[i];
    if (again) setAside({ reason: 'running-head', text, place: placeOf(other.line.box, other.sheet) });
    else if (own) sheet.lines[i] = { ...own, line: spliced(own.line, other.line) };
    else sheet.lines.push(other);
  }
}

/** Whether a line goes on in another, at the edge of the table, where the page ends for a spreadsheet. */
function isRestOf(line: Line, other: Line, { tables }: Sheet): boolean {
  const right = Math.max(...tables.map(({ right }) => right));
  const left = Math.min(...tables.map(({ left }) => left));
  return isLevel(line, other) && line.box.x1 > right - line.size && other.box.x0 < left + other.size;
}

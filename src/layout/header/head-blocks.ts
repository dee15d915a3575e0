import { type Box, midX, overlap, union } from '../../geometry/box.js';
import { UnionFind } from '../../geometry/union-find.js';
import type { Segment } from '../../grid/grid-types.js';
import type { Line } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { isNumeric, middle, OPEN_END } from '../unruled/wraps.js';

/** A text of the header of a table, with the columns that it covers, both ends included. */
export interface HeadBlock {
  readonly box: Box;
  readonly size: number;
  readonly col: number;
  readonly lastCol: number;
}

/** Where the texts of a column begin and end. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** The lines of text, from the top down, each from left to right. */
export function printedLines(pieces: readonly Line[]): Line[][] {
  const lines: Line[][] = [];
  for (const piece of [...pieces].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line && first && middle(piece) - middle(first) < TOL.sameRow * Math.max(piece.size, first.size)) {
      line.push(piece);
    } else lines.push([piece]);
  }
  for (const line of lines) line.sort((a, b) => a.box.x0 - b.box.x0);
  return lines;
}

/** The columns whose texts stand above or below a box; else those that it reaches into. */
export function columnsUnder({ x0, x1 }: Box, xs: readonly number[], stands: readonly Extent[]): Columns {
  const inside = xs.slice(1).map((to, col) => overlap(x0, x1, xs[col] as number, to));
  const most = Math.max(...inside);
  const isOver = (part: number, col: number): boolean => {
    const { from, to } = stands[col] as Extent;
    return part > Math.min(TOL.touching, most / 2) && overlap(x0, x1, from, to) > TOL.touching;
  };
  const first = inside.findIndex(isOver);
  if (first >= 0) return { col: first, lastCol: inside.findLastIndex(isOver) };
  const off = stands.map(({ from, to }) => Math.max(from - x1, x0 - to));
  const nearest = off.indexOf(Math.min(...off));
  return { col: nearest, lastCol: nearest };
}

/** The texts of a header, with wrapped ones whole: lines close together, one to one, in the same columns. */
export function headBlocks(
  lines: readonly (readonly Line[])[],
  xs: readonly number[],
  stands: readonly Extent[],
  rules: readonly Segment[],
  rowPitch: number,
): HeadBlock[] {
  const pieces = lines.flat();
  const sets = new UnionFind(pieces.length);
  const covers = new Map(pieces.map((piece) => [piece, columnsUnder(piece.box, xs, stands)]));
  const share = (a: Line, b: Line): boolean => {
    const [one, other] = [covers.get(a), covers.get(b)] as [Columns, Columns];
    return one.col <= other.lastCol && other.col <= one.lastCol;
  };
  let start = 0;
  for (const [n, line] of lines.entries()) {
    for (const [k, upper] of line.entries()) {
      const found = nextBelow(lines, n, (piece) => share(upper, piece));
      if (!found) continue;
      const { lower, beside } = found;
      const isPaired =
        beside.filter((piece) => share(upper, piece)).length === 1 &&
        line.filter((piece) => share(piece, lower)).length === 1;
      if (!isPaired || isParted(upper, lower, rules) || !isOneText(upper, lower, rowPitch)) continue;
      const cover = covers.get(upper) as Columns;
      if (cover.lastCol > cover.col && (covers.get(lower) as Columns).lastCol === (covers.get(lower) as Columns).col)
        continue;
      if (isSubhead(upper, lower, line, beside, share)) continue;
      sets.join(start + k, pieces.indexOf(lower));
    }
    start += line.length;
  }
  return sets.groups().map((group): HeadBlock => {
    const own = group.map((i) => pieces[i] as Line);
    const box = union(own.map((piece) => piece.box)) as Box;
    return { box, size: Math.max(...own.map((piece) => piece.size)), ...columnsUnder(box, xs, stands) };
  });
}

/** The columns of a text, both ends included. */
interface Columns {
  readonly col: number;
  readonly lastCol: number;
}

/** The first text below that shares a column, and all on its line. */
function nextBelow(lines: readonly (readonly Line[])[], n: number, isUnder: (piece: Line) => boolean) {
  for (const beside of lines.slice(n + 1)) {
    const lower = beside.find(isUnder);
    if (lower) return { lower, beside };
  }
  return null;
}

/** Whether a rule stands between two lines. */
const isParted = ({ box: a }: Line, { box: b }: Line, rules: readonly Segment[]): boolean =>
  rules.some(
    ({ at, from, to }) =>
      at > (a.y0 + a.y1) / 2 && at < (b.y0 + b.y1) / 2 && from < Math.min(a.x1, b.x1) && to > Math.max(a.x0, b.x0),
  );

/**
 * Whether a line goes on with the text of the one above it: closer to it than rows of the body are to each other, or, where
 * these stand no further apart than wrapped lines, by what it says.
 */
export const isOneText = (upper: Line, lower: Line, rowPitch: number): boolean =>
  middle(lower) - middle(upper) <= TOL.tightPitch * Math.max(upper.size, lower.size) &&
  (middle(lower) - middle(upper) < TOL.tighter * rowPitch || goesOn(upper.text, lower.text)) &&
  Math.abs(upper.size - lower.size) <= TOL.wrappedSize * upper.size &&
  overlap(upper.box.x0, upper.box.x1, lower.box.x0, lower.box.x1) >
    TOL.wrappedOverlap * Math.min(upper.box.x1 - upper.box.x0, lower.box.x1 - lower.box.x0);

/** Whether a text goes on within a sentence, or with what stands in brackets. */
const goesOn = (upper: string, lower: string): boolean =>
  OPEN_END.test(upper) || /^\p{Ll}/u.test(lower) || UNIT.test(lower);

/** What stands in brackets, per cent or a currency: the unit of what is above it. */
export const UNIT = /^(?:[(（[【][^()（）]+[)）\]】]|(?=.*[£$€¥%‰])[\p{L}’'.,\s0£$€¥%‰]{1,12})$/u;

/**
 * Whether the lower text is one of several heads side by side under the upper one, not the rest of it: years, or what is
 * said once more under another head.
 */
function isSubhead(
  upper: Line,
  lower: Line,
  line: readonly Line[],
  beside: readonly Line[],
  share: (a: Line, b: Line) => boolean,
): boolean {
  const bare = beside.filter((piece) => !line.some((other) => share(piece, other)));
  if (bare.length === 0 || isNumeric(upper)) return false;
  if (isNumeric(lower)) return bare.some(isNumeric);
  const again = !UNIT.test(lower.text) && beside.filter(({ text }) => text === lower.text).length > 1;
  return again && bare.some((piece) => Math.abs(midX(piece.box) - midX(lower.box)) > lower.size);
}

import { midY, overlap } from '../../geometry/box.js';
import { countBefore, median } from '../../geometry/order.js';
import { isCaption } from '../../text/caption.js';
import { firstWordWidth } from '../first-word.js';
import type { Line } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';

/** Two pieces of text, one right under the other, which may be one text that is wrapped. Indices are those of the sorted pieces. */
export interface Pair {
  readonly i: number;
  readonly k: number;
  readonly upper: Line;
  readonly lower: Line;
  /** From middle to middle, times the size. */
  readonly pitch: number;
}

const NUMERIC = /^[\p{Nd}.,，٫٬%٪％‰—–\-−－/*＊\s±()（）$¥￥€£+<>≥≤=]+$/u;
export const isNumeric = ({ text }: Line): boolean => NUMERIC.test(text);

export const middle = (line: Line): number => midY(line.box);
const pitchOf = (upper: Line, lower: Line): number =>
  (middle(lower) - middle(upper)) / Math.max(upper.size, lower.size);
const widthOf = ({ box }: Line): number => box.x1 - box.x0;
const isLong = (line: Line): boolean => widthOf(line) >= TOL.longText * line.size;
/** Whether two pieces stand on one line. */
const onLine = (a: Line, b: Line): boolean => Math.abs(middle(a) - middle(b)) < TOL.sameRow * Math.max(a.size, b.size);

/** Each piece with the nearest one under it that could go on with its text. `sorted` by their middles. */
function pairsOf(sorted: readonly Line[]): Pair[] {
  return sorted.flatMap((upper, i): Pair[] => {
    const k = firstBelow(sorted, i);
    const lower = k === null ? undefined : sorted[k];
    if (k === null || !lower || spansSeveral(sorted, i, k) || spansSeveral(sorted, k, i)) return [];
    return isCaption(upper.text) ? [] : [{ i, k, upper, lower, pitch: pitchOf(upper, lower) }];
  });
}

/** Whether a text stands above, or below, several of those on the line of another: it goes on in none of them. */
const spansSeveral = (sorted: readonly Line[], i: number, k: number): boolean => {
  const { box } = sorted[i] as Line;
  return besideOf(sorted, k).some((other) => overlap(box.x0, box.x1, other.box.x0, other.box.x1) > TOL.touching);
};

function firstBelow(sorted: readonly Line[], i: number): number | null {
  const upper = sorted[i] as Line;
  for (let k = i + 1; k < sorted.length; k++) {
    const lower = sorted[k] as Line;
    const pitch = pitchOf(upper, lower);
    if (pitch > TOL.maxPitch) return null;
    if (pitch < TOL.minPitch || Math.abs(lower.size - upper.size) > TOL.wrappedSize * upper.size) continue;
    const shared = overlap(upper.box.x0, upper.box.x1, lower.box.x0, lower.box.x1);
    if (shared > TOL.wrappedOverlap * Math.min(widthOf(upper), widthOf(lower))) return k;
  }
  return null;
}

/**
 * The pairs that are one text, by all that the table shows: lines that follow each other as closely as long texts are wrapped
 * here; not where a rule parts them, nor where the lines side by side show a new row: numbers under numbers, numbers under the
 * words of a header, or, where rows stand no further apart than wrapped lines, texts above that had room for the next word.
 */
export function wrappedPairs(sorted: readonly Line[], rules: readonly number[] = [], least = 0): Pair[] {
  const pairs = pairsOf(sorted);
  const pitches = pairs.filter(({ upper, lower }) => isLong(upper) && isLong(lower)).map(({ pitch }) => pitch);
  const usual = pitches.sort((a, b) => a - b)[pitches.length >> 2];
  const limit = Math.max(least, usual === undefined ? 0 : TOL.samePitch * usual);
  const close = pairs.filter(({ pitch }) => pitch <= limit);
  if (close.length === 0) return [];
  const isNewRow = rowsBegin(sorted, pairs);
  const begins = columnsBegin(close);
  return close.filter(
    (pair) =>
      !isNewRow(pair) && !begins(pair) && !rules.some((at) => at > middle(pair.upper) && at < middle(pair.lower)),
  );
}

/**
 * Tells for a pair whether it stands in a column of texts that all begin as ones of their own, beside another such column: wrapped
 * texts have lines that go on.
 */
function columnsBegin(close: readonly Pair[]): (pair: Pair) => boolean {
  const columns = new Map<Line, { pairs: number; isList: boolean }>();
  for (const pair of close) {
    const column = columns.get(pair.upper) ?? { pairs: 0, isList: true };
    columns.set(pair.upper, column).set(pair.lower, column);
    column.pairs++;
    column.isList &&= beginsAnew(pair);
  }
  return (pair) => {
    const beside = pairsBeside(close, pair);
    return (
      beside.length > 1 &&
      beside.every(({ upper }) => {
        const column = columns.get(upper);
        return column?.isList && column.pairs >= TOL.listPairs;
      })
    );
  };
}

/** Tells for a pair whether its lower line begins a row, by all pairs that stand on the same two lines. */
function rowsBegin(sorted: readonly Line[], pairs: readonly Pair[]): (pair: Pair) => boolean {
  const numbers = pairs.filter(({ upper, lower }) => isNumeric(upper) && isNumeric(lower));
  // How far apart rows are, where numbers show it.
  const rowPitch = median(numbers.map(({ pitch }) => pitch)) ?? Number.POSITIVE_INFINITY;
  const widths = columnWidths(pairs);
  const widthIn = ({ upper }: Pair): number => widths.get(upper) ?? widthOf(upper);
  return (pair) => {
    const beside = pairsBeside(pairs, pair);
    if (beside.some(({ upper, lower }) => isNumeric(upper) && isNumeric(lower))) return true;
    const under = beside.filter(({ upper, lower }) => isNumeric(lower) && !isNumeric(upper));
    if (under.length > 1 && 2 * under.length >= beside.length) return true;
    if (under.length > 0 && isAmongNumbers(sorted, pair)) return true;
    if (beside.length > 1 && beside.every(beginsAnew) && beside.some((one) => hasRoom(one, widthIn(one)))) return true;
    if (pair.pitch < TOL.tighter * rowPitch) return false;
    const free = beside.filter(
      (one) =>
        hasRoom(one, widthIn(one)) ||
        (rowPitch < Number.POSITIVE_INFINITY &&
          ((CAPITAL.test(one.lower.text) && !OPEN_END.test(one.upper.text)) || isShort(sorted, one))),
    );
    return free.length >= TOL.mostFree * beside.length;
  };
}

/** Whether a number under words follows another one over which nothing stands, such as a year under a head over several. */
function isAmongNumbers(sorted: readonly Line[], { i, k, lower }: Pair): boolean {
  const before = besideOf(sorted, k)
    .filter(({ box }) => box.x1 <= lower.box.x0)
    .sort((a, b) => b.box.x0 - a.box.x0)[0];
  const isOver = ({ box }: Line): boolean =>
    overlap(box.x0, box.x1, (before as Line).box.x0, (before as Line).box.x1) > 0;
  return before !== undefined && isNumeric(before) && !besideOf(sorted, i).some(isOver);
}

/** Whether the lower text begins as one of its own, and the upper one does not go on. */
const beginsAnew = ({ upper, lower }: Pair): boolean => /^[\p{Lu}\d]/u.test(lower.text) && !OPEN_END.test(upper.text);

/** How a text begins, and how one ends that goes on. */
const CAPITAL = /^\p{Lu}\p{Ll}/u;
export const OPEN_END = /(?:[-–,(/&]|\b(?:and|or|of|the|for|in|to|by|on|with|from))$/iu;

/** Whether much room is left between the upper text and what stands to its right, and the lower one does not go on with it. */
function isShort(sorted: readonly Line[], { i, k, upper, lower }: Pair): boolean {
  if (/^\p{Ll}/u.test(lower.text) || OPEN_END.test(upper.text)) return false;
  const next = Math.min(
    ...[i, k]
      .flatMap((at) => besideOf(sorted, at))
      .map(({ box }) => box.x0)
      .filter((x) => x > upper.box.x1),
  );
  return (
    next < Number.POSITIVE_INFINITY && next - upper.box.x1 > (firstWordWidth(lower.text) + TOL.muchRoom) * upper.size
  );
}

/** The pieces on the line of one, without it. */
function besideOf(sorted: readonly Line[], at: number): Line[] {
  const own = sorted[at] as Line;
  const found: Line[] = [];
  for (const step of [-1, 1]) {
    for (let n = at + step; n >= 0 && n < sorted.length; n += step) {
      const other = sorted[n] as Line;
      if (!onLine(other, own)) break;
      found.push(other);
    }
  }
  return found;
}

/** The pairs on the same two lines as one, itself among them. Pairs are sorted by their upper lines. */
function pairsBeside(pairs: readonly Pair[], pair: Pair): Pair[] {
  const at = countBefore(pairs.length, (k) => (pairs[k] as Pair).i < pair.i);
  const found = [pair];
  for (const step of [-1, 1]) {
    for (let k = at + step; k >= 0 && k < pairs.length; k += step) {
      const other = pairs[k] as Pair;
      if (!onLine(other.upper, pair.upper)) break;
      if (onLine(other.lower, pair.lower)) found.push(other);
    }
  }
  return found;
}

/** For each upper piece, how wide the texts of its column get. */
function columnWidths(pairs: readonly Pair[]): Map<Line, number> {
  const widths = new Map<Line, number>();
  // Down along the column, then back up.
  const spread = ({ upper, lower }: Pair): void => {
    const widest = Math.max(widths.get(upper) ?? widthOf(upper), widths.get(lower) ?? widthOf(lower));
    widths.set(upper, widest);
    widths.set(lower, widest);
  };
  for (const pair of pairs) spread(pair);
  for (let i = pairs.length - 1; i >= 0; i--) spread(pairs[i] as Pair);
  return widths;
}

/** Whether the first word of the lower text would have fitted behind the upper one. */
const hasRoom = ({ upper, lower }: Pair, width: number): boolean =>
  width - widthOf(upper) > (firstWordWidth(lower.text) + TOL.wordSpace) * upper.size || !sharesEdge(upper, lower);

/** Whether two lines begin, end or have their middles under one another, as those of one text do. */
function sharesEdge({ box: a, size }: Line, { box: b }: Line): boolean {
  const [left, right] = [Math.abs(a.x0 - b.x0), Math.abs(a.x1 - b.x1)];
  const centre = Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2;
  return left < TOL.sharedStart * size || Math.min(right, centre) < TOL.sharedEdge * size;
}

import type { Area, Gray, Ink } from '../raster/types.js';
import { withBoxes } from './boxes.js';
import { type Guess, type ReadChar, type ReadLine, textOf } from './types.js';

/** Letters and signs that look like digits where they stand alone. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', 〇: '0', '○': '0', D: '0', Q: '0', '°': '0', '。': '0' },
  ...{ l: '1', I: '1', '|': '1', i: '1', 丨: '1', '!': '1' },
  ...{ Z: '2', z: '2', S: '5', s: '5', B: '8', g: '9', q: '9', b: '6' },
};
/** By themselves in a cell they are a nought: nothing else is printed so. */
const RING = /^[Oo〇○。]$/u;
const NUMERIC = /^[0-9.,%％+-]$/u;
const HAN = /\p{Script=Han}/u;

/** A full stop is no higher than this part of its line, and stands in the lower part of it. */
const STOP_HEIGHT = 0.55;
/** A gap between two characters, as a part of the height of the line, is a printed space from here on ... */
const SPACE = 0.4;
/** ... if it is also that much wider than most gaps of the line, ... */
const WIDER = 0.26;
/** ... and the characters are further apart than their widths by this part of the em; one that the engine saw needs less. */
const APART = 0.3;
const SEEN_SPACE = 0.22;
/** The em, as a part of the height of the ink of a line. */
const EM = 1.08;
/** Marks that have white beside them in their own square. */
const OPEN_MARK = /[，。、；：！？（）“”‘’《》【】()[\],.;:!?·…—\-"']/u;

/**
 * The characters of a line with what the picture itself decides: zeros and ones among digits, the circle of a full stop,
 * a dash of two, and spaces by the white between the characters. `above` is the text above it in the same cell.
 */
export function settled(
  line: ReadLine,
  { ink, gray }: { readonly ink: Ink; readonly gray: Gray },
  above = '',
): ReadChar[] {
  const marked = withLost({ ...line, chars: withBoxes(line, ink) }, gray)
    .map((char, i, chars) => (closes(i, chars, above) ? seen(char, '）') : char))
    .map((char, i, chars) => settledChar(char, i, chars, line.area, ink));
  return spaced(dashed(marked, line.area, ink), line.area, ink);
}

/** A character that was lost stands no nearer to the middles of others than this part of the em, ... */
const NEAREST = 0.4;
/** ... and has this many columns of its own with ink, if only faint. */
const OWN_INK = 2;
/** At the ends of a line there may be ink of a border, too. */
const LOST_AT_END = /^[，。、；：”“]$/u;
const FAINT = 200;

/** The characters, and of the spare ones those that have ink which belongs to no other: marks that the engine has lost. */
function withLost({ chars, spare, area }: ReadLine, gray: Gray): ReadChar[] {
  const em = EM * (area.y1 - area.y0);
  const all = chars.filter(({ text }) => text !== '');
  const found = spare.filter(({ text }) => text.trim() !== '').sort((a, b) => b.confidence - a.confidence);
  for (const char of found) {
    const next = all.findIndex(({ at }) => at > char.at);
    const place = next < 0 ? all.length : next;
    if ((place === 0 || place === all.length) && !LOST_AT_END.test(char.text)) continue;
    const [before, after] = [all[place - 1], all[place]].map((c) => (c?.text === ' ' ? undefined : c));
    const isNear = [before, after].some((c) => c !== undefined && Math.abs(c.at - char.at) < NEAREST * em);
    const from = Math.max(char.at - em / 2, before ? before.at + (em * widthOf(before)) / 2 : 0);
    const to = Math.min(char.at + em / 2, after ? after.at - (em * widthOf(after)) / 2 : gray.width);
    if (!isNear && darkColumns(gray, area, from, to, FAINT) >= OWN_INK) all.splice(place, 0, char);
  }
  return all;
}

/** Columns between two places of a line that have a pixel darker than the shade. */
function darkColumns({ width, data }: Gray, area: Area, from: number, to: number, shade: number): number {
  let count = 0;
  for (let x = Math.max(0, Math.round(from)); x < Math.min(width, Math.round(to)); x++) {
    let y = area.y0;
    while (y < area.y1 && (data[y * width + x] as number) >= shade) y++;
    if (y < area.y1) count++;
  }
  return count;
}

/** Marks of half an em and of a whole one, which look the same but for the white around them. */
const FULL_WIDTH: Readonly<Record<string, string>> = { '(': '（', ')': '）', ',': '，', ':': '：', ';': '；' };

function settledChar(char: ReadChar, i: number, chars: readonly ReadChar[], area: Area, ink: Ink): ReadChar {
  const wide = FULL_WIDTH[char.text];
  if (wide !== undefined && isAmongHan(i, chars)) return settledChar({ ...char, text: wide }, i, chars, area, ink);
  const digit = LOOKALIKES[char.text];
  if (digit !== undefined && isAmongDigits(i, chars)) {
    return chars.length === 1 && RING.test(char.text) ? seen(char, digit) : instead(char, digit);
  }
  if (/^[０-９]$/u.test(char.text)) return seen(char, char.text.normalize('NFKC'));
  if (char.text === '丶') return seen(char, '、');
  if ((char.text === '0' || char.text === '·' || digit === '0') && isStop(i, chars, area, ink)) return seen(char, '。');
  if (char.text === '：' && isSemicolon(char, area, ink)) return instead(char, '；');
  if (char.text === '“' || char.text === '”') return quote(char, area, ink);
  if ((char.text === '.' || char.text === ',') && isBetweenDigits(i, chars)) {
    return separates(i, chars) ? instead(char, ',') : separator(char, i, chars, area, ink);
  }
  const barred = BARRED[char.text];
  if (barred !== undefined && hasBar(char, area, ink)) return seen(char, barred);
  if ((char.text === '《' || char.text === '〈') && /\d/u.test(chars[i + 1]?.text ?? '')) {
    return chars.slice(i).some(({ text }) => text === '》' || text === '〉') ? char : seen(char, '≤');
  }
  return char;
}

/** What engines take a closing bracket at the end of a line for. */
const CLOSING = /^[}\]」｝］丨|1lIJ)]$/u;

/** Whether the last character of a line closes a bracket, with Chinese before it: （10分1. */
function closes(i: number, chars: readonly ReadChar[], above: string): boolean {
  if (i < chars.length - 1 || !CLOSING.test(chars[i]?.text ?? '')) return false;
  const before = above + textOf(chars.slice(0, i));
  return /[（(][^（(）)]*\p{Script=Han}$/u.test(before);
}

/** Signs that engines see without the bar under them. */
const BARRED: Readonly<Record<string, string>> = { '>': '≥', '<': '≤', '＞': '≥', '＜': '≤' };

/** Whether the ink of a sign has three strokes above each other, or one all along its foot: two are those of its wedge. */
function hasBar(char: ReadChar, area: Area, ink: Ink): boolean {
  const box = inkBox(ink, area, char.at);
  if (!box) return false;
  const { x0, x1, y0, y1 } = box;
  const strokes = (x: number): number => {
    let count = 0;
    for (let y = y0; y < y1; y++) {
      const [here, above] = [ink.data[y * ink.width + x], y > y0 ? ink.data[(y - 1) * ink.width + x] : 0];
      if (here === 1 && above !== 1) count++;
    }
    return count;
  };
  const columns = Array.from({ length: x1 - x0 }, (_, i) => strokes(x0 + i));
  if (columns.filter((count) => count >= 3).length >= 0.15 * columns.length) return true;
  for (let y = Math.ceil(y1 - 0.25 * (y1 - y0)); y < y1; y++) {
    const row = ink.data.subarray(y * ink.width + x0, y * ink.width + x1);
    if (row.reduce((sum, value) => sum + value, 0) >= 0.75 * row.length) return true;
  }
  return false;
}

/** A quotation mark has the white of its square at its outer side: there is this much more of it (heights of the line). */
const OUTER = 0.25;
/** The two halves of the mark are no further from its middle than this. */
const HALVES = 0.3;

/** An opening or a closing quotation mark, whichever stands nearer to its text. */
function quote(char: ReadChar, area: Area, ink: Ink): ReadChar {
  const height = area.y1 - area.y0;
  const isInked = (x: number): boolean => inkIn(ink, { ...area, x0: x, x1: x + 1 });
  const [first, last] = [Math.round(char.at - HALVES * height), Math.round(char.at + HALVES * height)];
  const columns = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(isInked);
  const [from, to] = [columns[0], columns.at(-1)];
  if (from === undefined || to === undefined) return char;
  /** The white at one side; at the end of a line half of what would tell, as nothing is known of it. */
  const white = (start: number, step: number): number => {
    let gap = 0;
    while (gap < height && !isInked(start + step * (gap + 1))) gap++;
    return gap < height ? gap : OUTER * height;
  };
  const more = white(to, 1) - white(from, -1);
  return Math.abs(more) < (OUTER * height) / 2 ? char : seen(char, more > 0 ? '”' : '“');
}

const isBetweenDigits = (i: number, chars: readonly ReadChar[]): boolean =>
  [chars[i - 1], chars[i + 1]].every((char) => char !== undefined && /\d/u.test(char.text));

/**
 * Whether a sign between digits is one that parts thousands, as there are others: only the last may be a decimal point, and
 * not with three digits behind it.
 */
function separates(i: number, chars: readonly ReadChar[]): boolean {
  let from = i;
  let to = i + 1;
  while (from > 0 && /[\d.,]/u.test(chars[from - 1]?.text ?? '')) from--;
  while (to < chars.length && /[\d.,]/u.test(chars[to]?.text ?? '')) to++;
  const text = (start: number, end: number): string =>
    chars
      .slice(start, end)
      .map((char) => char.text)
      .join('');
  const isGrouped = /^\d{1,3}([.,]\d{3})+([.,]\d{1,2})?$/u.test(text(from, to));
  const signs = text(from, to).replace(/\d/gu, '').length;
  return isGrouped && signs > 1 && /^\d{3}(?!\d)/u.test(text(i + 1, to));
}

/** A comma is this many times higher than wide, and goes below the digits; a point does neither. */
const TALL = 1.3;
/** A pixel decides only where the engine is in doubt: where it gives the other one so much. */
const DOUBT = 0.02;

/** A comma or a point between digits, whichever the picture shows, where it shows one of them. */
function separator(char: ReadChar, i: number, chars: readonly ReadChar[], area: Area, ink: Ink): ReadChar {
  const mark = inkBox(ink, area, char.at);
  const digits = [chars[i - 1], chars[i + 1]].map((digit) => inkBox(ink, area, (digit as ReadChar).at));
  if (!mark || digits.some((digit) => digit === null)) return char;
  const foot = Math.max(...digits.map((digit) => (digit as Area).y1));
  const shape = (mark.y1 - mark.y0) / (mark.x1 - mark.x0);
  const text = shape >= TALL && mark.y1 > foot ? ',' : shape < TALL && mark.y1 <= foot ? '.' : char.text;
  return char.others.some((other) => other.text === text && other.confidence >= DOUBT) ? instead(char, text) : char;
}

function inkIn({ width, data }: Ink, { x0, y0, x1, y1 }: Area): boolean {
  for (let y = y0; y < y1; y++) if (data.subarray(y * width + x0, y * width + x1).includes(1)) return true;
  return false;
}

/** The ink at a place of a line, with its rows. */
function inkBox(ink: Ink, area: Area, at: number): Area | null {
  const columns = inkAround(ink, area, at);
  if (!columns) return null;
  const [x0, x1] = columns;
  const inked = (y: number): boolean => inkIn(ink, { x0, x1, y0: y, y1: y + 1 });
  let [y0, y1] = [area.y0, area.y1];
  while (y0 < y1 && !inked(y0)) y0++;
  while (y1 > y0 && !inked(y1 - 1)) y1--;
  return { x0, x1, y0, y1 };
}

/** The lower mark of a semicolon has a tail: it is this many times higher than the upper one. */
const TAIL = 1.4;

function isSemicolon(char: ReadChar, area: Area, ink: Ink): boolean {
  const [x0, x1] = inkAround(ink, area, char.at) ?? [0, 0];
  const heights: number[] = [];
  let start = -1;
  for (let y = area.y0; y <= area.y1; y++) {
    let inked = false;
    for (let x = x0; x < x1 && y < area.y1 && !inked; x++) inked = ink.data[y * ink.width + x] === 1;
    if (inked && start < 0) start = y;
    if (!inked && start >= 0) {
      heights.push(y - start);
      start = -1;
    }
  }
  const [upper, lower] = heights;
  return (
    heights.length === 2 &&
    char.others.some(({ text }) => text === '；') &&
    (lower as number) >= Math.max((upper as number) + 2, TAIL * (upper as number))
  );
}

/** The other character, whether the engine has offered it or not: the picture is plain. */
const seen = (char: ReadChar, text: string): ReadChar =>
  char.text === text || char.others.some((other) => other.text === text)
    ? instead(char, text)
    : { ...char, text, others: [{ text: char.text, confidence: char.confidence }, ...char.others] };

/** The other character, where the engine has offered it: both look the same to it, so that it is sure of them together. */
function instead(char: ReadChar, text: string): ReadChar {
  const offered = char.others.find((other) => other.text === text);
  if (!offered) return char;
  const own: Guess = { text: char.text, confidence: char.confidence };
  return {
    text,
    confidence: Math.min(1, char.confidence + offered.confidence),
    at: char.at,
    others: [own, ...char.others.filter((other) => other !== offered)],
  };
}

/** Whether the characters beside one are Chinese, or its line ends there. */
const isAmongHan = (i: number, chars: readonly ReadChar[]): boolean =>
  [chars[i - 1], chars[i + 1]].every((c) => c === undefined || HAN.test(c.text));

/** Whether a character stands alone, or next to digits and nothing else. */
function isAmongDigits(i: number, chars: readonly ReadChar[]): boolean {
  const beside = [chars[i - 1], chars[i + 1]].filter((c) => c !== undefined && c.text !== ' ') as ReadChar[];
  return beside.every((c) => NUMERIC.test(c.text)) || chars.every((c) => NUMERIC.test(c.text) || c.text in LOOKALIKES);
}

/** Whether the ink of a character is a small circle at the foot of the line, behind Chinese. */
function isStop(i: number, chars: readonly ReadChar[], area: Area, ink: Ink): boolean {
  const before = chars[i - 1];
  if (!before || NUMERIC.test(before.text) || !(HAN.test(before.text) || OPEN_MARK.test(before.text))) return false;
  const box = inkBox(ink, area, (chars[i] as ReadChar).at);
  if (!box) return false;
  const height = area.y1 - area.y0;
  return box.y1 - box.y0 <= STOP_HEIGHT * height && box.y0 >= area.y0 + 0.35 * height;
}

/** A stroke this many heights long is a dash of two ems, not the number one; ... */
const LONG_DASH = 1.45;
/** ... so are two strokes of this length, */
const HALF_DASH = 0.7;
/** ... with no more than this between them. */
const BETWEEN = 0.25;

/** A stroke longer than a character is a dash (two, as it is typed), not the number one; nothing else stands on it. */
function dashed(chars: readonly ReadChar[], area: Area, ink: Ink): ReadChar[] {
  const height = area.y1 - area.y0;
  const out: ReadChar[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const char of chars) {
    if (char.at < end) continue;
    const stroke = /[一—－\-―]/u.test(char.text) ? strokeAround(ink, area, char.at) : null;
    const [from, to] = stroke ? dashFrom(stroke, area, ink) : [0, 0];
    if (to - from >= LONG_DASH * height) {
      end = to;
      for (const at of [(3 * from + to) / 4, (from + 3 * to) / 4]) out.push({ ...char, text: '—', at });
    } else out.push(char);
  }
  return out;
}

/** The stroke, with the one behind it where the two are the halves of a dash. */
function dashFrom([from, to]: [number, number], area: Area, ink: Ink): [number, number] {
  const height = area.y1 - area.y0;
  if (to - from < HALF_DASH * height) return [from, to];
  const other = strokeAround(ink, area, to + (BETWEEN / 2 + HALF_DASH / 2) * height);
  const isHalf =
    other && other[0] > to && other[0] - to <= BETWEEN * height && other[1] - other[0] >= HALF_DASH * height;
  return isHalf ? [from, other[1]] : [from, to];
}

/** The columns with ink nearest to a place of a line, without a gap; null where it has none within half a height. */
function inkAround({ width, data }: Ink, area: Area, at: number): [number, number] | null {
  const has = (x: number): boolean => {
    for (let y = area.y0; y < area.y1; y++) if (data[y * width + x] === 1) return true;
    return false;
  };
  const start = nearest(Math.round(at), Math.round((area.y1 - area.y0) / 2), has);
  return start === null ? null : run(start, area, has, 0);
}

/** A stroke goes on over a gap up to this part of the height: that between the two halves of a dash. */
const HAIR = 0.1;
/** It is no thicker than this part of the height. */
const THIN = 0.22;

/** The columns of the level stroke at a place of a line; null where there is none. */
function strokeAround({ width, data }: Ink, area: Area, at: number): [number, number] | null {
  const height = area.y1 - area.y0;
  const has = (x: number): boolean => {
    let [first, last] = [-1, -1];
    for (let y = area.y0; y < area.y1; y++) {
      if (data[y * width + x] !== 1) continue;
      if (first < 0) first = y;
      last = y;
    }
    return first >= 0 && last + 1 - first <= THIN * height;
  };
  const start = nearest(Math.round(at), 2, has);
  return start === null ? null : run(start, area, has, Math.round(HAIR * height));
}

function nearest(at: number, reach: number, has: (x: number) => boolean): number | null {
  for (let d = 0; d <= reach; d++) {
    if (has(at - d)) return at - d;
    if (has(at + d)) return at + d;
  }
  return null;
}

/** The run of columns around `start` that have it, over gaps up to `gap`. */
function run(start: number, area: Area, has: (x: number) => boolean, gap: number): [number, number] {
  let from = start;
  let to = start + 1;
  for (let x = from - 1; x >= area.x0 && from - x <= gap + 1; x--) if (has(x)) from = x;
  for (let x = to; x < area.x1 && x - to <= gap; x++) if (has(x)) to = x + 1;
  return [from, to];
}

/** The widest run of columns without ink between two places of a line, in pixels. */
function widestGap({ width, data }: Ink, area: Area, from: number, to: number): number {
  let widest = 0;
  let run = 0;
  for (let x = Math.max(0, Math.round(from)); x < Math.min(width, Math.round(to)); x++) {
    let empty = true;
    for (let y = area.y0; y < area.y1 && empty; y++) empty = data[y * width + x] !== 1;
    run = empty ? run + 1 : 0;
    widest = Math.max(widest, run);
  }
  return widest;
}

/** Puts spaces where the white between two characters is a printed one, and takes out those where it is not. */
function spaced(chars: readonly ReadChar[], area: Area, ink: Ink): ReadChar[] {
  const height = area.y1 - area.y0;
  const seen = new Set<ReadChar>();
  const printed = chars.filter((char, i) => {
    if (char.text.trim() !== '') return true;
    const before = chars[i - 1];
    if (before) seen.add(before);
    return false;
  });
  const gaps = printed.map((char, i) => {
    const next = printed[i + 1];
    return next ? widestGap(ink, area, char.at, next.at) : 0;
  });
  const usual = median(gaps.slice(0, -1)) ?? 0;
  const han = printed.flatMap((char, i) => {
    const next = printed[i + 1];
    return next && HAN.test(char.text) && HAN.test(next.text) ? [next.at - char.at] : [];
  });
  const em = han.length >= 3 ? (median(han) as number) : EM * height;
  return printed.flatMap((char, i) => {
    const next = printed[i + 1];
    const gap = gaps[i] as number;
    if (!next || OPEN_MARK.test(char.text) || OPEN_MARK.test(next.text)) return [char];
    const isSeen = seen.has(char);
    const extra = next.at - char.at - (em * (widthOf(char) + widthOf(next))) / 2;
    if (gap < (isSeen ? SEEN_SPACE : SPACE) * height || gap - usual < WIDER * height) return [char];
    if (!isSeen && extra < APART * em) return [char];
    return [char, { text: ' ', confidence: 1, at: (char.at + next.at) / 2, others: [] }];
  });
}

/** Width of a character in ems. */
const widthOf = ({ text }: ReadChar): number => (/[\u0021-\u00ff]/u.test(text) ? 0.5 : 1);

const median = (values: readonly number[]): number | undefined => [...values].sort((a, b) => a - b)[values.length >> 1];

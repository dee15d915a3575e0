import type { Area, Ink } from '../raster/types.js';
import type { Guess, ReadChar, ReadLine } from './types.js';

/** Letters and signs that look like digits where they stand alone. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', 〇: '0', '○': '0', D: '0', Q: '0', '°': '0', '。': '0' },
  ...{ l: '1', I: '1', '|': '1', i: '1', 丨: '1', '!': '1' },
  ...{ Z: '2', z: '2', S: '5', s: '5', B: '8', g: '9', q: '9', b: '6' },
};
const NUMERIC = /^[0-9.,%％+-]$/u;
const HAN = /\p{Script=Han}/u;

/** A full stop is no higher than this part of its line, and stands in the lower part of it. */
const STOP_HEIGHT = 0.55;
/** A gap between two characters, as a part of the height of the line, is a printed space from here on ... */
const SPACE = 0.4;
/** ... if it is also that much wider than most gaps of the line, ... */
const WIDER = 0.26;
/** ... and the characters are further apart than their widths by this part of the em; one that the engine saw needs less. */
const APART = 0.2;
const SEEN_SPACE = 0.22;
/** The em, as a part of the height of the ink of a line. */
const EM = 1.08;
/** Marks that have white beside them in their own square. */
const OPEN_MARK = /[，。、；：！？（）“”‘’《》【】()[\],.;:!?·…—\-"']/u;

/**
 * The characters of a line with what the picture itself decides: zeros and ones among digits, the circle of a full stop,
 * a dash of two, and spaces by the white between the characters.
 */
export function settled(line: ReadLine, ink: Ink): ReadChar[] {
  const marked = line.chars
    .filter((c) => c.text !== '')
    .map((char, i, chars) => settledChar(char, i, chars, line.area, ink));
  return spaced(dashed(marked, line.area, ink), line.area, ink);
}

function settledChar(char: ReadChar, i: number, chars: readonly ReadChar[], area: Area, ink: Ink): ReadChar {
  const digit = LOOKALIKES[char.text];
  if (digit !== undefined && isAmongDigits(i, chars)) return instead(char, digit);
  if ((char.text === '0' || LOOKALIKES[char.text] === '0') && isStop(i, chars, area, ink)) return instead(char, '。');
  if (char.text === '：' && isSemicolon(char, area, ink)) return instead(char, '；');
  return char;
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

/** Whether a character stands alone, or next to digits and nothing else. */
function isAmongDigits(i: number, chars: readonly ReadChar[]): boolean {
  const beside = [chars[i - 1], chars[i + 1]].filter((c) => c !== undefined && c.text !== ' ') as ReadChar[];
  return beside.every((c) => NUMERIC.test(c.text)) || chars.every((c) => NUMERIC.test(c.text) || c.text in LOOKALIKES);
}

/** Whether the ink of a character is a small circle at the foot of the line, behind Chinese. */
function isStop(i: number, chars: readonly ReadChar[], area: Area, ink: Ink): boolean {
  const before = chars[i - 1];
  if (!before || NUMERIC.test(before.text) || !(HAN.test(before.text) || OPEN_MARK.test(before.text))) return false;
  const [x0, x1] = inkAround(ink, area, (chars[i] as ReadChar).at) ?? [0, 0];
  let top = area.y1;
  let bottom = area.y0;
  for (let y = area.y0; y < area.y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (ink.data[y * ink.width + x] !== 1) continue;
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }
  const height = area.y1 - area.y0;
  return bottom - top <= STOP_HEIGHT * height && top >= area.y0 + 0.35 * height;
}

/** A stroke this many heights long is a dash of two ems, not the number one. */
const LONG_DASH = 1.45;

/** A stroke longer than a character is a dash (two, as it is typed), not the number one; nothing else stands on it. */
function dashed(chars: readonly ReadChar[], area: Area, ink: Ink): ReadChar[] {
  const out: ReadChar[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const char of chars) {
    if (char.at < end) continue;
    const stroke = /[一—－\-―]/u.test(char.text) ? strokeAround(ink, area, char.at) : null;
    if (stroke && stroke[1] - stroke[0] >= LONG_DASH * (area.y1 - area.y0)) {
      const [from, to] = stroke;
      end = to;
      for (const at of [(3 * from + to) / 4, (from + 3 * to) / 4]) out.push({ ...char, text: '—', at });
    } else out.push(char);
  }
  return out;
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
    let count = 0;
    for (let y = area.y0; y < area.y1; y++) if (data[y * width + x] === 1) count++;
    return count > 0 && count <= THIN * height;
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

import type { Area, Ink } from '../../raster/raster-types.js';
import { HAN, OPEN_MARK, type ReadChar, textOf } from '../ocr-types.js';
import { OCR_TOLERANCES } from '../tolerances.js';
import { instead, seen } from './alternatives.js';
import { hasBar, isDot, isSemicolon, quote, wedgeOf } from './glyph-shapes.js';
import { inkBox, whiteBeside } from './ink-at.js';
import { OCR_CORRECT_TOLERANCES as TOL } from './tolerances.js';

/** A character, where it stands in its line, and the ink of that. */
interface Spot {
  readonly char: ReadChar;
  readonly i: number;
  readonly chars: readonly ReadChar[];
  readonly area: Area;
  readonly ink: Ink;
  /** The text above the line in its cell. */
  readonly above: string;
}

/** Gives a character otherwise where the picture or what stands beside it says so; null where they do not. */
type Correction = (spot: Spot) => ReadChar | null;

/** The characters of a line with the signs that engines confuse told apart; `above` is the text above it in its cell. */
export function withMarks(read: readonly ReadChar[], area: Area, ink: Ink, above: string): ReadChar[] {
  const closed = read.map((char, i) => (closes(i, read, above) ? seen(char, '）') : char));
  const marked = closed.map((first, i, chars) =>
    CORRECTIONS.reduce((char, correct) => correct({ char, i, chars, area, ink, above }) ?? char, first),
  );
  return perMille(marked, area, ink);
}

const CORRECTIONS: readonly Correction[] = [
  width,
  digit,
  plain,
  stop,
  ({ char, area, ink }) => (char.text === '：' && isSemicolon(char, area, ink) ? instead(char, '；') : null),
  quotation,
  point,
  ({ char, area, ink }) =>
    char.text in BARRED && hasBar(char, area, ink) ? seen(char, BARRED[char.text] as string) : null,
  atMost,
  wedge,
  times,
];

/** Marks of half an em and of a whole one, which look the same but for the white around them. */
const FULL_WIDTH: Readonly<Record<string, string>> = { '(': '（', ')': '）', ',': '，', ':': '：', ';': '；' };
const HALF_WIDTH: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(FULL_WIDTH).map(([half, full]) => [full, half]),
);

/** A mark as wide as the white beside it says; where nothing is to be seen of that, as Chinese has it among Chinese. */
function width({ char, i, chars, area, ink, above }: Spot): ReadChar | null {
  const full = FULL_WIDTH[char.text] ?? char.text;
  const half = HALF_WIDTH[char.text] ?? char.text;
  if (full === half) return null;
  const side = full === '（' ? -1 : 1;
  const neighbour = chars[i + side];
  const box = neighbour && !OPEN_MARK.test(neighbour.text) ? inkBox(ink, area, char.at) : null;
  const white = box ? whiteBeside(ink, area, side < 0 ? box.x0 : box.x1 - 1, side) / (area.y1 - area.y0) : null;
  const isHalf = white !== null && white <= TOL.halfWidthWhite && !isAmongHan(i, chars);
  const isChinese = isAmongHan(i, chars) || (neighbour === undefined && HAN.test(above));
  const isFull = white === null ? isChinese : white >= TOL.fullWidthWhite;
  return isFull
    ? { ...char, text: full }
    : isHalf
      ? { ...char, text: half }
      : isAmongHan(i, chars)
        ? { ...char, text: full }
        : null;
}

/** Letters and signs that look like digits where they stand alone. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', 〇: '0', '○': '0', D: '0', Q: '0', '°': '0', '。': '0' },
  ...{ l: '1', I: '1', '|': '1', i: '1', 丨: '1', '!': '1' },
  ...{ Z: '2', z: '2', S: '5', s: '5', B: '8', g: '9', q: '9', b: '6' },
};
/** By themselves in a cell they are a nought: nothing else is printed so. */
const RING = /^[Oo〇○。]$/u;
const NUMERIC = /^[0-9.,%％+-]$/u;

function digit({ char, i, chars }: Spot): ReadChar | null {
  const alike = LOOKALIKES[char.text];
  if (alike === undefined || !isAmongDigits(i, chars)) return null;
  return chars.length === 1 && RING.test(char.text) ? seen(char, alike) : instead(char, alike);
}

function plain({ char, i, chars }: Spot): ReadChar | null {
  if (char.text === '一' && isBetweenDigits(i, chars)) return seen(char, '—');
  if (/^[—─―－]$/u.test(char.text) && isOneAmongHan(i, chars)) return seen(char, '一');
  if (char.text === '．' && isAmongHan(i, chars)) return instead(char, '，');
  if (/^[０-９]$/u.test(char.text)) return seen(char, char.text.normalize('NFKC'));
  return char.text === '丶' ? seen(char, '、') : null;
}

/** The circle of a full stop, or the dot that parts names, whichever the picture shows behind Chinese. */
function stop({ char, i, chars, area, ink }: Spot): ReadChar | null {
  if (!/^[0·。]$/u.test(char.text) && LOOKALIKES[char.text] !== '0') return null;
  const before = chars[i - 1];
  if (!before || NUMERIC.test(before.text) || !(HAN.test(before.text) || OPEN_MARK.test(before.text))) return null;
  const shape = isDot(char, area, ink);
  const isSure = char.text === '。' && char.confidence >= OCR_TOLERANCES.sure;
  return shape === 'middle' && !isSure ? seen(char, '·') : shape === 'foot' ? seen(char, '。') : null;
}

/** A quotation mark that the picture does not tell closes the one that stands open. */
function quotation({ char, i, chars, area, ink, above }: Spot): ReadChar | null {
  if (!/^[“”"]$/u.test(char.text)) return null;
  const shape = quote(char, area, ink);
  if (shape.text !== '"' || !HAN.test(textOf(chars))) return shape;
  const before = above + textOf(chars.slice(0, i));
  return seen(char, before.lastIndexOf('“') > before.lastIndexOf('”') ? '”' : '“');
}

function point({ char, i, chars, area, ink }: Spot): ReadChar | null {
  if ((char.text !== '.' && char.text !== ',') || !isBetweenDigits(i, chars)) return null;
  return separates(i, chars) ? instead(char, ',') : separator(char, i, chars, area, ink);
}

/** Signs that engines see without the bar under them. */
const BARRED: Readonly<Record<string, string>> = { '>': '≥', '<': '≤', '＞': '≥', '＜': '≤' };

/** A bracket that opens before a number, and none that closes, is ≤. */
function atMost({ char, i, chars }: Spot): ReadChar | null {
  if (!/^[《〈]$/u.test(char.text) || !/\d/u.test(chars[i + 1]?.text ?? '')) return null;
  return chars.slice(i).some(({ text }) => text === '》' || text === '〉') ? null : seen(char, '≤');
}

/** What engines take ≥ and ≤ for, sure of it or not. */
const LIKE_WEDGE = /^[2Z二三之过乙>》〉<《〈＞＜]$/u;

/** What stands before a number and behind none, or alone, is ≥ or ≤ where its ink is so: it is easily taken for a 2, or for 过 or 之. */
function wedge({ char, i, chars, area, ink }: Spot): ReadChar | null {
  const isBefore = /\d/u.test(chars[i + 1]?.text ?? '') && !/[\d.,]/u.test(chars[i - 1]?.text ?? '');
  const isAlike = isBefore && (LIKE_WEDGE.test(char.text) || char.confidence < OCR_TOLERANCES.sure);
  const isAlone = chars.length === 1 && !/[\p{Script=Han}\d≥≤]/u.test(char.text);
  if (!isAlike && !isAlone) return null;
  // The ink of the first character is known: a line begins with it.
  const sign = wedgeOf(i === 0 ? { ...char, at: area.x0 } : char, area, ink);
  return sign ? seen(char, sign) : null;
}

/** An x before a number, and behind no letter, is ×. */
function times({ char, i, chars }: Spot): ReadChar | null {
  const isFactor = /^[xX]$/u.test(char.text) && /\d/u.test(chars[i + 1]?.text ?? '');
  return isFactor && /[\p{Script=Han}\d%）)]/u.test(chars[i - 1]?.text ?? '') ? seen(char, '×') : null;
}

/** What engines take a closing bracket at the end of a line for. */
const CLOSING = /^[}\]」｝］丨|1lIJ)!！]$/u;

/** Whether the last character of a line closes a bracket, with Chinese before it: （10分1. */
function closes(i: number, chars: readonly ReadChar[], above: string): boolean {
  if (i < chars.length - 1 || !CLOSING.test(chars[i]?.text ?? '')) return false;
  const before = above + textOf(chars.slice(0, i));
  return /[（(][^（(）)]*\p{Script=Han}$/u.test(before);
}

/** A percent sign with a small ring behind it is ‰. */
function perMille(chars: readonly ReadChar[], area: Area, ink: Ink): ReadChar[] {
  const height = area.y1 - area.y0;
  const isRing = (char: ReadChar | undefined): boolean => {
    const box = char && /^[0oO°]$/u.test(char.text) ? inkBox(ink, area, char.at) : null;
    if (!box || box.y1 - box.y0 > TOL.smallRing * height) return false;
    return whiteBeside(ink, area, box.x0, -1) <= TOL.ringGap * height;
  };
  return chars.flatMap((char, i) => {
    if (char.text === '%' && isRing(chars[i + 1])) return [{ ...char, text: '‰' }];
    return chars[i - 1]?.text === '%' && isRing(char) ? [] : [char];
  });
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
  const text = (start: number, end: number): string => textOf(chars.slice(start, end));
  const isGrouped = /^\d{1,3}([.,]\d{3})+([.,]\d{1,2})?$/u.test(text(from, to));
  const signs = text(from, to).replace(/\d/gu, '').length;
  return isGrouped && signs > 1 && /^\d{3}(?!\d)/u.test(text(i + 1, to));
}

/** A comma or a point between digits, whichever the picture shows, where it shows one of them. */
function separator(char: ReadChar, i: number, chars: readonly ReadChar[], area: Area, ink: Ink): ReadChar {
  const mark = inkBox(ink, area, char.at);
  const digits = [chars[i - 1], chars[i + 1]].map((digit) => inkBox(ink, area, (digit as ReadChar).at));
  if (!mark || digits.some((digit) => digit === null)) return char;
  const foot = Math.max(...digits.map((digit) => (digit as Area).y1));
  const shape = (mark.y1 - mark.y0) / (mark.x1 - mark.x0);
  const text =
    shape >= TOL.commaShape && mark.y1 > foot ? ',' : shape < TOL.commaShape && mark.y1 <= foot ? '.' : char.text;
  const isThree = /^\d{3}(?!\d)/u.test(textOf(chars.slice(i + 1, i + 5)));
  const doubt = !isThree ? TOL.markDoubt : text === ',' ? TOL.commaDoubt : TOL.pointDoubt;
  return char.others.some((other) => other.text === text && other.confidence >= doubt) ? instead(char, text) : char;
}

/** Whether the characters beside one are Chinese, or its line ends there. */
const isAmongHan = (i: number, chars: readonly ReadChar[]): boolean =>
  [chars[i - 1], chars[i + 1]].every((c) => c === undefined || HAN.test(c.text));

/** Whether a stroke is between Chinese, or behind it at the end of a line, and no other beside it: a dash is two. */
const isOneAmongHan = (i: number, chars: readonly ReadChar[]): boolean =>
  HAN.test(chars[i - 1]?.text ?? '') && isAmongHan(i, chars);

/** Whether a character stands alone, or next to digits and nothing else. */
function isAmongDigits(i: number, chars: readonly ReadChar[]): boolean {
  const beside = [chars[i - 1], chars[i + 1]].filter((c) => c !== undefined && c.text !== ' ') as ReadChar[];
  return beside.every((c) => NUMERIC.test(c.text)) || chars.every((c) => NUMERIC.test(c.text) || c.text in LOOKALIKES);
}

import { midX } from '../../geometry/box.js';
import type { Ink } from '../../raster/raster-types.js';
import type { TextLineArea } from '../../raster/xy-cut.js';
import { inkIn } from '../correct/ink-at.js';
import { HAN, meanConfidence, type ReadChar, type ReadLine, textOf, widthOf } from '../ocr-types.js';
import { OCR_TOLERANCES } from '../tolerances.js';
import { OCR_LINES_TOLERANCES as TOL } from './tolerances.js';

/** A dash is the only flat one: see {@link signOf}. */
const isInk = ({ x0, y0, x1, y1 }: TextLineArea, usual: number): boolean =>
  y1 - y0 >= TOL.minCharHeight * usual && x1 - x0 >= TOL.minCharWidth * usual;

/**
 * Engines know lines, not characters: a digit, a slash or ≥ that stands alone is taken for a letter or for nothing, and is read
 * well beside a figure. So is what was read as nothing, however long.
 */
export const isLonely = ({ area, chars }: ReadLine, usual: number): boolean =>
  chars.length === 0 ||
  (area.x1 - area.x0 <= TOL.fewChars * usual &&
    !chars.some(({ text, confidence }) => HAN.test(text) && confidence >= TOL.seenHan) &&
    chars.some((char) => isOdd(char) || char.confidence < TOL.sureAlone));

const FIGURE = /^\d{2,}(?:\.\d+)?$/u;
const RATE = /^\d{2,}(?:\.\d+)?%$/u;
const WORD = /^\p{Script=Han}{2,}$/u;

/** What lonely lines are shown beside: short ones beside a figure, longer ones beside a word. */
export interface Company {
  readonly figure: ReadLine | undefined;
  readonly word: ReadLine | undefined;
}

/** The longest figure and the longest word that were read beyond doubt, of those that can be shown in whole. */
export function companyOf(lines: readonly ReadLine[], usual: number): Company {
  const clear = lines.filter(({ area, chars }) => {
    const isWhole = area.x1 - area.x0 <= TOL.context * usual && area.y1 - area.y0 <= TOL.fewChars * usual;
    return isWhole && chars.every(({ confidence }) => confidence >= OCR_TOLERANCES.sure);
  });
  const longest = (kind: RegExp): ReadLine | undefined =>
    clear.filter(({ chars }) => kind.test(textOf(chars))).sort((a, b) => b.chars.length - a.chars.length)[0];
  return { figure: longest(FIGURE) ?? longest(RATE), word: longest(WORD) };
}

export const companionOf = (area: TextLineArea, { figure, word }: Company, usual: number): ReadLine | undefined =>
  area.x1 - area.x0 <= TOL.fewChars * usual ? figure : (word ?? figure);

/** A character that cannot be read is not nothing. */
const UNREADABLE = '\ufffd';

/** The better of two readings of a short line: by itself, and beside a figure. */
export function accompanied(alone: ReadLine, beside: ReadLine | undefined, usual: number): ReadLine {
  const isWhole =
    beside && beside.chars.length > 0 && (beside.chars.length >= alone.chars.length || alone.chars.some(isOdd));
  if (isWhole && (qualityOf(beside) >= qualityOf(alone) || alone.chars.every(isOdd))) return beside;
  if (alone.chars.length > 0 || !isInk(alone.area, usual)) return alone;
  const at = midX(alone.area);
  return { ...alone, chars: [{ text: UNREADABLE, confidence: 0, at, others: [] }] };
}

/** What no form has by itself: letters, and digits and marks of the width of Chinese. */
const isOdd = ({ text }: ReadChar): boolean => !/[\p{Script=Han}0-9/*%<>=≥≤—□☑√-]/u.test(text);

/** Ink at an end of a line of which nothing was read, no longer than a character or two; null where there is none. */
export function leftOver(
  { area, chars }: ReadLine,
  ink: Ink,
  usual: number,
  side: 'before' | 'behind',
): TextLineArea | null {
  const [edge, char, step] = side === 'before' ? [area.x0, chars[0], -1] : [area.x1, chars.at(-1), 1];
  const em = OCR_TOLERANCES.em * (area.y1 - area.y0);
  if (!char || Math.abs(char.at - edge) <= TOL.leftOver * (area.y1 - area.y0)) return null;
  // From the edge of the character on, whatever hangs together with it is its own.
  let x = Math.round(char.at + (step * em * widthOf(char)) / 2);
  while (Math.abs(x - edge) > 1 && inkIn(ink, { ...area, x0: x, x1: x + 1 })) x += step;
  const rest = side === 'before' ? { ...area, x1: x } : { ...area, x0: x };
  const atBorder = side === 'before' ? rest.x0 <= area.region.x0 + 2 : rest.x1 >= area.region.x1 - 2;
  if (atBorder) return null;
  return rest.x1 - rest.x0 <= TOL.fewChars * usual && isInk(rest, usual) && inkIn(ink, rest) ? rest : null;
}

export const isDoubtful = (line: ReadLine): boolean =>
  line.chars.some((c) => c.confidence < TOL.unsure) || hasInkLeft(line);

export const qualityOf = (line: ReadLine): number =>
  meanConfidence(line.chars) - (hasInkLeft(line) ? TOL.leftOverLoss : 0);

/** Whether there is ink where no character was read: the engine has lost one. */
function hasInkLeft({ area, chars }: ReadLine): boolean {
  const first = chars[0];
  const last = chars.at(-1);
  if (!first || !last) return true;
  const reach = TOL.leftOver * (area.y1 - area.y0);
  return first.at - area.x0 > reach || area.x1 - last.at > reach;
}

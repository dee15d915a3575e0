import { narrow } from './narrow.js';
import { TEXT_TOLERANCES } from './tolerances.js';

/** What a cell that should hold a number holds. */
export type Reading =
  | { readonly kind: 'number'; readonly value: number; readonly suffix: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'text' };

/** How forms print an empty cell; the contract makes all of them null. */
const BLANK = /^(?:[-‐‑‒–—―−─━一/\\*~_…]*|无)$/u;
const MINUS = /^[−﹣]/u;
const NUMBER = /^([+-]?)(?:([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]*)?|(\.[0-9]+))(分|[亿万千百]?元|%|‰)?$/u;

/**
 * Reads an amount, a weight or a score: `1,000,000.00`, `６２０`, `10分`, `99.3 分`, `—`. White space is where a narrow cell
 * wraps. Whatever is not plainly one number stays text and is never guessed at: `854万(…)`, `1,00,00`, `2-3`, `(100)`.
 */
export function readNumber(text: string): Reading {
  const folded = narrow(text).replace(MINUS, '-');
  if (BLANK.test(folded)) return { kind: 'blank' };
  const match = NUMBER.exec(folded.replace(/^[¥￥]/u, ''));
  if (!match) return { kind: 'text' };
  const [, sign = '', whole = '', fraction = '', bare = '', suffix = ''] = match;
  const value = Number(`${sign}${whole.replaceAll(',', '')}${fraction === '.' ? '' : fraction}${bare}`);
  // Adding 0 makes 0 of -0, which JSON would print as 0 anyway.
  return Number.isFinite(value) ? { kind: 'number', value: value + 0, suffix } : { kind: 'text' };
}

const MONEY = /^[亿万千百]?元$/u;
/** 2.38万 is short for 2.38万元. */
const SHORT = /(?<=[0-9.])\s*[亿万]$/u;

/** A negative amount as accounts print it: in brackets, or behind a dash that stands in for the minus sign. */
const BRACKETED = /^[¥￥]?\([¥￥]?([0-9.][^()]*)\)([亿万千百]?元)?$/u;
const DASHED = /^[‐‑‒–—―](?=[¥￥]?[0-9.])/u;

/**
 * Reads an amount of money: a number, with a unit of money behind it or with none. `(12.50)` and `–12.50` are negative, as
 * in accounts. `△12.50` is not read: it is Japanese custom, and marks other things in Chinese tables.
 */
export function readAmount(text: string): Reading {
  const folded = narrow(text).replace(SHORT, '$&元');
  const [, inside, unit = ''] = BRACKETED.exec(folded) ?? [];
  const reading = readNumber(inside === undefined ? folded.replace(DASHED, '-') : `-${inside}${unit}`);
  const isOther = reading.kind === 'number' && reading.suffix !== '' && !MONEY.test(reading.suffix);
  return isOther ? { kind: 'text' } : reading;
}

/** Reads a weight or a score: `10`, `10分`, or `10%` of the usual hundred. Brackets and dashes are no minus sign here. */
export function readPoints(text: string): Reading {
  const reading = readNumber(text);
  const isOther = reading.kind === 'number' && !['', '分', '%'].includes(reading.suffix);
  return isOther ? { kind: 'text' } : reading;
}

/** Whether a label names the weight before the score: 分值/得分. */
export const isWeightFirst = (label: string): boolean => /(分值|权重).*[/／].*分/u.test(label);

/** Reads a score with the weight that it is of: `9.5/10` is 9.5 of 10, or the other way round. Null where a text is nothing of the kind. */
export function readShare(
  text: string,
  isWeightFirst = false,
): { readonly score: number; readonly weight: number } | null {
  const parts = narrow(text).split('/');
  if (isWeightFirst) parts.reverse();
  const [score, weight] = parts.map((part) => (/^[0-9][^%]*$/u.test(part) ? readPoints(part) : null));
  if (parts.length !== 2 || score?.kind !== 'number' || weight?.kind !== 'number') return null;
  return { score: score.value, weight: weight.value };
}

/** Whether a text stands where a number should and is meant for one, readable or not: `1oo`, `(92.00)`, `—12`. */
export function isLikeNumber(text: string): boolean {
  const folded = narrow(text);
  return /[0-9]/u.test(folded) ? !/\p{Script=Han}/u.test(folded.replace(/分$/u, '')) : /^[oil.]+分?$/iu.test(folded);
}

/**
 * Reads an execution rate as a fraction: `100.00%` is 1, `98.5%` is 0.985, exactly as in decimal arithmetic. Without a
 * percent sign: where the column's header has one (`percent`), values above 1 are percent, since many type 1 for 100 %
 * there; elsewhere values above 1.5 are, since 1.2 is a budget overspent and 98.5 cannot be a fraction.
 */
export function readRate(text: string, percent = false): Reading {
  const reading = readNumber(text);
  if (reading.kind !== 'number') return reading;
  if (reading.suffix !== '' && reading.suffix !== '%') return { kind: 'text' };
  const isPercent = reading.suffix === '%' || reading.value > (percent ? 1 : TEXT_TOLERANCES.maxFraction);
  return isPercent ? { ...reading, value: shiftDecimal(reading.value, -2) } : reading;
}

/** The value times ten to the `places`, by moving the decimal point: 98.7 by -2 is 0.987, not 0.9870000000000001. */
function shiftDecimal(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = value.toString().split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

const CHINESE_DIGITS = '〇一二三四五六七八九';
const CHINESE_YEAR = /[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)/u;

/** A text with its years in digits: 二〇二三年度 is 2023年度. */
export const arabicYears = (text: string): string =>
  text.replace(CHINESE_YEAR, (year) => [...year].map((digit) => Math.max(0, CHINESE_DIGITS.indexOf(digit))).join(''));

/** The budget year in a title or a heading: `（2022 年度）`, `2019年度)`, `2020年度项目支出绩效自评表`, `二〇二二年度`. */
export function readYear(text: string): number | null {
  const folded = arabicYears(narrow(text));
  const match = /(?<![0-9])((?:19|20)[0-9]{2})(?:年度?|\)|$)/u.exec(folded);
  return match ? Number(match[1]) : null;
}

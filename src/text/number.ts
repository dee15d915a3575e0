import { squeeze } from './join.js';

/** What a cell that should hold a number holds. */
export type Reading =
  | { readonly kind: 'number'; readonly value: number; readonly suffix: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'text' };

/** How forms print "nothing here"; the contract makes all of them null. */
const BLANK = /^[-–—―－─/／\\*＊﹡~～_一]*$/u;
const NUMBER = /^([+-]?)(?:([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]*)?|(\.[0-9]+))(分|元|万元|亿元|千元|%|‰)?$/u;

/** Reads an amount, a weight or a score: `1,000,000.00`, `６２０`, `10分`, `99.3 分`, `—`. Prose stays text, never guessed at. */
export function readNumber(text: string): Reading {
  const folded = fold(text);
  if (BLANK.test(folded)) return { kind: 'blank' };
  const match = NUMBER.exec(folded.replace(/^[¥￥]/u, ''));
  if (!match) return { kind: 'text' };
  const [, sign = '', whole = '', fraction = '', bare = '', suffix = ''] = match;
  const value = Number(`${sign}${whole.replaceAll(',', '')}${fraction === '.' ? '' : fraction}${bare}`);
  return Number.isFinite(value) ? { kind: 'number', value: value === 0 ? 0 : value, suffix } : { kind: 'text' };
}

/** A rate without a percent sign is taken as a fraction up to here, and as percent above. */
const MAX_FRACTION = 1.5;

/**
 * Reads an execution rate as a fraction: `100.00%` is 1, `98.5%` is 0.985, exactly as in decimal arithmetic. Without a
 * percent sign the column's header decides (`percent`); without either, values up to 1.5 are fractions.
 */
export function readRate(text: string, percent = false): Reading {
  const reading = readNumber(text);
  if (reading.kind !== 'number') return reading;
  if (reading.suffix !== '' && reading.suffix !== '%') return { kind: 'text' };
  const isPercent = reading.suffix === '%' || (percent ? reading.value > 1 : reading.value > MAX_FRACTION);
  return isPercent ? { ...reading, value: shiftDecimal(reading.value, -2) } : reading;
}

/** The value times ten to the `places`, by moving the decimal point: 98.7 by -2 is 0.987, not 0.9870000000000001. */
function shiftDecimal(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = value.toString().split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** The budget year in a title or a heading: `（2022 年度）`, `2019年度)`, `2020年度项目支出绩效自评表`. */
export function readYear(text: string): number | null {
  const match = /(?<![0-9])((?:19|20)[0-9]{2})(?:年度?|\)|$)/u.exec(fold(text));
  return match ? Number(match[1]) : null;
}

/** Half-width digits and signs without white space; numbers wrap and are spaced as text is. */
function fold(text: string): string {
  return squeeze(text).replace(/[！-～]/gu, (c) => String.fromCodePoint((c.codePointAt(0) as number) - 0xfee0));
}

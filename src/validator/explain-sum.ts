import type { Words } from '../messages/words.js';
import { type Decimal, decimal, said, sum } from './quantities/decimal.js';
import { VALIDATOR_TOLERANCES } from './tolerances.js';
import type { Fault } from './validator-types.js';

/** Which single number, if it was misread or mistyped, would make a sum come out. */

export interface SumCell {
  readonly name: string;
  readonly value: number | null;
}

/** Messages that a rule about a sum offers as its hint. */
export const SLIP_MESSAGES: Readonly<Record<string, Words>> = {
  oneSlip: {
    en: 'it would come out if "{name}" were {instead} instead of {value}',
    zh: '若“{name}”应为 {instead} 而非 {value}，则可相符',
  },
  blankSlip: {
    en: 'it would come out if the blank "{name}" were {instead}',
    zh: '若空白的“{name}”应为 {instead}，则可相符',
  },
  someSlips: { en: 'one of these, if mistyped, would explain it: {names}', zh: '可能是其中一处填写有误：{names}' },
};

/** A number that may be a slip, and what would make the sum come out in its place; null for a blank. */
interface Slip {
  readonly name: string;
  readonly value: Decimal | null;
  readonly instead: Decimal;
}

/** Parts that a formula spells out; of more only the first and the last. */
const MOST_PARTS = 40;

/** The sum with its parts filled in, and what the form states instead: `40 + 50 = 90 ≠ 100`. */
export function sumFormula(parts: readonly SumCell[], stated: number): string {
  const values = parts.map(({ value }) => value ?? 0);
  const shown =
    values.length > MOST_PARTS ? [...values.slice(0, MOST_PARTS - 1), '…', values.at(-1) as number] : values;
  return `${shown.map((value) => (typeof value === 'string' ? value : said(value))).join(' + ')} = ${said(sum(values))} ≠ ${said(stated)}`;
}

/** The hint for parts that should add up to `total`; `total.name` is the cell that states it. */
export function slipHint(parts: readonly SumCell[], total: SumCell & { readonly value: number }): Fault['hint'] {
  const slips = slipsFor(parts, total);
  const [first] = slips;
  if (!first || slips.length > VALIDATOR_TOLERANCES.maxCandidates) return undefined;
  const { name, instead } = first;
  if (slips.length > 1) {
    const names = slips
      .map((c) => `${c.name} ${c.value === null ? '—' : said(c.value)} → ${said(c.instead)}`)
      .join(', ');
    return { message: 'someSlips', data: { names } };
  }
  if (first.value === null) return { message: 'blankSlip', data: { name, instead: said(instead) } };
  return { message: 'oneSlip', data: { name, value: said(first.value), instead: said(instead) } };
}

function slipsFor(parts: readonly SumCell[], total: SumCell & { readonly value: number }): Slip[] {
  const known = parts.filter((part) => part.value !== null) as { name: string; value: number }[];
  const blanks = parts.filter((part) => part.value === null);
  const added = sum(known.map((part) => part.value));
  const missing = decimal(total.value).minus(added);
  const slips = known
    .map(({ name, value }) => ({ name, value: decimal(value), instead: decimal(value).plus(missing) }))
    .filter(({ value, instead }): boolean => instead.gte(0) && isSlip(value, instead)) as Slip[];
  const stated = decimal(total.value);
  if (isSlip(stated, added)) slips.push({ name: total.name, value: stated, instead: added });
  if (blanks.length === 1 && missing.gt(0)) {
    slips.push({ name: (blanks[0] as SumCell).name, value: null, instead: missing });
  }
  return slips;
}

/**
 * Whether one number is the other with one slip: a digit more, less or other, two digits swapped, the point moved. The slips
 * are those of spelling correction (Damerau 1964).
 */
export function isSlip(a: Decimal, b: Decimal): boolean {
  const [x, y] = [a.toFixed(), b.toFixed()];
  if (x === y) return false;
  return isEdit(x, y) || isEdit(digits(x), digits(y)) || bare(x) === bare(y);
}

const digits = (text: string): string => text.replace('.', '');
/** The digits without the zeros at either end, which a moved point adds and takes. */
const bare = (text: string): string => digits(text).replace(/^0+|0+$/gu, '');

function isEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (x.length + y.length <= 1 || (x.length === 1 && y.length === 1)) return true;
  return x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
}

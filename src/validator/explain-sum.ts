import type { Words } from '../messages/words.js';
import { type Decimal, decimal, said, sum } from './decimal.js';
import type { Fault } from './validator-types.js';

/** Which single number, if it was misread or mistyped, would make a sum come out. */

export interface SumCell {
  readonly name: string;
  readonly value: number | null;
}

/** More candidates than this tell nobody anything. */
const MAX_CANDIDATES = 3;

/** Messages that a rule about a sum offers as its hint. */
export const MENDING: Readonly<Record<string, Words>> = {
  mendOne: {
    en: 'it would come out if "{name}" were {mended} instead of {value}',
    zh: '若“{name}”应为 {mended} 而非 {value}，则可相符',
  },
  mendBlank: {
    en: 'it would come out if the blank "{name}" were {mended}',
    zh: '若空白的“{name}”应为 {mended}，则可相符',
  },
  mendSome: { en: 'one of these, if mistyped, would explain it: {names}', zh: '可能是其中一处填写有误：{names}' },
};

/** The hint for parts that should add up to `total`; `totalName` is the cell that states it. */
export function mending(parts: readonly SumCell[], total: SumCell & { readonly value: number }): Fault['hint'] {
  const known = parts.filter((part) => part.value !== null) as { name: string; value: number }[];
  const actual = sum(known.map((part) => part.value));
  const missing = decimal(total.value).minus(actual);
  const candidates: { name: string; value: Decimal | null; mended: Decimal }[] = [];
  for (const { name, value } of known) {
    const mended = decimal(value).plus(missing);
    if (mended.gte(0) && isSlip(decimal(value), mended)) candidates.push({ name, value: decimal(value), mended });
  }
  if (isSlip(decimal(total.value), actual))
    candidates.push({ name: total.name, value: decimal(total.value), mended: actual });
  const blanks = parts.filter((part) => part.value === null);
  if (blanks.length === 1 && missing.gt(0))
    candidates.push({ name: (blanks[0] as SumCell).name, value: null, mended: missing });
  const [first] = candidates;
  if (!first || candidates.length > MAX_CANDIDATES) return undefined;
  const { name, mended } = first;
  if (candidates.length > 1) {
    const names = candidates
      .map((c) => `${c.name} ${c.value === null ? '—' : said(c.value)} → ${said(c.mended)}`)
      .join(', ');
    return { message: 'mendSome', data: { names } };
  }
  if (first.value === null) return { message: 'mendBlank', data: { name, mended: said(mended) } };
  return { message: 'mendOne', data: { name, value: said(first.value), mended: said(mended) } };
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

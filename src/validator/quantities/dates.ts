import { narrow } from '../../text/narrow.js';
import type { Quantity } from './wording.js';

/** Dates and periods of the calendar. */

/** The first and the last day of what a text names, as numbers such as 20221231. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

const POINT =
  '(?:(?:(?:19|20)\\d{2}|[次今本当全])年度?)?(?:\\d{1,2}月(?:\\d{1,2}日|份)?[底末初]?|第?[一二三四1-4]个?季度|[上下]半年|年?[底末])|(?:19|20)\\d{2}年';
const AROUND = '[^\\d未尚待每]{0,8}';
const DATED = new RegExp(`^${AROUND}?(?<one>${POINT})(?:(?:至|到|[-~—–―])+(?<two>${POINT}))?${AROUND}$`, 'u');

/**
 * When something was due or done, where a text says that and nothing else: `2022年12月31日前`, `于2022年6月底完成`, `三季度`,
 * `次年3月`; of a span its end, `2024年3月至10月`. What names no year is of the form's. Null for all else.
 */
export function spanIn(text: string | null, formYear: number | null): Span | null {
  const plain = narrow(text ?? '').replace(
    /(?<!\d)((?:19|20)\d{2})([.\-/])(\d{1,2})\2(\d{1,2})(?!\d)/u,
    '$1年$3月$4日',
  );
  const { one, two } = DATED.exec(plain)?.groups ?? {};
  const begun = one === undefined ? null : spanOf(one, formYear);
  return begun && two !== undefined ? spanOf(two, Math.floor(begun.first / 10_000)) : begun;
}

const QUARTERS = '一二三四';

function spanOf(point: string, formYear: number | null): Span | null {
  const stated = /^(\d{4})年/u.exec(point)?.[1];
  const year = stated ? Number(stated) : formYear === null ? null : formYear + (point.startsWith('次') ? 1 : 0);
  if (year === null) return null;
  const [, month, day] = /(\d{1,2})月(?:(\d{1,2})日)?/u.exec(point) ?? [];
  const quarter = /([一二三四1-4])个?季度/u.exec(point)?.[1];
  const third = quarter ? (QUARTERS.indexOf(quarter) + 1 || Number(quarter)) * 3 : null;
  const half = /([上下])半年/u.exec(point)?.[1];
  const [from, to] = month
    ? [Number(month), Number(month)]
    : third !== null
      ? [third - 2, third]
      : half
        ? [half === '上' ? 1 : 7, half === '上' ? 6 : 12]
        : [/[底末]/u.test(point) ? 12 : 1, 12];
  return { first: year * 10_000 + from * 100 + Number(day ?? 1), last: year * 10_000 + to * 100 + Number(day ?? 31) };
}

/** The years that a text names as dates: 2022年. */
export const yearsIn = (text: string | null): number[] =>
  [...narrow(text ?? '').matchAll(/(?<!\d)((?:19|20)\d{2})(?=年|\.\d{1,2}\.)/gu)].map((match) => Number(match[1]));

/** How often a period comes within a year: at least, with holidays, and at most. */
const PERIODS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['周', [48, 53]],
  ['月', [12, 12]],
  ['季度', [4, 4]],
  ['季', [4, 4]],
  ['半年', [2, 2]],
  ['年', [1, 1]],
]);

/** What is done so often, over the year: 12次 for 每月1次. Amounts and times are not added up so. */
export function inYear(quantity: Quantity): Quantity {
  const times = PERIODS.get(quantity.per);
  if (!times || !/^(?:events|things)$/u.test(quantity.measure.kind)) return quantity;
  const [low, high] = [quantity.low.times(times[0]), quantity.high.times(times[1])];
  return { ...quantity, low, high, per: '', isExact: low.eq(high) && quantity.isExact };
}

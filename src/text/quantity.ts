import { narrow } from './narrow.js';

/** Texts that state one quantity: `≥18个`, `不低于95%`, `1,200.50万元`. */

export type Direction = 'at least' | 'at most' | 'exactly';

/** A text that states one quantity. */
export interface PrintedQuantity {
  /** The sign or word in front of it, or null where the text has neither. */
  readonly direction: Direction | null;
  /** As printed, with a sign and separators of thousands: `+1,200.50`. */
  readonly digits: string;
  /** What is counted, without white space: `个`, `%`, `万元`; empty where no unit is printed. */
  readonly unit: string;
}

const SIGNS: ReadonlyMap<string, Direction> = new Map([
  ['≥', 'at least'],
  ['>', 'at least'],
  ['＞', 'at least'],
  ['不低于', 'at least'],
  ['不少于', 'at least'],
  ['不小于', 'at least'],
  ['大于', 'at least'],
  ['大于等于', 'at least'],
  ['超过', 'at least'],
  ['高于', 'at least'],
  ['至少', 'at least'],
  ['≤', 'at most'],
  ['<', 'at most'],
  ['＜', 'at most'],
  ['不超过', 'at most'],
  ['不高于', 'at most'],
  ['不大于', 'at most'],
  ['小于', 'at most'],
  ['小于等于', 'at most'],
  ['低于', 'at most'],
  ['控制在', 'at most'],
  ['=', 'exactly'],
  ['＝', 'exactly'],
  ['﹦', 'exactly'],
  ['等于', 'exactly'],
]);
/** All of them, the longest first, as the source of a pattern. */
export const SIGN_PATTERN = [...SIGNS.keys()].sort((a, b) => b.length - a.length).join('|');
const SIGN = new RegExp(`^(${SIGN_PATTERN})`, 'u');
/** Words behind a number that say the same. */
const BEHIND: readonly (readonly [RegExp, Direction])[] = [
  [/(及以上|以上|及以内的?以上)$/u, 'at least'],
  [/(及以下|以下|以内|之内)$/u, 'at most'],
];

/** What an operator in a column of its own means; null for anything else. */
export const directionOfSign = (sign: string): Direction | null => SIGNS.get(narrow(sign)) ?? null;

/** A number with what is counted behind it; no second number, no range, no date. */
const QUANTITY = /^([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?)([^\d,.，。、；;~～\-—－至到±+]{0,8})$/u;
const DATE_UNIT = /^[年月日号季]/u;

/** Reads a text that states one quantity and nothing else; null for words, dates, ranges and lists. */
export function printedQuantity(text: string | null): PrintedQuantity | null {
  if (text === null) return null;
  let rest = narrow(text).replace(/>=/gu, '≥').replace(/<=/gu, '≤').replace(/≧|⩾/gu, '≥').replace(/≦|⩽/gu, '≤');
  let direction: Direction | null = null;
  const sign = SIGN.exec(rest)?.[1];
  if (sign !== undefined) {
    direction = SIGNS.get(sign) ?? null;
    rest = rest.slice(sign.length);
  }
  for (const [pattern, meaning] of BEHIND) {
    if (direction === null && pattern.test(rest)) direction = meaning;
    rest = rest.replace(pattern, '');
  }
  const match = QUANTITY.exec(rest);
  if (!match || DATE_UNIT.test(match[2] ?? '')) return null;
  return { direction, digits: match[1] as string, unit: match[2] ?? '' };
}

/** Units of Latin letters; other letters behind a number may make it a name: `5G`, `3A级`. */
const LETTERS = /^[a-z]/iu;
const LATIN_UNIT = /^(?:[kcm]?m[²³23]?|[km]?g|m?l|t|h|ha|min|s|[kmgtp]b|[kmg]wh?)$/iu;
/** A double keeps so many digits. */
const EXACT_DIGITS = 15;

/**
 * The number that a text states and nothing else, as it is printed: 95 of `≥95%`. Null where that is not sure, and where
 * digits would be lost or begin with a needless 0, as those of codes do.
 */
export function numberOf(text: string | null): number | null {
  const { digits = '', unit = '' } = printedQuantity(text) ?? {};
  const plain = digits.replace(/^\+|,/gu, '');
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(plain) || plain.length > EXACT_DIGITS) return null;
  return LETTERS.test(unit) && !LATIN_UNIT.test(unit) ? null : Number(plain) + 0;
}

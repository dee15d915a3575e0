/** Chinese numerals, as far as they count something. */

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九']
    .map((char, value): [string, number] => [char, value])
    .concat([
      ['〇', 0],
      ['两', 2],
    ]),
);
const SMALL: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const LARGE: ReadonlyMap<string, number> = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** The value of a numeral such as `一千二百`, `百`, `十五`, `二〇`; null for what is none: `三五`, `十百千`. */
export function numeralValue(text: string): number | null {
  if (/^[零〇一二三四五六七八九]{2,}$/u.test(text)) return /[零〇]/u.test(text) ? positional(text) : null;
  let [total, section, digit, last] = [0, 0, null as number | null, Number.POSITIVE_INFINITY];
  for (const char of text) {
    const [value, small, large] = [DIGITS.get(char), SMALL.get(char), LARGE.get(char)];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (small !== undefined) {
      if (small >= last) return null;
      section += (digit ?? 1) * small;
      [digit, last] = [null, small];
    } else if (large !== undefined) {
      total = (total + section + (digit ?? (section === 0 ? 1 : 0))) * large;
      [section, digit, last] = [0, null, Number.POSITIVE_INFINITY];
    } else return null;
  }
  return total + section + (digit ?? 0);
}

const positional = (text: string): number => Number([...text].map((char) => DIGITS.get(char)).join(''));

const NUMERAL = '[零〇一二两三四五六七八九十百千万亿]+';
/** Characters before a numeral that make it part of a word: 第一, 统一, 之一, 数十, 十四五. */
const IN_A_WORD = '(?<![第统单唯之数几同\\d零〇一二两三四五六七八九十百千万亿])';

/**
 * A text with the numerals that count something in digits: `三场` is `3场`, `百分之九十` is `90%`, `九成` is `90%`, `两三次` is
 * `2-3次`. Others are left as they are: 统一, 第三批, 百姓.
 */
export function withDigits(text: string, unit: string): string {
  const shares = text
    .replace(new RegExp(`百分之(${NUMERAL}|\\d+(?:\\.\\d+)?)`, 'gu'), (all, n: string) => share(all, n, '%'))
    .replace(new RegExp(`千分之(${NUMERAL}|\\d+(?:\\.\\d+)?)`, 'gu'), (all, n: string) => share(all, n, '‰'))
    .replace(
      /([一二三四五六七八九\d])成([半一二三四五六七八九])?(?![立功果员本效熟长])/gu,
      (_, n: string, rest?: string) => {
        const points = rest === undefined ? 0 : (DIGITS.get(rest) ?? 5);
        return `${(DIGITS.get(n) ?? Number(n)) * 10 + points}%`;
      },
    );
  const counted = new RegExp(
    `${IN_A_WORD}(${NUMERAL})(?=(?:余|多)?[万亿]?(?:余|多)?(?:${unit})(?![性化体揽点]))`,
    'gu',
  );
  const digits = shares.replace(counted, (numeral) => inDigits(numeral));
  return new RegExp(`^${NUMERAL}$`, 'u').test(digits) ? inDigits(digits) : digits;
}

function share(all: string, numeral: string, sign: string): string {
  const value = /^\d/u.test(numeral) ? numeral : numeralValue(numeral);
  return value === null ? all : `${value}${sign}`;
}

function inDigits(numeral: string): string {
  const value = numeralValue(numeral);
  if (value !== null) return String(value);
  const pair = /^([一二两三四五六七八])([二三四五六七八九])$/u.exec(numeral);
  const [low, high] = [DIGITS.get(pair?.[1] ?? ''), DIGITS.get(pair?.[2] ?? '')];
  return low !== undefined && high === low + 1 ? `${low}-${high}` : numeral;
}

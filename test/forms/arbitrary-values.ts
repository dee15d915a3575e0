import fc from 'fast-check';
import { keyOf } from '../../src/sections/vocabulary/label-key.js';
import type { Labels } from '../../src/sections/vocabulary/labels.js';
import type { Written } from '../sections/grid.js';

/** What the cells of arbitrary forms hold. */

/** Every row is cut out of so many columns. */
export const GRID = 24;

/** A row of texts, which share the columns from `from` on as evenly as they divide. */
export function spread(texts: readonly string[], from = 0): Written[] {
  const free = GRID - from;
  return texts.map((text, i) => [
    text,
    Math.floor(((i + 1) * free) / texts.length) - Math.floor((i * free) / texts.length),
  ]);
}

/** Rows under a label that runs down beside them. */
export function beside(side: string, rows: readonly (readonly string[])[]): Written[][] {
  return rows.map((texts, i) => [...(i === 0 ? [[side, 2, rows.length] as Written] : []), ...spread(texts, 2)]);
}

const WORDS = [
  '设备',
  '培训',
  '河道',
  '校舍',
  '数据',
  '宣传',
  '道路',
  '绿化',
  '文物',
  '消防',
  '档案',
  '养老',
  '冷链',
  '学位',
];
export const word = fc.constantFrom(...WORDS);
export const name = (tail: string) =>
  fc.tuple(word, word, fc.integer({ min: 1, max: 99 })).map(([a, b, n]) => `${a}${b}${tail}${n}`);
export const sentence = fc
  .array(fc.tuple(word, fc.integer({ min: 1, max: 900 })), { minLength: 1, maxLength: 3 })
  .map((parts) => `${parts.map(([what, n]) => `新增${what}${n}处`).join('，')}。`);

/** A spelling that means this and nothing else that a form could hold. */
export const spelling = <T extends string>(labels: Labels<T>, meaning: T, list: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...list.filter((label) => labels.get(keyOf(label)) === meaning)),
      fc.constantFrom(...DRESSES),
    )
    .map(([label, dress]) => dress(label));

/** How a label is set: as it is, in most cases; letters spaced out, a colon, a formula's letter, a number before it. */
const DRESSES: readonly ((label: string) => string)[] = [
  ...Array.from({ length: 6 }, () => (label: string) => label),
  (label) => ([...label].length === 2 ? [...label].join(' ') : label),
  (label) => `${label}：`,
  (label) => (/[（(]/u.test(label) ? label : `${label}（A）`),
];

/** Some of the keys, in any order. */
export const some = <T extends string>(keys: readonly T[], minLength: number) =>
  fc.shuffledSubarray([...keys], { minLength });

export interface Spelled {
  readonly text: string;
  readonly value: number | null;
}
export const amount: fc.Arbitrary<Spelled> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('', '—', '-', '/').map((text) => ({ text, value: null })) },
  {
    weight: 6,
    arbitrary: fc.integer({ min: 0, max: 99_999_999 }).chain((cents) => {
      const value = cents / 100;
      const grouped = value.toLocaleString('en-US', { minimumFractionDigits: 2 });
      return fc.constantFrom(value.toFixed(2), grouped, String(value)).map((text) => ({ text, value }));
    }),
  },
);
export const points: fc.Arbitrary<Spelled> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('', '—').map((text) => ({ text, value: null })) },
  {
    weight: 6,
    arbitrary: fc.integer({ min: 1, max: 300 }).chain((tenths) => {
      const value = tenths / 10;
      return fc.constantFrom(String(value), value.toFixed(2), `${value}分`).map((text) => ({ text, value }));
    }),
  },
);
export const rate: fc.Arbitrary<Spelled> = fc.integer({ min: 0, max: 10_000 }).map((n) => ({
  text: `${(n / 100).toFixed(2)}%`,
  value: n / 10_000,
}));

import type { Indicator } from '../../../contract/document.js';
import { matchKey } from '../../../text/label.js';

/** What the signs and words in the narrow columns of an indicator mean, by their matching keys. */

type Direction = NonNullable<Indicator['direction']>;

/** Words, each with its meaning. */
const meanings = <T>(entries: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
  new Map(entries.flatMap(([meaning, words]) => words.split(' ').map((word): [string, T] => [word, meaning])));

const OPERATORS = meanings([
  ['≥', '≥ 大于等于 大于或等于 不低于 不少于 不小于 >或='],
  ['≤', '≤ 小于等于 小于或等于 不高于 不超过 不多于 不大于 <或='],
  ['=', '= 等于'],
  ['>', '> 大于 高于 多于 超过'],
  ['<', '< 小于 低于 少于'],
]);

const DIRECTIONS = meanings<Direction>([
  ['more', '正向 正向指标 正指标 正'],
  ['less', '反向 反向指标 负向 负向指标 逆向 逆向指标 反指标 逆指标 负指标 反 负 逆'],
]);

/** Which way is better where an operator is met; an equals sign does not say. */
export const OPERATOR_DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['≥', 'more'],
  ['>', 'more'],
  ['≤', 'less'],
  ['<', 'less'],
]);

/** The operator and the direction that a text names, in signs or in words, one of them in brackets behind the other too. */
export function signsIn(text: string): { operator: string | null; direction: Direction | null } {
  const key = matchKey(text);
  const [, base = '', group = ''] = /^([^()]+)\(([^()]+)\)$/u.exec(key) ?? [];
  const first = <T>(words: ReadonlyMap<string, T>): T | null =>
    words.get(key) ?? words.get(base) ?? words.get(group) ?? null;
  return { operator: first(OPERATORS), direction: first(DIRECTIONS) };
}

/** Marks that an indicator is a core one, or is not. */
export const CORE_MARKS = meanings([
  [true, '是 √ ✓ ☑ Y YES'],
  [false, '否 × N NO'],
]);

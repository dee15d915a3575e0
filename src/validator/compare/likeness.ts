import type { Indicator, Report } from '../../contract/document.js';
import { narrow } from '../../text/narrow.js';

/** How like two texts, indicators or forms are, 0 to 1. */

/** What says nothing of what an indicator is about: `指标3：`, brackets, signs. */
const plain = (text: string | null): string =>
  narrow(text ?? '')
    .replace(/^(?:指标)?\d+[.、:：]?|[★*（()）“”"'：:，,。、;；\-—_/\s]/gu, '')
    .slice(0, MOST_CHARACTERS);

const MOST_CHARACTERS = 200;

/** By the pairs of characters that both have (Dice 1945); where one text holds the other it counts for more. */
export function textLikeness(a: string | null, b: string | null): number {
  const [one, other] = [plain(a), plain(b)];
  if (one === other) return one === '' ? 0 : 1;
  if (one === '' || other === '') return 0;
  const pairs = bigrams(one);
  let shared = 0;
  for (const [pair, count] of bigrams(other)) shared += Math.min(count, pairs.get(pair) ?? 0);
  const all = [...one].length + [...other].length - 2;
  const dice = all <= 0 ? 0 : (2 * shared) / all;
  const isWithin = Math.min([...one].length, [...other].length) >= 3 && (one.includes(other) || other.includes(one));
  return isWithin ? Math.max(dice, 0.7) : dice;
}

function bigrams(text: string): Map<string, number> {
  const chars = [...text];
  const pairs = new Map<string, number>();
  for (let i = 0; i + 2 <= chars.length; i++) {
    const pair = `${chars[i]}${chars[i + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Two indicators by what they are called, by their levels, and a little by what they ask for. */
export function indicatorLikeness(a: Indicator, b: Indicator): number {
  const name = textLikeness(a.level3 ?? a.level2, b.level3 ?? b.level2);
  if (name === 1 && isSame(a.level2, b.level2)) return 1;
  const levels = (isSame(a.level2, b.level2) ? 0.1 : 0) + (isSame(a.level1, b.level1) ? 0.05 : 0);
  const target = a.target !== null && isSame(a.target, b.target) ? 0.1 : 0;
  return 0.75 * name + levels + target;
}

export const isSame = (a: string | null, b: string | null): boolean => plain(a) === plain(b);

/** Two forms by the names of their projects, of which a code in front is no part. */
export function formLikeness(a: Report, b: Report): number {
  const bare = (name: string | null): string | null => name?.replace(/^[\w]{6,}[-—]/u, '') ?? null;
  const name = textLikeness(bare(a.project.name), bare(b.project.name));
  const isOtherYear = a.year !== null && b.year !== null && a.year !== b.year;
  return isOtherYear ? name * 0.8 : name;
}

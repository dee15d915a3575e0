import { POINTS, readWeight, splitBrackets } from '../../text/label.js';

const UNIT = /^(?:单位|金额单位)?((?:人民币)?(?:百万|[亿万千百])?元)$/u;

/** A label as printed, without the points or the bracket group behind it that state its weight, and that weight. */
export function labelAndWeight(label: string): { text: string; weight: number | null } {
  const { groups } = splitBrackets(label);
  const weight = groups.length > 0 ? readWeight(groups[groups.length - 1] as string) : null;
  if (weight === null) return { text: label, weight: null };
  const bare = label.replace(POINTS, '');
  if (bare !== label) return { text: bare.trim(), weight };
  return { text: label.replace(/\s*[（(［[【][^（(［[【]*[）)］\]】][\s:：]*$/u, ''), weight };
}

/** Behind a page break the name of a group may say that it goes on. */
const CONTINUED = /[（(]\s*续[表页]?\s*[)）]$/u;

/** The name of a group of indicators, and its weight. */
export const groupAndWeight = (label: string): { text: string; weight: number | null } =>
  labelAndWeight(label.replace(CONTINUED, ''));

/** The weight that a block's label states in any of its brackets: 预算执行情况（万元）（20分）. */
export function weightOf(label: string): number | null {
  for (const group of splitBrackets(label).groups) {
    const weight = readWeight(group);
    if (weight !== null) return weight;
  }
  return null;
}

/** The unit of money that a label states in its brackets, as printed. */
export function unitOf(label: string): string | null {
  for (const group of splitBrackets(label).groups) {
    const match = UNIT.exec(group);
    if (match) return match[1] ?? null;
  }
  return null;
}

/** The unit in a line such as 金额单位：万元. */
export function unitInLine(text: string): string | null {
  return /(?:(?:金额)?单位|金额)[:：]?\s*((?:人民币)?(?:百万|[亿万千百])?元)/u.exec(text)?.[1] ?? null;
}

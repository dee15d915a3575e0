import { narrow } from './narrow.js';
import { TEXT_TOLERANCES } from './tolerances.js';

/** Signs that producers and typists use for one another, behind {@link narrow}. The two strings run in parallel. */
const VARIANTS = '[]【】〔〕〖〗{}﹦≧≦⩾⩽≽≼∕÷—–−×✕';
const USUAL = '()()()()()=≥≤≥≤≥≤//---**';
const FOLDED = new Map([...VARIANTS].map((char, i) => [char, USUAL[i] as string]));
const FOLDING = new RegExp(`[${VARIANTS.replace(/[[\]]/gu, '\\$&')}]`, 'gu');

/** A leading mark or number: `1.`, `（一）`, `一、`, `★`. A bare digit belongs to the label. */
const NUMBERING =
  /^(?:[★☆*※●▲]+|\(?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:[.、]|\)[.、]?)(?![0-9])|[①-⑳](?=\p{Script=Han}))+/u;

/** The number of a column and how it is made from others: `支出实现率⑥=⑤/④`. */
const FORMULA = /(?<=\p{Script=Han})[①-⑳](?:=.*)?$/u;

/**
 * The form in which labels are compared: no white space, colons, middle dots or trailing punctuation; full-width letters,
 * digits and brackets as half-width ones; the signs for "at least" and "equals" in one spelling each.
 */
export function matchKey(label: string): string {
  return narrow(label)
    .replace(FOLDING, (char) => FOLDED.get(char) as string)
    .replace(/>=/gu, '≥')
    .replace(/<=/gu, '≤')
    .replace(/[:·・•]/gu, '')
    .replace(/[.,;、。…]+$/u, '')
    .toUpperCase();
}

/** Points behind a label without brackets: 产出指标40分. Behind 得分 and 总分 such a number is the score itself. */
export const POINTS = /(?<=[\p{Script=Han})](?<!分))[:：\s]*([0-9]{1,3}(?:\.[0-9]+)?\s*分)$/u;

/**
 * The key of a label without its leading number and its trailing bracket groups, and those groups:
 * `预算执行情况（万元）（20分）` has 预算执行情况, 万元 and 20分. A bracket that is never closed holds the rest.
 */
export function splitBrackets(label: string): { base: string; groups: string[] } {
  let base = matchKey(label).replace(NUMBERING, '').replace(FORMULA, '');
  const groups: string[] = [];
  const points = POINTS.exec(base);
  if (points) {
    groups.push(points[1] as string);
    base = base.slice(0, points.index);
  }
  for (;;) {
    const open = openingOf(base);
    // A label that is all brackets has no base to fall back to.
    if (open <= 0) return { base: base.replace(FORMULA, ''), groups };
    groups.unshift(base.slice(open + 1, base.endsWith(')') ? -1 : undefined));
    base = base.slice(0, open);
  }
}

/** Index of the bracket that the last character closes, or of one that is left open, or -1. */
function openingOf(text: string): number {
  const closed = text.endsWith(')');
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === ')') depth++;
    else if (text[i] === '(') {
      depth--;
      if (depth === (closed ? 0 : -1)) return i;
    }
  }
  return -1;
}

const WEIGHT = /^(权重|分值|满分|共|计)?([0-9]+(?:\.[0-9]+)?)(分|%)?(\*.*)?$/u;

/**
 * The weight in a bracket group (`10分`, `20分*执行率`, `权重10`, `50%` of the usual hundred, `50`), or null where it does
 * not hold one.
 */
export function readWeight(group: string): number | null {
  const match = WEIGHT.exec(matchKey(group));
  if (!match) return null;
  const [, word, digits, unit] = match;
  const weight = Number(digits);
  const { minBareWeight, maxBareWeight } = TEXT_TOLERANCES;
  const isBare = word === undefined && unit === undefined;
  return isBare && (weight < minBareWeight || weight > maxBareWeight) ? null : weight;
}

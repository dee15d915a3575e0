import { squeeze } from './join.js';

const FOLDED: Readonly<Record<string, string>> = {
  '［': '(', '］': ')', '[': '(', ']': ')', '【': '(', '】': ')', '〔': '(', '〕': ')', '{': '(', '}': ')',
  '﹦': '=', '≧': '≥', '≦': '≤', '⩾': '≥', '⩽': '≤', '∕': '/', '÷': '/', '—': '-', '–': '-', '－': '-', '×': '*', '·': '', '・': '',
};

/** A leading mark or number: `1.`, `（一）`, `一、`, `★`. A bare digit belongs to the label. */
const NUMBERING = /^(?:[★☆*※●▲]+|\(?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:[.、]|\)[.、]?)(?![0-9]))+/u;

/**
 * The form in which labels are compared: no white space, colons or trailing punctuation; full-width letters, digits and
 * brackets as half-width ones; the signs for "at least" and "equals" in one spelling each.
 */
export function matchKey(label: string): string {
  const folded = [...squeeze(label)]
    .map((c) => {
      const code = c.codePointAt(0) as number;
      const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : c;
      return FOLDED[narrow] ?? narrow;
    })
    .join('');
  return folded
    .replace(/>=/gu, '≥')
    .replace(/<=/gu, '≤')
    .replace(/:/gu, '')
    .replace(/[.,;、，。；]+$/u, '')
    .toUpperCase();
}

/** The key without its leading numbering and its trailing bracket groups, and those groups. */
export function splitBrackets(label: string): { base: string; groups: string[] } {
  let base = matchKey(label).replace(NUMBERING, '');
  const groups: string[] = [];
  for (;;) {
    const open = openingOf(base);
    // A label that is all brackets has no base to fall back to.
    if (open <= 0) return { base, groups };
    groups.unshift(base.slice(open + 1, -1));
    base = base.slice(0, open);
  }
}

/** Index of the bracket that the last character closes, or -1. */
function openingOf(text: string): number {
  if (!text.endsWith(')')) return -1;
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === ')') depth++;
    else if (text[i] === '(' && --depth === 0) return i;
  }
  return -1;
}

/** The weight in a bracket group (`10分`, `20分*执行率`, `权重10`, `50`), or null where it holds none. */
export function readWeight(group: string): number | null {
  const match = /^(?:权重|分值|满分|共|计)?([0-9]+(?:\.[0-9]+)?)(?:分|%)?(?:\*.*)?$/u.exec(matchKey(group));
  return match ? Number(match[1]) : null;
}

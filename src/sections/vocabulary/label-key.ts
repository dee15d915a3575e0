import { splitBrackets } from '../../text/label.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';

/** Keys once made are kept, so many of them: every rule asks about every cell. The bound is for memory alone. */
const MAX_KEPT = 20_000;
const kept = new Map<string, string>();

/** The key under which the vocabulary knows a label: without numbering and trailing bracket groups; empty for a value. */
export function keyOf(label: string): string {
  if (label.length > SECTIONS_TOLERANCES.labelLength) return '';
  let key = kept.get(label);
  if (key === undefined) {
    key = splitBrackets(label).base;
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(label, key);
  }
  return key;
}

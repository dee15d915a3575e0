import { splitBrackets } from '../../text/label.js';

/** Longest label (characters, brackets included); longer texts are values and have no key. */
const MAX_LABEL = 60;
/** Keys once made are kept: every rule asks about every cell. The bound keeps a batch from growing. */
const MAX_KEPT = 20_000;
const kept = new Map<string, string>();

/** The key under which the vocabulary knows a label: without numbering and trailing bracket groups. */
export function keyOf(label: string): string {
  if (label.length > MAX_LABEL) return '';
  let key = kept.get(label);
  if (key === undefined) {
    key = splitBrackets(label).base;
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(label, key);
  }
  return key;
}

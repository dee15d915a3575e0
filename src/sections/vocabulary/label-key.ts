import { splitBrackets } from '../../text/label.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';

/** Keys once made are kept, so many of them: every rule asks about every cell. The bound is for memory alone. */
const MAX_KEPT = 20_000;
const kept = new Map<string, string>();

/** A bracket that makes another label of the one before it: 得分（复核） is no 得分. It reads as if it stood in front. */
const CHANGES =
  /^(财政|主管部门|专家|第三方)?(上年|去年|上一年|审核|复核|核查|审定|评审|扣减|系数|累计|预计|财政|专家|第三方)[^0-9]{0,3}$/u;

/** The key under which the vocabulary knows a label: without numbering and trailing bracket groups; empty for a value. */
export function keyOf(label: string): string {
  if (label.length > SECTIONS_TOLERANCES.labelLength) return '';
  let key = kept.get(label);
  if (key === undefined) {
    const { base, groups } = splitBrackets(label);
    key = (groups.find((group) => CHANGES.test(group)) ?? '') + base;
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(label, key);
  }
  return key;
}

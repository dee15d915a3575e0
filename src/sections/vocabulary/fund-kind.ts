import type { FundKind } from '../../contract/document.js';
import { keyOf } from './label-key.js';
import { FUND_KIND } from './labels.js';

/** What a fund row stands for, by its label with or without the leading 其中. */
export function kindOf(label: string): FundKind {
  const key = keyOf(label);
  const bare = key.replace(/^其中/u, '');
  return FUND_KIND.get(key) ?? FUND_KIND.get(bare) ?? FUND_KIND.guess(bare) ?? 'unknown';
}

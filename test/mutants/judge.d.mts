import type { Diagnostic } from '../../src/contract/document.js';

export interface Verdict {
  readonly end: 'exact' | 'alarm' | 'told' | 'silent';
  readonly difference: { readonly at: string; readonly expected: unknown; readonly got: unknown } | null;
}
export declare function judge(
  truth: readonly object[],
  document: {
    readonly reports: readonly object[];
    readonly diagnostics: readonly Pick<Diagnostic, 'severity' | 'page'>[];
  },
): Verdict;

import type { Diagnostic, Report } from '../../src/contract/document.js';

interface Grid {
  readonly rows: number;
  readonly cols: number;
}
export interface Form {
  readonly seed: number;
  readonly has: readonly string[];
  readonly parts: readonly { readonly text?: string; readonly grid?: Grid }[];
  readonly truth: object;
}
export interface How {
  readonly off?: ReadonlySet<string>;
  readonly force?: string | null;
}
export interface Ending {
  readonly end: 'exact' | 'alarm' | 'told' | 'silent';
  readonly difference: { readonly at: string; readonly expected: unknown; readonly got: unknown } | null;
  readonly said: readonly string[];
}
export interface Reader {
  readonly readSections: unknown;
  readonly accountOf: unknown;
  readonly diagnosticsOf: unknown;
}
export declare function formOf(seed: number, how?: How): Form;
export declare function formsIn(form: Form): Form[];
export declare function truthsOf(form: Form): object[];
export declare function faultsOf(grid: Grid): string[];
export declare function judgeInMemory(seed: number, reader: Reader, how?: How): Ending & { readonly form: Form };
export declare function fewest(seed: number, reader: Reader, how?: How): Ending & { readonly form: Form };
export declare function judge(
  truths: readonly object[],
  document: { readonly reports: readonly Report[]; readonly diagnostics: readonly Diagnostic[] },
): Ending;
export declare function printsOf(
  forms: readonly Form[],
): Promise<{ readonly form: Form; readonly program: string; readonly bytes: Uint8Array }[]>;

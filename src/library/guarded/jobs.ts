import type { Inspection, InspectOptions } from '../../inspect.js';
import type { UnreadPage } from '../../limits.js';
import type { ErrorMessage } from '../../messages/say.js';
import type { ReadingOptions } from '../../pages/reading-options.js';
import type { ParseOptions, ParseResult } from '../../parse.js';
import type { TablesResult } from '../../tables.js';
import type { ReviewPageOptions } from '../output/review-page.js';

/** What can be read of a PDF, with the options that it takes and what comes of it. */
export interface Reads {
  readonly parse: { readonly options: ParseOptions; readonly result: ParseResult };
  readonly tables: { readonly options: ReadingOptions; readonly result: TablesResult };
  readonly review: { readonly options: ReviewPageOptions; readonly result: string };
  readonly inspect: { readonly options: InspectOptions; readonly result: Inspection };
}

/** One file to read in another process: its bytes, or the path that they are read from. */
export interface Job {
  readonly kind: keyof Reads;
  readonly path: string | null;
  readonly bytes: Uint8Array | null;
  readonly options: object;
  readonly leaveOut: ReadonlyMap<number, UnreadPage>;
}

export type Answer =
  | { readonly result: unknown }
  | { readonly error: { readonly said: ErrorMessage | null; readonly message: string; readonly stack: string } };

/** The functions that read; what each needs is loaded with its first file. */
export const READS: {
  readonly [K in keyof Reads]: () => Promise<
    (bytes: Uint8Array, options: Reads[K]['options']) => Promise<Reads[K]['result']>
  >;
} = {
  parse: async () => (await import('../../parse.js')).parse,
  tables: async () => (await import('../../tables.js')).findTables,
  review: async () => (await import('../output/review-page.js')).reviewPage,
  inspect: async () => (await import('../../inspect.js')).inspect,
};

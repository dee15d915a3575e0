import { EvalxError } from './errors.js';
import { readingLimits } from './limits.js';
import type { ReadingOptions } from './pages/reading-options.js';
import type { Attachment } from './reader/objects/attachment.js';

/** A file, or a PDF that is attached to it, and what came of reading it. */
export interface Part<Result> {
  /** The file, or `file!attachment`, or `file!attachment!attachment`. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly isAttached: boolean;
  readonly result: Result | EvalxError;
}

/** Attachments of attachments are read, those of these not: who nests deeper has something else in mind. */
const MAX_DEPTH = 2;

/**
 * Pages of all parts of a file are told apart by adding so much for each part before: more than any part has pages. Whoever
 * leaves out a page that costs too much knows no parts.
 */
const PAGES_OF_PART = 2 ** 32;

/**
 * Reads a file, and then each PDF that is attached to it, as documents of their own. Where some pages alone are asked for,
 * these are those of the file.
 *
 * @throws {EvalxError} what is wrong with the file itself; what is wrong with an attachment stands in its part.
 */
export async function* eachDocument<
  Options extends ReadingOptions,
  Result extends { readonly attached: readonly Attachment[] },
>(
  bytes: Uint8Array,
  options: Options & { readonly file: string },
  read: (bytes: Uint8Array, options: Options & { readonly file: string }) => Promise<Result>,
): AsyncGenerator<Part<Result>> {
  let left = readingLimits(options.limits).attachments;
  const open: { file: string; bytes: Uint8Array; depth: number }[] = [{ file: options.file, bytes, depth: 0 }];
  for (let part = 0; ; part++) {
    const next = open.shift();
    if (!next) return;
    const limits = { ...options.limits, attachments: next.depth < MAX_DEPTH ? left : 0 };
    const own = { ...options, file: next.file, limits, ...ofPart(part, options) };
    const result = await read(next.bytes, own).catch((error: unknown) => {
      if (part > 0 && error instanceof EvalxError) return error;
      throw error;
    });
    yield { file: next.file, bytes: next.bytes, isAttached: part > 0, result };
    if (result instanceof EvalxError) continue;
    left -= result.attached.length;
    const within = result.attached.map(({ name, bytes }) => ({
      file: `${next.file}!${name}`,
      bytes,
      depth: next.depth + 1,
    }));
    open.unshift(...within);
  }
}

/** The options that name pages, for one part. */
function ofPart(
  part: number,
  { pages, leaveOut, onPage }: ReadingOptions,
): Pick<ReadingOptions, 'pages' | 'leaveOut' | 'onPage'> {
  const first = part * PAGES_OF_PART;
  const costly = [...(leaveOut ?? [])].flatMap(([key, page]) => {
    const number = key - first;
    return number > 0 && number < PAGES_OF_PART ? [[number, { ...page, number }] as const] : [];
  });
  return {
    pages: part === 0 ? pages : undefined,
    leaveOut: new Map(costly),
    onPage: onPage && ((done, of, next, isPicture) => onPage(done, of, next === null ? null : first + next, isPicture)),
  };
}

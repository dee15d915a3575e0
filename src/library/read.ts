import { READING_LIMITS } from '../limits.js';
import type { ReadingOptions } from '../pages/reading-options.js';
import { GuardedReader } from './guarded/guarded-reader.js';
import { READS, type Reads } from './guarded/jobs.js';
import { type PdfInput, type Source, sourceOf } from './input.js';
import { partLimits, type ReadOptions } from './reading-options.js';

/** Options of a kind of reading as callers of the library give them. */
export type Given<K extends keyof Reads> = ReadOptions & Omit<Reads[K]['options'], keyof ReadingOptions>;

/** Reads a PDF here, or in a process of its own where a limit of time or memory is given. */
export async function read<K extends keyof Reads>(
  kind: K,
  input: PdfInput,
  options: Given<K>,
): Promise<Reads[K]['result']> {
  const source = sourceOf(input);
  const { reading, work } = partLimits(options.limits);
  options.signal?.throwIfAborted();
  const own = coreOptions<K>(source, options, reading);
  if (!work) {
    const bytes = await source.bytes(bytesLimit(reading));
    options.signal?.throwIfAborted();
    return (await READS[kind]())(bytes, own);
  }
  const reader = new GuardedReader(work);
  try {
    return await reader.read(kind, { ...(await sent(source, reading)), options: own });
  } finally {
    reader.end();
  }
}

/** The options as the reader takes them; the name of what was given stands in for one that is not given. */
export function coreOptions<K extends keyof Reads>(
  { name }: Source,
  options: Given<K>,
  limits: Reads[K]['options']['limits'],
): Reads[K]['options'] {
  const { file = name } = options as { readonly file?: string };
  return { ...options, file, limits } as Reads[K]['options'];
}

/** What another process is sent of a PDF: the path of a file, which it reads itself, or bytes. */
export async function sent(
  source: Source,
  reading: ReturnType<typeof partLimits>['reading'],
): Promise<{ readonly path: string | null; readonly bytes: Uint8Array | null }> {
  const { path } = source;
  return path === null ? { path, bytes: await source.bytes(bytesLimit(reading)) } : { path, bytes: null };
}

const bytesLimit = ({ bytes = READING_LIMITS.bytes }: ReturnType<typeof partLimits>['reading']): number => bytes;

import { availableParallelism } from 'node:os';
import { EvalxError } from '../errors.js';
import { WORK_LIMITS, type WorkLimits } from '../limits.js';
import { messageOf } from '../messages/say.js';
import type { ParseResult } from '../parse.js';
import { aCount, checkOptions } from './check-options.js';
import { GuardedReader } from './guarded/guarded-reader.js';
import { inOrder } from './in-order.js';
import { type PdfInput, type Source, sourceOf } from './input.js';
import { kindOf } from './kinds.js';
import { PARSE_CHECKS, type ParseOptions } from './parse.js';
import { coreOptions, sent } from './read.js';
import { partLimits } from './reading-options.js';

/** Options of {@link parseMany}: those of {@link parse}, for every file. */
export interface ParseManyOptions extends Omit<ParseOptions, 'file' | 'pages' | 'onPage'> {
  /** Files that are read at a time, each in a process of its own; default as many as there are processors. */
  readonly jobs?: number | undefined;
}

/** What came of one of many PDFs: a result, or an error. */
export type ManyOutcome<Input extends PdfInput = PdfInput> = {
  /** What was given, as it was given. */
  readonly input: Input;
  /** Its place among the inputs, from 0 on. */
  readonly index: number;
  /** What the document calls the file: the path, the name of a `File`, or `-`. */
  readonly file: string;
} & ({ readonly result: ParseResult; readonly error: null } | { readonly result: null; readonly error: EvalxError });

const { file: _file, pages: _pages, onPage: _onPage, ...SHARED } = PARSE_CHECKS;
const CHECKS = { ...SHARED, jobs: aCount };

/**
 * Reads many PDFs, several at a time, each as {@link parse} does and within {@link WORK_LIMITS} or `options.limits`, in processes of
 * their own: a file that cannot be read, crashes the reader or takes too much is an outcome with an error, and the others go on.
 *
 * Outcomes come in the order of the inputs. Inputs are taken as outcomes are asked for: at most twice `jobs` of them are being read, or
 * read and not yet given out. Whoever leaves the loop ends what is still being read.
 *
 * @param inputs an array, or any other iterable or async iterable, of what {@link parse} takes.
 * @throws {EvalxError} `usage` where an option is none, or `inputs` is not iterable. What `options.signal` is aborted with, and what
 *   `inputs` throws, is thrown as it is.
 */
export async function* parseMany<Input extends PdfInput>(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  options: ParseManyOptions = {},
): AsyncGenerator<ManyOutcome<Input>, void, undefined> {
  checkOptions(options, CHECKS);
  const { jobs = availableParallelism(), signal, ...reading } = options;
  const readers = new Readers(jobs, partLimits(options.limits).work ?? WORK_LIMITS);
  try {
    yield* inOrder(
      iteratorOf(inputs),
      2 * jobs,
      (input, index) => readers.use((reader) => outcomeOf(reader, input, index, { ...reading, signal })),
      signal,
    );
  } finally {
    readers.end();
  }
}

function iteratorOf<T>(inputs: Iterable<T> | AsyncIterable<T>): AsyncIterator<T> | Iterator<T> {
  if (typeof inputs === 'object' && inputs !== null && !ArrayBuffer.isView(inputs)) {
    if (Symbol.asyncIterator in inputs) return inputs[Symbol.asyncIterator]();
    if (Symbol.iterator in inputs) return inputs[Symbol.iterator]();
  }
  // A text is iterable too, and means one path.
  throw new EvalxError(messageOf('inputsOfOtherKind', { kind: kindOf(inputs) }));
}

async function outcomeOf<Input extends PdfInput>(
  reader: GuardedReader,
  input: Input,
  index: number,
  options: ParseOptions,
): Promise<ManyOutcome<Input>> {
  let source: Source | null = null;
  try {
    source = sourceOf(input);
    const { reading } = partLimits(options.limits);
    const own = coreOptions<'parse'>(source, options as ParseOptions & { file?: string }, reading);
    const result = await reader.read('parse', { ...(await sent(source, reading)), options: own });
    return { input, index, file: source.name, result, error: null };
  } catch (thrown) {
    if (options.signal?.aborted) throw thrown;
    return { input, index, file: source?.name ?? kindOf(input), result: null, error: errorOf(thrown) };
  }
}

function errorOf(thrown: unknown): EvalxError {
  if (thrown instanceof EvalxError) return thrown;
  const error = thrown instanceof Error ? thrown.message : String(thrown);
  return new EvalxError(messageOf('readingFailed', { error }), { cause: thrown });
}

/** So many readers, each at work for one file at a time. */
class Readers {
  private readonly free: GuardedReader[];
  private readonly all: readonly GuardedReader[];
  private readonly waiting: ((reader: GuardedReader) => void)[] = [];

  constructor(count: number, limits: WorkLimits) {
    this.all = Array.from({ length: count }, () => new GuardedReader(limits));
    this.free = [...this.all];
  }

  async use<T>(work: (reader: GuardedReader) => Promise<T>): Promise<T> {
    const reader = this.free.pop() ?? (await new Promise<GuardedReader>((take) => this.waiting.push(take)));
    try {
      return await work(reader);
    } finally {
      const next = this.waiting.shift();
      if (next) next(reader);
      else this.free.push(reader);
    }
  }

  end(): void {
    this.waiting.length = 0;
    for (const reader of this.all) reader.stop();
  }
}

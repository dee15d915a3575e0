import type { Stage } from '../contract/drawing.js';
import type { Inspection } from '../inspect.js';
import type { ParseResult } from '../parse.js';
import type { TablesResult } from '../tables.js';
import { aPage, aText, type Check, checkOptions, oneOf } from './check-options.js';
import type { PdfInput } from './input.js';
import { read } from './read.js';
import { READ_CHECKS, type ReadOptions } from './reading-options.js';

/** Options of {@link parse}. */
export interface ParseOptions extends ReadOptions {
  /** Stands as `source.file` in the document; default the path that was given, the name of a `File`, or `-`. */
  readonly file?: string | undefined;
}

/** Options of {@link inspect}. */
export interface InspectOptions extends Omit<ReadOptions, 'pages'> {
  /** 1-based. */
  readonly page: number;
  /** What is drawn: how far the reading had come. */
  readonly stage: Stage;
}

export const PARSE_CHECKS: Readonly<Record<keyof ParseOptions, Check>> = { ...READ_CHECKS, file: aText };

const STAGES = Object.keys({
  ...{ items: true, rulings: true, regions: true, separators: true },
  ...{ rows: true, cells: true, tables: true },
} satisfies Record<Stage, true>);

const { pages: _, ...ONE_PAGE } = READ_CHECKS;
const INSPECT_CHECKS: Readonly<Record<keyof InspectOptions, Check>> = {
  ...ONE_PAGE,
  page: aPage,
  stage: oneOf(STAGES),
};

/**
 * Reads every self-evaluation form of a PDF. Prints nothing and writes nothing; reads a file where one is named.
 *
 * @param input the PDF: a path, a `file:` URL, bytes, a `Blob` or a `File`.
 * @returns the document, where each of its fields stands, what became of every text, and the PDFs that are attached.
 * @throws {EvalxError} where the PDF as a whole cannot be read: `file-not-found`, `is-a-directory`, `file-unreadable`, `file-empty`,
 *   `file-too-large`, `not-a-pdf`, `pdf-damaged`, `password-needed`, `password-wrong`, `page-out-of-range`; within limits of time and
 *   memory `timed-out`, `memory-exceeded`, `worker-crashed`; `usage` where an option or the input is none. What `options.signal` is
 *   aborted with, and what `options.onPage` throws or rejects with, is thrown as it is.
 */
export async function parse(input: PdfInput, options: ParseOptions = {}): Promise<ParseResult> {
  checkOptions(options, PARSE_CHECKS);
  return read('parse', input, options as ParseOptions & { file?: string });
}

/**
 * Finds every table of a PDF, forms or not. Prints nothing and writes nothing.
 *
 * @param input the PDF, as {@link parse} takes it.
 * @returns the tables in reading order, what is to be said of the file, and the PDFs that are attached.
 * @throws {EvalxError} as {@link parse} does.
 */
export async function findTables(input: PdfInput, options: ReadOptions = {}): Promise<TablesResult> {
  checkOptions(options, READ_CHECKS);
  return read('tables', input, options);
}

/**
 * Draws one stage of the reading of one page: what evalx saw there. `toSvg` of `evalx/output` makes a picture of it.
 *
 * @param input the PDF, as {@link parse} takes it.
 * @throws {EvalxError} as {@link parse} does, and `pdf-damaged` where this page cannot be read.
 */
export async function inspect(input: PdfInput, options: InspectOptions): Promise<Inspection> {
  checkOptions(options, INSPECT_CHECKS);
  // What is not given is refused as well.
  checkOptions({ page: options.page ?? null, stage: options.stage ?? null }, INSPECT_CHECKS);
  return read('inspect', input, options);
}

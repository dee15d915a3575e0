import type { EvalxDocument, Evidence } from './contract/document.js';

/** Options of {@link parse}. */
export interface ParseOptions {
  /** Stands as `source.file` in the document; default `-`. */
  readonly file?: string;
  readonly password?: string;
  /** 1-based pages to read; default all. */
  readonly pages?: readonly number[];
  /** Called after each page. */
  readonly onPage?: (done: number, of: number) => void;
  /** Stops the work between two pages: `parse` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What {@link parse} returns: the document, and for each field where it stands, by JSON Pointer. */
export interface ParseResult {
  readonly document: EvalxDocument;
  readonly places: ReadonlyMap<string, Evidence>;
}

/**
 * Reads every self-evaluation form of a PDF. Takes bytes, prints nothing, touches no file.
 *
 * @throws {EvalxError} where the PDF as a whole cannot be read: `file-empty`, `not-a-pdf`, `pdf-damaged`,
 *   `password-needed`, `password-wrong`, `page-out-of-range`.
 */
export async function parse(_bytes: Uint8Array, _options: ParseOptions = {}): Promise<ParseResult> {
  throw new Error('not built yet');
}

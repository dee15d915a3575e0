import type { EvalxDocument, Evidence } from '../../contract/document.js';
import { EvalxError } from '../../errors.js';
import { type Message, messageOf } from '../../messages/say.js';
import type { ParseOptions } from '../../parse.js';

/** A document to check, and where its fields stand if that is known. */
export interface ReadDocument {
  /** What the document is called in findings. */
  readonly file: string;
  readonly document: EvalxDocument;
  readonly places: ReadonlyMap<string, Evidence> | null;
}

/** An attached PDF that cannot be read. */
export interface UnreadDocument {
  readonly file: string;
  readonly error: EvalxError;
}

/**
 * Reads a PDF, or the documents that `evalx parse` wrote: one, or one a line, of which one at a time is in memory.
 *
 * @throws {EvalxError} `not-a-pdf`, which says so where it is JSON; `document-invalid`; and what reading says.
 */
export async function* readDocuments(
  bytes: Uint8Array,
  kind: 'pdf' | 'documents',
  options: ParseOptions & { readonly file: string },
): AsyncGenerator<ReadDocument | UnreadDocument> {
  if (kind === 'pdf') yield* readPdfs(bytes, options);
  else yield* readJson(bytes, options);
}

/** The file, and the PDFs that are attached to it. */
async function* readPdfs(
  bytes: Uint8Array,
  options: ParseOptions & { readonly file: string },
): AsyncGenerator<ReadDocument | UnreadDocument> {
  const [{ parse }, { eachDocument }] = await Promise.all([import('../../parse.js'), import('../../each-document.js')]);
  try {
    for await (const { file, result } of eachDocument(bytes, options, parse)) {
      yield result instanceof EvalxError ? { file, error: result } : { file, ...result };
    }
  } catch (error) {
    const isNoPdf = error instanceof EvalxError && ['not-a-pdf', 'pdf-damaged'].includes(error.code);
    throw isNoPdf && isJson(bytes) ? new EvalxError(messageOf('jsonNotPdf', {}), { cause: error }) : error;
  }
}

async function* readJson(bytes: Uint8Array, options: ParseOptions): AsyncGenerator<ReadDocument> {
  const [{ documentSchema }, { checkedBy }] = await Promise.all([
    import('../../contract/document.js'),
    import('../../contract/schema/issues.js'),
  ]);
  for (const { what, value } of jsonIn(bytes)) {
    const parsed = checkedBy(documentSchema, value, options.lang ?? 'en');
    const issue = parsed.error?.issues[0];
    if (issue) {
      const where = issue.path.length === 0 ? '' : messageOf('atPointer', { pointer: `/${issue.path.join('/')}` });
      throw new EvalxError(messageOf('notADocument', { what, where, issue: issue.message.toLowerCase() }));
    }
    const document = parsed.data as EvalxDocument;
    const places = document.evidence ? new Map(Object.entries(document.evidence)) : null;
    yield { file: document.source.file, document, places };
  }
}

/** JSON begins with a brace, behind white space and a byte order mark; a PDF never does. */
function isJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return start.startsWith('{');
}

interface Content {
  /** What it is called where it is wrong: the file, or one of its lines. */
  readonly what: Message;
  readonly value: unknown;
}

/** Where the first line is JSON by itself every line is; else the whole file is one document, over many lines. */
function* jsonIn(bytes: Uint8Array): Generator<Content> {
  if (!isByLines(bytes)) {
    const value = jsonOf(new TextDecoder().decode(bytes));
    if (value === undefined) throw new EvalxError(messageOf('notJson', {}));
    yield { what: messageOf('thisFile', {}), value };
    return;
  }
  let number = 0;
  for (const line of linesOf(bytes)) {
    number += 1;
    if (line.trim() === '') continue;
    const what = messageOf('lineOf', { number });
    const value = jsonOf(line);
    if (value === undefined) throw new EvalxError(messageOf('lineNotJson', { what }));
    yield { what, value };
  }
}

function isByLines(bytes: Uint8Array): boolean {
  for (const line of linesOf(bytes)) if (line.trim() !== '') return jsonOf(line) !== undefined;
  return false;
}

const NEWLINE = 0x0a;

function* linesOf(bytes: Uint8Array): Generator<string> {
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(NEWLINE, from);
    const to = end < 0 ? bytes.length : end;
    yield new TextDecoder().decode(bytes.subarray(from, to));
    from = to + 1;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

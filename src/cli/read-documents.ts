import type { EvalxDocument, Evidence } from '../contract/document.js';
import { EvalxError } from '../errors.js';
import { readInput } from '../files/input.js';
import type { ReadingOptions } from '../pages.js';

/** A document to check, and where its fields stand if that is known. */
export interface ReadDocument {
  /** What the document is called in findings. */
  readonly file: string;
  readonly document: EvalxDocument;
  readonly places: ReadonlyMap<string, Evidence> | null;
}

/** Reads a PDF, or the documents that `evalx parse` wrote: one, or one a line. */
export async function readDocuments(file: string, options: ReadingOptions): Promise<ReadDocument[]> {
  const bytes = await readInput(file);
  if (!isJson(bytes)) {
    const { parse } = await import('../parse.js');
    const { document, places } = await parse(bytes, { ...options, file });
    return [{ file, document, places }];
  }
  const { documentSchema } = await import('../contract/document.js');
  return readJson(new TextDecoder().decode(bytes)).map((content) => {
    const parsed = documentSchema.safeParse(content);
    const issue = parsed.error?.issues[0];
    if (issue) {
      const where = issue.path.length === 0 ? '' : ` at /${issue.path.join('/')}`;
      const message = `this is no document of evalx parse${where} (${issue.message.toLowerCase()}); give the PDF, or what parse wrote`;
      throw new EvalxError('document-invalid', message);
    }
    const document = parsed.data as EvalxDocument;
    const places = document.evidence ? new Map(Object.entries(document.evidence)) : null;
    return { file: document.source.file, document, places };
  });
}

/** JSON begins with a brace, behind white space and a byte order mark; a PDF never does. */
function isJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return start.startsWith('{');
}

function readJson(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line, i) => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        throw new EvalxError('document-invalid', `line ${i + 1} is no JSON; give the PDF, or what evalx parse wrote`);
      }
    });
  }
}

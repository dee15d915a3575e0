import type { EvalxDocument } from '../../../contract/document.js';
import type { Language } from '../../../contract/findings.js';
import { readInput } from '../../../files/input.js';
import type { FormKind } from '../../../pages/reading-options.js';
import { shownPath } from '../../../text/path-bytes.js';
import type { ComparedDocument } from '../../../validator/compare/compare.js';
import { limitsOf, type ReadingFlags, readingOptions } from '../../options/reading.js';
import { readDocuments } from '../../thread/read-documents.js';
import type { ReadingThread } from '../../thread/reading-thread.js';
import { kindOf } from '../validate/files.js';

interface Means {
  readonly thread: ReadingThread;
  readonly flags: ReadingFlags;
  readonly lang: Language;
}

/** The documents of a file: a PDF, read as forms of that kind, or what `evalx parse` wrote. @throws {EvalxError} where it cannot be read. */
export async function readComparedFile(
  file: string,
  kind: FormKind,
  { thread, flags, lang }: Means,
): Promise<ComparedDocument[]> {
  if (kindOf(file, {}) === 'documents') return fromJson(file, flags, lang);
  const given = { ...readingOptions(flags, lang), kind, evidence: true, style: 'line', file } as const;
  const { written } = await thread.do('parse', given);
  return written.map((line) => documentIn(JSON.parse(String(line)) as EvalxDocument));
}

async function fromJson(file: string, flags: ReadingFlags, lang: Language): Promise<ComparedDocument[]> {
  const bytes = await readInput(file, limitsOf(flags).reading.bytes);
  const documents: ComparedDocument[] = [];
  for await (const read of readDocuments(bytes, 'documents', { file: shownPath(file), lang })) {
    if ('error' in read) throw read.error;
    documents.push(read);
  }
  return documents;
}

const documentIn = (document: EvalxDocument): ComparedDocument => ({
  file: document.source.file,
  document,
  places: new Map(Object.entries(document.evidence ?? {})),
});

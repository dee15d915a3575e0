import { dirname } from 'node:path';
import type { EvalxDocument } from '../../../contract/document.js';
import type { Language } from '../../../contract/findings.js';
import { correctRead } from '../../../corrections/correct-read.js';
import { type CorrectionsSetup, KnownCorrections } from '../../../corrections/find.js';
import { readInput } from '../../../files/input.js';
import type { FormKind } from '../../../pages/reading-options.js';
import { shownPath } from '../../../text/path-bytes.js';
import type { ComparedDocument } from '../../../validator/compare/compare.js';
import { limitsOf, type ReadingFlags, readingOptions } from '../../options/reading.js';
import type { CorrectedDocument } from '../../thread/jobs.js';
import { readDocuments } from '../../thread/read-documents.js';
import type { ReadingThread } from '../../thread/reading-thread.js';
import { kindOf } from '../validate/files.js';

interface Means {
  readonly thread: ReadingThread;
  readonly flags: ReadingFlags;
  readonly lang: Language;
  readonly corrections: CorrectionsSetup | null;
}

interface Compared {
  readonly documents: readonly ComparedDocument[];
  readonly corrected: readonly CorrectedDocument[];
}

/**
 * The documents of a file, put right: a PDF, read as forms of that kind, or what `evalx parse` wrote.
 *
 * @throws {EvalxError} where it cannot be read.
 */
export async function readComparedFile(file: string, kind: FormKind, means: Means): Promise<Compared> {
  const { thread, flags, lang } = means;
  if (kindOf(file, {}) === 'documents') return fromJson(file, means);
  const given = { ...readingOptions(flags, lang), kind, evidence: true, style: 'line', file } as const;
  const { written, corrected = [] } = await thread.do('parse', given);
  return { documents: written.map((line) => documentIn(JSON.parse(String(line)) as EvalxDocument)), corrected };
}

async function fromJson(file: string, { flags, corrections, lang }: Means): Promise<Compared> {
  const bytes = await readInput(file, limitsOf(flags).reading.bytes);
  const known = corrections && new KnownCorrections(corrections);
  const documents: ComparedDocument[] = [];
  const corrected: CorrectedDocument[] = [];
  for await (const read of readDocuments(bytes, 'documents', { file: shownPath(file), lang })) {
    if ('error' in read) throw read.error;
    const { sha256 } = read.document.source;
    const own = known?.of(dirname(file), sha256);
    const right = correctRead(read, own, { lang });
    if (own) corrected.push({ sha256, fields: Object.keys(right.document.corrected ?? {}).length, accepted: 0 });
    documents.push(right);
  }
  return { documents, corrected };
}

const documentIn = (document: EvalxDocument): ComparedDocument => ({
  file: document.source.file,
  document,
  places: new Map(Object.entries(document.evidence ?? {})),
});

import { dirname } from 'node:path';
import type { FileResult, FileStatus } from '../contract/batch.js';
import { isDiagnostic, readStatus } from '../contract/diagnostics.js';
import { sha256 } from '../contract/digest.js';
import type { Language } from '../contract/findings.js';
import { acceptFindings } from '../corrections/accept.js';
import { correctRead } from '../corrections/correct-read.js';
import type { KnownCorrections, OwnCorrections } from '../corrections/find.js';
import { eachDocument, type Part } from '../each-document.js';
import { EvalxError } from '../errors.js';
import { readInput } from '../files/input.js';
import { messageOf, sayWithFlags } from '../messages/say.js';
import type { ReadingOptions } from '../pages/reading-options.js';
import { type ParseResult, parse } from '../parse.js';
import { shownPath } from '../text/path-bytes.js';
import { checkDocuments, type ValidationSettings } from '../validator/validate.js';
import type { BatchSettings } from './batch-types.js';

/**
 * Reads, parses and checks one file, and the PDFs that are attached to it. What goes wrong with any of them is in its result; a
 * crash of ours is too, and says so.
 */
export async function processFile(
  path: string,
  settings: BatchSettings,
  reading: Pick<ReadingOptions, 'leaveOut' | 'onPage'>,
  known: KnownCorrections | null = null,
): Promise<FileResult> {
  const file = shownPath(path);
  const results: FileResult[] = [];
  let start = performance.now();
  let bytes: Uint8Array | null = null;
  const timed = (): number | null => (settings.timings ? Math.round(performance.now() - start) : null);
  try {
    bytes = await readInput(path, settings.reading.limits.bytes);
    const options = { ...settings.reading, ...reading, file };
    for await (const part of eachDocument(bytes, options, parse)) {
      results.push(resultOf(part, timed(), settings, (sha256) => known?.of(dirname(path), sha256)));
      start = performance.now();
    }
  } catch (error) {
    // An attachment that crashed has no part: it is not told which it was, but that it was one of this file.
    const name = results.length === 0 ? file : `${file}!`;
    results.push(failed(name, results.length === 0 ? bytes : null, error, timed(), settings.lang));
  }
  const [first, ...attached] = results as [FileResult, ...FileResult[]];
  return attached.length === 0 ? first : { ...first, attached };
}

function resultOf(
  { file, bytes, result }: Part<ParseResult>,
  milliseconds: number | null,
  settings: BatchSettings,
  correctionsOf: (sha256: string) => OwnCorrections | undefined,
): FileResult {
  if (result instanceof EvalxError) return failed(file, bytes, result, milliseconds, settings.lang);
  const own = correctionsOf(result.document.source.sha256);
  return checkedResult(result, own, settings, blank(file, bytes, milliseconds));
}

/** What batch has of a document that was read: corrected, checked, with the places of its fields. */
export function checkedResult(
  read: Pick<ParseResult, 'document' | 'places'>,
  own: OwnCorrections | undefined,
  settings: ValidationSettings,
  status: FileStatus,
): FileResult {
  const { document, places } = correctRead(read, own, settings);
  const { findings, crashes } = checkDocuments([{ file: status.file, document, places }], settings);
  const ended = { ...readStatus(document), ...(crashes[0] ? crashStatus(crashes[0], settings.lang) : {}) };
  // The diagnostics stand in the document: they have a table of their own.
  const ofRules = findings.filter((finding) => !isDiagnostic(finding));
  const { open, accepted } = acceptFindings(ofRules, own?.accepted ?? []);
  return {
    status: { ...status, ...ended },
    ...{ document, evidence: Object.fromEntries(places), findings: open },
    ...(accepted.length === 0 ? {} : { accepted }),
  };
}

function failed(
  file: string,
  bytes: Uint8Array | null,
  error: unknown,
  milliseconds: number | null,
  lang: Language,
): FileResult {
  const isOurs = error instanceof EvalxError;
  const said = isOurs ? error.said : messageOf('internalError', { error: String(error) });
  const what = { errorCode: isOurs ? error.code : 'internal-error', errorMessage: sayWithFlags(said, lang) };
  return { status: { ...blank(file, bytes, milliseconds), ...what }, document: null, findings: [] };
}

const blank = (file: string, bytes: Uint8Array | null, milliseconds: number | null): FileStatus => ({
  ...{ file, status: 'failed', pages: null, reports: null, milliseconds },
  ...{ sha256: bytes === null ? null : sha256(bytes), errorCode: null, errorMessage: null },
});

/** What became of a file as a whole: it is read in part where an attached PDF is, or is not. */
export function statusOf({ status, attached = [] }: FileResult): Pick<FileStatus, 'status' | 'errorCode'> {
  const unread = attached.find((part) => part.status.status !== 'read')?.status;
  return status.status === 'read' && unread ? { status: 'partly', errorCode: unread.errorCode } : status;
}

/** Where a rule crashed the file is not checked in whole; what the other rules have found stands. */
const crashStatus = ({ code, said }: EvalxError, lang: Language): Pick<FileStatus, 'status'> & Partial<FileStatus> => ({
  status: 'partly',
  errorCode: code,
  errorMessage: sayWithFlags(said, lang),
});

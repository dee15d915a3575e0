import type { FileResult, FileStatus } from '../contract/batch.js';
import { isDiagnostic, isUnread } from '../contract/diagnostics.js';
import { sha256 } from '../contract/digest.js';
import type { EvalxDocument } from '../contract/document.js';
import type { Language } from '../contract/findings.js';
import { EvalxError } from '../errors.js';
import { readInput } from '../files/input.js';
import { messageOf, sayWithFlags } from '../messages/say.js';
import type { ReadingOptions } from '../pages/reading-options.js';
import { parse } from '../parse.js';
import { shownPath } from '../text/path-bytes.js';
import { checkDocuments } from '../validator/validate.js';
import type { BatchSettings } from './batch-types.js';

/** Reads, parses and checks one file. What goes wrong with the file is in the result; a crash of ours is too, and says so. */
export async function processFile(
  path: string,
  settings: BatchSettings,
  reading: Pick<ReadingOptions, 'leaveOut' | 'onPage'>,
): Promise<FileResult> {
  const file = shownPath(path);
  const start = performance.now();
  let bytes: Uint8Array | null = null;
  const status = (rest: Pick<FileStatus, 'status'> & Partial<FileStatus>): FileStatus => ({
    file,
    pages: null,
    reports: null,
    milliseconds: settings.timings ? Math.round(performance.now() - start) : null,
    sha256: bytes === null ? null : sha256(bytes),
    errorCode: null,
    errorMessage: null,
    ...rest,
  });
  try {
    bytes = await readInput(path, settings.reading.limits.bytes);
    const { document, places } = await parse(bytes, { ...settings.reading, ...reading, file });
    const { findings, crashes } = checkDocuments([{ file, document, places }], settings);
    const read = { ...readStatus(document), ...(crashes[0] ? crashStatus(crashes[0], settings.lang) : {}) };
    // The diagnostics stand in the document: they have a table of their own.
    return { status: status(read), document, findings: findings.filter((finding) => !isDiagnostic(finding)) };
  } catch (error) {
    const isOurs = error instanceof EvalxError;
    const said = isOurs ? error.said : messageOf('internalError', { error: String(error) });
    const errorMessage = sayWithFlags(said, settings.lang);
    return {
      status: status({ status: 'failed', errorCode: isOurs ? error.code : 'internal-error', errorMessage }),
      document: null,
      findings: [],
    };
  }
}

function readStatus({ source, reports, diagnostics }: EvalxDocument): Pick<FileStatus, 'status'> & Partial<FileStatus> {
  const worst =
    diagnostics.find(({ severity }) => severity === 'error') ??
    diagnostics.find(({ code }) => code === 'no-form-found');
  return {
    status: isUnread(diagnostics) ? 'partly' : 'read',
    pages: source.pageCount,
    reports: reports.length,
    errorCode: worst?.code ?? null,
    errorMessage: worst?.message ?? null,
  };
}

/** Where a rule crashed the file is not checked in whole; what the other rules have found stands. */
const crashStatus = ({ code, said }: EvalxError, lang: Language): Pick<FileStatus, 'status'> & Partial<FileStatus> => ({
  status: 'partly',
  errorCode: code,
  errorMessage: sayWithFlags(said, lang),
});

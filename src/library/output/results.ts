import type { FileResult, FileStatus } from '../../contract/batch.js';
import { isDiagnostic, readStatus } from '../../contract/diagnostics.js';
import type { AcceptedFinding, CheckedFile, Finding, Validation } from '../../contract/findings.js';
import type { EvalxDocument } from '../../contract/schema/types.js';
import { EvalxError } from '../../errors.js';
import { say } from '../../messages/say.js';
import { withEvidence } from '../../output/evidence.js';
import type { ParseResult } from '../../parse.js';
import { checkedForm } from '../../validator/checked-form.js';
import { hasGaps } from '../../validator/diagnostics.js';
import { type CheckInput, type ValidationSettings, validate } from '../../validator/validate.js';
import { aList, anything, type Check, checkOptions } from '../check-options.js';
import type { ManyOutcome } from '../parse-many.js';
import { type Checkable, type CheckSettings, inputOf, settingsOf } from '../validate.js';

/** What the writers take of one PDF: what `parse` returns, a document, an outcome of `parseMany`, or that it could not be read. */
export type Result = Checkable | ManyOutcome | { readonly file: string; readonly error: EvalxError };

/** How results are checked before they are written. */
export interface WriteOptions {
  /** Default the rules as they are; `lang` is the language of what is written, too. */
  readonly settings?: CheckSettings | undefined;
  /** Default what `validate` finds with these settings. */
  readonly findings?: readonly Finding[] | undefined;
  /** Findings that people let stand, as `acceptFindings` parts them; none of these may be in `findings`. */
  readonly accepted?: readonly AcceptedFinding[] | undefined;
}

export const WRITE_CHECKS: Readonly<Record<keyof WriteOptions, Check>> = {
  // Looked at more closely where they are used.
  settings: anything,
  findings: aList,
  accepted: aList,
};

/** One input: a document with what was found in it, or why it could not be read. */
type Written =
  | { readonly input: CheckInput; readonly findings: readonly Finding[]; readonly accepted: readonly AcceptedFinding[] }
  | { readonly file: string; readonly error: EvalxError };

/** All that is to be written. */
export interface Writing {
  readonly settings: ValidationSettings;
  readonly all: readonly Written[];
}

/** @throws {EvalxError} `usage` */
export function writingOf(
  results: Result | readonly Result[],
  options: WriteOptions,
  checks: Readonly<Record<string, Check>> = WRITE_CHECKS,
): Writing {
  checkOptions(options, checks);
  const settings = settingsOf(options.settings ?? {});
  const given = options.findings && byFile(options.findings);
  const accepted = byFile(options.accepted ?? []);
  const all = (Array.isArray(results) ? results : [results]).map((result: Result): Written => {
    const failed = failureOf(result);
    if (failed) return failed;
    const input = inputOf(readOf(result));
    const findings = given ? given(input.file) : validate([input], settings);
    return { input, findings, accepted: accepted(input.file) };
  });
  return { settings, all };
}

/** Gives the findings of a file, once: two files of one name share them. */
function byFile<F extends Finding>(findings: readonly F[]): (file: string) => readonly F[] {
  const files = new Map<string, F[]>();
  for (const finding of findings) files.set(finding.file, [...(files.get(finding.file) ?? []), finding]);
  return (file) => {
    const own = files.get(file) ?? [];
    files.delete(file);
    return own;
  };
}

function failureOf(result: Result): { readonly file: string; readonly error: EvalxError } | null {
  const { file, error } = (result ?? {}) as { readonly file?: unknown; readonly error?: unknown };
  return error instanceof EvalxError && typeof file === 'string' ? { file, error } : null;
}

const readOf = (result: Result): Checkable =>
  typeof result === 'object' && result !== null && 'result' in result
    ? (result.result as Checkable)
    : (result as Checkable);

/** As the tables take it. */
export function fileResults({ all, settings }: Writing): FileResult[] {
  return all.map((one): FileResult => {
    if ('error' in one) return { status: failed(one, settings), document: null, findings: [] };
    const { document, places, file } = one.input;
    const status = { ...BLANK, file, sha256: document.source.sha256, ...readStatus(document) };
    return {
      ...{ status, document, evidence: Object.fromEntries(places ?? []) },
      // The diagnostics stand in the document: they have a table of their own.
      findings: one.findings.filter((finding) => !isDiagnostic(finding)),
      ...(one.accepted.length === 0 ? {} : { accepted: one.accepted }),
    };
  });
}

const BLANK = { milliseconds: null, sha256: null, errorCode: null, errorMessage: null } as const;

const failed = (
  { file, error }: { readonly file: string; readonly error: EvalxError },
  { lang }: ValidationSettings,
): FileStatus => ({
  ...{ ...BLANK, file, status: 'failed', pages: null, reports: null },
  ...{ errorCode: error.code, errorMessage: say(error.said, { lang }) },
});

/** As the formats of findings take it. */
export function validationOf({ all, settings }: Writing): Validation {
  const accepted = all.flatMap((one) => ('error' in one ? [] : one.accepted));
  return {
    schemaVersion: '1',
    config: null,
    files: all.map((one) => checkedFile(one, settings)),
    findings: all.flatMap((one) => ('error' in one ? [] : one.findings)),
    ...(accepted.length === 0 ? {} : { accepted }),
  };
}

function checkedFile(one: Written, { severities, lang }: ValidationSettings): CheckedFile {
  if ('error' in one) {
    const { file, error } = one;
    const problem = { code: error.code, severity: 'error', message: say(error.said, { lang }), page: null } as const;
    return { file, read: false, reports: [], problems: [problem] };
  }
  const { file, document } = one.input;
  return {
    file,
    read: !hasGaps(document, severities),
    reports: document.reports.map(checkedForm),
    problems: [],
  };
}

/** The documents of results that could be read; with where their fields stand, where that is known and wanted. */
export function documentsOf(results: readonly Result[], evidence: boolean): EvalxDocument[] {
  return results.flatMap((result): EvalxDocument[] => {
    if (failureOf(result)) return [];
    const read = readOf(result);
    const { document, places } = inputOf(read);
    const { account = document.account ?? [] } = read as Partial<ParseResult>;
    return [evidence && places ? withEvidence(document, places, account) : document];
  });
}

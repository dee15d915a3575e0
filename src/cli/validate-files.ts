import type { CheckedFile, Finding, Problem, Validation } from '../contract/findings.js';
import { EvalxError } from '../errors.js';
import { isUnread } from '../pages.js';
import { type ValidationSettings, validate } from '../validator/validate.js';
import type { Outcome } from './exit-code.js';
import { displayName, failure } from './failure.js';
import type { Messages } from './messages.js';
import { type ReadDocument, readDocuments } from './read-documents.js';
import { type ReadingFlags, readingOptions } from './reading.js';

/** What a run found, and how each input ended. */
export interface Checked {
  readonly validation: Validation;
  readonly outcomes: readonly Outcome[];
}

/** Reads and checks one input after another; of each document only its findings and the names of its forms are kept. */
export async function validateFiles(
  files: readonly string[],
  empty: readonly string[],
  settings: ValidationSettings,
  flags: ReadingFlags,
  messages: Messages,
): Promise<Checked> {
  const checked: CheckedFile[] = empty.map((pattern) => unread(pattern, NOTHING_THERE));
  const outcomes: Outcome[] = empty.map(() => 'unread');
  const findings: Finding[] = [];
  for (const [i, file] of files.entries()) {
    messages.progress(`file ${i + 1}/${files.length}`);
    try {
      for await (const read of readDocuments(file, readingOptions(flags))) {
        findings.push(...checkedBy(read, settings));
        const one = checkedFile(read);
        checked.push(one);
        outcomes.push(one.read ? 'fine' : 'unread');
      }
    } catch (error) {
      // A rule that crashes is no finding about the form: the run ends.
      if (error instanceof EvalxError && error.code === 'rule-crashed') throw error;
      const { outcome, text } = failure(displayName(file), error);
      if (!(error instanceof EvalxError)) messages.say(text);
      checked.push(unread(file, problemOf(error)));
      outcomes.push(outcome);
    }
  }
  messages.clearProgress();
  return { validation: { schemaVersion: '1', files: checked, findings }, outcomes };
}

const NOTHING_THERE: Problem = {
  code: 'no-file-found',
  severity: 'error',
  message: 'there is no PDF file here; check the path',
  page: null,
};

function problemOf(error: unknown): Problem {
  const known = error instanceof EvalxError;
  const code = known ? error.code : 'internal-error';
  const message = known ? error.message : 'evalx itself failed on this file; please report it';
  return { code, severity: 'error', message, page: null };
}

/** The findings of one document; a rule that crashes says on which file. */
function checkedBy(read: ReadDocument, settings: ValidationSettings): Finding[] {
  try {
    return validate([read], settings);
  } catch (error) {
    if (!(error instanceof EvalxError)) throw error;
    throw new EvalxError(error.code, `${displayName(read.file)}: ${error.message}`, { cause: error.cause });
  }
}

const unread = (file: string, problem: Problem): CheckedFile => ({
  file,
  read: false,
  reports: [],
  problems: [problem],
});

function checkedFile({ file, document: { reports, diagnostics } }: ReadDocument): CheckedFile {
  return {
    file,
    // Where no form was found there was nothing to check, and nothing has passed.
    read: reports.length > 0 && !isUnread(diagnostics),
    reports: reports.map(({ title, project, pages }) => ({ title, name: project.name, page: pages[0] ?? null })),
    problems: diagnostics.map(({ code, severity, message, page }) => ({
      code,
      severity: code === 'no-form-found' ? 'error' : severity,
      message,
      page,
    })),
  };
}

import { isUnread } from '../../contract/diagnostics.js';
import type { CheckedFile, Finding, Problem } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { readInput } from '../../files/input.js';
import { shownPath } from '../../files/path-bytes.js';
import { messageOf, say } from '../../messages/say.js';
import { type ValidationSettings, validate } from '../../validator/validate.js';
import { shownName } from '../terminal/failure.js';
import type { CheckJob, CheckWork, OnPage } from './jobs.js';
import { type ReadDocument, readDocuments } from './read-documents.js';

/**
 * Checks the documents of one input; of each only its findings and the names of its forms are kept.
 *
 * @throws {EvalxError} `rule-crashed`: that is no finding about the form.
 */
export async function checkWork(job: CheckJob, onPage: OnPage): Promise<CheckWork> {
  const { settings, kind, ...reading } = job;
  const files: CheckedFile[] = [];
  const findings: Finding[] = [];
  let problem: Problem | null = null;
  try {
    const bytes = job.bytes ?? (await readInput(job.file, job.limits.bytes));
    for await (const read of readDocuments(bytes, kind, { ...reading, file: shownPath(job.file), onPage })) {
      findings.push(...checkedBy(read, settings));
      files.push(checkedFile(read));
    }
  } catch (error) {
    if (!(error instanceof EvalxError) || error.code === 'rule-crashed') throw error;
    problem = {
      code: error.code,
      severity: 'error',
      message: say(error.said, { lang: settings.lang, names: 'flags' }),
      page: null,
    };
  }
  return { files, findings, problem };
}

/** The findings of one document; a rule that crashes says on which file. */
function checkedBy(read: ReadDocument, settings: ValidationSettings): Finding[] {
  try {
    return validate([read], settings);
  } catch (error) {
    if (!(error instanceof EvalxError)) throw error;
    throw new EvalxError(messageOf('ruleCrashedIn', { file: shownName(read.file, settings.lang), error: error.said }), {
      cause: error.cause,
    });
  }
}

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

import { isHolder, isUnread } from '../../contract/diagnostics.js';
import type { CheckedFile, Finding, Language, Problem } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { readInput } from '../../files/input.js';
import { sayWithFlags } from '../../messages/say.js';
import { shownPath } from '../../text/path-bytes.js';
import { checkDocuments } from '../../validator/validate.js';
import type { CheckJob, CheckWork, OnPage } from './jobs.js';
import { type ReadDocument, readDocuments } from './read-documents.js';

/**
 * Checks the documents of one input; of each only its findings and the names of its forms are kept. Where a rule crashes the
 * document counts as not read, and what the other rules have found is kept.
 */
export async function checkWork(job: CheckJob, onPage: OnPage): Promise<CheckWork> {
  const { settings, kind, ...reading } = job;
  const files: CheckedFile[] = [];
  const findings: Finding[] = [];
  let problem: Problem | null = null;
  try {
    const bytes = job.bytes ?? (await readInput(job.file, job.limits.bytes));
    for await (const read of readDocuments(bytes, kind, { ...reading, file: shownPath(job.file), onPage })) {
      if ('error' in read) {
        const { file, error } = read;
        files.push({ file, read: false, reports: [], problems: [problemOf(error, settings.lang)] });
        continue;
      }
      const { findings: found, crashes } = checkDocuments([read], settings);
      for (const finding of found) findings.push(finding);
      files.push(checkedFile(read, crashes, settings.lang));
    }
  } catch (error) {
    if (!(error instanceof EvalxError)) throw error;
    problem = problemOf(error, settings.lang);
  }
  return { files, findings, problem };
}

const problemOf = ({ code, said }: EvalxError, lang: Language): Problem => ({
  code,
  severity: 'error',
  message: sayWithFlags(said, lang),
  page: null,
});

function checkedFile(
  { file, document: { reports, diagnostics } }: ReadDocument,
  crashes: readonly EvalxError[],
  lang: Language,
): CheckedFile {
  const told = diagnostics.map(
    ({ code, severity, message, page }): Problem => ({
      code,
      severity: code === 'no-form-found' ? 'error' : severity,
      message,
      page,
    }),
  );
  return {
    file,
    // Where no form was found there was nothing to check, and nothing has passed. What is attached is checked by itself.
    read: (reports.length > 0 || isHolder(diagnostics)) && !isUnread(diagnostics) && crashes.length === 0,
    reports: reports.map(({ title, project, pages }) => ({ title, name: project.name, page: pages[0] ?? null })),
    problems: [...told, ...crashes.map((crash) => problemOf(crash, lang))],
  };
}

import { dirname } from 'node:path';
import type { AcceptedFinding, CheckedFile, Finding, Language, Problem } from '../../contract/findings.js';
import { acceptFindings } from '../../corrections/accept.js';
import { correctRead } from '../../corrections/correct-read.js';
import type { KnownCorrections } from '../../corrections/find.js';
import { EvalxError } from '../../errors.js';
import { readInput } from '../../files/input.js';
import { sayWithFlags } from '../../messages/say.js';
import { shownPath } from '../../text/path-bytes.js';
import { checkedForm } from '../../validator/checked-form.js';
import { hasGaps } from '../../validator/diagnostics.js';
import { digestsOf, type FormDigest } from '../../validator/run/form-digest.js';
import { checkDocuments, type ValidationSettings } from '../../validator/validate.js';
import type { CheckJob, CheckWork, CorrectedDocument, OnPage } from './jobs.js';
import { type ReadDocument, readDocuments } from './read-documents.js';

/**
 * Checks the documents of one input; of each only its findings and the names of its forms are kept. Where a rule crashes the
 * document counts as not read, and what the other rules have found is kept.
 */
export async function checkWork(job: CheckJob, onPage: OnPage, known: KnownCorrections | null): Promise<CheckWork> {
  const { settings, input, ...reading } = job;
  const files: CheckedFile[] = [];
  const findings: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  const corrected: CorrectedDocument[] = [];
  const forms: FormDigest[] = [];
  let [problem, isLasting]: [Problem | null, boolean] = [null, true];
  try {
    const bytes = job.bytes ?? (await readInput(job.file, job.limits.bytes));
    for await (const read of readDocuments(bytes, input, { ...reading, file: shownPath(job.file), onPage })) {
      if ('error' in read) {
        const { file, error } = read;
        files.push({ file, read: false, reports: [], problems: [problemOf(error, settings.lang)] });
        continue;
      }
      const { sha256 } = read.document.source;
      const own = known?.of(dirname(job.file), sha256);
      const right = correctRead(read, own, settings);
      const { findings: found, crashes } = checkDocuments([right], settings);
      const parted = acceptFindings(found, own?.accepted ?? []);
      for (const finding of parted.open) findings.push(finding);
      for (const finding of parted.accepted) accepted.push(finding);
      const fields = Object.keys(right.document.corrected ?? {}).length;
      if (own) corrected.push({ sha256, fields, accepted: parted.accepted.length });
      for (const form of digestsOf(right.file, right.document, right.places)) forms.push(form);
      // Which engine is installed, and how long it may take, differ from machine to machine.
      isLasting &&= !right.document.diagnostics.some(({ code }) => code.startsWith('page-'));
      files.push(checkedFile(right, crashes, settings));
    }
  } catch (error) {
    if (!(error instanceof EvalxError)) throw error;
    problem = problemOf(error, settings.lang);
  }
  isLasting &&= problem === null && files.every(({ read }) => read);
  return { files, findings, accepted, problem, corrected, forms, isLasting };
}

const problemOf = ({ code, said }: EvalxError, lang: Language): Problem => ({
  code,
  severity: 'error',
  message: sayWithFlags(said, lang),
  page: null,
});

function checkedFile(
  { file, document }: ReadDocument,
  crashes: readonly EvalxError[],
  { severities, lang }: ValidationSettings,
): CheckedFile {
  return {
    file,
    read: !hasGaps(document, severities) && crashes.length === 0,
    reports: document.reports.map(checkedForm),
    problems: crashes.map((crash) => problemOf(crash, lang)),
  };
}

import { dirname } from 'node:path';
import { applyCorrections } from '../../../corrections/apply.js';
import type { KnownCorrections } from '../../../corrections/find.js';
import { eachDocument } from '../../../each-document.js';
import { EvalxError } from '../../../errors.js';
import { readInput } from '../../../files/input.js';
import { diagnosticMessages } from '../../../output/message.js';
import { parse } from '../../../parse.js';
import { formEntries } from '../../../review/entries.js';
import type { FormEntry } from '../../../review/review-types.js';
import { shownPath } from '../../../text/path-bytes.js';
import { documentOutcome, type Outcome, worstOf } from '../../terminal/exit-code.js';
import { failure, shownName } from '../../terminal/failure.js';
import type { OnPage, ReviewJob, ReviewWork } from '../jobs.js';

/** Reads a file, and the PDFs that are attached to it, for a review. */
export async function reviewWork(job: ReviewJob, onPage: OnPage, known: KnownCorrections | null): Promise<ReviewWork> {
  const { file: path, bytes: given, settings, ...options } = job;
  const bytes = given ?? (await readInput(path, job.limits.bytes));
  const documents: ReviewWork['documents'][number][] = [];
  const forms: FormEntry[] = [];
  const outcomes: Outcome[] = [];
  let said = '';
  for await (const { file, result } of eachDocument(bytes, { ...options, file: shownPath(path), onPage }, parse)) {
    const where = shownName(file, job.lang);
    if (result instanceof EvalxError) {
      const { text, outcome } = failure(where, result, job.lang);
      said += text;
      outcomes.push(outcome);
      continue;
    }
    const document = { ...result.document, evidence: Object.fromEntries(result.places) };
    const own = known?.of(dirname(path), document.source.sha256);
    const { corrections = [], accepted = [] } = own ?? {};
    documents.push({ file, document, corrections, accepted });
    forms.push(...formEntries(applyCorrections(document, corrections).document, settings, accepted));
    said += diagnosticMessages(where, document.diagnostics, job.lang).join('');
    outcomes.push(documentOutcome(document));
  }
  return { documents, forms, said, outcome: worstOf(outcomes) };
}

import { eachDocument } from '../../each-document.js';
import { EvalxError } from '../../errors.js';
import { readInput } from '../../files/input.js';
import { diagnosticMessages } from '../../output/message.js';
import type { ReadingOptions } from '../../pages/reading-options.js';
import type { Attachment } from '../../reader/objects/attachment.js';
import { shownPath } from '../../text/path-bytes.js';
import { documentOutcome, worstOf } from '../terminal/exit-code.js';
import { failure, shownName } from '../terminal/failure.js';
import type { FileJob, OnPage, Work } from './jobs.js';

type Diagnostics = Parameters<typeof documentOutcome>[0];

/** Reads a file and the PDFs that are attached to it; what `write` makes of each is written, and what is wrong with one said. */
export async function documentWorks<Result extends { readonly attached: readonly Attachment[] }>(
  job: FileJob,
  onPage: OnPage,
  read: (bytes: Uint8Array, options: ReadingOptions & { readonly file: string }) => Promise<Result>,
  write: (file: string, result: Result) => { readonly written: string | Uint8Array } & Diagnostics,
): Promise<Work> {
  const { file: path, bytes: given, ...options } = job;
  const bytes = given ?? (await readInput(path, job.limits.bytes));
  const works: {
    readonly written: readonly (string | Uint8Array)[];
    readonly said: string;
    readonly outcome: Work['outcome'];
  }[] = [];
  for await (const { file, result } of eachDocument(bytes, { ...options, file: shownPath(path), onPage }, read)) {
    const where = shownName(file, job.lang);
    if (result instanceof EvalxError) {
      const { text, outcome } = failure(where, result, job.lang);
      works.push({ written: [], said: text, outcome });
      continue;
    }
    const { written, diagnostics } = write(file, result);
    const said = diagnosticMessages(where, diagnostics, job.lang).join('');
    works.push({ written: [written], said, outcome: documentOutcome({ diagnostics }) });
  }
  return {
    written: works.flatMap((work) => work.written),
    said: works.map((work) => work.said).join(''),
    outcome: worstOf(works.map((work) => work.outcome)),
  };
}

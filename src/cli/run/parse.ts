import type { CorrectionsFlags } from '../corrections/flags.js';
import { findCorrections } from '../corrections/sources.js';
import { tellCorrections } from '../corrections/tell.js';
import { limitsOf, type ReadingFlags, readingOptions } from '../options/reading.js';
import type { Outcome } from '../terminal/exit-code.js';
import type { Messages } from '../terminal/messages.js';
import type { CorrectedDocument } from '../thread/jobs.js';
import { withReadingThread } from '../thread/reading-thread.js';
import { writeFiles } from './write-files.js';

export interface ParseFlags extends ReadingFlags, CorrectionsFlags {
  readonly evidence?: true;
  readonly format: 'json' | 'jsonl';
}

/** Parses the files and writes a document for each that could be read. @throws {EvalxError} `config-invalid`. */
export async function parseFiles(
  files: readonly string[],
  flags: ParseFlags,
  messages: Messages,
): Promise<readonly Outcome[]> {
  const job = { ...readingOptions(flags, messages.lang), evidence: flags.evidence === true };
  const corrections = await findCorrections(files, flags, messages);
  const corrected: CorrectedDocument[] = [];
  const outcomes = await withReadingThread(
    'parse',
    limitsOf(flags),
    (thread) =>
      writeFiles(files, flags, messages, async (file, { style: usual, onPage }) => {
        const style = flags.format === 'jsonl' ? 'line' : usual;
        const work = await thread.do('parse', { ...job, file, style }, onPage);
        corrected.push(...(work.corrected ?? []));
        return work;
      }),
    corrections,
  );
  tellCorrections(corrections, corrected, messages);
  return outcomes;
}

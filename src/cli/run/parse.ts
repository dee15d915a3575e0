import { limitsOf, type ReadingFlags, readingOptions } from '../options/reading.js';
import type { Outcome } from '../terminal/exit-code.js';
import type { Messages } from '../terminal/messages.js';
import { withReadingThread } from '../thread/reading-thread.js';
import { writeFiles } from './write-files.js';

export interface ParseFlags extends ReadingFlags {
  readonly evidence?: true;
}

/** Parses the files and writes a document for each that could be read. */
export function parseFiles(
  files: readonly string[],
  flags: ParseFlags,
  messages: Messages,
): Promise<readonly Outcome[]> {
  const job = { ...readingOptions(flags, messages.lang), evidence: flags.evidence === true };
  return withReadingThread('parse', limitsOf(flags), (thread) =>
    writeFiles(files, flags, messages, (file, { style, onPage }) =>
      thread.do('parse', { ...job, file, style }, onPage),
    ),
  );
}

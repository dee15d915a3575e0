import { TABLE_WRITERS, type TableFormat } from '../../output/tables/formats.js';
import { limitsOf, type ReadingFlags, readingOptions } from '../options/reading.js';
import type { Outcome } from '../terminal/exit-code.js';
import type { Messages } from '../terminal/messages.js';
import { withReadingThread } from '../thread/reading-thread.js';
import { writeFiles } from './write-files.js';

export interface TableFlags extends ReadingFlags {
  readonly format: TableFormat;
}

/** Writes the tables of each file that could be read. */
export function tableFiles(
  files: readonly string[],
  flags: TableFlags,
  messages: Messages,
): Promise<readonly Outcome[]> {
  const { format } = flags;
  const job = { ...readingOptions(flags, messages.lang), format };
  return withReadingThread('tables', limitsOf(flags), (thread) =>
    writeFiles(files, { ...flags, frame: TABLE_WRITERS[format] }, messages, (file, { style, onPage }) =>
      thread.do('tables', { ...job, file, style }, onPage),
    ),
  );
}

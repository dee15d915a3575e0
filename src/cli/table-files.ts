import { readInput } from '../files/input.js';
import { diagnosticMessages } from '../output/message.js';
import { TABLE_WRITERS, type TableFormat } from '../output/tables.js';
import { findTables } from '../tables.js';
import { documentOutcome, type Outcome } from './exit-code.js';
import { displayName } from './failure.js';
import type { Messages } from './messages.js';
import { type ReadingFlags, readingOptions } from './reading.js';
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
  const writer = TABLE_WRITERS[flags.format];
  return writeFiles(files, { ...flags, frame: writer }, messages, async (file, { style, onPage }) => {
    const { tables, diagnostics } = await findTables(await readInput(file), { onPage, ...readingOptions(flags) });
    return {
      written: writer.write({ file, tables, diagnostics }, style),
      said: diagnosticMessages(displayName(file), diagnostics).join(''),
      outcome: documentOutcome({ diagnostics }),
    };
  });
}

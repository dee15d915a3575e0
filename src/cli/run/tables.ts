import type { TablesDocument } from '../../contract/tables.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { message } from '../../output/message.js';
import { TABLE_WRITERS, type TableFormat } from '../../output/tables/formats.js';
import { limitsOf, type ReadingFlags, readingOptions } from '../options/reading.js';
import type { Outcome } from '../terminal/exit-code.js';
import type { Messages } from '../terminal/messages.js';
import { withReadingThread } from '../thread/reading-thread.js';
import { type WriteOptions, writeFiles } from './write-files.js';

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
    writeFiles(files, { ...flags, ...shapeOf(format, messages) }, messages, (file, { style, onPage }) =>
      thread.do('tables', { ...job, file, style }, onPage),
    ),
  );
}

const shapeOf = (format: TableFormat, messages: Messages): WriteOptions =>
  format === 'xlsx'
    ? { whole: (documents) => workbookOf(documents as readonly string[], messages) }
    : { frame: TABLE_WRITERS[format] };

async function workbookOf(documents: readonly string[], { lang, say }: Messages): Promise<Uint8Array> {
  const { tablesXlsx } = await import('../../output/tables/xlsx.js');
  const { bytes, cut } = await tablesXlsx(
    documents.map((document) => JSON.parse(document) as TablesDocument),
    lang,
  );
  for (const { sheet, cell, length } of cut) {
    say(message(sheet, sayWithFlags(messageOf('tableTextCut', { length, cell }), lang)));
  }
  return bytes;
}

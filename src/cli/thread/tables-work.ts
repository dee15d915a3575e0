import { readInput } from '../../files/input.js';
import { diagnosticMessages } from '../../output/message.js';
import { TABLE_WRITERS } from '../../output/tables/formats.js';
import { findTables } from '../../tables.js';
import { shownPath } from '../../text/path-bytes.js';
import { documentOutcome } from '../terminal/exit-code.js';
import { displayName } from '../terminal/failure.js';
import type { OnPage, TablesJob, Work } from './jobs.js';

export async function tablesWork(job: TablesJob, onPage: OnPage): Promise<Work> {
  const { file, format, style, ...reading } = job;
  const bytes = job.bytes ?? (await readInput(file, job.limits.bytes));
  const { tables, diagnostics } = await findTables(bytes, { ...reading, onPage });
  return {
    written: TABLE_WRITERS[format].write({ file: shownPath(file), tables, diagnostics }, style, job.lang),
    said: diagnosticMessages(displayName(file, job.lang), diagnostics, job.lang).join(''),
    outcome: documentOutcome({ diagnostics }),
  };
}

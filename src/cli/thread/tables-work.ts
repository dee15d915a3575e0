import { TABLE_WRITERS } from '../../output/tables/formats.js';
import { findTables } from '../../tables.js';
import { documentWorks } from './document-works.js';
import type { OnPage, TablesJob, Work } from './jobs.js';

export const tablesWork = ({ format, style, ...job }: TablesJob, onPage: OnPage): Promise<Work> =>
  documentWorks(job, onPage, findTables, (file, { tables, diagnostics }) => ({
    written: TABLE_WRITERS[format].write({ file, tables, diagnostics }, style, job.lang),
    diagnostics,
  }));

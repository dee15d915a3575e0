import { TABLE_WRITERS } from '../../output/tables/formats.js';
import { tablesJson } from '../../output/tables/json.js';
import { findTables } from '../../tables.js';
import { documentWorks } from './document-works.js';
import type { OnPage, TablesJob, Work } from './jobs.js';

export const tablesWork = ({ format, style, ...job }: TablesJob, onPage: OnPage): Promise<Work> =>
  documentWorks(job, onPage, findTables, (file, { tables, diagnostics }) => ({
    // A workbook is made where all documents are.
    written: (format === 'xlsx' ? tablesJson : TABLE_WRITERS[format]).write(
      { file, tables, diagnostics },
      style,
      job.lang,
    ),
    diagnostics,
  }));

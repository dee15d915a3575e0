import type { TableWriter } from './table-writer.js';
import { tablesCsv } from './tables-csv.js';
import { tablesHtml } from './tables-html.js';
import { tablesJson } from './tables-json.js';
import { tablesMarkdown } from './tables-markdown.js';

export type TableFormat = 'json' | 'csv' | 'markdown' | 'html';

/** Every format of tables; the command line's choices are the keys. */
export const TABLE_WRITERS = {
  json: tablesJson,
  csv: tablesCsv,
  markdown: tablesMarkdown,
  html: tablesHtml,
} satisfies Record<TableFormat, TableWriter>;

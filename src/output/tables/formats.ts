import { tablesCsv } from './csv.js';
import { tablesHtml } from './html.js';
import { tablesJson } from './json.js';
import { tablesMarkdown } from './markdown.js';
import type { TableWriter } from './writer.js';

export type TableFormat = 'json' | 'csv' | 'markdown' | 'html';

/** Every format of tables; the command line's choices are the keys. */
export const TABLE_WRITERS = {
  json: tablesJson,
  csv: tablesCsv,
  markdown: tablesMarkdown,
  html: tablesHtml,
} satisfies Record<TableFormat, TableWriter>;

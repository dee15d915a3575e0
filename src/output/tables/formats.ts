import { tablesCsv } from './csv.js';
import { tablesHtml } from './html.js';
import { tablesJson } from './json.js';
import { tablesMarkdown } from './markdown.js';
import type { TableWriter } from './writer.js';

/** Every format of tables that is text: a document can be written before the next one is read. */
export const TABLE_WRITERS = {
  json: tablesJson,
  csv: tablesCsv,
  markdown: tablesMarkdown,
  html: tablesHtml,
} satisfies Record<string, TableWriter>;

/** A workbook is made of all documents at once. */
export type TableFormat = keyof typeof TABLE_WRITERS | 'xlsx';

/** The command line's choices. */
export const TABLE_FORMATS: readonly string[] = [...Object.keys(TABLE_WRITERS), 'xlsx'];

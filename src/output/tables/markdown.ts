import { escapeMarkdown, printable } from '../escape.js';
import { textRows } from './text-rows.js';
import type { TableWriter } from './writer.js';

/** Pipe tables, as GitHub reads them; the first row is the header, since they cannot do without one. */
export const tablesMarkdown: TableWriter = {
  fileMark: '',
  head: '',
  between: '\n',
  tail: '',
  write: ({ tables }) => tables.map((table) => pipeTable(textRows(table))).join('\n'),
};

function pipeTable(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows.map((row) => row.map(cellText));
  return [header, header.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |\n`).join('');
}

/** Text that stays text, with its lines. */
const cellText = (text: string): string => printable(text).split('\n').map(escapeMarkdown).join('<br>');

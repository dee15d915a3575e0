import { printable } from './escape.js';
import type { TableWriter } from './table-writer.js';
import { textRows } from './text-rows.js';

/** Pipe tables, as GitHub reads them; the first row is the header, since they cannot do without one. */
export const tablesMarkdown: TableWriter = {
  fileMark: '',
  head: '',
  between: '\n',
  tail: '',
  write: ({ tables }) => tables.map((table) => pipeTable(textRows(table))).join('\n'),
};

function pipeTable(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows.map((row) => row.map(escapeMarkdown));
  return [header, header.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |\n`).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text that stays text: no cell ends, no code, no emphasis, no link, no HTML. */
const escapeMarkdown = (text: string): string =>
  printable(text)
    .replace(/[\\`|*_[\]~&<>]/g, (char) => ENTITIES[char] ?? `\\${char}`)
    .replaceAll('\n', '<br>');

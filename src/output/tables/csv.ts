import { escapeFormula, printable } from '../escape.js';
import { textRows } from './text-rows.js';
import type { TableWriter } from './writer.js';

/** RFC 4180. */
const END = '\r\n';

/** Tables one under another with an empty line between. Excel takes a file for UTF-8 only where it has a mark. */
export const tablesCsv: TableWriter = {
  fileMark: '\ufeff',
  head: '',
  between: END,
  tail: '',
  write: ({ tables }) => tables.map((table) => textRows(table).map(record).join('')).join(END),
};

/** A record of one empty field is quoted: otherwise it would be an empty line. */
function record(texts: readonly string[]): string {
  const line = texts.map(field).join(',');
  return `${line === '' ? '""' : line}${END}`;
}

function field(text: string): string {
  const safe = escapeFormula(printable(text));
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

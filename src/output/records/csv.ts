import { escapeFormula, printable } from '../escape.js';
import { flat, type Headers, headersOf, type RecordTable, type RecordValue } from './record.js';

/** How a file of CSV begins: the mark by which Excel knows UTF-8, and the header. */
export const csvHead = (table: RecordTable, headers: Headers): string =>
  `\ufeff${csvLines([headersOf(table, headers)])}`;

/**
 * Rows as lines of CSV, each with CRLF behind it. Text that a spreadsheet would run as a formula has an apostrophe before
 * it; numbers are as they are, null is empty, lists and maps are JSON.
 */
export const csvLines = (rows: readonly (readonly RecordValue[])[]): string =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');

function field(value: RecordValue): string {
  const plain = flat(value);
  if (plain === null) return '';
  if (typeof plain !== 'string') return String(plain);
  const text = escapeFormula(printable(plain));
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What would end a field or a line. */
const QUOTED = /[",\r\n]/;

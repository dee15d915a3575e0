import type { Duplex } from 'node:stream';
import { format } from 'fast-csv';
import { escapeFormula, printable } from '../escape.js';
import { flat, type Headers, headersOf, type RecordTable, type RecordValue } from './record.js';

/**
 * A stream that takes rows of a table and gives the bytes of its CSV: UTF-8 with the mark by which Excel knows it, the header,
 * CRLF. Text that a spreadsheet would run as a formula has an apostrophe before it; numbers are as they are, null is empty, lists
 * and maps are JSON.
 */
export function recordsCsv(table: RecordTable, headers: Headers): Duplex {
  const stream = format<readonly RecordValue[], readonly ReturnType<typeof field>[]>({
    writeBOM: true,
    rowDelimiter: '\r\n',
    includeEndRowDelimiter: true,
    transform: (row: readonly RecordValue[]) => row.map(field),
  });
  stream.write(headersOf(table, headers));
  return stream;
}

function field(value: RecordValue) {
  const plain = flat(value);
  return typeof plain === 'string' ? escapeFormula(printable(plain)) : plain;
}

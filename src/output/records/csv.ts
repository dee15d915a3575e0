import type { Duplex } from 'node:stream';
import { format } from 'fast-csv';
import { escapeFormula, printable } from '../escape.js';
import type { CellValue } from '../xlsx/cell-value.js';
import { type Headers, headersOf, type RecordTable } from './record.js';

/**
 * A stream that takes rows of a table and gives the bytes of its CSV: UTF-8 with a byte order mark, the header, CRLF.
 * Text that a spreadsheet would run as a formula has an apostrophe before it; numbers are as they are, null is empty.
 */
export function recordsCsv(table: RecordTable, headers: Headers): Duplex {
  const stream = format<readonly CellValue[], readonly CellValue[]>({
    writeBOM: true,
    rowDelimiter: '\r\n',
    includeEndRowDelimiter: true,
    transform: (row: readonly CellValue[]) => row.map(field),
  });
  stream.write(headersOf(table, headers));
  return stream;
}

const field = (value: CellValue): CellValue => (typeof value === 'string' ? escapeFormula(printable(value)) : value);

import type { CellValue } from '../xlsx/cell-value.js';
import { type ColumnKind, type Headers, headersOf, type RecordTable } from './record.js';

/** The types of Parquet; numbers are doubles, as they are in the document. */
const TYPES = {
  text: 'STRING',
  number: 'DOUBLE',
  rate: 'DOUBLE',
  integer: 'INT64',
  boolean: 'BOOLEAN',
} as const satisfies Record<ColumnKind, string>;

/** A table with its rows as a Parquet file. Texts are as they were read; every column may hold null. */
export async function recordsParquet(
  table: RecordTable,
  rows: readonly (readonly CellValue[])[],
  headers: Headers,
): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const names = headersOf(table, headers);
  const columnData = table.columns.map(({ kind }, index) => ({
    name: names[index] as string,
    type: TYPES[kind],
    data: rows.map((row) => typed(row[index] ?? null, kind)),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'evalx' }));
}

const typed = (value: CellValue, kind: ColumnKind): CellValue | bigint =>
  kind === 'integer' && typeof value === 'number' ? BigInt(value) : value;

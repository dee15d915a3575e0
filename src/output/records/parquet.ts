import type { SchemaElement } from 'hyparquet-writer';
import { type ColumnKind, type Headers, headersOf, type RecordTable, type RecordValue } from './record.js';

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
/** Numbers are doubles, as they are in the document. */
const SIMPLE: Partial<Record<ColumnKind, object>> = {
  text: TEXT,
  number: { type: 'DOUBLE' },
  rate: { type: 'DOUBLE' },
  integer: { type: 'INT64' },
  boolean: { type: 'BOOLEAN' },
};
const INTEGERS = { type: 'INT64' } as const;

/** The elements of a column: a list and a map are groups, as the format lays down. Every column may hold null. */
function elementsOf(name: string, kind: ColumnKind): SchemaElement[] {
  switch (kind) {
    case 'integers':
      return list(name, INTEGERS);
    case 'numbers':
      return list(name, { type: 'DOUBLE' });
    case 'names':
      return list(name, TEXT);
    case 'texts':
      return map(name, [{ name: 'value', repetition_type: 'OPTIONAL', ...TEXT }]);
    case 'indices':
      return map(name, list('value', INTEGERS));
    default:
      return [{ name, repetition_type: 'OPTIONAL', ...SIMPLE[kind] } as SchemaElement];
  }
}

const list = (name: string, of: object): SchemaElement[] => [
  { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { name: 'element', repetition_type: 'OPTIONAL', ...of } as SchemaElement,
];

const map = (name: string, value: readonly SchemaElement[]): SchemaElement[] => [
  { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'MAP' },
  { name: 'key_value', repetition_type: 'REPEATED', num_children: 2 },
  { name: 'key', repetition_type: 'REQUIRED', ...TEXT },
  ...value,
];

/** A table with its rows as a Parquet file. Texts are as they were read. */
export async function recordsParquet(
  table: RecordTable,
  rows: readonly (readonly RecordValue[])[],
  headers: Headers,
): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const names = headersOf(table, headers);
  const columnData = table.columns.map(({ kind }, index) => ({
    name: names[index] as string,
    data: rows.map((row) => typed(row[index] ?? null, kind)),
  }));
  const columns = table.columns.flatMap(({ kind }, index) => elementsOf(names[index] as string, kind));
  const schema = [{ name: 'root', num_children: table.columns.length }, ...columns];
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, createdBy: 'evalx' }));
}

/** Integers as the format takes those of 64 bits. */
function typed(value: RecordValue, kind: ColumnKind): unknown {
  if (value === null) return null;
  if (kind === 'integer') return BigInt(value as number);
  if (kind === 'integers') return integers(value as readonly number[]);
  if (kind !== 'indices') return value;
  return Object.entries(value as Readonly<Record<string, readonly number[]>>).map(([key, list]) => [
    key,
    integers(list),
  ]);
}

const integers = (list: readonly number[]): bigint[] => list.map(BigInt);

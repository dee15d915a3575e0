import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { recordsParquet } from '../../../src/output/records/parquet.js';
import { headersOf, type RecordTable } from '../../../src/output/records/record.js';
import { RECORD_TABLES } from '../../../src/output/records/tables.js';
import type { CellValue } from '../../../src/output/xlsx/cell-value.js';
import { diagnostic, documentOf, failed, finding, HOSTILE, report, result } from './sample.js';

async function readBack(table: RecordTable, rows: readonly CellValue[][], headers: 'en' | 'zh' = 'en') {
  const bytes = await recordsParquet(table, rows, headers);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const schema = parquetMetadata(file).schema.slice(1);
  return { columns: schema.map(({ name, type }) => [name, type]), rows: await parquetReadObjects({ file }) };
}

const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);

describe('Parquet of records', () => {
  it.each(Object.entries(RECORD_TABLES))('reads back the table of %s', async (_, table) => {
    const document = {
      ...documentOf('a.pdf', report()),
      diagnostics: [diagnostic(), diagnostic({ page: null, bbox: null })],
    };
    const inputs = [result({ document, findings: [finding(), finding({ page: null, bbox: null })] }), failed];
    const rows = inputs.flatMap((input) => table.rows(input));
    expect(rows.length).toBeGreaterThan(0);
    const read = await readBack(table, rows);
    expect(read.columns.map(([name]) => name)).toEqual(headersOf(table, 'en'));
    expect(read.rows.map((row) => Object.values(row).map(plain))).toEqual(rows);
  });

  it('has the types of the columns', async () => {
    const table = RECORD_TABLES.indicators;
    const { columns } = await readBack(table, table.rows(result()), 'zh');
    expect(Object.fromEntries(columns)).toMatchObject({
      报告编号: 'BYTE_ARRAY',
      序号: 'INT64',
      得分: 'DOUBLE',
      核心指标: 'BOOLEAN',
    });
    const funds = await readBack(RECORD_TABLES.funds, RECORD_TABLES.funds.rows(result()));
    expect(Object.fromEntries(funds.columns)).toMatchObject({ executionRate: 'DOUBLE' });
  });

  it('leaves texts as they are, but halves of surrogate pairs', async () => {
    const table: RecordTable = {
      ...RECORD_TABLES.files,
      columns: [{ key: 'text', zh: '文字', kind: 'text', width: 9 }],
    };
    const { rows } = await readBack(table, [...HOSTILE.map((text) => [text]), [null]]);
    const expected = HOSTILE.map((text) => text.replace(/\p{Surrogate}/gu, '�'));
    expect(rows.map(({ text }) => text)).toEqual([...expected, null]);
  });

  it('has its columns where there is no row', async () => {
    const { columns, rows } = await readBack(RECORD_TABLES.findings, []);
    expect(columns.map(([name]) => name)).toEqual(headersOf(RECORD_TABLES.findings, 'en'));
    expect(rows).toEqual([]);
  });
});

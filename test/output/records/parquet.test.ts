import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { recordsParquet } from '../../../src/output/records/parquet.js';
import { headersOf, type RecordTable, type RecordValue } from '../../../src/output/records/record.js';
import { RECORD_TABLES } from '../../../src/output/records/tables.js';
import { diagnostic, documentOf, EVIDENCE, failed, finding, HOSTILE, indicator, report, result } from './sample.js';

async function readBack(table: RecordTable, rows: readonly RecordValue[][], headers: 'en' | 'zh' = 'en') {
  const bytes = await recordsParquet(table, rows, headers);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const schema = parquetMetadata(file).schema.slice(1);
  const top = schema.filter(({ name }) => headersOf(table, headers).includes(name));
  return { schema, columns: top.map(({ name, type }) => [name, type]), rows: await parquetReadObjects({ file }) };
}

/** Integers as numbers; the reader has undefined for a list or map that is not there. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

describe('Parquet of records', () => {
  it.each(Object.entries(RECORD_TABLES))('reads back the table of %s', async (_, table) => {
    const document = {
      ...documentOf('a.pdf', report()),
      diagnostics: [diagnostic(), diagnostic({ page: null, bbox: null })],
    };
    const inputs = [
      result({ document, evidence: EVIDENCE, findings: [finding(), finding({ page: null, bbox: null })] }),
      failed,
    ];
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

  it('has lists and maps as such, whatever their texts', async () => {
    const extra = Object.fromEntries(HOSTILE.map((text, index) => [`${index}${text}`, text]));
    const shared = { weight: [0, 1], actual: [0, 1, 2] };
    const document = documentOf('a.pdf', report({ extra, indicators: [indicator({ shared, extra }), indicator()] }));
    const said = result({ document, findings: [finding()] });
    const { indicators, reports, findings } = RECORD_TABLES;
    const kept = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');
    const read = Object.fromEntries(Object.entries(extra).map(([key, text]) => [kept(key), kept(text)]));
    const forms = await readBack(reports, reports.rows(said));
    expect(forms.rows[0]).toMatchObject({ pages: [1n, 2n], extra: read });
    expect(forms.rows[0]?.['corrected'] ?? null).toBeNull();
    const rates = await readBack(indicators, indicators.rows(said));
    expect(rates.rows.map((row) => [plain(row['shared']), plain(row['extra'])])).toEqual([
      [shared, read],
      [null, null],
    ]);
    expect((await readBack(findings, findings.rows(said))).rows[0]).toMatchObject({ bbox: [72, 90.5, 100, 110] });
    const groups = (schema: typeof forms.schema) =>
      schema.flatMap(({ name, converted_type: type }) => (type === 'LIST' || type === 'MAP' ? [[name, type]] : []));
    expect(groups(forms.schema)).toEqual([
      ['pages', 'LIST'],
      ['extra', 'MAP'],
      ['corrected', 'LIST'],
    ]);
    expect(groups(rates.schema)).toEqual([
      ['shared', 'MAP'],
      ['value', 'LIST'],
      ['extra', 'MAP'],
      ['corrected', 'LIST'],
      ['rowBbox', 'LIST'],
    ]);
  });

  it('has its columns where there is no row', async () => {
    const { columns, rows } = await readBack(RECORD_TABLES.findings, []);
    expect(columns.map(([name]) => name)).toEqual(headersOf(RECORD_TABLES.findings, 'en'));
    expect(rows).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { headersOf, type RecordTable } from '../../../src/output/records/record.js';
import { RECORD_TABLES } from '../../../src/output/records/tables.js';
import { type FilledTable, recordsXlsx } from '../../../src/output/records/xlsx.js';
import { MAX_CELL_TEXT } from '../../../src/output/xlsx/text.js';
import { type Element, elements } from '../markup.js';
import { readXlsx } from '../xlsx-reader.js';
import { diagnostic, documentOf, failed, finding, HOSTILE, indicator, report, result } from './sample.js';

const LIMITS = { rows: 1000, cells: 10000 };

const texts: RecordTable = {
  ...RECORD_TABLES.files,
  columns: [
    { key: 'text', zh: '文字', kind: 'text', width: 9 },
    { key: 'amount', zh: '金额', kind: 'number', width: 12 },
    { key: 'rate', zh: '率', kind: 'rate', width: 9 },
    { key: 'core', zh: '核心', kind: 'boolean', width: 9 },
  ],
};

const some = result({
  document: {
    ...documentOf('a.pdf', report(), report({ indicators: [indicator({ target: '007' })] })),
    diagnostics: [diagnostic(), diagnostic({ severity: 'error', page: null, bbox: null })],
  },
  findings: [finding(), finding({ severity: 'info', page: null, bbox: null })],
});
const filled: FilledTable[] = Object.values(RECORD_TABLES).map((table) => ({
  table,
  rows: [some, failed].flatMap((one) => table.rows(one)),
}));

async function written(tables: readonly FilledTable[], headers: 'en' | 'zh' = 'en', limits = LIMITS) {
  const { bytes, cut } = await recordsXlsx(tables, headers, limits);
  return { sheets: readXlsx(bytes), cut };
}

describe('the workbook of records', () => {
  it('has a sheet for each table, with its headers and rows', async () => {
    const { sheets, cut } = await written(filled);
    expect(sheets.map(({ name }) => name)).toEqual([
      'reports',
      'funds',
      'indicators',
      'findings',
      'diagnostics',
      'files',
    ]);
    expect(cut).toEqual([]);
    for (const [index, { table, rows }] of filled.entries()) {
      const width = table.columns.length;
      const read = sheets[index]?.rows.map((row) => [...row, ...new Array(width - row.length).fill(null)]);
      expect(read).toEqual([headersOf(table, 'en'), ...rows]);
    }
  });

  it('has Chinese names too', async () => {
    const { sheets } = await written(filled, 'zh');
    expect(sheets.map(({ name }) => name)).toEqual(['项目', '资金', '指标', '问题', '诊断', '文件']);
    expect(sheets[1]?.rows[0]).toEqual(headersOf(RECORD_TABLES.funds, 'zh'));
  });

  it('writes numbers as numbers, rates as per cent, codes as text, nothing as nothing', async () => {
    const rows = [
      ['007', -3.5, 0.935, true],
      ['51000021R000000019951', 0, 1, false],
      [null, null, null, null],
    ];
    const { cells } = (await written([{ table: texts, rows }])).sheets[0] ?? {};
    expect(cells).toMatchObject({
      A2: { value: '007', format: '@' },
      B2: { value: -3.5, format: null },
      C2: { value: 0.935, format: '0.00%' },
      D2: { value: true },
      A3: { value: '51000021R000000019951', format: '@' },
      B3: { value: 0, format: null },
      C3: { value: 1, format: '0.00%' },
      D3: { value: false },
    });
    expect(Object.entries(cells ?? {}).filter(([address, { value }]) => /4$/.test(address) && value !== null)).toEqual(
      [],
    );
  });

  it('keeps the header in sight, with a filter and widths', async () => {
    const { xml } = (await written([{ table: texts, rows: [['a', 1, 1, null]] }])).sheets[0] ?? {};
    expect(xml && elements(xml, 'autoFilter')[0]?.attributes).toEqual({ ref: 'A1:D2' });
    expect(xml && elements(xml, 'pane')[0]?.attributes).toMatchObject({ ySplit: '1', state: 'frozen' });
    expect(xml && elements(xml, 'col').map(({ attributes }) => Number(attributes['width']) >= 9)).toEqual(
      new Array(4).fill(true),
    );
    const order = xml && (xml.children.at(-1) as { children: { name: string }[] }).children.map(({ name }) => name);
    expect(order).toEqual(['sheetViews', 'cols', 'sheetData', 'autoFilter']);
  });

  it('colours findings and diagnostics by severity, and nothing else', async () => {
    const { sheets } = await written(filled);
    const rules = sheets.map(({ xml }) => elements(xml, 'conditionalFormatting'));
    expect(rules.map((found) => found.length)).toEqual([0, 0, 0, 3, 3, 0]);
    expect(rules[3]?.map(({ attributes }) => attributes['sqref'])).toEqual(new Array(3).fill('A2:I3'));
    expect(rules[3]?.map((rule) => elements(rule, 'formula')[0]?.children[0])).toEqual([
      '$D2="error"',
      '$D2="warning"',
      '$D2="info"',
    ]);
    expect(rules[4]?.map(({ attributes }) => attributes['sqref'])).toEqual(new Array(3).fill('A2:K3'));
    expect(elements(rules[4]?.[0] as Element, 'formula')[0]?.children[0]).toBe('$J2="error"');
    const names = sheets[3]?.xml && (sheets[3].xml.children.at(-1) as { children: { name: string }[] }).children;
    expect(names?.findIndex(({ name }) => name === 'autoFilter')).toBeLessThan(
      names?.findIndex(({ name }) => name === 'conditionalFormatting') ?? 0,
    );
  });

  it('runs nothing, and breaks at nothing that XML cannot hold', async () => {
    const rows = HOSTILE.map((text) => [text, 1, null, null]);
    const { sheets } = await written([{ table: texts, rows }]);
    expect(elements(sheets[0]?.xml as never, 'f')).toEqual([]);
    expect(sheets[0]?.rows.slice(1).map(([text]) => text)).toEqual(
      HOSTILE.map((text) =>
        text === 'NUL\u0000BEL\u0007\u000b\uffff'
          ? 'NULBEL'
          : text === 'lone\ud800surrogate\udc00'
            ? 'lonesurrogate'
            : text,
      ),
    );
  });

  it('cuts what no cell can hold, marks it and names it', async () => {
    const fits = 'a'.repeat(MAX_CELL_TEXT);
    const long = `${'b'.repeat(MAX_CELL_TEXT - 6)}𠮷𠮷𠮷𠮷`;
    const { sheets, cut } = await written([
      {
        table: texts,
        rows: [
          [fits, 1, null, null],
          [long, 1, null, null],
        ],
      },
    ]);
    expect(cut).toEqual([{ sheet: 'files', cell: 'A3', length: MAX_CELL_TEXT + 2 }]);
    expect(sheets[0]?.cells['A2']).toMatchObject({ value: fits, format: null });
    expect(sheets[0]?.cells['A3']?.value).toBe(`${'b'.repeat(MAX_CELL_TEXT - 6)}…[截断]`);
  });

  it('goes on in another sheet where one is full', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => [`${index}`, index, null, null]);
    const byRows = await written([{ table: texts, rows }], 'en', { rows: 3, cells: 10000 });
    expect(byRows.sheets.map(({ name }) => name)).toEqual(['files', 'files 2', 'files 3']);
    expect(byRows.sheets.flatMap((sheet) => sheet.rows.slice(1).map(([text]) => text))).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
    ]);
    expect(byRows.sheets.every((sheet) => sheet.rows.length <= 3 && sheet.rows[0]?.[0] === 'text')).toBe(true);
    const byCells = await written([{ table: texts, rows }], 'en', { rows: 1000, cells: 16 });
    expect(byCells.sheets.map((sheet) => sheet.rows.length)).toEqual([5, 2]);
  });

  it('has a header where there is no row', async () => {
    const { sheets } = await written([{ table: RECORD_TABLES.findings, rows: [] }]);
    expect(sheets[0]?.rows).toEqual([headersOf(RECORD_TABLES.findings, 'en')]);
  });
});

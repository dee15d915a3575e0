import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PdfTable } from '../../../src/contract/tables.js';
import { printable } from '../../../src/output/escape.js';
import { numberCell } from '../../../src/output/tables/number.js';
import { tablesXlsx } from '../../../src/output/tables/xlsx.js';
import { elements } from '../markup.js';
import { readXlsx } from '../xlsx-reader.js';
import { anyRows, HOSTILE, merged, of, plain, table } from './some-tables.js';

const written = async (...tables: PdfTable[]) => readXlsx((await tablesXlsx([of(...tables)], 'en')).bytes);
const sheet = async (...rows: string[][]) => (await written(plain(rows)))[0]?.cells ?? {};

describe('the workbook of tables', () => {
  it('has a sheet for each table, named by number and caption', async () => {
    const captioned = { ...plain([['x']]), caption: '表3 收支/总表（2023年度全部预算单位的收入与支出）' };
    const sheets = await written(plain([['a', 'b']]), captioned);
    expect(sheets.map(({ name }) => name)).toEqual(['1', '2 表3 收支总表（2023年度全部预算单位的收入与支出）']);
    expect(sheets.map(({ rows }) => rows)).toEqual([[['a', 'b']], [['x']]]);
  });

  it('names the file too, where there are several', async () => {
    const [one, two] = ['a/b.pdf', 'c\\d.pdf!e.pdf'].map((file) => ({ ...of(plain([['x']])), file }));
    const { bytes } = await tablesXlsx([one as never, two as never], 'en');
    expect(readXlsx(bytes).map(({ name }) => name)).toEqual(['1 b.pdf', '2 d.pdf!e.pdf']);
  });

  it('merges merged cells, and leaves out what no cell covers', async () => {
    const [first] = await written(merged);
    expect(elements(first?.xml as never, 'mergeCell').map(({ attributes }) => attributes['ref'])).toEqual([
      'A1:A2',
      'B1:C1',
    ]);
    const values = Object.entries(first?.cells ?? {}).flatMap(([at, { value }]) =>
      value === null ? [] : [[at, value]],
    );
    expect(values).toEqual([
      ['A1', '目标'],
      ['B1', '完成情况'],
      ['B2', 18],
      ['A3', 'a'],
      ['C3', 'c'],
    ]);
  });

  it('holds cells that lie over each other, which no workbook can', async () => {
    const [first] = await written(
      table(2, 2, [
        [0, 1, 1, 1, 'b'],
        [0, 0, 2, 2, 'a'],
        [0, 1, 1, 1, 'c'],
      ]),
    );
    expect(first?.rows[0]).toEqual(['a', 'b\nc']);
    expect(elements(first?.xml as never, 'mergeCell')).toEqual([]);
  });

  it('says so where there is no table', async () => {
    expect((await written())[0]?.rows).toEqual([['No table was found.']]);
  });

  it('tells of texts that were cut, and of a table that no sheet can hold', async () => {
    const { cut } = await tablesXlsx([of(plain([['x'.repeat(40_000)]]))], 'en');
    expect(cut).toEqual([{ sheet: '1', cell: 'A1', length: 40_000 }]);
    expect(() => tablesXlsx([of(table(1, 16_385, []))], 'en')).toThrow(
      expect.objectContaining({ code: 'file-unwritable' }),
    );
  });
});

describe('numbers in the workbook', () => {
  it.each([
    ['18', 18, '0'],
    ['-1,234.50', -1234.5, '#,##0.00'],
    ['0.07', 0.07, '0.00'],
    ['98.25%', 0.9825, '0.00%'],
    ['100%', 1, '0%'],
    ['123456789012345', 123456789012345, '0'],
    ['1,234,567', 1234567, '#,##0'],
  ])('%s is one, shown as it is printed', async (text, value, format) => {
    expect(numberCell(text)).toEqual({ value, format });
    // The format `0` and those of per cent are built into workbooks: the reader knows those of its own only.
    expect((await sheet([text]))['A1']?.value).toBe(value);
  });

  it.each([
    '007',
    '00',
    '1234567890123456',
    '110101199003071234',
    '0.123456789012345',
    '12,34',
    '1,23',
    '-0',
    '-0.00',
    '+5',
    '.5',
    '5.',
    '1e5',
    '12 ',
    '１２',
    '2023-05-01',
    '1/2',
    '(12)',
    '－',
    '',
  ])('%j is none', async (text) => {
    expect(numberCell(text)).toBeNull();
    const { value, format } = (await sheet([text, 'x']))['A1'] ?? {};
    expect([value, text === '' ? '@' : format]).toEqual([text === '' ? null : text, '@']);
  });

  it('keep their last digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 11), max: 10 ** 11 }),
        fc.integer({ min: 0, max: 4 }),
        (units, decimals) => {
          const text = (units / 10 ** decimals).toFixed(decimals);
          fc.pre(!/^-0\.?0*$/.test(text));
          const { value } = numberCell(text) ?? {};
          expect(Number(value).toFixed(decimals)).toBe(text);
        },
      ),
    );
  });
});

describe('texts in the workbook', () => {
  it.each([...HOSTILE, '=1+1', '+1+1', '@SUM(A1)', '_x0041_', 'constructor'])('%j is text', async (text) => {
    const cells = await sheet([text]);
    expect(cells['A1']?.value).toBe(printable(text));
  });

  it('are those of the table, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const [first] = await written(plain(rows));
        const kept = (text: string) => printable(text).replace(/\p{Noncharacter_Code_Point}/gu, '');
        const shown = rows.map((row) => row.map((text) => numberCell(text)?.value ?? (kept(text) || null)));
        const read = rows.map((row, r) =>
          row.map((_, c) => first?.rows[r]?.[c] ?? null).map((one) => (one === '' ? null : one)),
        );
        expect(read).toEqual(shown);
      }),
      { numRuns: 50 },
    );
  });
});

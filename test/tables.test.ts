import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type PdfTable, tablesDocumentSchema } from '../src/contract/tables.js';
import { findTables } from '../src/tables.js';
import { expectationOf, fixturePdfs, readExpectation, readFixture } from './fixtures.mjs';

const EXPECTED = '.tables.json';
const pdfs = fixturePdfs().filter((name) => existsSync(expectationOf(name, EXPECTED)));

/** What a fixture says of a table: all but where its cells stand. */
const content = ({ page, rows, cols, cells }: PdfTable) => ({
  page,
  rows,
  cols,
  cells: cells.map(({ row, col, rowSpan, colSpan, text }) => ({ row, col, rowSpan, colSpan, text })),
});

describe('every table of every fixture', () => {
  it('has fixtures', () => {
    expect(pdfs.length).toBeGreaterThan(0);
  });

  it.each(pdfs)('%s', async (name) => {
    const { tables, diagnostics } = await findTables(readFixture(name));
    expect(tables.map(content)).toEqual(readExpectation(name, EXPECTED));
    expect(diagnostics.map((d) => d.code)).toEqual(tables.length === 0 ? ['no-table-found'] : []);
    expect(tablesDocumentSchema.safeParse({ file: name, tables, diagnostics }).error).toBeUndefined();
  });
});

describe('the tables of forms', () => {
  it('are one per form, and cells lie in their table', async () => {
    const { tables } = await findTables(readFixture('reference/reports.pdf'));
    expect(tables.map(({ page, rows, cols }) => [page, rows, cols])).toEqual([
      [1, 25, 9],
      [2, 17, 9],
      [3, 16, 9],
      [4, 18, 9],
    ]);
    for (const { page, bbox, cells, places } of tables) {
      expect(places).toEqual([{ page, bbox }]);
      for (const cell of cells) {
        expect(cell.places).toEqual([{ page, bbox: cell.bbox }]);
        expect(cell.bbox[0]).toBeGreaterThanOrEqual(bbox[0]);
        expect(cell.bbox[1]).toBeGreaterThanOrEqual(bbox[1]);
        expect(cell.bbox[2]).toBeLessThanOrEqual(bbox[2]);
        expect(cell.bbox[3]).toBeLessThanOrEqual(bbox[3]);
      }
    }
  });

  it('go on over pages, with the place of every piece', async () => {
    const { tables } = await findTables(readFixture('hard/pages.pdf'));
    expect(tables).toHaveLength(4);
    const over = tables.filter(({ places }) => places.length > 1);
    expect(over.length).toBeGreaterThan(0);
    for (const { page, places, cells } of over) {
      expect(places[0]?.page).toBe(page);
      expect(places.map((place) => place.page)).toEqual(places.map((_, i) => page + i));
      expect(cells.some((cell) => cell.places.length > 1)).toBe(true);
    }
  });

  it('can be had of some pages only', async () => {
    const { tables } = await findTables(readFixture('reference/reports.pdf'), { pages: [3] });
    expect(tables.map(({ page, rows }) => [page, rows])).toEqual([[3, 16]]);
  });

  it('are not said to be missing where a page was not read', async () => {
    const { tables, diagnostics } = await findTables(readFixture('bad/scan.pdf'));
    expect(tables).toEqual([]);
    expect(diagnostics.map((d) => d.code)).toEqual(['page-without-text']);
  });

  it('are not looked for in what is no PDF', async () => {
    await expect(findTables(readFixture('bad/text.pdf'))).rejects.toThrow(
      expect.objectContaining({ code: 'not-a-pdf' }),
    );
  });
});

import fc from 'fast-check';
import type { PdfTable, TableCell, TablesDocument } from '../../../src/contract/tables.js';

type Placed = readonly [row: number, col: number, rowSpan: number, colSpan: number, text: string];

export function table(rows: number, cols: number, cells: readonly Placed[], pages: readonly number[] = [1]): PdfTable {
  const bbox: [number, number, number, number] = [0, 0, 10, 10];
  const places = pages.map((page) => ({ page, bbox }));
  return {
    page: pages[0] as number,
    bbox,
    caption: null,
    rows,
    cols,
    places,
    cells: cells.map(([row, col, rowSpan, colSpan, text]): TableCell => {
      return { row, col, rowSpan, colSpan, text, bbox, places };
    }),
  };
}

/** 3 x 3: a label over two rows, a header over two columns, and a place that no cell covers. */
export const merged = table(3, 3, [
  [0, 0, 2, 1, '目标'],
  [0, 1, 1, 2, '完成情况'],
  [1, 1, 1, 1, '18'],
  [1, 2, 1, 1, ''],
  [2, 0, 1, 1, 'a'],
  [2, 2, 1, 1, 'c'],
]);

/** A table without merged cells. */
export const plain = (rows: readonly (readonly string[])[]): PdfTable =>
  table(
    rows.length,
    rows[0]?.length ?? 0,
    rows.flatMap((texts, row) => texts.map((text, col): Placed => [row, col, 1, 1, text])),
  );

export const of = (...tables: readonly PdfTable[]): TablesDocument => ({
  file: 'a.pdf',
  tables: [...tables],
  diagnostics: [],
});

/** What a hostile PDF may say in a cell. */
export const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '<script>alert(1)</script>',
  ']]>',
  '--><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '&amp;&#x41;',
  '| a | b |',
  '`code` **bold** [link](javascript:alert(1)) ~~x~~ \\',
  'two\nlines\r\nand\rmore',
  '\u001b]0;title\u0007\u009b31m\u202eabc\u0000\ud800\ufffe',
  'a,b;"c"\t\'d\'',
  '绩效目标　（一）①％㎡',
];

/** Any text at all, and often text that means something to somebody. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'<>&"\'|`\\=+-@＝\t\r\n,; a0行\u0000\u001b\u202e\ud800') }),
  fc.constantFrom(...HOSTILE),
);

/** Rows of one length. */
export const anyRows = fc
  .integer({ min: 1, max: 5 })
  .chain((cols) => fc.array(fc.array(anyText, { minLength: cols, maxLength: cols }), { minLength: 1, maxLength: 5 }));

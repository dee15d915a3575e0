import { describe, expect, it } from 'vitest';
import { layoutPage } from '../../../src/layout/page.js';
import { stitch } from '../../../src/layout/stitch/stitch.js';
import type { Glyph, PageContent, Ruling } from '../../../src/reader/reader-types.js';

/** A table on a page of 400 x 400 points: columns of 100 points, rows of 20, its cells written as texts or null. */
function page(
  number: number,
  top: number,
  cells: (string | null)[][],
  lines: [y: number, text: string][] = [],
): PageContent {
  const rulings: Ruling[] = [];
  const glyphs: Glyph[] = [];
  const write = (text: string, x: number, y: number): void => {
    for (const [i, char] of [...text].entries()) {
      const box = { x0: x + i * 10, x1: x + (i + 1) * 10, y0: y, y1: y + 10 };
      glyphs.push({ text: char, box, size: 10, angle: 0, vertical: false });
    }
  };
  const cols = cells[0]?.length ?? 0;
  for (let row = 0; row <= cells.length; row++) {
    for (let col = 0; col < cols; col++) {
      // A null cell goes on from the one above: no ruling between them.
      if (cells[row]?.[col] === null) continue;
      rulings.push({ axis: 'h', at: top + row * 20, from: 20 + col * 100, to: 120 + col * 100, width: 1 });
    }
  }
  for (let col = 0; col <= cols; col++) {
    rulings.push({ axis: 'v', at: 20 + col * 100, from: top, to: top + cells.length * 20, width: 1 });
  }
  for (const [row, texts] of cells.entries()) {
    for (const [col, text] of texts.entries()) if (text) write(text, 22 + col * 100, top + row * 20 + 5);
  }
  for (const [y, text] of lines) write(text, 22, y);
  return { number, width: 400, height: 400, glyphs, rulings, edges: [], images: [], unreadableGlyphs: 0 };
}

const read = (...pages: PageContent[]): string[] =>
  stitch(pages.map((p) => layoutPage(p).layout)).flatMap((block) =>
    block.kind === 'line'
      ? [`line ${block.text}`]
      : [
          `table ${block.rows}x${block.cols} on ${block.places.map((p) => p.page).join()}`,
          ...block.cells.map((c) => `${c.row}+${c.rowSpan} ${c.col} ${c.text} @${c.places.map((p) => p.page).join()}`),
        ],
  );

describe('a table over a page break', () => {
  it('goes on where it stands at the bottom and at the top', () => {
    expect(
      read(
        page(1, 340, [
          ['甲', '1', '2'],
          ['乙', '3', '4'],
        ]),
        page(2, 20, [['丙', '5', '6']]),
      ),
    ).toEqual([
      'table 3x3 on 1,2',
      '0+1 0 甲 @1',
      '0+1 1 1 @1',
      '0+1 2 2 @1',
      '1+1 0 乙 @1',
      '1+1 1 3 @1',
      '1+1 2 4 @1',
      '2+1 0 丙 @2',
      '2+1 1 5 @2',
      '2+1 2 6 @2',
    ]);
  });
  it('ends at a text between its parts, but not at page numbers and repeated headers', () => {
    const first = page(
      1,
      340,
      [['甲', '1', '2']],
      [
        [10, '年报'],
        [385, '1'],
      ],
    );
    const second = page(
      2,
      40,
      [['乙', '3', '4']],
      [
        [10, '年报'],
        [385, '2'],
      ],
    );
    expect(read(first, second)[1]).toBe('table 2x3 on 1,2');
    expect(
      read(first, page(2, 40, [['乙', '3', '4']], [[25, '新的一节']])).filter((l) => l.startsWith('table')),
    ).toEqual(['table 1x3 on 1', 'table 1x3 on 2']);
  });
  it('drops header rows that are printed again', () => {
    const header = ['名称', '分值', '得分'];
    expect(read(page(1, 340, [header, ['甲', '1', '2']]), page(2, 20, [header, ['乙', '3', '4']]))[0]).toBe(
      'table 3x3 on 1,2',
    );
  });
  it('joins a row that the break cuts: texts go on, single lines stand in one half', () => {
    const rows = read(
      page(1, 360, [['一二三四五六七八九', '10', '因疫情影响未能开']]),
      page(2, 20, [['十', '', '展']]),
    );
    expect(rows).toEqual([
      'table 1x3 on 1,2',
      '0+1 0 一二三四五六七八九十 @1,2',
      '0+1 1 10 @1,2',
      '0+1 2 因疫情影响未能开展 @1,2',
    ]);
  });
  it('keeps rows apart that both hold numbers', () => {
    expect(read(page(1, 360, [['一二三四五六七八九', '10', '']]), page(2, 20, [['十', '5', '']]))[0]).toBe(
      'table 2x3 on 1,2',
    );
  });
  it('joins a merged cell whose other piece is empty or says the same again', () => {
    for (const again of ['', '产出']) {
      const rows = read(
        page(1, 340, [
          ['产出', '甲', '1'],
          [null, '乙', '2'],
        ]),
        page(2, 20, [
          [again, '丙', '3'],
          [null, '丁', '4'],
        ]),
      );
      expect(rows).toContain('0+4 0 产出 @1,2');
    }
  });
  it('starts a new table where the next part begins like the first one, with other values', () => {
    const form = (name: string): string[][] => [
      ['项目名称', name, ''],
      ['总分', '100', '90'],
    ];
    expect(read(page(1, 340, form('甲')), page(2, 20, form('乙'))).filter((l) => l.startsWith('table'))).toHaveLength(
      2,
    );
  });
});

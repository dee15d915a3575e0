import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/layout/lines.js';
import { layoutPage } from '../../../src/layout/page.js';
import type { Glyph, PageContent, Ruling } from '../../../src/reader/reader-types.js';

const text = (word: string, x0: number, row: number, x1 = x0 + 5 * word.length): Glyph[] =>
  [...word].map((char, i) => ({
    ...{ text: char, size: 10, angle: 0, vertical: false },
    box: {
      x0: x0 + ((x1 - x0) * i) / word.length,
      x1: x0 + ((x1 - x0) * (i + 1)) / word.length,
      y0: 105 + 20 * row,
      y1: 115 + 20 * row,
    },
  }));
/** Numbers that end at a place. */
const numbers = (row: number, ...ends: [string, number][]): Glyph[] =>
  ends.flatMap(([word, x1]) => text(word, x1 - 5 * word.length, row));
/** Rows of 20 points between level lines; upright ones at the sides and behind the labels. */
const read = (rows: Glyph[][]): string[] => {
  const ys = Array.from({ length: rows.length + 1 }, (_, i) => 100 + 20 * i);
  const line = (axis: 'h' | 'v', at: number, from: number, to: number): Ruling => ({ axis, at, from, to, width: 0.5 });
  const page: PageContent = {
    ...{ number: 1, width: 500, height: 500, edges: [], images: [], unreadableGlyphs: 0 },
    glyphs: rows.flat(),
    rulings: [
      ...ys.map((y) => line('h', y, 40, 440)),
      ...[40, 140, 440].map((x) => line('v', x, 100, ys.at(-1) as number)),
    ],
  };
  const [table] = layoutPage(page).sheets[0]?.tables ?? [];
  return rows.map((_, row) =>
    (table?.cells ?? [])
      .filter((cell) => cell.row === row)
      .map((cell) => (cell.colSpan > 1 ? `${textOf(cell)}+${cell.colSpan}` : textOf(cell)))
      .join('|'),
  );
};
const label = (row: number): Glyph[] => text('东县', 45, row, 65);
const head = [...label(0), ...text('预算', 205, 0, 225), ...text('执行', 305, 0, 325), ...text('比例', 405, 0, 425)];
const three = (row: number): Glyph[] => [...label(row), ...numbers(row, ['120.5', 230], ['18', 330], ['9.5', 430])];

describe('a drawn column that holds several of text', () => {
  it('is parted where the gaps of three cells are one over another, and numbers are', () => {
    expect(read([head, three(1), three(2)])).toEqual(['东县|预算|执行|比例', '东县|120.5|18|9.5', '东县|120.5|18|9.5']);
    expect(read([head, three(1)])).toEqual(['东县|预算 执行 比例', '东县|120.5 18 9.5']);
  });
  it('keeps blanks, where 0.6 of its cells have texts side by side', () => {
    const single = (row: number): Glyph[] => [...label(row), ...numbers(row, ['18', 330])];
    expect(read([head, three(1), three(2), single(3), single(4)])[4]).toBe('东县||18|');
    expect(read([head, three(1), three(2), single(3), single(4), single(5)])[5]).toBe('东县|18');
  });
  it('has a heading that is centred over its columns, or runs across one of five lines, as one cell', () => {
    const first = (word: string, x0: number, count: number): string | undefined => {
      const rows = Array.from({ length: count }, (_, i) => three(i + 1));
      return read([[...label(0), ...text(word, x0, 0)], ...rows])[0];
    };
    expect(first('单位', 280, 3)).toBe('东县|单位+3');
    expect(first('单位', 296, 3)).toBe('东县||单位|');
    const long = '各单位上年和本年全部资金的预算和执行';
    expect(first(long, 200, 4)).toBe(`东县|${long}+2|`);
    expect(first(long, 200, 3)).toBe(`东县|${long}`);
  });
  it('stays one where its texts are words, or stand anywhere', () => {
    const words = (row: number): Glyph[] => [
      ...label(row),
      ...text('张三', 205, row, 225),
      ...text('李四', 305, row, 325),
    ];
    expect(read([words(0), words(1), words(2), words(3)])[3]).toBe('东县|张三 李四');
    const loose = (row: number): Glyph[] => [
      ...label(row),
      ...numbers(row, ['18', 190 + 12 * row], ['9.5', 330 + 17 * row]),
    ];
    expect(read([loose(0), loose(1), loose(2), loose(3)])[3]).toBe('东县|18 9.5');
  });
});

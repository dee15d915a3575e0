import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/grid/grid-types.js';
import { ruledGrids } from '../../../src/grid/ruled-grids.js';
import { fillGrids } from '../../../src/layout/ruled/fill.js';
import type { Glyph } from '../../../src/reader/reader-types.js';
import { page, read } from '../ruled-page.js';

const h = (at: number, from: number, to: number): Segment => ({ axis: 'h', at, from, to });
const v = (at: number, from: number, to: number): Segment => ({ axis: 'v', at, from, to });

/** Two cells, from 0 to 50 and from 50 to 100. */
const { grids } = ruledGrids([h(0, 0, 100), h(40, 0, 100), v(0, 0, 40), v(50, 0, 40), v(100, 0, 40)]);

const glyph = (text: string, x: number, size = 10, y = 10): Glyph => ({
  text,
  box: { x0: x, x1: x + size, y0: y, y1: y + size },
  size,
  angle: 0,
  vertical: false,
});

/** The texts of the two cells. */
const texts = (...glyphs: Glyph[]) =>
  fillGrids(grids, glyphs).tables[0]?.cells.map((cell) => cell.lines.map(({ text }) => text).join(''));

describe('a word that runs over the edge of its cell', () => {
  it('stays whole where the ruling runs through a glyph by more than 0.15 of the size', () => {
    expect(texts(glyph('甲', 36), glyph('乙', 48.4))).toEqual(['甲乙', '']);
    expect(texts(glyph('甲', 36), glyph('乙', 48.6))).toEqual(['甲', '乙']);
  });

  it('is one up to a gap of 0.3 of the size', () => {
    expect(texts(glyph('甲', 34), glyph('乙', 46.9))).toEqual(['甲乙', '']);
    expect(texts(glyph('甲', 34), glyph('乙', 47.1))).toEqual(['甲', '乙']);
  });

  it('is one up to a difference of 0.3 in size', () => {
    expect(texts(glyph('甲', 36), glyph('乙', 47, 12.9))).toEqual(['甲乙', '']);
    expect(texts(glyph('甲', 36), glyph('乙', 47, 13.1))).toEqual(['甲', '乙']);
  });

  it('is one where its glyphs are no more than 0.2 of the size higher or lower', () => {
    expect(texts(glyph('甲', 36), glyph('乙', 47, 10, 11.9))).toEqual(['甲乙', '']);
    expect(texts(glyph('甲', 36), glyph('乙', 47, 10, 12.1))).toEqual(['甲', '乙']);
  });
});

/** A text drawn by one operator from x on, each character as wide as the size. */
const text = (chars: string, x: number, order: number, size = 10, y = 10): Glyph[] =>
  [...chars].map((char, i) => ({ ...glyph(char, x + i * size, size, y), order }));

describe('a text that is one run', () => {
  it('stays whole in the cell in which it starts, where it runs over into an empty one', () => {
    expect(texts(...text('二三年底前完工', 2, 1))).toEqual(['二三年底前完工', '']);
    // A script of its own has a font, and an operator, of its own: the pen goes on where it stands.
    expect(texts(...text('年月日前至', 2, 1), ...text('12', 52, 2))).toEqual(['年月日前至12', '']);
  });

  it('stays whole in the cell in which it ends, where it is aligned to its end', () => {
    expect(texts(...text('二三年底前完', 39, 1))).toEqual(['', '二三年底前完']);
    // Neither end is near a border: it is what starts in the first cell.
    expect(texts(...text('二三年底', 15, 1))).toEqual(['二三年底', '']);
  });

  it('stays whole in the cell around whose middle it stands', () => {
    const { grids: three } = ruledGrids([
      ...[h(0, 0, 150), h(40, 0, 150)],
      ...[v(0, 0, 40), v(50, 0, 40), v(100, 0, 40), v(150, 0, 40)],
    ]);
    const cells = (x: number) =>
      fillGrids(three, text('二三年底前完工并', x, 1)).tables[0]?.cells.map(({ lines }) => lines[0]?.text ?? '');
    expect(cells(35)).toEqual(['', '二三年底前完工并', '']);
    expect(cells(32)).toEqual(['二三年底前完工并', '', '']);
  });

  it('is cut where the other cell holds a text of its own, and says so', () => {
    const tables = fillGrids(grids, [...text('二三年底前完工', 0, 1), ...text('甲', 60, 2, 10, 25)]).tables;
    expect(tables[0]?.cells.map(({ lines, cut }) => [lines.map((line) => line.text).join('/'), cut])).toEqual([
      ['二三年底前', true],
      ['完工/甲', true],
    ]);
  });

  it('stays whole where it is printed over the other text, and says so', () => {
    const [table] = fillGrids(grids, [...text('二三年底前完工', 2, 1), ...text('甲', 62, 2, 10, 12)]).tables;
    expect(table?.cells.map(({ lines, cut }) => [lines.map((line) => line.text).join('/'), cut])).toEqual([
      ['二三年底前完工', true],
      ['甲', true],
    ]);
  });

  it('sticks out of its cell by up to 0.6 of the size, whatever stands beside it', () => {
    const beside = text('甲', 70, 2, 10, 25);
    const cuts = (x: number) =>
      fillGrids(grids, [...text('“二三', x, 1), ...beside]).tables[0]?.cells.map(({ lines, cut }) => [
        lines.map((line) => line.text).join('/'),
        cut,
      ]);
    expect(cuts(44.1)).toEqual([
      ['', undefined],
      ['“二三/甲', undefined],
    ]);
    // The border runs through it still, but it may as well be the end of the text before.
    expect(cuts(43.9)).toEqual([
      ['', true],
      ['“二三/甲', true],
    ]);
    expect(cuts(40)).toEqual([
      ['“', true],
      ['二三/甲', true],
    ]);
  });
});

describe('texts that almost touch', () => {
  it('are two where another operator draws the second beside the pen', () => {
    expect(texts(...text('10', 32, 1), ...text('82', 52.8, 2))).toEqual(['10', '82']);
    // A bracket hangs over the border.
    expect(texts(...text('甲）', 36, 1), ...text('16', 57, 2))).toEqual(['甲）', '16']);
    // The same, drawn by one operator: it sticks out by half of the bracket.
    expect(texts(...text('甲）', 35, 1))).toEqual(['甲）', '']);
  });

  it('are two where the border stands between them and another operator draws the same script', () => {
    expect(texts(...text('年月日前至', 0, 1), ...text('完工后', 50, 2))).toEqual(['年月日前至', '完工后']);
    // Producers that draw glyph by glyph say nothing by it.
    const byGlyph = text('年月日前至完工后', 2, 1).map((one, i) => ({ ...one, order: i }));
    expect(texts(...byGlyph)).toEqual(['年月日前至完工后', '']);
  });

  it('are two where the gap at the border is wider than those between other glyphs', () => {
    const row = (gap: number) => [...text('年月日', 19, 1), ...text('前至', 49 + gap, 1)];
    expect(texts(...row(1.9))).toEqual(['年月日前至', '']);
    expect(texts(...row(2.1))).toEqual(['年月日', '前至']);
  });

  it('are two where a wide space stands between them at the border', () => {
    const row = (width: number) => [
      ...text('年月日', 18, 1),
      { ...glyph(' ', 48, 10), box: { x0: 48, x1: 48 + width, y0: 10, y1: 20 }, order: 1 },
      ...text('前至', 48 + width, 1),
    ];
    expect(texts(...row(6.9))).toEqual(['年月日 前至', '']);
    expect(texts(...row(7.1))).toEqual(['年月日 ', '前至']);
  });

  describe('and are drawn with their row by one operator', () => {
    /** Two columns and rows of 20 points: amounts end 0.2 points before the border, texts begin 0.2 behind it, but for some. */
    const cells = (gap: number, centred = 2) => {
      const rows = 3 + centred;
      const lines = Array.from({ length: rows + 1 }, (_, i) => h(20 * i, 0, 100));
      const { grids: two } = ruledGrids([...lines, ...[0, 50, 100].map((x) => v(x, 0, 20 * rows))]);
      const row = (i: number, amount: number, words: number) => [
        ...text('74', amount, i, 10, 20 * i + 5),
        ...text('待供', words, i, 10, 20 * i + 5),
      ];
      const glyphs = [
        ...text('7440', 10 - gap / 2, 0, 10, 5),
        ...text('待供电', 50 + gap / 2, 0, 10, 5),
        ...row(1, 29.8, 54),
        ...row(2, 29.8, 54),
        ...text('待供', 50.2, 1, 10, 22),
        ...text('待供', 50.2, 2, 10, 42),
        ...Array.from({ length: centred }, (_, i) => row(3 + i, 3 + 0.3 * i, 60 + 0.3 * i)).flat(),
      ];
      return fillGrids(two, glyphs)
        .tables[0]?.cells.slice(0, 2)
        .map(({ lines: own }) => own.map((line) => line.text).join(''));
    };

    it('are two where others of the table keep as far off their borders, and a border has room', () => {
      expect(cells(0.4)).toEqual(['7440', '待供电']);
      expect(cells(0.25)).toEqual(['7440', '待供电']);
      expect(cells(0.15)).toEqual(['7440待供电', '']);
    });

    it('are one where fewer than a tenth of the texts do', () => {
      expect(cells(0.4, 5)).toEqual(['7440', '待供电']);
      expect(cells(0.4, 8)).toEqual(['7440待供电', '']);
    });
  });
});

describe('blanks that end lines', () => {
  /** The texts of cells of one line each, or two: `/` is a new line. */
  const cells = (...written: [string, string]) =>
    fillGrids(
      grids,
      written.flatMap((lines, cell) =>
        lines.split('/').flatMap((line, i) => text(line, 2 + 50 * cell, 1, 10, 3 + 13 * i)),
      ),
    ).tables[0]?.cells.map(({ lines }) => lines.map((line) => line.text).join('/'));

  it('are no spaces in a cell of which each line ends so, down to the last', () => {
    expect(cells('产 /出 ', '指标/数')).toEqual(['产/出', '指标/数']);
    expect(cells('产 /出', '指标/数')).toEqual(['产 /出', '指标/数']);
  });

  it('are none where more than half of the cells end so', () => {
    expect(cells('344 /55米 ', '指标 /数')).toEqual(['344/55米', '指标 /数']);
    expect(cells('344 /55米', '指标 ')).toEqual(['344 /55米', '指标 ']);
    const { grids: three } = ruledGrids([
      ...[h(0, 0, 150), h(40, 0, 150)],
      ...[v(0, 0, 40), v(50, 0, 40), v(100, 0, 40), v(150, 0, 40)],
    ]);
    const glyphs = [
      ...text('344 ', 2, 1, 10, 3),
      ...text('55', 2, 1, 10, 16),
      ...text('数 ', 52, 1),
      ...text('米 ', 102, 1),
    ];
    const table = fillGrids(three, glyphs).tables[0];
    expect(table?.cells.map(({ lines }) => lines.map((line) => line.text).join('/'))).toEqual(['344/55', '数 ', '米 ']);
  });
});

describe('a grid of lines is a table', () => {
  /** Four rows of five cells, of which so many hold text. */
  const tables = (...filled: number[]) =>
    read(
      page(
        1,
        100,
        filled.map((count) => Array.from({ length: 5 }, (_, i) => (i < count ? '甲' : ''))),
      ),
    ).filter((line) => line.startsWith('table')).length;

  it('where 0.4 of its cells hold text', () => {
    expect(tables(2, 2, 2, 2)).toBe(1);
    expect(tables(2, 2, 2, 1)).toBe(0);
  });

  it('where 0.6 of a row do, its header', () => {
    expect(tables(3, 0, 0, 0)).toBe(1);
    expect(tables(2, 1, 0, 0)).toBe(0);
  });
});

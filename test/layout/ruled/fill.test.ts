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

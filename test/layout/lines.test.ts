import { describe, expect, it } from 'vitest';
import { linesOf, piecesOf } from '../../src/layout/lines.js';
import { layoutPage } from '../../src/layout/page.js';
import type { Glyph } from '../../src/reader/reader-types.js';

/** Each constant of lines from both sides: glyphs of 10 points, each at `x`, some a little lower. */
const glyph = (text: string, x: number, y = 0): Glyph => ({
  text,
  box: { x0: x, x1: x + 10, y0: y, y1: y + 10 },
  size: 10,
  angle: 0,
  vertical: false,
});
const lines = (...glyphs: Glyph[]) => linesOf(glyphs).map(({ text }) => text);
const pieces = (...glyphs: Glyph[]) => piecesOf(glyphs, 0.45).map(({ text }) => text);

describe('a line', () => {
  it('holds what is raised by less than half the size', () => {
    expect(lines(glyph('甲', 0), glyph('乙', 10, 4.9))).toEqual(['甲乙']);
    expect(lines(glyph('甲', 0), glyph('乙', 10, 5.1))).toEqual(['甲', '乙']);
  });

  it('has a space where Latin letters are a fifth of the size apart', () => {
    expect(lines(glyph('a', 0), glyph('b', 11.9))).toEqual(['ab']);
    expect(lines(glyph('a', 0), glyph('b', 12.1))).toEqual(['a b']);
  });

  it('has a space where Chinese is 1.2 times the size apart', () => {
    expect(lines(glyph('甲', 0), glyph('乙', 21.9))).toEqual(['甲乙']);
    expect(lines(glyph('甲', 0), glyph('乙', 22.1))).toEqual(['甲 乙']);
  });

  it('that is spread has a space where a gap is three times the usual one', () => {
    const spread = [glyph('甲', 0), glyph('乙', 15), glyph('丙', 30)];
    expect(lines(...spread, glyph('丁', 40 + 14.9))).toEqual(['甲乙丙丁']);
    expect(lines(...spread, glyph('丁', 40 + 15.1))).toEqual(['甲乙丙 丁']);
  });
});

describe('a blank that a file draws', () => {
  const drawn = (text: string, x: number, width = 10): Glyph => ({
    ...glyph(text, x),
    ...{ box: { x0: x, x1: x + width, y0: 0, y1: 10 }, order: 1 },
  });

  it('is a space where there is room for one, and none under the text', () => {
    expect(lines(drawn('甲', 0), drawn(' ', 10, 4), drawn('乙', 10.6))).toEqual(['甲 乙']);
    expect(lines(drawn('甲', 0), drawn(' ', 10, 4), drawn('乙', 10.4))).toEqual(['甲乙']);
    // What an engine read between them is one.
    expect(lines(glyph('甲', 0), glyph(' ', 8), glyph('乙', 10))).toEqual(['甲 乙']);
  });

  it('is none at the end of a line where it has no width', () => {
    expect(lines(drawn('甲', 0), drawn(' ', 10, 0.6))).toEqual(['甲 ']);
    expect(lines(drawn('甲', 0), drawn(' ', 10, 0.4))).toEqual(['甲']);
  });
});

describe('a piece of a line', () => {
  it('ends at a bare gap of the given width', () => {
    expect(pieces(glyph('甲', 0), glyph('乙', 14.4))).toEqual(['甲乙']);
    expect(pieces(glyph('甲', 0), glyph('乙', 14.6))).toEqual(['甲', '乙']);
  });

  it('ends between Latin words at 0.9 of the size', () => {
    expect(pieces(glyph('a', 0), glyph('b', 18.9))).toHaveLength(1);
    expect(pieces(glyph('a', 0), glyph('b', 19.1))).toHaveLength(2);
  });

  it('goes on over a printed space up to 1.1 of the size', () => {
    expect(pieces(glyph('甲', 0), glyph(' ', 10), glyph('乙', 20.9))).toHaveLength(1);
    expect(pieces(glyph('甲', 0), glyph(' ', 10), glyph('乙', 21.1))).toHaveLength(2);
  });

  it('outside of tables ends at 2.5 of the size', () => {
    const loose = (x: number) => {
      const glyphs = [glyph('甲', 0), glyph('乙', x)];
      const page = {
        number: 1,
        width: 400,
        height: 400,
        glyphs,
        rulings: [],
        edges: [],
        images: [],
        unreadableGlyphs: 0,
      };
      return layoutPage(page).sheets.flatMap((sheet) => sheet.lines);
    };
    expect(loose(34.9)).toHaveLength(1);
    expect(loose(35.1)).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/layout/layout-types.js';
import { agreedPieces } from '../../../src/layout/unruled/agreed-pieces.js';
import { unruledGrids } from '../../../src/layout/unruled/unruled.js';
import { wrappedPairs } from '../../../src/layout/unruled/wraps.js';
import type { Glyph } from '../../../src/reader/reader-types.js';

/** The glyphs of texts of 10 points, each with where it begins and the line in which it stands; ideographs are 10 points wide. */
function glyphs(...texts: [string, number, number][]): Glyph[] {
  return texts.flatMap(([text, x0, line]) => {
    let x = x0;
    return [...text].map((char): Glyph => {
      const from = x;
      x += /\p{Script=Han}/u.test(char) ? 10 : 5;
      const box = { x0: from, x1: x, y0: 20 * line, y1: 20 * line + 10 };
      return { text: char, box, size: 10, angle: 0, vertical: false };
    });
  });
}
const pieces = (...texts: [string, number, number][]): string[] =>
  agreedPieces(glyphs(...texts)).map(({ text }) => text);

describe('texts side by side', () => {
  /** Two texts with a narrow gap, in so many lines. */
  const gutter = (lines: number, gap = 3): [string, number, number][] =>
    Array.from({ length: lines }, (_, i): [string, number, number][] => [
      ['项目', 0, i],
      ['数量', 20 + gap, i],
    ]).flat();
  it('are parted by a narrow gap that runs through three lines', () => {
    expect(pieces(...gutter(3))).toEqual(['项目', '数量', '项目', '数量', '项目', '数量']);
    expect(pieces(...gutter(2))).toEqual(['项目 数量', '项目 数量']);
    expect(pieces(...gutter(3, 1.9))).toEqual(['项目数量', '项目数量', '项目数量']);
  });
  it('not where a text runs across it, nor where they keep no edge', () => {
    expect(
      pieces(
        ...gutter(2),
        ['项目的数量', 0, 2],
        ...gutter(2).map(([t, x, i]): [string, number, number] => [t, x, i + 3]),
      ),
    ).toHaveLength(5);
    const ragged: [string, number, number][] = [0, 1, 2].flatMap((i): [string, number, number][] => [
      ['项目', 4 * i, i],
      ['数量', 4 * i + 24, i],
    ]);
    expect(pieces(...ragged)).toHaveLength(3);
  });
  it('are parted between Latin words, which always have gaps, where it runs through six lines', () => {
    const words = (lines: number) =>
      pieces(
        ...Array.from({ length: lines }, (_, i): [string, number, number][] => [
          ['income', 0, i],
          ['total', 34, i],
        ]).flat(),
      );
    expect(words(6)).toHaveLength(12);
    expect(words(5)).toHaveLength(5);
  });
  it('are parted where at least 0.6 of the lines keep an edge beside the gap', () => {
    const shifted = (...shifts: number[]) =>
      pieces(
        ...shifts.flatMap((shift, i): [string, number, number][] => [
          ['项目', shift, i],
          ['数量', 24.4 + shift, i],
        ]),
      );
    expect(shifted(0, 0, 0, 1.1, 2.2)).toHaveLength(8);
    // Of the first line's place there are two of five, of no other one three.
    expect(shifted(0, 0, 2.2, 1.1, 3.3)).toHaveLength(5);
  });
  it('not between an ideograph and a digit, nor behind the number of a list', () => {
    const lines = (left: string, right: string, gap: number): [string, number, number][] =>
      [0, 1, 2].flatMap((i): [string, number, number][] => {
        const width = [...left].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 10 : 5), 0);
        return [
          [left, 0, i],
          [right, width + gap, i],
        ];
      });
    expect(pieces(...lines('第', '1号', 2.9))).toHaveLength(3);
    expect(pieces(...lines('第', '1号', 3.1))).toHaveLength(6);
    expect(pieces(...lines('1.', '号', 4))).toHaveLength(3);
    expect(pieces(...lines('1', '826', 3))).toHaveLength(3);
  });
  it('are one where two characters are spread over a column that the lines around fill', () => {
    expect(pieces(['指', 0, 0], ['标', 40, 0], ['年末总人口', 0, 1], ['城镇人口', 0, 2])[0]).toBe('指 标');
    expect(pieces(['男', 0, 0], ['女', 40, 0], ['1', 0, 1], ['2', 40, 1])).toHaveLength(4);
  });
  it('are one with the sign of a currency, and without the dots that lead to it', () => {
    expect(pieces(['$', 0, 0], ['36,000', 60, 0])).toEqual(['$ 36,000']);
    expect(pieces(['税收', 0, 0], ['.', 30, 0], ['.', 40, 0], ['.', 50, 0], ['.', 60, 0], ['12', 80, 0])).toEqual([
      '税收',
      '12',
    ]);
  });
});

const line = (text: string, x0: number, x1: number, middle: number): Line => ({
  text,
  size: 10,
  box: { x0, x1, y0: middle - 5, y1: middle + 5 },
});
/** The texts that are joined, with three numbers in a column to show how far rows are apart. */
const joined = (...texts: Line[]): string[] => {
  const numbers = [200, 215, 230].map((y, i) => line(String(i), 300, 320, y));
  return wrappedPairs([...texts, ...numbers].sort((a, b) => a.box.y0 - b.box.y0)).map(
    ({ upper, lower }) => `${upper.text}${lower.text}`,
  );
};

describe('lines as far apart as rows', () => {
  it('are one text where the first had no room for the next word', () => {
    expect(joined(line('一二三四五六七八九', 0, 90, 0), line('十', 0, 85, 15))).toEqual(['一二三四五六七八九十']);
    expect(joined(line('一', 0, 81, 0), line('二', 0, 100, 15))).toEqual([]);
  });
  it('are two where they share no edge, or the second begins with a capital', () => {
    expect(joined(line('total', 0, 90, 0), line('assets', 5, 88, 15))).toEqual(['totalassets']);
    expect(joined(line('total', 0, 90, 0), line('assets', 7, 88, 15))).toEqual([]);
    expect(joined(line('total', 0, 90, 0), line('Assets', 0, 88, 15))).toEqual([]);
    expect(joined(line('total of', 0, 90, 0), line('Assets', 0, 88, 15))).toEqual(['total ofAssets']);
  });
  it('are two under a caption, and where one stands over several', () => {
    expect(joined(line('表3 收入', 0, 90, 0), line('十', 0, 88, 15))).toEqual([]);
    expect(joined(line('人口', 0, 90, 0), line('男', 0, 88, 15), line('女', 80, 170, 15))).toEqual([]);
  });
  it('are one, whatever room there is, where they are closer than rows', () => {
    expect(joined(line('一', 0, 81, 0), line('二', 0, 100, 12.7))).toEqual(['一二']);
    expect(joined(line('一', 0, 81, 0), line('二', 0, 100, 12.8))).toEqual([]);
  });
});

describe('an unruled table', () => {
  const grids = (...texts: [string, number, number][]) =>
    unruledGrids(glyphs(...texts)).map(({ xs, ys }) => `${ys.length - 1}x${xs.length - 1}`);
  const row = (i: number): [string, number, number][] => [
    ['甲乙', 0, i],
    ['12', 60, i],
    ['34', 100, i],
  ];
  it('ends at a caption and at prose', () => {
    expect(grids(...row(0), ...row(1), ...row(2), ['表4', 40, 3], ...row(4), ...row(5), ...row(6))).toEqual([
      '3x3',
      '3x3',
    ]);
    expect(grids(...row(0), ...row(1), ...row(2), ['一二三四五六七八', 0, 3], ...row(4), ...row(5), ...row(6))).toEqual(
      ['3x3', '3x3'],
    );
    expect(grids(...row(0), ...row(1), ...row(2), ['一二三', 0, 3], ...row(4), ...row(5), ...row(6))).toEqual(['7x3']);
  });
  it('has no running head above a title', () => {
    expect(grids(['甲', 0, 0], ['乙', 100, 0], ['题目', 40, 1], ...row(2), ...row(3), ...row(4))).toEqual(['3x3']);
  });
  it('has two columns where they keep their edges in four rows', () => {
    const pair = (i: number, x = 60): [string, number, number][] => [
      ['甲乙', 0, i],
      ['丙丁', x, i],
    ];
    expect(grids(...[0, 1, 2, 3].flatMap((i) => pair(i)))).toEqual(['4x2']);
    expect(grids(...[0, 1, 2].flatMap((i) => pair(i)))).toEqual([]);
    expect(grids(...[0, 1, 2, 3].flatMap((i) => pair(i, 60 + 4 * i)))).toEqual([]);
    const labels = [0, 1, 2, 3].flatMap((i): [string, number, number][] => [
      ['名称：', 0, i],
      ['丙丁', 60, i],
    ]);
    expect(grids(...labels)).toEqual([]);
  });
  it('has headings that span it', () => {
    const [grid] = unruledGrids(glyphs(...row(0), ...row(1), ['一、', 0, 2], ...row(3), ...row(4)));
    expect(grid?.cells.filter(({ row }) => row === 2)).toMatchObject([{ col: 0, colSpan: 3 }]);
  });
});

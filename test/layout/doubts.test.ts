import { describe, expect, it } from 'vitest';
import { doubtsOf, isJoined, withSpilled, withStacked } from '../../src/layout/doubts.js';
import type { Line, PageCell } from '../../src/layout/layout-types.js';
import { linesOf } from '../../src/layout/lines.js';
import type { Glyph } from '../../src/reader/reader-types.js';

/** Each constant of doubts from both sides. Text is of 10 points. */
const line = (text: string, x0: number, x1: number, y0: number, size = 10): Line => ({
  ...{ text, size },
  box: { x0, x1, y0, y1: y0 + size },
});
const bbox = { x0: 0, x1: 100, y0: 0, y1: 40 };

describe('lines of a cell', () => {
  it('stand on each other where half of the lower one lies in the other, over a point at least', () => {
    const doubts = (y: number, x = 0) => doubtsOf({ bbox, lines: [line('甲', 0, 10, 0), line('乙', x, x + 10, y)] });
    expect(doubts(4.9)).toEqual(['overprinted']);
    expect(doubts(5.1)).toEqual([]);
    expect(doubts(2, 8.9)).toEqual(['overprinted']);
    expect(doubts(2, 9.1)).toEqual([]);
  });

  it('are two numbers where the upper one leaves 0.6 of the size beside a padding of 8', () => {
    const doubts = (width: number) =>
      doubtsOf({ bbox: { ...bbox, x1: width }, lines: [line('12', 0, 50, 0), line('34', 0, 50, 15)] });
    expect(doubts(64.1)).toEqual(['stacked']);
    expect(doubts(63.9)).toEqual([]);
  });

  it('are those of several rows where they stand 1.7 times the size apart in three cells', () => {
    const stacked = (count: number, step: number) =>
      withStacked(
        Array.from({ length: count }, (_, col) => ({
          ...{ row: 0, col, rowSpan: 1, colSpan: 1, openBottom: false, bbox },
          lines: [line('甲', 0, 10, 0), line('乙', 0, 10, step)],
        })),
      ).filter((cell) => cell.stacked).length;
    expect([stacked(3, 17.1), stacked(3, 16.9), stacked(2, 17.1)]).toEqual([3, 0, 0]);
  });
});

describe('the text of a merged cell', () => {
  const joined = (ys: number[], ...lines: Line[]) =>
    isJoined({ row: 0, col: 0, rowSpan: ys.length - 1, colSpan: 1 }, lines, {
      ...{ columnsFrom: 'rulings', cells: [] },
      xs: [0, 100],
      ys,
    });
  it('parts at a border in a gap of half of a line', () => {
    expect(joined([0, 12.5, 40], line('甲', 0, 10, 1), line('乙', 0, 10, 16.1))).toBe(true);
    expect(joined([0, 12.5, 40], line('甲', 0, 10, 1), line('乙', 0, 10, 15.9))).toBe(false);
  });
  const at = (middle: number) => line('甲', 0, 10, middle - 5);
  it('is that of its second row where it stands in its middle, give or take 0.15', () => {
    expect(joined([0, 20, 40], at(32.9))).toBe(true);
    expect(joined([0, 20, 40], at(33.1))).toBe(false);
  });
  it('and 0.3 of the height of that row off the middle of the whole', () => {
    expect(joined([0, 12.1, 32.1], at(22.1))).toBe(true);
    expect(joined([0, 11.9, 31.9], at(21.9))).toBe(false);
  });
  it('stands anywhere in more than three rows', () => {
    expect(joined([0, 20, 40, 60], at(50))).toBe(true);
    expect(joined([0, 20, 40, 60, 80], at(70))).toBe(false);
  });
});

describe('a text runs on over the border at 20', () => {
  const cut = (last: number, next: number, x = 0) => {
    const cell = (row: number, y: number, at: number): PageCell => ({
      ...{ row, col: 0, rowSpan: 1, colSpan: 1, openBottom: false },
      bbox: { x0: 0, x1: 100, y0: 20 * row, y1: 20 * row + 20 },
      lines: [line('一二三四五六七八九', at, at + 90, y)],
    });
    return withSpilled([cell(0, last, 0), cell(1, next, x)]).some((one) => one.cut);
  };
  it('where its lines are 1.3 times 1.05 of the size apart', () => {
    expect(cut(8, 21.6)).toBe(true);
    expect(cut(8, 21.7)).toBe(false);
  });
  it('where they begin within a point of each other', () => {
    expect(cut(8, 21, 0.9)).toBe(true);
    expect(cut(8, 21, 1.1)).toBe(false);
  });
  it('where the lower one stands over the border by a fifth of the size', () => {
    expect(cut(0, 17.9)).toBe(true);
    expect(cut(0, 18.1)).toBe(false);
  });
});

describe('a line tells', () => {
  const glyph = (text: string, x: number, y = 0, size = 10): Glyph => ({
    ...{ text, size, angle: 0, vertical: false },
    box: { x0: x, x1: x + size, y0: y, y1: y + size },
  });
  it('where half of a character lies under the next', () => {
    expect(linesOf([glyph('甲', 0), glyph('乙', 4.9)])[0]?.doubts).toEqual(['overprinted']);
    expect(linesOf([glyph('甲', 0), glyph('乙', 5.1)])[0]?.doubts).toBeUndefined();
  });
  it('where a raised digit is smaller than 0.85 of the one before', () => {
    expect(linesOf([glyph('1', 0), glyph('2', 10, -1, 8.4)])[0]?.doubts).toEqual(['raised']);
    expect(linesOf([glyph('1', 0), glyph('2', 10, -1, 8.6)])[0]?.doubts).toBeUndefined();
  });
  it('gaps wider than 0.6 of the size', () => {
    expect(linesOf([glyph('甲', 0), glyph('乙', 16.1)])[0]?.gaps).toEqual([[10, 16.1]]);
    expect(linesOf([glyph('甲', 0), glyph('乙', 15.9)])[0]?.gaps).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/layout/layout-types.js';
import { agreedPieces } from '../../../src/layout/unruled/agreed-pieces.js';
import { centredSpans } from '../../../src/layout/unruled/centred-spans.js';
import { rowsBetweenRules, textRows } from '../../../src/layout/unruled/text-rows.js';
import { unruledGrids } from '../../../src/layout/unruled/unruled.js';
import { wrappedPairs } from '../../../src/layout/unruled/wraps.js';
import type { Glyph } from '../../../src/reader/reader-types.js';

/** Constants of rows of text from both sides. Text is of 10 points. */
const line = (text: string, x0: number, x1: number, middle: number): Line => ({
  ...{ text, size: 10 },
  box: { x0, x1, y0: middle - 5, y1: middle + 5 },
});
/** How many texts go on below, beside numbers that stand 15 points apart. */
const joined = (...texts: Line[]): number => {
  const numbers = [200, 215, 230].map((y, i) => line(String(i), 900, 920, y));
  return wrappedPairs([...texts, ...numbers].sort((a, b) => a.box.y0 - b.box.y0)).length;
};

describe('the next line is another row', () => {
  it('where its first word and 0.3 of the size would have fitted', () => {
    expect(joined(line('一', 0, 85, 0), line('十', 0, 98.1, 15))).toBe(0);
    expect(joined(line('一', 0, 85, 0), line('十', 0, 97.9, 15))).toBe(1);
  });
  it('where 0.6 of the texts had room', () => {
    const pairs = (free: number): Line[] =>
      [0, 150, 300, 450, 600].flatMap((x, i) => [
        line('一', x, x + (i < free ? 81 : 100), 0),
        line('十', x, x + (i < free ? 100 : 85), 15),
      ]);
    expect(joined(...pairs(3))).toBe(0);
    expect(joined(...pairs(2))).toBe(5);
  });
  it('where the next column is more than its first word and four characters away', () => {
    const pair = [line('一', 0, 90, 0), line('十', 0, 85, 15)];
    expect(joined(...pair, line('甲', 140.1, 150, 0))).toBe(0);
    expect(joined(...pair, line('甲', 139.9, 150, 0))).toBe(1);
  });
  it('where it shares no edge, give or take 0.15 of the size', () => {
    expect(joined(line('一', 0, 90, 0), line('十', 7, 91.4, 15))).toBe(1);
    expect(joined(line('一', 0, 90, 0), line('十', 7, 91.6, 15))).toBe(0);
  });
});

describe('rows', () => {
  it('between two rules may be headings, up to 0.4 of them', () => {
    const between = (...counts: number[]) =>
      rowsBetweenRules(counts.flatMap((count, i) => [0, 50].slice(0, count).map((x) => line('文', x, x + 20, 20 * i))))
        .between.length;
    expect(between(2, 1, 2, 1, 2)).toBe(4);
    expect(between(2, 1, 2, 1, 1)).toBe(0);
  });
  it('have 1.4 times their height of room', () => {
    const rows = (m: number) =>
      textRows(
        [...[0, 50].flatMap((x) => [line('文', x, x + 20, 0), line('文', x, x + 20, m)]), line('文', 100, 120, m / 2)],
        [],
      ).rows.length;
    expect(rows(23.9)).toBe(2);
    expect(rows(24.1)).toBe(3);
  });

  /** The rows of each table of three columns whose rows stand so far below each other. */
  const tables = (...gaps: number[]): number[] => {
    let y = 100;
    const ys = [y, ...gaps.map((gap) => (y += 10 + gap))];
    const glyphs = ys.flatMap((y0) =>
      [50, 60, 90, 100, 130, 140].map(
        (x): Glyph => ({
          ...{ text: '文', size: 10, angle: 0, vertical: false },
          box: { x0: x, x1: x + 10, y0, y1: y0 + 10 },
        }),
      ),
    );
    return unruledGrids(glyphs).map((grid) => grid.ys.length - 1);
  };
  it('are those of two tables where the room is 2.5 times the usual, and twice the size', () => {
    expect(tables(10, 10, 24.9, 10, 10)).toEqual([6]);
    expect(tables(10, 10, 25.1, 10, 10)).toEqual([3, 3]);
    expect(tables(5, 5, 19.9, 5, 5)).toEqual([6]);
    expect(tables(5, 5, 20.1, 5, 5)).toEqual([3, 3]);
  });
  it('show what is usual, six on each side', () => {
    const [near, far, further] = [
      [10, 10, 10],
      [14, 14, 14],
      [10, 10, 10],
    ] as const;
    expect(tables(...further, ...far, ...near, 30, 10, 10, ...far, ...further)).toHaveLength(1);
  });
});

describe('texts of a line', () => {
  const pieces = (...texts: [string, number][]) =>
    agreedPieces(
      texts.flatMap(([text, x]) =>
        [...text].map(
          (char, i): Glyph => ({
            ...{ text: char, size: 10, angle: 0, vertical: false },
            box: { x0: x + 10 * i, x1: x + 10 * i + 10, y0: 0, y1: 10 },
          }),
        ),
      ),
    ).map(({ text }) => text);
  it('are one where single characters are up to 1.5 of the size apart, evenly within a quarter', () => {
    expect(pieces(['指', 0], ['标', 24.9], ['值', 49.8])).toHaveLength(1);
    expect(pieces(['指', 0], ['标', 25.1], ['值', 50.2])).toHaveLength(3);
    expect(pieces(['指', 0], ['标', 20], ['值', 42.4])).toHaveLength(1);
    expect(pieces(['指', 0], ['标', 20], ['值', 42.6])).toHaveLength(3);
  });
  it('have four dots at least where they lead', () => {
    expect(pieces(['税收', 0], ['.', 30], ['.', 50], ['12', 80])).toContain('.');
  });
});

describe('a text stands in the middle of three rows or in one', () => {
  it('as it costs less: a tenth for a row left over, half for being as far off as it may', () => {
    const span = (bottom: number) =>
      centredSpans(
        [{ col: 0, lastCol: 0, centre: 30, size: 10 }],
        [
          { top: 5, bottom: 15 },
          { top: 25, bottom: 35 },
          { top: 45, bottom },
        ],
      );
    expect(span(58)).toMatchObject([{ first: 0, last: 2 }]);
    expect(span(58.4)).toMatchObject([{ first: 1, last: 1 }]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/grid/grid-types.js';
import type { Line } from '../../../src/layout/layout-types.js';
import { centredSpans } from '../../../src/layout/unruled/centred-spans.js';
import { rowRuledGrids } from '../../../src/layout/unruled/row-ruled.js';
import { separators } from '../../../src/layout/unruled/separators.js';
import { rowsBetweenRules, textRows } from '../../../src/layout/unruled/text-rows.js';
import { unruledGrids } from '../../../src/layout/unruled/unruled.js';
import type { Glyph } from '../../../src/reader/reader-types.js';

/** Each constant of tables without rulings from both sides. Text is of 10 points. */
const line = (x0: number, x1: number, middle: number, text = '文', size = 10): Line => ({
  text,
  size,
  box: { x0, x1, y0: middle - size / 2, y1: middle + size / 2 },
});
/** How many lines each text of each row has. */
const rows = (...lines: Line[]) => textRows(lines, []).rows.map((row) => row.blocks.map((block) => block.lines.length));

describe('lines wrap', () => {
  it('as far apart as texts eight times their size wide show', () => {
    expect(rows(line(0, 81, 0), line(0, 81, 15))).toEqual([[2]]);
    expect(rows(line(0, 79, 0), line(0, 79, 15))).toEqual([[1], [1]]);
  });

  it('no further apart than 2.2 times their size', () => {
    expect(rows(line(0, 81, 0), line(0, 81, 21.9))).toEqual([[2]]);
    expect(rows(line(0, 81, 0), line(0, 81, 22.1))).toEqual([[1], [1]]);
  });

  it('and no closer than half of it', () => {
    expect(rows(line(0, 81, 0), line(0, 81, 5.1))).toEqual([[2]]);
    expect(rows(line(0, 81, 0), line(0, 81, 4.9))).toEqual([[1, 1]]);
  });

  it('no further apart than 1.12 times the usual distance', () => {
    const paragraph = [line(100, 190, 0), line(100, 190, 15), line(100, 190, 30)];
    expect(rows(...paragraph, line(0, 20, 0), line(0, 20, 16.7))).toEqual([[3, 2]]);
    // Two rows beside one text: it spans both.
    expect(textRows([...paragraph, line(0, 20, 0), line(0, 20, 16.9)], []).spanning).toHaveLength(1);
  });

  it('where their sizes differ by no more than a fifth', () => {
    expect(rows(line(0, 120, 0), line(0, 120, 15, '文', 11.9))).toEqual([[2]]);
    expect(rows(line(0, 120, 0), line(0, 120, 15, '文', 12.1))).toEqual([[1], [1]]);
  });

  it('where half of one is under the other', () => {
    expect(rows(line(0, 100, 0), line(49, 149, 15))).toEqual([[2]]);
    expect(rows(line(0, 100, 0), line(51, 151, 15))).toEqual([[1], [1]]);
  });

  it('between two rules where they are 1.5 times their size apart, whatever they show', () => {
    const cells = (pitch: number) => [0, pitch].flatMap((middle) => [line(0, 20, middle), line(50, 70, middle)]);
    expect(rowsBetweenRules(cells(14.9)).between).toEqual([]);
    expect(rowsBetweenRules(cells(15.1)).between).toEqual([7.55]);
  });

  it('not beside two numbers, whose middles are within 0.35 of the size', () => {
    const spanning = (off: number) =>
      textRows([line(0, 81, 0), line(0, 81, 15), line(100, 120, off, '1'), line(100, 120, 15 + off, '2')], []).spanning;
    expect(spanning(3.4)).toEqual([]);
    // What is wrapped is one text beside two numbers.
    expect(spanning(3.6)).toHaveLength(1);
  });
});

describe('texts stand in one row', () => {
  it('where they overlap by 0.15 of their height', () => {
    expect(rows(line(0, 20, 0), line(50, 70, 8.4))).toEqual([[1, 1]]);
    expect(rows(line(0, 20, 0), line(50, 70, 8.6))).toEqual([[1], [1]]);
  });
});

describe('a boundary of columns', () => {
  it('is where a rule ends within 12 points', () => {
    const row = [line(0, 40, 0), line(60, 90, 0)];
    expect(separators([row], [71.9])).toHaveLength(1);
    expect(separators([row], [72.1])).toHaveLength(2);
  });
});

describe('a text is centred', () => {
  it('where it is off the middle of its rows by no more than 0.4 of its size', () => {
    const three = [0, 20, 40].map((top) => ({ top: top + 5, bottom: top + 15 }));
    const span = (off: number) => centredSpans([{ col: 0, lastCol: 0, centre: 30 + off, size: 10 }], three);
    expect(span(3.9)).toMatchObject([{ first: 0, last: 2 }]);
    expect(span(4.1)).toMatchObject([{ first: 1, last: 1 }]);
  });
});

/** Rows of 20 points of texts of two characters, `gap` points from each other. */
const table = (counts: readonly number[], gap = 20): Glyph[] =>
  counts.flatMap((count, row) =>
    Array.from({ length: count * 2 }, (_, i): Glyph => {
      const x = 50 + Math.floor(i / 2) * (20 + gap) + (i % 2) * 10;
      const box = { x0: x, x1: x + 10, y0: 100 + 20 * row, y1: 110 + 20 * row };
      return { text: '文', box, size: 10, angle: 0, vertical: false };
    }),
  );
const grids = (counts: readonly number[], gap?: number) =>
  unruledGrids(table(counts, gap)).map(({ xs, ys }) => `${ys.length - 1}x${xs.length - 1}`);

describe('text alone is a table', () => {
  it('of three columns and three rows at least', () => {
    expect(grids([3, 3, 3])).toEqual(['3x3']);
    expect(grids([2, 2, 2])).toEqual([]);
    expect(grids([3, 3])).toEqual([]);
  });

  it('with columns a fifth of the size apart', () => {
    expect(grids([3, 3, 3], 2.1)).toEqual(['3x3']);
    expect(grids([3, 3, 3], 1.9)).toEqual([]);
  });

  it('with two rows of a single text between others at most', () => {
    expect(grids([3, 3, 3, 1, 1, 3, 3, 3])).toEqual(['8x3']);
    expect(grids([3, 3, 3, 1, 1, 1, 3, 3, 3])).toEqual(['3x3', '3x3']);
  });

  it('that ends 2 points beside its texts', () => {
    const [grid] = unruledGrids(table([3, 3, 3]));
    expect(grid).toMatchObject({ xs: [48, 80, 120, 152], ys: [98, 115, 135, 152] });
  });
});

describe('rules alone make a table', () => {
  const rule = (at: number, from = 40, to = 160): Segment => ({ axis: 'h', at, from, to });
  const found = (rules: readonly Segment[], counts: readonly number[]) =>
    rowRuledGrids(rules, table(counts)).grids.map(({ xs, ys }) => `${ys.length - 1}x${xs.length - 1}`);

  it('of two rows at least', () => {
    expect(found([rule(95), rule(115), rule(135)], [3, 3])).toEqual(['2x3']);
    expect(found([rule(95), rule(115)], [3])).toEqual([]);
  });

  it('where half of the shorter one is under the other', () => {
    expect(found([rule(95), rule(115), rule(135, 101, 221)], [3, 3])).toEqual([]);
    expect(found([rule(95), rule(115), rule(135, 99, 219)], [3, 3])).toHaveLength(1);
  });

  it('no further apart than 400 points', () => {
    expect(found([rule(95), rule(115), rule(514)], [3, 3])).toHaveLength(1);
    expect(found([rule(95), rule(115), rule(516)], [3, 3])).toEqual([]);
  });
});

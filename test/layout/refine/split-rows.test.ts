import { describe, expect, it } from 'vitest';
import { firstWordWidth } from '../../../src/layout/first-word.js';
import type { PageCell, PageTable } from '../../../src/layout/layout-types.js';
import { splitRows } from '../../../src/layout/refine/split-rows.js';

/** One drawn row of cells 100 points wide; each line is a text of 10 points and the middle of its height. */
function drawnRow(...cells: (readonly (readonly [string, number])[])[]): PageTable {
  const bottom = 120;
  return {
    columnsFrom: 'rulings',
    xs: Array.from({ length: cells.length + 1 }, (_, i) => i * 100),
    ys: [0, bottom],
    bbox: { x0: 0, y0: 0, x1: cells.length * 100, y1: bottom },
    cells: cells.map((lines, col): PageCell => {
      const x0 = col * 100;
      return {
        ...{ row: 0, col, rowSpan: 1, colSpan: 1, openBottom: true },
        bbox: { x0, x1: x0 + 100, y0: 0, y1: bottom },
        lines: lines.map(([text, middle]) => {
          const width = [...text].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 10 : 5), 0);
          return { text, size: 10, box: { x0: x0 + 3, x1: x0 + 3 + width, y0: middle - 5, y1: middle + 5 } };
        }),
      };
    }),
  };
}
const at = (texts: readonly string[], pitch = 20): [string, number][] =>
  texts.flatMap((text, i) => (text === '' ? [] : [[text, 10 + pitch * i] as [string, number]]));
/** Its rows of texts, a merged cell with its rows behind it. */
const rows = (table: PageTable): string[] => {
  const { cells, ys } = splitRows(table);
  return ys.slice(1).map((_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(
        ({ lines, rowSpan, cut }) =>
          `${lines.map(({ text }) => text).join('+')}${rowSpan > 1 ? `x${rowSpan}` : ''}${cut ? '!' : ''}`,
      )
      .join('|'),
  );
};

describe('a drawn row is parted', () => {
  it('where numbers stand under numbers that had room', () => {
    expect(rows(drawnRow(at(['全市', '临河县', '沙湾镇']), at(['482.6', '126.4', '9.6']), at(['1', '', '3'])))).toEqual(
      ['全市|482.6|1', '临河县|126.4|', '沙湾镇|9.6|3'],
    );
  });
  it('in the widest gap between the lines, so that a label of two lines in the middle of its row stays whole', () => {
    const labels: [string, number][] = [
      ['户数', 5],
      ['Households', 16],
      ['人口', 35],
      ['Population', 46],
    ];
    const numbers: [string, number][] = [
      ['381', 10],
      ['580', 40],
    ];
    expect(rows(drawnRow(labels, numbers, numbers))).toEqual(['户数+Households|381|381', '人口+Population|580|580']);
  });
  it('beside a text that stands in the middle of all rows', () => {
    expect(rows(drawnRow([['产出', 60]], at(['1', '2', '3'], 50), at(['4', '5', '6'], 50)))).toEqual([
      '产出x3|1|4',
      '2|5',
      '3|6',
    ]);
  });
  it('with words alone from the third row on, in three cells', () => {
    const words = at(['甲', '乙', '丙']);
    expect(rows(drawnRow(words, words, words))).toEqual(['甲|甲|甲', '乙|乙|乙', '丙|丙|丙']);
    expect(rows(drawnRow(words, words))).toHaveLength(1);
    // The lines of a header are broken by hand.
    const header = at(['年度', '指标值']);
    expect(rows(drawnRow(header, header, header))).toHaveLength(1);
  });
});

describe('a drawn row stays one', () => {
  it('where its texts are wrapped', () => {
    const wrapped = at(['一二三四五六七八九', '一二三四五六七八九', '十']);
    expect(rows(drawnRow(wrapped, wrapped, wrapped))).toHaveLength(1);
  });
  it('where numbers are too long for their cells', () => {
    const long = at(['17,377,215,000.000', '48']);
    expect(rows(drawnRow(long, long, long))).toHaveLength(1);
  });
  it('where the lines are a list', () => {
    const list = at(['1.甲', '2.乙', '3.丙']);
    expect(rows(drawnRow(list, list, list))).toHaveLength(1);
  });
  it('and a text that a boundary would tear says so', () => {
    const numbers = at(['1', '2', '3']);
    expect(rows(drawnRow(at(['甲', '一二三四五六七八九', '十']), numbers, numbers))).toEqual([
      '甲|1|1',
      '一二三四五六七八九!|2|2',
      '十!|3|3',
    ]);
  });
});

describe('the first word of a text', () => {
  it.each([
    ['分析', 1],
    ['分，析', 2],
    ['Total assets', 2.5],
    ['2.5%', 2],
    ['', 0],
  ])('of %s is %d characters wide', (text, width) => {
    expect(firstWordWidth(text)).toBe(width);
  });
});

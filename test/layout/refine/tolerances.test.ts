import { describe, expect, it } from 'vitest';
import type { PageCell } from '../../../src/layout/layout-types.js';
import { splitRows } from '../../../src/layout/refine/split-rows.js';

/** Each constant of refining from both sides: a drawn row of cells of 100 by 120 points, each line as text, middle and width. */
type Written = readonly [text: string, middle: number, width?: number];
const rows = (...cells: (readonly Written[])[]): string[] => {
  const parted = splitRows({
    columnsFrom: 'rulings',
    xs: Array.from({ length: cells.length + 1 }, (_, i) => i * 100),
    ys: [0, 120],
    bbox: { x0: 0, y0: 0, x1: cells.length * 100, y1: 120 },
    cells: cells.map((lines, col): PageCell => {
      const x0 = col * 100;
      return {
        ...{ row: 0, col, rowSpan: 1, colSpan: 1, openBottom: true, bbox: { x0, x1: x0 + 100, y0: 0, y1: 120 } },
        lines: lines.map(([text, middle, width = 20]) => ({
          ...{ text, size: 10, box: { x0: x0 + 3, x1: x0 + 3 + width, y0: middle - 5, y1: middle + 5 } },
        })),
      };
    }),
  });
  return parted.ys.slice(1).map((_, row) =>
    parted.cells
      .filter((cell) => cell.row === row)
      .map(({ lines, rowSpan }) => lines.map(({ text }) => text).join('+') + (rowSpan > 1 ? `x${rowSpan}` : ''))
      .join('|'),
  );
};
const NUMBERS: Written[] = [
  ['1', 10],
  ['2', 30],
];

describe('rows in a drawn row', () => {
  it('begin where half of the size was free beside the next digit and a padding of 6', () => {
    const wide = (width: number): Written[] => [
      ['1', 10, width],
      ['2', 30],
    ];
    expect(rows(wide(83.9), wide(83.9))).toEqual(['1|1', '2|2']);
    expect(rows(wide(84.1), wide(84.1))).toEqual(['1+2|1+2']);
  });
  it('have texts at one height, give or take 0.35 of the size', () => {
    const lower = (middle: number): Written[] => [
      ['1', 10],
      ['2', middle],
    ];
    expect(rows(NUMBERS, lower(33.4))).toEqual(['1|1', '2|2']);
    expect(rows(NUMBERS, lower(33.6))).toEqual(['1+2|1+2']);
  });
  it('begin in 0.6 of the cells', () => {
    const wrapped: Written[] = [
      ['一二三四五六七八九', 10, 90],
      ['十', 30],
    ];
    expect(rows(NUMBERS, NUMBERS, NUMBERS, wrapped, wrapped)).toHaveLength(2);
    expect(rows(NUMBERS, NUMBERS, wrapped, wrapped)).toHaveLength(1);
  });
  it('are parted in the lowest of the gaps that differ by less than a tenth of the size', () => {
    const numbers: Written[] = [
      ['1', 10],
      ['2', 60],
    ];
    const label = (middle: number): Written[] => [
      ['产', 10],
      ['出', middle],
    ];
    expect(rows(label(35.4), numbers, numbers)).toEqual(['产+出|1|1', '|2|2']);
    expect(rows(label(35.6), numbers, numbers)).toEqual(['产|1|1', '出|2|2']);
  });
  it('have a text beside them all that is off their middle by less than a fifth', () => {
    const numbers: Written[] = [
      ['1', 10],
      ['2', 60],
      ['3', 110],
    ];
    expect(rows([['产出', 83.9]], numbers, numbers)).toEqual(['产出x3|1|1', '2|2', '3|3']);
    expect(rows([['产出', 84.1]], numbers, numbers)).toEqual(['|1|1', '产出|2|2', '|3|3']);
  });
  it('begin under a head where numbers do, and under the longest number', () => {
    const column = (long: number): Written[] => [
      ['收入', 10],
      ['12', 30],
      ['98.5', 50, long],
      ['7', 70],
      ['8', 90],
    ];
    expect(rows(column(90), column(90))).toEqual(['收入|收入', '12|12', '98.5|98.5', '7|7', '8|8']);
  });
});

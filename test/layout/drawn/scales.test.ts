import { describe, expect, it } from 'vitest';
import type { Grid, Segment } from '../../../src/grid/grid-types.js';
import { outsideCharts, withoutScales } from '../../../src/layout/drawn/scales.js';
import type { Glyph } from '../../../src/reader/reader-types.js';

/** Level lines from 0 to each of these places, 30 points apart, each with a digit of 10 points before it. */
const charts = (...ends: number[]): number => {
  const rest = ends.map((to, i): Segment => ({ axis: 'h', at: 50 + 30 * i, from: 0, to }));
  const glyphs = rest.map(
    ({ at }): Glyph => ({
      ...{ text: '1', size: 10, angle: 0, vertical: false },
      box: { x0: -12, x1: -2, y0: at - 5, y1: at + 5 },
    }),
  );
  return withoutScales({ grids: [], rest }, glyphs).charts.length;
};

describe('a scale', () => {
  it('has lines that end within 3 points of each other', () => {
    expect(charts(100, 102.9, 102.9)).toBe(1);
    expect(charts(100, 103.1, 103.1)).toBe(0);
  });
  it('has three lines at least', () => {
    expect(charts(100, 100, 100)).toBe(1);
    expect(charts(100, 100)).toBe(0);
  });
});

describe('a grid', () => {
  it('is none of a chart where only its edges go from side to side', () => {
    const cell = (row: number, col: number, rowSpan: number, colSpan: number) => ({
      ...{ row, col, rowSpan, colSpan, openBottom: false },
    });
    // Four cells around one, as bricks lie.
    const cells = [cell(0, 0, 1, 2), cell(0, 2, 2, 1), cell(2, 1, 1, 2), cell(1, 0, 2, 1), cell(1, 1, 1, 1)];
    const grid: Grid = { columnsFrom: 'rulings', xs: [0, 50, 100, 150], ys: [0, 20, 40, 60], cells };
    expect(withoutScales({ grids: [grid], rest: [] }, [])).toEqual({ grids: [grid], rest: [], charts: [] });
  });
});

describe('what stands outside of charts', () => {
  const chart = { x0: 100, y0: 100, x1: 300, y1: 200 };
  const text = (x0: number, y0: number): Glyph => ({
    ...{ text: '9', size: 10, angle: 0, vertical: false },
    box: { x0, x1: x0 + 10, y0, y1: y0 + 10 },
  });
  const isOutside = (x0: number, y0: number): boolean => outsideCharts([chart], [text(x0, y0)]).length === 1;

  it('is neither in one nor a label beside, above or below it', () => {
    expect([isOutside(150, 150), isOutside(85, 150), isOutside(310, 150)]).toEqual([false, false, false]);
    expect([isOutside(150, 85), isOutside(150, 210)]).toEqual([false, false]);
  });
  it('is further from it than twice its size, or not in its line', () => {
    expect([isOutside(69, 150), isOutside(71, 150), isOutside(321, 150), isOutside(319, 150)]).toEqual([
      ...[true, false, true, false],
    ]);
    expect([isOutside(150, 69), isOutside(150, 71), isOutside(150, 221), isOutside(150, 219)]).toEqual([
      ...[true, false, true, false],
    ]);
    expect([isOutside(71, 84), isOutside(71, 86)]).toEqual([true, false]);
  });
});

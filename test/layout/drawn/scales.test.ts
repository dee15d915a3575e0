import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/grid/grid-types.js';
import { withoutScales } from '../../../src/layout/drawn/scales.js';
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

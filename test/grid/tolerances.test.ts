import { describe, expect, it } from 'vitest';
import { gridOf } from '../../src/grid/grid.js';
import type { Segment } from '../../src/grid/grid-types.js';
import { ruledGrids } from '../../src/grid/ruled-grids.js';
import { mergeRulings } from '../../src/grid/segments.js';
import type { Ruling } from '../../src/reader/reader-types.js';

/** Each constant of src/grid/tolerances.ts from both sides: what is within it by a little, and what is beyond by a little. */

const h = (at: number, from: number, to: number): Ruling => ({ axis: 'h', at, from, to, width: 0.5 });
const v = (at: number, from: number, to: number): Ruling => ({ axis: 'v', at, from, to, width: 0.5 });

/** The merged lines as `at from-to`. */
const merged = (...rulings: Ruling[]) => mergeRulings(rulings).map(({ at, from, to }) => `${at} ${from}-${to}`);
/** The boundaries of the first grid. */
const boundaries = (lines: readonly Segment[]) => {
  const grid = gridOf(lines);
  return grid && { xs: grid.xs, ys: grid.ys };
};

describe('lines are merged', () => {
  it('where they are 1.5 points apart, as one drawn twice; at the place of the longer', () => {
    expect(merged(h(10, 0, 50), h(11.4, 0, 40))).toEqual(['10 0-50']);
    expect(merged(h(10, 0, 50), h(11.6, 0, 40))).toEqual(['10 0-50', '11.6 0-40']);
  });

  it('over a gap of 3 points', () => {
    expect(merged(h(10, 0, 50), h(10, 52.9, 90))).toEqual(['10 0-90']);
    expect(merged(h(10, 0, 50), h(10, 53.1, 90))).toEqual(['10 0-50', '10 53.1-90']);
  });

  it('where dashes of 12 points have gaps of 12, but not longer pieces', () => {
    expect(merged(h(10, 0, 11.9), h(10, 23.8, 35.7), h(10, 47.6, 59.5))).toEqual(['10 0-59.5']);
    expect(merged(h(10, 0, 12.1), h(10, 23.8, 35.9))).toEqual(['10 0-12.1', '10 23.8-35.9']);
    expect(merged(h(10, 0, 11.9), h(10, 24, 35.9))).toEqual(['10 0-11.9', '10 24-35.9']);
  });

  it('where a gap is one and a half times as long as the dashes', () => {
    expect(merged(h(10, 0, 6), h(10, 14.9, 20.9))).toEqual(['10 0-20.9']);
    expect(merged(h(10, 0, 6), h(10, 15.1, 21.1))).toEqual(['10 0-6', '10 15.1-21.1']);
  });

  it('and left out where they are shorter than 5 points', () => {
    expect(merged(h(10, 0, 4.9), h(50, 0, 5.1))).toEqual(['50 0-5.1']);
  });
});

describe('a grid', () => {
  /** Two rows and two columns between 10 and 90. */
  const table = [h(10, 10, 90), h(50, 10, 90), h(90, 10, 90), v(10, 10, 90), v(50, 10, 90), v(90, 10, 90)];

  it('has one boundary for lines within 3 points, two for lines beyond', () => {
    expect(boundaries([...table, h(52.9, 10, 50)])).toEqual({ xs: [10, 50, 90], ys: [10, 50, 90] });
    expect(boundaries([...table, h(53.1, 10, 50)])).toEqual({ xs: [10, 50, 90], ys: [10, 50, 53.1, 90] });
  });

  it('has the boundary where the longest line stands', () => {
    expect(boundaries([...table, h(49, 10, 50)])?.ys).toEqual([10, 50, 90]);
    expect(boundaries([...table, h(49, 0, 100)])?.ys).toEqual([10, 49, 90]);
  });

  it('is connected over a gap of 3 points', () => {
    expect(ruledGrids([...table, h(30, 92.9, 120)]).grids[0]?.ys).toEqual([10, 30, 50, 90]);
    expect(ruledGrids([...table, h(30, 93.1, 120)]).grids[0]?.ys).toEqual([10, 50, 90]);
  });

  it('has an outer boundary where two lines run on for 6 points, twice the gap', () => {
    const open = (end: number): Segment[] => [
      h(10, 10, end),
      h(50, 10, end),
      v(10, 10, 50),
      v(25, 10, 50),
      v(40, 10, 50),
    ];
    expect(boundaries(open(45.9))?.xs).toEqual([10, 25, 40]);
    expect(boundaries(open(46.1))?.xs).toEqual([10, 25, 40, 46.1]);
  });

  it('has an edge where lines cover 0.6 of it', () => {
    const cells = (to: number) => gridOf([...table.filter((s) => s !== table[1]), h(50, 10, to)])?.cells.length;
    // The left half of the middle line is whole; its right half is drawn from 50 to `to`.
    expect(cells(50 + 0.59 * 40)).toBe(3);
    expect(cells(50 + 0.61 * 40)).toBe(4);
  });

  it('of more than four million squares is not read', () => {
    const lines = (rows: number, cols: number): Segment[] => [
      ...Array.from({ length: rows + 1 }, (_, i) => h(4 * i, 0, 4 * cols)),
      ...Array.from({ length: cols + 1 }, (_, i) => v(4 * i, 0, 4 * rows)),
    ];
    expect(gridOf(lines(2001, 2000))).toBeNull();
  });
});

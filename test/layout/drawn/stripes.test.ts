import { describe, expect, it } from 'vitest';
import type { Grid, Segment } from '../../../src/grid/grid-types.js';
import { isStriped, withBareRows } from '../../../src/layout/drawn/stripes.js';
import { textFinder } from '../../../src/layout/drawn/text-in.js';
import type { Glyph } from '../../../src/reader/reader-types.js';

/** A text of 10 points, whose middle is at a height. */
const text = (x0: number, x1: number, middle: number): Glyph => ({
  ...{ text: '文', size: 10, angle: 0, vertical: false },
  box: { x0, x1, y0: middle - 5, y1: middle + 5 },
});
/** Rows of 20 points from 0 to 60, columns of 100. */
const grid = (columns: number, rows = 3): Grid => ({
  columnsFrom: 'rulings',
  xs: Array.from({ length: columns + 1 }, (_, i) => 100 * i),
  ys: Array.from({ length: rows + 1 }, (_, i) => 20 * i),
  cells: Array.from({ length: columns * rows }, (_, i) => ({
    ...{ row: Math.floor(i / columns), col: i % columns, rowSpan: 1, colSpan: 1, openBottom: false },
  })),
});
const side = (at: number): Segment => ({ axis: 'h', at, from: 0, to: 300 });
/** A text in each of three columns. */
const row = (middle: number): Glyph[] => [0, 1, 2].map((i) => text(100 * i + 5, 100 * i + 60, middle));
const full = [...row(10), ...row(30), ...row(50)];

describe('stripes', () => {
  it('are areas in which texts stand side by side in more than half of the rows', () => {
    const two = [text(5, 30, 10), text(50, 90, 10), text(5, 30, 30), text(50, 90, 30)];
    expect(isStriped(grid(1, 3), textFinder(two))).toBe(true);
    expect(isStriped(grid(1, 4), textFinder(two))).toBe(false);
    // On two lines of a cell, not side by side.
    expect(isStriped(grid(1, 1), textFinder([text(5, 30, 6), text(50, 90, 10)]))).toBe(false);
    expect(isStriped(grid(1, 1), textFinder([text(5, 30, 7), text(50, 90, 10)]))).toBe(true);
  });
});

describe('a row without colour', () => {
  const rows = (more: Glyph[], areas = [side(0), side(60)], drawn: Segment[] = []): readonly number[] =>
    withBareRows(grid(3), areas, drawn, textFinder([...full, ...more])).ys;

  it('goes on below the last area, or above the first', () => {
    expect(rows(row(70))).toEqual([0, 20, 40, 60, 80]);
    expect(rows(row(-10))).toEqual([-20, 0, 20, 40, 60]);
    expect(withBareRows(grid(3), [side(60)], [], textFinder([...full, ...row(70)])).cells).toHaveLength(12);
  });
  it('does not go on where a line ends the table, or no area does', () => {
    expect(rows(row(70), [side(0), side(60)], [side(62.9)])).toHaveLength(4);
    expect(rows(row(70), [side(0), side(60)], [side(63.1)])).toHaveLength(5);
    expect(rows(row(70), [side(0)])).toHaveLength(4);
    expect(rows(row(70), [side(57.1)])).toHaveLength(5);
    expect(rows(row(70), [side(56.9)])).toHaveLength(4);
  });
  it('has texts in half of the columns or more, across none of their edges', () => {
    expect(rows(row(70).slice(0, 2))).toHaveLength(5);
    expect(rows(row(70).slice(0, 1))).toHaveLength(4);
    expect(rows([...row(70), text(150, 220, 70)])).toHaveLength(4);
  });
  it('begins as near to the edge as twice what other texts are', () => {
    expect(rows(row(74.9))).toHaveLength(5);
    expect(rows(row(75.1))).toHaveLength(4);
  });
  it('has its texts within one and a half rows', () => {
    const lines = (middle: number): Glyph[] => [...row(70), text(5, 60, middle)];
    expect(rows(lines(89))[4]).toBe(99);
    expect(rows(lines(91))[4]).toBe(80);
  });
});

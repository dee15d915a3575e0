import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/grid/grid-types.js';
import { boundariesOf, DrawnLines } from '../../src/inspect/boundaries.js';
import type { PageTable } from '../../src/layout/layout-types.js';

const v = (at: number, from: number, to: number): Segment => ({ axis: 'v', at, from, to });
const h = (at: number, from: number, to: number): Segment => ({ axis: 'h', at, from, to });
const evidence = (segments: readonly Segment[], edges: readonly Segment[] = []) =>
  new DrawnLines(segments, edges).on(v(100, 0, 200));

/** Three rows, three columns; a title over all columns of the first row, and a label over the other two. */
const TABLE: PageTable = {
  columnsFrom: 'rulings',
  xs: [0, 100, 200, 300],
  ys: [0, 50, 90, 120],
  bbox: { x0: 0, y0: 0, x1: 300, y1: 120 },
  cells: (
    [
      [0, 0, 1, 3],
      [1, 0, 2, 1],
      [1, 1, 1, 1],
      [1, 2, 1, 1],
      [2, 1, 1, 1],
      [2, 2, 1, 1],
    ] as const
  ).map(([row, col, rowSpan, colSpan]) => {
    const bbox = { x0: 0, y0: 0, x1: 0, y1: 0 };
    return { row, col, rowSpan, colSpan, bbox, lines: [], openBottom: false };
  }),
};

describe('what made a boundary', () => {
  it('is a line that lies on it within three points', () => {
    expect([97, 103, 96.9, 103.1].map((at) => evidence([v(at, 0, 200)]))).toEqual([
      'drawn',
      'drawn',
      'written',
      'written',
    ]);
    expect(evidence([h(100, 0, 200)])).toBe('written');
  });

  it('is a line that lies on more than half of it, be it in pieces', () => {
    expect(evidence([v(100, 0, 100)])).toBe('written');
    expect(evidence([v(100, 0, 102)])).toBe('drawn');
    expect(evidence([v(99, 0, 51), v(101, 150, 300)])).toBe('drawn');
    expect(evidence([v(99, 0, 60), v(101, 10, 60)])).toBe('written');
    expect(evidence([v(100, 200, 900)])).toBe('written');
  });

  it('is the edge of a coloured area where no line is', () => {
    expect(evidence([], [v(100, 0, 200)])).toBe('filled');
    expect(evidence([v(100, 0, 200)], [v(100, 0, 200)])).toBe('drawn');
  });
});

describe('the boundaries of a table', () => {
  const short = (axis: 'h' | 'v', lines: DrawnLines) =>
    boundariesOf(TABLE, axis, lines).map(({ index, at, from, to, evidence }) => [index, at, from, to, evidence]);

  it('stand where cells begin or end at them', () => {
    const none = new DrawnLines([], []);
    expect(short('v', none)).toEqual([
      [0, 0, 0, 120, 'written'],
      [1, 100, 50, 120, 'written'],
      [2, 200, 50, 120, 'written'],
      [3, 300, 0, 120, 'written'],
    ]);
    expect(short('h', none)).toEqual([
      [0, 0, 0, 300, 'written'],
      [1, 50, 0, 300, 'written'],
      [2, 90, 100, 300, 'written'],
      [3, 120, 0, 300, 'written'],
    ]);
  });

  it('are drawn by the lines on that part', () => {
    const lines = new DrawnLines([h(90, 100, 300), h(50, 0, 140), v(200, 0, 60), v(100, 45, 125)], [h(120, 0, 300)]);
    expect(short('h', lines).map((one) => one.at(-1))).toEqual(['written', 'written', 'drawn', 'filled']);
    expect(short('v', lines).map((one) => one.at(-1))).toEqual(['written', 'drawn', 'written', 'written']);
  });
});

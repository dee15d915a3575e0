import { describe, expect, it } from 'vitest';
import { connectedLines, gridOf } from '../../src/grid/grid.js';
import { mergeRulings } from '../../src/grid/segments.js';
import type { Ruling } from '../../src/reader/reader-types.js';

const h = (at: number, from: number, to: number): Ruling => ({ axis: 'h', at, from, to, width: 0.5 });
const v = (at: number, from: number, to: number): Ruling => ({ axis: 'v', at, from, to, width: 0.5 });
const grids = (rulings: Ruling[]) => connectedLines(mergeRulings(rulings)).flatMap((lines) => gridOf(lines) ?? []);
const cells = (rulings: Ruling[]) =>
  grids(rulings).map((g) => g.cells.map((c) => [c.row, c.col, c.rowSpan, c.colSpan].join(' ')));

/** Two rows and three columns between x 10 and 100, y 10 and 50. */
const plain = [
  h(10, 10, 100),
  h(30, 10, 100),
  h(50, 10, 100),
  v(10, 10, 50),
  v(40, 10, 50),
  v(70, 10, 50),
  v(100, 10, 50),
];

describe('mergeRulings', () => {
  it('joins overlapping, touching, doubled and dashed pieces into one line', () => {
    expect(mergeRulings([h(10, 0, 60), h(10.4, 58, 80)])).toEqual([{ axis: 'h', at: 10, from: 0, to: 80 }]);
    expect(mergeRulings([h(10, 0, 3), h(10, 6, 9), h(10, 12, 15)])).toEqual([{ axis: 'h', at: 10, from: 0, to: 15 }]);
    expect(mergeRulings([h(10, 0, 50), h(11.2, 0, 50)])).toHaveLength(1);
  });
  it('keeps lines apart that leave room for text or a merged cell', () => {
    expect(mergeRulings([h(10, 0, 40), h(10, 60, 80)])).toHaveLength(2);
    expect(mergeRulings([h(10, 0, 40), h(18, 0, 40)])).toHaveLength(2);
  });
});

describe('gridOf', () => {
  it('finds plain cells', () => {
    expect(cells(plain)).toEqual([['0 0 1 1', '0 1 1 1', '0 2 1 1', '1 0 1 1', '1 1 1 1', '1 2 1 1']]);
    expect(grids(plain)[0]?.xs).toEqual([10, 40, 70, 100]);
    expect(grids(plain)[0]?.ys).toEqual([10, 30, 50]);
  });
  it('merges across a missing piece of ruling', () => {
    const merged = [
      h(10, 10, 100),
      h(30, 40, 100),
      h(50, 10, 100),
      v(10, 10, 50),
      v(40, 10, 50),
      v(70, 30, 50),
      v(100, 10, 50),
    ];
    expect(cells(merged)).toEqual([['0 0 2 1', '0 1 1 2', '1 1 1 1', '1 2 1 1']]);
  });
  it('closes a table without its left and right border', () => {
    const open = [h(10, 10, 100), h(30, 10, 100), h(50, 10, 100), v(40, 10, 50), v(70, 10, 50)];
    expect(cells(open)).toEqual(cells(plain));
  });
  it('closes a table without its top and bottom border', () => {
    const open = [h(30, 10, 100), v(10, 10, 50), v(40, 10, 50), v(70, 10, 50), v(100, 10, 50)];
    expect(cells(open)).toEqual(cells(plain));
  });
  it('takes lines that end a little short or stand a little off', () => {
    const sloppy = [
      h(10.2, 11, 99),
      h(29.6, 12, 101),
      h(50.3, 10, 100),
      v(9.8, 11, 52),
      v(41, 8, 49),
      v(70, 10, 50),
      v(100, 10, 50),
    ];
    expect(cells(sloppy)).toEqual(cells(plain));
  });
  it('keeps text out of a neighbour where a region is no rectangle', () => {
    // The vertical ruling between the columns is there in the first row only, the horizontal one on the right only.
    const lShaped = [h(10, 10, 70), h(30, 40, 70), h(50, 10, 70), v(10, 10, 50), v(40, 10, 30), v(70, 10, 50)];
    expect(cells(lShaped)).toEqual([['0 0 1 1', '0 1 1 1', '1 0 1 2']]);
  });
  it('finds two tables, and none in a frame, an underline or a cross', () => {
    const second = plain.map((r) =>
      r.axis === 'h' ? { ...r, at: r.at + 100 } : { ...r, from: r.from + 100, to: r.to + 100 },
    );
    expect(grids([...plain, ...second])).toHaveLength(2);
    expect(grids([h(0, 0, 500), h(700, 0, 500), v(0, 0, 700), v(500, 0, 700)])).toHaveLength(0);
    expect(grids([h(100, 0, 500), h(200, 0, 80)])).toHaveLength(0);
    expect(grids([h(50, 0, 100), v(50, 0, 100)])).toHaveLength(0);
  });
});

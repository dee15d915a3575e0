import { describe, expect, it } from 'vitest';
import type { PageLayout } from '../../../src/layout/layout-types.js';
import { matchColumns, mergeColumns } from '../../../src/layout/stitch/columns.js';
import { columnsEvidence } from '../../../src/layout/stitch/evidence.js';
import { type OpenTable, openTable } from '../../../src/layout/stitch/open-table.js';

const sheet: PageLayout = {
  page: 1,
  width: 600,
  height: 800,
  frame: { x0: 0, y0: 0, x1: 600, y1: 800 },
  turn: { angle: 0, width: 600, height: 800, skew: 0 },
  tables: [],
  lines: [],
  aside: [],
  images: [],
};
const table = (...xs: number[]): OpenTable =>
  openTable(
    {
      columnsFrom: 'rulings',
      xs,
      ys: [0, 20],
      bbox: { x0: xs[0] as number, y0: 0, x1: xs.at(-1) as number, y1: 20 },
      cells: [],
    },
    sheet,
  );
const same = (a: OpenTable, b: OpenTable): number | null => matchColumns(a, b)?.same ?? null;

describe('columns match', () => {
  it('where a boundary is off by up to a fifth of the narrower column beside it', () => {
    const own = table(0, 40, 140, 240);
    expect(same(own, table(0, 47.9, 140, 240))).toBe(2);
    expect(same(own, table(0, 48.1, 140, 240))).toBe(1);
    expect(same(own, table(0, 40, 124, 240))).toBe(2);
    expect(same(own, table(0, 40, 123, 240))).toBe(1);
  });
  it('by a point in any case', () => {
    expect(same(table(0, 3, 100), table(0, 3.9, 100))).toBe(1);
    expect(same(table(0, 3, 100), table(0, 4.1, 100))).toBe(0);
  });
  it('wherever the part stands, and up to one and a half times as large', () => {
    const own = table(0, 40, 140, 240);
    expect(same(own, table(70, 110, 210, 310))).toBe(2);
    expect(matchColumns(own, table(0, 50, 175, 300))).toMatchObject({ same: 2, scale: 0.8 });
    expect(same(own, table(0, 59, 207, 355))).toBe(2);
    expect(same(own, table(0, 62, 216, 370))).toBe(null);
  });
  it('not where an outer edge lies elsewhere', () => {
    expect(same(table(0, 100, 200), table(0, 100, 320))).toBe(null);
  });
});

describe('what columns say', () => {
  const says = (a: OpenTable, b: OpenTable): number =>
    columnsEvidence(matchColumns(a, b) ?? { pairs: new Map(), scale: 1, shift: 0, same: 0, other: 0 });
  it('is more with each boundary that is the same, up to three points', () => {
    expect(says(table(0, 50, 100), table(0, 50, 100))).toBe(2.5);
    expect(says(table(0, 50, 100, 150, 200), table(0, 50, 100, 150, 200))).toBe(3.5);
    const many = [0, 30, 60, 90, 120, 150, 180, 210, 240];
    expect(says(table(...many), table(...many))).toBe(5);
  });
  it('is less for others, by a point at most, and on another scale', () => {
    expect(says(table(0, 50, 100), table(0, 80, 100))).toBe(1.5);
    expect(says(table(0, 20, 40, 60, 200), table(0, 110, 130, 150, 200))).toBe(1);
    expect(says(table(0, 50, 100), table(0, 50.9, 101.9))).toBe(2.5);
    expect(says(table(0, 50, 100), table(0, 60, 120))).toBe(1.5);
  });
});

describe('parts on another scale', () => {
  it('are those that differ by two hundredths', () => {
    const says = (scale: number) => columnsEvidence({ pairs: new Map(), scale, shift: 0, same: 0, other: 0 });
    expect(says(1.019)).toBe(2);
    expect(says(1.021)).toBe(1);
  });
});

describe('a boundary between texts', () => {
  it('may stand anywhere within half of the columns beside it', () => {
    const bbox = { x0: 0, y0: 0, x1: 200, y1: 20 };
    const text = openTable({ columnsFrom: 'text', xs: [0, 100, 200], ys: [0, 20], bbox, cells: [] }, sheet);
    expect(text.bounds[1]).toEqual({ x: 100, lo: 50, hi: 150 });
  });
});

describe('mergeColumns', () => {
  it('counts the boundaries of both together, where they stand on the next sheet', () => {
    const [own, next] = [table(0, 50, 100), table(10, 40, 110)];
    const [, inner] = own.bounds;
    const match = matchColumns(own, next);
    const became = match && mergeColumns(own, next, match);
    expect(own.bounds.map(({ x }) => x)).toEqual([10, 40, 60, 110]);
    expect(inner?.x).toBe(60);
    expect(next.bounds.map((bound) => became && own.bounds.indexOf(became(bound)))).toEqual([0, 1, 3]);
  });
});

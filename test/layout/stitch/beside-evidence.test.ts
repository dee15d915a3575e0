import { describe, expect, it } from 'vitest';
import type { PageLayout } from '../../../src/layout/layout-types.js';
import { tableScore } from '../../../src/layout/stitch/beside/beside-evidence.js';
import { openTable } from '../../../src/layout/stitch/open-table.js';

const layout = (page: number): PageLayout => ({
  page,
  width: 500,
  height: 800,
  frame: { x0: 0, y0: 0, x1: 500, y1: 800 },
  turn: { angle: 0, width: 500, height: 800, skew: 0 },
  tables: [],
  lines: [],
  aside: [],
  images: [],
});

/** A table with a row of each height from the top of the page, and columns of 100 points with nothing in them. */
function part(page: number, heights: readonly number[]) {
  const ys = [40];
  for (const height of heights) ys.push((ys.at(-1) as number) + height);
  const xs = [20, 120, 220];
  const cells = heights.flatMap((_, row) =>
    [0, 1].map((col) => {
      const bbox = {
        x0: xs[col] as number,
        x1: xs[col + 1] as number,
        y0: ys[row] as number,
        y1: ys[row + 1] as number,
      };
      return { row, col, rowSpan: 1, colSpan: 1, openBottom: false, lines: [], bbox };
    }),
  );
  const bbox = { x0: 20, x1: 220, y0: 40, y1: ys.at(-1) as number };
  return openTable({ columnsFrom: 'rulings', xs, ys, bbox, cells }, layout(page));
}

function score(...heights: number[]): number {
  const [own, other] = [layout(1), layout(2)];
  const [table, rest] = [part(1, heights), part(2, heights)];
  const sheet = { layout: own, tables: [table], lines: [], lastPage: 1 };
  return tableScore({ table, rest, repeated: 0 }, sheet, { layout: other, tables: [rest], lines: [], lastPage: 2 });
}

describe('rows of many heights', () => {
  it('speak for two parts that have the same ones, from three heights on', () => {
    expect(score(20, 25, 30) - score(20, 25, 25)).toBe(2);
    expect(score(20, 20, 20)).toBe(score(20, 25, 20));
  });

  it('are different by more than a point', () => {
    expect(score(20, 21.2, 22.4) - score(20, 20, 20)).toBe(2);
    expect(score(20, 20.8, 21.6)).toBe(score(20, 20, 20));
  });
});

import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/grid/grid-types.js';
import { withoutPictures } from '../../src/grid/pictures.js';
import { ruledGrids } from '../../src/grid/ruled-grids.js';

/** Five upright strokes, each so far from the last one, and so much lower. */
const strokes = (apart: number, lower = 0): Segment[] =>
  [0, 1, 2, 3, 4].map((i) => ({ axis: 'v', at: i * apart, from: i * lower, to: i * lower + 100 }));
const texts = (...sizes: number[]) => sizes.map((size) => ({ x0: 0, x1: size, y0: 0, y1: size }));
const left = (lines: Segment[], ...sizes: number[]) => withoutPictures(lines, texts(...sizes)).length;

describe('strokes are those of a picture', () => {
  it('where 0.6 of the size of the text leaves no room between them', () => {
    expect(left(strokes(5.9), 10)).toBe(0);
    expect(left(strokes(6.1), 10)).toBe(5);
  });
  it('which is the small text of the page: a tenth is smaller', () => {
    const sizes = [5, 5, 10, ...new Array<number>(17).fill(20)];
    expect(left(strokes(5.9), ...sizes)).toBe(0);
    expect(left(strokes(6.1), ...sizes)).toBe(5);
  });
  it('where half of each stands beside the next; the outer ones run on', () => {
    expect(left(strokes(5.9, 49), 10)).toBe(2);
    expect(left(strokes(5.9, 51), 10)).toBe(5);
  });
});

describe('a box in a cell', () => {
  it('is no part of the grid where it is more than a point away from the borders', () => {
    const square = (x0: number, x1: number): Segment[] => [
      ...[x0, x1].map((at): Segment => ({ axis: 'h', at, from: x0, to: x1 })),
      ...[x0, x1].map((at): Segment => ({ axis: 'v', at, from: x0, to: x1 })),
    ];
    const inner: Segment[] = (['h', 'v'] as const).map((axis) => ({ axis, at: 50, from: 10, to: 90 }));
    const xs = (x0: number) =>
      ruledGrids([...square(10, 90), ...inner, ...square(x0, 31)]).grids.map((grid) => grid.xs);
    expect(xs(11.1)).toContainEqual([10, 50, 90]);
    expect(xs(10.9)).not.toContainEqual([10, 50, 90]);
  });
});

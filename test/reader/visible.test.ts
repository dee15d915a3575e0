import { describe, expect, it } from 'vitest';
import type { Drawing, DrawnArea, DrawnRuling } from '../../src/reader/drawing.js';
import { visibleRulings } from '../../src/reader/visible.js';

const drawing = (rulings: DrawnRuling[], areas: DrawnArea[]): Drawing => ({
  ...{ glyphs: [], rulings, areas, rings: [], images: [], grounds: [], lostFonts: new Set() },
});
const line = (axis: 'h' | 'v', at: number, from: number, to: number, order = 0): DrawnRuling => ({
  ...{ axis, at, from, to, width: 1, order },
});
const white = (x0: number, y0: number, x1: number, y1: number, order = 1): DrawnArea => ({
  ...{ box: { x0, y0, x1, y1 }, color: '#ffffff', order },
});
const parts = (rulings: DrawnRuling[], areas: DrawnArea[]): string[] =>
  visibleRulings(drawing(rulings, areas)).map(({ axis, at, from, to }) => `${axis} ${at} ${from} ${to}`);

describe('rulings under white areas', () => {
  it('show where the areas end, in parts', () => {
    const areas = [white(20, 40, 30, 60), white(50, 40, 70, 60), white(25, 40, 35, 60)];
    expect(parts([line('h', 50, 0, 100)], areas)).toEqual(['h 50 0 20', 'h 50 35 50', 'h 50 70 100']);
    expect(parts([line('v', 25, 0, 100)], areas)).toEqual(['v 25 0 40', 'v 25 60 100']);
    expect(parts([line('h', 50, 21, 29)], areas)).toEqual([]);
  });
  it('show whole where the area is older, ends at the line, or is of another colour', () => {
    const ruling = line('h', 50, 0, 100);
    const others = [white(0, 40, 100, 60, 0), white(0, 50, 100, 60), { ...white(0, 40, 100, 60), color: '#eeee00' }];
    for (const other of others) expect(parts([ruling], [other])).toEqual(['h 50 0 100']);
  });
  it('take no time where thousands of lines stand beside hundreds of areas', () => {
    const rulings = Array.from({ length: 37_000 }, (_, i) => line(i % 2 ? 'h' : 'v', i % 600, 0, 600));
    const areas = Array.from({ length: 256 }, (_, i) => white(700 + i, 700, 800 + i, 800));
    const start = performance.now();
    expect(visibleRulings(drawing(rulings, areas))).toHaveLength(37_000);
    // It takes 50 ms; looking at each pair with a new list took 3 s.
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutPage } from '../../src/layout/page.js';
import type { Ruling } from '../../src/reader/reader-types.js';
import { draw, tablePlan } from '../layout/drawn-table.js';

const h = (at: number, from: number, to: number): Ruling => ({ axis: 'h', at, from, to, width: 0.5 });
const v = (at: number, from: number, to: number): Ruling => ({ axis: 'v', at, from, to, width: 0.5 });

/** What stands in a cell of 90 x 40 points and is no border; x and y are the corner of the cell. */
const NOISE: Record<string, (x: number, y: number, bits: readonly number[]) => Ruling[]> = {
  'a box to tick': (x, y, [dx = 0, dy = 0]) => {
    const x0 = x + 1.2 + dx;
    const y0 = y + 1.2 + dy;
    return [h(y0, x0, x0 + 8), h(y0 + 8, x0, x0 + 8), v(x0, y0, y0 + 8), v(x0 + 8, y0, y0 + 8)];
  },
  'a code of small squares': (x, y, bits) => {
    const [dx = 0, dy = 0] = bits.slice(450);
    const modules = Array.from({ length: 21 * 21 }, (_, i) => ({ i, on: (bits[i] ?? 0) < 3 }));
    return modules.flatMap(({ i, on }) => {
      const mx = x + dx + (i % 21) * 1.4;
      const my = y + dy + Math.floor(i / 21) * 1.4;
      return on ? [h(my + 0.7, mx, mx + 1.4), v(mx + 0.7, my, my + 1.4)] : [];
    });
  },
  'a bar code from border to border': (x, y, bits) => {
    const bars: Ruling[] = [];
    for (let at = 8, i = 0; at < 70; i++) {
      bars.push(v(x + at, y, y + 40));
      at += 1.6 + ((bits[i] ?? 0) % 3) * 1.4;
    }
    return bars;
  },
  'an underline that touches a border': (x, y, [dx = 0, dy = 0]) => [h(y + 20 + dy, x + dx / 2, x + 36 + dx)],
  'a stray stroke down from a border': (x, y, [dx = 0, dy = 0]) => [v(x + 30 + dx, y + dy / 2, y + 16)],
};

/** Numbers below 6 that follow no pattern. */
function random(seed: number): number[] {
  let state = seed >>> 0;
  return Array.from({ length: 500 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * 6);
  });
}

describe('what stands in cells and is no border leaves the cells of a table as they are', () => {
  for (const [name, strokes] of Object.entries(NOISE)) {
    it(name, () => {
      fc.assert(
        fc.property(tablePlan, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (plan, seeds) => {
          const clean = draw(plan);
          const noise = plan.cells.flatMap(({ row, col }, i) =>
            i < seeds.length ? strokes(50 + col * 90, 60 + row * 40, random(seeds[i] as number)) : [],
          );
          const read = layoutPage({ ...clean, rulings: [...clean.rulings, ...noise] }).grids.filter(
            (grid) => grid.columnsFrom === 'rulings',
          );
          expect(read).toEqual(layoutPage(clean).grids);
        }),
        { numRuns: 150, seed: 22 },
      );
    });
  }
});

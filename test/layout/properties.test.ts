import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/geometry/box.js';
import { layoutPage } from '../../src/layout/page.js';
import { stitch } from '../../src/layout/stitch/stitch.js';
import type { PageContent, Ruling } from '../../src/reader/reader-types.js';
import { draw, type TablePlan, tablePlan } from './drawn-table.js';

const tables = (page: PageContent): unknown[] =>
  stitch(layoutPage(page).sheets).map((block) => {
    if (block.kind === 'line') return { line: block.text };
    return { rows: block.rows, cols: block.cols, cells: block.cells.map(({ places: _, ...cell }) => cell) };
  });

const planned = (plan: TablePlan): unknown[] => [
  { rows: plan.rows, cols: plan.cols, cells: plan.cells.map((c) => ({ ...c })) },
];

const mapPage = (page: PageContent, box: (b: Box) => Box, ruling: (r: Ruling) => Ruling): PageContent => ({
  ...page,
  glyphs: page.glyphs.map((g) => ({
    ...g,
    box: box(g.box),
    size: g.size * (box({ x0: 0, y0: 0, x1: 1, y1: 1 }).x1 - box({ x0: 0, y0: 0, x1: 1, y1: 1 }).x0),
  })),
  rulings: page.rulings.map(ruling),
});

describe('a drawn table is read back', () => {
  it('with its spans and texts', () => {
    fc.assert(
      fc.property(tablePlan, (plan) => {
        expect(tables(draw(plan))).toEqual(planned(plan));
      }),
      { numRuns: 300 },
    );
  });

  it('whatever order glyphs and rulings come in', () => {
    fc.assert(
      fc.property(tablePlan, fc.integer(), (plan, seed) => {
        const page = draw(plan);
        const shuffle = <T>(list: readonly T[]): T[] => {
          let state = seed >>> 0 || 1;
          const next = (): number => {
            state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
            return state / 2 ** 32;
          };
          return list
            .map((item) => ({ item, key: next() }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        };
        expect(tables({ ...page, glyphs: shuffle(page.glyphs), rulings: shuffle(page.rulings) })).toEqual(
          planned(plan),
        );
      }),
    );
  });

  it('wherever it stands and however large it is', () => {
    fc.assert(
      fc.property(
        tablePlan,
        fc.double({ min: -40, max: 200, noNaN: true }),
        fc.double({ min: 0.6, max: 3, noNaN: true }),
        (plan, shift, scale) => {
          const at = (n: number): number => n * scale + shift;
          const moved = mapPage(
            draw(plan),
            (b) => ({ x0: at(b.x0), y0: at(b.y0), x1: at(b.x1), y1: at(b.y1) }),
            (r) => ({ ...r, at: at(r.at), from: at(r.from), to: at(r.to) }),
          );
          expect(tables(moved)).toEqual(planned(plan));
        },
      ),
    );
  });

  it('with lines a quarter of a point off, cut in two, and with a stray line in the margin', () => {
    const jitter = fc.array(fc.double({ min: -0.25, max: 0.25, noNaN: true }), { minLength: 200, maxLength: 200 });
    fc.assert(
      fc.property(tablePlan, jitter, fc.double({ min: 0.2, max: 0.8, noNaN: true }), (plan, off, cut) => {
        const page = draw(plan);
        const rulings = page.rulings.flatMap((r, i) => {
          const at = r.at + (off[i % off.length] as number);
          const middle = r.from + (r.to - r.from) * cut;
          return [
            { ...r, at, to: middle },
            { ...r, at, from: middle },
          ];
        });
        const stray: Ruling = { axis: 'h', at: 20, from: 20, to: 300, width: 1 };
        expect(tables({ ...page, rulings: [...rulings, stray] })).toEqual(planned(plan));
      }),
    );
  });

  it('with all of its content turned on the page', () => {
    fc.assert(
      fc.property(tablePlan, fc.constantFrom(90, 180, 270), (plan, turn) => {
        const page = draw(plan);
        const { width: w, height: h } = page;
        const spin = (b: Box): Box => {
          // Counter-clockwise, so that the text runs at the angle `turn`.
          if (turn === 90) return { x0: b.y0, y0: w - b.x1, x1: b.y1, y1: w - b.x0 };
          if (turn === 180) return { x0: w - b.x1, y0: h - b.y1, x1: w - b.x0, y1: h - b.y0 };
          return { x0: h - b.y1, y0: b.x0, x1: h - b.y0, y1: b.x1 };
        };
        const turned: PageContent = {
          ...page,
          width: turn === 180 ? w : h,
          height: turn === 180 ? h : w,
          glyphs: page.glyphs.map((g) => ({ ...g, box: spin(g.box), angle: turn })),
          rulings: page.rulings.map((r) => {
            const b = spin(
              r.axis === 'h'
                ? { x0: r.from, x1: r.to, y0: r.at, y1: r.at }
                : { x0: r.at, x1: r.at, y0: r.from, y1: r.to },
            );
            return b.x1 - b.x0 > b.y1 - b.y0
              ? { ...r, axis: 'h', at: b.y0, from: b.x0, to: b.x1 }
              : { ...r, axis: 'v', at: b.x0, from: b.y0, to: b.y1 };
          }),
        };
        expect(tables(turned)).toEqual(planned(plan));
        // Places are those of the page as it is seen.
        const first = stitch(layoutPage(turned).sheets)[0];
        const place = first?.kind === 'table' ? first.cells[0]?.places[0]?.bbox : undefined;
        const cell = plan.cells[0];
        const expected = cell && spin({ x0: 50, y0: 60, x1: 50 + 90 * cell.colSpan, y1: 60 + 40 * cell.rowSpan });
        expect(place).toEqual(expected);
      }),
    );
  });
});

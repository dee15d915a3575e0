import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/layout/layout-types.js';
import { type CentredText, centredSpans, type TextRow } from '../../../src/layout/unruled/centred-spans.js';
import { separators } from '../../../src/layout/unruled/separators.js';

const line = (x0: number, x1: number): Line => ({ text: 'x', size: 10, box: { x0, x1, y0: 0, y1: 10 } });

describe('separators', () => {
  it('are the fewest that part all neighbours', () => {
    const rows = [[line(0, 40), line(60, 90), line(120, 150)], [line(0, 30), line(70, 100)], [line(5, 150)]];
    expect(separators(rows, [])).toEqual([50, 105]);
  });
  it('stand where rules end, too', () => {
    expect(separators([[line(0, 40), line(60, 90)]], [57, 120])).toEqual([52.5, 120]);
  });
  it('count the lines of one cell as one text', () => {
    expect(separators([[line(0, 40), line(30, 70), line(90, 100)]], [])).toEqual([80]);
  });
  it('part every gap, whatever the rows are', () => {
    const row = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 8 })
      .map((steps) => {
        let x = 0;
        return steps.map(([gap, width]) => {
          const from = x + gap;
          x = from + width;
          return line(from, x);
        });
      });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const found = separators(rows, []);
        for (const pieces of rows) {
          for (const [i, piece] of pieces.slice(1).entries()) {
            const end = (pieces[i] as Line).box.x1;
            expect(found.some((x) => x >= end && x <= piece.box.x0)).toBe(true);
          }
        }
      }),
    );
  });
});

/** Rows of 20 points with texts of 10 points in their middle. */
const rows = (n: number): TextRow[] => Array.from({ length: n }, (_, i) => ({ top: i * 20 + 5, bottom: i * 20 + 15 }));
const centred = (first: number, last: number, col = 0): CentredText => ({
  col,
  lastCol: col,
  centre: ((first + last + 1) * 20) / 2,
  size: 10,
});
const spans = (texts: CentredText[], n: number): string[] =>
  centredSpans(texts, rows(n)).map((span) => `${span.first}-${span.last}`);

describe('centredSpans', () => {
  it('finds the rows of which each text is the middle', () => {
    expect(spans([centred(0, 2), centred(3, 3), centred(4, 7)], 8)).toEqual(['0-2', '3-3', '4-7']);
    expect(spans([centred(0, 1), centred(2, 2), centred(3, 4)], 5)).toEqual(['0-1', '2-2', '3-4']);
  });
  it('never lets a group end inside a group to its right', () => {
    expect(spans([centred(0, 3), centred(4, 5), centred(0, 1, 1), centred(2, 3, 1), centred(4, 5, 1)], 6)).toEqual([
      '0-3',
      '4-5',
      '0-1',
      '2-3',
      '4-5',
    ]);
  });
  it('leaves texts at the top of their rows where they are', () => {
    const top = (row: number): CentredText => ({ ...centred(row, row), centre: row * 20 + 10 });
    expect(spans([top(0), top(2)], 4)[0]).toBe('0-0');
  });
  it('reads back any partition of the rows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }), (lengths) => {
        let first = 0;
        const groups = lengths.map((length) => {
          const group = { first, last: first + length - 1 };
          first += length;
          return group;
        });
        const found = centredSpans(
          groups.map((g) => centred(g.first, g.last)),
          rows(first),
        );
        expect(found.map(({ first: a, last: b }) => ({ first: a, last: b }))).toEqual(groups);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/layout/regions/columns.js';
import type { Glyph } from '../../../src/reader/reader-types.js';

/** A text of 10 points, whose middle is at a height. */
const text = (x0: number, x1: number, middle: number, chars = '文'): Glyph => ({
  ...{ text: chars, size: 10, angle: 0, vertical: false },
  box: { x0, x1, y0: middle - 5, y1: middle + 5 },
});
/** Lines of prose to the right of the table. */
const prose = (count: number, { from = 0, pitch = 15, x0 = 300, x1 = 500, chars = '文' } = {}): Glyph[] =>
  Array.from({ length: count }, (_, i) => text(x0, x1, from + pitch * i, chars));
/** Rows of two texts, from 0 to 140. */
const table = (count: number, from = 0, pitch = 15): Glyph[] =>
  Array.from({ length: count }, (_, i) => [text(0, 40, from + pitch * i), text(100, 140, from + pitch * i)]).flat();
/** How many texts each column has. */
const counts = (...glyphs: (Glyph | Glyph[])[]): number[] => columnsOf(glyphs.flat()).map((part) => part.length);

describe('prose beside a table', () => {
  it('is a column of its own, on either side', () => {
    expect(counts(table(6), prose(6))).toEqual([12, 6]);
    expect(counts(table(6), prose(6, { x0: -300, x1: -50 }))).toEqual([6, 12]);
  });
  it('has lines at heights of its own or not', () => {
    expect(counts(table(6), prose(9, { from: -3, pitch: 11 }))).toEqual([12, 9]);
  });
  it('has five wide lines, and three rows beside it', () => {
    expect(counts(table(6), prose(5))).toEqual([12, 5]);
    expect(counts(table(6), prose(4))).toEqual([16]);
    expect(counts(table(3), prose(6))).toEqual([6, 6]);
    expect(counts(table(2), prose(6))).toEqual([10]);
  });
  it('is twelve times its size wide', () => {
    expect(counts(table(6), prose(6, { x1: 421 }))).toEqual([12, 6]);
    expect(counts(table(6), prose(6, { x1: 419 }))).toEqual([18]);
  });
  it('begins its paragraphs elsewhere than the rows: a text in each row is a cell', () => {
    // Rows 40 points apart, beside each a text of three lines.
    const cells = [0, 1, 2, 3].flatMap((i) => prose(3, { from: 40 * i, pitch: 11 }));
    expect(counts(table(4, 0, 40), cells)).toEqual([20]);
    expect(counts(table(4, 5, 40), cells)).toEqual([8, 12]);
    // Indented instead.
    const indented = cells.map((one, i) => (i % 3 === 0 ? text(309, 500, one.box.y0 + 5) : one));
    expect(counts(table(4, 0, 40), indented)).toEqual([20]);
  });
  it('has beginnings at less than half of the rows', () => {
    const lines = prose(6).map((one, i) => (i === 2 ? text(309, 500, 30) : one));
    expect(counts(table(6), lines)).toEqual([12, 6]);
    expect(
      counts(
        table(6),
        lines.map((one, i) => (i === 4 ? text(309, 500, 60) : one)),
      ),
    ).toEqual([18]);
  });
  it('fills its lines to within a character, or goes on within sentences', () => {
    const ragged = (by: number, chars: string): Glyph[] =>
      prose(6, { chars }).map((one, i) => (i % 2 ? text(300, 500 - by, 15 * i, chars) : one));
    expect(counts(table(6), ragged(10, '文'))).toEqual([12, 6]);
    expect(counts(table(6), ragged(12, '文'))).toEqual([18]);
    expect(counts(table(6), ragged(30, 'goes on'))).toEqual([12, 6]);
    expect(counts(table(6), ragged(30, 'Ends.'))).toEqual([18]);
  });
  it('is a cell where a heading stands over it on the line of the header', () => {
    expect(counts(table(7, -15), prose(6), text(380, 420, -15))).toEqual([21]);
    expect(counts(table(6), prose(6), text(380, 420, -25))).toEqual([12, 7]);
  });
  it('has a gutter of four fifths of the size', () => {
    expect(counts(table(6), prose(6, { x0: 148.1 }))).toEqual([12, 6]);
    expect(counts(table(6), prose(6, { x0: 147.9 }))).toEqual([18]);
  });
  it('ends where a text crosses the gutter', () => {
    expect(counts(text(0, 500, -30), table(6), prose(6), text(0, 500, 120))).toEqual([1, 12, 6, 1]);
  });
});

describe('tables beside one another', () => {
  const left = [text(20, 120, -20, 'Table 1. A')];
  it('are parted between their captions, where these are centred over them', () => {
    const right = table(4).map((one) => text(one.box.x0 + 200, one.box.x1 + 200, (one.box.y0 + one.box.y1) / 2));
    expect(counts(left, text(220, 320, -20, 'Table 2. B'), table(5), right)).toEqual([11, 9]);
    // Of three gutters the middle one: the captions begin with their tables.
    expect(counts(text(0, 90, -20, '表1 甲'), text(200, 290, -20, '表2 乙'), table(5), right)).toEqual([11, 9]);
    expect(counts(text(220, 320, -20, 'Livestock'), left, table(5), right)).toEqual([20]);
  });
  it('have five lines', () => {
    const right = table(4).map((one) => text(one.box.x0 + 200, one.box.x1 + 200, (one.box.y0 + one.box.y1) / 2));
    const both = (rows: number): Glyph[] => [...table(rows), ...right.slice(0, 2 * rows)];
    expect(counts(left, text(220, 320, -20, 'Table 2. B'), both(4))).toEqual([9, 9]);
    expect(counts(left, text(220, 320, -20, 'Table 2. B'), both(3))).toEqual([14]);
  });
});

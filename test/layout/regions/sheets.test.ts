import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/grid/grid-types.js';
import type { Line } from '../../../src/layout/layout-types.js';
import { besideProse } from '../../../src/layout/regions/beside-prose.js';
import { sheetsOf } from '../../../src/layout/regions/sheets.js';
import type { Glyph } from '../../../src/reader/reader-types.js';

const size = { width: 800, height: 600 };
/** A grid of lines of 4 columns and rows between two heights. */
const grid = (x0: number, x1: number, y0 = 100, y1 = 400): Segment[] =>
  [0, 1, 2, 3].flatMap((i): Segment[] => [
    { axis: 'h', at: y0 + ((y1 - y0) * i) / 3, from: x0, to: x1 },
    { axis: 'v', at: x0 + ((x1 - x0) * i) / 3, from: y0, to: y1 },
  ]);
const glyph = (x0: number, x1: number, y: number): Glyph => ({
  ...{ text: '文', size: 10, angle: 0, vertical: false },
  box: { x0, x1, y0: y - 5, y1: y + 5 },
});
const edges = (segments: readonly Segment[], glyphs: readonly Glyph[] = []): number[] =>
  sheetsOf(size, segments, glyphs).map(({ x1 }) => Math.round(x1));

describe('sheets beside one another', () => {
  it('are parted in the middle of the gutter', () => {
    expect(edges([...grid(40, 360), ...grid(440, 760)])).toEqual([400, 800]);
    expect(edges([...grid(20, 240), ...grid(290, 510), ...grid(560, 780)])).toEqual([265, 535, 800]);
  });
  it('are one where text crosses the gutter, but for what stands in the margins of the page', () => {
    const both = [...grid(40, 360), ...grid(440, 760)];
    expect(edges(both, [glyph(380, 420, 80)])).toEqual([800]);
    expect(edges(both, [glyph(380, 420, 590)])).toEqual([400, 800]);
    expect(edges(both, [glyph(380, 420, 20)])).toEqual([400, 800]);
    expect(edges(both, [glyph(380, 420, 50)])).toEqual([800]);
  });
  it('have ten points between them', () => {
    expect(edges([...grid(40, 394), ...grid(406, 760)])).toHaveLength(2);
    expect(edges([...grid(40, 396), ...grid(404, 760)])).toHaveLength(1);
  });
  it('have rulings enough each, over a quarter of what is drawn', () => {
    expect(edges([...grid(40, 360), ...grid(440, 760, 100, 180)])).toHaveLength(2);
    expect(edges([...grid(40, 360), ...grid(440, 760, 100, 170)])).toHaveLength(1);
    expect(edges([...grid(40, 360), ...grid(440, 760).slice(1)])).toHaveLength(1);
  });
  it('are a fifth of the page wide at least', () => {
    expect(edges([...grid(20, 170), ...grid(190, 780)])).toHaveLength(2);
    expect(edges([...grid(20, 130), ...grid(150, 780)])).toHaveLength(1);
  });
  it('are cells of one table that are drawn apart, where the gutter is no wider than twice the other gaps', () => {
    const boxes = (gap: number): Segment[] =>
      [40, 210 + gap, 440, 610 + gap].flatMap((x) =>
        grid(x, x + 170).filter(({ axis, at }) => axis === 'h' || at === x || at === x + 170),
      );
    // The gutter is 60 points less the gap.
    expect(edges(boxes(18))).toHaveLength(2);
    expect(edges(boxes(15))).toHaveLength(2);
    expect(edges(boxes(25))).toHaveLength(1);
  });
});

const line = (x0: number, x1: number, middle: number): Line => ({
  text: '文',
  size: 10,
  box: { x0, x1, y0: middle - 5, y1: middle + 5 },
});
const prose = (count: number, pitch = 15, x1 = 500): Line[] =>
  Array.from({ length: count }, (_, i) => line(300, x1, pitch * i));
const table = (count: number, pitch = 15): Line[] =>
  Array.from({ length: count }, (_, i) => [line(0, 40, pitch * i), line(100, 140, pitch * i)]).flat();

describe('prose beside a table', () => {
  it('is none of its columns', () => {
    const rest = table(5);
    expect(besideProse([...rest, ...prose(5)])).toEqual(rest);
  });
  it('has five lines and three rows beside it at least', () => {
    expect(besideProse([...table(4), ...prose(4)])).toHaveLength(12);
    expect(besideProse([...table(2), ...prose(5)])).toHaveLength(9);
    expect(besideProse([...table(3), ...prose(5)])).toHaveLength(6);
  });
  it('is twelve times its size wide', () => {
    expect(besideProse([...table(5), ...prose(5, 15, 421)])).toHaveLength(10);
    expect(besideProse([...table(5), ...prose(5, 15, 419)])).toHaveLength(15);
  });
  it('has lines of one distance and width', () => {
    const uneven = prose(5).map((one, i) => (i > 2 ? line(300, 500, 15 * i + 4) : one));
    expect(besideProse([...table(5), ...uneven])).toHaveLength(15);
    const ragged = prose(5).map((one, i) => (i % 2 ? line(300, 430, 15 * i) : one));
    expect(besideProse([...table(5), ...ragged])).toHaveLength(15);
  });
  it('is a cell where others of its column stand above it', () => {
    expect(besideProse([...table(5), ...prose(5), line(380, 420, -20)])).toHaveLength(16);
    expect(besideProse([...table(5), ...prose(5), line(380, 420, -60)])).toHaveLength(11);
  });
  it('has lines within a point of one another, and distances within a tenth of the size', () => {
    const shifted = (off: number) => prose(5).map((one, i) => (i % 2 ? line(300 + off, 500, 15 * i) : one));
    expect(besideProse([...table(5), ...shifted(0.9)])).toHaveLength(10);
    expect(besideProse([...table(5), ...shifted(1.1)])).toHaveLength(15);
    const wider = (pitch: number) =>
      [0, 15, 15 + pitch, 15 + 2 * pitch, 15 + 3 * pitch].map((middle) => line(300, 500, middle));
    expect(besideProse([...table(5), ...wider(15.9)])).toHaveLength(10);
    expect(besideProse([...table(5), ...wider(16.1)])).toHaveLength(15);
  });
  it('has lines no further apart than 2.2 times their size', () => {
    expect(besideProse([...table(5, 21.9), ...prose(5, 21.9)])).toHaveLength(10);
    expect(besideProse([...table(5, 22.1), ...prose(5, 22.1)])).toHaveLength(15);
  });
  it('has no other cell of its column within five times its size', () => {
    expect(besideProse([...table(5), ...prose(5), line(380, 420, -49)])).toHaveLength(16);
    expect(besideProse([...table(5), ...prose(5), line(380, 420, -51)])).toHaveLength(11);
  });
  it('has text beside 0.6 of its lines, in three rows of several', () => {
    const row = (middle: number) => [line(0, 40, middle), line(100, 140, middle)];
    const between = [0, 7.5, 22.5, 37.5, 60].flatMap(row);
    expect(besideProse([...between, ...prose(5)])).toHaveLength(15);
    expect(besideProse([...row(0), ...row(15), line(0, 40, 30), ...prose(5)])).toHaveLength(10);
  });
});

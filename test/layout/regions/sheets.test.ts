import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/grid/grid-types.js';
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
  it('have three points between them', () => {
    expect(edges([...grid(40, 398), ...grid(401.1, 760)])).toHaveLength(2);
    expect(edges([...grid(40, 398), ...grid(400.9, 760)])).toHaveLength(1);
  });
  it('have upright lines, or level ones of one length', () => {
    const rules = (x0: number, x1: number, shorter = 0): Segment[] =>
      [0, 1, 2, 3].map((i) => ({ axis: 'h', at: 100 + 100 * i, from: x0 + (i === 2 ? shorter : 0), to: x1 }));
    expect(edges([...rules(40, 360), ...rules(440, 760)])).toHaveLength(2);
    expect(edges([...rules(40, 360, 2.9), ...rules(440, 760)])).toHaveLength(2);
    expect(edges([...rules(40, 360, 3.1), ...rules(440, 760)])).toHaveLength(1);
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

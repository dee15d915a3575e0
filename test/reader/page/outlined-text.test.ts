import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/geometry/box.js';
import type { DrawnArea } from '../../../src/reader/interpreter/drawing.js';
import { outlinedText } from '../../../src/reader/page/outlined-text.js';
import { readPdf } from '../../../src/reader/read.js';
import type { Glyph } from '../../../src/reader/reader-types.js';
import { tinyPdf } from '../tiny-pdf.js';

const area = (box: Box, color = '#000000'): DrawnArea => ({ box, color, order: 0 });
const glyph = (box: Box): Glyph => ({ text: '字', box, size: 10, angle: 0, vertical: false });

interface Text {
  readonly lines: number;
  readonly inLine: number;
  readonly leading?: number;
  readonly sizes?: number;
  readonly color?: string;
}

/** Shapes of up to so many sizes in lines, 12 points apart, each 10 wide. */
const text = ({ lines, inLine, leading = 16, sizes = 99, color = '#000000' }: Text): DrawnArea[] =>
  Array.from({ length: lines * inLine }, (_, i) => {
    const [x0, y0] = [60 + 12 * (i % inLine), 50 + leading * Math.floor(i / inLine)];
    const size = 4 + ((i % sizes) % 60) / 10;
    return area({ x0, y0, x1: x0 + size, y1: y0 + 10 }, color);
  });

describe('text that is drawn as curves', () => {
  const form = text({ lines: 11, inLine: 15 });

  it('is counted, and has a place', () => {
    expect(outlinedText(form, [])).toMatchObject({ shapes: 165, box: { x0: 60, y0: 50, y1: 220 } });
    expect(outlinedText(text({ lines: 9, inLine: 15 }), [])).toBeNull();
  });
  it('is none where it is text as well', () => {
    expect(
      outlinedText(
        form,
        form.map(({ box }) => glyph(box)),
      ),
    ).toBeNull();
    expect(
      outlinedText(
        form,
        form.slice(0, 5).map(({ box }) => glyph(box)),
      ),
    ).not.toBeNull();
  });
  it('is none where shapes are of few sizes, as the dots of a chart, or white, or patterned', () => {
    expect(outlinedText(text({ lines: 11, inLine: 15, sizes: 21 }), [])).not.toBeNull();
    expect(outlinedText(text({ lines: 11, inLine: 15, sizes: 19 }), [])).toBeNull();
    expect(outlinedText(text({ lines: 11, inLine: 15, color: '#ffffff' }), [])).toBeNull();
    expect(outlinedText(text({ lines: 11, inLine: 15, color: 'pattern' }), [])).toBeNull();
  });
  it('is none where no white is between its lines, as on a map', () => {
    expect(outlinedText(text({ lines: 11, inLine: 15, leading: 9 }), [])).toBeNull();
  });
  it.each([
    ['a path for each contour', 'f\n', ''],
    ['a path for all', '', 'f\n'],
    ['a path for all, filled by the other rule', '', 'f*\n'],
    ['filled and stroked', 'B\n', ''],
  ])('is found however a program writes it: %s', async (_, behindEach, behindAll) => {
    const curves = form.map(({ box: { x0, y0, x1, y1 } }) => {
      const [w, top, foot] = [x1 - x0, 800 - y0, 800 - y1];
      return `${x0} ${foot} m ${x0} ${top} ${x0 + w / 2} ${top} ${x1} ${foot} c h ${behindEach}`;
    });
    const bytes = tinyPdf(curves.join('') + behindAll, { page: '/MediaBox [0 0 600 800]' });
    const found: unknown[] = [];
    await readPdf(bytes, {}, (page) => found.push('outlined' in page ? page.outlined?.shapes : page));
    expect(found).toEqual([165]);
  });
});

import { describe, expect, it } from 'vitest';
import type { DrawnGlyph, DrawnRuling } from '../../../src/reader/interpreter/drawing.js';
import { struckGlyphs } from '../../../src/reader/page/struck.js';

/** Four glyphs of 10 points from x = 50 on, between the heights 95 and 105. */
const glyphs = [...'质量指标'].map(
  (text, i): DrawnGlyph => ({
    ...{ text, box: { x0: 50 + i * 10, x1: 60 + i * 10, y0: 95, y1: 105 }, size: 10, angle: 0, vertical: false },
    ...{ font: 'f', invisible: false, color: '#000000', order: 1, annotation: null },
  }),
);
const line = (axis: 'h' | 'v', at: number, from: number, to: number): DrawnRuling => ({
  ...{ axis, at, from, to, width: 0.7, order: 0 },
});
const struck = (...rulings: DrawnRuling[]): string =>
  [...struckGlyphs(glyphs, rulings)].map(({ text }) => text).join('');

describe('a text with a line through its middle', () => {
  it('is struck out by one that ends with it', () => {
    expect(struck(line('h', 100, 48, 92))).toBe('质量指标');
    expect(struck(line('h', 100, 20, 92))).toBe('');
  });

  it('is none where the line is the side of a box, drawn for a cell of its own', () => {
    expect(struck(line('h', 100, 48, 92), line('v', 48, 20, 100), line('v', 92, 20, 100))).toBe('');
    expect(struck(line('h', 100, 48, 92), line('v', 48, 20, 100))).toBe('质量指标');
    // The sides end before the line, or beside its ends, or are but the ends of a thick line.
    const sides = (dx: number, dy: number, height = 80) =>
      struck(...[48 - dx, 92 + dx].map((x) => line('v', x, 100 - dy - height, 100 - dy)), line('h', 100, 48, 92));
    expect([sides(0.9, 0), sides(0, 0.9)]).toEqual(['', '']);
    expect([sides(1.1, 0), sides(0, 1.1)]).toEqual(['质量指标', '质量指标']);
    expect([sides(0, 0, 9), sides(0, 0, 11)]).toEqual(['质量指标', '']);
  });
});

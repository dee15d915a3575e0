import { describe, expect, it } from 'vitest';
import { inkThreshold } from '../../src/raster/binarise.js';
import { rotated, skewOf } from '../../src/raster/deskew.js';
import { inkLines } from '../../src/raster/lines/rulings.js';
import { grayWithoutSeals } from '../../src/raster/paper/remove-seals.js';
import { sheetOf } from '../../src/raster/sheet.js';
import { textLines } from '../../src/raster/xy-cut.js';
import { colours, Drawing } from './drawn.js';

/** Constants of src/raster/tolerances.ts from both sides, at two pixels to the point. */
const SCALE = 2;

describe('the threshold of ink', () => {
  it('stays between 120 and 207', () => {
    expect(inkThreshold(new Drawing(20, 20, 60).fill(0, 0, 5, 5, 10).gray)).toBe(120);
    expect(inkThreshold(new Drawing(20, 20, 255).fill(0, 0, 5, 5, 230).gray)).toBe(207);
  });

  it('is 0.15 nearer to white for strokes', () => {
    const drawing = new Drawing(100, 100).fill(10, 10, 90, 50).fill(10, 70, 15, 75, 139).fill(50, 70, 55, 75, 142);
    const { ink } = sheetOf(drawing.gray, SCALE);
    expect([ink.bits[71 * 100 + 11], ink.bits[71 * 100 + 51]]).toEqual([1, 0]);
  });
});

describe('skew', () => {
  const page = new Drawing(400, 300);
  for (const y of [60, 100, 140, 180, 220]) page.fill(60, y, 340, y + 3);
  const measured = (degrees: number) => {
    const { width, height, levels } = rotated(page.gray, -degrees);
    return skewOf({ width, height, bits: levels.map((level) => (level < 128 ? 1 : 0)) });
  };

  it('is looked for up to 5 degrees', () => {
    expect(Math.abs(measured(4.7) - 4.7)).toBeLessThan(0.2);
    expect(measured(6.5)).toBeLessThan(5.3);
  });

  it('is left where it moves the ends of lines by 1.5 pixels', () => {
    const skew = (degrees: number) => sheetOf(rotated(page.gray, -degrees), SCALE).skew;
    expect(skew(0.16)).toBe(0);
    expect(skew(0.28)).toBeGreaterThan(0.2);
  });
});

describe('the red of a seal', () => {
  /** Paper, twelve pixels of a colour, more of others, paper: what is left of it. */
  const row = (...pixels: (readonly [number, number, number])[]) => {
    const paper = Array(30).fill([240, 240, 240]);
    const { levels } = grayWithoutSeals(colours(...paper, ...pixels, ...paper));
    return [...levels.slice(30, 30 + pixels.length)];
  };

  it('is 24 shades above the other colours', () => {
    expect(row(...Array(12).fill([225, 200, 200]))).toEqual(Array(12).fill(240));
    expect(row(...Array(12).fill([223, 200, 200]))).toEqual(Array(12).fill(206));
  });

  it('goes on at its edge for 5 pixels where it is 4 shades above them', () => {
    const seal = Array(12).fill([220, 60, 70]);
    expect(row(...seal, ...Array(8).fill([205, 200, 200])).slice(12)).toEqual([...Array(5).fill(240), 201, 201, 201]);
    expect(row(...seal, ...Array(8).fill([203, 200, 200])).slice(12)).toEqual(Array(8).fill(200));
  });

  it('aside, a page is turned where more than 0.7 of it is dark', () => {
    const first = (dark: number) =>
      grayWithoutSeals(colours(...Array(dark).fill([10, 10, 10]), ...Array(100 - dark).fill([250, 250, 250])))
        .levels[0];
    expect(first(69)).toBe(10);
    expect(first(71)).toBe(245);
  });
});

describe('lines', () => {
  const h = (drawing: Drawing) =>
    inkLines(drawing.ink, SCALE)
      .filter(({ axis }) => axis === 'h')
      .map(({ from, to }) => [from, to]);
  const v = (drawing: Drawing) => inkLines(drawing.ink, SCALE).filter(({ axis }) => axis === 'v').length;
  const paper = () => new Drawing(400, 300);

  it('are 26 points long by themselves, upright ones 80', () => {
    expect(h(paper().fill(50, 90, 103, 93))).toEqual([[50, 103]]);
    expect(h(paper().fill(50, 90, 101, 93))).toEqual([]);
    expect(v(paper().fill(50, 90, 53, 251))).toBe(1);
    expect(v(paper().fill(50, 90, 53, 249))).toBe(0);
  });

  it('are 8 points long where they lead from one to another', () => {
    const cell = (height: number) => {
      // A higher row below shows where the sides of the table stand.
      const drawing = paper().fill(50, 200, 350, 203).fill(50, 280, 350, 283);
      for (const x of [50, 347]) drawing.fill(x, 90, x + 3, 90 + height).fill(x, 200, x + 3, 283);
      return v(drawing.fill(50, 90, 350, 93).fill(50, 87 + height, 350, 90 + height)) - 2;
    };
    expect(cell(17)).toBe(2);
    expect(cell(15)).toBe(0);
  });

  it('go on over gaps of 7 points where a piece is 16 long', () => {
    const broken = (length: number, gap: number) =>
      h(
        paper()
          .fill(50, 90, 50 + length, 93)
          .fill(50 + length + gap, 90, 50 + 2 * length + gap, 93),
      );
    expect(broken(100, 13)).toEqual([[50, 263]]);
    expect(broken(100, 15)).toEqual([
      [50, 150],
      [165, 265],
    ]);
    expect(broken(33, 10)).toEqual([[50, 126]]);
    expect(broken(31, 10)).toEqual([]);
  });

  it('are no thicker than 4 points', () => {
    expect(h(paper().fill(50, 90, 250, 98))).toHaveLength(1);
    expect(h(paper().fill(50, 90, 250, 99))).toEqual([]);
  });

  it('have pieces within 1.4 points across', () => {
    const stepped = (step: number) =>
      h(
        paper()
          .fill(50, 90, 150, 93)
          .fill(155, 90 + step, 255, 93 + step),
      );
    expect(stepped(4)).toEqual([[50, 255]]);
    expect(stepped(5)).toHaveLength(2);
  });

  it('of dots have gaps of 3.4 points, are 2.2 thick and 30 long', () => {
    const dotted = (gap: number, thick: number, to: number, dot = 3) => {
      const drawing = paper();
      for (let x = 50; x < 50 + to; x += dot + gap) drawing.fill(x, 90, Math.min(50 + to, x + dot), 90 + thick);
      return h(drawing).length;
    };
    expect(dotted(7, 2, 203)).toBe(1);
    expect(dotted(8, 2, 203)).toBe(0);
    expect(dotted(4, 5, 203)).toBe(1);
    expect(dotted(4, 6, 203)).toBe(0);
    expect(dotted(4, 2, 66)).toBe(1);
    expect(dotted(4, 2, 59)).toBe(0);
    // A dash every 11 points, and every 13: strokes.
    expect(dotted(6, 2, 170, 16)).toBe(1);
    expect(dotted(6, 2, 202, 20)).toBe(0);
  });

  it('that are the sides of a row end within 1.5 points', () => {
    const sides = (from: number) => {
      const drawing = paper().fill(50, 90, 353, 93);
      for (const x of [50, 200]) drawing.fill(x, 60, x + 3, 90);
      return v(drawing.fill(350, from, 353, 90));
    };
    expect(sides(57)).toBe(3);
    expect(sides(56)).toBe(0);
  });
});

describe('lines of text', () => {
  /** Bands of ink 100 pixels wide from the top of a page on, below three lines of 24 pixels that tell the usual height. */
  const read = (...bands: [from: number, to: number][]) => {
    const drawing = new Drawing(400, 400);
    for (const y of [200, 260, 320]) drawing.fill(20, y, 320, y + 24);
    for (const [from, to] of bands) drawing.fill(20, 10 + from, 120, 10 + to);
    const { lines, height } = textLines(drawing.ink, [{ x0: 0, y0: 0, x1: 400, y1: 400 }], SCALE);
    expect(height).toBe(24);
    return lines.filter(({ y0 }) => y0 < 150).map(({ y0, y1 }) => [y0 - 10, y1 - 10]);
  };

  it('are put together from parts lower than 0.6 of them, up to 1.25 times as high', () => {
    expect(read([0, 14], [16, 30])).toEqual([[0, 30]]);
    expect(read([0, 15], [16, 31])).toHaveLength(2);
    expect(read([0, 14], [17, 31])).toHaveLength(2);
  });

  it('are put together over a gap of 0.45 of their height', () => {
    expect(read([0, 5], [15, 20])).toEqual([[0, 20]]);
    expect(read([0, 5], [16, 21])).toHaveLength(2);
  });

  it('are parted at gaps 1.6 times their height wide', () => {
    const parts = (gap: number) => {
      const drawing = new Drawing(400, 100).fill(20, 20, 120, 44).fill(120 + gap, 20, 220 + gap, 44);
      return textLines(drawing.ink, [{ x0: 0, y0: 0, x1: 400, y1: 100 }], SCALE).lines.length;
    };
    expect(parts(38)).toBe(1);
    expect(parts(39)).toBe(2);
  });

  it('that touch are parted at 1.7 times their height, in a row with less than 0.3 of the ink', () => {
    const touching = (height: number, ink: number) => {
      const drawing = new Drawing(400, 400);
      for (const y of [200, 260, 320]) drawing.fill(20, y, 320, y + 24);
      drawing
        .fill(20, 10, 120, 10 + height)
        .fill(20, 30, 120, 32, 255)
        .fill(20, 30, 20 + ink, 32);
      const { lines } = textLines(drawing.ink, [{ x0: 0, y0: 0, x1: 400, y1: 400 }], SCALE);
      return lines.filter(({ y0 }) => y0 < 150).length;
    };
    expect(touching(41, 20)).toBe(2);
    expect(touching(40, 20)).toBe(1);
    expect(touching(41, 40)).toBe(1);
  });

  it('are between 4 and 30 points high, if their height is to be the usual one; or it is 10', () => {
    const height = (pixels: number) =>
      textLines(new Drawing(400, 100).fill(20, 20, 320, 20 + pixels).ink, [{ x0: 0, y0: 0, x1: 400, y1: 100 }], SCALE)
        .height;
    expect([height(8), height(7)]).toEqual([8, 20]);
    expect([height(60), height(61)]).toEqual([60, 20]);
  });

  it('are higher than 0.7 points: dirt is not', () => {
    const spots = (height: number) => {
      const drawing = new Drawing(400, 100).fill(20, 20, 320, 44).fill(20, 70, 24, 70 + height);
      return textLines(drawing.ink, [{ x0: 0, y0: 0, x1: 400, y1: 100 }], SCALE).lines.length;
    };
    expect(spots(2)).toBe(2);
    expect(spots(1)).toBe(1);
  });
});

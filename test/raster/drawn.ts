import type { Gray, Ink, Rgb } from '../../src/raster/raster-types.js';

const BLACK = 0;
const PAPER = 255;

/** A sheet of paper to draw on, for tests. */
export class Drawing {
  readonly data: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    paper = PAPER,
  ) {
    this.data = new Uint8Array(width * height).fill(paper);
  }

  fill(x0: number, y0: number, x1: number, y1: number, shade = BLACK): this {
    for (let y = y0; y < y1; y++) this.data.fill(shade, y * this.width + x0, y * this.width + x1);
    return this;
  }

  /** Rows of a picture in letters: `#` is ink, each so many pixels wide and high. */
  letters(x: number, y: number, size: number, rows: readonly string[]): this {
    for (const [r, row] of rows.entries()) {
      for (const [c, char] of [...row].entries()) {
        if (char === '#') this.fill(x + c * size, y + r * size, x + (c + 1) * size, y + (r + 1) * size);
      }
    }
    return this;
  }

  get gray(): Gray {
    return { width: this.width, height: this.height, levels: this.data.slice() };
  }

  get ink(): Ink {
    return { width: this.width, height: this.height, bits: this.data.map((shade) => (shade < 128 ? 1 : 0)) };
  }
}

/** A picture of one row from colours. */
export const colours = (...pixels: readonly (readonly [number, number, number])[]): Rgb => ({
  width: pixels.length,
  height: 1,
  data: Uint8Array.from(pixels.flat()),
});

/** A picture in shades of grey: one byte a pixel, row by row from the top, 0 black and 255 white. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Where ink is: one byte a pixel, 1 ink and 0 paper. */
export type Ink = Gray;

/** A picture in colours: three bytes a pixel (red, green, blue). */
export interface Rgb {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A rectangle of pixels; `x1` and `y1` are the first ones outside. */
export interface Area {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export function increment(counts: Uint32Array | Float64Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}

/** A picture in shades of grey, row by row from the top. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel: 0 black, 255 white. */
  readonly levels: Uint8Array;
}

/** Where ink is, row by row from the top. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel: 1 ink, 0 paper. */
  readonly bits: Uint8Array;
}

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

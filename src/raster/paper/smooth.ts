import type { Gray } from '../raster-types.js';
import { RASTER_TOLERANCES as TOL } from '../tolerances.js';

/** The picture blurred where its grain is coarse, as on a dithered or halftone one: what is left is the shade that the grain stands for. */
export const withoutGrain = (gray: Gray): Gray => (grainOf(gray) > TOL.coarseGrain ? blurred(gray) : gray);

/** By how many shades pixels differ from the mean of those around them, on the whole. */
export function grainOf({ width, height, levels }: Gray): number {
  let sum = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y += 2) {
    for (let k = y * width + 1, end = k + width - 2; k < end; k += 2, count++) {
      const around =
        (levels[k - 1] as number) +
        (levels[k + 1] as number) +
        (levels[k - width] as number) +
        (levels[k + width] as number);
      sum += Math.abs((levels[k] as number) - around / 4);
    }
  }
  return sum / Math.max(1, count);
}

/** Each pixel the mean of five by five, weighted as binomials are: a blur of one pixel. */
export function blurred({ width, height, levels }: Gray): Gray {
  const along = new Uint8Array(levels.length);
  const out = new Uint8Array(levels.length);
  pass(levels, along, height, width, width, 1);
  pass(along, out, width, height, 1, width);
  return { width, height, levels: out };
}

/** One direction: `count` lines of `length` pixels, `step` from line to line, `next` from pixel to pixel. */
function pass(from: Uint8Array, to: Uint8Array, count: number, length: number, step: number, next: number): void {
  for (let line = 0; line < count; line++) {
    const start = line * step;
    for (let i = 0; i < length; i++) {
      const k = start + i * next;
      const a = from[i < 2 ? start : k - 2 * next] as number;
      const b = from[i < 1 ? start : k - next] as number;
      const d = from[i > length - 2 ? k : k + next] as number;
      const e = from[i > length - 3 ? k : k + 2 * next] as number;
      to[k] = (a + e + 4 * (b + d) + 6 * (from[k] as number) + 8) >> 4;
    }
  }
}

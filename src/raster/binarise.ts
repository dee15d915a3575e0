import { type Gray, type Ink, increment } from './raster-types.js';
import { RASTER_TOLERANCES as TOL } from './tolerances.js';

/**
 * The shade that best parts ink from paper: the one with the largest variance between the two (N. Otsu, "A threshold
 * selection method from gray-level histograms", 1979).
 */
export function inkThreshold({ levels }: Gray): number {
  const counts = new Float64Array(256);
  for (let i = 0; i < levels.length; i++) increment(counts, levels[i] as number);
  let sum = 0;
  for (let v = 0; v < 256; v++) sum += v * (counts[v] as number);
  let below = 0;
  let sumBelow = 0;
  let best = 0;
  let [first, last] = [TOL.minThreshold, TOL.minThreshold];
  for (let v = 0; v < 255; v++) {
    below += counts[v] as number;
    sumBelow += v * (counts[v] as number);
    const above = levels.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (between < best) continue;
    last = v + 1;
    if (between > best) [best, first] = [between, last];
  }
  const threshold = Math.round(first + TOL.thresholdTowardsPaper * (last - first));
  return Math.min(TOL.maxThreshold, Math.max(TOL.minThreshold, threshold));
}

/** The ink of a picture: what is darker than the threshold (a shade). */
export function binarise({ width, height, levels }: Gray, threshold: number): Ink {
  const bits = new Uint8Array(levels.length);
  for (let i = 0; i < levels.length; i++) bits[i] = (levels[i] as number) < threshold ? 1 : 0;
  return { width, height, bits };
}

/** The same ink with rows and columns exchanged. */
export function transposed({ width, height, bits }: Ink): Ink {
  const out = new Uint8Array(bits.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) out[x * height + y] = bits[y * width + x] as number;
  }
  return { width: height, height: width, bits: out };
}

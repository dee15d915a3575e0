import { shiftAt, type Warp } from '../geometry/warp.js';
import { type Gray, type Ink, increment } from './raster-types.js';
import { RASTER_TOLERANCES as TOL } from './tolerances.js';

/**
 * By how many degrees the lines of the page fall towards the right (clockwise is positive): the angle at which the ink,
 * summed along it, has the sharpest profile (W. Postl, "Detection of linear oblique structures and skew scan in digitized
 * documents", 1986). First in steps of a fifth of a degree, then in finer ones around the best.
 */
export function skewOf(ink: Ink): number {
  const points = samples(ink);
  if (points.xs.length === 0) return 0;
  let best = sharpest(points, ink, 0, TOL.maxSkew, 0.2);
  best = sharpest(points, ink, best, 0.2, 0.04);
  return sharpest(points, ink, best, 0.04, 0.01);
}

interface Points {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

/** The upper edges of ink, as many as are allowed: they mark lines better than its insides. */
function samples({ width, height, bits }: Ink): Points {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 1; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (bits[y * width + x] === 1 && bits[(y - 1) * width + x] === 0) {
        xs.push(x - width / 2);
        ys.push(y);
      }
    }
  }
  const step = Math.max(1, Math.ceil(xs.length / TOL.maxSkewSamples));
  const every = (list: number[]): Float32Array =>
    Float32Array.from(step === 1 ? list : list.filter((_, i) => i % step === 0));
  return { xs: every(xs), ys: every(ys) };
}

function sharpest({ xs, ys }: Points, { width, height }: Ink, around: number, reach: number, step: number): number {
  const margin = Math.ceil(Math.tan(((TOL.maxSkew + 1) * Math.PI) / 180) * (width / 2)) + 2;
  const profile = new Uint32Array(height + 2 * margin);
  const steps = Math.round(reach / step);
  let best = around;
  let bestScore = -1;
  for (let k = -steps; k <= steps; k++) {
    const angle = around + k * step;
    const slope = Math.tan((angle * Math.PI) / 180);
    profile.fill(0);
    for (let i = 0; i < xs.length; i++) {
      increment(profile, Math.round((ys[i] as number) - (xs[i] as number) * slope) + margin);
    }
    let score = 0;
    for (let y = 0; y < profile.length; y++) score += (profile[y] as number) ** 2;
    if (score > bestScore) {
      bestScore = score;
      best = angle;
    }
  }
  return best;
}

/**
 * The picture turned around its middle by `degrees` against the clock, and straightened; what comes in from outside is white.
 */
export function rotated(gray: Gray, degrees: number, warp: Warp | null = null): Gray {
  const { width, height, levels } = gray;
  const out = new Uint8Array(levels.length).fill(255);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cx = (width - 1) / 2;
  const cy = (height - 1) / 2;
  const [dx, dy] = [new Float32Array(width), new Float32Array(width)];
  for (let y = 0; y < height; y++) {
    if (warp) shiftsOf(warp, y, dx, dy);
    for (let x = 0; x < width; x++) {
      const u = x - cx + (dx[x] as number);
      const v = y - cy + (dy[x] as number);
      const sx = u * cos - v * sin + cx;
      const sy = u * sin + v * cos + cy;
      const x0 = Math.floor(sx);
      const y0 = Math.floor(sy);
      if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) continue;
      const fx = sx - x0;
      const fy = sy - y0;
      const k = y0 * width + x0;
      const top = (levels[k] as number) * (1 - fx) + (levels[k + 1] as number) * fx;
      const bottom = (levels[k + width] as number) * (1 - fx) + (levels[k + width + 1] as number) * fx;
      out[y * width + x] = top * (1 - fy) + bottom * fy + 0.5;
    }
  }
  return { width, height, levels: out };
}

/** How far away the pixels of a row are found. */
function shiftsOf(warp: Warp, y: number, dx: Float32Array, dy: Float32Array): void {
  const step = (warp.width - 1) / (warp.cols - 1);
  let [x0, y0] = shiftAt(warp, 0, y);
  for (let col = 1; col < warp.cols; col++) {
    const from = Math.ceil((col - 1) * step);
    const to = Math.min(dx.length, Math.ceil(col * step) + 1);
    const [x1, y1] = shiftAt(warp, (col * warp.width) / (warp.cols - 1), y);
    for (let x = from; x < to; x++) {
      const part = x / step - (col - 1);
      dx[x] = x0 + (x1 - x0) * part;
      dy[x] = y0 + (y1 - y0) * part;
    }
    [x0, y0] = [x1, y1];
  }
}

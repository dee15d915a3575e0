import type { Coverage } from './coverage.js';
import { isOthers, type PageInk } from './page-ink.js';
import { WITNESS_TOLERANCES as TOL } from './tolerances.js';

/** How a glyph stands out on the picture. */
export interface Contrast {
  /** Levels of 255 by which its ink differs from its ground, by the channel that tells most. */
  readonly levels: number;
  /** Fraction of its ink that stands in parts of it where nothing is seen. */
  readonly hidden: number;
}

/** Parts of a glyph that are looked at one by one: across and down. */
const PARTS = 3;

/** Sums of a linear regression of the channels of pixels by how much of them is covered. */
class Sums {
  private n = 0;
  private c = 0;
  private cc = 0;
  private readonly v = [0, 0, 0];
  private readonly cv = [0, 0, 0];

  add(cover: number, data: Uint8Array, at: number): void {
    this.n++;
    this.c += cover;
    this.cc += cover * cover;
    for (let k = 0; k < 3; k++) {
      const value = data[3 * at + k] as number;
      (this.v[k] as number) += value;
      (this.cv[k] as number) += cover * value;
    }
  }

  /** Levels that full cover adds to the ground, by channel; null where cover does not vary. */
  get slopes(): number[] | null {
    const { n, c, cc, v, cv } = this;
    const spread = n * cc - c * c;
    if (n < 4 || spread < 1e-3) return null;
    return v.map((sum, k) => (n * (cv[k] as number) - c * sum) / spread);
  }

  get ink(): number {
    return this.c;
  }
}

/**
 * How a glyph that should cover these pixels stands out on the picture; null where other glyphs or lines stand on most of it, it
 * is not on the picture, or is too small to say.
 */
export function contrastOf(ink: PageInk, cover: Coverage, isDrawn = true): Contrast | null {
  const { picture, ruled } = ink;
  const whole = new Sums();
  const parts = Array.from({ length: PARTS * PARTS }, () => new Sums());
  for (let y = cover.y - TOL.margin; y < cover.y + cover.height + TOL.margin; y++) {
    if (y < 0 || y >= picture.height) continue;
    for (let x = cover.x - TOL.margin; x < cover.x + cover.width + TOL.margin; x++) {
      if (x < 0 || x >= picture.width) continue;
      const [dx, dy] = [x - cover.x, y - cover.y];
      const isIn = dx >= 0 && dx < cover.width && dy >= 0 && dy < cover.height;
      const own = isIn ? (cover.data[dy * cover.width + dx] as number) : 0;
      const at = y * picture.width + x;
      if (ruled[at] === 1 || isOthers(ink, at, isDrawn ? own : 0)) continue;
      whole.add(own / 255, picture.data, at);
      const part = (of: number, size: number): number =>
        Math.min(PARTS - 1, Math.max(0, Math.floor((of * PARTS) / size)));
      parts[part(dy, cover.height) * PARTS + part(dx, cover.width)]?.add(own / 255, picture.data, at);
    }
  }
  const slopes = whole.slopes;
  if (!slopes || whole.ink < Math.min(TOL.minCover, cover.area) * TOL.minFree || whole.ink < cover.area * TOL.minFree)
    return null;
  const channel = slopes.reduce((best, slope, k) => (Math.abs(slope) > Math.abs(slopes[best] as number) ? k : best), 0);
  const slope = slopes[channel] as number;
  let hidden = 0;
  for (const part of parts) {
    const own = part.slopes?.[channel];
    if (own !== undefined && own * Math.sign(slope) < TOL.partContrast * Math.abs(slope)) hidden += part.ink;
  }
  return { levels: Math.abs(slope), hidden: hidden / whole.ink };
}

import type { Gray, Rgb } from '../raster-types.js';
import { RASTER_TOLERANCES as TOL } from '../tolerances.js';

/**
 * Shades of grey (luminance, ITU-R BT.601) without the red of seals. In the red channel the ink of a seal is nearly as
 * bright as paper, and print under it dark: there the ink becomes white. What is print is darker than the ink in brightness,
 * too: at the edges of its strokes, where JPEG keeps the colour more coarsely, red alone would look like it.
 */
export function grayWithoutSeals({ width, height, data }: Rgb): Gray {
  const gray = new Uint8Array(width * height);
  const redness = new Uint8Array(width * height);
  let isRed = false;
  for (let i = 0, k = 0; i < gray.length; i++, k += 3) {
    const r = data[k] as number;
    const g = data[k + 1] as number;
    const b = data[k + 2] as number;
    gray[i] = (r * 77 + g * 150 + b * 29) >> 8;
    redness[i] = Math.max(0, r - Math.max(g, b));
    isRed ||= r - Math.max(g, b) >= TOL.sealRedness;
  }
  return { width, height, levels: positive(isRed ? withoutRed(gray, redness, width, data) : gray) };
}

/** The grey with paper where there is red ink, but for the print under it. */
function withoutRed(gray: Uint8Array, redness: Uint8Array, width: number, data: Uint8Array): Uint8Array {
  const full = TOL.sealFullRedness * quantile(redness, 0.5, (i) => (redness[i] as number) >= TOL.sealRedness);
  const isFull = (i: number): boolean => (redness[i] as number) >= Math.max(TOL.sealRedness, full);
  const reds = new Uint8Array(gray.length);
  for (let i = 0; i < reds.length; i++) reds[i] = data[3 * i] as number;
  const red = quantile(reds, 0.4, isFull);
  const luminance = quantile(gray, 0.4, isFull);
  const paper = quantile(gray, 0.8, () => true);
  const zone = inkZone(redness, isFull, width);
  const shades = gray.slice();
  for (let i = 0; i < gray.length; i++) {
    if (zone[i] === 0) continue;
    const dark = Math.min(darkness(reds[i] as number, red), darkness(gray[i] as number, luminance));
    shades[i] = Math.round(paper * (1 - Math.min(1, Math.max(0, dark))));
  }
  return shades;
}

/** How much darker than the ink a pixel is: 0 not at all, 1 black. */
const darkness = (shade: number, ink: number): number => (ink - shade) / Math.max(1, ink - TOL.black);

/** The value below which this part of the values lies that count. */
function quantile(values: Uint8Array, part: number, counts: (i: number) => boolean): number {
  const histogram = new Uint32Array(256);
  let all = 0;
  for (let i = 0; i < values.length; i++) {
    if (!counts(i)) continue;
    const value = values[i] as number;
    histogram[value] = (histogram[value] as number) + 1;
    all++;
  }
  let below = 0;
  for (let value = 0; value < 256; value++) {
    below += histogram[value] as number;
    if (below > part * all) return value;
  }
  return 255;
}

/** Of each pixel whether it lies in the ink of a seal or at its edge (1), or elsewhere (0). */
function inkZone(redness: Uint8Array, isFull: (i: number) => boolean, width: number): Uint8Array {
  const zone = new Uint8Array(redness.length);
  let rim: number[] = [];
  for (let i = 0; i < zone.length; i++) {
    if (!isFull(i)) continue;
    zone[i] = 1;
    rim.push(i);
  }
  for (let round = 1; round <= TOL.sealEdge; round++) {
    const next: number[] = [];
    for (const i of rim) {
      for (const k of [i - 1, i + 1, i - width, i + width]) {
        if (zone[k] !== 0 || (redness[k] as number) < TOL.sealEdgeRedness) continue;
        zone[k] = 1;
        next.push(k);
      }
    }
    rim = next;
  }
  return zone;
}

/** White on black, as some archives keep pages, is turned into black on white. */
function positive(gray: Uint8Array): Uint8Array {
  let dark = 0;
  for (let i = 0; i < gray.length; i++) if ((gray[i] as number) < 128) dark++;
  return dark > TOL.maxDark * gray.length ? gray.map((shade) => 255 - shade) : gray;
}

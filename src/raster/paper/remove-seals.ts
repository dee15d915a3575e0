import type { Gray, Rgb } from '../raster-types.js';
import { RASTER_TOLERANCES as TOL } from '../tolerances.js';
import { keepStamps } from './stamps.js';

/** The channel of the ink of seals, in which it is as bright as paper: red, and that of other stamps: blue. */
type InkOf = 0 | 2;

/**
 * Shades of grey (luminance, ITU-R BT.601) without the red of seals and the blue of stamps. In the channel of its colour the ink
 * is nearly as bright as paper, and print under it dark: there the ink becomes white. What is print is darker than the ink in
 * brightness, too: at the edges of its strokes, where JPEG keeps the colour more coarsely, the channel alone would look like it.
 */
export function grayWithoutSeals({ width, height, data }: Rgb): Gray {
  const gray = new Uint8Array(width * height);
  const [red, blue] = [new Uint8Array(gray.length), new Uint8Array(gray.length)];
  let [isRed, isBlue] = [false, false];
  for (let i = 0, k = 0; i < gray.length; i++, k += 3) {
    const r = data[k] as number;
    const g = data[k + 1] as number;
    const b = data[k + 2] as number;
    gray[i] = (r * 77 + g * 150 + b * 29) >> 8;
    red[i] = Math.max(0, r - Math.max(g, b));
    blue[i] = Math.max(0, b - Math.max(r, g));
    isRed ||= r - Math.max(g, b) >= TOL.sealRedness;
    isBlue ||= b - Math.max(r, g) >= TOL.sealRedness;
  }
  let levels: Uint8Array = gray;
  if (isRed) levels = withoutInk(levels, red, width, data, 0);
  if (isBlue) levels = withoutInk(levels, blue, width, data, 2);
  return { width, height, levels: positive(levels) };
}

/** The grey with paper where there is ink of a colour, but for the print under it; of blue only stamps go, since people write in it. */
function withoutInk(gray: Uint8Array, tint: Uint8Array, width: number, data: Uint8Array, channel: InkOf): Uint8Array {
  const full = TOL.sealFullRedness * quantile(tint, 0.5, (i) => (tint[i] as number) >= TOL.sealRedness);
  const isFull = (i: number): boolean => (tint[i] as number) >= Math.max(TOL.sealRedness, full);
  const zone = inkZone(tint, isFull, width);
  if (channel === 2) keepStamps(zone, width, gray.length / width);
  if (!zone.includes(1)) return gray;
  const bright = new Uint8Array(gray.length);
  for (let i = 0; i < bright.length; i++) bright[i] = data[3 * i + channel] as number;
  const own = quantile(bright, 0.4, (i) => zone[i] === 1 && isFull(i));
  const luminance = quantile(gray, 0.4, (i) => zone[i] === 1 && isFull(i));
  const paper = quantile(gray, 0.8, () => true);
  const shades = gray.slice();
  for (let i = 0; i < gray.length; i++) {
    if (zone[i] === 0) continue;
    const dark = Math.min(darkness(bright[i] as number, own), darkness(gray[i] as number, luminance));
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

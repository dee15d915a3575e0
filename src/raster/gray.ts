import type { Gray, Rgb } from './types.js';

/** How far red stands above the other two channels, at least, in the ink of a seal. */
const MIN_REDNESS = 24;
/** More of a page is never black. */
const MAX_DARK = 0.7;

/**
 * Shades of grey without the red of seals: there the red channel counts, in which red ink is as bright as the paper and
 * black print under it stays dark. Everything else is luminance (ITU-R BT.601).
 */
export function grayWithoutSeals({ width, height, data }: Rgb): Gray {
  const gray = new Uint8Array(width * height);
  for (let i = 0, k = 0; i < gray.length; i++, k += 3) {
    const r = data[k] as number;
    const g = data[k + 1] as number;
    const b = data[k + 2] as number;
    gray[i] = r - Math.max(g, b) >= MIN_REDNESS ? r : (r * 77 + g * 150 + b * 29) >> 8;
  }
  return { width, height, data: positive(gray) };
}

/** White on black, as some archives keep pages, is turned into black on white. */
function positive(gray: Uint8Array): Uint8Array {
  let dark = 0;
  for (let i = 0; i < gray.length; i++) if ((gray[i] as number) < 128) dark++;
  return dark > MAX_DARK * gray.length ? gray.map((shade) => 255 - shade) : gray;
}

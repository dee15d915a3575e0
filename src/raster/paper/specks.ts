import type { Area, Gray, Ink } from '../raster-types.js';
import { RASTER_TOLERANCES as TOL } from '../tolerances.js';

/**
 * Takes specks out of the ink and out of the picture: ink no larger than a full stop with white of so many points around. A sheet with
 * less than so many is clean: what looks like a speck there is a piece of a character.
 */
export function eraseSpecks(gray: Gray, ink: Ink, scale: number, alone: number, least = 1): void {
  const size = Math.max(1, Math.round(TOL.speck * scale));
  const reach = Math.round(alone * scale);
  const specks = [...smallOnes(ink, size)].filter((area) => isAlone(ink, area, reach, scale));
  if (specks.length < least) return;
  for (const area of specks) erase(gray, ink, area);
}

/** Pieces of ink that fit into a square, each with white all around it. */
function* smallOnes(ink: Ink, size: number): Generator<Area> {
  const { width, height, bits } = ink;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let k = bits.indexOf(1, row); k >= 0 && k < row + width; k = bits.indexOf(1, k)) {
      const x0 = k - row;
      let x1 = x0 + 1;
      while (x1 < width && bits[row + x1] === 1) x1++;
      k = row + x1;
      // Its highest row is the one where it is met first.
      if (x1 - x0 <= size && !hasInk(ink, { x0: x0 - 1, x1: x1 + 1, y0: y - 1, y1: y })) {
        const area = grown(ink, { x0, x1, y0: y, y1: y + 1 }, size);
        if (area) yield area;
      }
    }
  }
}

/** The area of a piece of ink; null where it is larger than the square. */
function grown(ink: Ink, first: Area, size: number): Area | null {
  let area = first;
  for (;;) {
    const { x0, x1, y0, y1 } = area;
    if (x1 - x0 > size || y1 - y0 > size) return null;
    const next = {
      x0: hasInk(ink, { x0: x0 - 1, x1: x0, y0: y0 - 1, y1: y1 + 1 }) ? x0 - 1 : x0,
      x1: hasInk(ink, { x0: x1, x1: x1 + 1, y0: y0 - 1, y1: y1 + 1 }) ? x1 + 1 : x1,
      y0: hasInk(ink, { x0: x0 - 1, x1: x1 + 1, y0: y0 - 1, y1: y0 }) ? y0 - 1 : y0,
      y1: hasInk(ink, { x0: x0 - 1, x1: x1 + 1, y0: y1, y1: y1 + 1 }) ? y1 + 1 : y1,
    };
    if (next.x0 === x0 && next.x1 === x1 && next.y0 === y0 && next.y1 === y1) return area;
    area = next;
  }
}

/** Whether it has white all around, and is no point: that has figures to both sides, of which it stands at the foot. */
function isAlone(ink: Ink, { x0, x1, y0, y1 }: Area, reach: number, scale: number): boolean {
  const [left, right, above, below] = [x0 - reach, x1 + reach, y0 - reach, y1 + reach];
  const isNear =
    hasInk(ink, { x0: left, x1: right, y0: above, y1: y0 }) ||
    hasInk(ink, { x0: left, x1: right, y0: y1, y1: below }) ||
    hasInk(ink, { x0: left, x1: x0, y0, y1 }) ||
    hasInk(ink, { x0: x1, x1: right, y0, y1 });
  if (isNear) return false;
  const beside = Math.round(TOL.pointBeside * scale);
  const rows = { y0: y0 - Math.round(TOL.pointFoot * scale), y1 };
  return !(hasInk(ink, { x0: x0 - beside, x1: x0, ...rows }) && hasInk(ink, { x0: x1, x1: x1 + beside, ...rows }));
}

function hasInk({ width, height, bits }: Ink, { x0, x1, y0, y1 }: Area): boolean {
  const [from, to] = [Math.max(0, x0), Math.min(width, x1)];
  for (let y = Math.max(0, y0); y < Math.min(height, y1); y++)
    for (let k = y * width + from, end = y * width + to; k < end; k++) if (bits[k] === 1) return true;
  return false;
}

function erase({ width, height, levels }: Gray, { bits }: Ink, { x0, x1, y0, y1 }: Area): void {
  const [from, to] = [Math.max(0, x0 - 1), Math.min(width, x1 + 1)];
  for (let y = Math.max(0, y0 - 1); y < Math.min(height, y1 + 1); y++) {
    levels.fill(255, y * width + from, y * width + to);
    bits.fill(0, y * width + from, y * width + to);
  }
}

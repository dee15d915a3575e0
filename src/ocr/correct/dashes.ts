import type { Area, Ink } from '../../raster/raster-types.js';
import type { ReadChar } from '../ocr-types.js';
import { nearest, run } from './ink-at.js';

/** A stroke this many heights long is a dash of two ems, not the number one; ... */
const LONG_DASH = 1.45;
/** ... so are two strokes of this length, */
const HALF_DASH = 0.7;
/** ... with no more than this between them. */
const BETWEEN = 0.25;

/** A stroke longer than a character is a dash (two, as it is typed), not the number one; nothing else stands on it. */
export function dashed(chars: readonly ReadChar[], area: Area, ink: Ink): ReadChar[] {
  const height = area.y1 - area.y0;
  const out: ReadChar[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const char of chars) {
    if (char.at < end) continue;
    const stroke = /[一—－\-―]/u.test(char.text) ? strokeAround(ink, area, char.at) : null;
    const [from, to] = stroke ? dashFrom(stroke, area, ink) : [0, 0];
    if (to - from >= LONG_DASH * height) {
      end = to;
      for (const at of [(3 * from + to) / 4, (from + 3 * to) / 4]) out.push({ ...char, text: '—', at });
    } else out.push(char);
  }
  return out;
}

/** The stroke, with the one behind it where the two are the halves of a dash. */
function dashFrom([from, to]: [number, number], area: Area, ink: Ink): [number, number] {
  const height = area.y1 - area.y0;
  if (to - from < HALF_DASH * height) return [from, to];
  const other = strokeAround(ink, area, to + (BETWEEN / 2 + HALF_DASH / 2) * height);
  const isHalf =
    other && other[0] > to && other[0] - to <= BETWEEN * height && other[1] - other[0] >= HALF_DASH * height;
  return isHalf ? [from, other[1]] : [from, to];
}

/** A stroke goes on over a gap up to this part of the height: that between the two halves of a dash. */
const HAIR = 0.1;
/** It is no thicker than this part of the height. */
const THIN = 0.22;

/** The columns of the level stroke at a place of a line; null where there is none. */
function strokeAround({ width, data }: Ink, area: Area, at: number): [number, number] | null {
  const height = area.y1 - area.y0;
  const has = (x: number): boolean => {
    let [first, last] = [-1, -1];
    for (let y = area.y0; y < area.y1; y++) {
      if (data[y * width + x] !== 1) continue;
      if (first < 0) first = y;
      last = y;
    }
    return first >= 0 && last + 1 - first <= THIN * height;
  };
  const start = nearest(Math.round(at), 2, has);
  return start === null ? null : run(start, area, has, Math.round(HAIR * height));
}

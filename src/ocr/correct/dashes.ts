import type { Area, Ink } from '../../raster/raster-types.js';
import type { ReadChar } from '../ocr-types.js';
import { nearest, run } from './ink-at.js';
import { OCR_CORRECT_TOLERANCES as TOL } from './tolerances.js';

/** A stroke longer than a character is a dash (two, as it is typed), not the number one; nothing else stands on it. */
export function dashed(chars: readonly ReadChar[], area: Area, ink: Ink): ReadChar[] {
  const height = area.y1 - area.y0;
  const out: ReadChar[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const char of chars) {
    if (char.at < end) continue;
    const stroke = /[一—－\-―]/u.test(char.text) ? strokeAround(ink, area, char.at) : null;
    const [from, to] = stroke ? dashFrom(stroke, area, ink) : [0, 0];
    if (to - from >= TOL.longDash * height) {
      end = to;
      for (const at of [(3 * from + to) / 4, (from + 3 * to) / 4]) out.push({ ...char, text: '—', at });
    } else out.push(char);
  }
  return out;
}

/** The stroke, with the one behind it where the two are the halves of a dash. */
function dashFrom([from, to]: [number, number], area: Area, ink: Ink): [number, number] {
  const height = area.y1 - area.y0;
  if (to - from < TOL.halfDash * height) return [from, to];
  const other = strokeAround(ink, area, to + (TOL.dashGap / 2 + TOL.halfDash / 2) * height);
  const isHalf =
    other && other[0] > to && other[0] - to <= TOL.dashGap * height && other[1] - other[0] >= TOL.halfDash * height;
  return isHalf ? [from, other[1]] : [from, to];
}

/** The columns of the level stroke at a place of a line; null where there is none. */
function strokeAround({ width, bits }: Ink, area: Area, at: number): [number, number] | null {
  const height = area.y1 - area.y0;
  const has = (x: number): boolean => {
    let [first, last] = [-1, -1];
    for (let y = area.y0; y < area.y1; y++) {
      if (bits[y * width + x] !== 1) continue;
      if (first < 0) first = y;
      last = y;
    }
    return first >= 0 && last + 1 - first <= TOL.thinStroke * height;
  };
  const start = nearest(Math.round(at), 2, has);
  return start === null ? null : run(start, area, has, Math.round(TOL.hairGap * height));
}

import { median } from '../geometry/order.js';
import type { Gray, Ink } from './raster-types.js';
import type { InkLine } from './rulings.js';
import { RASTER_TOLERANCES as TOL } from './tolerances.js';

/** Takes the lines out of the ink and out of the picture, but not the strokes that cross them. */
export function eraseLines(gray: Gray, ink: Ink, lines: readonly InkLine[], scale: number): void {
  for (const line of lines) {
    const thickest = line.width + Math.max(TOL.blur, TOL.thicker * scale);
    const half = line.width / 2;
    const [along, across] = line.axis === 'h' ? [1, ink.width] : [ink.width, 1];
    const [length, breadth] = line.axis === 'h' ? [ink.width, ink.height] : [ink.height, ink.width];
    const from = Math.max(0, Math.floor(line.from) - 2);
    const to = Math.min(length, Math.ceil(line.to) + 2);
    const reach = Math.ceil(TOL.drift * scale + line.width);
    let at = startOf(ink, line, along, across, breadth, reach, thickest);
    for (let u = from; u < to; u++) {
      const run = inkAcross(
        ink,
        u * along,
        across,
        Math.round(at),
        Math.max(2, Math.ceil(line.width / 2) + 1),
        breadth,
      );
      if (!run) continue;
      if (run.hi - run.lo <= thickest) at += TOL.followLine * ((run.lo + run.hi - 1) / 2 - at);
      // A stroke that goes on at both sides crosses the line; one at one side touches it.
      else if (run.lo < at - half - TOL.crossing && run.hi - 1 > at + half + TOL.crossing) continue;
      // What touches the line keeps the blur of its own edge.
      const above = run.lo < at - half - TOL.crossing ? -0.5 : 1;
      const below = run.hi - 1 > at + half + TOL.crossing ? -0.5 : 1;
      const first = Math.max(0, run.lo - 1, Math.round(at - half - above));
      const last = Math.min(breadth - 1, run.hi, Math.round(at + half + below));
      for (let v = first; v <= last; v++) {
        ink.data[u * along + v * across] = 0;
        gray.data[u * along + v * across] = 255;
      }
    }
  }
}

/** Where a line is at its beginning: the median over its first part, since it may be a little oblique. */
function startOf(
  ink: Ink,
  line: InkLine,
  along: number,
  across: number,
  breadth: number,
  reach: number,
  thickest: number,
): number {
  const middles: number[] = [];
  for (let u = Math.floor(line.from); u < line.to && middles.length < 60; u++) {
    const run = inkAcross(ink, u * along, across, Math.round(line.at), reach, breadth);
    if (run && run.hi - run.lo <= thickest) middles.push((run.lo + run.hi - 1) / 2);
  }
  return median(middles) ?? line.at;
}

/** The run of ink nearest to `at` on a path across a line, no further away than `reach`. */
function inkAcross(
  { data }: Ink,
  start: number,
  step: number,
  at: number,
  reach: number,
  end: number,
): { lo: number; hi: number } | null {
  const isInk = (v: number): boolean => v >= 0 && v < end && data[start + v * step] === 1;
  for (let d = 0; d <= reach; d++) {
    const found = isInk(at + d) ? at + d : isInk(at - d) ? at - d : -1;
    if (found < 0) continue;
    let lo = found;
    let hi = found + 1;
    while (isInk(lo - 1)) lo--;
    while (isInk(hi)) hi++;
    return { lo, hi };
  }
  return null;
}

import { median } from '../../geometry/order.js';
import type { Gray, Ink } from '../raster-types.js';
import { RASTER_TOLERANCES as TOL } from '../tolerances.js';
import type { InkLine } from './rulings.js';

/** Pixels of the beginning of a line that say where it begins. */
const BEGINNING = 60;

/**
 * The pixels of a picture as a line sees them: `u` counts along it, `v` across it, so that both kinds of lines are one.
 * A pixel stands at `u * along + v * across`.
 */
interface View {
  readonly bits: Uint8Array;
  readonly along: number;
  readonly across: number;
  readonly length: number;
  readonly breadth: number;
}

/** A run of ink across a line; `hi` is the first pixel behind it. */
interface Crossing {
  readonly lo: number;
  readonly hi: number;
}

/** Takes the lines out of the ink and out of the picture, but not the strokes that cross them. */
export function eraseLines(gray: Gray, ink: Ink, lines: readonly InkLine[], scale: number): void {
  for (const line of lines) eraseLine(gray, viewOf(ink, line), line, scale);
}

const viewOf = ({ width, height, bits }: Ink, { axis }: InkLine): View =>
  axis === 'h'
    ? { bits, along: 1, across: width, length: width, breadth: height }
    : { bits, along: width, across: 1, length: height, breadth: width };

function eraseLine(gray: Gray, view: View, line: InkLine, scale: number): void {
  const { bits, along, across, length, breadth } = view;
  const { followLine, crossing } = TOL;
  const thickest = line.width + Math.max(TOL.blur, TOL.thicker * scale);
  const half = line.width / 2;
  const near = Math.max(2, Math.ceil(half) + 1);
  const to = Math.min(length, Math.ceil(line.to) + 2);
  let at = beginningOf(view, line, Math.ceil(TOL.drift * scale + line.width), thickest);
  for (let u = Math.max(0, Math.floor(line.from) - 2); u < to; u++) {
    const run = inkAcross(view, u, Math.round(at), near);
    if (!run) continue;
    if (run.hi - run.lo <= thickest) at += followLine * ((run.lo + run.hi - 1) / 2 - at);
    // A stroke that goes on at both sides crosses the line; one at one side touches it.
    else if (run.lo < at - half - crossing && run.hi - 1 > at + half + crossing) continue;
    // What touches the line keeps the blur of its own edge.
    const above = run.lo < at - half - crossing ? -0.5 : 1;
    const below = run.hi - 1 > at + half + crossing ? -0.5 : 1;
    const first = Math.max(0, run.lo - 1, Math.round(at - half - above));
    const last = Math.min(breadth - 1, run.hi, Math.round(at + half + below));
    for (let v = first; v <= last; v++) {
      bits[u * along + v * across] = 0;
      gray.levels[u * along + v * across] = 255;
    }
  }
}

/** Where a line is at its beginning: the median over its first part, since it may be a little oblique. */
function beginningOf(view: View, line: InkLine, reach: number, thickest: number): number {
  const middles: number[] = [];
  for (let u = Math.floor(line.from); u < line.to && middles.length < BEGINNING; u++) {
    const run = inkAcross(view, u, Math.round(line.at), reach);
    if (run && run.hi - run.lo <= thickest) middles.push((run.lo + run.hi - 1) / 2);
  }
  return median(middles) ?? line.at;
}

/** The run of ink nearest to `at` on the path across a line at `u`, no further away than `reach`; null where there is none. */
function inkAcross({ bits, along, across, breadth }: View, u: number, at: number, reach: number): Crossing | null {
  const start = u * along;
  const isInk = (v: number): boolean => v >= 0 && v < breadth && bits[start + v * across] === 1;
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

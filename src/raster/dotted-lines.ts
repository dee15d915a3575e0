import { median } from '../geometry/order.js';
import type { Ink } from './raster-types.js';
import { longRuns, type Run } from './runs.js';

/** Dots and dashes of a line are no further apart than this (points), and none is wider across; ... */
const DOT_GAP = 3.4;
const DOT_WIDTH = 2.2;
/** ... so long, with so many gaps to the point at least, ... */
const DOTTED_LENGTH = 30;
const GAPS = 0.08;
/** ... and from dot to dot this part of them as far as most, up to that part of it: strokes of text are less regular. */
const REGULAR = 0.55;
const SAME_STEP = 0.25;

/** Lines of dots or dashes along the rows of a picture. */
export function dottedRuns(ink: Ink, scale: number): Run[] {
  return longRuns(ink, scale, DOT_GAP)
    .filter((run) => run.to - run.from >= DOTTED_LENGTH * scale && run.hi - run.lo <= DOT_WIDTH * scale + 1)
    .filter((run) => isRegular(dotsOf(ink, run), (GAPS * (run.to - run.from)) / scale))
    .map((run) => ({ ...run, isSure: true, width: run.hi - run.lo, pieces: [{ from: run.from, to: run.to }] }));
}

/** Where the dots of a run begin. */
function dotsOf({ width, data }: Ink, { lo, hi, from, to }: Run): number[] {
  const starts: number[] = [];
  let wasInk = false;
  for (let x = from; x < to; x++) {
    let isInk = false;
    for (let y = lo; y < hi && !isInk; y++) isInk = data[y * width + x] === 1;
    if (isInk && !wasInk) starts.push(x);
    wasInk = isInk;
  }
  return starts;
}

function isRegular(starts: readonly number[], least: number): boolean {
  const steps = starts.slice(1).map((start, i) => start - (starts[i] as number));
  const usual = median(steps);
  if (usual === undefined || steps.length < least) return false;
  return (
    steps.filter((step) => Math.abs(step - usual) <= Math.max(1, SAME_STEP * usual)).length >= REGULAR * steps.length
  );
}

import { median } from '../../geometry/order.js';
import type { Ink } from '../raster-types.js';
import { RASTER_TOLERANCES as TOL } from '../tolerances.js';
import { longRuns, type Run } from './runs.js';

/** Lines of dots or dashes along the rows of a picture. */
export function dottedRuns(ink: Ink, scale: number): Run[] {
  return longRuns(ink, scale, TOL.dotGap)
    .filter((run) => run.to - run.from >= TOL.minDottedLine * scale && run.hi - run.lo <= TOL.dotWidth * scale + 1)
    .filter((run) => isRegular(dotsOf(ink, run), (TOL.dotDensity * (run.to - run.from)) / scale))
    .map((run) => ({ ...run, isSure: true, width: run.hi - run.lo, pieces: [{ from: run.from, to: run.to }] }));
}

/** Where the dots of a run begin. */
function dotsOf({ width, bits }: Ink, { lo, hi, from, to }: Run): number[] {
  const starts: number[] = [];
  let wasInk = false;
  for (let x = from; x < to; x++) {
    let isInk = false;
    for (let y = lo; y < hi && !isInk; y++) isInk = bits[y * width + x] === 1;
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
    steps.filter((step) => Math.abs(step - usual) <= Math.max(1, TOL.sameStep * usual)).length >=
    TOL.regularSteps * steps.length
  );
}

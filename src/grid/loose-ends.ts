import { countBefore } from '../geometry/order.js';
import type { Segment } from './grid-types.js';
import { GRID_TOLERANCES as TOL } from './tolerances.js';

/**
 * Connected lines without the ends that lead nowhere: an underline that touches a border, a stray stroke across half of a cell. A line
 * borders cells up to the last line that it meets. What runs out of the table stays: its outer border may be missing.
 */
export function withoutLooseEnds(lines: readonly Segment[]): Segment[] {
  const byAxis = {
    h: lines.filter((s) => s.axis === 'h').sort((a, b) => a.at - b.at),
    v: lines.filter((s) => s.axis === 'v').sort((a, b) => a.at - b.at),
  };
  return lines.flatMap((s) => trimmed(s, s.axis === 'h' ? byAxis.v : byAxis.h));
}

/** The part of a line that borders cells; `across` are the lines that may cross it, ascending. */
function trimmed(s: Segment, across: readonly Segment[]): Segment[] {
  const first = firstFrom(across, s.from - TOL.gap);
  let low: number | null = null;
  let high: number | null = null;
  for (let i = first; i < across.length && (across[i] as Segment).at <= s.to + TOL.gap; i++) {
    if (!meets(across[i] as Segment, s)) continue;
    low ??= (across[i] as Segment).at;
    high = (across[i] as Segment).at;
  }
  if (low === null || high === null) return [s];
  const from = endOf(s, s.from, low, across);
  const to = endOf(s, s.to, high, across);
  if (from === s.from && to === s.to) return [s];
  return to - from < TOL.minLength ? [] : [{ ...s, from, to }];
}

/** Where a line ends that last meets another at `last`: there, unless what sticks out of it is part of a border. */
function endOf(s: Segment, end: number, last: number, across: readonly Segment[]): number {
  const out = Math.abs(end - last);
  if (out <= TOL.gap) return end;
  const outermost = (end > last ? across.at(-1) : across[0]) as Segment;
  if (Math.abs(outermost.at - last) - out < TOL.gap) return end;
  // It may stop at a boundary of other rows, or short of the next line that it would meet.
  const near = firstFrom(across, end - TOL.snap);
  if (near < across.length && (across[near] as Segment).at <= end + TOL.snap) return end;
  const reach = out / TOL.covered;
  const [low, high] = end > last ? [end, last + reach] : [last - reach, end];
  for (let i = firstFrom(across, low); i < across.length && (across[i] as Segment).at <= high; i++)
    if (meets(across[i] as Segment, s)) return end;
  return last;
}

const meets = (across: Segment, s: Segment): boolean => s.at >= across.from - TOL.gap && s.at <= across.to + TOL.gap;

const firstFrom = (sorted: readonly Segment[], at: number): number =>
  countBefore(sorted.length, (i) => (sorted[i] as Segment).at < at);

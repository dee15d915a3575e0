import type { Line } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { isNumeric } from './wraps.js';

/** An interval on the x axis in points. */
interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * The fewest column boundaries such that every gap between two neighbouring texts of a row holds one, and so does the
 * neighbourhood of every end of a rule (interval stabbing: by the right end of the earliest-ending gap).
 */
export function separators(rows: readonly (readonly Line[])[], ruleEnds: readonly number[]): number[] {
  const gaps = rows.flatMap((pieces) => gapsOf(pieces));
  const ends = ruleEnds.map((x) => ({ from: x - TOL.trimmedEnd, to: x + TOL.trimmedEnd }));
  const chosen: number[] = [];
  const open = [...gaps, ...ends].sort((a, b) => a.to - b.to);
  for (let i = 0; i < open.length; ) {
    // All gaps that the earliest-ending one overlaps share a boundary: the middle of what they have in common.
    const end = (open[i] as Interval).to;
    let from = Number.NEGATIVE_INFINITY;
    const shared = open.slice(i).filter((gap) => gap.from <= end);
    for (const gap of shared) from = Math.max(from, gap.from);
    chosen.push((from + end) / 2);
    const rest = open.slice(i).filter((gap) => gap.from > end);
    open.splice(i, open.length, ...rest);
  }
  return chosen
    .map((x, i) => {
      // Only gaps without another boundary have a say in where exactly this one stands: a wide gap spans several columns.
      const own = [...gaps, ...ends].filter(
        (gap) => holds(gap, x) && !chosen.some((other, k) => k !== i && holds(gap, other)),
      );
      const from = Math.max(...own.map((gap) => gap.from));
      const to = Math.min(...own.map((gap) => gap.to));
      return own.length > 0 ? clearOf(rows, { from, to }) : x;
    })
    .sort((a, b) => a - b);
}

/** The middle of the widest part of an interval in which no row has a number: one without a neighbour has no gap to say so. */
function clearOf(rows: readonly (readonly Line[])[], { from, to }: Interval): number {
  const texts = rows
    .flat()
    .filter(isNumeric)
    .map(({ box }) => box)
    .filter(({ x0, x1 }) => x0 < to && x1 > from)
    .sort((a, b) => a.x0 - b.x0);
  let best: Interval = { from, to: from };
  let end = from;
  for (const { x0, x1 } of [...texts, { x0: to, x1: to }]) {
    if (x0 - end > best.to - best.from) best = { from: end, to: x0 };
    end = Math.max(end, x1);
  }
  return best.to > best.from ? (best.from + best.to) / 2 : (from + to) / 2;
}

const holds = (gap: Interval, x: number): boolean => x >= gap.from && x <= gap.to;

/** The gaps between the texts of a row. Lines of one cell overlap and count as one text. */
function gapsOf(pieces: readonly Line[]): Interval[] {
  const sorted = [...pieces].sort((a, b) => a.box.x0 - b.box.x0);
  const gaps: Interval[] = [];
  let end = sorted[0]?.box.x1 ?? 0;
  for (const piece of sorted.slice(1)) {
    if (piece.box.x0 > end) gaps.push({ from: end, to: piece.box.x0 });
    end = Math.max(end, piece.box.x1);
  }
  return gaps;
}

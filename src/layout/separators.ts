import type { Line } from './types.js';

/** An interval on the x axis in points. */
interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * The fewest column boundaries such that every gap between two neighbouring texts of a row holds one (interval stabbing:
 * by the right end of the earliest-ending gap). Boundaries that are known to be one, such as the ends of rules, come first.
 */
export function separators(rows: readonly (readonly Line[])[], known: readonly number[]): number[] {
  const gaps = rows.flatMap((pieces) => gapsOf(pieces));
  const chosen = known.filter((x, i) => known.findIndex((other) => Math.abs(other - x) <= 3) === i);
  const open = gaps.filter((gap) => !chosen.some((x) => x >= gap.from && x <= gap.to)).sort((a, b) => a.to - b.to);
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
  return chosen.sort((a, b) => a - b);
}

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

import type { Ruling } from '../reader/reader-types.js';
import type { Segment } from './grid-types.js';
import { GRID_TOLERANCES as TOL } from './tolerances.js';

/** Joins the drawn pieces of each line: overlapping, touching, doubled, dashed or slightly misaligned ones. */
export function mergeRulings(rulings: readonly Ruling[]): Segment[] {
  return (['h', 'v'] as const)
    .flatMap((axis) => mergeAxis(rulings.filter((r) => r.axis === axis)))
    .filter((segment) => segment.to - segment.from >= TOL.minLength);
}

function mergeAxis(rulings: readonly Ruling[]): Segment[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at || a.from - b.from);
  const merged: Segment[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    const first = sorted[start] as Ruling;
    while (end < sorted.length && (sorted[end] as Ruling).at - first.at <= TOL.doubledLine) end++;
    merged.push(...joinAlong(sorted.slice(start, end)));
    start = end;
  }
  return merged;
}

/** Joins pieces that stand on the same line. The position is that of the longest piece: a middle would drift. */
function joinAlong(pieces: readonly Ruling[]): Segment[] {
  const sorted = pieces.length < 2 ? pieces : [...pieces].sort((a, b) => a.from - b.from);
  const joined: Segment[] = [];
  let current: { axis: 'h' | 'v'; at: number; from: number; to: number; longest: number; last: number } | null = null;
  for (const piece of sorted) {
    const length = piece.to - piece.from;
    if (current) {
      const gap = piece.from - current.to;
      const dashes = length <= TOL.maxDash && current.last <= TOL.maxDash;
      const allowed = dashes
        ? Math.max(TOL.gap, Math.min(TOL.maxDash, TOL.dashGap * Math.max(length, current.last)))
        : TOL.gap;
      if (gap <= allowed) {
        current.to = Math.max(current.to, piece.to);
        current.last = length;
        if (length > current.longest) {
          current.longest = length;
          current.at = piece.at;
        }
        continue;
      }
      joined.push({ axis: current.axis, at: current.at, from: current.from, to: current.to });
    }
    current = { axis: piece.axis, at: piece.at, from: piece.from, to: piece.to, longest: length, last: length };
  }
  if (current) joined.push({ axis: current.axis, at: current.at, from: current.from, to: current.to });
  return joined;
}

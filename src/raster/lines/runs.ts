import type { Ink } from '../raster-types.js';
import { RASTER_TOLERANCES as TOL } from '../tolerances.js';

/** A piece of a line while it grows: rows `lo` to `hi`, columns `from` to `to`. */
export interface Run {
  lo: number;
  hi: number;
  from: number;
  to: number;
  area: number;
  width: number;
  /** Whether it is a line beyond doubt, however short. */
  isSure: boolean;
  /** What it was joined of, along it. */
  pieces: Piece[];
}

export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Runs of ink along the rows, those of neighbouring rows put together; what is thicker than a line is left out. */
export function longRuns({ width, height, bits }: Ink, scale: number, over = TOL.hole): Run[] {
  const least = TOL.minSide * scale;
  const hole = Math.max(1, Math.round(over * scale));
  const done: Run[] = [];
  let open: Run[] = [];
  for (let y = 0; y < height; y++) {
    const next: Run[] = [];
    const row = y * width;
    let x = 0;
    while (x < width) {
      const start = bits.indexOf(1, row + x);
      if (start < 0 || start >= row + width) break;
      const from = start - row;
      let to = from + 1;
      let ink = 1;
      for (let k = to; k < width && k - to <= hole; k++) {
        if (bits[row + k] === 1) {
          to = k + 1;
          ink++;
        }
      }
      if (to - from >= least) next.push({ lo: y, hi: y + 1, from, to, area: ink, width: 1, isSure: false, pieces: [] });
      x = to + hole + 1;
    }
    open = grown(open, next, done);
  }
  done.push(...open);
  return done.filter((r) => {
    r.width = Math.max(1, r.area / (r.to - r.from));
    return r.width <= TOL.maxLineWidth * scale && r.hi - r.lo <= 3 * TOL.maxLineWidth * scale;
  });
}

/** Puts the runs of a row to those of the row before that they touch; what none goes on with is done. */
function grown(open: Run[], row: Run[], done: Run[]): Run[] {
  const next: Run[] = [];
  const used = new Set<Run>();
  for (const run of row) {
    const touching = open.filter((o) => o.from < run.to && o.to > run.from && !used.has(o));
    const first = touching[0];
    if (!first) {
      next.push(run);
      continue;
    }
    for (const other of touching) {
      used.add(other);
      if (other !== first) merge(first, other);
    }
    merge(first, run);
    next.push(first);
  }
  for (const o of open) if (!used.has(o)) done.push(o);
  return next;
}

function merge(a: Run, b: Run): void {
  a.lo = Math.min(a.lo, b.lo);
  a.hi = Math.max(a.hi, b.hi);
  a.from = Math.min(a.from, b.from);
  a.to = Math.max(a.to, b.to);
  a.area += b.area;
}

/** Pieces of the same line joined where the gap between them is small. */
export function joined(runs: readonly Run[], scale: number): Run[] {
  const middle = (r: Run): number => (r.lo + r.hi) / 2;
  const sorted = runs.map((r) => ({ ...r, pieces: [{ from: r.from, to: r.to }] })).sort((a, b) => a.from - b.from);
  const out: Run[] = [];
  for (const run of sorted) {
    const before = out.findLast(
      (o) =>
        run.from - o.to <= TOL.lineGap * scale &&
        run.to > o.to &&
        Math.max(o.to - o.from, run.to - run.from) >= TOL.minJoined * scale &&
        Math.abs(middle(o) - middle(run)) <= TOL.drift * scale + Math.max(o.hi - o.lo, run.hi - run.lo) / 2,
    );
    if (!before) {
      out.push(run);
      continue;
    }
    const weight = (before.to - before.from) / (before.to - before.from + run.to - run.from);
    const at = middle(before) * weight + middle(run) * (1 - weight);
    const half = Math.max(before.hi - before.lo, run.hi - run.lo) / 2;
    before.lo = at - half;
    before.hi = at + half;
    before.to = Math.max(before.to, run.to);
    before.width = Math.max(before.width, run.width);
    before.isSure ||= run.isSure;
    before.pieces.push(...run.pieces);
  }
  return out;
}

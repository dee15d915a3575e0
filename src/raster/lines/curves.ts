import type { Ink } from '../raster-types.js';
import { RASTER_TOLERANCES as TOL } from '../tolerances.js';

/** Places along a ruling that need not be straight: along the rows, and across them, in pixels. */
export type Curve = readonly (readonly [along: number, across: number])[];

interface Stretch {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** The rulings along the rows of a picture, followed from row to row however they fall; strokes of text are too short. */
export function curvesOf({ width, height, bits }: Ink, scale: number): Curve[] {
  const least = TOL.minSide * scale;
  const hole = Math.max(1, Math.round(TOL.hole * scale));
  const groups: Stretch[][] = [];
  let open: { last: Stretch; group: Stretch[] }[] = [];
  for (let y = 0; y < height; y++) {
    const next: typeof open = [];
    const row = y * width;
    for (let x = bits.indexOf(1, row) - row; x >= 0 && x < width; ) {
      const from = x;
      let to = x + 1;
      for (let k = to; k < width && k - to <= hole; k++) if (bits[row + k] === 1) to = k + 1;
      if (to - from >= least) {
        const last = { y, from, to };
        const before = open.find((o) => o.last.from < to && o.last.to > from);
        const group = before?.group ?? [];
        if (!before) groups.push(group);
        group.push(last);
        next.push({ last, group });
      }
      const following = bits.indexOf(1, row + to);
      x = following < 0 ? width : following - row;
    }
    open = next;
  }
  return groups.flatMap((group) => {
    const curve = courseOf(group, scale);
    return curve ? [curve] : [];
  });
}

/** The middle of the ink at even steps; null where it is too short or too thick for a ruling. */
function courseOf(group: readonly Stretch[], scale: number): Curve | null {
  const from = Math.min(...group.map((s) => s.from));
  const to = Math.max(...group.map((s) => s.to));
  const area = group.reduce((sum, s) => sum + s.to - s.from, 0);
  if (to - from < TOL.minCurve * scale || area / (to - from) > TOL.maxLineWidth * scale) return null;
  const step = TOL.curveStep * scale;
  const sums = Array.from({ length: Math.ceil((to - from) / step) }, () => ({ weight: 0, y: 0 }));
  for (const s of group) {
    const last = Math.min(sums.length - 1, Math.floor((s.to - from) / step));
    for (let i = Math.floor((s.from - from) / step); i <= last; i++) {
      const sum = sums[i] as { weight: number; y: number };
      const shared = Math.min(s.to, from + (i + 1) * step) - Math.max(s.from, from + i * step);
      sum.weight += shared;
      sum.y += shared * s.y;
    }
  }
  return sums.flatMap(({ weight, y }, i): [number, number][] =>
    weight >= step / 2 ? [[from + (i + 0.5) * step, y / weight]] : [],
  );
}

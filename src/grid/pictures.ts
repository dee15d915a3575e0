import { type Box, overlap, width } from '../geometry/box.js';
import { UnionFind } from '../geometry/union-find.js';
import type { Segment } from './grid-types.js';
import { GRID_TOLERANCES as TOL } from './tolerances.js';

/**
 * Without the strokes of pictures: QR and bar codes, hatching, fine scales. They stand so close, one after another, that no line of
 * the page's text fits between them; two lines of a table may, as a double border or a narrow column that keeps texts apart.
 */
export function withoutPictures(segments: readonly Segment[], texts: readonly Box[]): readonly Segment[] {
  const room = TOL.textRoom * smallSize(texts);
  if (room === 0) return segments;
  const strokes = new Set<Segment>();
  for (const axis of ['h', 'v'] as const) {
    const lines = segments.filter((s) => s.axis === axis).sort((a, b) => a.at - b.at);
    for (const patch of tightPatches(lines, room)) for (const s of patch) strokes.add(s);
  }
  return strokes.size === 0 ? segments : segments.filter((s) => !strokes.has(s));
}

/** The size of the page's small text: a tenth of it is smaller. 0 without text. */
function smallSize(texts: readonly Box[]): number {
  // The em box of a letter is as high as its size, and wider only where the text stands upright on its side.
  const sizes = texts.map((box) => Math.max(width(box), box.y1 - box.y0)).sort((a, b) => a - b);
  return sizes[Math.floor(TOL.smallTexts * sizes.length)] ?? 0;
}

/** Groups of parallel lines that are too close on both hands to border text, with what stands among them. */
function tightPatches(lines: readonly Segment[], room: number): Segment[][] {
  const sets = new UnionFind(lines.length);
  const before = new Float64Array(lines.length);
  const after = new Float64Array(lines.length);
  const pairs: [number, number][] = [];
  for (const [i, a] of lines.entries()) {
    for (let k = i + 1; k < Math.min(lines.length, i + TOL.linesAhead); k++) {
      const b = lines[k] as Segment;
      if (b.at - a.at > room) break;
      const shared = overlap(a.from, a.to, b.from, b.to);
      if (shared === 0) continue;
      after[i] = (after[i] as number) + shared / (a.to - a.from);
      before[k] = (before[k] as number) + shared / (b.to - b.from);
      pairs.push([i, k]);
    }
  }
  const isCore = (i: number): boolean =>
    (before[i] as number) >= TOL.besideTight && (after[i] as number) >= TOL.besideTight;
  for (const [i, k] of pairs) if (isCore(i) && isCore(k)) sets.join(i, k);
  const patches = sets.groups().filter((group) => group.length > 1 || isCore(group[0] as number));
  const patchOf = new Map(patches.flatMap((patch, p) => patch.map((i): [number, number] => [i, p])));
  const fringes = patches.map(() => new Set<number>());
  for (const [i, k] of pairs) {
    for (const [core, other] of [
      [i, k],
      [k, i],
    ] as const) {
      const p = patchOf.get(core);
      if (p !== undefined && !patchOf.has(other)) fringes[p]?.add(other);
    }
  }
  return patches.map((patch, p) => picture(lines, patch, [...(fringes[p] as Set<number>)], room));
}

/** The strokes of a patch, and those at its rim that do not run on from it as the borders of a cell around it do. */
function picture(
  lines: readonly Segment[],
  patch: readonly number[],
  fringe: readonly number[],
  room: number,
): Segment[] {
  const core = patch.map((i) => lines[i] as Segment);
  const from = core.reduce((least, s) => Math.min(least, s.from), Infinity) - room;
  const to = core.reduce((most, s) => Math.max(most, s.to), -Infinity) + room;
  const strokes = [...core, ...fringe.map((i) => lines[i] as Segment).filter((s) => s.from >= from && s.to <= to)];
  const first = strokes.reduce((least, s) => Math.min(least, s.at), Infinity);
  const last = strokes.reduce((most, s) => Math.max(most, s.at), -Infinity);
  // Three and more lines of one border do not reach as far as those of the smallest code.
  return last - first > TOL.minPicture * room ? strokes : [];
}

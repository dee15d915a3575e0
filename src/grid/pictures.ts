import { type Box, overlap, union, width } from '../geometry/box.js';
import { countBefore } from '../geometry/order.js';
import { UnionFind } from '../geometry/union-find.js';
import { boxOfLine } from './cells.js';
import type { Segment } from './grid-types.js';
import { GRID_TOLERANCES as TOL } from './tolerances.js';

/**
 * Without the strokes of pictures: QR and bar codes, hatching, fine scales. They stand so close, one after another, that no line of
 * the page's text fits between them; two lines of a table may, as a double border or a narrow column that keeps texts apart.
 */
export function withoutPictures(segments: readonly Segment[], texts: readonly Box[]): readonly Segment[] {
  const room = TOL.textRoom * smallSize(texts);
  if (room === 0) return segments;
  const lines = (['h', 'v'] as const).map((axis) =>
    segments.filter((s) => s.axis === axis).sort((a, b) => a.at - b.at),
  );
  const pictures = lines.flatMap((parallel) => tightPatches(parallel, room));
  const strokes = new Set(pictures.flatMap((box) => lines.flatMap((parallel) => inside(box, parallel))));
  return strokes.size === 0 ? segments : segments.filter((s) => !strokes.has(s));
}

/** The lines, of parallel ones in order, that stand in a box from end to end. Borders of a cell around it run on from it. */
function inside({ x0, y0, x1, y1 }: Box, parallel: readonly Segment[]): Segment[] {
  const [low, high, from, to] = parallel[0]?.axis === 'h' ? [y0, y1, x0, x1] : [x0, x1, y0, y1];
  const first = (at: number): number => countBefore(parallel.length, (i) => (parallel[i] as Segment).at < at);
  return parallel.slice(first(low), first(high)).filter((s) => s.from >= from && s.to <= to);
}

/** The size of the page's small text: a tenth of it is smaller. 0 without text. */
function smallSize(texts: readonly Box[]): number {
  // The em box of a letter is as high as its size, and wider only where the text stands upright on its side.
  const sizes = texts.map((box) => Math.max(width(box), box.y1 - box.y0)).sort((a, b) => a - b);
  return sizes[Math.floor(TOL.smallTexts * sizes.length)] ?? 0;
}

/** The boxes around groups of parallel lines that are too close on both hands to border text. */
function tightPatches(lines: readonly Segment[], room: number): Box[] {
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
  return sets.groups().flatMap((group) => {
    const box = isCore(group[0] as number) ? (union(group.map((i) => boxOfLine(lines[i] as Segment))) as Box) : null;
    // Three and more lines of one border do not reach as far as those of the smallest code.
    if (!box || across(box, lines) <= room) return [];
    return [{ x0: box.x0 - room, y0: box.y0 - room, x1: box.x1 + room, y1: box.y1 + room }];
  });
}

const across = (box: Box, lines: readonly Segment[]): number =>
  lines[0]?.axis === 'h' ? box.y1 - box.y0 : box.x1 - box.x0;

import { type Box, overlap, union } from '../geometry/box.js';
import { type DrawnGlyph, type DrawnRuling, rulingBox } from '../reader/interpreter/drawing.js';
import { WITNESS_TOLERANCES as TOL } from './tolerances.js';

/** Short lines that are looked at. Bounds the work on hostile pages; dotted tables have more. */
const MAX_SHORT = 400;

const near = (a: Box, b: Box, x: number, y: number): boolean =>
  overlap(a.x0 - x, a.x1 + x, b.x0, b.x1) > 0 && overlap(a.y0 - y, a.y1 + y, b.y0, b.y1) > 0;

/**
 * Short lines that border nothing: the strokes of a drawn character, a sign, a stroke that makes another digit of one. They touch
 * no long line, and are no pieces of a dashed one and no box to tick.
 */
export function strokesAmong(rulings: readonly DrawnRuling[]): Set<DrawnRuling> {
  const isShort = ({ from, to }: DrawnRuling): boolean => to - from <= TOL.shortLine;
  const short = rulings.filter(isShort);
  const strokes = new Set<DrawnRuling>();
  if (short.length === 0 || short.length > MAX_SHORT) return strokes;
  const long = rulings.filter((ruling) => !isShort(ruling)).map(rulingBox);
  const free = short.filter((ruling) => !long.some((box) => near(rulingBox(ruling), box, TOL.touching, TOL.touching)));
  for (const group of groupsOf(free)) if (isDrawing(group, free)) for (const ruling of group) strokes.add(ruling);
  return strokes;
}

/** Lines that touch each other. */
function groupsOf(lines: readonly DrawnRuling[]): DrawnRuling[][] {
  const left = new Set(lines);
  const groups: DrawnRuling[][] = [];
  for (const first of lines) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (let i = 0; i < group.length; i++) {
      const box = rulingBox(group[i] as DrawnRuling);
      for (const other of left)
        if (near(box, rulingBox(other), TOL.touching, TOL.touching)) {
          left.delete(other);
          group.push(other);
        }
    }
    groups.push(group);
  }
  return groups;
}

function isDrawing(group: readonly DrawnRuling[], all: readonly DrawnRuling[]): boolean {
  const box = union(group.map(rulingBox)) as Box;
  const [w, h] = [box.x1 - box.x0, box.y1 - box.y0];
  if (h > TOL.maxMarkHeight || w > TOL.maxMarkWidth || Math.max(w, h) < TOL.minMark) return false;
  const axes = new Set(group.map(({ axis }) => axis));
  if (axes.size === 2) return Math.abs(w - h) > TOL.squareSides * Math.max(w, h);
  const [{ axis, at, from, to }] = group as [DrawnRuling];
  const isDash = all.some(
    (other) =>
      !group.includes(other) &&
      other.axis === axis &&
      Math.abs(other.at - at) < TOL.touching &&
      Math.max(other.from - to, from - other.to) < TOL.dashGap * (to - from),
  );
  return !isDash;
}

/** Dots that are drawn between two digits, as a point is. */
export function drawnPoints(rulings: readonly DrawnRuling[], glyphs: readonly DrawnGlyph[]): Box[] {
  const digits = glyphs.filter(({ text, angle }) => angle === 0 && /[0-9]/u.test(text));
  const dots = rulings
    .filter(({ from, to, width }) => to - from < TOL.minMark && width < TOL.minMark)
    .slice(0, MAX_SHORT);
  return dots.map(rulingBox).filter((dot) => {
    const beside = (gap: (glyph: DrawnGlyph) => number): boolean =>
      digits.some((glyph) => Math.abs(gap(glyph)) < TOL.minMark && dot.y0 > glyph.box.y0 && dot.y1 < glyph.box.y1);
    return beside(({ box }) => dot.x0 - box.x1) && beside(({ box }) => box.x0 - dot.x1);
  });
}

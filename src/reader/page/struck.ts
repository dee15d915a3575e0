import { midX, midY } from '../../geometry/box.js';
import type { DrawnGlyph, DrawnRuling } from '../interpreter/drawing.js';
import { READER_TOLERANCES as TOL } from '../tolerances.js';

/** Lines looked at when asking what text they strike out, and glyphs for each. Bounds the work on hostile pages. */
const MAX_LINES = 1000;
const MAX_GLYPHS = 4096;
/** Height of the bands (points) by which the glyphs on a line are looked for. */
const BAND = 8;

/** Level text that a line strikes out: it runs through the middle of a run of glyphs and ends with it, and is no side of a box. */
export function struckGlyphs(glyphs: readonly DrawnGlyph[], rulings: readonly DrawnRuling[]): Set<DrawnGlyph> {
  const struck = new Set<DrawnGlyph>();
  const lines = rulings.filter(({ axis }) => axis === 'h').slice(0, MAX_LINES);
  if (lines.length === 0) return struck;
  const bands = new Map<number, DrawnGlyph[]>();
  for (const glyph of glyphs) {
    if (glyph.angle !== 0 || glyph.invisible || glyph.text.trim() === '') continue;
    const band = Math.floor(midY(glyph.box) / BAND);
    const list = bands.get(band);
    if (!list) bands.set(band, [glyph]);
    else if (list.length < MAX_GLYPHS) list.push(glyph);
  }
  const isSide = sideFinder(rulings);
  for (const line of lines) {
    const band = Math.floor(line.at / BAND);
    const hit = [band - 1, band, band + 1].flatMap((b) =>
      (bands.get(b) ?? []).filter((glyph) => runsThrough(line, glyph)),
    );
    if (hit.length > 0 && endsWith(line, hit) && !isSide(line, (hit[0] as DrawnGlyph).size))
      for (const glyph of hit) struck.add(glyph);
  }
  return struck;
}

function runsThrough({ at, from, to }: DrawnRuling, { box, size }: DrawnGlyph): boolean {
  const height = (box.y1 - at) / size;
  const x = midX(box);
  return height > TOL.strikeLow && height < TOL.strikeHigh && x > from && x < to;
}

/** Whether the line is as long as the text on it: a border that only brushes a text goes on. */
function endsWith({ from, to }: DrawnRuling, hit: readonly DrawnGlyph[]): boolean {
  const x0 = Math.min(...hit.map(({ box }) => box.x0));
  const x1 = Math.max(...hit.map(({ box }) => box.x1));
  const most = TOL.strikeOverhang * Math.max(...hit.map(({ size }) => size));
  const inked = hit.reduce((sum, { box }) => sum + box.x1 - box.x0, 0);
  return x0 - from < most && to - x1 < most && inked > (x1 - x0) / 2;
}

/** Tells whether a line goes from one upright ruling to another, both as high as its text: it is a border that brushes this. */
function sideFinder(rulings: readonly DrawnRuling[]): (line: DrawnRuling, size: number) => boolean {
  let upright: Map<number, DrawnRuling[]> | null = null;
  const collect = (): Map<number, DrawnRuling[]> => {
    const all = new Map<number, DrawnRuling[]>();
    for (const ruling of rulings) {
      if (ruling.axis !== 'v') continue;
      const key = Math.round(ruling.at);
      const list = all.get(key);
      if (list) list.push(ruling);
      else all.set(key, [ruling]);
    }
    return all;
  };
  const meets = (x: number, y: number, size: number): boolean =>
    [-1, 0, 1].some((step) =>
      upright
        ?.get(Math.round(x) + step)
        ?.some(
          ({ at, from, to }) =>
            to - from >= size && Math.abs(at - x) < TOL.corner && from < y + TOL.corner && to > y - TOL.corner,
        ),
    );
  return ({ at, from, to }, size) => {
    upright ??= collect();
    return meets(from, at, size) && meets(to, at, size);
  };
}

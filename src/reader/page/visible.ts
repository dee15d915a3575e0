import { type Box, midX, midY, overlap, union } from '../../geometry/box.js';
import {
  type Drawing,
  type DrawnArea,
  type DrawnGlyph,
  type DrawnRing,
  type DrawnRuling,
  isWhite,
} from '../interpreter/drawing.js';
import { isBeside } from '../interpreter/text-edge.js';
import type { Aside, AsideReason } from '../reader-types.js';
import { READER_TOLERANCES } from '../tolerances.js';
import { markHalfSeen } from './half-seen.js';
import { struckGlyphs } from './struck.js';
import { watermarkGlyphs } from './watermarks.js';

/**
 * What of a drawing a person sees: text and lines under white paint, white on white, invisible text that repeats what
 * is drawn, and glyphs drawn twice for boldness are taken out. Painting order decides (PDF 32000-1, 8.1).
 */
export function visibleGlyphs(drawing: Drawing, page: Box): { seen: DrawnGlyph[]; aside: Aside[] } {
  const covered = coveredGlyphs(drawing);
  const glyphs = covered.size === 0 ? drawing.glyphs : drawing.glyphs.filter((g) => !covered.has(g));
  const dark = [...drawing.areas, ...drawing.grounds].filter((area) => !isWhite(area.color));
  const images = drawing.images.map((image) => image.box);
  const shown = glyphs.filter((g) => !isWhite(g.color) || g.invisible || onDark(g, dark, images));
  const seals = drawing.rings.length === 0 ? [] : shown.filter((g) => isSealText(g, drawing.rings));
  const inSeal = new Set(seals);
  const printed = withoutRepeats(seals.length === 0 ? shown : shown.filter((g) => !inSeal.has(g)));
  const marks = watermarkGlyphs(printed, drawing.rulings);
  const readable = marks.size === 0 ? printed : printed.filter((g) => !marks.has(g));
  const unseen = unseenGlyphs(readable, images);
  const struck = struckGlyphs(readable, drawing.rulings);
  const seen =
    unseen.size + struck.size === 0 ? readable : readable.filter((glyph) => !unseen.has(glyph) && !struck.has(glyph));
  markHalfSeen(drawing, page, covered, seen);
  const aside = [...asideOf('covered', [...covered]), ...asideOf('seal', seals), ...asideOf('watermark', [...marks])];
  return { seen, aside: [...aside, ...asideOf('unseen', [...unseen]), ...asideOf('struck-out', [...struck])] };
}

/**
 * Text too small to be read, and invisible text among more that is visible: over a picture it is what an engine read there,
 * and a page of invisible text alone is one whose letters are drawn otherwise.
 */
function unseenGlyphs(glyphs: readonly DrawnGlyph[], images: readonly Box[]): Set<DrawnGlyph> {
  const isInked = (g: DrawnGlyph): boolean => g.text.trim() !== '';
  const unseen = new Set(glyphs.filter((g) => g.size < READER_TOLERANCES.unreadableSize && isInked(g)));
  const invisible = glyphs.filter((g) => g.invisible && isInked(g));
  if (invisible.length === 0 || invisible.length * 2 > glyphs.filter(isInked).length) return unseen;
  for (const glyph of invisible) if (!images.some((box) => holdsMiddle(box, glyph))) unseen.add(glyph);
  return unseen;
}

function holdsMiddle(b: Box, glyph: DrawnGlyph): boolean {
  const [x, y] = [midX(glyph.box), midY(glyph.box)];
  return x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1;
}

/** Texts set aside of a page and reason. Bounds the work on hostile pages. */
const MAX_ASIDE = 500;

function asideOf(reason: AsideReason, glyphs: readonly DrawnGlyph[]): Aside[] {
  const inked = glyphs.filter((g) => g.text.trim() !== '' && (reason === 'unseen' || !g.invisible));
  const runs: DrawnGlyph[][] = [];
  for (const glyph of inked) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goesOn = last && (reason === 'seal' || isBeside(last.box, glyph.box, glyph.size));
    if (run && (goesOn || runs.length === MAX_ASIDE)) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs.map((run) => ({
    reason,
    text: run.map((g) => g.text).join(''),
    box: union(run.map((g) => g.box)) as Box,
  }));
}

/** Height of the bands (points) by which the areas over a glyph are looked for, and how many bands one area may take. */
const BAND = 16;
const MAX_BANDS = 1024;
/** Areas looked at when asking what text they hide. Bounds the work on hostile pages. */
const MAX_TEXT_COVERS = 2048;

/** Glyphs under opaque areas that are painted later. */
function coveredGlyphs({ glyphs, areas }: Drawing): Set<DrawnGlyph> {
  const covered = new Set<DrawnGlyph>();
  const first = glyphs[0]?.order ?? Infinity;
  const covers = largest(
    areas.filter((area) => area.opaque && area.order > first),
    MAX_TEXT_COVERS,
  );
  if (covers.length === 0) return covered;
  const bands = new Map<number, DrawnArea[]>();
  for (const area of covers) {
    const from = Math.floor(area.box.y0 / BAND);
    const to = Math.min(Math.floor(area.box.y1 / BAND), from + MAX_BANDS);
    for (let band = from; band <= to; band++) {
      const list = bands.get(band);
      if (list) list.push(area);
      else bands.set(band, [area]);
    }
  }
  for (const glyph of glyphs) {
    const [x, y] = [midX(glyph.box), midY(glyph.box)];
    const over = bands.get(Math.floor(y / BAND));
    const isUnder = over?.some(
      ({ box, order }) => order > glyph.order && x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1,
    );
    if (isUnder) covered.add(glyph);
  }
  return covered;
}

/** Whether a glyph belongs to a seal: it stands inside a ring of its own colour, and that is not grey. */
function isSealText(glyph: DrawnGlyph, rings: readonly DrawnRing[]): boolean {
  if (rings.length === 0 || !isColored(glyph.color)) return false;
  const cx = midX(glyph.box);
  const cy = midY(glyph.box);
  return rings.some(
    ({ box, color }) => color === glyph.color && cx > box.x0 && cx < box.x1 && cy > box.y0 && cy < box.y1,
  );
}

function isColored(color: string): boolean {
  const channels = /^#(..)(..)(..)$/u
    .exec(color)
    ?.slice(1)
    .map((hex) => Number.parseInt(hex, 16)) ?? [0];
  return Math.max(...channels) - Math.min(...channels) >= READER_TOLERANCES.minSaturation;
}

/** White areas looked at when asking what they hide: the largest ones hide most. Bounds the work on hostile pages. */
const MAX_COVERS = 256;

/** Lines without the parts that white areas hide, which are painted later. */
export function visibleRulings(drawing: Drawing): DrawnRuling[] {
  const covers = largest(
    drawing.areas.filter((area) => isWhite(area.color)),
    MAX_COVERS,
  );
  if (covers.length === 0) return drawing.rulings;
  return drawing.rulings.flatMap((ruling) => uncovered(ruling, covers));
}

/** The parts of a ruling that the white areas leave visible. Most areas are far from most rulings: they cost a look. */
function uncovered(ruling: DrawnRuling, covers: readonly DrawnArea[]): DrawnRuling[] {
  const isLevel = ruling.axis === 'h';
  const a = ruling.at - ruling.width / 2;
  const b = ruling.at + ruling.width / 2;
  const { coverMargin, sameWidth } = READER_TOLERANCES;
  let parts = [ruling];
  for (const { box, order } of covers) {
    if (ruling.order >= order) continue;
    const lo = isLevel ? box.y0 : box.x0;
    const hi = isLevel ? box.y1 : box.x1;
    const margin = hi - lo > ruling.width + 2 * coverMargin ? coverMargin : -sameWidth;
    if (lo > a - margin || hi < b + margin) continue;
    const from = isLevel ? box.x0 : box.y0;
    const to = isLevel ? box.x1 : box.y1;
    if (to <= ruling.from || from >= ruling.to) continue;
    parts = parts.flatMap((part) => partsBeside(part, from, to));
  }
  return parts;
}

/** What of a ruling stands before `from` and behind `to`. */
function partsBeside(ruling: DrawnRuling, from: number, to: number): DrawnRuling[] {
  if (to <= ruling.from || from >= ruling.to) return [ruling];
  const parts: DrawnRuling[] = [];
  if (from > ruling.from) parts.push({ ...ruling, to: from });
  if (to < ruling.to) parts.push({ ...ruling, from: to });
  return parts;
}

function largest(areas: DrawnArea[], most: number): DrawnArea[] {
  if (areas.length <= most) return areas;
  const size = (b: Box): number => (b.x1 - b.x0) * (b.y1 - b.y0);
  return [...areas].sort((a, b) => size(b.box) - size(a.box)).slice(0, most);
}

function onDark(glyph: DrawnGlyph, dark: readonly DrawnArea[], images: readonly Box[]): boolean {
  const cx = midX(glyph.box);
  const cy = midY(glyph.box);
  const holds = (b: Box): boolean => cx >= b.x0 && cx <= b.x1 && cy >= b.y0 && cy <= b.y1;
  return dark.some((area) => area.order < glyph.order && holds(area.box)) || images.some(holds);
}

/** Side of the buckets (points) in which overlapping glyphs are looked for, and how many of its glyphs are looked at. */
const BUCKET = 16;
const MAX_PILE = 64;
const bucketOf = (at: number): number => Math.floor(at / BUCKET);
const NONE: readonly DrawnGlyph[] = [];

/**
 * Leaves out a glyph that stands on another one: the same character drawn again (fake bold, a text drawn once filled and
 * once stroked), or an invisible one under anything visible. Visible glyphs win over invisible ones.
 */
function withoutRepeats(glyphs: DrawnGlyph[]): DrawnGlyph[] {
  const { maxRepeatReach, repeatReach } = READER_TOLERANCES;
  const buckets = new Map<number, DrawnGlyph[]>();
  const key = (bx: number, by: number): number => by * 100_003 + bx;
  const repeated = new Set<DrawnGlyph>();
  const visit = (glyph: DrawnGlyph): void => {
    if (glyph.text.trim() === '') return;
    const cx = midX(glyph.box);
    const cy = midY(glyph.box);
    const reach = glyph.invisible ? maxRepeatReach : Math.min(maxRepeatReach, repeatReach * glyph.size);
    const left = bucketOf(cx - reach);
    const top = bucketOf(cy - reach);
    // Counted from zero: beyond 2^53 a bucket and the next one are the same number.
    const columns = bucketOf(cx + reach) - left;
    const rows = bucketOf(cy + reach) - top;
    for (let dx = 0; dx <= columns; dx++) {
      for (let dy = 0; dy <= rows; dy++) {
        for (const other of buckets.get(key(left + dx, top + dy)) ?? NONE) {
          if (repeats(glyph, other)) return void repeated.add(glyph);
        }
      }
    }
    const own = key(bucketOf(cx), bucketOf(cy));
    const bucket = buckets.get(own);
    if (bucket) {
      // Real text never piles up like this on one spot: the bound keeps hostile pages cheap.
      if (bucket.length < MAX_PILE) bucket.push(glyph);
    } else buckets.set(own, [glyph]);
  };
  for (const glyph of glyphs) if (!glyph.invisible) visit(glyph);
  for (const glyph of glyphs) if (glyph.invisible) visit(glyph);
  return repeated.size === 0 ? glyphs : glyphs.filter((glyph) => !repeated.has(glyph));
}

function repeats(glyph: DrawnGlyph, other: DrawnGlyph): boolean {
  const { boldShift, boldShiftOfSide, sameSize, hiddenOverlap } = READER_TOLERANCES;
  const a = glyph.box;
  const b = other.box;
  if (glyph.invisible && !other.invisible) {
    const shared = overlap(a.x0, a.x1, b.x0, b.x1) * overlap(a.y0, a.y1, b.y0, b.y1);
    return shared > hiddenOverlap * Math.min((a.x1 - a.x0) * (a.y1 - a.y0), (b.x1 - b.x0) * (b.y1 - b.y0));
  }
  const limit = Math.min(boldShift * glyph.size, boldShiftOfSide * Math.max(a.x1 - a.x0, a.y1 - a.y0));
  return (
    glyph.text === other.text &&
    Math.abs(glyph.size - other.size) < sameSize * glyph.size &&
    Math.abs(a.x0 - b.x0) <= limit &&
    Math.abs(a.y0 - b.y0) <= limit
  );
}

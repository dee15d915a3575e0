import { type Box, midX, midY } from '../../geometry/box.js';
import type { CutOff, Drawing, DrawnGlyph, DrawnImage } from '../interpreter/drawing.js';
import { isBeside } from '../interpreter/text-edge.js';
import { READER_TOLERANCES } from '../tolerances.js';

/**
 * Marks the glyphs of which the run goes on where nobody sees it: cut off by a clip or the page's edge, or under paint; and
 * those over which a picture lies, which may be seen through it; and those that a picture of the page hides.
 */
export function markHalfSeen(
  drawing: Drawing,
  page: Box,
  covered: ReadonlySet<DrawnGlyph>,
  seen: readonly DrawnGlyph[],
): void {
  const drawn = placesOf(drawing.cutOffs.length > 0 ? seen : []);
  for (const cutOff of drawing.cutOffs) if (!isDrawnElsewhere(cutOff, drawn)) cutOff.seen.half = true;
  if (covered.size > 0) markBesideCovered(drawing.glyphs, covered);
  for (const glyph of seen) if (isOverEdge(glyph, page)) glyph.half = true;
  markUnderPictures(drawing, page, seen);
  markHidden(drawing, page, seen);
}

/** Where each text stands, by whole points. */
const placesOf = (glyphs: readonly DrawnGlyph[]): Set<string> =>
  new Set(glyphs.map(({ text, box }) => keyOf(text, box)));
const keyOf = (text: string, box: Box): string => `${text} ${Math.round(box.x0)} ${Math.round(box.y0)}`;

/** What is drawn in bands is cut by each of them, and there all the same. */
const isDrawnElsewhere = ({ text, box }: CutOff, drawn: ReadonlySet<string>): boolean => drawn.has(keyOf(text, box));

function markBesideCovered(glyphs: readonly DrawnGlyph[], covered: ReadonlySet<DrawnGlyph>): void {
  let last: DrawnGlyph | null = null;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '' || glyph.invisible) continue;
    if (last && covered.has(last) !== covered.has(glyph) && isBeside(last.box, glyph.box, glyph.size)) {
      (covered.has(last) ? glyph : last).half = true;
    }
    last = glyph;
  }
}

/** Whether the page's edge runs through a glyph. */
function isOverEdge({ box, size, text }: DrawnGlyph, page: Box): boolean {
  const over = Math.max(page.x0 - box.x0, box.x1 - page.x1, page.y0 - box.y0, box.y1 - page.y1);
  return over > READER_TOLERANCES.runDrift * size && text.trim() !== '';
}

function markUnderPictures({ images }: Drawing, page: Box, seen: readonly DrawnGlyph[]): void {
  const most = READER_TOLERANCES.maxCoverPicture * (page.x1 - page.x0) * (page.y1 - page.y0);
  const pictures = images.filter(({ box: b }) => (b.x1 - b.x0) * (b.y1 - b.y0) <= most).slice(0, MAX_PICTURES);
  if (pictures.length === 0) return;
  for (const glyph of seen) {
    const [x, y] = [midX(glyph.box), midY(glyph.box)];
    const isUnder = pictures.some(
      ({ box, order }) => order > glyph.order && x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1,
    );
    if (isUnder && glyph.text.trim() !== '') glyph.half = true;
  }
}

/** Marks what is drawn invisibly over pictures, or behind those that cover the page, in one piece or in strips. */
function markHidden({ images }: Drawing, page: Box, seen: readonly DrawnGlyph[]): void {
  if (images.length === 0) return;
  const holds = ({ box: b }: DrawnImage, { box }: DrawnGlyph): boolean =>
    midX(box) >= b.x0 && midX(box) <= b.x1 && midY(box) >= b.y0 && midY(box) <= b.y1;
  const opaque = images.filter(({ stencil }) => stencil === null).slice(0, MAX_STRIPS);
  const least = READER_TOLERANCES.maxCoverPicture * (page.x1 - page.x0) * (page.y1 - page.y0);
  const areaAfter = (order: number): number =>
    opaque.reduce((sum, { box: b, order: at }) => sum + (at > order ? (b.x1 - b.x0) * (b.y1 - b.y0) : 0), 0);
  let covers = false;
  let order = -1;
  for (const glyph of seen) {
    if (glyph.invisible) {
      if (images.some((image) => holds(image, glyph))) glyph.hidden = 'invisible';
      continue;
    }
    if (glyph.order !== order) {
      order = glyph.order;
      covers = areaAfter(order) > least;
    }
    if (covers && opaque.some((image) => image.order > order && holds(image, glyph))) glyph.hidden = 'behind';
  }
}

/** Strips of which the picture of a page is put together. Bounds the work on hostile pages. */
const MAX_STRIPS = 256;

/** Pictures looked at when asking what text they may hide. Bounds the work on hostile pages. */
const MAX_PICTURES = 64;

import { type Box, midX, midY } from '../geometry/box.js';
import { type Drawing, type DrawnGlyph, isWhite } from '../reader/interpreter/drawing.js';
import { contrastOf } from './contrast.js';
import type { Coverage } from './coverage.js';
import { groundAround } from './ground.js';
import { type InkedGlyph, isOthers, type PageInk, pixelsOf } from './page-ink.js';
import { WITNESS_TOLERANCES as TOL } from './tolerances.js';

/** Why nobody sees a text. */
export type UnseenReason = 'covered' | 'invisible' | 'transparent' | 'tiny' | 'outside' | 'pale' | 'blank' | 'clipped';

export interface Unseen {
  readonly glyph: DrawnGlyph;
  readonly why: UnseenReason;
}

/** What values are made of: of other signs, as dashes and brackets, nothing depends on one alone. */
const INKED = /[\p{L}\p{N}.,%‰+\-−≥≤<>=]/u;
/** Large or slanted text is a watermark, however faint. */
const isInked = ({ text, angle, size }: DrawnGlyph): boolean =>
  INKED.test(text) && angle % 90 === 0 && size <= TOL.maxSize;

/** The glyphs of which the picture shows nothing. Those of which it cannot say anything count as seen. */
export function unseenGlyphs(ink: PageInk, drawing: Drawing): Unseen[] {
  const glyphs = ink.glyphs.filter(({ glyph }) => isInked(glyph));
  const blankFonts = fontsWithoutWitness(ink, glyphs);
  const unseen: Unseen[] = [];
  for (const shown of glyphs) {
    if (blankFonts.has(shown.glyph.font) || isSeen(ink, shown)) continue;
    unseen.push({ glyph: shown.glyph, why: whyUnseen(ink, shown, drawing) });
  }
  return unseen;
}

function isSeen(ink: PageInk, { glyph, cover, source }: InkedGlyph): boolean {
  if (isOutside(ink, glyph.box)) return false;
  if (glyph.invisible) return false;
  // Masks of lightness are not drawn here: what they hide of a number cannot be known.
  if (glyph.masked && /\p{N}/u.test(glyph.text)) return false;
  if (cover) {
    if (isTiny(ink, cover) && /[\p{L}\p{N}]/u.test(glyph.text)) return false;
    const contrast = contrastOf(ink, cover);
    return (
      contrast === null ||
      (contrast.levels >= TOL.minContrast && (contrast.hidden < TOL.mostHidden || cover.area < TOL.minPartCover))
    );
  }
  // Of single glyphs pdfjs may fail to make an outline: of digits it does not.
  if (source === 'outline') return !/\p{N}/u.test(glyph.text);
  return !/[\p{L}\p{N}]/u.test(glyph.text) || hasInk(ink, glyph.box);
}

/**
 * Fonts of which the picture says nothing: those that are not in the file, and of which most glyphs show none, since there is no such
 * font here either; and those of which pdfjs can make no outlines.
 */
function fontsWithoutWitness(ink: PageInk, glyphs: readonly InkedGlyph[]): Set<string> {
  const fonts = new Map<string, { all: number; shown: number }>();
  for (const { glyph, source, outline } of glyphs) {
    if (source === 'program') continue;
    const counts = fonts.get(glyph.font) ?? { all: 0, shown: 0 };
    fonts.set(glyph.font, counts);
    counts.all++;
    if (source === 'outline' ? outline !== null : hasInk(ink, glyph.box)) counts.shown++;
  }
  return new Set([...fonts].filter(([, { all, shown }]) => shown < TOL.fontShown * all).map(([font]) => font));
}

const isTiny = ({ picture: { scale } }: PageInk, { width, height }: Coverage): boolean =>
  Math.max(width, height) < TOL.minInkHeight * scale;

const isOutside = ({ picture: { width, height, scale } }: PageInk, box: Box): boolean => {
  const [x, y] = [midX(box) * scale, midY(box) * scale];
  return x < 0 || y < 0 || x > width || y > height;
};

/** Whether anything that is no other glyph stands out in a box. */
function hasInk(ink: PageInk, box: Box): boolean {
  const { picture, ruled } = ink;
  const { x0, y0, x1, y1 } = pixelsOf(box, picture.scale, 0, picture.width, picture.height);
  const ground = groundAround(picture, box);
  let pixels = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const at = y * picture.width + x;
      if (ruled[at] === 1 || isOthers(ink, at, 0)) continue;
      let far = 0;
      for (let k = 0; k < 3; k++)
        far = Math.max(far, Math.abs((picture.data[3 * at + k] as number) - (ground[k] as number)));
      if (far >= TOL.minContrast) pixels += far / 255;
    }
  }
  return pixels >= TOL.minInkPixels * (TOL.minContrast / 255);
}

function whyUnseen(ink: PageInk, { glyph, cover, outline, source }: InkedGlyph, drawing: Drawing): UnseenReason {
  if (isOutside(ink, glyph.box)) return 'outside';
  if (glyph.invisible) return 'invisible';
  if ((glyph.alpha ?? 1) < TOL.seeThrough) return 'transparent';
  if (cover && isTiny(ink, cover)) return 'tiny';
  if (isUnder(glyph, drawing)) return 'covered';
  if (source === 'outline' && (!outline || outline.length === 0)) return 'blank';
  if (isWhite(glyph.color) || isPale(glyph.color)) return 'pale';
  return source === 'program' ? 'blank' : 'clipped';
}

/** Whether anything is painted over a glyph. */
function isUnder({ box, order }: DrawnGlyph, { areas, grounds, images }: Drawing): boolean {
  const [x, y] = [midX(box), midY(box)];
  const isOver = (mark: { readonly box: Box; readonly order: number }): boolean =>
    mark.order > order && x > mark.box.x0 && x < mark.box.x1 && y > mark.box.y0 && y < mark.box.y1;
  return areas.some(isOver) || grounds.some(isOver) || images.some(isOver);
}

const isPale = (color: string): boolean =>
  (/^#(..)(..)(..)$/u.exec(color)?.slice(1) ?? []).every((hex) => Number.parseInt(hex, 16) > 255 - 2 * TOL.minContrast);

import { median } from '../geometry/order.js';
import type { DrawnGlyph } from '../reader/interpreter/drawing.js';
import { contrastOf } from './contrast.js';
import { cutOut } from './cut-out.js';
import type { InkedGlyph, PageInk } from './page-ink.js';
import { bestDigit, digitFits } from './shapes/digits.js';
import { type Shape, shapeOfOutline } from './shapes/shape.js';
import { WITNESS_TOLERANCES as TOL } from './tolerances.js';

/** A glyph that is seen as another character than it says. */
export interface Lie {
  readonly glyph: DrawnGlyph;
  /** What it is seen as; `?` where that is no digit. */
  readonly seen: string;
}

const DIGIT = /^[0-9０-９]$/u;
const SIGN = /^[.,．，\-−–－]$/u;
const SEVERAL = /^(?=.*[0-9])[0-9.,%-]{2,}$/u;
const BLANK = /^[\p{Z}\p{Cf}\p{Cc}]*$/u;
const HAN = /^\p{Script=Han}$/u;

/** Glyphs that say a digit or a sign and draw another one, or say something else and draw a digit. */
export function liesOf(ink: PageInk): Lie[] {
  const main = mainAngle(ink.glyphs);
  const kinds = new Map<string, InkedGlyph[]>();
  for (const shown of ink.glyphs) {
    if (shown.source === 'none' || shown.glyph.invisible || !isOfConcern(shown)) continue;
    const key = [shown.glyph.font, shown.code, shown.glyph.text, turnOf(shown, main).map((v) => v.toFixed(2))].join(
      ' ',
    );
    const same = kinds.get(key);
    if (same) same.push(shown);
    else kinds.set(key, [shown]);
  }
  const drawn = [...kinds.values()].flatMap((same) => {
    const [{ glyph }] = same as [InkedGlyph];
    // Outlines that pdfjs makes of spaces may be those of other glyphs, and are not drawn.
    if (BLANK.test(glyph.text) && glyph.text.includes(' ')) return [];
    const shape = shapeOfKind(ink, same, main);
    return shape ? [{ same, shape }] : [];
  });
  const heights = heightsByFont(drawn);
  return drawn.flatMap(({ same, shape }) => {
    const first = same[0] as InkedGlyph;
    const seen = seenAs(first, shape, heights.get(first.glyph.font) ?? null);
    return same.flatMap((shown) => {
      const as = seen ?? (isPartHidden(ink, shown) ? '?' : null);
      return as === null ? [] : [{ glyph: shown.glyph, seen: as }];
    });
  });
}

const isOfConcern = ({ glyph: { text, box, size }, source }: InkedGlyph): boolean =>
  DIGIT.test(text) ||
  SIGN.test(text) ||
  SEVERAL.test(text) ||
  (source === 'outline' && (BLANK.test(text) || (HAN.test(text) && box.x1 - box.x0 < TOL.narrowHan * size)));

interface DrawnKind {
  readonly same: readonly InkedGlyph[];
  readonly shape: Shape;
}

/** How high the digits of each font are, in ems. */
function heightsByFont(drawn: readonly DrawnKind[]): Map<string, number> {
  const heights = new Map<string, number[]>();
  for (const { same, shape } of drawn) {
    const { font, text } = (same[0] as InkedGlyph).glyph;
    if (DIGIT.test(text)) heights.set(font, [...(heights.get(font) ?? []), shape.height]);
  }
  return new Map([...heights].map(([font, all]) => [font, median(all) ?? 0]));
}

/** What a glyph is seen as where that is not what it says; null where it may be. */
function seenAs({ glyph: { text }, source, em }: InkedGlyph, shape: Shape, digitHeight: number | null): string | null {
  const fits = digitFits(shape);
  const best = bestDigit(fits);
  const fit = fits[best] as number;
  const margin = source === 'outline' ? TOL.lieMargin : TOL.lieMarginOfPixels;
  if (DIGIT.test(text)) {
    // A mirrored digit is none, but for one that is its own mirror image.
    if (em[0] * em[3] - em[1] * em[2] > 0 && !/[018０１８]/u.test(text)) return '?';
    if (digitHeight !== null && shape.height < TOL.lowDigit * digitHeight) return '?';
    const claimed = fits[Number(text.normalize('NFKC'))] as number;
    const isOther =
      fit >= TOL.digitFit ? fit - claimed >= margin : fit >= TOL.looseFit && fit - claimed >= TOL.looseMargin;
    return isOther ? String(best) : null;
  }
  if (SEVERAL.test(text) && shape.aspect < TOL.maxDigitAspect && fit >= TOL.digitFit) return String(best);
  if (digitHeight === null) return null;
  const isHigh = shape.height > TOL.highSign * digitHeight;
  if (SIGN.test(text)) {
    if (!isHigh || shape.aspect <= TOL.minDigitAspect) return null;
    // Cut out of the picture, a sign may have pieces of its neighbours: then it must be a digit beyond doubt.
    return fit >= TOL.digitFit ? String(best) : source === 'outline' ? '?' : null;
  }
  const isNarrow = shape.aspect < TOL.maxDigitAspect && shape.height > TOL.lowDigit * digitHeight;
  const isLikeDigits = Math.abs(shape.height - digitHeight) < TOL.sameHeight * digitHeight;
  if (!isNarrow || !isLikeDigits) return null;
  return fit >= (HAN.test(text) ? TOL.surelyDigit : TOL.digitFit) ? String(best) : null;
}

function shapeOfKind(ink: PageInk, same: readonly InkedGlyph[], main: number): Shape | null {
  const first = same[0] as InkedGlyph;
  if (first.source === 'outline') return first.outline ? shapeOfOutline(first.outline, turnOf(first, main)) : null;
  return cutOut(
    ink,
    same.map(({ glyph }) => glyph),
  );
}

/** Whether so much of a digit is hidden that it may be seen as another one. */
function isPartHidden(ink: PageInk, { glyph, cover }: InkedGlyph): boolean {
  // What the edge of a clip cuts off is told by the reader.
  if (glyph.half || !cover || !DIGIT.test(glyph.text) || cover.area < TOL.minPartCover) return false;
  const hidden = contrastOf(ink, cover)?.hidden ?? 0;
  return hidden >= TOL.partHidden && hidden < TOL.mostHidden;
}

/** The angle at which most text is read. */
function mainAngle(glyphs: readonly InkedGlyph[]): number {
  const counts = new Map<number, number>();
  for (const { glyph } of glyphs) counts.set(glyph.angle, (counts.get(glyph.angle) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/**
 * The linear part by which a glyph is drawn, one em high, y upwards, turned so that it is read upright. What is upside down beside
 * other text stays so: a 6 is seen as a 9.
 */
function turnOf({ em: [a, b, c, d], glyph: { angle } }: InkedGlyph, main: number): [number, number, number, number] {
  const size = Math.hypot(c, d) || 1;
  const back = (((angle - main) % 180 === 0 ? main : angle) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(back), Math.sin(back)];
  // Counter-clockwise as seen, with y upwards, turned back by the angle.
  const [ax, ay, cx, cy] = [a / size, -b / size, c / size, -d / size];
  return [ax * cos + ay * sin, ay * cos - ax * sin, cx * cos + cy * sin, cy * cos - cx * sin];
}

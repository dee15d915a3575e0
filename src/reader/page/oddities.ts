import { type Box, midX, midY } from '../../geometry/box.js';
import { type Drawing, type DrawnGlyph, isWhite } from '../interpreter/drawing.js';
import { READER_TOLERANCES as TOL } from '../tolerances.js';

/** Marks looked at when asking whether they lie over text. Bounds the work on hostile pages. */
const MAX_COVERS = 500;

/** Whether a page draws anything by which its picture may show other text than it has: cheap signs, of which most mean no harm. */
export function isOdd(drawing: Drawing, page: Box): boolean {
  const glyphs = drawing.glyphs.filter(({ text }) => text.trim() !== '');
  return glyphs.some((glyph) => isOddGlyph(glyph, page)) || isPaintedOver(drawing, glyphs);
}

function isOddGlyph(
  { invisible, alpha = 1, size, color, annotation, box, isProgram, masked }: DrawnGlyph,
  page: Box,
): boolean {
  const isOutside = midX(box) < page.x0 || midX(box) > page.x1 || midY(box) < page.y0 || midY(box) > page.y1;
  const isFaint = alpha < 1 || isWhite(color) || color === 'pattern';
  return (
    invisible ||
    isFaint ||
    annotation !== null ||
    isProgram === true ||
    masked === true ||
    size < TOL.smallPrint ||
    isOutside
  );
}

function isPaintedOver({ areas, grounds, images }: Drawing, glyphs: readonly DrawnGlyph[]): boolean {
  const first = glyphs[0]?.order ?? Infinity;
  const over = [...areas, ...grounds, ...images].filter(({ order }) => order > first).slice(0, MAX_COVERS);
  return over.some(({ box, order }) =>
    glyphs.some(
      (glyph) =>
        glyph.order < order &&
        midX(glyph.box) > box.x0 &&
        midX(glyph.box) < box.x1 &&
        midY(glyph.box) > box.y0 &&
        midY(glyph.box) < box.y1,
    ),
  );
}

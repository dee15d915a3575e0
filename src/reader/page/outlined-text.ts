import { type Box, midX, midY, union } from '../../geometry/box.js';
import { type DrawnArea, isWhite } from '../interpreter/drawing.js';
import type { Glyph, OutlinedText } from '../reader-types.js';
import { READER_TOLERANCES as TOL } from '../tolerances.js';

/** Shapes that are looked at: more say no more, and pages are hostile. */
const MAX_SHAPES = 20_000;

/**
 * The text of a page that is drawn as curves, as programs do that give out no fonts: hundreds of small filled shapes, of many
 * sizes, that stand in lines with white between them. The dots of a chart are of few sizes, the areas of a map lie side by
 * side. Shapes on which text stands are drawn twice, and lack nothing.
 */
export function outlinedText(shapes: readonly DrawnArea[], glyphs: readonly Glyph[]): OutlinedText | null {
  const small: Box[] = [];
  for (const { box, color } of shapes) {
    if (small.length < MAX_SHAPES && isOfGlyphSize(box) && !isWhite(color) && color !== 'pattern') small.push(box);
  }
  if (small.length < TOL.minOutlines) return null;
  const written = squaresOf(glyphs.map((glyph) => glyph.box));
  const lone = small.filter((box) => !written.has(squareAt(midX(box), midY(box))));
  const inLines = stripsOf(lone).flatMap(shapesInLines);
  const sizes = new Set(inLines.map(sizeOf));
  const box = union(inLines);
  const isText = inLines.length >= TOL.minOutlines && sizes.size >= TOL.minOutlineSizes;
  return isText && box ? { shapes: inLines.length, box } : null;
}

function isOfGlyphSize({ x0, y0, x1, y1 }: Box): boolean {
  const long = Math.max(x1 - x0, y1 - y0);
  return long >= TOL.minOutline && long <= TOL.maxOutline;
}

const sizeOf = ({ x0, y0, x1, y1 }: Box): string => `${(x1 - x0).toFixed(1)} ${(y1 - y0).toFixed(1)}`;

/** Side of the squares, in points, in which it is looked whether text stands. */
const SQUARE = 6;
const squareAt = (x: number, y: number): number => Math.floor(y / SQUARE) * 100_003 + Math.floor(x / SQUARE);

function squaresOf(boxes: readonly Box[]): Set<number> {
  const squares = new Set<number>();
  for (const { x0, y0, x1, y1 } of boxes) {
    if (!(x1 - x0 < TOL.maxOutline * 2 && y1 - y0 < TOL.maxOutline * 2)) continue;
    for (let y = y0; y < y1 + SQUARE; y += SQUARE) {
      for (let x = x0; x < x1 + SQUARE; x += SQUARE) squares.add(squareAt(Math.min(x, x1), Math.min(y, y1)));
    }
  }
  return squares;
}

/** Lines of a table stand at other heights in each of its columns: upright strips of the page are looked at one by one. */
function stripsOf(boxes: readonly Box[]): Box[][] {
  const strips = new Map<number, Box[]>();
  for (const box of boxes) {
    const at = Math.floor(midX(box) / TOL.outlineStrip);
    const strip = strips.get(at);
    if (strip) strip.push(box);
    else strips.set(at, [box]);
  }
  return [...strips.values()];
}

/** The shapes of a strip that stand in groups as high as a line of text, with white above and below. */
function shapesInLines(boxes: readonly Box[]): Box[] {
  const lines: { boxes: Box[]; y0: number; y1: number }[] = [];
  for (const box of [...boxes].sort((a, b) => a.y0 - b.y0)) {
    const line = lines.at(-1);
    if (line && box.y0 <= line.y1) {
      line.boxes.push(box);
      line.y1 = Math.max(line.y1, box.y1);
    } else lines.push({ boxes: [box], y0: box.y0, y1: box.y1 });
  }
  return lines
    .filter(({ boxes: { length }, y0, y1 }) => length > 1 && y1 - y0 <= TOL.maxOutline)
    .flatMap((line) => line.boxes);
}

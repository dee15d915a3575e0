import type { DrawnGlyph } from '../reader/interpreter/drawing.js';
import type { Coverage } from './coverage.js';
import { groundAround } from './ground.js';
import { isOthers, type PageInk, pixelsOf } from './page-ink.js';
import { type Shape, shapeOf } from './shapes/shape.js';
import { WITNESS_TOLERANCES as TOL } from './tolerances.js';

/** Drawings of one glyph that are looked at. */
const MAX_DRAWINGS = 12;

/**
 * The shape of a glyph that has no outline, as the picture shows it: of its drawings the one that is largest, upright text alone. Null
 * where there is none, or it is too small.
 */
export function cutOut(ink: PageInk, glyphs: readonly DrawnGlyph[]): Shape | null {
  const upright = glyphs.filter(({ angle, size }) => angle === 0 && size * ink.picture.scale >= TOL.minCutOut);
  const largest = [...upright].sort((a, b) => b.size - a.size).slice(0, MAX_DRAWINGS);
  for (const glyph of largest) {
    const cover = coverIn(ink, glyph);
    const shape = cover && shapeOf(cover, glyph.size * ink.picture.scale);
    if (shape) return shape;
  }
  return null;
}

/** How far the pixels of a glyph's box stand out from its ground, the strongest fully; null where lines run through it. */
function coverIn(ink: PageInk, { box }: DrawnGlyph): Coverage | null {
  const { picture, ruled } = ink;
  const { x0, y0, x1, y1 } = pixelsOf(box, picture.scale, 0, picture.width, picture.height);
  const [width, height] = [x1 - x0, y1 - y0];
  if (width <= 0 || height <= 0) return null;
  const ground = groundAround(picture, box);
  const far = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y0 + y) * picture.width + x0 + x;
      if (ruled[at] === 1) return null;
      if (isOthers(ink, at, 0)) continue;
      for (let k = 0; k < 3; k++) {
        const level = Math.abs((picture.data[3 * at + k] as number) - (ground[k] as number));
        far[y * width + x] = Math.max(far[y * width + x] as number, level);
      }
    }
  }
  const most = far.reduce((max, level) => Math.max(max, level), 0);
  if (most < TOL.minContrast) return null;
  const data = Uint8Array.from(far, (level) => Math.round((255 * level) / most));
  return { x: x0, y: y0, width, height, data, area: data.reduce((sum, level) => sum + level / 255, 0) };
}

import type { Box } from '../geometry/box.js';
import type { Drawing } from '../reader/interpreter/drawing.js';
import { rulingBox } from '../reader/interpreter/drawing.js';
import { multiply } from '../reader/interpreter/matrix.js';
import type { Picture } from '../reader/picture/from-images.js';
import type { ShownGlyph, ShownPage } from '../reader/picture/shown-types.js';
import { type Coverage, coverageOf } from './coverage.js';
import { WITNESS_TOLERANCES as TOL } from './tolerances.js';

/** A glyph and the pixels that it should cover; null where nobody knows them, or there are none. */
export interface InkedGlyph extends ShownGlyph {
  readonly cover: Coverage | null;
}

/** A page's picture beside what should be on it, pixel by pixel. */
export interface PageInk {
  readonly picture: Picture;
  readonly glyphs: readonly InkedGlyph[];
  /** How much glyphs cover of each pixel, added up, up to 65535; 255 is one of them. */
  readonly covered: Uint16Array;
  /** 1 where a line is drawn, or right beside one. */
  readonly ruled: Uint8Array;
}

export function pageInk({ picture, glyphs, drawing }: ShownPage): PageInk {
  const { width, height, scale } = picture;
  const covered = new Uint16Array(width * height);
  const inked = glyphs.map((shown): InkedGlyph => {
    const cover = shown.outline ? coverageOf(shown.outline, multiply([scale, 0, 0, scale, 0, 0], shown.em)) : null;
    if (cover && !shown.glyph.invisible) addCover(covered, width, height, cover);
    return { ...shown, cover };
  });
  return { picture, glyphs: inked, covered, ruled: ruledPixels(drawing, picture) };
}

function addCover(covered: Uint16Array, width: number, height: number, cover: Coverage): void {
  for (let dy = 0; dy < cover.height; dy++) {
    const y = cover.y + dy;
    if (y < 0 || y >= height) continue;
    for (let dx = 0; dx < cover.width; dx++) {
      const x = cover.x + dx;
      if (x < 0 || x >= width) continue;
      const at = y * width + x;
      covered[at] = Math.min(65535, (covered[at] as number) + (cover.data[dy * cover.width + dx] as number));
    }
  }
}

function ruledPixels({ rulings }: Drawing, { width, height, scale }: Picture): Uint8Array {
  const ruled = new Uint8Array(width * height);
  for (const ruling of rulings) {
    const { x0, x1, y0, y1 } = pixelsOf(rulingBox(ruling), scale, 1, width, height);
    for (let y = y0; y < y1; y++) ruled.fill(1, y * width + x0, y * width + x1);
  }
  return ruled;
}

/** The pixels of a box, and so many around it, as far as they are on the picture: x1 and y1 are the first beyond it. */
export function pixelsOf(box: Box, scale: number, margin: number, width: number, height: number): Box {
  const clip = (at: number, most: number): number => Math.min(most, Math.max(0, at));
  return {
    x0: clip(Math.floor(box.x0 * scale) - margin, width),
    y0: clip(Math.floor(box.y0 * scale) - margin, height),
    x1: clip(Math.ceil(box.x1 * scale) + margin, width),
    y1: clip(Math.ceil(box.y1 * scale) + margin, height),
  };
}

/** Whether a pixel belongs to other glyphs than one that covers so much of it. */
export const isOthers = (ink: PageInk, at: number, own: number): boolean =>
  (ink.covered[at] as number) - own > TOL.otherInk;

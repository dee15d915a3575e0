import type { Box } from '../geometry/box.js';
import { type Drawing, rulingBox } from '../reader/interpreter/drawing.js';
import { commonestColour } from './ground.js';
import { type PageInk, pixelsOf } from './page-ink.js';
import { drawnPoints, strokesAmong } from './strokes.js';
import { WITNESS_TOLERANCES as TOL } from './tolerances.js';

/** Of large areas, every other pixel each way tells the colour. */
const EVERY_OTHER = 2;
/** Pixels that are explained: by a glyph, a line, the edge of a fill, an image or a seal. */
const EXPLAINED = 1;

/**
 * Marks of the size of characters that no glyph, line or fill explains, in page points: text drawn as curves, strokes that make another
 * digit of one, small pictures. None where there are so many that they are a drawing.
 */
export function leftOverMarks(ink: PageInk, drawing: Drawing): Box[] {
  const { width, height, scale } = ink.picture;
  const state = explained(ink, drawing);
  const grounds = groundLevels(ink, drawing);
  const marks = drawnPoints(drawing.rulings, drawing.glyphs);
  const { data } = ink.picture;
  const isInk = (at: number): boolean => {
    if (state[at] === EXPLAINED) return false;
    for (let k = 0; k < 3; k++)
      if (Math.abs((data[3 * at + k] as number) - (grounds[3 * at + k] as number)) >= TOL.inkContrast) return true;
    return false;
  };
  for (let at = 0; at < state.length; at++) {
    if (!isInk(at)) continue;
    const { box, pixels } = markFrom(at, width, height, state, isInk);
    const [w, h] = [(box.x1 - box.x0) / scale, (box.y1 - box.y0) / scale];
    const isSpeck = pixels < TOL.minMarkPixels || Math.max(w, h) < TOL.minMark;
    if (isSpeck || h > TOL.maxMarkHeight || w > TOL.maxMarkWidth) continue;
    const mark = { x0: box.x0 / scale, y0: box.y0 / scale, x1: box.x1 / scale, y1: box.y1 / scale };
    if (Math.max(w, h) > TOL.roundCorner || !isCorner(mark, drawing)) marks.push(mark);
    if (marks.length > TOL.maxMarks) return [];
  }
  return marks;
}

/** Whether a mark leads from the end of a line to that of another across it: the round corner of a box. */
function isCorner({ x0, y0, x1, y1 }: Box, { rulings }: Drawing): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOL.cornerReach;
  const ends = (axis: 'h' | 'v', at: readonly number[], along: readonly number[]): boolean =>
    rulings.some(
      (r) =>
        r.axis === axis &&
        at.some((place) => near(r.at, place)) &&
        along.some((place) => near(r.from, place) || near(r.to, place)),
    );
  return ends('h', [y0, y1], [x0, x1]) && ends('v', [x0, x1], [y0, y1]);
}

/** All pixels of ink that hang together with one; they count as explained from then on. */
function markFrom(
  start: number,
  width: number,
  height: number,
  state: Uint8Array,
  isInk: (at: number) => boolean,
): { box: Box; pixels: number } {
  const box = { x0: width, y0: height, x1: 0, y1: 0 };
  const queue = [start];
  state[start] = EXPLAINED;
  let pixels = 0;
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    pixels++;
    [box.x0, box.x1] = [Math.min(box.x0, x), Math.max(box.x1, x + 1)];
    [box.y0, box.y1] = [Math.min(box.y0, y), Math.max(box.y1, y + 1)];
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        const next = ny * width + nx;
        if (!isInk(next)) continue;
        state[next] = EXPLAINED;
        queue.push(next);
      }
    }
  }
  return { box, pixels };
}

function explained(ink: PageInk, drawing: Drawing): Uint8Array {
  const { width, height, scale } = ink.picture;
  const state = new Uint8Array(width * height);
  const fill = (box: Box, margin: number): void => {
    const { x0, y0, x1, y1 } = pixelsOf(box, scale, margin, width, height);
    for (let y = y0; y < y1; y++) state.fill(EXPLAINED, y * width + x0, y * width + x1);
  };
  for (const { glyph, cover } of ink.glyphs) {
    if (glyph.invisible || glyph.text.trim() === '') continue;
    if (!cover) fill(glyph.box, 2);
    else fillAround(state, width, height, cover);
  }
  const strokes = strokesAmong(drawing.rulings);
  for (const ruling of drawing.rulings) if (!strokes.has(ruling)) fill(rulingBox(ruling), 1);
  for (const { box } of drawing.areas) for (const side of sidesOf(box)) fill(side, 1);
  for (const { box } of drawing.rings) fill(box, 2);
  for (const box of drawing.slivers) fill(box, 2);
  for (const { box } of drawing.images) if (box.y1 - box.y0 > TOL.groundHeight) fill(box, 1);
  return state;
}

/** A glyph's own pixels, and those right beside them. */
function fillAround(
  state: Uint8Array,
  width: number,
  height: number,
  cover: NonNullable<PageInk['glyphs'][number]['cover']>,
): void {
  for (let dy = 0; dy < cover.height; dy++) {
    for (let dx = 0; dx < cover.width; dx++) {
      if ((cover.data[dy * cover.width + dx] as number) < TOL.otherInk) continue;
      const [x, y] = [cover.x + dx, cover.y + dy];
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
        state.fill(EXPLAINED, ny * width + Math.max(0, x - 1), ny * width + Math.min(width, Math.max(0, x + 2)));
    }
  }
}

const sidesOf = ({ x0, y0, x1, y1 }: Box): Box[] => [
  { x0, x1, y0, y1: y0 },
  { x0, x1, y0: y1, y1 },
  { x0, x1: x0, y0, y1 },
  { x0: x1, x1, y0, y1 },
];

/** The colour that each pixel has where there is no ink on it: of the paper, or of the last fill. */
function groundLevels({ picture }: PageInk, { areas, grounds }: Drawing): Uint8Array {
  const { width, height, scale } = picture;
  const levels = new Uint8Array(3 * width * height).fill(255);
  const shapes = grounds.filter(({ box: b }) => b.x1 - b.x0 > TOL.groundWidth || b.y1 - b.y0 > TOL.groundHeight);
  for (const { box } of [...areas, ...shapes].sort((a, b) => a.order - b.order)) {
    const { x0, y0, x1, y1 } = pixelsOf(box, scale, 0, width, height);
    const color = commonestColour(picture, { x0, y0, x1, y1 }, EVERY_OTHER);
    if (color === null) continue;
    for (let y = y0; y < y1; y++)
      for (let at = 3 * (y * width + x0); at < 3 * (y * width + x1); at += 3) levels.set(color, at);
  }
  return levels;
}

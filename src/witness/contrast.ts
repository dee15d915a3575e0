import type { Coverage } from './coverage.js';
import { isOthers, type PageInk } from './page-ink.js';
import { WITNESS_TOLERANCES as TOL } from './tolerances.js';

/** How a glyph stands out on the picture. */
export interface Contrast {
  /** Levels of 255 by which its ink differs from its ground, by the channel that tells most. */
  readonly levels: number;
  /** Fraction of its ink that has the colour of its ground. */
  readonly hidden: number;
}

/** The pixels of a glyph that are its ink, and those around it: three channels each, one after another. */
interface Samples {
  readonly ink: number[];
  readonly ground: number[];
  /** How much of the ink's pixels is covered, from 0 to 1. */
  readonly cover: number;
  /** Fraction of the ink of the glyph that they are. */
  readonly free: number;
}

/**
 * How a glyph that should cover these pixels stands out on the picture; null where other glyphs or lines stand on most of it, it
 * is not on the picture, or is too small to say.
 */
export function contrastOf(page: PageInk, cover: Coverage): Contrast | null {
  if (cover.area < TOL.minCover) return null;
  const { ink, ground, cover: share, free } = samplesOf(page, cover);
  if (free < TOL.minFree || ink.length === 0 || ground.length < 3 * TOL.minGround) return null;
  const grounds = [0, 1, 2].map((k) => medianOf(ground, k));
  const inks = [0, 1, 2].map((k) => medianOf(ink, k));
  const strict = Math.max(...grounds.map((level, k) => Math.abs(level - (inks[k] as number)))) / share;
  // Small signs may stand a pixel beside where they should.
  const levels = cover.area < TOL.minPartCover ? Math.max(strict, furthest(ground, grounds)) : strict;
  let same = 0;
  for (let i = 0; i < ink.length; i += 3) {
    const far = Math.max(...grounds.map((level, k) => Math.abs(level - (ink[i + k] as number))));
    if (far < TOL.partContrast * levels) same++;
  }
  return { levels: Math.min(255, levels), hidden: (3 * same) / ink.length };
}

function samplesOf({ picture, ruled, ...page }: PageInk, cover: Coverage): Samples {
  const full = cover.data.reduce((most, value) => Math.max(most, value), 0);
  const [ink, ground]: [number[], number[]] = [[], []];
  let [sum, all, kept] = [0, 0, 0];
  for (let dy = -TOL.margin; dy < cover.height + TOL.margin; dy++) {
    for (let dx = -TOL.margin; dx < cover.width + TOL.margin; dx++) {
      const isIn = dx >= 0 && dx < cover.width && dy >= 0 && dy < cover.height;
      const own = isIn ? (cover.data[dy * cover.width + dx] as number) : 0;
      const isInk = own >= TOL.fullInk * full;
      if (isInk) all++;
      const [x, y] = [cover.x + dx, cover.y + dy];
      if (x < 0 || x >= picture.width || y < 0 || y >= picture.height) continue;
      const at = y * picture.width + x;
      const isGround = own === 0 && isNear(cover, dx, dy);
      if (!(isInk || isGround) || ruled[at] === 1 || isOthers({ picture, ruled, ...page }, at, own)) continue;
      const { data } = picture;
      (isInk ? ink : ground).push(data[3 * at] as number, data[3 * at + 1] as number, data[3 * at + 2] as number);
      if (!isInk) continue;
      kept++;
      sum += own / 255;
    }
  }
  return { ink, ground, cover: kept === 0 ? 1 : sum / kept, free: all === 0 ? 0 : kept / all };
}

/** Whether a pixel is so near to ink that it tells its ground: further off other grounds may begin. */
function isNear({ width, height, data }: Coverage, dx: number, dy: number): boolean {
  for (let y = Math.max(0, dy - TOL.margin); y <= Math.min(height - 1, dy + TOL.margin); y++)
    for (let x = Math.max(0, dx - TOL.margin); x <= Math.min(width - 1, dx + TOL.margin); x++)
      if ((data[y * width + x] as number) > TOL.otherInk) return true;
  return false;
}

/** By how much one of the pixels beside a glyph differs from its ground, at most. */
function furthest(pixels: readonly number[], grounds: readonly number[]): number {
  let most = 0;
  for (let i = 0; i < pixels.length; i++)
    most = Math.max(most, Math.abs((pixels[i] as number) - (grounds[i % 3] as number)));
  return most;
}

/** The median of one of three channels. */
function medianOf(values: readonly number[], channel: number): number {
  const one: number[] = [];
  for (let i = channel; i < values.length; i += 3) one.push(values[i] as number);
  one.sort((a, b) => a - b);
  return one[one.length >> 1] ?? 0;
}

import type { Warp } from '../geometry/warp.js';
import { binarise, inkThreshold } from './binarise.js';
import { rotated, skewOf } from './deskew.js';
import { eraseLines } from './lines/erase-lines.js';
import { mended } from './lines/mend-lines.js';
import { type InkLine, inkLines } from './lines/rulings.js';
import { eraseEdges } from './paper/edges.js';
import { eraseSpecks } from './paper/specks.js';
import type { Gray, Ink, Rgb } from './raster-types.js';
import { warpOf } from './straighten.js';
import { RASTER_TOLERANCES as TOL } from './tolerances.js';

/** A picture made ready for reading: level, and without its lines, which are known. */
export interface Sheet {
  readonly gray: Gray;
  readonly ink: Ink;
  /** Pixels to the point. */
  readonly scale: number;
  /** Degrees by which its lines fell to the right before it was levelled. */
  readonly skew: number;
  /** How it was bent then, in pixels; null where it was flat. */
  readonly warp: Warp | null;
  /** In pixels. */
  readonly lines: readonly InkLine[];
}

/** Levels an evenly lit picture and takes out its lines; `scale` is in pixels to the point. */
export function sheetOf(picture: Gray, scale: number): Sheet {
  const threshold = inkThreshold(picture);
  const crude = binarise(picture, threshold);
  const angle = skewOf(crude);
  const isLevel = Math.abs(Math.tan((angle * Math.PI) / 180)) * picture.width <= TOL.levelPixels;
  const skew = isLevel ? 0 : angle;
  const turned = isLevel ? { ...picture, levels: picture.levels.slice() } : rotated(picture, skew);
  const turnedInk = isLevel ? crude : binarise(turned, threshold);
  const warp = warpOf(turnedInk, scale);
  const gray = warp ? rotated(picture, skew, warp) : turned;
  const level = warp ? binarise(gray, threshold) : turnedInk;
  eraseSpecks(gray, level, scale, TOL.speckAlone, TOL.manySpecks);
  const found = inkLines(level, scale);
  eraseLines(gray, level, found, scale);
  const lines = mended(
    found.filter((line) => !isStreak(line, found, gray, scale)),
    scale,
  );
  const ink = binarise(gray, threshold + TOL.faintStrokes * (255 - threshold));
  eraseEdges(gray, ink);
  eraseSpecks(gray, ink, scale, TOL.speckBeside, TOL.manySpecks);
  return { gray, ink, scale, skew, warp, lines };
}

/**
 * A line from edge to edge, far beyond all that it crosses at both its ends: dirt in a scanner draws it. The lines of a picture
 * that shows a table and nothing else end at its frame.
 */
function isStreak(
  { axis, from, to }: InkLine,
  lines: readonly InkLine[],
  { width, height }: Gray,
  scale: number,
): boolean {
  const side = axis === 'h' ? width : height;
  if (from > TOL.streakEnds * side || to < (1 - TOL.streakEnds) * side) return false;
  const across = lines.filter((line) => line.axis !== axis).map(({ at }) => at);
  const beyond = TOL.streakBeyond * scale;
  return across.length > 0 && Math.min(...across) - from >= beyond && to - Math.max(...across) >= beyond;
}

/** The picture turned clockwise by a multiple of 90 degrees. */
export function quarterTurned(gray: Gray, degrees: number): Gray {
  const { width, height, levels } = gray;
  if (degrees === 0) return gray;
  const out = new Uint8Array(levels.length);
  const [w, h] = degrees === 180 ? [width, height] : [height, width];
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [sx, sy] =
        degrees === 90 ? [y, height - 1 - x] : degrees === 180 ? [width - 1 - x, height - 1 - y] : [width - 1 - y, x];
      out[y * w + x] = levels[sy * width + sx] as number;
    }
  }
  return { width: w, height: h, levels: out };
}

/** The picture made smaller by a whole factor, each pixel the mean of those that it stands for. */
export function reduced(picture: Rgb, factor: number): Rgb {
  if (factor <= 1) return picture;
  const width = Math.max(1, Math.floor(picture.width / factor));
  const height = Math.max(1, Math.floor(picture.height / factor));
  const data = new Uint8Array(width * height * 3);
  const row = picture.width * 3;
  for (let y = 0, out = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++, out++) {
        let sum = 0;
        for (let dy = 0; dy < factor; dy++) {
          const from = (y * factor + dy) * row + x * factor * 3 + channel;
          for (let k = from; k < from + factor * 3; k += 3) sum += picture.data[k] ?? 255;
        }
        data[out] = sum / factor ** 2;
      }
    }
  }
  return { width, height, data };
}

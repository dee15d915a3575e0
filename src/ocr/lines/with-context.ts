import type { Gray } from '../../raster/raster-types.js';
import type { TextLineArea } from '../../raster/xy-cut.js';
import { cropArea, cropOf } from './crop.js';
import { OCR_LINES_TOLERANCES as TOL } from './tolerances.js';

/** What an engine is shown of a line: its own columns are those from `from` to `to`, of which the first stands for `x0`. */
export interface Shown {
  readonly area: TextLineArea;
  readonly picture: Gray;
  readonly x0: number;
  readonly from: number;
  readonly to: number;
  /** What is known to stand before it. */
  readonly known?: string;
}

export function shown(area: TextLineArea, gray: Gray, padding: number, usual: number): Shown {
  const crop = cropArea(area, usual, padding);
  const picture = cropOf(gray, crop, area);
  return { area, picture, x0: crop.x0, from: 0, to: picture.width + 1 };
}

/** The line above or below in the same cell. */
export function neighbour(
  line: TextLineArea,
  all: readonly TextLineArea[],
  usual: number,
  side: -1 | 1,
): TextLineArea | undefined {
  return all.find((other) => {
    const gap = side < 0 ? line.y0 - other.y1 : other.y0 - line.y1;
    return other.region === line.region && gap > -2 && gap < TOL.neighbourGap * usual && other.x1 - other.x0 > usual;
  });
}

/** A line behind the end of the one above, or before the beginning of the one below, as if it had not been wrapped. */
export function between(
  before: TextLineArea | undefined,
  area: TextLineArea,
  after: TextLineArea | undefined,
  gray: Gray,
  usual: number,
): Shown {
  const length = Math.round(TOL.context * usual);
  const gap = Math.round(usual / 5);
  const parts = [
    ...(before ? [{ ...before, x0: Math.max(before.x0, before.x1 - length) }] : []),
    area,
    ...(after ? [{ ...after, x1: Math.min(after.x1, after.x0 + length) }] : []),
  ];
  const tallest = Math.max(usual, ...parts.map((part) => part.y1 - part.y0));
  const margin = Math.round(TOL.padding * tallest);
  const height = tallest + 2 * margin;
  const width = parts.reduce((sum, part) => sum + part.x1 - part.x0 + gap, gap);
  const levels = new Uint8Array(width * height).fill(255);
  let x = gap;
  let from = 0;
  for (const part of parts) {
    if (part === area) from = x - (before ? Math.round(gap / 2) : gap);
    const room = tallest - (part.y1 - part.y0);
    const top = margin + (room > (1 - TOL.lowSign) * tallest ? Math.round(room / 2) : room);
    for (let y = part.y0; y < part.y1; y++) {
      const row = y * gray.width;
      levels.set(gray.levels.subarray(row + part.x0, row + part.x1), (top + y - part.y0) * width + x);
    }
    x += part.x1 - part.x0 + gap;
  }
  const own = area.x1 - area.x0 + gap;
  return { area, picture: { width, height, levels }, x0: area.x0 - from - Math.round(gap / 2), from, to: from + own };
}

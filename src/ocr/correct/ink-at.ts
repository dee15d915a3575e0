import type { Area, Ink } from '../../raster/raster-types.js';

/** Of the ink of a line: where it is at a place of it. All in pixels of the sheet. */

export function inkIn({ width, bits }: Ink, { x0, y0, x1, y1 }: Area): boolean {
  for (let y = y0; y < y1; y++) if (bits.subarray(y * width + x0, y * width + x1).includes(1)) return true;
  return false;
}

/** The ink at a place of a line, with its rows. */
export function inkBox(ink: Ink, area: Area, at: number): Area | null {
  const columns = inkAround(ink, area, at);
  if (!columns) return null;
  const [x0, x1] = columns;
  const inked = (y: number): boolean => inkIn(ink, { x0, x1, y0: y, y1: y + 1 });
  let [y0, y1] = [area.y0, area.y1];
  while (y0 < y1 && !inked(y0)) y0++;
  while (y1 > y0 && !inked(y1 - 1)) y1--;
  return { x0, x1, y0, y1 };
}

/** The columns with ink nearest to a place of a line, without a gap; null where it has none within half a height. */
export function inkAround({ width, bits }: Ink, area: Area, at: number): [number, number] | null {
  const has = (x: number): boolean => {
    for (let y = area.y0; y < area.y1; y++) if (bits[y * width + x] === 1) return true;
    return false;
  };
  const start = nearest(Math.round(at), Math.round((area.y1 - area.y0) / 2), has);
  return start === null ? null : run(start, area, has, 0);
}

export function nearest(at: number, reach: number, has: (x: number) => boolean): number | null {
  for (let d = 0; d <= reach; d++) {
    if (has(at - d)) return at - d;
    if (has(at + d)) return at + d;
  }
  return null;
}

/** The run of columns around `start` that have it, over gaps up to `gap`. */
export function run(start: number, area: Area, has: (x: number) => boolean, gap: number): [number, number] {
  let from = start;
  let to = start + 1;
  for (let x = from - 1; x >= area.x0 && from - x <= gap + 1; x--) if (has(x)) from = x;
  for (let x = to; x < area.x1 && x - to <= gap; x++) if (has(x)) to = x + 1;
  return [from, to];
}

/** The widest run of columns without ink between two places of a line, in pixels. */
export function widestGap({ width, bits }: Ink, area: Area, from: number, to: number): number {
  let widest = 0;
  let run = 0;
  for (let x = Math.max(0, Math.round(from)); x < Math.min(width, Math.round(to)); x++) {
    let empty = true;
    for (let y = area.y0; y < area.y1 && empty; y++) empty = bits[y * width + x] !== 1;
    run = empty ? run + 1 : 0;
    widest = Math.max(widest, run);
  }
  return widest;
}

/** Columns without ink beside a column, `step` by step; no more than the line is high. */
export function whiteBeside(ink: Ink, area: Area, from: number, step: 1 | -1): number {
  const most = area.y1 - area.y0;
  const isWhite = (x: number): boolean => x < 0 || x >= ink.width || !inkIn(ink, { ...area, x0: x, x1: x + 1 });
  let gap = 0;
  while (gap < most && isWhite(from + step * (gap + 1))) gap++;
  return gap;
}

/** Pixels of ink in an area. */
export function inkCount({ width, bits }: Ink, { x0, y0, x1, y1 }: Area): number {
  let count = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) count += bits[y * width + x] as number;
  return count;
}

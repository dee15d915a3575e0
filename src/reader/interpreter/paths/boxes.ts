import type { Box } from '../../../geometry/box.js';
import { READER_TOLERANCES } from '../../tolerances.js';

/** One subpath in page points. `curved` where it holds more than straight lines: control points, between which
 * the curve stays, stand among its points then. */
export interface Subpath {
  /** x and y of one point after another. */
  readonly points: readonly number[];
  readonly closed: boolean;
  readonly curved: boolean;
}

export function boundsOf({ points }: Subpath): Box {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i] as number;
    const y = points[i + 1] as number;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return { x0, y0, x1, y1 };
}

/** Whether the subpath is a rectangle with sides parallel to the axes. */
export function isRectangle(subpath: Subpath): boolean {
  const { points, curved } = subpath;
  if (curved || points.length < 8 || points.length > 10) return false;
  const { x0, y0, x1, y1 } = boundsOf(subpath);
  const near = (a: number, c: number): boolean => Math.abs(a - c) <= READER_TOLERANCES.sameCorner;
  return points.every((at, i) => (i % 2 === 0 ? near(at, x0) || near(at, x1) : near(at, y0) || near(at, y1)));
}

/**
 * Whether the subpath is such a rectangle but for its corners, which are round: all points, those that draw the arcs too, stand on its
 * sides or in its corners, and a good part of each side is straight; an oval has no such part.
 */
export function isRounded(subpath: Subpath): boolean {
  const { points, curved } = subpath;
  if (!curved || points.length < 16) return false;
  const { x0, y0, x1, y1 } = boundsOf(subpath);
  const near = (a: number, c: number): boolean => Math.abs(a - c) <= READER_TOLERANCES.sameCorner;
  const corner = ((1 - READER_TOLERANCES.straightSide) / 2) * Math.min(x1 - x0, y1 - y0);
  const along: Record<'top' | 'bottom' | 'left' | 'right', number[]> = { top: [], bottom: [], left: [], right: [] };
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] as number, points[i + 1] as number];
    if (near(y, y0)) along.top.push(x);
    if (near(y, y1)) along.bottom.push(x);
    if (near(x, x0)) along.left.push(y);
    if (near(x, x1)) along.right.push(y);
    const isOff = !near(x, x0) && !near(x, x1) && !near(y, y0) && !near(y, y1);
    if (isOff && (Math.min(x - x0, x1 - x) > corner || Math.min(y - y0, y1 - y) > corner)) return false;
  }
  const isStraight = (places: number[], length: number): boolean =>
    places
      .sort((a, b) => a - b)
      .some((at, i) => i > 0 && at - (places[i - 1] as number) >= READER_TOLERANCES.straightSide * length);
  return (
    [along.top, along.bottom].every((places) => isStraight(places, x1 - x0)) &&
    [along.left, along.right].every((places) => isStraight(places, y1 - y0))
  );
}

/** Whether the subpath is a rectangle, with round corners or without. */
export const isBox = (subpath: Subpath): boolean => isRectangle(subpath) || isRounded(subpath);

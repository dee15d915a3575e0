import { type Box, midX, midY } from '../../geometry/box.js';
import type { Ruling } from '../reader-types.js';
import { READER_TOLERANCES } from '../tolerances.js';
import type { DrawnRuling } from './drawing.js';

/** Whether the middle of the box lies inside the clip: what is drawn outside of it cannot be seen. */
export function hasMiddleIn(box: Box, clip: Box): boolean {
  const cx = midX(box);
  const cy = midY(box);
  const slack = READER_TOLERANCES.clipSlack;
  return cx >= clip.x0 - slack && cx <= clip.x1 + slack && cy >= clip.y0 - slack && cy <= clip.y1 + slack;
}

/** The part of a box inside another; turned inside out where there is none. */
export const within = (a: Box, b: Box): Box => ({
  x0: Math.max(a.x0, b.x0),
  y0: Math.max(a.y0, b.y0),
  x1: Math.min(a.x1, b.x1),
  y1: Math.min(a.y1, b.y1),
});

/** The part of a box inside another; null where there is none. */
export function intersect(a: Box, b: Box): Box | null {
  const box = within(a, b);
  return box.x0 < box.x1 && box.y0 < box.y1 ? box : null;
}

/** Whether a level ruling goes on beside the page; browsers draw upright ones over the breaks of pages. */
export function goesBeyond({ axis, at, from, to }: Ruling, page: Box): boolean {
  const far = READER_TOLERANCES.beyondPage;
  const isOnPage = axis === 'h' && at > page.y0 && at < page.y1 && from < page.x1 && to > page.x0;
  return isOnPage && (from < page.x0 - far || to > page.x1 + far);
}

/** The part of a ruling inside the clip. A line along the clip's edge is kept: half of its width still shows. */
export function clipRuling(r: Ruling, clip: Box, order: number): DrawnRuling | null {
  const slack = r.width / 2 + READER_TOLERANCES.clipSlack;
  const [lo, hi, from, to] =
    r.axis === 'h' ? [clip.y0, clip.y1, clip.x0, clip.x1] : [clip.x0, clip.x1, clip.y0, clip.y1];
  if (r.at < lo - slack || r.at > hi + slack) return null;
  const start = Math.max(r.from, from);
  const end = Math.min(r.to, to);
  return start < end ? { axis: r.axis, at: r.at, from: start, to: end, width: r.width, order } : null;
}

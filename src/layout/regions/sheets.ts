import { type Box, midX, midY } from '../../geometry/box.js';
import type { Segment } from '../../grid/grid-types.js';
import type { Glyph } from '../../reader/reader-types.js';
import { REGION_TOLERANCES as TOL } from './tolerances.js';

/** Size of a page in points. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The sheets that are printed beside one another on a page, from left to right: parts with rulings of their own, between which a
 * gutter runs through all that is drawn, wider than any such gap in them. The whole page where there are none.
 */
export function sheetsOf({ width, height }: Size, segments: readonly Segment[], glyphs: readonly Glyph[]): Box[] {
  const page: Box = { x0: 0, y0: 0, x1: width, y1: height };
  // Most pages end here: a form is ruled from side to side.
  if (!gapsBetween(segments.flatMap(spanOf)).some((gap) => isInside(gap, page))) return [page];
  const inMargin = ({ box }: Glyph): boolean => {
    const y = midY(box);
    return y < TOL.margin * height || y > (1 - TOL.margin) * height;
  };
  const inks = glyphs.filter((glyph) => glyph.text.trim() !== '' && !inMargin(glyph)).map(({ box }) => box);
  const gaps = gapsBetween([...segments.flatMap(spanOf), ...inks.map(({ x0, x1 }): Span => [x0, x1])]);
  const heights = segments.flatMap(({ axis, at, from, to }) => (axis === 'v' ? [from, to] : [at]));
  const tall = TOL.sheetHeight * (Math.max(...heights) - Math.min(...heights));
  const gutters = gaps.filter((gap) => isInside(gap, page));
  return parted(page, gutters, gaps, (frame) => isSheet(frame, segments, tall, TOL.narrowSheet * width));
}

type Span = readonly [number, number];
const spanOf = ({ axis, at, from, to }: Segment): Span[] => [axis === 'h' ? [from, to] : [at, at]];

/** The stretches without ink between what is drawn. */
function gapsBetween(spans: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (from > end) gaps.push([end, from]);
    end = end === Number.POSITIVE_INFINITY ? to : Math.max(end, to);
  }
  return gaps;
}

const isInside = ([from, to]: Span, { x1 }: Box): boolean => {
  const middle = (from + to) / 2;
  return to - from >= TOL.gutter && middle > TOL.narrowSheet * x1 && middle < (1 - TOL.narrowSheet) * x1;
};

/** A frame parted at the widest gutter that leaves a sheet on both sides, and these again. */
function parted(frame: Box, gutters: readonly Span[], gaps: readonly Span[], isOne: (frame: Box) => boolean): Box[] {
  const inside = (span: Span): boolean => span[0] > frame.x0 && span[1] < frame.x1;
  for (const gutter of gutters.filter(inside).sort((a, b) => b[1] - b[0] - (a[1] - a[0]))) {
    const middle = (gutter[0] + gutter[1]) / 2;
    const [left, right] = [
      { ...frame, x1: middle },
      { ...frame, x0: middle },
    ];
    if (!isOne(left) || !isOne(right)) continue;
    const sheets = [...parted(left, gutters, gaps, isOne), ...parted(right, gutters, gaps, isOne)];
    const edges = sheets.flatMap(({ x0, x1 }) => [x0, x1]);
    const others = gaps.filter((gap) => inside(gap) && !edges.some((x) => x >= gap[0] && x <= gap[1]));
    const widest = Math.max(0, ...others.map(([from, to]) => to - from));
    if (gutter[1] - gutter[0] >= TOL.widerGutter * widest) return sheets;
  }
  return [frame];
}

/** Whether part of a page has rulings enough for a form of its own. */
function isSheet(frame: Box, segments: readonly Segment[], tall: number, narrow: number): boolean {
  if (frame.x1 - frame.x0 < narrow) return false;
  const own = segments.filter((segment) => isIn(frame, segment));
  const [h, v] = [own.filter(({ axis }) => axis === 'h'), own.filter(({ axis }) => axis === 'v')];
  const ys = h.map(({ at }) => at);
  if (h.length < TOL.sheetRulings || Math.max(...ys) - Math.min(...ys) < tall) return false;
  // Where there are no upright lines, the level ones count that are as long as the sheet is wide.
  const [left, right] = [Math.min(...h.map(({ from }) => from)), Math.max(...h.map(({ to }) => to))];
  const whole = h.filter(({ from, to }) => from - left <= TOL.sameEdge && right - to <= TOL.sameEdge);
  return (v.length === 0 ? whole.length : v.length) >= TOL.sheetRulings;
}

/** Whether the middle of a ruling is in a frame. */
export const isIn = ({ x0, x1 }: Box, { axis, at, from, to }: Segment): boolean => {
  const x = axis === 'h' ? (from + to) / 2 : at;
  return x >= x0 && x < x1;
};

/** Whether the middle of a box is in a frame. */
export const stands = ({ x0, x1 }: Box, box: Box): boolean => midX(box) >= x0 && midX(box) < x1;

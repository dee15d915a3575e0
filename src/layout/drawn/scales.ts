import { type Box, midX, midY, union } from '../../geometry/box.js';
import { countBefore } from '../../geometry/order.js';
import { boxOfGrid, boxOfLine } from '../../grid/cells.js';
import type { Grid, Segment } from '../../grid/grid-types.js';
import type { Glyph } from '../../reader/reader-types.js';
import { piecesOf } from '../lines.js';
import { LAYOUT_TOLERANCES } from '../tolerances.js';
import { DRAWN_TOLERANCES as TOL } from './tolerances.js';

/**
 * Grids and lines without those of charts, and where these stand: lines of one length, each of which has its label beyond its end, at its own height. The
 * texts of a table stand between its lines.
 */
export function withoutScales(
  { grids, rest }: { grids: readonly Grid[]; rest: readonly Segment[] },
  glyphs: readonly Glyph[],
): { grids: Grid[]; rest: Segment[]; charts: Box[] } {
  const families = [...familiesOf(rest), ...grids.flatMap(linesAcross)];
  if (families.length === 0) return { grids: [...grids], rest: [...rest], charts: [] };
  const ink = glyphs.filter((g) => isLevel(g) && g.text.trim() !== '');
  const labels = { h: labelledHeights(ink), v: labelledPlaces(ink) };
  const charts = families.filter((family) => isScale(family, labels)).map(boxOfFamily);
  const isFree = (box: Box): boolean => !charts.some((chart) => holds(chart, box));
  return {
    grids: grids.filter((grid) => isFree(boxOfGrid(grid))),
    rest: rest.filter((s) => isFree(boxOfLine(s))),
    charts,
  };
}

const boxOfFamily = (family: readonly Segment[]): Box => union(family.map(boxOfLine)) as Box;

/** Whether a chart holds a box, give or take what its lines stick out. */
export const holds = (chart: Box, b: Box): boolean =>
  b.x0 >= chart.x0 - TOL.sameEnd &&
  b.x1 <= chart.x1 + TOL.sameEnd &&
  b.y0 >= chart.y0 - TOL.sameEnd &&
  b.y1 <= chart.y1 + TOL.sameEnd;

/** The glyphs that stand in no chart and are none of its labels, which are as near to it as {@link TOL.labelGap}. */
export function outsideCharts(charts: readonly Box[], glyphs: readonly Glyph[]): readonly Glyph[] {
  if (charts.length === 0) return glyphs;
  const own = piecesOf(glyphs.filter(isLevel), LAYOUT_TOLERANCES.textGap).filter(({ box, size }) => {
    const room = TOL.labelGap * size;
    const isBeside = (chart: Box): boolean => box.x1 > chart.x0 - room && box.x0 < chart.x1 + room;
    const isLevelWith = (chart: Box): boolean => midY(box) > chart.y0 - size && midY(box) < chart.y1 + size;
    const isUnder = (chart: Box): boolean => box.y1 > chart.y0 - room && box.y0 < chart.y1 + room;
    const isInLine = (chart: Box): boolean => midX(box) > chart.x0 - size && midX(box) < chart.x1 + size;
    return charts.some((chart) => (isBeside(chart) && isLevelWith(chart)) || (isUnder(chart) && isInLine(chart)));
  });
  const isOwn = ({ box }: Glyph): boolean =>
    own.some(
      (text) => text.box.x0 <= box.x0 && text.box.x1 >= box.x1 && text.box.y0 <= box.y0 && text.box.y1 >= box.y1,
    );
  return glyphs.filter((glyph) => !isLevel(glyph) || !isOwn(glyph));
}

const isLevel = (g: Glyph): boolean => g.angle === 0 && !g.vertical;

/** The boundaries of a grid as lines; level ones that go from edge to edge: the top of a bar of a chart is as wide as the bar. */
function linesAcross({ xs, ys, cells }: Grid): Segment[][] {
  const broken = new Set<number>();
  for (const { row, rowSpan } of cells) for (let i = row + 1; i < row + rowSpan; i++) broken.add(i);
  const line = (axis: Segment['axis'], at: number, along: readonly number[]): Segment => ({
    axis,
    at,
    from: along[0] as number,
    to: along.at(-1) as number,
  });
  const level = ys.filter((_, i) => !broken.has(i)).map((at) => line('h', at, xs));
  return [...(level.length < TOL.minScale ? [] : [level]), xs.map((at) => line('v', at, ys))];
}

/** Parallel lines that begin and end alike, three or more of them, in order. */
function familiesOf(segments: readonly Segment[]): Segment[][] {
  const families: Segment[][] = [];
  const sorted = [...segments].sort(
    (a, b) => (a.axis < b.axis ? -1 : a.axis > b.axis ? 1 : 0) || a.from - b.from || a.to - b.to,
  );
  let family: Segment[] = [];
  for (const s of sorted) {
    const last = family.at(-1);
    if (last && (last.axis !== s.axis || s.from - last.from > TOL.sameEnd || Math.abs(s.to - last.to) > TOL.sameEnd)) {
      families.push(family);
      family = [];
    }
    family.push(s);
  }
  families.push(family);
  return families
    .filter((f) => f[0]?.axis === 'h' && f.length >= TOL.minScale)
    .map((f) => f.sort((a, b) => a.at - b.at));
}

type Labelled = (s: Segment) => { before: boolean; after: boolean };

/** Whether the outermost lines of a family have labels at one end, and most between them. */
function isScale(family: readonly Segment[], labels: Readonly<Record<Segment['axis'], Labelled>>): boolean {
  const has = family.map(labels[(family[0] as Segment).axis]);
  return (['before', 'after'] as const).some(
    (end) =>
      has[0]?.[end] && has.at(-1)?.[end] && has.filter((label) => label[end]).length >= TOL.labelled * family.length,
  );
}

/** For level lines: whether a text stands beside their left and right ends, with its middle at their height. */
function labelledHeights(ink: readonly Glyph[]): Labelled {
  const sorted = [...ink].sort((a, b) => midY(a.box) - midY(b.box));
  const largest = ink.reduce((most, g) => Math.max(most, g.size), 0);
  return ({ at, from, to }) => {
    let before = false;
    let after = false;
    for (const { box, size } of within(sorted, (g) => midY(g.box), at, TOL.atLine * largest)) {
      if (Math.abs(midY(box) - at) > TOL.atLine * size) continue;
      if (from - box.x1 > -size && from - box.x1 < TOL.labelGap * size) before = true;
      else if (box.x0 - to > -size && box.x0 - to < TOL.labelGap * size) after = true;
    }
    return { before, after };
  };
}

/** For upright lines: whether a text stands above and below them, with its middle at their place. */
function labelledPlaces(ink: readonly Glyph[]): Labelled {
  const sorted = [...ink].sort((a, b) => midX(a.box) - midX(b.box));
  const largest = ink.reduce((most, g) => Math.max(most, g.size), 0);
  return ({ at, from, to }) => {
    const near = within(sorted, (g) => midX(g.box), at, TOL.longLabel * largest);
    const centred = (isNear: (g: Glyph) => boolean): boolean =>
      piecesOf(near.filter(isNear), LAYOUT_TOLERANCES.textGap).some(
        ({ box, size }) => Math.abs(midX(box) - at) <= TOL.atLine * size,
      );
    return {
      before: centred(({ box, size }) => from - box.y1 > -size / 2 && from - box.y1 < TOL.labelGap * size),
      after: centred(({ box, size }) => box.y0 - to > -size / 2 && box.y0 - to < TOL.labelGap * size),
    };
  };
}

/** The glyphs of a sorted list whose place is not further than `reach` from another. */
function within(sorted: readonly Glyph[], place: (g: Glyph) => number, at: number, reach: number): readonly Glyph[] {
  const first = (from: number): number => countBefore(sorted.length, (i) => place(sorted[i] as Glyph) < from);
  return sorted.slice(first(at - reach), first(at + reach));
}

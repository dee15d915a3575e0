import { transposed } from '../binarise.js';
import type { Ink } from '../raster-types.js';
import { RASTER_TOLERANCES as TOL } from '../tolerances.js';
import { dottedRuns } from './dotted-lines.js';
import { joined, longRuns, type Piece, type Run } from './runs.js';

/** A straight run of ink: `at` is the middle of its thickness, in pixels as all else. */
export interface InkLine {
  readonly axis: 'h' | 'v';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** The lines of a page, `scale` pixels to the point: runs of ink that are long and thin, also where they are broken or bent a little. */
export function inkLines(ink: Ink, scale: number): InkLine[] {
  const upside = transposed(ink);
  const solid = { h: piecesOf(ink, scale), v: piecesOf(upside, scale) };
  const isRuled = (runs: readonly Run[]): boolean => runs.filter((run) => isLongRun(run, scale)).length >= TOL.fewLines;
  const crude =
    isRuled(solid.h) || isRuled(solid.v)
      ? solid
      : { h: [...solid.h, ...dottedRuns(ink, scale)], v: [...solid.v, ...dottedRuns(upside, scale)] };
  const found = { h: withoutStrokes(crude.h, crude.v, scale), v: withoutStrokes(crude.v, crude.h, scale) };
  const lines = (axis: 'h' | 'v', isLong: boolean, isWanted: (run: Run) => boolean = () => true): InkLine[] =>
    found[axis].filter((r) => isLongRun(r, scale) === isLong && isWanted(r)).map((r) => lineOf(r, axis));
  const h = lines('h', true);
  const upright = lines('v', true);
  const v = upright.filter(
    (line) => line.to - line.from >= TOL.minLoneUpright * scale || isHeld(line, h, upright, scale),
  );
  const sides = (axis: 'h' | 'v', across: readonly InkLine[], own: readonly InkLine[]): InkLine[] => {
    const isWanted = (r: Run): boolean =>
      r.isSure || own.some((o) => Math.abs(o.at - lineOf(r).at) <= TOL.drift * scale);
    const short = lines(axis, false, isWanted).filter((s) => !own.some((o) => holds(o, s, scale)));
    return short.filter((s) => leads(s, across, scale) || isOfOpenRow(s, short, across, scale));
  };
  return [...h, ...v, ...sides('v', h, v), ...sides('h', v, h)];
}

const isLongRun = ({ from, to }: Run, scale: number): boolean => to - from >= TOL.minLine * scale;

/** The pieces of the lines along the rows of the picture, joined. */
const piecesOf = (ink: Ink, scale: number): Run[] =>
  joined(
    longRuns(ink, scale).filter((run) => isClean(ink, run, scale)),
    scale,
  );

/**
 * The lines without pieces at their ends that are strokes of text: behind a line across, at which the line ends, and a gap, and
 * not leading to another one.
 */
function withoutStrokes(runs: readonly Run[], others: readonly Run[], scale: number): Run[] {
  const across = others.filter((run) => isLongRun(run, scale)).map((run) => lineOf(run));
  return runs.map((run) => {
    const { at } = lineOf(run);
    const isStroke = (piece: Piece, next: Piece | undefined, outer: 'from' | 'to'): boolean => {
      if (!next) return false;
      const inner = outer === 'from' ? 'to' : 'from';
      const gap = Math.max(piece.from - next.to, next.from - piece.to);
      const ends = (end: number): boolean => meets({ at }, end, across, scale);
      return gap >= TOL.strokeGap * scale && ends(next[outer]) && !ends(piece[outer]) && !ends(piece[inner]);
    };
    const pieces = [...run.pieces].sort((a, b) => a.from - b.from);
    while (isStroke(pieces[0] as Piece, pieces[1], 'from')) pieces.shift();
    while (isStroke(pieces.at(-1) as Piece, pieces.at(-2), 'to')) pieces.pop();
    if (pieces.length === run.pieces.length) return run;
    return { ...run, pieces, from: (pieces[0] as Piece).from, to: Math.max(...pieces.map(({ to }) => to)) };
  });
}

const lineOf = (run: Run, axis: 'h' | 'v' = 'h'): InkLine => ({
  axis,
  at: (run.lo + run.hi) / 2,
  from: run.from,
  to: run.to,
  width: run.width,
});

/** Whether the ink of a run is a line by itself, not the strokes of a text that touch each other. */
function isClean(ink: Ink, run: Run, scale: number): boolean {
  const part = cleanPart(ink, run, run.from, run.to, scale);
  run.isSure = part >= TOL.minCleanShort;
  if (run.isSure || run.to - run.from >= TOL.minLine * scale) return part >= TOL.minClean;
  // The ends of a short line are also those of the lines across it, which it leads to.
  const end = Math.round(TOL.junction * scale);
  return cleanPart(ink, run, run.from + end, run.to - end, scale) >= TOL.minCleanShort;
}

/** Along which part of a run between two places there is ink no thicker than the line. */
function cleanPart({ width, height, bits }: Ink, run: Run, from: number, to: number, scale: number): number {
  const thick: number[] = [];
  for (let x = from; x < to; x++) {
    let y = run.lo;
    while (y < run.hi && bits[y * width + x] !== 1) y++;
    if (y === run.hi) continue;
    let top = y;
    while (top > 0 && bits[(top - 1) * width + x] === 1) top--;
    while (y < height && bits[y * width + x] === 1) y++;
    thick.push(y - top);
  }
  thick.sort((a, b) => a - b);
  const most = (thick[Math.floor(thick.length / 3)] ?? 0) + Math.max(1, TOL.thicker * scale);
  const clean = thick.findIndex((t) => t > most);
  return (clean < 0 ? thick.length : clean) / Math.max(1, to - from);
}

/** Whether a line goes out from another across it, or on where another ends. */
function isHeld(line: InkLine, across: readonly InkLine[], own: readonly InkLine[], scale: number): boolean {
  const goesOn = (other: InkLine): boolean => other !== line && Math.abs(other.at - line.at) <= TOL.drift * scale;
  return meets(line, line.from, across, scale) || meets(line, line.to, across, scale) || own.some(goesOn);
}

/** Whether a short line leads from one line across it to another. */
const leads = (side: InkLine, across: readonly InkLine[], scale: number): boolean =>
  meets(side, side.from, across, scale) && meets(side, side.to, across, scale);

/** Whether a short line goes out from a line across it, as others of the same length do at the same height. */
function isOfOpenRow(side: InkLine, short: readonly InkLine[], across: readonly InkLine[], scale: number): boolean {
  const near = TOL.levelEnds * scale;
  const alike = short.filter((s) => Math.abs(s.from - side.from) <= near && Math.abs(s.to - side.to) <= near);
  return (
    alike.length >= TOL.openSides && (meets(side, side.from, across, scale) || meets(side, side.to, across, scale))
  );
}

/** Whether a line across meets this one at an end. */
function meets({ at }: Pick<InkLine, 'at'>, end: number, across: readonly InkLine[], scale: number): boolean {
  const reach = TOL.lineReach * scale;
  return across.some((a) => Math.abs(a.at - end) <= reach + a.width / 2 && a.from <= at + reach && a.to >= at - reach);
}

const holds = (line: InkLine, part: InkLine, scale: number): boolean =>
  Math.abs(line.at - part.at) <= TOL.sameLine * scale && line.from <= part.from && line.to >= part.to;

import { transposed } from './ink.js';
import type { Gray, Ink } from './types.js';

/** A straight run of ink: `at` is the middle of its thickness, in pixels as all else. */
export interface InkLine {
  readonly axis: 'h' | 'v';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** All in points. */
/** Shortest line that is one by itself: longer than any stroke of the text of a form. */
const MIN_LENGTH = 26;
/** An upright one must be longer if nothing meets it: the strokes of characters under one another may touch. */
const MIN_UPRIGHT = 80;
/** Shortest line that is one where it leads from one line to another: the side of the lowest cell. */
const MIN_SIDE = 8;
/** How near to another line it must end. */
const REACH = 2.2;
/** A run of ink goes on over a hole up to this. */
const HOLE = 1;
/** Pieces of one line are joined over a gap up to this. */
const GAP = 7;
/** Thickest line; what is thicker is an area. */
const MAX_WIDTH = 4;
/** ... if one of them is at least this long: the strokes of neighbouring characters are shorter. */
const MIN_JOINED = 16;
/** Pieces of one line stand no further apart than this across it. */
const DRIFT = 1.4;

/** Along this part of a line, at least, there is ink no thicker than the line: text that hangs together is crossed by strokes. */
const MIN_CLEAN = 0.72;
/** The same of a line no longer than strokes under one another may be, unless it stands where a long one stands, too. */
const MIN_CLEAN_SIDE = 0.88;
/** How far a line across widens the end of another, in points. */
const JUNCTION = 2;
/** Ink is as thick as the line up to this many points more. */
const THICKER = 0.8;

/** The lines of a page, `scale` pixels to the point: runs of ink that are long and thin, also where they are broken or bent a little. */
export function inkLines(ink: Ink, scale: number): InkLine[] {
  const upside = transposed(ink);
  const solid = { h: piecesOf(ink, scale), v: piecesOf(upside, scale) };
  const isRuled = (runs: readonly Run[]): boolean => runs.filter((run) => isLongRun(run, scale)).length >= FEW_LINES;
  const crude =
    isRuled(solid.h) || isRuled(solid.v)
      ? solid
      : { h: [...solid.h, ...dottedRuns(ink, scale)], v: [...solid.v, ...dottedRuns(upside, scale)] };
  const found = { h: withoutStrokes(crude.h, crude.v, scale), v: withoutStrokes(crude.v, crude.h, scale) };
  const lines = (axis: 'h' | 'v', isLong: boolean, isWanted: (run: Run) => boolean = () => true): InkLine[] =>
    found[axis].filter((r) => isLongRun(r, scale) === isLong && isWanted(r)).map((r) => lineOf(r, axis));
  const h = lines('h', true);
  const upright = lines('v', true);
  const v = upright.filter((line) => line.to - line.from >= MIN_UPRIGHT * scale || isHeld(line, h, upright, scale));
  const sides = (axis: 'h' | 'v', across: readonly InkLine[], own: readonly InkLine[]): InkLine[] => {
    const isWanted = (r: Run): boolean => r.isSure || own.some((o) => Math.abs(o.at - lineOf(r).at) <= DRIFT * scale);
    const short = lines(axis, false, isWanted).filter((s) => !own.some((o) => holds(o, s, scale)));
    return short.filter((s) => leads(s, across, scale) || isOfOpenRow(s, short, across, scale));
  };
  return [...h, ...v, ...sides('v', h, v), ...sides('h', v, h)];
}

const isLongRun = ({ from, to }: Run, scale: number): boolean => to - from >= MIN_LENGTH * scale;

/** Where a page has fewer lines of either kind, its table may be drawn in dots or dashes, ... */
const FEW_LINES = 3;
/** ... that are no further apart than this (points), and none of the rest wider across; ... */
const DOT_GAP = 3.4;
const DOT_WIDTH = 2.2;
/** ... so long, with so many gaps to the point at least, ... */
const DOTTED_LENGTH = 30;
const GAPS = 0.08;
/** ... and from dot to dot this part of them as far as most, up to that part of it: strokes of text are less regular. */
const REGULAR = 0.55;
const SAME_STEP = 0.25;

/** Lines of dots or dashes along the rows of a picture. */
function dottedRuns(ink: Ink, scale: number): Run[] {
  return longRuns(ink, scale, DOT_GAP)
    .filter((run) => run.to - run.from >= DOTTED_LENGTH * scale && run.hi - run.lo <= DOT_WIDTH * scale + 1)
    .filter((run) => isRegular(dotsOf(ink, run), (GAPS * (run.to - run.from)) / scale))
    .map((run) => ({ ...run, isSure: true, width: run.hi - run.lo, pieces: [{ from: run.from, to: run.to }] }));
}

/** Where the dots of a run begin. */
function dotsOf({ width, data }: Ink, { lo, hi, from, to }: Run): number[] {
  const starts: number[] = [];
  let wasInk = false;
  for (let x = from; x < to; x++) {
    let isInk = false;
    for (let y = lo; y < hi && !isInk; y++) isInk = data[y * width + x] === 1;
    if (isInk && !wasInk) starts.push(x);
    wasInk = isInk;
  }
  return starts;
}

function isRegular(starts: readonly number[], least: number): boolean {
  const steps = starts.slice(1).map((start, i) => start - (starts[i] as number));
  const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1];
  if (usual === undefined || steps.length < least) return false;
  return (
    steps.filter((step) => Math.abs(step - usual) <= Math.max(1, SAME_STEP * usual)).length >= REGULAR * steps.length
  );
}

/** The pieces of the lines along the rows of the picture, joined. */
const piecesOf = (ink: Ink, scale: number): Run[] =>
  joined(
    longRuns(ink, scale).filter((run) => isClean(ink, run, scale)),
    scale,
  );

/** A gap from here on (points) parts a line from a stroke of text that stands in its way. */
const PARTED = 1.2;

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
      return gap >= PARTED * scale && ends(next[outer]) && !ends(piece[outer]) && !ends(piece[inner]);
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
  run.isSure = part >= MIN_CLEAN_SIDE;
  if (run.isSure || run.to - run.from >= MIN_LENGTH * scale) return part >= MIN_CLEAN;
  // The ends of a short line are also those of the lines across it, which it leads to.
  const end = Math.round(JUNCTION * scale);
  return cleanPart(ink, run, run.from + end, run.to - end, scale) >= MIN_CLEAN_SIDE;
}

/** Along which part of a run between two places there is ink no thicker than the line. */
function cleanPart({ width, height, data }: Ink, run: Run, from: number, to: number, scale: number): number {
  const thick: number[] = [];
  for (let x = from; x < to; x++) {
    let y = run.lo;
    while (y < run.hi && data[y * width + x] !== 1) y++;
    if (y === run.hi) continue;
    let top = y;
    while (top > 0 && data[(top - 1) * width + x] === 1) top--;
    while (y < height && data[y * width + x] === 1) y++;
    thick.push(y - top);
  }
  thick.sort((a, b) => a - b);
  const most = (thick[Math.floor(thick.length / 3)] ?? 0) + Math.max(1, THICKER * scale);
  const clean = thick.findIndex((t) => t > most);
  return (clean < 0 ? thick.length : clean) / Math.max(1, to - from);
}

/** Whether a line goes out from another across it, or on where another ends. */
function isHeld(line: InkLine, across: readonly InkLine[], own: readonly InkLine[], scale: number): boolean {
  const goesOn = (other: InkLine): boolean => other !== line && Math.abs(other.at - line.at) <= DRIFT * scale;
  return meets(line, line.from, across, scale) || meets(line, line.to, across, scale) || own.some(goesOn);
}

/** Whether a short line leads from one line across it to another. */
const leads = (side: InkLine, across: readonly InkLine[], scale: number): boolean =>
  meets(side, side.from, across, scale) && meets(side, side.to, across, scale);

/** So many short lines that are level with each other are the sides of a row that is cut off by the page's end. */
const OPEN_SIDES = 3;
/** Their ends are no further apart than this (points). */
const LEVEL_ENDS = 1.5;

/** Whether a short line goes out from a line across it, as others of the same length do at the same height. */
function isOfOpenRow(side: InkLine, short: readonly InkLine[], across: readonly InkLine[], scale: number): boolean {
  const near = LEVEL_ENDS * scale;
  const alike = short.filter((s) => Math.abs(s.from - side.from) <= near && Math.abs(s.to - side.to) <= near);
  return alike.length >= OPEN_SIDES && (meets(side, side.from, across, scale) || meets(side, side.to, across, scale));
}

/** Whether a line across meets this one at an end. */
function meets({ at }: Pick<InkLine, 'at'>, end: number, across: readonly InkLine[], scale: number): boolean {
  const reach = REACH * scale;
  return across.some((a) => Math.abs(a.at - end) <= reach + a.width / 2 && a.from <= at + reach && a.to >= at - reach);
}

const holds = (line: InkLine, part: InkLine, scale: number): boolean =>
  Math.abs(line.at - part.at) <= 2 * scale && line.from <= part.from && line.to >= part.to;

/** A piece of a line while it grows: rows `lo` to `hi`, columns `from` to `to`. */
interface Run {
  lo: number;
  hi: number;
  from: number;
  to: number;
  area: number;
  width: number;
  /** Whether it is a line beyond doubt, however short. */
  isSure: boolean;
  /** What it was joined of, along it. */
  pieces: Piece[];
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Runs of ink along the rows, those of neighbouring rows put together; what is thicker than a line is left out. */
function longRuns({ width, height, data }: Ink, scale: number, over = HOLE): Run[] {
  const least = MIN_SIDE * scale;
  const hole = Math.max(1, Math.round(over * scale));
  const done: Run[] = [];
  let open: Run[] = [];
  for (let y = 0; y < height; y++) {
    const next: Run[] = [];
    const row = y * width;
    let x = 0;
    while (x < width) {
      const start = data.indexOf(1, row + x);
      if (start < 0 || start >= row + width) break;
      const from = start - row;
      let to = from + 1;
      let ink = 1;
      for (let k = to; k < width && k - to <= hole; k++) {
        if (data[row + k] === 1) {
          to = k + 1;
          ink++;
        }
      }
      if (to - from >= least) next.push({ lo: y, hi: y + 1, from, to, area: ink, width: 1, isSure: false, pieces: [] });
      x = to + hole + 1;
    }
    open = grown(open, next, done);
  }
  done.push(...open);
  return done.filter((r) => {
    r.width = Math.max(1, r.area / (r.to - r.from));
    return r.width <= MAX_WIDTH * scale && r.hi - r.lo <= 3 * MAX_WIDTH * scale;
  });
}

/** Puts the runs of a row to those of the row before that they touch; what none goes on with is done. */
function grown(open: Run[], row: Run[], done: Run[]): Run[] {
  const next: Run[] = [];
  const used = new Set<Run>();
  for (const run of row) {
    const touching = open.filter((o) => o.from < run.to && o.to > run.from && !used.has(o));
    const first = touching[0];
    if (!first) {
      next.push(run);
      continue;
    }
    for (const other of touching) {
      used.add(other);
      if (other !== first) merge(first, other);
    }
    merge(first, run);
    next.push(first);
  }
  for (const o of open) if (!used.has(o)) done.push(o);
  return next;
}

function merge(a: Run, b: Run): void {
  a.lo = Math.min(a.lo, b.lo);
  a.hi = Math.max(a.hi, b.hi);
  a.from = Math.min(a.from, b.from);
  a.to = Math.max(a.to, b.to);
  a.area += b.area;
}

/** Pieces of the same line joined where the gap between them is small. */
function joined(runs: readonly Run[], scale: number): Run[] {
  const middle = (r: Run): number => (r.lo + r.hi) / 2;
  const sorted = runs.map((r) => ({ ...r, pieces: [{ from: r.from, to: r.to }] })).sort((a, b) => a.from - b.from);
  const out: Run[] = [];
  for (const run of sorted) {
    const before = out.findLast(
      (o) =>
        run.from - o.to <= GAP * scale &&
        run.to > o.to &&
        Math.max(o.to - o.from, run.to - run.from) >= MIN_JOINED * scale &&
        Math.abs(middle(o) - middle(run)) <= DRIFT * scale + Math.max(o.hi - o.lo, run.hi - run.lo) / 2,
    );
    if (!before) {
      out.push(run);
      continue;
    }
    const weight = (before.to - before.from) / (before.to - before.from + run.to - run.from);
    const at = middle(before) * weight + middle(run) * (1 - weight);
    const half = Math.max(before.hi - before.lo, run.hi - run.lo) / 2;
    before.lo = at - half;
    before.hi = at + half;
    before.to = Math.max(before.to, run.to);
    before.width = Math.max(before.width, run.width);
    before.isSure ||= run.isSure;
    before.pieces.push(...run.pieces);
  }
  return out;
}

/** How quickly the eye that follows a line gives in to where it sees ink. */
const FOLLOW = 0.05;
/** A stroke crosses a line if it goes on for more than this many pixels at both sides. */
const CROSSING = 2;

/** Takes the lines out of the ink and out of the picture, but not the strokes that cross them. */
export function eraseLines(gray: Gray, ink: Ink, lines: readonly InkLine[], scale: number): void {
  for (const line of lines) {
    const thickest = line.width + Math.max(1.5, THICKER * scale);
    const half = line.width / 2;
    const [along, across] = line.axis === 'h' ? [1, ink.width] : [ink.width, 1];
    const [length, breadth] = line.axis === 'h' ? [ink.width, ink.height] : [ink.height, ink.width];
    const from = Math.max(0, Math.floor(line.from) - 2);
    const to = Math.min(length, Math.ceil(line.to) + 2);
    const reach = Math.ceil(DRIFT * scale + line.width);
    let at = startOf(ink, line, along, across, breadth, reach, thickest);
    for (let u = from; u < to; u++) {
      const run = inkAcross(
        ink,
        u * along,
        across,
        Math.round(at),
        Math.max(2, Math.ceil(line.width / 2) + 1),
        breadth,
      );
      if (!run) continue;
      if (run.hi - run.lo <= thickest) at += FOLLOW * ((run.lo + run.hi - 1) / 2 - at);
      // A stroke that goes on at both sides crosses the line; one at one side touches it.
      else if (run.lo < at - half - CROSSING && run.hi - 1 > at + half + CROSSING) continue;
      // What touches the line keeps the blur of its own edge.
      const above = run.lo < at - half - CROSSING ? -0.5 : 1;
      const below = run.hi - 1 > at + half + CROSSING ? -0.5 : 1;
      const first = Math.max(0, run.lo - 1, Math.round(at - half - above));
      const last = Math.min(breadth - 1, run.hi, Math.round(at + half + below));
      for (let v = first; v <= last; v++) {
        ink.data[u * along + v * across] = 0;
        gray.data[u * along + v * across] = 255;
      }
    }
  }
}

/** Where a line is at its beginning: the median over its first part, since it may be a little oblique. */
function startOf(
  ink: Ink,
  line: InkLine,
  along: number,
  across: number,
  breadth: number,
  reach: number,
  thickest: number,
): number {
  const middles: number[] = [];
  for (let u = Math.floor(line.from); u < line.to && middles.length < 60; u++) {
    const run = inkAcross(ink, u * along, across, Math.round(line.at), reach, breadth);
    if (run && run.hi - run.lo <= thickest) middles.push((run.lo + run.hi - 1) / 2);
  }
  return middles.sort((a, b) => a - b)[middles.length >> 1] ?? line.at;
}

/** The run of ink nearest to `at` on a path across a line, no further away than `reach`. */
function inkAcross(
  { data }: Ink,
  start: number,
  step: number,
  at: number,
  reach: number,
  end: number,
): { lo: number; hi: number } | null {
  const isInk = (v: number): boolean => v >= 0 && v < end && data[start + v * step] === 1;
  for (let d = 0; d <= reach; d++) {
    const found = isInk(at + d) ? at + d : isInk(at - d) ? at - d : -1;
    if (found < 0) continue;
    let lo = found;
    let hi = found + 1;
    while (isInk(lo - 1)) lo--;
    while (isInk(hi)) hi++;
    return { lo, hi };
  }
  return null;
}

import { midX, midY } from '../../geometry/box.js';
import type { Glyph, Ruling } from '../reader-types.js';
import { READER_TOLERANCES as TOL } from '../tolerances.js';

/** Where the lines of a character go from its middle. */
const LEFT = 1;
const RIGHT = 2;
const UP = 4;
const DOWN = 8;
const LEVEL = LEFT | RIGHT;
const UPRIGHT = UP | DOWN;

/** The characters of U+2500 to U+257F: the first of each group with its lines; those that follow are heavier or doubled. */
const GROUPS: readonly (readonly [from: number, arms: number])[] = [
  ...([
    [0x2500, LEVEL],
    [0x2502, UPRIGHT],
    [0x2504, LEVEL],
    [0x2506, UPRIGHT],
    [0x2508, LEVEL],
    [0x250a, UPRIGHT],
  ] as const),
  ...([
    [0x250c, RIGHT | DOWN],
    [0x2510, LEFT | DOWN],
    [0x2514, RIGHT | UP],
    [0x2518, LEFT | UP],
  ] as const),
  ...([
    [0x251c, RIGHT | UPRIGHT],
    [0x2524, LEFT | UPRIGHT],
    [0x252c, LEVEL | DOWN],
    [0x2534, LEVEL | UP],
  ] as const),
  ...([
    [0x253c, LEVEL | UPRIGHT],
    [0x254c, LEVEL],
    [0x254e, UPRIGHT],
    [0x2550, LEVEL],
    [0x2551, UPRIGHT],
  ] as const),
  ...([
    [0x2552, RIGHT | DOWN],
    [0x2555, LEFT | DOWN],
    [0x2558, RIGHT | UP],
    [0x255b, LEFT | UP],
  ] as const),
  ...([
    [0x255e, RIGHT | UPRIGHT],
    [0x2561, LEFT | UPRIGHT],
    [0x2564, LEVEL | DOWN],
    [0x2567, LEVEL | UP],
  ] as const),
  ...([
    [0x256a, LEVEL | UPRIGHT],
    [0x256d, RIGHT | DOWN],
    [0x256e, LEFT | DOWN],
    [0x256f, LEFT | UP],
  ] as const),
  ...([
    [0x2570, RIGHT | UP],
    [0x2571, 0],
  ] as const),
];

const ARMS = new Map<string, number>([
  ['+', LEVEL | UPRIGHT],
  ['-', LEVEL],
  ['=', LEVEL],
  ['|', UPRIGHT],
]);
for (const [i, [from, arms]] of GROUPS.entries()) {
  for (let code = from; code < (GROUPS[i + 1]?.[0] ?? 0x2574); code++) ARMS.set(String.fromCharCode(code), arms);
}

/** A line of a frame of typed signs: with signs where others cross it. A row of dashes alone is none. */
const TYPED = /^[+|](?:[-=]+[+|])+$/u;

interface Mark {
  readonly glyph: Glyph;
  readonly x: number;
  readonly y: number;
  readonly arms: number;
}

const isBoth = ({ arms }: Mark): boolean => (arms & LEVEL) !== 0 && (arms & UPRIGHT) !== 0;

/** The rulings that characters draw, and the glyphs without these: frames of ┌─┬─┐ and │, or of +---+ and |. */
export function boxDrawing<G extends Glyph>(glyphs: readonly G[]): { glyphs: readonly G[]; rulings: Ruling[] } {
  const marks = glyphs.flatMap((glyph): Mark[] => {
    const arms = glyph.angle === 0 && !glyph.vertical ? (ARMS.get(glyph.text) ?? 0) : 0;
    return arms === 0 ? [] : [{ glyph, x: midX(glyph.box), y: midY(glyph.box), arms }];
  });
  if (marks.filter((mark) => (mark.arms & UPRIGHT) !== 0).length < TOL.minFrameMarks) return { glyphs, rulings: [] };
  const level = levelRuns(marks).filter(isLine);
  if (level.length < TOL.minFrameLines) return { glyphs, rulings: [] };
  const crossed = new Set(level.flat());
  const upright = uprightRuns(marks).filter((run) => run.length > 1 && run.some((mark) => crossed.has(mark)));
  const used = new Set<Glyph>([...level, ...upright].flat().map(({ glyph }) => glyph));
  return {
    glyphs: glyphs.filter((glyph) => !used.has(glyph)),
    rulings: [...level.map(levelRuling), ...upright.map(uprightRuling)],
  };
}

const isLine = (run: readonly Mark[]): boolean => {
  const text = run.map(({ glyph }) => glyph.text).join('');
  return run.length > 1 && (TYPED.test(text) || (/^[\u2500-\u257f]+$/u.test(text) && run.some(isBoth)));
};

/** Marks beside one another, of which each has a line towards the next; typed bars stand for any. */
function levelRuns(marks: readonly Mark[]): Mark[][] {
  return runsAlong(
    marks,
    ({ y }) => y,
    (a, b) => a.x - b.x,
    (a, b) => b.glyph.box.x0 - a.glyph.box.x1 <= TOL.frameGap * a.glyph.size && reaches(a, RIGHT) && reaches(b, LEFT),
  );
}

/** Marks under one another, of which each has a line towards the next. */
function uprightRuns(marks: readonly Mark[]): Mark[][] {
  return runsAlong(
    marks.filter(({ arms }) => (arms & UPRIGHT) !== 0),
    ({ x }) => x,
    (a, b) => a.y - b.y,
    (a, b) => b.y - a.y <= TOL.framePitch * a.glyph.size && (a.arms & DOWN) !== 0 && (b.arms & UP) !== 0,
  );
}

const reaches = ({ glyph, arms }: Mark, side: number): boolean => glyph.text === '|' || (arms & side) !== 0;

/** Runs of marks that stand at one place across and go on along. */
function runsAlong(
  marks: readonly Mark[],
  across: (mark: Mark) => number,
  along: (a: Mark, b: Mark) => number,
  goesOn: (a: Mark, b: Mark) => boolean,
): Mark[][] {
  const sorted = [...marks].sort((a, b) => across(a) - across(b));
  const runs: Mark[][] = [];
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start] as Mark;
    let end = start + 1;
    while (end < sorted.length && across(sorted[end] as Mark) - across(first) <= TOL.frameDrift * first.glyph.size)
      end++;
    const place = sorted.slice(start, end).sort(along);
    for (const [i, mark] of place.entries()) {
      const before = place[i - 1];
      if (before && goesOn(before, mark)) (runs.at(-1) as Mark[]).push(mark);
      else runs.push([mark]);
    }
    start = end;
  }
  return runs;
}

/** From middle to middle of corners; a line without them goes to its ends. */
function levelRuling(run: readonly Mark[]): Ruling {
  const [first, last] = [run[0] as Mark, run.at(-1) as Mark];
  const from = (first.arms & UPRIGHT) === 0 ? first.glyph.box.x0 : first.x;
  const to = (last.arms & UPRIGHT) === 0 ? last.glyph.box.x1 : last.x;
  return { axis: 'h', at: first.y, from, to, width: 0 };
}

function uprightRuling(run: readonly Mark[]): Ruling {
  const [first, last] = [run[0] as Mark, run.at(-1) as Mark];
  const from = isBoth(first) ? first.y : first.glyph.box.y0;
  const to = isBoth(last) ? last.y : last.glyph.box.y1;
  return { axis: 'v', at: first.x, from, to, width: 0 };
}

import { type Bound, type OpenCell, type OpenTable, placeOf } from './open-table.js';
import { STITCH_TOLERANCES as TOL } from './tolerances.js';

/** How the boundaries of the next part stand to those of the table. */
export interface Match {
  /** For boundaries of the next part those of the table that they are. */
  readonly pairs: ReadonlyMap<Bound, Bound>;
  /** From the next part to the table: `x * scale + shift`. */
  readonly scale: number;
  readonly shift: number;
  /** Count of inner boundaries that are the same, and of those that the part with fewer of them has alone. */
  readonly same: number;
  readonly other: number;
}

/**
 * The best match of the columns of two parts: as they stand in their sheets, moved (mirrored margins, drift), or on another scale.
 * Null where their outer edges do not match in any way.
 */
export function matchColumns(open: OpenTable, next: OpenTable): Match | null {
  const [a0, a1] = edges(open.bounds);
  const [b0, b1] = edges(next.bounds);
  const inFrame = open.sheet.frame.x0 - next.sheet.frame.x0;
  const scale = (a1 - a0) / (b1 - b0);
  const ways: [number, number][] = [
    [1, inFrame],
    [1, a0 - b0],
    [1, a1 - b1],
  ];
  if (scale < TOL.maxScale && scale > 1 / TOL.maxScale) ways.push([scale, a0 - b0 * scale]);
  let best: Match | null = null;
  for (const [by, shift] of ways) {
    const match = matched(open.bounds, next.bounds, by, shift);
    // Of two ways that are as good the first is the simpler one.
    if (match && (!best || match.same > best.same)) best = match;
  }
  return best;
}

const edges = (bounds: readonly Bound[]): [number, number] => [
  (bounds[0] as Bound).x,
  (bounds[bounds.length - 1] as Bound).x,
];

function matched(a: readonly Bound[], b: readonly Bound[], scale: number, shift: number): Match | null {
  const pairs = new Map<Bound, Bound>();
  const place = (x: number): number => x * scale + shift;
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const [own, its] = [a[i] as Bound, b[k] as Bound];
    const apart = Math.max(0, place(its.lo) - own.hi, own.lo - place(its.hi));
    const room = Math.min(roomAt(a, i), scale * roomAt(b, k));
    if (apart <= Math.max(TOL.thickness, TOL.sameBoundary * room)) {
      pairs.set(its, own);
      i++;
      k++;
    } else if (own.x < place(its.x)) i++;
    else k++;
  }
  const isSame = (at: number): boolean => pairs.get(b.at(at) as Bound) === a.at(at);
  if (!isSame(0) || !isSame(-1)) return null;
  return { pairs, scale, shift, same: pairs.size - 2, other: Math.min(a.length, b.length) - pairs.size };
}

/** Width of the narrower column beside a boundary. */
function roomAt(bounds: readonly Bound[], i: number): number {
  const at = (k: number): number => bounds[k]?.x ?? (k < 0 ? -Infinity : Infinity);
  return Math.min(at(i) - at(i - 1), at(i + 1) - at(i));
}

/**
 * Makes the boundaries of the next part boundaries of the table, and moves those of the table to where they stand on the next
 * sheet: one that the next part lacks stays between its neighbours. Returns for each of the next part the one that it became.
 */
export function mergeColumns(open: OpenTable, next: OpenTable, { pairs }: Match): (bound: Bound) => Bound {
  const now = new Map([...pairs].map(([its, own]) => [own, its]));
  const was = open.bounds.map(({ x }) => x);
  let left = 0;
  for (const [i, own] of open.bounds.entries()) {
    const its = now.get(own);
    if (its) {
      Object.assign(own, its);
      left = i;
      continue;
    }
    const right = open.bounds.findIndex((bound, k) => k > i && now.has(bound));
    const [x0, x1] = [was[left] as number, was[right] as number];
    const [y0, y1] = [open.bounds[left]?.x as number, now.get(open.bounds[right] as Bound)?.x as number];
    const x = y0 + (((was[i] as number) - x0) / (x1 - x0)) * (y1 - y0);
    Object.assign(own, { x, lo: x, hi: x });
  }
  const more = next.bounds.filter((bound) => !pairs.has(bound));
  if (more.length > 0) open.bounds = [...open.bounds, ...more].sort((a, b) => a.x - b.x);
  return (bound) => pairs.get(bound) ?? bound;
}

/**
 * The next part with the first column that it lacks: of a merged cell that runs on from the sheet before, some producers draw
 * neither border nor text again.
 */
export function withOpenSide(open: OpenTable, next: OpenTable): OpenTable {
  const [left, second] = open.bounds;
  const side = open.bottom.find((cell) => cell.from === left && cell.to === second);
  if (!left || !second || !side?.openBottom) return next;
  const inFrame = open.sheet.frame.x0 - next.sheet.frame.x0;
  const isSame = (a: Bound, b: Bound | undefined, width: number): boolean =>
    b !== undefined && Math.abs(a.x - b.x - inFrame) <= Math.max(TOL.thickness, TOL.sameBoundary * width);
  const [first] = next.bounds;
  const width = second.x - left.x;
  if (!isSame(second, first, width) || !isSame(open.bounds.at(-1) as Bound, next.bounds.at(-1), width)) return next;
  const x = left.x - inFrame;
  const bound: Bound = { x, lo: x, hi: x };
  const bbox = { x0: x, x1: (first as Bound).x, y0: next.y0, y1: next.y1 };
  const cell: OpenCell = {
    ...side,
    row: 0,
    rowSpan: next.rows.length,
    from: bound,
    to: first as Bound,
    bbox,
    lines: [],
    places: [placeOf(bbox, next.sheet)],
    doubts: [],
  };
  const [row = [], ...rows] = next.rows;
  return { ...next, bounds: [bound, ...next.bounds], rows: [[cell, ...row], ...rows], bottom: [cell, ...next.bottom] };
}

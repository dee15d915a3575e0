import { median } from '../../geometry/order.js';
import type { Glyph } from '../../reader/reader-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import type { Owner } from './locator.js';
import { RUN_TOLERANCES as RUN } from './tolerances.js';

/** Where a box stands along the direction in which a text is read. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A glyph of a run: where it stands along it, and the cell under its middle; white space has no cell of its own. */
export interface Placed extends Span {
  readonly glyph: Glyph;
  readonly blank: boolean;
  readonly owner: Owner | null;
}

/** What the other texts of a table tell of the two at a border. */
interface Columns {
  /** Whether most texts of a column begin where the text behind the border does, or end where the one before it does. */
  knowsOne(before: Placed, behind: Placed): boolean;
  /** Whether texts of the table end as near to a border as the one before it, and begin as near as the one behind it. */
  knowsBoth(before: Placed, behind: Placed): boolean;
}

export function spanOf(box: Glyph['box'], angle: number): Span {
  switch (angle) {
    case 90:
      return { from: -box.y1, to: -box.y0 };
    case 180:
      return { from: -box.x1, to: -box.x0 };
    case 270:
      return { from: box.y0, to: box.y1 };
    default:
      return { from: box.x0, to: box.x1 };
  }
}

export const isBlank = (glyph: Glyph): boolean => glyph.text.trim() === '';

/** Glyphs that were drawn one after another and touch each other, with the spaces printed between them. */
export function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  let run: Glyph[] = [];
  let previous: Glyph | null = null;
  for (const glyph of glyphs) {
    if (previous && !follows(previous, glyph)) {
      runs.push(run);
      run = [];
    }
    run.push(glyph);
    previous = glyph;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function follows(a: Glyph, b: Glyph): boolean {
  if (a.angle !== b.angle || a.vertical || b.vertical) return false;
  const isUpright = a.angle === 90 || a.angle === 270;
  const height = isUpright ? a.box.x0 - b.box.x0 : a.box.y0 - b.box.y0;
  const hasBlank = isBlank(a) || isBlank(b);
  if (!hasBlank && Math.abs(a.size - b.size) > TOL.wordPartSize * a.size) return false;
  if (Math.abs(height) > TOL.wordPartHeight * a.size) return false;
  const [p, q] = [spanOf(a.box, a.angle), spanOf(b.box, b.angle)];
  return Math.min(Math.abs(q.from - p.to), Math.abs(p.from - q.to)) <= TOL.wordPartGap * a.size;
}

/** The pieces of a run, parted where two texts meet; `columns` tell what the others say of it. */
export function piecesOfRun(run: readonly Placed[], columns: Columns): Placed[][] {
  const usual = usualGap(run);
  const operators = new Set(run.map(({ glyph }) => glyph.order)).size;
  const byGlyph = operators > RUN.maxOperators * run.length;
  const pieces: Placed[][] = [[]];
  let ink: Placed | null = null;
  for (const [i, q] of run.entries()) {
    const p = run[i - 1];
    const meets =
      (p && isMoved(p, q, usual)) ||
      (ink && !q.blank && ink.owner !== q.owner && isSeam(ink, q, usual, p !== ink, byGlyph, columns));
    if (meets) pieces.push([]);
    (pieces.at(-1) as Placed[]).push(q);
    if (!q.blank) ink = q;
  }
  return pieces;
}

/** The lower median of the distances between neighbours, at least 0: how widely the run is spaced. Two glyphs do not tell. */
function usualGap(run: readonly Placed[]): number {
  const gaps = run.slice(1).map((q, i) => q.from - (run[i] as Placed).to);
  return gaps.length < 2 ? 0 : Math.max(0, -(median(gaps.map((gap) => -gap)) ?? 0));
}

const isOther = (p: Placed, q: Placed): boolean =>
  p.glyph.order !== undefined && q.glyph.order !== undefined && p.glyph.order !== q.glyph.order;

/** Whether another operator draws the next glyph, and not where the pen stands: it is another text. */
function isMoved(p: Placed, q: Placed, usual: number): boolean {
  if (!isOther(p, q)) return false;
  const gap = q.from - p.to;
  // The space that widens a line stands behind its glyphs, or not behind the last one of an operator.
  return Math.min(Math.abs(gap), Math.abs(gap - usual)) > RUN.penDrift * Math.min(p.glyph.size, q.glyph.size);
}

/** Whether two texts meet between neighbours that stand in two cells. */
function isSeam(p: Placed, q: Placed, usual: number, hasSpace: boolean, byGlyph: boolean, columns: Columns): boolean {
  const gap = q.from - p.to;
  const size = Math.min(p.glyph.size, q.glyph.size);
  if (!isBetween(p, q)) return false;
  if (hasSpace) return gap > RUN.seamSpace * size + usual || columns.knowsOne(p, q);
  if (gap - usual > RUN.seamGap * size) return true;
  // One operator may draw a whole row: then both texts keep off the border between them as others of the table do.
  if (gap - usual > RUN.touchGap * size && columns.knowsBoth(p, q)) return true;
  if (!isOther(p, q)) return false;
  // Another script needs another font, and with it another operator.
  return (!byGlyph && kindOf(p.glyph) === kindOf(q.glyph)) || columns.knowsOne(p, q);
}

/** Whether the border between the cells of two neighbours runs between them, and not through one of them. */
export function isBetween(p: Placed, q: Placed): boolean {
  const { angle } = p.glyph;
  const slack = TOL.betweenGlyphs * Math.min(p.glyph.size, q.glyph.size);
  const borders = [
    ...(p.owner ? [spanOf(p.owner.box, angle).to] : []),
    ...(q.owner ? [spanOf(q.owner.box, angle).from] : []),
  ];
  return borders.every((at) => at > p.to - slack && at < q.from + slack);
}

const kindOf = ({ text }: Glyph): string =>
  /\p{Script=Han}/u.test(text) ? 'han' : /[\p{L}\p{N}.,%]/u.test(text) ? 'word' : 'mark';

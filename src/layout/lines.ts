import { type Box, midX, midY, union } from '../geometry/box.js';
import { countBefore, median } from '../geometry/order.js';
import type { Glyph } from '../reader/reader-types.js';
import { joinLines } from '../text/join.js';
import { normalise } from '../text/normalise.js';
import type { Doubt, Line } from './layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from './tolerances.js';

/** A glyph in its own reading frame: u runs along the line, v towards the next line. */
interface Placed {
  readonly glyph: Glyph;
  readonly u0: number;
  readonly u1: number;
  readonly v: number;
  readonly size: number;
  /** White space, which has no ink. */
  readonly blank: boolean;
}

/** The printed lines that glyphs form, in reading order. Upright text comes first, then text at other angles. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  if (glyphs.every((glyph) => glyph.angle === 0 && !glyph.vertical)) return linesInFrame(glyphs);
  const frames = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const key = 2 * Math.round(glyph.angle) + (glyph.vertical ? 1 : 0);
    const frame = frames.get(key);
    if (frame) frame.push(glyph);
    else frames.set(key, [glyph]);
  }
  return [...frames.values()].flatMap((frame) => linesInFrame(frame));
}

/** Like {@link linesOf}, but a line is cut where a wide gap shows that its parts do not belong together. */
export function piecesOf(glyphs: readonly Glyph[], gap: number): Line[] {
  return rowsOf(glyphs.map(place)).flatMap((row) => cutAtGaps(row, gap).map(toLine));
}

/** What is between a word and the one before: too wide a gap for one text, a printed space, or a bare gap. */
export type WordGap = 'wide' | 'space' | 'bare';

/** A printed line, cut at every gap, also those between words; for each word, what is before it. */
export interface Words {
  readonly words: readonly Line[];
  readonly gaps: readonly WordGap[];
}

/** The printed lines, cut at every gap wider than `fine` times the size; those that {@link piecesOf} cuts for `gap` are wide. */
export function wordsIn(glyphs: readonly Glyph[], gap: number, fine: number): Words[] {
  return rowsOf(glyphs.map(place)).map((row) => {
    const words: Line[] = [];
    const gaps: WordGap[] = [];
    for (const piece of cutAtGaps(row, gap)) {
      const blanks = piece.filter((p) => p.blank);
      let end = Number.NaN;
      for (const [i, part] of cutAtGaps(piece, fine, true).entries()) {
        const from = (part[0] as Placed).u0;
        const isSpaced = blanks.some((p) => (p.u0 + p.u1) / 2 > end && (p.u0 + p.u1) / 2 < from);
        words.push(toLine(part));
        gaps.push(i === 0 ? 'wide' : isSpaced ? 'space' : 'bare');
        end = (part.at(-1) as Placed).u1;
      }
    }
    return { words, gaps };
  });
}

/** The text of a cell: its lines joined by the text rules. */
export const textOf = (cell: { readonly lines: readonly Line[] }): string =>
  joinLines(cell.lines.map((line) => line.text));

/** Whether a line goes over a place on the x axis, not merely up to it. */
export const crosses = ({ box }: Line, at: number): boolean => box.x0 < at - TOL.touching && box.x1 > at + TOL.touching;

function linesInFrame(glyphs: readonly Glyph[]): Line[] {
  return rowsOf(glyphs.map(place)).map(toLine);
}

function place(glyph: Glyph): Placed {
  const { box, size } = glyph;
  const blank = glyph.text.trim() === '';
  // Vertical writing runs downwards and its lines follow each other to the left.
  const angle = glyph.vertical ? (glyph.angle + 270) % 360 : glyph.angle;
  switch (angle) {
    case 0:
      return { glyph, u0: box.x0, u1: box.x1, v: midY(box), size, blank };
    case 90:
      return { glyph, u0: -box.y1, u1: -box.y0, v: midX(box), size, blank };
    case 180:
      return { glyph, u0: -box.x1, u1: -box.x0, v: -midY(box), size, blank };
    case 270:
      return { glyph, u0: box.y0, u1: box.y1, v: -midX(box), size, blank };
    default: {
      const a = (angle * Math.PI) / 180;
      const cx = midX(box);
      const cy = midY(box);
      const u = cx * Math.cos(a) - cy * Math.sin(a);
      return { glyph, u0: u - size / 2, u1: u + size / 2, v: cx * Math.sin(a) + cy * Math.cos(a), size, blank };
    }
  }
}

/** Groups glyphs that stand on one line; lines in order, glyphs of a line from its start to its end. */
function rowsOf(placed: readonly Placed[]): Placed[][] {
  // White space has no ink: it takes the line of its neighbours and never makes one.
  const ink = ordered(
    placed.filter((p) => !p.blank),
    (a, b) => a.v - b.v,
  );
  const rows: { v: number; size: number; members: Placed[] }[] = [];
  for (const p of ink) {
    const row = rows[rows.length - 1];
    if (row && Math.abs(p.v - row.v) < TOL.sameLine * Math.max(p.size, row.size)) {
      row.members.push(p);
      if (p.size > row.size) {
        row.size = p.size;
        row.v = p.v;
      }
    } else rows.push({ v: p.v, size: p.size, members: [p] });
  }
  for (const p of placed) {
    if (!p.blank) continue;
    const row = rows[nearestRow(rows, p.v)];
    if (row && Math.abs(p.v - row.v) < TOL.sameLine * Math.max(p.size, row.size)) row.members.push(p);
  }
  return rows.map((row) => ordered(row.members, (a, b) => a.u0 - b.u0 || a.u1 - b.u1));
}

/** The list in order. Glyphs are mostly drawn as they are read: then there is nothing to sort. */
function ordered<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  for (let i = 1; i < list.length; i++) if (compare(list[i - 1] as T, list[i] as T) > 0) return list.sort(compare);
  return list;
}

function nearestRow(rows: readonly { v: number }[], v: number): number {
  const lo = countBefore(rows.length - 1, (i) => (rows[i] as { v: number }).v < v);
  const before = rows[lo - 1];
  const here = rows[lo];
  return before && here && v - before.v < here.v - v ? lo - 1 : lo;
}

function cutAtGaps(row: readonly Placed[], gap: number, isBare = false): Placed[][] {
  const pieces: Placed[][] = [];
  let end = -Infinity;
  let blanks: Placed[] = [];
  for (const p of row) {
    if (p.blank) {
      blanks.push(p);
      continue;
    }
    const piece = pieces[pieces.length - 1];
    // A printed space joins what a bare gap of its width would part.
    const allowed = isBare
      ? gap
      : Math.max(gap, blanks.length > 0 ? TOL.printedGap : 0, betweenWords(piece?.at(-1), p) ? TOL.wordGap : 0);
    if (!piece || p.u0 - end > allowed * p.size) pieces.push([p]);
    else piece.push(...blanks, p);
    blanks = [];
    end = Math.max(end, p.u1);
  }
  return pieces;
}

const betweenWords = (a: Placed | undefined, b: Placed): boolean =>
  a !== undefined && WORD_LETTER.test(a.glyph.text) && WORD_LETTER.test(b.glyph.text);

/** A letter of a script that parts its words by spaces. */
const WORD_LETTER = /[\p{Script=Latin}\p{Script=Hebrew}\p{Script=Arabic}]/u;

function toLine(row: readonly Placed[]): Line {
  const usual = usualGap(row);
  const boxes: Box[] = [];
  let text = '';
  let size = -Infinity;
  let previous: Placed | null = null;
  let blanks: Placed[] = [];
  const doubts = new Set<Doubt>();
  const gaps: [number, number][] = [];
  for (const p of row) {
    if (p.size > size) size = p.size;
    if (p.blank) {
      blanks.push(p);
      continue;
    }
    const spaces = blanks.filter((blank) => isPrinted(blank, previous, p)).length;
    text += ' '.repeat(spaces);
    if (p.glyph.half) doubts.add('half');
    if (previous) {
      if (standsOn(previous, p)) doubts.add('overprinted');
      if (isRaised(previous, p)) doubts.add('raised');
      if (p.u0 - previous.u1 > TOL.gapOfColumns * size) gaps.push([previous.u1, p.u0]);
    }
    if (previous && spaces === 0 && isSpace(previous, p, usual)) text += ' ';
    text += p.glyph.text;
    boxes.push(p.glyph.box);
    previous = p;
    blanks = [];
  }
  text += ' '.repeat(blanks.filter((blank) => isPrinted(blank, previous, null)).length);
  if (POWER.test(text)) doubts.delete('raised');
  const line = { text: normalise(text), box: union(boxes) as Box, size };
  if (doubts.size === 0 && gaps.length === 0) return line;
  return { ...line, ...(doubts.size > 0 ? { doubts: [...doubts] } : {}), ...(gaps.length > 0 ? { gaps } : {}) };
}

/**
 * Whether a blank that the file draws is a space: not where it lies under the text, nor where it has no width. Blanks that an
 * engine read are.
 */
function isPrinted({ glyph, u0, u1, size }: Placed, before: Placed | null, next: Placed | null): boolean {
  if (glyph.order === undefined) return true;
  const room = before && next ? next.u0 - before.u1 : u1 - u0;
  return room > TOL.noSpace * size;
}

/** Whether a letter or digit covers another so far that nobody can tell which of them is meant: marks may, and punctuation. */
function standsOn(a: Placed, b: Placed): boolean {
  const shared = Math.min(a.u1, b.u1) - b.u0;
  return shared > TOL.overprint * Math.min(a.u1 - a.u0, b.u1 - b.u0) && [a, b].every((p) => LETTER.test(p.glyph.text));
}

/** Whether a digit stands smaller and higher behind another: it is a mark, and no part of the number. */
const isRaised = (a: Placed, b: Placed): boolean =>
  b.size < TOL.raisedSize * a.size && b.v < a.v && DIGIT.test(a.glyph.text) && DIGIT.test(b.glyph.text);

const DIGIT = /^[0-9]$/u;
/** A power of ten, which is written so. */
const POWER = /[×xX*]\s*10[0-9]/u;
const LETTER = /^[\p{L}\p{N}]/u;

/** The median distance between neighbours, at least 0: how widely the line is spaced. */
function usualGap(row: readonly Placed[]): number {
  if (row.length < 3) return 0;
  const gaps: number[] = [];
  for (let i = 1; i < row.length; i++) gaps.push((row[i] as Placed).u0 - (row[i - 1] as Placed).u1);
  return Math.max(0, median(gaps) ?? 0);
}

/** Whether the gap between two neighbours stands for a space. Ideographs need none; justified lines stretch gaps. */
function isSpace(a: Placed, b: Placed, usual: number): boolean {
  const gap = b.u0 - a.u1;
  const size = Math.min(a.size, b.size);
  if (gap <= TOL.latinGap * size) return false;
  if (WORD_END.test(a.glyph.text) && WORD_START.test(b.glyph.text)) return gap > TOL.latinGap * size + usual;
  return gap > TOL.wideGap * size && gap > TOL.unevenGap * usual;
}

const WORD_END = /[\p{Script=Latin}\p{Script=Hebrew}\p{Script=Arabic}\p{Nd}.,;:!?)\]%'"]$/u;
const WORD_START = /^[\p{Script=Latin}\p{Script=Hebrew}\p{Script=Arabic}\p{Nd}(['"]/u;

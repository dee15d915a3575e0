import type { Line, PageLayout } from '../layout-types.js';
import { textOf } from '../lines.js';
import { isOneCell } from './append.js';
import { type Caption, captionOf, compareHead, contradicts, type Heads } from './captions.js';
import type { Match } from './columns.js';
import { isRowCut } from './cut-rows.js';
import type { Bound, OpenCell, OpenTable } from './open-table.js';
import { STITCH_TOLERANCES as TOL } from './tolerances.js';

/** A line between two parts: at the foot of the first sheet, or at the head of the second. */
export interface Between {
  readonly line: Line;
  readonly sheet: PageLayout;
  readonly where: 'foot' | 'head';
  /** It belongs to the pages, or hangs out of a cell that the break cuts: it says nothing of the tables. */
  readonly is: 'running' | 'overflow' | 'text';
}

/** What becomes of a line between two parts that are joined. */
export type Fate = 'aside' | 'above' | 'below';

/** What speaks for (above 0) and against one table. */
export interface Evidence {
  readonly columns: number;
  readonly room: number;
  readonly rows: number;
  readonly header: number;
  readonly lines: number;
}

export const scoreOf = (evidence: Evidence): number => Object.values(evidence).reduce((sum, weight) => sum + weight, 0);

/** What the columns of two parts whose outer edges match say. */
export function columnsEvidence({ same, other, scale }: Match): number {
  const inner = ((same - other) / 2) * TOL.weak;
  const outer = Math.abs(scale - 1) < TOL.sameScale ? TOL.telling : TOL.weak;
  return outer + Math.max(TOL.leastColumns * TOL.weak, Math.min(TOL.mostColumns * TOL.weak, inner));
}

/**
 * What the room below the first part and above the second says: a table goes on at the foot of a page, and where its next row does not
 * fit.
 */
export function roomEvidence(open: OpenTable, next: OpenTable, between: readonly Between[]): number {
  const { frame } = open.sheet;
  const height = frame.y1 - frame.y0;
  const used = Math.max(open.y1, ...between.filter(isText('foot')).map(({ line }) => line.box.y1));
  const needed = Math.max(...(next.rows[0] ?? []).map(({ bbox }) => bbox.y1 - bbox.y0), 0);
  const below = (frame.y1 - used - needed) / height;
  const top = Math.max(next.sheet.frame.y0, ...between.filter(isText('head')).map(({ line }) => line.box.y1));
  const above = (next.y0 - top) / (next.sheet.frame.y1 - next.sheet.frame.y0);
  const free = Math.max(0, below - TOL.margin) + Math.max(0, above - TOL.margin);
  return free === 0 ? TOL.weak : -TOL.strong * free;
}

const isText =
  (where: Between['where']) =>
  (one: Between): boolean =>
    one.where === where && one.is === 'text';

/** What the rows at the break say: whether the last one goes on, and whether texts and numbers stand in the same columns. */
export function rowsEvidence(open: OpenTable, next: OpenTable, match: Match, repeated: number): number {
  const own = (bound: Bound): Bound => match.pairs.get(bound) ?? bound;
  const first = (next.rows[repeated] ?? []).map((cell) => ({ ...cell, from: own(cell.from), to: own(cell.to) }));
  const above = new Map(open.bottom.map((cell) => [cell.from, cell]));
  const goesOn = first.some((cell) => {
    const upper = above.get(cell.from);
    return upper?.to === cell.to && isOneCell(upper, cell);
  });
  const isCut = goesOn || open.bottom.some(({ openBottom }) => openBottom) || isRowCut(open.bottom, first);
  let alike = 0;
  let filled = 0;
  for (const cell of first) {
    const [kind, kindAbove] = [kindOf(cell), kindOf(above.get(cell.from))];
    if (kind === null || kindAbove === null) continue;
    filled++;
    alike += kind === kindAbove ? 1 : -1;
  }
  return (isCut ? TOL.telling : 0) + (filled > 0 ? (TOL.weak * alike) / filled : 0);
}

/** A number, words, or nothing. */
function kindOf(cell: OpenCell | undefined): 'number' | 'words' | null {
  const text = cell ? textOf(cell) : '';
  return text === '' ? null : /^[^\p{L}]*\p{Nd}[^\p{L}]*$/u.test(text) ? 'number' : 'words';
}

/** What the lines between two parts say, and what becomes of each if the parts are joined. */
export function linesEvidence(
  between: readonly Between[],
  heads: Heads,
  usualSize: number,
): { weight: number; fates: Map<Between, Fate> } {
  const fates = new Map<Between, Fate>();
  let weight = 0;
  let strangers = 0;
  for (const one of between) {
    if (one.is === 'overflow') continue;
    const caption = captionOf(one.line, usualSize);
    if (one.is === 'running') {
      fates.set(one, 'aside');
      // Heads that differ in their numbers repeat as well: of the year, of the sheet.
      if (one.where === 'head' && contradicts(heads, caption)) weight -= TOL.decisive;
      continue;
    }
    const { fate, cost } = one.where === 'foot' ? ofFoot(caption, heads) : ofHead(caption, heads);
    fates.set(one, fate);
    // A text goes on over several lines, and speaks against with its first one most.
    weight += cost === 'stranger' ? -(strangers++ === 0 ? TOL.strong : TOL.weak) : cost;
  }
  return { weight, fates };
}

interface Said {
  readonly fate: Fate;
  readonly cost: number | 'stranger';
}

function ofFoot(caption: Caption, heads: Heads): Said {
  if (caption.goesOn === 'to') return { fate: 'aside', cost: TOL.strong };
  if (caption.base !== '' && heads.texts.has(caption.base)) return { fate: 'aside', cost: 0 };
  if (caption.kind === 'title' || caption.number) return { fate: 'below', cost: -TOL.decisive };
  if (caption.kind === 'text') return { fate: 'below', cost: 'stranger' };
  return { fate: 'below', cost: -TOL.weak };
}

function ofHead(caption: Caption, heads: Heads): Said {
  const how = compareHead(heads, caption);
  if (how === 'other') return { fate: 'below', cost: -TOL.decisive };
  if (caption.goesOn === 'from') return { fate: 'aside', cost: TOL.strong };
  if (how === 'same') return { fate: 'aside', cost: 0 };
  if (caption.kind === 'unit') return { fate: 'above', cost: 0 };
  if (caption.kind === 'pairs' || caption.kind === 'date' || caption.year) return { fate: 'above', cost: -TOL.weak };
  if (caption.kind === 'title' || caption.number) return { fate: 'below', cost: -TOL.decisive };
  return { fate: 'below', cost: 'stranger' };
}

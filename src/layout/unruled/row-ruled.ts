import { midX, midY, overlap } from '../../geometry/box.js';
import { countBefore } from '../../geometry/order.js';
import { UnionFind } from '../../geometry/union-find.js';
import { gridOf } from '../../grid/grid.js';
import type { Grid, Segment } from '../../grid/grid-types.js';
import type { Glyph } from '../../reader/reader-types.js';
import { isCaption } from '../../text/caption.js';
import { printedLines } from '../header/head-blocks.js';
import { headerOf } from '../header/header.js';
import type { Line } from '../layout-types.js';
import { crosses } from '../lines.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { agreedPieces } from './agreed-pieces.js';
import { withOuterRules } from './outer-rows.js';
import { separators } from './separators.js';
import { countTextRows, rowsBetweenRules } from './text-rows.js';
import { gridInFrame } from './unruled.js';
import { isNumeric, middle } from './wraps.js';

/** A row between two rules, with the pieces of text in it. */
interface Strip {
  readonly top: number;
  readonly bottom: number;
  readonly pieces: readonly Line[];
}

/**
 * Tables that have horizontal rules only. The rules give the rows, and where they break off the merged cells; the columns
 * come from the gaps between the texts. `heights` are those of rules that are no frame of a table, but part rows of its text.
 */
export function rowRuledGrids(
  segments: readonly Segment[],
  glyphs: readonly Glyph[],
): { grids: Grid[]; heights: number[] } {
  const rules = segments.filter((s) => s.axis === 'h').sort((a, b) => a.at - b.at);
  const tall = stacks(rules).filter((stack) => stack.length > TOL.minRuledRows);
  if (tall.length === 0) return { grids: [], heights: [] };
  const sorted = [...glyphs].sort((a, b) => midY(a.box) - midY(b.box));
  const found = tall
    .flatMap((stack) => partedByCaptions(stack, sorted))
    .filter((stack) => stack.length > 1)
    .map((stack) => {
      const [first] = stack as [Segment];
      const rest = withoutRule(first, stack);
      // The rule of a running head stands over rules under totals.
      return rest.length > 1 && isOdd(first, stack) && isOpen(rest, sorted) ? rest : stack;
    });
  const open = new Set(found.filter((stack) => isOpen(stack, sorted)));
  return {
    grids: found.flatMap((stack) => (open.has(stack) ? [] : (gridOfStack(stack, sorted) ?? []))),
    heights: [...open].flatMap((stack) => stack.map(({ at }) => at)),
  };
}

/** The rules of each table where captions or prose between two rules show that they are those of several. */
function partedByCaptions(stack: readonly Segment[], sorted: readonly Glyph[]): Segment[][] {
  const strips = stripsOf(stack, sorted);
  const width = Math.max(...stack.map((r) => r.to)) - Math.min(...stack.map((r) => r.from));
  const ends = strips.filter(
    ({ pieces }) =>
      pieces.some(({ text }) => isCaption(text)) ||
      (pieces.length > 1 && pieces.every(({ box }) => box.x1 - box.x0 > TOL.prose * width)),
  );
  const parts: Segment[][] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const { top, bottom } of [...ends, { top: Number.POSITIVE_INFINITY, bottom: Number.POSITIVE_INFINITY }]) {
    parts.push(stack.filter(({ at }) => at >= from && at <= top));
    from = bottom;
  }
  return parts;
}

/**
 * Whether the rows of a table go on beside its rules, which stand over and under the totals of its numbers alone: then the
 * text says what it is.
 */
function isOpen(stack: readonly Segment[], sorted: readonly Glyph[]): boolean {
  const [left, right] = [Math.min(...stack.map((r) => r.from)), Math.max(...stack.map((r) => r.to))];
  const inside = between(sorted, (stack[0] as Segment).at, (stack.at(-1) as Segment).at);
  const pieces = agreedPieces(inside);
  const within = pieces.filter(({ box }) => midX(box) > left - TOL.sameEdge && midX(box) < right + TOL.sameEdge);
  const beside = pieces.filter(
    ({ box, size }) => box.x1 < left + TOL.sameEdge && left - box.x1 < TOL.labelsBeside * size,
  );
  const labelled = within.filter((piece) =>
    beside.some((label) => Math.abs(middle(label) - middle(piece)) < TOL.sameRow * piece.size),
  );
  return within.length > 0 && labelled.length >= TOL.mostLabelled * within.length;
}

/** Rules that stand one under another. */
function stacks(rules: readonly Segment[]): Segment[][] {
  const sets = new UnionFind(rules.length);
  // Looking a fixed number of rules up and down bounds the work; a row has no more pieces of rule than that.
  for (const [i, a] of rules.entries()) {
    for (let k = i + 1; k < Math.min(rules.length, i + TOL.rulesAhead); k++) {
      const b = rules[k] as Segment;
      if (b.at - a.at > TOL.maxRow) break;
      if (overlap(a.from, a.to, b.from, b.to) > TOL.sameStack * Math.min(a.to - a.from, b.to - b.from)) sets.join(i, k);
    }
  }
  return sets.groups().map((group) => group.map((i) => rules[i] as Segment));
}

function gridOfStack(stack: readonly Segment[], sorted: readonly Glyph[]): Grid | null {
  const inner = trimmed(stack, sorted);
  if (inner.length === 0) return null;
  const texts = stripsOf(inner, sorted).flatMap((strip) => strip.pieces);
  const rules = withOuterRules(inner, texts, (top, bottom) => between(sorted, top, bottom));
  const strips = stripsOf(rules, sorted);
  if (strips.length < TOL.minRuledRows) return null;
  const left = Math.min(...rules.map((r) => r.from));
  const right = Math.max(...rules.map((r) => r.to));
  const pieces = strips.flatMap((strip) => strip.pieces);
  const ys = strips.map((strip) => strip.bottom);
  if (
    strips.length <= TOL.fewStrips &&
    pieces.length <= TOL.maxPieces &&
    countTextRows(pieces, ys) > strips.length + 1
  ) {
    const frame = { x0: left, x1: right, y0: (strips[0] as Strip).top, y1: (strips.at(-1) as Strip).bottom };
    return gridInFrame(pieces, frame, rules);
  }
  const ends = rules.flatMap((r) => [r.from, r.to]).filter((x) => x > left + TOL.sameEdge && x < right - TOL.sameEdge);
  const split = strips.map((strip) => ({ strip, ...rowsBetweenRules(strip.pieces.filter((p) => isWithin(p, strip))) }));
  const rows = split.flatMap(({ strip, between }) => cutStrip(strip, between));
  const head = headerOf(
    rows.map((row) => row.pieces),
    [...rows.map(({ top }) => top), (rows.at(-1) as Strip).bottom],
    { left, right },
    ends,
    rules,
  );
  const columns = head
    ? head.xs.slice(1, -1)
    : separators(
        rows.map((row) => row.pieces),
        ends,
      );
  if (columns.length === 0 || rows.filter((row) => row.pieces.length > 1).length < TOL.minRuledRows) return null;
  const xs = [left, ...columns, right];
  const body = head ? rows.slice(head.rows) : rows;
  const verticals = body.flatMap(({ top, bottom, pieces: texts }, row) =>
    xs
      .filter(
        (at) =>
          !texts.some((p) => crosses(p, at)) && !((head || row > 0) && isHeading(texts, xs) && at > left && at < right),
      )
      .map((at): Segment => ({ axis: 'v', at, from: top, to: bottom })),
  );
  const horizontals = split.flatMap((strip) => boundariesIn(strip, xs));
  const under = head?.bottom ?? Number.NEGATIVE_INFINITY;
  const level = [...rules, ...horizontals].filter(({ at }) => at > under - TOL.touching);
  return gridOf([...(head?.segments ?? []), ...level, ...verticals], 'text');
}

/** Where the text shows rows between two rules, a boundary goes through all columns but those of merged cells. */
const boundariesIn = ({ between, spanning }: ReturnType<typeof rowsBetweenRules>, xs: readonly number[]): Segment[] =>
  between.flatMap((at) =>
    xs.slice(1).flatMap((to, i): Segment[] => {
      const from = xs[i] as number;
      const merged = spanning.some((b) => b.y0 < at && b.y1 > at && overlap(b.x0, b.x1, from, to) > TOL.touching);
      return merged ? [] : [{ axis: 'h', at, from, to }];
    }),
  );

/** Whether a row holds nothing but a text at its left, or words in the middle of all columns: a heading of the rows below. */
function isHeading([first, ...others]: readonly Line[], xs: readonly number[]): boolean {
  if (first === undefined || others.length > 0) return false;
  const off = Math.abs(midX(first.box) - ((xs[0] as number) + (xs.at(-1) as number)) / 2);
  return first.box.x0 < (xs[1] as number) || (off < TOL.maxOff * first.size && !isNumeric(first));
}

/** Whether a piece stands between the rules, not across one: what it crosses does not bound its cell. */
const isWithin = ({ box }: Line, { top, bottom }: Strip): boolean =>
  box.y0 >= top - TOL.touching && box.y1 <= bottom + TOL.touching;

/** The rows of a strip that is cut at some heights. */
function cutStrip(strip: Strip, between: readonly number[]): Strip[] {
  const ys = [strip.top, ...between, strip.bottom];
  return ys.slice(1).map((bottom, i) => {
    const top = ys[i] as number;
    return { top, bottom, pieces: strip.pieces.filter((p) => middle(p) > top && middle(p) <= bottom) };
  });
}

/** Without the decorative lines above and below a table: they are of another length, and no row of its texts follows. */
function trimmed(stack: readonly Segment[], sorted: readonly Glyph[]): Segment[] {
  let rules = [...stack];
  for (const last of [false, true]) {
    while (rules.length > 2) {
      const strips = stripsOf(rules, sorted);
      const strip = last ? strips.at(-1) : strips[0];
      const most = Math.max(...strips.flatMap(({ pieces }) => printedLines(pieces).map((line) => line.length)));
      const outer = (last ? rules.at(-1) : rules[0]) as Segment;
      if (!strip || !isOdd(outer, rules) || strip.pieces.length > Math.max(1, TOL.fewTexts * most)) break;
      const inner = withoutRule(outer, rules);
      // Rules at one height are a single line.
      if (inner.length === 0) return inner;
      rules = inner;
    }
  }
  return rules;
}

/** Whether a rule begins or ends elsewhere than all others together. */
function isOdd(rule: Segment, rules: readonly Segment[]): boolean {
  const others = withoutRule(rule, rules);
  const from = Math.min(...others.map((r) => r.from));
  const to = Math.max(...others.map((r) => r.to));
  return Math.abs(from - rule.from) > TOL.sameEdge || Math.abs(to - rule.to) > TOL.sameEdge;
}

/** The rules at other heights than one. */
const withoutRule = (rule: Segment, rules: readonly Segment[]): Segment[] =>
  rules.filter(({ at }) => Math.abs(at - rule.at) > TOL.touching);

function stripsOf(rules: readonly Segment[], sorted: readonly Glyph[]): Strip[] {
  const left = Math.min(...rules.map((r) => r.from)) - TOL.sameEdge;
  const right = Math.max(...rules.map((r) => r.to)) + TOL.sameEdge;
  const ys = [...new Set(rules.map((r) => r.at))].sort((a, b) => a - b);
  const inside = between(sorted, ys[0] as number, ys.at(-1) as number).filter((g) => {
    const x = midX(g.box);
    return x > left && x < right;
  });
  const pieces = agreedPieces(inside);
  return ys.slice(1).map((bottom, i) => {
    const top = ys[i] as number;
    return { top, bottom, pieces: pieces.filter((p) => middle(p) > top && middle(p) <= bottom) };
  });
}

/** The glyphs with their middles between two heights, of a list sorted by them. */
function between(sorted: readonly Glyph[], top: number, bottom: number): readonly Glyph[] {
  const first = (y: number): number => countBefore(sorted.length, (i) => midY((sorted[i] as Glyph).box) <= y);
  return sorted.slice(first(top), first(bottom));
}

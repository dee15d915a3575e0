import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';

/** A text of a table without rulings: the columns that it covers, its middle and its size in points. */
export interface CentredText {
  readonly col: number;
  readonly lastCol: number;
  readonly centre: number;
  readonly size: number;
}

/** A row of such a table: from the top of its highest text to the bottom of its lowest one, in points. */
export interface TextRow {
  readonly top: number;
  readonly bottom: number;
}

/** The rows that a text spans, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

interface Candidate extends Span {
  readonly cost: number;
}

/**
 * The rows that vertically centred texts span. A text stands in the middle of its rows and no two texts of a column share
 * one; of all spans that allow this, those are taken that leave the fewest rows without a text (dynamic programming).
 * Columns come from the right to the left, since groups are made of groups: a span never ends inside one to its right.
 */
export function centredSpans(texts: readonly CentredText[], rows: readonly TextRow[]): Span[] {
  const spans = new Map<CentredText, Candidate>();
  const last = Math.max(...texts.map((text) => text.lastCol));
  for (let col = last; col >= 0; col--) {
    const column = texts.filter((t) => t.col <= col && t.lastCol >= col).sort((a, b) => a.centre - b.centre);
    const groups = [...spans.values()].filter((span) => span.last > span.first);
    const candidates = column.map((text) => {
      const fixed = spans.get(text);
      return fixed
        ? [fixed]
        : candidatesOf(text, rows).filter((span, i) => i === 0 || !groups.some((g) => cuts(span, g)));
    });
    for (const [i, span] of leastGaps(candidates, rows.length).entries()) spans.set(column[i] as CentredText, span);
  }
  return texts.map((text) => spans.get(text) as Span);
}

const cuts = (span: Span, group: Span): boolean =>
  (span.first > group.first && span.first <= group.last) || (span.last >= group.first && span.last < group.last);

/** Its own row first, and all spans of which the text is the middle. */
function candidatesOf(text: CentredText, rows: readonly TextRow[]): Candidate[] {
  const own = nearestRow(text.centre, rows);
  const limit = TOL.maxOff * text.size;
  const off = (first: number, last: number): number =>
    ((rows[first] as TextRow).top + (rows[last] as TextRow).bottom) / 2 - text.centre;
  const costOf = (first: number, last: number): number => (TOL.limitCost * Math.abs(off(first, last))) / limit;
  const spans: Candidate[] = [{ first: own, last: own, cost: Math.min(TOL.offCost, costOf(own, own)) }];
  // The further up a span reaches, the further down: one pass over both ends finds all.
  let last = own;
  for (let first = own; first >= 0; first--) {
    while (last + 1 < rows.length && off(first, last) < -limit) last++;
    if (last > first && Math.abs(off(first, last)) <= limit) spans.push({ first, last, cost: costOf(first, last) });
  }
  return spans;
}

function nearestRow(centre: number, rows: readonly TextRow[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, row] of rows.entries()) {
    const off = Math.max(row.top - centre, centre - row.bottom, 0);
    if (off < least) {
      least = off;
      best = i;
    }
  }
  return best;
}

/** One span per text, in order and without overlap, with the fewest rows left over. */
function leastGaps(candidates: readonly (readonly Candidate[])[], rows: number): Candidate[] {
  type Path = { span: Candidate; cost: number; before: Path | null };
  let paths: Path[] = [];
  for (const [i, spans] of candidates.entries()) {
    paths = spans.map((span): Path => {
      if (i === 0) return { span, cost: span.cost + span.first * TOL.edgeCost, before: null };
      const best = paths.reduce<Path | null>((least, path) => {
        const cost = span.cost + path.cost + stepCost(path.span, span, rows);
        return least === null || cost < least.cost ? { span, cost, before: path } : least;
      }, null);
      return best as Path;
    });
  }
  let path: Path | null = null;
  for (const end of paths) {
    end.cost += (rows - 1 - end.span.last) * TOL.edgeCost;
    if (path === null || end.cost < path.cost) path = end;
  }
  const spans: Candidate[] = [];
  for (; path !== null; path = path.before) spans.unshift(path.span);
  return spans;
}

/** Rows between two spans; an overlap costs more than any number of them. */
function stepCost(above: Span, below: Span, rows: number): number {
  const gap = below.first - above.last - 1;
  return gap >= 0 ? gap * TOL.gapCost : rows * TOL.gapCost;
}

import { type Box, midX, overlap, union } from '../../geometry/box.js';
import { median } from '../../geometry/order.js';
import type { Segment } from '../../grid/grid-types.js';
import type { Glyph } from '../../reader/reader-types.js';
import { isCaption } from '../../text/caption.js';
import { printedLines } from '../header/head-blocks.js';
import type { Line } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { agreedPieces } from './agreed-pieces.js';
import { isNumeric } from './wraps.js';

/**
 * The rules of a table with one more above a header that has only a rule under it, and one more below a total that has only a rule over
 * it; so also for a first or last row that stands as near to its one rule as the others do to theirs. `pieces` are the texts between the rules; `between` gives the glyphs
 * between two heights.
 */
export function withOuterRules(
  rules: readonly Segment[],
  pieces: readonly Line[],
  between: (top: number, bottom: number) => readonly Glyph[],
): readonly Segment[] {
  const lines = printedLines(pieces);
  const size = Math.max(...pieces.map((piece) => piece.size));
  const from = Math.min(...rules.map((r) => r.from));
  const to = Math.max(...rules.map((r) => r.to));
  const [top, bottom] = [(rules[0] as Segment).at, (rules.at(-1) as Segment).at];
  const near = (y0: number, y1: number): Line[][] =>
    printedLines(
      agreedPieces(
        between(y0, y1).filter(({ box }) => midX(box) > from - TOL.sameEdge && midX(box) < to + TOL.sameEdge),
      ),
    );
  const over = near(top - TOL.outerRow * size, top).at(-1);
  const under = near(bottom, bottom + TOL.outerRow * size)[0];
  const last = together(near(bottom, bottom + TOL.tallRow * size));
  const rule = (at: number): Segment => ({ axis: 'h', at, from, to });
  const found = [...rules];
  const first = [...together(near(top - TOL.tallRow * size, top).reverse())].reverse();
  if (over && isHeader(over, lines)) found.unshift(rule(boxOf(over).y0 - TOL.tableMargin));
  else if (isRow(first, 'y1', rules, lines)) found.unshift(rule(boxOf(first.flat()).y0 - TOL.tableMargin));
  if (under && isTotal(under, lines)) found.push(rule(boxOf(under).y1 + TOL.tableMargin));
  else if (isRow(last, 'y0', rules, lines)) found.push(rule(boxOf(last.flat()).y1 + TOL.tableMargin));
  return found;
}

const boxOf = (line: readonly Line[]): Box => union(line.map(({ box }) => box)) as Box;

/**
 * Whether a line has a head for most columns of the rows: no label with its value, no caption. Each stands over a column: over texts of
 * which hardly any row has one under two of them. No row need have a text in every column.
 */
function isHeader(line: readonly Line[], rows: readonly (readonly Line[])[]): boolean {
  const most = Math.max(...rows.map((row) => row.length));
  if (line.length < Math.max(TOL.minColumns, TOL.mostHeads * most)) return false;
  if (line.some(({ text }) => isNoCell(text) || isNumeric({ text } as Line))) return false;
  const under = rows.map((row) =>
    row.map(({ box }) =>
      line.flatMap((head, i) => (overlap(head.box.x0, head.box.x1, box.x0, box.x1) > TOL.touching ? [i] : [])),
    ),
  );
  const across = under.filter((row) => row.some((heads) => heads.length > 1)).length;
  return across <= TOL.rowsAcross * rows.length && new Set(under.flat(2)).size === line.length;
}

/** A caption, a unit, a labelled value: what stands over a table and is no part of it. */
const isNoCell = (text: string): boolean => isCaption(text) || /[:：]/u.test(text);

/**
 * Whether lines over the first rule, or under the last one, are a row as those between the rules: several texts, whose `edge` is as far
 * from the rule as those of the others are from theirs.
 */
function isRow(
  own: readonly (readonly Line[])[],
  edge: 'y0' | 'y1',
  rules: readonly Segment[],
  lines: readonly (readonly Line[])[],
): boolean {
  if (own.flat().some(({ text }) => isNoCell(text)) || !own.some((line) => line.length > 1)) return false;
  const away = (row: readonly (readonly Line[])[], { at }: Segment): number => Math.abs(at - boxOf(row.flat())[edge]);
  const others = rules.slice(1).flatMap((below, i) => {
    const above = rules[i] as Segment;
    const row = lines.filter((line) => boxOf(line).y1 > above.at && boxOf(line).y1 <= below.at + TOL.touching);
    return row.length > 0 ? [{ away: away(row, edge === 'y1' ? below : above), texts: row.flat().length }] : [];
  });
  // A title between rules is no row, and what stands beyond it none either.
  if ((others.at(edge === 'y1' ? 0 : -1)?.texts ?? 0) < 2) return false;
  const usual = others.length < TOL.ruledRows ? undefined : median(others.map((row) => row.away));
  const rule = (edge === 'y1' ? rules[0] : rules.at(-1)) as Segment;
  return usual !== undefined && Math.abs(away(own, rule) - usual) <= TOL.sameFoot;
}

/** The first of some lines, with those behind that stand beside it, as wrapped texts in a row do, or that have as many texts. */
function together(lines: readonly (readonly Line[])[]): readonly Line[][] {
  const end = lines.findIndex((line, i) => {
    const before = lines[i - 1];
    if (!before) return false;
    const [a, b] = [boxOf(before), boxOf(line)];
    const size = Math.max(...[...before, ...line].map((piece) => piece.size));
    const gap = Math.max(b.y0 - a.y1, a.y0 - b.y1);
    return gap > (Math.min(before.length, line.length) > 1 ? TOL.together * size : 0);
  });
  return (end < 0 ? lines : lines.slice(0, end)).map((line) => [...line]);
}

/** Whether a line is a label and numbers that end, and begin, where those of the rows do. */
function isTotal(line: readonly Line[], rows: readonly (readonly Line[])[]): boolean {
  const [label, ...numbers] = line as [Line, ...Line[]];
  const isLevel = (edge: 'x0' | 'x1', { box }: Line): boolean =>
    rows.some((row) => row.some((piece) => Math.abs(piece.box[edge] - box[edge]) <= TOL.touching));
  return (
    numbers.length > 0 &&
    !isNumeric(label) &&
    isLevel('x0', label) &&
    numbers.every((number) => isNumeric(number) && isLevel('x1', number))
  );
}

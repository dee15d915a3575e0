import { type Box, midX, overlap, union } from '../../geometry/box.js';
import type { Segment } from '../../grid/grid-types.js';
import type { Glyph } from '../../reader/reader-types.js';
import { isCaption } from '../../text/caption.js';
import { printedLines } from '../header/head-blocks.js';
import type { Line } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { agreedPieces } from './agreed-pieces.js';
import { isNumeric } from './wraps.js';

/**
 * The rules of a table with one more above a header that has only a rule under it, and one more below a total that has only a rule
 * over it. `pieces` are the texts between the rules; `between` gives the glyphs between two heights.
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
  const rule = (at: number): Segment => ({ axis: 'h', at, from, to });
  const found = [...rules];
  if (over && isHeader(over, lines)) found.unshift(rule(boxOf(over).y0 - TOL.tableMargin));
  if (under && isTotal(under, lines)) found.push(rule(boxOf(under).y1 + TOL.tableMargin));
  return found;
}

const boxOf = (line: readonly Line[]): Box => union(line.map(({ box }) => box)) as Box;

/** Whether a line has a head for most columns of the rows, each over one of them: no label with its value, no caption. */
function isHeader(line: readonly Line[], rows: readonly (readonly Line[])[]): boolean {
  const most = rows.reduce((fullest, row) => (row.length > fullest.length ? row : fullest), []);
  if (line.length < Math.max(TOL.minColumns, TOL.mostHeads * most.length)) return false;
  if (line.some(({ text }) => isCaption(text) || /[:：]/u.test(text) || isNumeric({ text } as Line))) return false;
  const columns = line.map(({ box }) =>
    most.flatMap((piece, col) => (overlap(box.x0, box.x1, piece.box.x0, piece.box.x1) > TOL.touching ? [col] : [])),
  );
  return columns.every((own) => own.length === 1) && new Set(columns.flat()).size === line.length;
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

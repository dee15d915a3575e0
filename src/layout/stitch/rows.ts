import { textOf } from '../lines.js';
import { LAYOUT_TOLERANCES } from '../tolerances.js';
import type { Match } from './columns.js';
import type { Bound, OpenCell, OpenTable } from './open-table.js';
import { STITCH_TOLERANCES as TOL } from './tolerances.js';

/** What the rows of a table say, by what is asked of them for each part that may follow; kept, so that none is read twice. */
export class RowIndex {
  private readonly table: OpenTable;
  private read = 0;
  /** The rows of words alone, by these, that stand over numbers: headers, wherever they are. */
  private readonly headers = new Set<string>();
  /** How often a text stands first in a row. */
  private readonly labels = new Map<string, number>();

  constructor(table: OpenTable) {
    this.table = table;
  }

  isHeader(words: string): boolean {
    this.readOn();
    return this.headers.has(words);
  }

  /** How many rows a text names. */
  named(label: string): number {
    this.readOn();
    return this.labels.get(label) ?? 0;
  }

  private readOn(): void {
    const { rows } = this.table;
    // What follows the last row, and what a page break cuts off it, comes with the next part.
    for (; this.read < rows.length - 1; this.read++) {
      const row = rows[this.read] as OpenCell[];
      const label = labelOf(row);
      this.labels.set(label, (this.labels.get(label) ?? 0) + 1);
      const words = wordsOf(row);
      if (words !== null && isOver(row, rows[this.read + 1] ?? [])) this.headers.add(words);
    }
  }
}

/** The cell of a row that has text first. */
const firstFilled = (row: readonly OpenCell[]): OpenCell | undefined => row.find((cell) => textOf(cell) !== '');

/** The text that stands first in a row. */
export function labelOf(row: readonly OpenCell[]): string {
  const cell = firstFilled(row);
  return cell ? textOf(cell) : '';
}

/** The texts of a row of words alone, as many as a header has; cells beside several rows are none of it. */
function wordsOf(row: readonly OpenCell[]): string | null {
  const texts = row.flatMap((cell) => (cell.rowSpan === 1 ? textOf(cell) : [])).filter((text) => text !== '');
  if (texts.length < LAYOUT_TOLERANCES.minHeaderCells || texts.some((text) => /\d/u.test(text))) return null;
  return texts.join('\n');
}

/** Whether a number stands under a word of a row. */
function isOver(row: readonly OpenCell[], below: readonly OpenCell[]): boolean {
  const numbers = new Set(below.filter((cell) => /\d/u.test(textOf(cell))).map(({ from }) => from));
  return row.some((cell) => numbers.has(cell.from) && textOf(cell) !== '');
}

/**
 * How many rows at the top of the next part repeat rows of the table: those that are printed on every page. They are its first
 * rows, or, where forms have headers further down, too, a header that stands in it as it is.
 */
export function repeatedRows(open: OpenTable, next: OpenTable, match: Match, index: RowIndex): number {
  const own = (bound: Bound): Bound => match.pairs.get(bound) ?? bound;
  let row = 0;
  while (row < next.rows.length && isSameRow(open.rows[row] ?? [], next.rows[row] as OpenCell[], own)) row++;
  if (row > 0) return row;
  const words = wordsOf(next.rows[0] ?? []);
  return words !== null && index.isHeader(words) ? 1 : 0;
}

function isSameRow(a: readonly OpenCell[], b: readonly OpenCell[], own: (bound: Bound) => Bound): boolean {
  if (a.length !== b.length || a.every((cell) => textOf(cell) === '')) return false;
  return a.every((cell, i) => {
    const other = b[i] as OpenCell;
    const isThere = cell.from === own(other.from) && cell.to === own(other.to) && cell.rowSpan === other.rowSpan;
    return isThere && textOf(cell) === textOf(other);
  });
}

/**
 * Whether the next part begins like the table itself began, with other values, or is printed once more with its values: then it is
 * the next one, not the rest. `surely` where several rows have the same labels, or values. A label that the break repeats is another thing: it stands beside several rows, or
 * at the end of the table already.
 */
export function startsAgain(
  open: OpenTable,
  next: OpenTable,
  match: Match,
  repeated: number,
  index: RowIndex,
): 'surely' | 'maybe' | null {
  const own = (bound: Bound): Bound => match.pairs.get(bound) ?? bound;
  if (next.rows.slice(0, repeated).reduce((sum, row) => sum + valuesOf(row), 0) >= TOL.sameValues) return 'surely';
  const was = open.rows.slice(repeated, repeated + TOL.firstRows);
  const now = next.rows.slice(repeated, repeated + TOL.firstRows);
  const label = labelOf(now[0] ?? []);
  const isSame =
    label !== '' &&
    label === labelOf(was[0] ?? []) &&
    firstFilled(was[0] ?? [])?.rowSpan === 1 &&
    firstFilled(now[0] ?? [])?.rowSpan === 1;
  if (!isSame || textsOf(was[0]) === textsOf(now[0])) return null;
  if (open.bottom.some((cell) => cell.from === open.bounds[0] && textOf(cell) === label)) return null;
  const alike = now.flatMap((row, i) =>
    row.filter((cell) => {
      const text = textOf(cell);
      const isWords = /\p{L}/u.test(text) && !/\d/u.test(text);
      return isWords && (was[i] ?? []).some((other) => other.from === own(cell.from) && textOf(other) === text);
    }),
  );
  const isLabelled = now.length > 1 && labelOf(now[1] ?? []) === labelOf(was[1] ?? []);
  if (alike.length >= TOL.sameTexts || isLabelled) return 'surely';
  return index.named(label) <= 1 ? 'maybe' : null;
}

const textsOf = (row: readonly OpenCell[] = []): string => row.map(textOf).join('\n');

/** How many numbers a row holds that are its values: a header counts its columns, or names years. */
function valuesOf(row: readonly OpenCell[]): number {
  const numbers = row.map(textOf).filter((text) => NUMBER.test(text));
  const isCount = numbers.every((text, i) => i === 0 || Number(text) === Number(numbers[i - 1]) + 1);
  return isCount && numbers.length > 1 ? 0 : numbers.filter((text) => !YEAR.test(text)).length;
}

const NUMBER = /^[-+]?\d[\d,]*(?:\.\d+)?[%％]?$/u;
const YEAR = /^(?:19|20)\d\d$/u;

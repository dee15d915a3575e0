import fc from 'fast-check';
import type { Glyph, PageContent, Ruling } from '../../src/reader/reader-types.js';

/** Which of the lines of a table are drawn; `subset`: its frame, all upright lines and any of the level ones. */
export const DRAWN = ['all', 'horizontal', 'vertical', 'frame', 'header', 'none', 'subset'] as const;
export type Drawn = (typeof DRAWN)[number];

export interface RandomCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

/** A table and how it is printed: its boundaries in points, and which of them are drawn from edge to edge. */
export interface RandomTable {
  readonly drawn: Drawn;
  readonly size: number;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly level: readonly boolean[];
  readonly upright: readonly boolean[];
  readonly cells: readonly (RandomCell & { readonly align: Align })[];
  /** Room between a text and the border, in points. */
  readonly padding: number;
}

type Align = 'left' | 'middle' | 'right';
type Kind = 'number' | 'han' | 'latin';

const WORDS: Record<Kind, readonly string[]> = {
  number: ['7', '12', '98.5%', '1,234.50', '0.86', '365', '20,000', '-3.2', '2023', '100'],
  han: ['收入', '人员经费', '道路', '项目支出', '东县', '满意度', '公共服务', '水', '教育事业', '完成时间'],
  latin: ['Total', 'Net assets', 'Roads', 'Cash', 'Other income', 'East', 'Fees', 'Water supply', 'Rent', 'Tax'],
};
const MAX_ROWS = 12;
const MAX_COLS = 7;
const LEFT = 60;
const TOP = 80;

/** How wide a character is, in sizes of the text. */
const advance = (char: string): number => (char === ' ' ? 0.25 : /[.,]/u.test(char) ? 0.25 : char < '\u2000' ? 0.5 : 1);
const widthOf = (text: string, size: number): number => [...text].reduce((sum, char) => sum + advance(char) * size, 0);

const raw = fc.record({
  rows: fc.integer({ min: 2, max: MAX_ROWS }),
  cols: fc.integer({ min: 2, max: MAX_COLS }),
  /** Half points. */
  size: fc.integer({ min: 16, max: 24 }).map((n) => n / 2),
  padding: fc.integer({ min: 3, max: 8 }),
  above: fc.integer({ min: 2, max: 8 }),
  /** Of a hundred cells. */
  blanks: fc.integer({ min: 0, max: 30 }),
  kinds: fc.array(fc.constantFrom<Kind>('number', 'han', 'latin'), { minLength: MAX_COLS, maxLength: MAX_COLS }),
  aligns: fc.array(fc.boolean(), { minLength: MAX_COLS, maxLength: MAX_COLS }),
  wider: fc.array(fc.nat(25), { minLength: MAX_COLS, maxLength: MAX_COLS }),
  words: fc.array(fc.nat(9), { minLength: MAX_ROWS * MAX_COLS, maxLength: MAX_ROWS * MAX_COLS }),
  fates: fc.array(fc.nat(99), { minLength: MAX_ROWS * MAX_COLS, maxLength: MAX_ROWS * MAX_COLS }),
  lines: fc.array(fc.boolean(), { minLength: MAX_ROWS + MAX_COLS + 2, maxLength: MAX_ROWS + MAX_COLS + 2 }),
  spans: fc.array(
    fc.tuple(
      fc.nat(MAX_ROWS - 1),
      fc.nat(MAX_COLS - 1),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
    ),
    {
      maxLength: 3,
    },
  ),
});
type Raw = (typeof raw extends fc.Arbitrary<infer T> ? T : never) & { readonly drawn: Drawn };

/** Which boundaries are drawn, from the first to the last. */
function drawnLines({ drawn, rows, cols, lines }: Raw): { level: boolean[]; upright: boolean[] } {
  const pick = (count: number, is: (i: number) => boolean): boolean[] =>
    Array.from({ length: count + 1 }, (_, i) => is(i));
  const [none, every] = [() => false, () => true];
  const outer = (count: number) => (i: number) => i === 0 || i === count;
  switch (drawn) {
    case 'all':
      return { level: pick(rows, every), upright: pick(cols, every) };
    case 'horizontal':
      return { level: pick(rows, every), upright: pick(cols, none) };
    case 'vertical':
      return { level: pick(rows, outer(rows)), upright: pick(cols, every) };
    case 'frame':
      return { level: pick(rows, outer(rows)), upright: pick(cols, outer(cols)) };
    case 'header':
      // With a rule over and under the whole, or without.
      return { level: pick(rows, (i) => i === 1 || (lines[0] === true && outer(rows)(i))), upright: pick(cols, none) };
    case 'none':
      return { level: pick(rows, none), upright: pick(cols, none) };
    case 'subset':
      return {
        level: pick(rows, (i) => outer(rows)(i) || lines[i] === true),
        upright: pick(cols, every),
      };
  }
}

/** The cells of a table: unit cells, some of them grown to the right and down over lines that are drawn and that show it. */
function cellsOf({ rows, cols, spans }: Raw, level: readonly boolean[], upright: readonly boolean[]) {
  const taken = Array.from({ length: rows }, () => new Array<boolean>(cols).fill(false));
  const cells: { row: number; col: number; rowSpan: number; colSpan: number }[] = [];
  const put = (row: number, col: number, rowSpan: number, colSpan: number): void => {
    for (let r = row; r < row + rowSpan; r++) (taken[r] as boolean[]).fill(true, col, col + colSpan);
    cells.push({ row, col, rowSpan, colSpan });
  };
  for (const [row, col, rowSpan, colSpan] of spans) {
    const fits = row + rowSpan <= rows && col + colSpan <= cols && rowSpan < rows && colSpan < cols;
    const free =
      fits && taken.slice(row, row + rowSpan).every((line) => !line.slice(col, col + colSpan).includes(true));
    const shown =
      level.slice(row + 1, row + rowSpan).every(Boolean) && upright.slice(col + 1, col + colSpan).every(Boolean);
    if (free && shown) put(row, col, rowSpan, colSpan);
  }
  for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) if (!taken[r]?.[c]) put(r, c, 1, 1);
  return cells.sort((a, b) => a.row - b.row || a.col - b.col);
}

function planned(from: Raw): RandomTable {
  const { drawn, rows, cols, size, padding, above, blanks, kinds, aligns, wider, words, fates } = from;
  const { level, upright } = drawnLines(from);
  const kindOf = (row: number, col: number): Kind => {
    const kind = kinds[col] as Kind;
    return kind === 'number' && (row === 0 || col === 0) ? 'han' : kind;
  };
  const cells = cellsOf(from, level, upright).map((cell) => {
    const at = cell.row * MAX_COLS + cell.col;
    const isBlank = cell.row > 0 && (fates[at] as number) < blanks;
    const kind = kindOf(cell.row, cell.col);
    const align: Align = aligns[cell.col] ? 'middle' : kinds[cell.col] === 'number' && cell.col > 0 ? 'right' : 'left';
    return { ...cell, text: isBlank ? '' : (WORDS[kind][words[at] as number] as string), align };
  });
  const xs = [LEFT];
  for (let col = 0; col < cols; col++) {
    const widest = Math.max(...cells.filter((c) => c.col === col).map((c) => widthOf(c.text, size) / c.colSpan), size);
    xs.push((xs[col] as number) + widest + 2 * padding + (wider[col] as number));
  }
  const ys = Array.from({ length: rows + 1 }, (_, i) => TOP + i * (size + 2 * above));
  return { drawn, size, xs, ys, level, upright, cells, padding };
}

export const randomTable = (drawn: Drawn): fc.Arbitrary<RandomTable> =>
  raw
    .map((from) => planned({ ...from, drawn }))
    .filter(isThere)
    .filter(isTold);

/** Whether each row and column is there: some cell begins in it, and has text unless lines show it. */
function isThere({ cells, xs, ys, drawn }: RandomTable): boolean {
  const begins = (key: 'row' | 'col', n: number): boolean =>
    cells.some((cell) => cell[key] === n && (cell.text !== '' || drawn === 'all'));
  return ys.slice(1).every((_, row) => begins('row', row)) && xs.slice(1).every((_, col) => begins('col', col));
}

/** Whether a person could tell the rows and columns between which no line is drawn. */
function isTold(table: RandomTable): boolean {
  const { cells, xs, ys, level, upright, size, padding, drawn } = table;
  const openRows = ys.slice(1, -1).flatMap((_, i) => (level[i + 1] ? [] : [i + 1]));
  const openCols = xs.slice(1, -1).flatMap((_, i) => (upright[i + 1] ? [] : [i + 1]));
  // A gap that is no wider than a character is one between words.
  if (openCols.length > 0 && 2 * padding < size) return false;
  if (openRows.length === 0 && drawn !== 'header') return openCols.length === 0 || ys.length > 3 || xs.length > 3;
  // Few texts under one another are lines of text, and words alone lines of a header.
  if (ys.length <= 4 || xs.length <= 3 || !cells.some(({ row, text }) => row > 0 && /\d/u.test(text))) return false;
  // A blank under a label may be of the same merged cell.
  if (cells.some(({ col, text }) => col === 0 && text === '')) return false;
  // Known: where an upright line breaks off between no level lines, its ends bound no cell yet.
  if (cells.some(({ row, rowSpan, colSpan }) => colSpan > 1 && !(level[row] && level[row + rowSpan]))) return false;
  return openRows.every((row) => isNewRow(table, row));
}

/** Whether the texts of a row are no wrapped lines: most had room behind the texts above, and half of the columns have one. */
function isNewRow({ cells, xs, size, padding }: RandomTable, row: number): boolean {
  const own = cells.filter((cell) => cell.row === row && cell.text !== '');
  const pairs = own.flatMap((cell) => {
    const above = cells.filter(({ col, row: r, text }) => col === cell.col && r < row && text !== '').at(-1);
    return above ? [{ cell, above }] : [];
  });
  const free = pairs.filter(({ cell: { col, text }, above }) => {
    const room = (xs[col + 1] as number) - (xs[col] as number) - 2 * padding - widthOf(above.text, size);
    const [first = ''] = /^(?:\p{Script=Han}|\S+)/u.exec(text) ?? [];
    return room > widthOf(first, size) + size / 2;
  });
  return own.length > 1 && 2 * own.length >= xs.length - 1 && free.length >= 0.6 * pairs.length;
}

export function drawTable({ size, xs, ys, level, upright, cells, padding }: RandomTable): PageContent {
  const rulings: Ruling[] = [];
  const glyphs: Glyph[] = [];
  for (const [order, { row, col, rowSpan, colSpan, text, align }] of cells.entries()) {
    const [x0, x1] = [xs[col] as number, xs[col + colSpan] as number];
    const [y0, y1] = [ys[row] as number, ys[row + rowSpan] as number];
    for (const [at, i] of [
      [y0, row],
      [y1, row + rowSpan],
    ] as const)
      if (level[i]) rulings.push({ axis: 'h', at, from: x0, to: x1, width: 0.5 });
    for (const [at, i] of [
      [x0, col],
      [x1, col + colSpan],
    ] as const)
      if (upright[i]) rulings.push({ axis: 'v', at, from: y0, to: y1, width: 0.5 });
    const wide = widthOf(text, size);
    let x = align === 'left' ? x0 + padding : align === 'right' ? x1 - padding - wide : (x0 + x1 - wide) / 2;
    const y = (y0 + y1 - size) / 2;
    for (const char of text) {
      const w = advance(char) * size;
      glyphs.push({
        text: char,
        box: { x0: x, x1: x + w, y0: y, y1: y + size },
        size,
        angle: 0,
        vertical: false,
        order,
      });
      x += w;
    }
  }
  return { number: 1, width: 842, height: 1191, glyphs, rulings, edges: [], images: [], unreadableGlyphs: 0 };
}

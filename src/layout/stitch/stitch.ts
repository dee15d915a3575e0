import { type Box, midY, type Place, width } from '../../geometry/box.js';
import { turnBack } from '../../geometry/turn.js';
import type { Block, Cell, Line, PageCell, PageLayout, PageTable, Table } from '../layout-types.js';
import { textOf } from '../lines.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { isRowCut } from './cut-rows.js';
import { columnMap, mapColumns } from './merge-columns.js';
import { furnitureOf } from './running-heads.js';

/** A cell while its table is put together from pages. */
export interface OpenCell extends PageCell {
  readonly places: readonly Place[];
}

/** A table while it is put together from pages. */
interface OpenTable {
  readonly columnsFrom: PageTable['columnsFrom'];
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly OpenCell[];
  readonly places: readonly Place[];
  /** The page on which it stands last, and its lower edge there. */
  readonly page: PageLayout;
  readonly bottom: number;
}

/** Puts the pages together: tables that go on over a page break become one; all else follows in reading order. */
export function stitch(pages: readonly PageLayout[]): Block[] {
  const { numbers, repeated } = furnitureOf(pages);
  const blocks: Block[] = [];
  const textLine = (line: Line, page: PageLayout): Block => toTextLine(line, repeated.has(line), page);
  let open: OpenTable | null = null;
  // Lines behind an open table that do not end it: headers, footers, and text that overflows a cut cell.
  let between: { line: Line; page: PageLayout }[] = [];
  const close = (): void => {
    const table = open;
    const hanging = between.filter(({ line }) => table && !repeated.has(line) && hangsOut(table, line));
    if (table) blocks.push(toTable(hanging.reduce((part, { line, page }) => withOverflow(part, line, page), table)));
    for (const one of between) if (!hanging.includes(one)) blocks.push(textLine(one.line, one.page));
    open = null;
    between = [];
  };
  for (const page of pages) {
    for (const part of partsOf(page, numbers)) {
      if ('cells' in part) {
        const next = besideOpenCell(open, openTable(part, page));
        if (open && goesOn(open, next, part)) {
          const overflow = between.filter(({ line }) => !repeated.has(line));
          open = append(
            overflow.reduce((part, { line, page: from }) => withOverflow(part, line, from), open),
            next,
          );
          between = [];
        } else {
          close();
          open = next;
        }
      } else if (open && (repeated.has(part) || overflows(open, part, page))) {
        between.push({ line: part, page });
      } else {
        close();
        blocks.push(textLine(part, page));
      }
    }
  }
  close();
  return blocks;
}

const toTextLine = (line: Line, running: boolean, page: PageLayout): Block => ({
  kind: 'line',
  text: line.text.trim(),
  size: line.size,
  running,
  place: placeOf(line.box, page),
});

/** Whether a line hangs out of a cell that the page break cuts: below it in the margin, or on top of the next page. */
function overflows(open: OpenTable, line: Line, page: PageLayout): boolean {
  if (page === open.page) {
    return line.box.y0 <= open.bottom + TOL.overflow * line.size && targetsOf(open, line).length > 0;
  }
  const isOnTop = page.page === open.page.page + 1 && line.box.y1 < page.height * TOL.pageMargin;
  const [target] = isOnTop ? targetsOf(open, line) : [];
  return target !== undefined && width(target.bbox) < page.width * TOL.narrowCell;
}

/** Whether a line that waited behind a table is known to belong to it, though the table does not go on. */
const hangsOut = (open: OpenTable, line: Line): boolean => targetsOf(open, line).length > 0;

/** The cells, cut by the page break, that a line hangs out of: one, or one for each of its words. */
function targetsOf(open: OpenTable, line: Line): OpenCell[] {
  const cut = open.cells.filter((cell) => cell.openBottom && line.box.x0 < cell.bbox.x1 && line.box.x1 > cell.bbox.x0);
  const whole = cut.find((cell) => line.box.x0 >= cell.bbox.x0 && line.box.x1 <= cell.bbox.x1);
  if (whole) return [whole];
  const filled = cut.filter((cell) => cell.lines.length > 0).sort((a, b) => a.bbox.x0 - b.bbox.x0);
  const isSpanned = filled.length > 1 && line.box.x0 >= (filled[0] as OpenCell).bbox.x0;
  return isSpanned && wordsOf(line).length === filled.length ? filled : [];
}

const wordsOf = (line: Line): string[] => line.text.trim().split(/\s+/u);

function withOverflow(open: OpenTable, line: Line, page: PageLayout): OpenTable {
  const targets = targetsOf(open, line);
  const words = targets.length > 1 ? wordsOf(line) : [line.text];
  const cells = open.cells.map((cell) => {
    const i = targets.indexOf(cell);
    if (i < 0) return cell;
    const places = page === open.page ? cell.places : [...cell.places, placeOf(line.box, page)];
    return { ...cell, lines: [...cell.lines, { ...line, text: words[i] as string }], places };
  });
  return { ...open, cells };
}

function partsOf(page: PageLayout, left: ReadonlySet<Line>): (PageTable | Line)[] {
  const parts: { top: number; left: number; part: PageTable | Line }[] = [
    ...page.tables.map((part) => ({ top: part.bbox.y0, left: part.bbox.x0, part })),
    ...page.lines.filter((line) => !left.has(line)).map((part) => ({ top: midY(part.box), left: part.box.x0, part })),
  ];
  return parts.sort((a, b) => a.top - b.top || a.left - b.left).map(({ part }) => part);
}

const placeOf = (box: Box, page: PageLayout): Place => ({ page: page.page, bbox: turnBack(box, page.turn) });

function openTable(table: PageTable, page: PageLayout): OpenTable {
  return {
    columnsFrom: table.columnsFrom,
    xs: table.xs,
    rows: table.ys.length - 1,
    cells: table.cells.map((cell) => ({ ...cell, places: [placeOf(cell.bbox, page)] })),
    places: [placeOf(table.bbox, page)],
    page,
    bottom: table.bbox.y1,
  };
}

/**
 * The next part with the first column that it lacks: of a merged cell that runs on from the page before, some producers draw
 * neither border nor text again.
 */
function besideOpenCell(open: OpenTable | null, next: OpenTable): OpenTable {
  const [left, second] = open?.xs ?? [];
  const side = open?.cells.find(
    (cell) => cell.col === 0 && cell.colSpan === 1 && cell.row + cell.rowSpan === open.rows,
  );
  if (!open || !side?.openBottom || left === undefined || second === undefined) return next;
  const [x0 = 0] = next.xs;
  const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= TOL.touching;
  const isBeside = isSame(x0, second) && isSame(open.xs.at(-1) as number, next.xs.at(-1) as number);
  const [place] = next.places;
  if (!isBeside || !place) return next;
  const bbox = { ...side.bbox, y0: 0, y1: next.bottom };
  const cell: OpenCell = { ...side, row: 0, rowSpan: next.rows, lines: [], bbox, places: [placeOf(bbox, next.page)] };
  const moved = next.cells.map((other) => ({ ...other, col: other.col + 1 }));
  return { ...next, xs: [left, ...next.xs], cells: [cell, ...moved] };
}

function goesOn(open: OpenTable, next: OpenTable, part: PageTable): boolean {
  return (
    next.page.page === open.page.page + 1 &&
    next.page.turn.angle === open.page.turn.angle &&
    (open.bottom > open.page.height * (1 - TOL.maxMargin) || isHeadless(open, next)) &&
    part.bbox.y0 < next.page.height * TOL.maxMargin &&
    Math.abs((open.xs[0] as number) - (next.xs[0] as number)) <= TOL.sameEdge &&
    Math.abs((open.xs.at(-1) as number) - (next.xs.at(-1) as number)) <= TOL.sameEdge &&
    !startsAgain(open, next)
  );
}

/** Whether the next part has the many columns of the table, but no header of its own: it cannot stand alone. */
function isHeadless(open: OpenTable, next: OpenTable): boolean {
  const same = next.xs.every((x) => open.xs.some((other) => Math.abs(other - x) <= TOL.touching));
  return same && next.xs.length > TOL.manyColumns && repeatedRows(open.cells, next.cells) === 0;
}

/**
 * Whether the next part begins like the table itself began, with other values: then it is the next form, not the rest. A
 * label that the break repeats is another thing: it stands beside several rows, or at the end of the table already.
 */
function startsAgain(open: OpenTable, next: OpenTable): boolean {
  const first = open.cells.filter((cell) => cell.row === 0);
  const again = next.cells.filter((cell) => cell.row === 0);
  if (first.length < 2 || first.length !== again.length) return false;
  const texts = first.map(textOf);
  const others = again.map(textOf);
  const [label, sameLabel] = [first[0] as OpenCell, again[0] as OpenCell];
  const goesOn = lastRow(open.cells, open.rows).some((cell) => cell.col === 0 && textOf(cell) === others[0]);
  return (
    texts[0] !== '' &&
    texts[0] === others[0] &&
    label.rowSpan === 1 &&
    sameLabel.rowSpan === 1 &&
    !goesOn &&
    texts.some((text, i) => text !== others[i])
  );
}

/** Joins a part on the next page to a table. */
function append(open: OpenTable, next: OpenTable): OpenTable {
  const { xs, first, second } = columnMap(open.xs, next.xs);
  const above = open.cells.map((cell) => mapColumns(cell, first));
  const mapped = next.cells.map((cell) => mapColumns(cell, second));
  const repeated = repeatedRows(above, mapped);
  const below = mapped.filter((cell) => cell.row >= repeated).map((cell) => ({ ...cell, row: cell.row - repeated }));
  const cut = repeated < next.rows && isRowCut(lastRow(above, open.rows), firstRow(below));
  // Where only some cells are open at the break, these go on and the others end: borders say so.
  const borders = !cut && lastRow(above, open.rows).some((cell) => !cell.openBottom);
  const offset = open.rows - (cut ? 1 : 0);

  const cells = [...above];
  for (const cell of below) {
    const i = cell.row === 0 ? cells.findIndex((a) => isAbove(a, cell, open.rows)) : -1;
    const upper = cells[i];
    if (upper && (cut || (borders && upper.openBottom) || isOneCell(upper, cell))) cells[i] = joined(upper, cell, cut);
    else cells.push({ ...cell, row: cell.row + offset });
  }
  return {
    columnsFrom: open.columnsFrom,
    xs,
    rows: offset + next.rows - repeated,
    cells,
    places: [...open.places, ...next.places],
    page: next.page,
    bottom: next.bottom,
  };
}

const lastRow = (cells: readonly OpenCell[], rows: number): OpenCell[] =>
  cells.filter((cell) => cell.row + cell.rowSpan === rows);
const firstRow = (cells: readonly OpenCell[]): OpenCell[] => cells.filter((cell) => cell.row === 0);

const isAbove = (a: OpenCell, cell: OpenCell, rows: number): boolean =>
  a.row + a.rowSpan === rows && a.col === cell.col && a.colSpan === cell.colSpan;

/** Whether a merged cell goes on over the break: its other piece is empty, or carries the same text again. */
function isOneCell(upper: OpenCell, lower: OpenCell): boolean {
  const above = textOf(upper);
  const below = textOf(lower);
  if (below === '') return upper.rowSpan > 1 || lower.rowSpan > 1;
  if (above === '') return upper.rowSpan > 1;
  return above === below && (upper.rowSpan > 1 || lower.rowSpan > 1);
}

function joined(upper: OpenCell, lower: OpenCell, cut: boolean): OpenCell {
  const again = textOf(upper) === textOf(lower) && (upper.rowSpan > 1 || lower.rowSpan > 1);
  return {
    ...upper,
    rowSpan: upper.rowSpan + lower.rowSpan - (cut ? 1 : 0),
    openBottom: lower.openBottom,
    bbox: lower.bbox,
    lines: again ? upper.lines : [...upper.lines, ...lower.lines],
    places: [...upper.places, ...lower.places],
  };
}

/**
 * How many rows at the top of the next part repeat rows of the table: header rows printed on every page. They are its first
 * rows, or, where forms have headers further down, too, a row of words alone that stands in it as it is.
 */
function repeatedRows(above: readonly OpenCell[], below: readonly OpenCell[]): number {
  let row = 0;
  while (isSameRow(rowOf(above, row), rowOf(below, row))) row++;
  return row > 0 ? row : repeatsHeader(above, rowOf(below, 0)) ? 1 : 0;
}

const rowOf = (cells: readonly OpenCell[], row: number): OpenCell[] => cells.filter((cell) => cell.row === row);

function isSameRow(a: readonly OpenCell[], b: readonly OpenCell[]): boolean {
  const filled = a.filter((cell) => textOf(cell) !== '').length;
  return filled >= 2 && a.length === b.length && a.every((cell, i) => isSameCell(cell, b[i] as OpenCell));
}

const isSameCell = (a: OpenCell, b: OpenCell): boolean =>
  a.col === b.col && a.colSpan === b.colSpan && a.rowSpan === b.rowSpan && textOf(a) === textOf(b);

function repeatsHeader(above: readonly OpenCell[], first: readonly OpenCell[]): boolean {
  const words = first.filter((cell) => cell.rowSpan === 1 && textOf(cell) !== '');
  if (words.length < TOL.minHeaderCells || words.some((cell) => /\d/u.test(textOf(cell)))) return false;
  const rows = new Set(above.map((cell) => cell.row));
  return [...rows].some((row) => {
    const own = rowOf(above, row).filter((cell) => cell.rowSpan === 1 && textOf(cell) !== '');
    return own.length === words.length && own.every((cell, i) => isSameCell(cell, words[i] as OpenCell));
  });
}

function toTable(open: OpenTable): Table {
  const cells = open.cells.map(
    (cell): Cell => ({
      row: cell.row,
      col: cell.col,
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      text: textOf(cell),
      places: cell.places,
    }),
  );
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  return {
    kind: 'table',
    columnsFrom: open.columnsFrom,
    rows: open.rows,
    cols: open.xs.length - 1,
    cells,
    places: open.places,
  };
}

import type { Cell, Table } from '../../layout/layout-types.js';
import { readNumber } from '../../text/number.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';
import { keyOf } from '../vocabulary/label-key.js';
import { FUND_COLUMN, INDICATOR_COLUMN } from '../vocabulary/labels.js';
import { joinCutLabels } from './join-cut-labels.js';

/**
 * A table as its form means it, where that is drawn in another way: labels that a page break cut are one, rows are not
 * numbered, and columns of two fields are two columns. The blocks then read what they read elsewhere.
 */
export const regularTable = (table: Table): Table => partColumns(withoutRowNumbers(joinCutLabels(table)));

/** Leaves out a first column that numbers all rows of a table, whatever they are: it has no label, unlike 序号. */
function withoutRowNumbers(table: Table): Table {
  const numbers = table.cells.filter(({ col, colSpan }) => col === 0 && colSpan === 1);
  const texts = numbers.flatMap(({ text }) => (text === '' ? [] : [text]));
  const rows = new Set(numbers.flatMap(({ row, rowSpan }) => Array.from({ length: rowSpan }, (_, i) => row + i)));
  const others = table.cells.filter(({ row, col, colSpan }) => col === 0 && colSpan > 1 && !rows.has(row));
  const isCounted = texts.length >= SECTIONS_TOLERANCES.countedRows && texts.every((text, i) => text === `${i + 1}`);
  if (!isCounted || others.some(({ colSpan }) => colSpan < table.cols)) return table;
  const cells = table.cells.flatMap((cell) => {
    if (cell.col === 0 && cell.colSpan === 1) return [];
    return cell.col === 0 ? [{ ...cell, colSpan: cell.colSpan - 1 }] : [{ ...cell, col: cell.col - 1 }];
  });
  return { ...table, cols: table.cols - 1, cells };
}

const STROKE = /[/／]/u;

/** Parts the columns whose labels name two fields, 目标值/完成值, at the strokes in their cells, where all of them have one. */
function partColumns(table: Table): Table {
  const seen = new Set<string>();
  let parted = table;
  for (const { row, col, colSpan, text, places } of table.cells) {
    if (!STROKE.test(text) || seen.has(`${col} ${colSpan} ${text}`) || !namesFields(text)) continue;
    seen.add(`${col} ${colSpan} ${text}`);
    const head = parted.cells.find((cell) => cell.row === row && cell.places === places);
    if (head?.text === text) parted = partColumn(parted, head);
  }
  return parted;
}

/** Whether a label names several fields of one kind of block. */
function namesFields(text: string): boolean {
  if (text.length > SECTIONS_TOLERANCES.labelLength) return false;
  const keys = text.split(STROKE).map(keyOf);
  return [INDICATOR_COLUMN, FUND_COLUMN].some((labels) => {
    const fields = keys.map(labels.guess);
    return keys.some(labels.has) && !fields.includes(undefined) && new Set(fields).size === fields.length;
  });
}

/** Parts a column below each of its labels that says the same, down to the next label of a column. */
function partColumn(table: Table, { col, colSpan, text: label }: Cell): Table {
  const column = table.cells.filter((cell) => cell.col === col && cell.colSpan === colSpan);
  const bodies = new Map<Cell, Cell[]>();
  let body: Cell[] | undefined;
  for (const cell of column.sort((a, b) => a.row - b.row)) {
    if (cell.text === label) {
      body = [];
      bodies.set(cell, body);
    } else if (INDICATOR_COLUMN.has(keyOf(cell.text))) body = undefined;
    else body?.push(cell);
  }
  const names = label.split(STROKE);
  const pieces = new Map<Cell, readonly string[]>();
  for (const [head, cells] of bodies) {
    const parted = cells.map(({ text }) => partsOf(text, names.length));
    if (parted.includes(null) || !cells.some(({ text }) => STROKE.test(text))) continue;
    pieces.set(head, names);
    for (const [i, cell] of cells.entries()) pieces.set(cell, parted[i] as readonly string[]);
  }
  return pieces.size === 0 ? table : withColumns(table, col + colSpan - 1, names.length - 1, pieces);
}

/** The parts of a value at its strokes, which there may be more of in each: 500元/人/480元/人. Null where they do not come out even. */
function partsOf(text: string, count: number): readonly string[] | null {
  const pieces = text.split(STROKE).map((piece) => piece.trim());
  if (readNumber(text).kind === 'blank') return [text, ...Array.from({ length: count - 1 }, () => '')];
  const each = pieces.length / count;
  if (!Number.isInteger(each)) return null;
  return Array.from({ length: count }, (_, i) => pieces.slice(i * each, (i + 1) * each).join('/'));
}

/** A table with columns added behind one, over which cells stand in their pieces, or as wide as they then are. */
function withColumns(table: Table, last: number, added: number, pieces: ReadonlyMap<Cell, readonly string[]>): Table {
  const cells = table.cells.flatMap((cell): Cell[] => {
    if (cell.col > last) return [{ ...cell, col: cell.col + added }];
    if (cell.col + cell.colSpan <= last) return [cell];
    const own = pieces.get(cell);
    if (!own) return [{ ...cell, colSpan: cell.colSpan + added }];
    return own.map((text, i) => (i === 0 ? { ...cell, text } : { ...cell, text, col: last + i, colSpan: 1 }));
  });
  return { ...table, cols: table.cols + added, cells };
}

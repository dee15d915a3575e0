import type { Cell, CellStyle, MergeRange, RowDef, WriteSheet } from 'hucre';
import { cellAddress } from './address.js';
import { fittingHeights } from './heights.js';
import { FONT, LOOKS, solid } from './looks.js';
import { printSetup } from './print.js';
import { sheetReference } from './sheet-names.js';
import { cutText, xlsxText } from './text.js';
import type { CutCell, Link, RichCell, XlsxCell, XlsxSheet } from './xlsx-types.js';

/** A sheet in the notation of the library; `cut` is told of texts that no cell can hold. */
export function librarySheet(sheet: XlsxSheet, cut: CutCell[]): WriteSheet {
  const { name, rows, widths, frozenRows, frozenColumns = 0, filter, sumRows = 0, forPrint, tabColor } = sheet;
  const cells = new Map<string, Cell>();
  const merges: MergeRange[] = [];
  for (const [row, line] of rows.entries()) {
    for (const [column, cell] of line.entries()) {
      const onCut = (length: number) => cut.push({ sheet: name, cell: cellAddress(row, column), length });
      const written = libraryCell(cell, onCut);
      if (!written) continue;
      cells.set(`${row},${column}`, written);
      if (isRich(cell)) merge(cell, row, column, written, cells, merges);
    }
  }
  const last = cellAddress(Math.max(rows.length - sumRows, frozenRows) - 1, widths.length - 1);
  return {
    ...{ name, rows: [], cells, merges, columns: widths.map((width) => ({ width })) },
    ...(frozenRows + frozenColumns > 0 ? { freezePane: { rows: frozenRows, columns: frozenColumns } } : {}),
    ...(filter ? { autoFilter: { range: `${cellAddress(frozenRows - 1, 0)}:${last}` } } : {}),
    ...(forPrint ? { rowDefs: rowHeights(sheet), ...printSetup(sheet) } : {}),
    ...(tabColor === undefined ? {} : { view: { tabColor: { rgb: tabColor } } }),
  };
}

const isRich = (cell: XlsxCell): cell is RichCell => typeof cell === 'object' && cell !== null;

function rowHeights({ rows, widths }: XlsxSheet): Map<number, RowDef> {
  return new Map(fittingHeights(rows, widths).map((height, row) => [row, { height }]));
}

/** The cells under a span have the look of the one that spans them: its border goes round them all. */
function merge(
  { rowSpan = 1, columnSpan = 1 }: RichCell,
  row: number,
  column: number,
  { style }: Cell,
  cells: Map<string, Cell>,
  merges: MergeRange[],
): void {
  if (rowSpan * columnSpan <= 1) return;
  merges.push({ startRow: row, startCol: column, endRow: row + rowSpan - 1, endCol: column + columnSpan - 1 });
  if (!style?.border) return;
  for (let r = row; r < row + rowSpan; r++)
    for (let c = column; c < column + columnSpan; c++) {
      if (r !== row || c !== column) cells.set(`${r},${c}`, { value: null, type: 'empty', style });
    }
}

/** Text up to this long is shown as it is in cells of the format for text; Excel up to 2010 fills longer ones with #. */
const TEXT_FORMAT_LENGTH = 255;

function libraryCell(cell: XlsxCell, onCut: (length: number) => void): Cell | null {
  if (!isRich(cell)) {
    if (cell === null) return null;
    if (typeof cell === 'number') return { value: cell, type: 'number' };
    if (typeof cell === 'boolean') return { value: cell, type: 'boolean' };
  }
  const { value = null, formula, look, fill, link, note } = isRich(cell) ? cell : { value: cell };
  const text = typeof value === 'string' ? cutText(value, onCut) : null;
  const style = styleOf(isRich(cell) ? cell : {}, text, look, fill);
  if (value === null && formula === undefined && !link && note === undefined) return style && emptyCell(style);
  return {
    ...(formula === undefined
      ? { value: text === null ? value : xlsxText(text), type: text === null ? 'number' : 'string' }
      : { value: null, type: 'formula', formula }),
    ...(style ? { style } : {}),
    ...(link ? { hyperlink: libraryLink(link) } : {}),
    ...(note === undefined ? {} : { comment: { author: 'evalx', text: xlsxText(cutText(note, () => {})) } }),
  };
}

/** Thousands of cells have the same style: each is one object. */
const STYLES = new Map<string, CellStyle | null>();

function styleOf(
  { value, formula, percent, format }: RichCell,
  text: string | null,
  look: RichCell['look'],
  fill: string | undefined,
): CellStyle | null {
  const isPercent = percent && (formula !== undefined || typeof value === 'number');
  const numFmt =
    text !== null && text.length <= TEXT_FORMAT_LENGTH ? '@' : (format ?? (isPercent ? '0.00%' : undefined));
  const key = `${look}\n${fill}\n${numFmt}`;
  const known = STYLES.get(key);
  if (known !== undefined) return known;
  const style: CellStyle = {
    ...(look === undefined ? {} : { font: FONT, ...LOOKS[look] }),
    ...(fill === undefined ? {} : { fill: solid(fill) }),
    ...(numFmt === undefined ? {} : { numFmt }),
  };
  const made = Object.keys(style).length === 0 ? null : style;
  STYLES.set(key, made);
  return made;
}

/** Most cells of a list are empty: those of one style are one object, too. */
const EMPTY = new WeakMap<CellStyle, Cell>();

function emptyCell(style: CellStyle): Cell {
  const cell = EMPTY.get(style) ?? { value: null, type: 'empty', style };
  EMPTY.set(style, cell);
  return cell;
}

/** A place in the workbook, or an address of ours. */
const libraryLink = (link: Link): NonNullable<Cell['hyperlink']> =>
  'href' in link ? { target: link.href } : { target: '', location: `${sheetReference(link.sheet)}!${link.cell}` };

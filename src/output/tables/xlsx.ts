import type { Language } from '../../contract/findings.js';
import type { PdfTable, TablesDocument } from '../../contract/tables.js';
import { EvalxError } from '../../errors.js';
import { messageOf, say } from '../../messages/say.js';
import { displayWidth } from '../../text/display-width.js';
import { sheetName } from '../xlsx/sheet-names.js';
import { toXlsx } from '../xlsx/xlsx.js';
import type { Xlsx, XlsxCell, XlsxSheet } from '../xlsx/xlsx-types.js';
import { numberCell } from './number.js';

/** What a sheet may have; `cells` keeps its XML within the longest string there can be, at 50 units a cell. */
const LIMITS = { rows: 1_048_576, cols: 16_384, cells: 8_000_000 };
/** Widths of columns, in characters: the widest text that spans no others, within these. */
const WIDTHS = { least: 6, most: 50 };
/** Room at the sides of a text, in characters. */
const PADDING = 2;

/**
 * A workbook with a sheet for each table, named by its number and caption, and by its file where there are several. Each cell stands
 * where it stands in the table. Numbers are numbers where a spreadsheet shows them as printed, all else is text.
 */
export function tablesXlsx(documents: readonly TablesDocument[], lang: Language): Promise<Xlsx> {
  const isOne = documents.length === 1;
  const tables = documents.flatMap(({ file, tables }) => tables.map((table) => ({ file, table })));
  const sheets = tables.map(({ file, table }, i) => {
    const name = [isOne ? '' : nameOf(file), table.caption ?? ''].join(' ');
    return sheetOf(sheetName(i + 1, name), table);
  });
  return toXlsx(sheets.length > 0 ? sheets : [nothing(lang)]);
}

const nameOf = (path: string): string => path.split(/[/\\]/).at(-1) as string;

/** A workbook has a sheet. */
const nothing = (lang: Language): XlsxSheet => ({
  name: '0',
  widths: [WIDTHS.most],
  rows: [[say(messageOf('noTables', {}), { lang })]],
  frozenRows: 0,
});

interface Placed {
  readonly texts: string[];
  readonly rowSpan: number;
  readonly colSpan: number;
}

function sheetOf(name: string, table: PdfTable): XlsxSheet {
  const { rows, cols } = table;
  if (rows > LIMITS.rows || cols > LIMITS.cols || rows * cols > LIMITS.cells) {
    throw new EvalxError(messageOf('tableTooLarge', { page: table.page, rows, columns: cols }));
  }
  const starts = placed(table);
  return {
    name,
    widths: widthsOf(starts, cols),
    rows: starts.map((row) => row.map((cell) => (cell ? cellOf(cell) : null))),
    frozenRows: 0,
  };
}

/** The cells where they begin. Where two would share a place, which a workbook cannot hold, their texts share a cell. */
function placed({ rows, cols, cells }: PdfTable): (Placed | null)[][] {
  const starts = Array.from({ length: rows }, () => new Array<Placed | null>(cols).fill(null));
  const owners = Array.from({ length: rows }, () => new Array<Placed | null>(cols).fill(null));
  for (const { row, col, rowSpan, colSpan, text } of cells) {
    const owner = owners[row]?.[col];
    if (owner) {
      owner.texts.push(text);
      continue;
    }
    const covered = owners.slice(row, row + rowSpan).map((line) => line.slice(col, col + colSpan));
    const isFree = covered.every((line) => line.every((other) => other === null));
    const cell: Placed = { texts: [text], rowSpan: isFree ? rowSpan : 1, colSpan: isFree ? colSpan : 1 };
    for (let i = row; i < row + cell.rowSpan; i++) owners[i]?.fill(cell, col, col + cell.colSpan);
    (starts[row] as (Placed | null)[])[col] = cell;
  }
  return starts;
}

function cellOf({ texts, rowSpan, colSpan }: Placed): XlsxCell {
  const text = texts.join('\n');
  return {
    ...(numberCell(text) ?? { value: text === '' ? null : text }),
    look: 'body',
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
  };
}

function widthsOf(starts: readonly (readonly (Placed | null)[])[], cols: number): number[] {
  const widths = new Array<number>(cols).fill(WIDTHS.least);
  for (const row of starts) {
    for (const [col, cell] of row.entries()) {
      if (!cell || cell.colSpan > 1) continue;
      for (const line of cell.texts.join('\n').split('\n')) {
        const width = Math.min(displayWidth(line.slice(0, WIDTHS.most)) + PADDING, WIDTHS.most);
        widths[col] = Math.max(widths[col] as number, width);
      }
    }
  }
  return widths;
}

import type { CellValue } from '../xlsx/cell-value.js';
import { toXlsx, type Xlsx, type XlsxCell, type XlsxSheet } from '../xlsx/xlsx.js';
import { type Headers, headersOf, type RecordTable } from './record.js';

/** A table with the rows that all inputs added to it. */
export interface FilledTable {
  readonly table: RecordTable;
  readonly rows: readonly (readonly CellValue[])[];
}

/** `rows` counts the header; `cells` keeps a sheet's XML within the longest string there can be, at 50 units a cell. */
const LIMITS = { rows: 1_048_576, cells: 8_000_000 };

const SEVERITY_COLORS = { error: '#F8CBAD', warning: '#FFF2CC', info: '#DDEBF7' };

/** A workbook with a sheet for each table, and more sheets for a table that one cannot hold. */
export function recordsXlsx(tables: readonly FilledTable[], headers: Headers, limits = LIMITS): Promise<Xlsx> {
  return toXlsx(tables.flatMap((filled) => sheetsOf(filled, headers, limits)));
}

function sheetsOf({ table, rows }: FilledTable, headers: Headers, limits: typeof LIMITS): XlsxSheet[] {
  const { columns } = table;
  const name = headers === 'zh' ? table.zh : table.name;
  const header = headersOf(table, headers).map((value): XlsxCell => ({ value, look: 'header' }));
  const severity = columns.findIndex(({ key }) => key === 'severity');
  const colors = Object.entries(severity < 0 ? {} : SEVERITY_COLORS);
  const size = Math.min(limits.rows - 1, Math.floor(limits.cells / columns.length));
  return chunks(rows, size).map((chunk, index) => ({
    name: index === 0 ? name : `${name} ${index + 1}`,
    widths: columns.map(({ width }) => width),
    rows: [header, ...chunk.map((row) => row.map((value, column) => cellOf(value, columns[column]?.kind === 'rate')))],
    frozenRows: 1,
    filter: true,
    rowColors: colors.map(([value, color]) => ({ column: severity, value, color })),
  }));
}

const cellOf = (value: CellValue, percent: boolean): XlsxCell => (percent ? { value, percent } : value);

/** The list in parts of `size`; one empty part for an empty list. */
function chunks<T>(list: readonly T[], size: number): (readonly T[])[] {
  const count = Math.max(1, Math.ceil(list.length / size));
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}

import type { Language } from '../../../contract/findings.js';
import { CELLS, SHEETS } from '../../../messages/tables/sheets.js';
import type { Words } from '../../../messages/words.js';
import type { RichCell, XlsxCell, XlsxSheet } from '../../xlsx/xlsx-types.js';
import { body, COLORS, headerRow } from './cells.js';

/** A column of a sheet: its header, what it holds, its width in characters, and its cell in a row made of `Row`. */
export interface SheetColumn<Row> {
  readonly key: string;
  readonly header: Words;
  readonly about: Words;
  readonly width: number;
  readonly cell: (row: Row, lang: Language) => RichCell;
}

/** A sheet as a list: its columns and what its rows are made of. */
export interface ListSheet<Row> {
  readonly name: Words;
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
  readonly tabColor?: string;
}

/** `rows` counts the header; a sheet has no more than 65,530 links; `cells` keeps one sheet's XML within what a string can hold. */
export const SHEET_LIMITS = { rows: 1_048_576, links: 65_530, cells: 4_000_000 };

/** How many rows of a list one sheet holds. */
export function rowsPerSheet(columns: number, links: number, limits = SHEET_LIMITS): number {
  const byLinks = links === 0 ? limits.rows : Math.floor(limits.links / links);
  return Math.max(1, Math.min(limits.rows - 1, byLinks, Math.floor(limits.cells / columns)));
}

/** The name of the sheet that holds a part of a list, from 0. */
export const partName = (name: string, part: number): string => (part === 0 ? name : `${name} ${part + 1}`);

/** The sheets of a list, more than one where one cannot hold it. The first column stays in sight. */
export function listSheets<Row>(list: ListSheet<Row>, lang: Language, limits = SHEET_LIMITS): XlsxSheet[] {
  const { columns, rows, tabColor } = list;
  const header = headerRow(columns.map((column) => column.header[lang]));
  const size = rowsPerSheet(columns.length, 2, limits);
  const count = Math.max(1, Math.ceil(rows.length / size));
  return Array.from({ length: count }, (_, part): XlsxSheet => {
    const own = rows.slice(part * size, (part + 1) * size);
    return {
      name: partName(list.name[lang], part),
      widths: columns.map(({ width }) => width),
      rows: [header, ...own.map((row) => columns.map((column): XlsxCell => column.cell(row, lang)))],
      ...{ frozenRows: 1, frozenColumns: 1, filter: true },
      forPrint: { footer: SHEETS.footer[lang] },
      ...(tabColor === undefined ? {} : { tabColor }),
    };
  });
}

/** A sheet and its columns, as they are to be explained. */
export interface Explained {
  readonly name: string;
  readonly columns: readonly { readonly header: Words; readonly about: Words }[];
}

/** The sheet that says what each column of the others holds, and what the colours mean. */
export function columnsSheet(sheets: readonly Explained[], lang: Language): XlsxSheet {
  const rows = sheets.flatMap(({ name, columns }) =>
    columns.map(({ header, about }, index): XlsxCell[] => [
      index === 0 ? { ...body(name), ...(columns.length > 1 ? { rowSpan: columns.length } : {}) } : null,
      body(header[lang]),
      body(about[lang]),
    ]),
  );
  const color = (fill: string, about: Words, index: number): XlsxCell[] => [
    index === 0 ? { ...body(CELLS.legend[lang]), rowSpan: LEGEND.length } : null,
    { value: null, look: 'body', fill },
    body(about[lang]),
  ];
  const headers = [CELLS.sheetHeader, CELLS.columnHeader, CELLS.aboutHeader];
  return {
    name: SHEETS.columns[lang],
    widths: [16, 26, 96],
    rows: [
      headerRow(headers.map((header) => header[lang])),
      ...rows,
      ...LEGEND.map(([fill, about], index) => color(fill, about, index)),
    ],
    frozenRows: 1,
    forPrint: { footer: SHEETS.footer[lang] },
  };
}

const LEGEND: readonly (readonly [string, Words])[] = [
  [COLORS.corrected, CELLS.legendCorrected],
  [COLORS.error, CELLS.legendError],
  [COLORS.warning, CELLS.legendWarning],
  ['FFF9E5', CELLS.legendInput],
];

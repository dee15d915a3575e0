import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeXlsxFile, {
  type Cell,
  type CellObject,
  type Feature,
  type Sheet as LibrarySheet,
} from 'write-excel-file/node';
import { getCellAddress } from 'write-excel-file/utility';
import type { CellValue } from './cell-value.js';
import { LOOKS, type Look } from './looks.js';
import { cutText, xlsxText } from './text.js';

/** What the library takes a file's content in. */
type Content = Stream | Buffer | Blob;

/** A cell with more than a value; a formula stands without its `=`. Cells under a span are null. */
export interface RichCell {
  readonly value?: CellValue;
  readonly formula?: string;
  /** The number is a fraction to be shown as per cent. */
  readonly percent?: boolean;
  /** How a number is shown, in the notation of spreadsheets. */
  readonly format?: string;
  readonly look?: Look;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

export type XlsxCell = CellValue | RichCell;

/** Rows whose 0-based `column` holds the text `value` are filled with `color`. */
export interface RowColor {
  readonly column: number;
  readonly value: string;
  readonly color: string;
}

export interface XlsxSheet {
  readonly name: string;
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly XlsxCell[])[];
  /** Rows at the top that stay in sight; the last of them is the header of a filter. */
  readonly frozenRows: number;
  readonly filter?: boolean;
  readonly rowColors?: readonly RowColor[];
  readonly landscape?: boolean;
}

/** A text that was longer than a cell may be: where it stands, and how long it was, in UTF-16 units. */
export interface CutCell {
  readonly sheet: string;
  readonly cell: string;
  readonly length: number;
}

export interface Xlsx {
  readonly bytes: Uint8Array;
  readonly cut: readonly CutCell[];
}

/** Sheets as a workbook. Names must be what a workbook allows, and none like another. */
export async function toXlsx(sheets: readonly XlsxSheet[]): Promise<Xlsx> {
  const cut: CutCell[] = [];
  const written = sheets.map((sheet) => librarySheet(sheet, cut));
  const bytes = await writeXlsxFile(written, { features: [filters(sheets), RECALCULATED] }).toBuffer();
  return { bytes: withoutTimes(bytes), cut };
}

/**
 * The archive with the first moment that a ZIP file knows (1980-01-01) as the time of its entries: the same sheets give the
 * same bytes. Signatures and offsets are those of APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
function withoutTimes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return bytes;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const local = view.getUint32(at + 42, true);
    for (const time of [at + 12, local + 10]) view.setUint32(time, FIRST_MOMENT, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

/** Midnight in the low half, 1980-01-01 in the high one. */
const FIRST_MOMENT = 0x00210000;

function librarySheet(sheet: XlsxSheet, cut: CutCell[]): LibrarySheet<Content> {
  const { name, rows, widths, frozenRows, landscape, rowColors = [] } = sheet;
  const colored = rows.length > frozenRows ? rowColors : [];
  const data = rows.map((cells, row) =>
    cells.map((cell, column) =>
      libraryCell(cell, (length) => cut.push({ sheet: name, cell: getCellAddress(row, column), length })),
    ),
  );
  return {
    sheet: name,
    data,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: frozenRows,
    ...(landscape ? { orientation: 'landscape' } : {}),
    ...(colored.length > 0 ? { conditionalFormatting: colored.map((color) => fillOf(color, sheet)) } : {}),
  };
}

/** Text up to this long is shown as it is in cells of the format for text; Excel up to 2010 fills longer ones with #. */
const TEXT_FORMAT_LENGTH = 255;

function libraryCell(cell: XlsxCell, onCut: (length: number) => void): Cell {
  if (cell === null || typeof cell !== 'object') return plainCell(cell, onCut);
  const { value = null, formula, percent, format, look, rowSpan, columnSpan } = cell;
  return {
    ...(formula === undefined ? plainCell(value, onCut) : { value: formula, type: 'Formula' as const }),
    ...(percent && (formula !== undefined || typeof value === 'number') ? { format: '0.00%' } : {}),
    ...(format === undefined ? {} : { format }),
    ...(look === undefined ? {} : LOOKS[look]),
    ...(rowSpan === undefined ? {} : { rowSpan }),
    ...(columnSpan === undefined ? {} : { columnSpan }),
  };
}

function plainCell(value: CellValue, onCut: (length: number) => void): CellObject | null {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  const text = cutText(value, onCut);
  return { value: xlsxText(text), type: String, ...(text.length <= TEXT_FORMAT_LENGTH ? { format: '@' } : {}) };
}

function fillOf({ column, value, color }: RowColor, { rows, widths, frozenRows }: XlsxSheet) {
  const cell = getCellAddress(frozenRows, column);
  return {
    cellRange: { from: { row: frozenRows + 1, column: 1 }, to: { row: rows.length, column: widths.length } },
    condition: { formula: `$${cell}="${value}"` },
    style: { backgroundColor: color },
  };
}

/** The library knows no filters: the element stands right behind the rows. */
const filters = (sheets: readonly XlsxSheet[]): Feature<Content> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const sheet = sheets[sheetIndex];
          if (!sheet?.filter) return xml;
          const from = getCellAddress(sheet.frozenRows - 1, 0);
          const to = getCellAddress(sheet.rows.length - 1, sheet.widths.length - 1);
          const end = xml.lastIndexOf('</sheetData>') + '</sheetData>'.length;
          return `${xml.slice(0, end)}<autoFilter ref="${from}:${to}"/>${xml.slice(end)}`;
        },
      },
    },
  },
});

/** Formulas are written without their results, so they are to be worked out when the file is opened. */
const RECALCULATED: Feature<Content> = {
  files: {
    transform: {
      'xl/workbook.xml': {
        transformElementAttributes: (tagName, attributes) =>
          tagName === 'calcPr' ? { ...attributes, fullCalcOnLoad: 1 } : attributes,
      },
    },
  },
};

import type { CellValue } from './cell-value.js';
import type { Look } from './looks.js';

/** Where a cell leads: to the place of another sheet, or to a file, an address relative to the workbook. Both are made by us alone. */
export type Link = { readonly sheet: string; readonly cell: string } | { readonly href: string };

/** A cell with more than a value; a formula stands without its `=`. Cells under a span are null. */
export interface RichCell {
  readonly value?: CellValue;
  readonly formula?: string;
  /** The number is a fraction to be shown as per cent. */
  readonly percent?: boolean;
  /** How a number is shown, in the notation of spreadsheets. */
  readonly format?: string;
  readonly look?: Look;
  /** The background, `RRGGBB`, in place of that of the look. */
  readonly fill?: string;
  readonly link?: Link;
  /** Shown where the pointer rests on the cell. */
  readonly note?: string;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

export type XlsxCell = CellValue | RichCell;

export interface XlsxSheet {
  readonly name: string;
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly XlsxCell[])[];
  /** Rows at the top that stay in sight and are printed on every page; the last of them is the header of a filter. */
  readonly frozenRows: number;
  /** Columns at the left that stay in sight. */
  readonly frozenColumns?: number;
  readonly filter?: boolean;
  /** Rows at the bottom that are no part of what is filtered. */
  readonly sumRows?: number;
  /** For people: rows as high as their texts, printed on A4, landscape, as wide as a page. */
  readonly forPrint?: { readonly footer: string };
  /** Of the sheet's tab, `RRGGBB`. */
  readonly tabColor?: string;
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

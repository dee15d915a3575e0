import type { WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { FONT } from './looks.js';
import { printNames } from './print.js';
import { librarySheet } from './sheet.js';
import type { CutCell, Xlsx, XlsxSheet } from './xlsx-types.js';

/** The first moment that a ZIP file knows: the same sheets give the same bytes. */
const FIRST_MOMENT = new Date('1980-01-01T00:00:00Z');

/** Sheets as a workbook. Names must be what a workbook allows, and none like another. */
export async function toXlsx(sheets: readonly XlsxSheet[]): Promise<Xlsx> {
  const cut: CutCell[] = [];
  const written: WriteSheet[] = sheets.map((sheet) => librarySheet(sheet, cut));
  const bytes = await writeXlsx({
    sheets: written,
    defaultFont: FONT,
    namedRanges: printNames(sheets),
    properties: { creator: 'evalx', created: FIRST_MOMENT, modified: FIRST_MOMENT },
  });
  return { bytes, cut };
}

import type { NamedRange, WriteSheet } from 'hucre';
import { columnLetters } from './address.js';
import { sheetReference } from './sheet-names.js';
import type { XlsxSheet } from './xlsx-types.js';

/** In inches, as spreadsheets have them. */
const MARGINS = { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 };

/** Characters that are still read with ease where a page is as wide: A4, landscape, at two thirds of the size. */
const PAGE_WIDTH = 240;

/** How a sheet is printed: A4, landscape, as few pages wide as can be read, its name and the number of the page below. */
export function printSetup({ name, widths, forPrint }: XlsxSheet): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  if (!forPrint) return {};
  const width = widths.reduce((sum, one) => sum + one, 0);
  return {
    pageSetup: {
      ...{ paperSize: 'a4', orientation: 'landscape', margins: MARGINS, horizontalCentered: true },
      ...{ fitToPage: true, fitToWidth: Math.ceil(width / PAGE_WIDTH), fitToHeight: 0 },
    },
    headerFooter: { oddFooter: `&L${plain(name)}&C${plain(forPrint.footer)}&R&P / &N` },
  };
}

/** In headers and footers `&` begins a command. No more than 255 signs may stand there. */
const plain = (text: string): string => text.replaceAll('&', '&&').slice(0, 100);

/**
 * What is printed of each sheet, and the rows and columns that every page repeats: those that stay in sight. The library would write them with the sheet's name
 * bare, which a spreadsheet cannot read where the name has a space.
 */
export const printNames = (sheets: readonly XlsxSheet[]): NamedRange[] =>
  sheets.flatMap(({ name, rows, widths, frozenRows, frozenColumns = 0, forPrint }) => {
    if (!forPrint || rows.length === 0) return [];
    const from = sheetReference(name);
    const area = `${from}!$A$1:$${columnLetters(widths.length - 1)}$${rows.length}`;
    const titles = [
      ...(frozenColumns > 0 ? [`${from}!$A:$${columnLetters(frozenColumns - 1)}`] : []),
      ...(frozenRows > 0 ? [`${from}!$1:$${frozenRows}`] : []),
    ].join(',');
    return [
      { name: '_xlnm.Print_Area', range: area, scope: name },
      ...(titles === '' ? [] : [{ name: '_xlnm.Print_Titles', range: titles, scope: name }]),
    ];
  });

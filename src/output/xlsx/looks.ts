import type { BorderSide, CellStyle } from 'hucre';

/** How a cell looks, by what it is for. */
export type Look = 'header' | 'title' | 'note' | 'body' | 'number' | 'middle' | 'sum' | 'input' | 'link';

/** The font that spreadsheets in China are written in; another stands in where it is not installed. */
export const FONT = { name: '宋体', size: 10 };

const LINE: BorderSide = { style: 'thin', color: { rgb: 'BFBFBF' } };
const GRID: CellStyle = { border: { top: LINE, right: LINE, bottom: LINE, left: LINE } };
const BODY: CellStyle = { ...GRID, alignment: { wrapText: true, vertical: 'center' } };
const MIDDLE: CellStyle = { ...GRID, alignment: { wrapText: true, vertical: 'center', horizontal: 'center' } };

/** Styles in the names of the spreadsheet library. */
export const LOOKS: Readonly<Record<Look, CellStyle>> = {
  header: { ...MIDDLE, font: { ...FONT, bold: true }, fill: solid('D9E1F2') },
  title: { font: { ...FONT, bold: true, size: 14 }, alignment: { wrapText: true, vertical: 'center' } },
  note: { font: { ...FONT, color: { rgb: '595959' } }, alignment: { wrapText: true, vertical: 'center' } },
  body: BODY,
  number: { ...GRID, alignment: { vertical: 'center', horizontal: 'right', indent: 1 } },
  middle: MIDDLE,
  sum: { ...BODY, font: { ...FONT, bold: true }, fill: solid('F2F2F2') },
  input: { ...BODY, fill: solid('FFF9E5') },
  link: { ...MIDDLE, font: { ...FONT, color: { rgb: '0563C1' }, underline: true } },
};

/** A background in one colour, `RRGGBB`. */
export function solid(rgb: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } };
}

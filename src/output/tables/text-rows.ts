import type { PdfTable } from '../../contract/tables.js';

/** The table as rows of texts, for formats without merged cells: a merged cell's text stands once, at its upper left. */
export function textRows({ rows, cols, cells }: PdfTable): string[][] {
  const texts = Array.from({ length: rows }, () => new Array<string>(cols).fill(''));
  for (const { row, col, text } of cells) {
    const line = texts[row] as string[];
    line[col] = line[col] ? `${line[col]}\n${text}` : text;
  }
  return texts;
}

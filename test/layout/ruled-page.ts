import { layoutPage } from '../../src/layout/page.js';
import { stitch } from '../../src/layout/stitch/stitch.js';
import type { Glyph, PageContent, Ruling } from '../../src/reader/reader-types.js';

/** A table on a page of 400 x 400 points: columns of 100 points, rows of 20, its cells written as texts or null. */
export function page(
  number: number,
  top: number,
  cells: (string | null)[][],
  lines: [y: number, text: string, size?: number][] = [],
): PageContent {
  const rulings: Ruling[] = [];
  const glyphs: Glyph[] = [];
  const write = (text: string, x: number, y: number, size = 10): void => {
    for (const [i, char] of [...text].entries()) {
      const box = { x0: x + i * 10, x1: x + (i + 1) * 10, y0: y, y1: y + size };
      glyphs.push({ text: char, box, size, angle: 0, vertical: false });
    }
  };
  const cols = cells[0]?.length ?? 0;
  for (let row = 0; row <= cells.length; row++) {
    for (let col = 0; col < cols; col++) {
      // A null cell goes on from the one above: no ruling between them.
      if (cells[row]?.[col] === null) continue;
      rulings.push({ axis: 'h', at: top + row * 20, from: 20 + col * 100, to: 120 + col * 100, width: 1 });
    }
  }
  for (let col = 0; col <= cols; col++) {
    rulings.push({ axis: 'v', at: 20 + col * 100, from: top, to: top + cells.length * 20, width: 1 });
  }
  for (const [row, texts] of cells.entries()) {
    for (const [col, text] of texts.entries()) if (text) write(text, 22 + col * 100, top + row * 20 + 5);
  }
  for (const [y, text, size] of lines) write(text, 22, y, size);
  return { number, width: 400, height: 400, glyphs, rulings, edges: [], images: [], unreadableGlyphs: 0 };
}

/** The blocks that pages make, a line for each table, cell and line of text. */
export const read = (...pages: PageContent[]): string[] =>
  stitch(pages.flatMap((p) => layoutPage(p).sheets)).flatMap((block) =>
    block.kind === 'line'
      ? [`line ${block.text}`]
      : [
          `table ${block.rows}x${block.cols} on ${block.places.map((p) => p.page).join()}`,
          ...block.cells.map((c) => `${c.row}+${c.rowSpan} ${c.col} ${c.text} @${c.places.map((p) => p.page).join()}`),
        ],
  );

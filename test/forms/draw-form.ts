import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import type { Written } from '../sections/grid.js';

/** Draws written tables with pdf-lib: a Chinese font by name only, cells as stroked rectangles, on one page that is long enough. */

const SIZE = 8;
const LEADING = 10;
const PADDING = 3;
const MARGIN = 40;
const WIDTH = 760;

export interface Drawn {
  readonly title: string;
  readonly tables: readonly (readonly (readonly Written[])[])[];
  readonly below: string | null;
  /** Columns of every table. */
  readonly cols: number;
}

const widthOf = (char: string): number => (char < '\u0080' ? SIZE / 2 : SIZE);
const measure = (text: string, size = SIZE): number =>
  [...text].reduce((sum, char) => sum + widthOf(char), 0) * (size / SIZE);

/** Greedy lines no wider than this (points); a line may break anywhere but inside a run of Latin letters and digits. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of text.match(/[!-~]+|./gu) ?? []) {
    if (current !== '' && measure(current + piece) > width) {
      lines.push(current);
      current = '';
    }
    current += piece;
  }
  return current === '' ? lines : [...lines, current];
}

interface Laid {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly lines: readonly string[];
}

/** Where each cell stands, and how high the rows are. */
function layOut(rows: Drawn['tables'][number], cols: number): { cells: Laid[]; heights: number[] } {
  const taken = new Set<string>();
  const cells: Laid[] = [];
  const heights = rows.map(() => LEADING + 2 * PADDING);
  for (const [row, written] of rows.entries()) {
    let col = 0;
    for (const cell of written) {
      while (taken.has(`${row} ${col}`)) col++;
      const [text, colSpan, rowSpan = 1] = typeof cell === 'string' ? ([cell, 1] as const) : cell;
      for (let r = row; r < row + rowSpan; r++) for (let c = col; c < col + colSpan; c++) taken.add(`${r} ${c}`);
      const lines = wrap(text, (colSpan * WIDTH) / cols - 2 * PADDING);
      cells.push({ row, col, rowSpan, colSpan, lines });
      const need = (lines.length * LEADING + 2 * PADDING) / rowSpan;
      for (let r = row; r < row + rowSpan; r++) heights[r] = Math.max(heights[r] as number, need);
      col += colSpan;
    }
  }
  return { cells, heights };
}

const hex = (text: string): string =>
  [...text].map((char) => (char.codePointAt(0) as number).toString(16).padStart(4, '0')).join('');

export async function drawForm({ title, tables, below, cols }: Drawn): Promise<Uint8Array> {
  const laid = tables.map((rows) => layOut(rows, cols));
  const height =
    2 * MARGIN + 60 + laid.reduce((sum, { heights }) => sum + heights.reduce((a, b) => a + b, 0) + 20, 0) + 40;
  const content: string[] = ['0.6 w'];
  const text = (line: string, x: number, y: number, size = SIZE): void => {
    content.push(`BT /F1 ${size} Tf ${x.toFixed(2)} ${(height - y).toFixed(2)} Td <${hex(line)}> Tj ET`);
  };
  text(title, MARGIN + (WIDTH - measure(title, 16)) / 2, MARGIN + 16, 16);
  let top = MARGIN + 40;
  for (const { cells, heights } of laid) {
    const tops = [top];
    for (const h of heights) tops.push((tops.at(-1) as number) + h);
    for (const cell of cells) {
      const x0 = MARGIN + (cell.col * WIDTH) / cols;
      const x1 = MARGIN + ((cell.col + cell.colSpan) * WIDTH) / cols;
      const y0 = tops[cell.row] as number;
      const y1 = tops[cell.row + cell.rowSpan] as number;
      content.push(`${x0.toFixed(2)} ${(height - y1).toFixed(2)} ${(x1 - x0).toFixed(2)} ${(y1 - y0).toFixed(2)} re S`);
      const first = (y0 + y1 - cell.lines.length * LEADING) / 2 + SIZE * 0.9;
      for (const [i, line] of cell.lines.entries()) {
        text(line, x0 + (x1 - x0 - measure(line)) / 2, first + i * LEADING);
      }
    }
    top = (tops.at(-1) as number) + 20;
  }
  if (below !== null) text(below, MARGIN, top);
  return save(content, height);
}

async function save(content: readonly string[], height: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'STSong-Light',
      Flags: 6,
      FontBBox: [-25, -254, 1000, 880],
      ItalicAngle: 0,
      Ascent: 880,
      Descent: -120,
      CapHeight: 880,
      StemV: 93,
    }),
  );
  const system = { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('GB1'), Supplement: 2 };
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: 'STSong-Light',
      CIDSystemInfo: system,
      FontDescriptor: descriptor,
      DW: 1000,
      W: [1, 95, 500],
    }),
  );
  const font = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'STSong-Light-UniGB-UCS2-H',
      Encoding: 'UniGB-UCS2-H',
      DescendantFonts: [descendant],
    }),
  );
  const page = document.addPage([WIDTH + 2 * MARGIN, height]);
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content.join('\n'))));
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font } }));
  return document.save();
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageLayout } from '../../src/layout/layout-types.js';
import { layoutPage } from '../../src/layout/page.js';
import { stitch } from '../../src/layout/stitch/stitch.js';
import { readPdf } from '../../src/reader/read.js';
import { type TablePlan, tablePlan } from '../layout/drawn-table.js';
import { tinyPdf } from './tiny-pdf.js';

const COL = 90;
const ROW = 40;
const CHARS_A_LINE = 14;

/** How a table may be drawn: all of it must read the same. */
interface Style {
  readonly lines: 'stroke' | 'rect' | 'fill';
  /** Show strings of at most this many characters. */
  readonly piece: number;
  readonly rotate: 0 | 90 | 180 | 270;
  readonly origin: number;
  readonly unit: number;
}

const style: fc.Arbitrary<Style> = fc.record({
  lines: fc.constantFrom('stroke', 'rect', 'fill'),
  piece: fc.integer({ min: 1, max: 20 }),
  rotate: fc.constantFrom(0, 90, 180, 270),
  origin: fc.integer({ min: -300, max: 300 }),
  unit: fc.constantFrom(1, 2),
});

/** Latin capitals stand for the plan's texts, which Helvetica has no glyphs for. */
const latin = (text: string): string =>
  text.replace(/[^0-9]/gu, (c) => String.fromCharCode(65 + (c.charCodeAt(0) % 26)));

function draw(plan: TablePlan, s: Style): Uint8Array {
  const width = plan.cols * COL + 40;
  const height = plan.rows * ROW + 40;
  const x = (col: number): number => s.origin + 20 + col * COL;
  const y = (row: number): number => s.origin + height - 20 - row * ROW;
  let content = '0.5 w ';
  for (const cell of plan.cells) {
    const [x0, x1] = [x(cell.col), x(cell.col + cell.colSpan)];
    const [y0, y1] = [y(cell.row), y(cell.row + cell.rowSpan)];
    if (s.lines === 'rect') content += `${x0} ${y1} ${x1 - x0} ${y0 - y1} re S `;
    else if (s.lines === 'stroke') {
      content += `${x0} ${y0} m ${x1} ${y0} l S ${x1} ${y1} m ${x0} ${y1} l S ${x0} ${y0} m ${x0} ${y1} l S ${x1} ${y0} m ${x1} ${y1} l S `;
    } else {
      content += `${x0} ${y0} ${x1 - x0} 0.5 re ${x0} ${y1} ${x1 - x0} 0.5 re ${x0} ${y1} 0.5 ${y0 - y1} re ${x1} ${y1} 0.5 ${y0 - y1} re f `;
    }
    const text = latin(cell.text);
    for (let line = 0; line * CHARS_A_LINE < text.length; line++) {
      const chars = text.slice(line * CHARS_A_LINE, (line + 1) * CHARS_A_LINE);
      content += `BT /F1 7 Tf ${x0 + 4} ${y0 - 10 - line * 9} Td `;
      for (let i = 0; i < chars.length; i += s.piece) content += `(${chars.slice(i, i + s.piece)}) Tj `;
      content += 'ET ';
    }
  }
  const box = `/MediaBox [${s.origin} ${s.origin} ${s.origin + width} ${s.origin + height}]`;
  return tinyPdf(content, { page: `${box} /Rotate ${s.rotate} /UserUnit ${s.unit}` });
}

describe('a table drawn into a PDF', () => {
  it('reads back the same, however it is drawn and turned', async () => {
    await fc.assert(
      fc.asyncProperty(tablePlan, style, async (plan, s) => {
        const layouts: PageLayout[] = [];
        await readPdf(draw(plan, s), {}, (page) => {
          if ('problem' in page) throw new Error(JSON.stringify(page.problem));
          layouts.push(...layoutPage(page).sheets);
        });
        const [block, ...more] = stitch(layouts);
        expect(more).toEqual([]);
        expect(block?.kind).toBe('table');
        const cells = block?.kind === 'table' ? block.cells.map(({ places: _, ...cell }) => cell) : [];
        expect(cells).toEqual(plan.cells.map((cell) => ({ ...cell, text: latin(cell.text) })));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

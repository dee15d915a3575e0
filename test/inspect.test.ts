import { describe, expect, it } from 'vitest';
import type { Mark, PageDrawing, Role, Stage } from '../src/contract/drawing.js';
import type { Box } from '../src/geometry/box.js';
import { inspect } from '../src/inspect.js';
import { readFixture } from './fixtures.mjs';

async function draw(name: string, page: number, stage: Stage): Promise<PageDrawing> {
  const { drawing, diagnostics } = await inspect(readFixture(name), { page, stage });
  expect(diagnostics).toEqual([]);
  return drawing;
}

const count = ({ marks }: PageDrawing, role: Role): number => marks.filter((mark) => mark.role === role).length;
const texts = ({ marks }: PageDrawing, role: Role): string[] =>
  marks.flatMap((mark) => (mark.kind === 'text' && mark.role === role ? [mark.text] : []));

const titles = ({ marks }: PageDrawing, role: Role): (string | undefined)[] =>
  marks.flatMap((mark) => (mark.kind !== 'text' && mark.role === role ? [mark.title] : []));

const REPORTS = 'reference/reports.pdf';

describe('what was understood of a page', () => {
  it('items: every glyph with its box', async () => {
    const drawing = await draw(REPORTS, 1, 'items');
    expect([drawing.page, Math.round(drawing.width), Math.round(drawing.height)]).toEqual([1, 595, 842]);
    const read = texts(drawing, 'text');
    expect(read.join('')).toContain('财政项目支出绩效自评表');
    expect(count(drawing, 'glyph')).toBe(read.length);
  });

  it('rulings: lines by axis', async () => {
    const drawing = await draw(REPORTS, 1, 'rulings');
    expect(count(drawing, 'horizontal')).toBeGreaterThan(25);
    expect(count(drawing, 'vertical')).toBeGreaterThan(8);
  });

  it('rulings: edges of coloured areas', async () => {
    expect(count(await draw('layout/zebra-chromium.pdf', 1, 'rulings'), 'edge')).toBeGreaterThan(0);
  });

  it('regions: sheets, tables by what parts their columns, and loose lines', async () => {
    const form = await draw(REPORTS, 1, 'regions');
    expect(titles(form, 'sheet')).toEqual(['sheet 1']);
    expect(titles(form, 'ruled')).toEqual(['table 1: 25 rows, 9 columns; its columns are drawn']);
    expect(titles(form, 'loose')[0]).toBe('财政项目支出绩效自评表');
    expect(count(form, 'unruled')).toBe(0);
    const book = await draw('layout/booktabs.pdf', 1, 'regions');
    expect(titles(book, 'unruled')).toEqual(['table 1: 6 rows, 5 columns; its columns follow from the text']);
    expect(count(book, 'ruled')).toBe(0);
  });

  it('separators and rows: each boundary with what made it', async () => {
    const made = async (name: string) => {
      const [columns, rows] = [await draw(name, 1, 'separators'), await draw(name, 1, 'rows')];
      const roles = ['drawn', 'filled', 'written'] as const;
      return [columns, rows].map((drawing) => roles.map((role) => new Set(titles(drawing, role)).size));
    };
    expect(await made(REPORTS)).toEqual([
      [10, 0, 0],
      [26, 0, 0],
    ]);
    expect(await made('layout/zebra-chromium.pdf')).toEqual([
      [0, 10, 0],
      [0, 17, 0],
    ]);
    expect(await made('layout/booktabs.pdf')).toEqual([
      [0, 0, 6],
      [3, 0, 4],
    ]);
    const book = await draw('layout/booktabs.pdf', 1, 'rows');
    expect(titles(book, 'drawn')[0]).toBe('table 1, boundary 1 of its rows: drawn');
    const { drawing } = await inspect(readFixture('layout/booktabs.pdf'), { page: 1, stage: 'separators', lang: 'zh' });
    expect(titles(drawing, 'written')[5]).toBe('表 1，列边界 6：文字');
  });

  it('cells: with their place in the grid, and their lines of text', async () => {
    const drawing = await draw(REPORTS, 1, 'cells');
    expect(count(drawing, 'cell') + count(drawing, 'merged')).toBe(159);
    expect(texts(drawing, 'label').slice(0, 3)).toEqual(['0,0 1x2', '0,2 1x2', '0,4']);
    expect(texts(drawing, 'text')).toContain('项目名称');
  });

  it('tables: put together over pages', async () => {
    const first = await draw('hard/pages.pdf', 1, 'tables');
    const second = await draw('hard/pages.pdf', 2, 'tables');
    for (const drawing of [first, second]) {
      const titles = drawing.marks.flatMap((m) => (m.kind === 'box' && m.role === 'table' ? [m.title] : []));
      expect(titles[0]).toMatch(/^table 1: 25 rows, 9 columns$/);
    }
    expect(texts(second, 'label')).not.toContain('0,0 1x2');
  });

  it('stands on the page as it is seen, whichever way the text runs', async () => {
    const inside = ({ width, height }: PageDrawing, b: Box): boolean =>
      b.x0 >= -1 && b.y0 >= -1 && b.x1 <= width + 1 && b.y1 <= height + 1;
    for (const [page, angle] of [
      [1, 90],
      [2, 270],
      [3, 180],
    ] as const) {
      for (const stage of ['items', 'rulings', 'regions', 'separators', 'rows', 'cells', 'tables'] as const) {
        const drawing = await draw('layout/sideways.pdf', page, stage);
        expect(drawing.marks.filter((mark: Mark) => !inside(drawing, mark.box))).toEqual([]);
        for (const mark of drawing.marks) if (mark.kind === 'text') expect(mark.angle).toBe(angle);
      }
    }
  });

  it('says what is wrong with the page, and with no other', async () => {
    const { drawing, diagnostics } = await inspect(readFixture('bad/mixed-scan.pdf'), { page: 1, stage: 'tables' });
    expect(drawing.marks).toEqual([]);
    expect(diagnostics.map((d) => d.code)).toEqual(['page-without-text']);
    expect((await draw('bad/mixed-scan.pdf', 2, 'tables')).marks.length).toBeGreaterThan(100);
  });

  it('is not to be had of a page that there is not', async () => {
    await expect(inspect(readFixture(REPORTS), { page: 5, stage: 'tables' })).rejects.toThrow(
      expect.objectContaining({ code: 'page-out-of-range' }),
    );
  });
});

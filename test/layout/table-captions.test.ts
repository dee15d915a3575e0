import { describe, expect, it } from 'vitest';
import type { Block, PageLayout, Table } from '../../src/layout/layout-types.js';
import { captionsOf } from '../../src/layout/table-captions.js';
import { findTables } from '../../src/tables.js';
import { readFixture } from '../fixtures.mjs';

type Corners = readonly [x0: number, y0: number, x1: number, y1: number];
const boxOf = ([x0, y0, x1, y1]: Corners) => ({ x0, y0, x1, y1 });

const line = (text: string, at: Corners, size = 10, page = 1): Block => ({
  kind: 'line',
  text,
  size,
  running: false,
  place: { page, bbox: boxOf(at) },
});

const table = (at: Corners, firstRow: readonly string[] = ['a', 'b'], page = 1): Table => ({
  kind: 'table',
  columnsFrom: 'rulings',
  rows: 2,
  cols: 2,
  cells: firstRow.map((text, col) => {
    return { row: 0, col, rowSpan: 1, colSpan: 1, text, places: [{ page, bbox: boxOf(at) }] };
  }),
  places: [{ page, bbox: boxOf(at) }],
});

const page = (angle = 0): PageLayout => ({
  page: 1,
  width: 600,
  height: 800,
  frame: { x0: 0, y0: 0, x1: 600, y1: 800 },
  turn: { angle, width: 600, height: 800, skew: 0 },
  tables: [],
  lines: [],
  aside: [],
  images: [],
});

const captions = (...blocks: Block[]) => captionsOf(blocks, [page()]);
/** A table of 300 x 100 points under lines of one size, which stand 15 points apart; the last one 5 above it. */
const under = (...texts: string[]) =>
  captions(
    ...texts.map((text, i) => {
      const y = 185 - 15 * (texts.length - 1 - i);
      return line(text, [100, y, 100 + Math.min(300, 10 * text.length), y + 10]);
    }),
    table([100, 200, 400, 300]),
  )[0];

describe('the caption of a table', () => {
  it.each([
    '表3 收支总表',
    '表3收支总表',
    '续表3',
    '（续表3）',
    '附表2 目标表',
    '表 2-1 人口',
    '表3.2：人口',
    '表一 收入',
    '表A1 指标',
    'Table 14. Crops',
    'TABLE IV',
    'Table A-2: Crops',
    'Table 14 (continued)',
    'Schedule 3: Materials',
  ])('is %j', (text) => {
    expect(under(text)).toBe(text);
  });

  it.each([
    '收支总表',
    '图3 收支',
    'Figure 3. Crops',
    '表一般公共预算',
    '表3所示为全年收支',
    '表3中列出',
    'Table 14 shows the crops',
    'Table of contents',
    'Schedule of investments',
    '见表3',
    '报表3',
  ])('is not %j', (text) => {
    expect(under(text)).toBeNull();
  });

  it('stands above its title, its unit and what else heads the table, five lines in all', () => {
    expect(under('表3 收支', '（2023年）', '单位：万元')).toBe('表3 收支');
    expect(under('表3 收支', 'A', 'B', 'C', 'D')).toBe('表3 收支');
    expect(under('表3 收支', 'A', 'B', 'C', 'D', 'E')).toBeNull();
    expect(under('表3 收支', '上表说明了收支。')).toBeNull();
  });

  it('is whole: a number with its title, a text with the lines that it is wrapped to', () => {
    expect(under('附表2', '收支总表', '单位：万元')).toBe('附表2 收支总表');
    expect(under('附表2', '单位：万元')).toBe('附表2');
    expect(under('Table 14.', 'Crops')).toBe('Table 14. Crops');
    const wrapped = 'Table 14. Crops of all the counties in the north';
    expect(under(wrapped, 'and the south', 'Thousands of tons')).toBe(`${wrapped} and the south`);
    expect(under(wrapped, 'Yorkshire')).toBe(`${wrapped} Yorkshire`);
    expect(under(wrapped, '(tons)')).toBe(wrapped);
    expect(under('Table 14. Crops', 'Yorkshire')).toBe('Table 14. Crops');
    expect(
      captions(
        line('表3 收支', [100, 165, 400, 181], 16),
        line('续', [100, 185, 400, 195]),
        table([100, 200, 400, 300]),
      ),
    ).toEqual(['表3 收支']);
  });

  it('stands no further away than two and a half sizes of its text', () => {
    const at = (gap: number, size: number) =>
      captions(line('表3 收支', [100, 200 - gap - size, 200, 200 - gap], size), table([100, 200, 400, 300]))[0];
    expect([at(24, 10), at(26, 10), at(39, 16), at(41, 16)]).toEqual(['表3 收支', null, '表3 收支', null]);
  });

  it('is that of the table over which it stands', () => {
    expect(
      captions(
        line('Table 1. A', [100, 180, 200, 190]),
        line('Table 2. B', [350, 180, 450, 190]),
        table([100, 200, 300, 300]),
        table([350, 200, 550, 300]),
        table([100, 310, 300, 400]),
      ),
    ).toEqual(['Table 1. A', 'Table 2. B', null]);
  });

  it('may be the only text of the first row', () => {
    expect(captions(table([100, 200, 400, 300], ['表3 收支', '']))).toEqual(['表3 收支']);
    expect(captions(table([100, 200, 400, 300], ['表3 收支', '金额']))).toEqual([null]);
  });

  it('stands below where none stands above', () => {
    const [first, second] = [table([100, 100, 400, 200]), table([100, 300, 400, 400])];
    const below = line('Table 2. B', [100, 405, 200, 415]);
    expect(captions(first, line('Table 1. A', [100, 205, 200, 215]), second, below)).toEqual([
      'Table 1. A',
      'Table 2. B',
    ]);
    expect(captions(first, line('Source: A', [100, 205, 200, 215]), line('Table 1. A', [100, 217, 200, 227]))).toEqual([
      null,
    ]);
    expect(captions(first, line('Table 1. A', [100, 226, 200, 236]))).toEqual([null]);
    expect(captions(first, line('Table 1. A', [100, 224, 200, 234]))).toEqual(['Table 1. A']);
  });

  it('is one table’s alone: the one above, where that is twice as near', () => {
    const between = (y: number) =>
      captions(table([100, 100, 400, 200]), line('表1', [100, y, 120, y + 10]), table([100, 230, 400, 300]));
    expect([between(205), between(207), between(215)]).toEqual([
      ['表1', null],
      [null, '表1'],
      [null, '表1'],
    ]);
  });

  it('is found on pages that are turned', () => {
    // Text that runs upwards: what is left of the table on the page is above it.
    const blocks = [
      line('表3 收支', [165, 500, 175, 600]),
      line('单位：万元', [180, 300, 190, 400]),
      table([200, 300, 300, 600]),
    ];
    expect(captionsOf(blocks, [page(90)])).toEqual(['表3 收支']);
    expect(captionsOf(blocks, [page(270)])).toEqual([null]);
  });

  it('is told with the tables of a file', async () => {
    const { tables } = await findTables(readFixture('tables/stacked-1-booktabs-pdflib.pdf'));
    expect(tables.map(({ caption }) => caption)).toEqual([
      'Table 6. Output',
      'Table 7. Household budgets',
      'Table 8. Education',
    ]);
    const { tables: forms } = await findTables(readFixture('reference/reports.pdf'), { pages: [1] });
    expect(forms.map(({ caption }) => caption)).toEqual([null]);
  });
});

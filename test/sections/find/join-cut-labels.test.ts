import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../../src/layout/layout-types.js';
import { joinCutLabels } from '../../../src/sections/find/join-cut-labels.js';

const place = (page: number) => ({ page, bbox: { x0: 0, y0: 0, x1: 1, y1: 1 } });
const cell = (row: number, text: string, page: number, rowSpan = 1): Cell => ({
  row,
  col: 0,
  rowSpan,
  colSpan: 1,
  text,
  places: [place(page)],
});
const table = (...cells: Cell[]): Table => ({
  kind: 'table',
  columnsFrom: 'rulings',
  rows: 6,
  cols: 1,
  cells,
  places: [place(1), place(2)],
});
const texts = (t: Table) => joinCutLabels(t).cells.map((c) => [c.row, c.rowSpan, c.text]);

describe('labels that a page break cuts', () => {
  it('joins the words of one', () => {
    expect(texts(table(cell(0, '绩效', 1, 2), cell(2, '指标', 2, 3)))).toEqual([[0, 5, '绩效指标']]);
    expect(texts(table(cell(0, '产出指标（50', 1), cell(1, '分）', 2)))).toEqual([[0, 2, '产出指标（50分）']]);
  });
  it('gives an empty piece the text that follows it', () => {
    expect(texts(table(cell(0, '产出指标', 1), cell(1, '', 1), cell(2, '效益指标', 2)))).toEqual([
      [0, 1, '产出指标'],
      [1, 2, '效益指标'],
    ]);
  });
  it('joins brackets, pieces of names and labels of blocks', () => {
    const joins = (upper: string, lower: string) => texts(table(cell(0, upper, 1), cell(1, lower, 2)));
    expect(joins('资金管理（15分', '）')).toEqual([[0, 2, '资金管理（15分）']]);
    expect(joins('预算执行情况', '（万元）（20分）')).toEqual([[0, 2, '预算执行情况（万元）（20分）']]);
    expect(joins('满意度', '指标')).toEqual([[0, 2, '满意度指标']]);
    expect(joins('年度', '总体目标')).toEqual([[0, 2, '年度总体目标']]);
    expect(joins('', '评价结果')).toEqual([[0, 2, '评价结果']]);
    expect(joins('数量', '质量指标')).toHaveLength(2);
    expect(joins('决策', '过程（20分）')).toHaveLength(2);
  });
  it('leaves templates alone that print a name once, two names, and what stands on one page', () => {
    const once = table(cell(0, '产出指标', 1), cell(1, '', 1), cell(2, '', 1), cell(3, '效益指标', 2));
    const cells = [
      cell(0, '产出指标', 1),
      cell(1, '', 1),
      cell(2, '数量指标', 1),
      cell(3, '', 1),
      cell(4, '效益指标', 2),
    ];
    for (const whole of [once, table(...cells), table(cell(0, '数量指标', 1), cell(1, '质量指标', 2))]) {
      expect(texts(whole)).toHaveLength(whole.cells.length);
    }
    expect(texts(table(cell(0, '绩效', 1), cell(1, '指标', 1)))).toHaveLength(2);
  });
});

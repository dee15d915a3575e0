import { describe, expect, it } from 'vitest';
import { type Block, line, table, type Written } from './grid.js';
import { readBlocks, readWhole } from './read-blocks.js';

/** Labels with their values in one cell, and what stands behind or beside a label and is none of its values. */

const indicators = table([
  ['三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['巡查次数', '≥12次', '13次', '90', '90'],
  [['总分', 3], '100', '97'],
]);
const title = line('项目支出绩效自评表');
const goals = (...rows: Written[][]) =>
  readWhole(title, table([['项目名称', ['道路维修', 3]], ...rows]), indicators).goals;

describe('goals', () => {
  it('stand behind their labels in one cell', () => {
    const rows: Written[][] = [[['预期目标：修复林地860亩。', 4]], [['实际完成情况：修复874亩。', 4]]];
    expect(goals(...rows)).toEqual({ expected: '修复林地860亩。', actual: '修复874亩。', adjusted: null });
    const beside: Written[][] = [
      [
        ['年度目标: 修复林地。', 2],
        ['完成情况：已修复。', 2],
      ],
    ];
    expect(goals(...beside)).toEqual({ expected: '修复林地。', actual: '已修复。', adjusted: null });
  });

  it('stand under their labels also where a column that holds nothing stands beside the last of them', () => {
    const rows: Written[][] = [
      ['年度目标', '年度目标完成情况', ['', 2]],
      ['修复林地。', '已修复。', ['', 2]],
    ];
    expect(goals(...rows)).toEqual({ expected: '修复林地。', actual: '已修复。', adjusted: null });
  });
});

describe('the year', () => {
  it('may stand behind the value of another label', () => {
    const unit = line('填报单位：临江市图书馆（盖章）  2024年度  填报日期：2025年2月18日');
    const { year, project, extra } = readWhole(title, unit, table([['项目名称', '道路维修']]), indicators);
    expect([year, project.implementingUnit, extra['填报日期']]).toEqual([2024, '临江市图书馆', '2025年2月18日']);
  });
});

describe('the progress of spending', () => {
  it.each(['支出进度', '预算执行进度', '支付进度', '资金拨付进度'])('%s is the rate', (label) => {
    const rows: Written[][] = [
      ['资金来源', '全年预算数', '全年执行数', label],
      ['年度资金总额', '100', '98', '98%'],
    ];
    const { funds } = readWhole(title, table([['项目名称', ['道路维修', 3]], ...rows]), indicators);
    expect(funds.rows[0]?.executionRate).toBe(0.98);
  });
});

describe('a line where a table goes over to another page', () => {
  it('is told: it is the rest of a row, most likely', () => {
    const whole = table([
      ['项目名称', ['道路维修', 4]],
      ['三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['巡查次数', '≥12次', '13次', '90', '90'],
      [['总分', 3], '100', '97'],
    ]);
    const place = (page: number, y: number) => ({ page, bbox: { x0: 40, y0: y, x1: 90, y1: y + 10 } });
    const box = (page: number, y0: number, y1: number) => ({ page, bbox: { x0: 40, y0, x1: 500, y1 } });
    const broken = { ...whole, places: [box(1, 100, 700), box(2, 80, 200)] } as Block;
    const rest = (page: number, y: number) => ({ ...line('成本指标'), place: place(page, y) }) as Block;
    const told = (one: Block) => readBlocks(title, broken, one).unplaced.map(({ text }) => text);
    expect([told(rest(1, 760)), told(rest(2, 20))]).toEqual([['成本指标'], ['成本指标']]);
    expect([told(rest(2, 300)), told({ ...rest(1, 760), running: true } as Block)]).toEqual([[], []]);
  });
});

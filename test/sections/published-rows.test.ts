import { describe, expect, it } from 'vitest';
import { readSections } from '../../src/sections/sections.js';
import { line, table, type Written } from './grid.js';

/** Rows that name a block, rows that nobody filled in, and labels beside a block that are columns elsewhere. */

function read(...rows: Written[][]) {
  const { drafts, diagnostics } = readSections([line('2022年度项目支出绩效自评表'), table(rows)]);
  expect(drafts).toHaveLength(1);
  expect(diagnostics).toEqual([]);
  return drafts[0]?.report as NonNullable<(typeof drafts)[0]>['report'];
}

const name: Written[] = ['项目名称', ['道路维修', 7]];
const heads: Written[] = [
  ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  '偏差原因分析及改进措施',
];
const row: Written[] = ['产出指标', '数量指标', '维修里程', '≥10公里', '12公里', '90', '88', '略'];
const funds = (side: string): Written[][] => [
  [[side, 1, 3], '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', '1', '2', '2', '10', '100%', '10'],
  ['其他资金', '0', '0', '0', '—', '—', '—'],
];
const goals = (text: string): Written[][] => [
  [
    ['年度总体目标', 1, 2],
    ['预期目标', 4],
    ['实际完成情况', 3],
  ],
  [
    [text, 4],
    ['已完成', 3],
  ],
];

describe('rows that name the block below them', () => {
  it.each([
    ['一、项目基本情况', '二、预算执行情况（10分）', '三、绩效指标完成情况（90分）'],
    ['项目概况', '资金情况（10分）', '年度绩效指标（90分）'],
  ])('belong to no goal and to no label: %s', (header, money, indicators) => {
    const report = read(
      [[header, 8]],
      name,
      ...goals('维修道路'),
      [[money, 8]],
      ...funds('资金'),
      [[indicators, 8]],
      heads,
      row,
    );
    expect(report.goals).toEqual({ expected: '维修道路', actual: '已完成', adjusted: null });
    expect(report.extra).toEqual({});
    expect([report.funds.weight, report.indicatorsWeight]).toEqual([10, 90]);
    expect(report.funds.rows.map(({ label }) => label)).toEqual(['年度资金总额', '其他资金']);
  });
});

describe('the label beside the funds', () => {
  it.each(['年度预算数（万元）', '年度预算数', '预算执行情况（万元）'])(
    'is no column, whatever it may mean as one: %s',
    (side) => {
      const { rows } = read(name, ...funds(side), heads, row).funds;
      expect(rows.map(({ label, annualBudget }) => [label, annualBudget])).toEqual([
        ['年度资金总额', 2],
        ['其他资金', 0],
      ]);
    },
  );
});

describe('a row that the template left', () => {
  it.each(['/', '……', '—', ''])('leaves nothing of its blanks: %s', (blank) => {
    const left: Written[] = ['', '', '指标2：', ...Array.from({ length: 5 }, () => blank)];
    const report = read(name, heads, row, left);
    expect(report.indicators).toHaveLength(1);
    expect(report.extra).toEqual({});
  });

  it('keeps a reason that somebody wrote into it', () => {
    const left: Written[] = ['', '', '指标2：', '', '', '', '', '本年未安排'];
    expect(Object.values(read(name, heads, row, left).extra)).toEqual(['本年未安排']);
  });
});

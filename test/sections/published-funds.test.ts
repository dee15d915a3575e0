import { describe, expect, it } from 'vitest';
import { accountOf } from '../../src/account/account.js';
import { reportSchema } from '../../src/contract/document.js';
import { diagnosticsOf } from '../../src/messages/say.js';
import { readSections } from '../../src/sections/sections.js';
import { type Block, line, table, type Written } from './grid.js';

/** Funds as published forms print them: as pairs, with heads above one row of values, with units in the cells. */

const indicators = table([
  ['三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['巡查次数', '≥12次', '13次', '90', '90'],
  [['总分', 3], '100', '97'],
]);

/** The only report of a form, of which every text must have gone somewhere, and what is said of it. */
function read(...blocks: Block[]) {
  const all = [line('项目支出绩效自评表'), ...blocks, indicators];
  const sections = readSections(all);
  const account = accountOf(all, { aside: [], pictures: [] }, sections);
  expect(account.claims.filter(({ as }) => as === 'unplaced')).toEqual([]);
  const report = sections.drafts[0]?.report;
  expect(reportSchema.safeParse(report).error).toBeUndefined();
  const said = diagnosticsOf([...sections.diagnostics, ...account.said], {});
  return { ...(report as NonNullable<typeof report>), codes: said.map(({ code }) => code) };
}
const name = (cols: number): Written[] => ['项目名称', ['道路维修', cols - 1]];
const fundsIn = (...rows: Written[][]) => {
  const cols = (rows[0] ?? []).reduce((sum, cell) => sum + (typeof cell === 'string' ? 1 : cell[1]), 0);
  const { funds, extra, codes } = read(table([name(cols), ...rows]));
  expect(extra).toEqual({});
  return { ...funds, codes };
};
const total = { label: null, kind: 'total' };

describe('funds as pairs', () => {
  it.each([
    ['资金情况', '预算数：', '执行数：'],
    ['项目资金', '全年预算数', '全年执行数'],
    ['部门预算资金', '预算金额:', '实际支出：'],
    ['资金', '年度预算数（A）', '决算数（B）'],
  ])('%s: %s %s', (side, budget, executed) => {
    const row = { ...total, initialBudget: null, annualBudget: 2.38, executed: 2 };
    const of = (...cells: Written[]) => fundsIn([side, ...cells]);
    expect(of(budget, '2.38', executed, '2 万元')).toMatchObject({ unit: '万元', rows: [row], codes: [] });
    expect(of(executed, '2 万元', budget, '2.38万')).toMatchObject({ unit: '万元', rows: [row], codes: [] });
    expect(of(budget, '2.38', '万元', executed, '2', '万元')).toMatchObject({ unit: '万元', rows: [row], codes: [] });
    expect(fundsIn([budget, '2.38', executed, '2'])).toMatchObject({ unit: null, rows: [row] });
    const { rows } = fundsIn([
      `${side}（万元）（20分）`,
      budget,
      '2.38',
      executed,
      '2',
      '执行率',
      '84.03',
      '得分',
      '19',
    ]);
    expect(rows).toMatchObject([{ ...row, executionRate: 0.8403, score: 19 }]);
  });

  it('state their unit and points in the label of the block', () => {
    expect(fundsIn(['资金情况（元）（20分）', '预算数', '2', '执行数', '2'])).toMatchObject({ unit: '元', weight: 20 });
    expect(fundsIn(['资金情况', '预算数（元）', '2', '执行数', '2'])).toMatchObject({ unit: '元', weight: null });
  });

  it('have rows with a label', () => {
    const { rows, unit } = fundsIn(
      [['资金情况（万元）', 1, 3], '年度资金总额：', '预算数', '3', '执行数', '2', '执行率', '66.67%'],
      ['其中：中央补助', '预算数', '1', '执行数', '1', '执行率', '1'],
      ['道路养护费', '预算数', '2', '执行数', '1', '执行率', ''],
    );
    expect(unit).toBe('万元');
    expect(rows).toMatchObject([
      { label: '年度资金总额', kind: 'total', annualBudget: 3, executed: 2, executionRate: 0.6667 },
      { label: '其中：中央补助', kind: 'fiscal', annualBudget: 1, executed: 1, executionRate: 1 },
      { label: '道路养护费', kind: 'unknown', annualBudget: 2, executed: 1, executionRate: null },
    ]);
  });

  it('are one row where they go on below, two in a row or one', () => {
    const row = { ...total, initialBudget: 5, annualBudget: 4, executed: 2, executionRate: 0.5 };
    const first: Written[] = ['年初预算数', '5', '全年预算数', '4'];
    const second: Written[] = ['全年执行数', '2', '执行率', '50%'];
    expect(fundsIn(first, second).rows).toMatchObject([row]);
    expect(fundsIn([['资金', 1, 2], ...first], second).rows).toMatchObject([row]);
    expect(fundsIn([['资金', 1, 2], ['总额', 1, 2], ...first], second).rows).toMatchObject([{ ...row, label: '总额' }]);
    const four = [...first.slice(0, 2), ...second.slice(0, 2)];
    expect(fundsIn(['年初预算数', '5万元'], ['全年预算数', '4万元'], ['执行数', '2万元']).rows).toMatchObject([
      { ...row, executionRate: null },
    ]);
    expect(fundsIn(four, four).rows).toMatchObject([
      { initialBudget: 5, executed: 2 },
      { initialBudget: 5, executed: 2 },
    ]);
  });

  it.each([
    ['预算数：2.38万元', '执行数：2万元'],
    ['预算金额:2.38 万元', '实际支出:2 万元'],
  ])('may stand in one cell with their labels: %s', (budget, executed) => {
    const row = { ...total, annualBudget: 2.38, executed: 2 };
    expect(fundsIn(['资金情况', budget, executed])).toMatchObject({ unit: '万元', rows: [row] });
    for (const between of [' ', '，', '；'])
      expect(fundsIn(['资金情况', `${budget}${between}${executed}`])).toMatchObject({ unit: '万元', rows: [row] });
  });

  it('lose nothing where a value is lacking, or is no number', () => {
    expect(fundsIn(['资金情况', '预算数：', '2', '执行数：', '']).rows).toMatchObject([
      { annualBudget: 2, executed: null },
    ]);
    expect(fundsIn(['资金情况', '预算数：', '2', '执行数：', '1', '原因']).rows).toMatchObject([{ executed: 1 }]);
    expect(fundsIn(['资金情况', '预算数：', '', '执行数：', '']).rows).toEqual([]);
    for (const text of ['约2万元', '2万元（其中高标准农田建设1万元，其余为农田维护）']) {
      const { rows, codes } = fundsIn(['资金情况', '预算数：', text, '执行数：', '2 万元']);
      expect(rows).toMatchObject([{ annualBudget: null, executed: 2, extra: { 预算数: text } }]);
      expect(codes).toEqual(['value-not-a-number']);
    }
  });

  it('are not the heads of columns', () => {
    const { rows } = fundsIn(['', '预算数', '', '执行数', ''], ['总额', '2', '', '1', '']);
    expect(rows).toMatchObject([{ label: '总额', annualBudget: 2, executed: 1 }]);
  });

  it('do not take the rows below', () => {
    const { project, extra } = read(
      table([
        ['资金情况', '预算数：', '2', '执行数：', '2'],
        ['项目名称', ['道路维修', 2], '主管部门', '交通局'],
      ]),
    );
    expect([project.name, project.supervisingDepartment, extra]).toEqual(['道路维修', '交通局', {}]);
  });
});

describe('heads above one row of values', () => {
  it.each([
    [['年初预算数', '全年预算数', '全年执行数', '执行率', '得分']],
    [['年初预算', '调整后预算数', '预算执行数', '预算执行率（%）', '自评得分']],
    [['年初批复预算', '预算数（A）', '执行数（B）', '执行率（B/A）', '执行率得分（分）']],
  ])('are the total: %s', (heads) => {
    const values = ['100', '90', '45', '50%', '5'];
    const row = { ...total, initialBudget: 100, annualBudget: 90, executed: 45, executionRate: 0.5, score: 5 };
    expect(fundsIn(heads, values).rows).toMatchObject([row]);
    const { unit, weight, rows } = fundsIn([['项目资金（万元）（10分）', 1, 2], ...heads], values);
    expect([unit, weight]).toEqual(['万元', 10]);
    expect(rows).toMatchObject([row]);
    const blank = (cells: string[]): string[] => [...cells.slice(0, 2), '', ...cells.slice(2)];
    expect(fundsIn(blank(heads), blank(values)).rows).toMatchObject([row]);
  });
});

describe('the unit of the amounts', () => {
  const heads: Written[] = ['项目资金', '年初预算数', '全年预算数', '全年执行数'];
  it.each([
    [['2.38 万元', '2.38万', '¥2.38万元'], '万元', 2.38],
    [['¥1,234.50元', '￥1,234.50', '1234.5元'], '元', 1234.5],
    [['0.5亿元', '0.5亿', '0.5'], '亿元', 0.5],
  ])('is that of the cells: %s', (cells, unit, value) => {
    const row = { initialBudget: value, annualBudget: value, executed: value };
    expect(fundsIn(heads, ['总额', ...cells])).toMatchObject({ unit, rows: [row], codes: [] });
  });
  it('is told where a cell has another', () => {
    const { unit, rows, codes } = fundsIn(heads, ['总额', '2.38 万元', '23800元', '2.38万']);
    expect(unit).toBe('万元');
    expect(rows).toMatchObject([{ initialBudget: 2.38, annualBudget: null, extra: { 全年预算数: '23800元' } }]);
    expect(codes).toEqual(['amount-in-other-unit']);
    const pairs = fundsIn(['资金情况（元）', '预算数：', '2.38 万元', '执行数：', '23800']);
    expect(pairs).toMatchObject({ unit: '元', rows: [{ annualBudget: null, executed: 23800 }] });
    expect(pairs.codes).toEqual(['amount-in-other-unit']);
  });

  const columns: Written[] = ['项目', '年初预算数', '全年预算数', '全年执行数'];
  const amounts: Written[] = ['总额', '1', '1', '1'];
  const pairs: Written[] = ['预算数', '1', '执行数', '1'];
  it.each(['部门预算资金情况（万元）（10分）', '一、项目资金情况(万元)(10分)', '资金安排使用情况（万元）10分'])(
    'stands above the funds, in the table or not: %s',
    (label) => {
      const stated = { unit: '万元', weight: 10 };
      expect(fundsIn([[label, 4]], columns, amounts)).toMatchObject(stated);
      expect(fundsIn([[label, 4]], pairs)).toMatchObject(stated);
      const { funds, extra } = read(table([name(4)]), line(label), table([columns, amounts]));
      expect([funds, extra]).toMatchObject([stated, {}]);
    },
  );
  it.each(['单位：万元', '（单位：万元）', '金额单位：万元'])('stands in a cell or a line of its own: %s', (text) => {
    expect(
      fundsIn(
        [
          ['资金情况', 2],
          [text, 2],
        ],
        columns,
        amounts,
      ).unit,
    ).toBe('万元');
    expect(fundsIn(['', ['', 1], [text, 2]], columns, amounts).unit).toBe('万元');
    const { funds, extra } = read(line(text), table([name(4), columns, amounts]));
    expect([funds.unit, extra]).toEqual(['万元', {}]);
    const beside = read(line('项目名称：道路维修 单位：万元'), table([columns, amounts]));
    expect([beside.funds.unit, beside.project.name, beside.extra]).toEqual(['万元', '道路维修', {}]);
  });
});

describe('an execution rate without a percent sign', () => {
  const rate = (head: string, text: string, executed: string): number | null | undefined =>
    fundsIn(['', '全年预算数', '全年执行数', head], ['总额', '100', executed, text]).rows[0]?.executionRate;
  it.each([
    ['执行率', '0.958', '95.8', 0.958],
    ['执行率', '79.27', '79.27', 0.7927],
    ['执行率（%）', '1.2', '120', 1.2],
    ['执行率', '1.2', '1.2', 0.012],
    ['执行率(%)', '0.5', '0.5', 0.005],
    ['执行率', '1', '1', 0.01],
    ['执行率(%)', '1', '100', 1],
  ])('is what the amounts say: %s %s', (head, text, executed, value) => {
    expect(rate(head, text, executed)).toBe(value);
  });
  it.each([
    ['执行率', '102.59', '50', 1.0259],
    ['执行率', '0.9', '50', 0.9],
    ['执行率（%）', '1.2', '', 0.012],
    ['执行率', '79.27', '', 0.7927],
  ])('is what it looks like where they say nothing: %s %s', (head, text, executed, value) => {
    expect(rate(head, text, executed)).toBe(value);
  });
  it('fits the amounts to half a percent', () => {
    expect(rate('执行率', '1.2', '1.69')).toBe(0.012);
    expect(rate('执行率', '1.2', '1.71')).toBe(1.2);
  });
});

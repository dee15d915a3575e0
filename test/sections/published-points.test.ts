import { describe, expect, it } from 'vitest';
import { line, table, type Written } from './grid.js';
import { readWhole } from './read-blocks.js';

/** Points of whole blocks that stand beside them, in a column of their own. */

const read = (...rows: Written[][]) => readWhole(line('区域绩效目标自评表'), table(rows));

const indicators = (...points: string[]): Written[][] => [
  [['绩效指标', 1, 3], ...['一级指标', '三级指标', '指标值', '完成值'], ...points.map((text) => [text, 1, 3] as const)],
  ['产出指标', '维修里程', '10', '10'],
  ['效益指标', '出行', '改善', '改善'],
];

describe('points in a column of their own', () => {
  it.each([
    ['分值', '资金情况', '预算数：', '执行数：'],
    ['权重', '项目资金', '全年预算数', '全年执行数'],
    ['分值（分）', '预算执行情况', '预算金额', '支出金额'],
  ])('are the weights of the blocks: %s', (head, side, budget, executed) => {
    const report = read(
      ['专项名称', ['农村公路', 4], head],
      ['省级财政部门', '财政厅', '省级主管部门', ['交通厅', 2], ''],
      [side, budget, '2.38', executed, '2 万元', '20'],
      ['总体目标', ['完成维修', 4], '20'],
      ...indicators('50'),
      [['总分', 5], '100'],
    );
    expect(report.project).toMatchObject({ name: '农村公路', supervisingDepartment: '交通厅' });
    expect(report.funds).toMatchObject({
      weight: 20,
      unit: '万元',
      rows: [{ annualBudget: 2.38, executed: 2, weight: null }],
    });
    expect(report.indicatorsWeight).toBe(50);
    expect(report.indicators.map(({ extra, weight }) => [extra, weight])).toEqual([
      [{}, null],
      [{}, null],
    ]);
    expect(report.total).toEqual({ weight: 100, score: null, grade: null });
    expect(report.extra).toEqual({ 省级财政部门: '财政厅', [`总体目标 ${head}`]: '20' });
  });

  it('may have the scores of the blocks beside them', () => {
    const report = read(
      ['项目名称', ['农村公路', 4], '分值', '得分'],
      ['省级财政部门', '财政厅', '省级主管部门', ['交通厅', 2], '', ''],
      [['资金（万元）', 1, 2], '中央', '省级', '合计', '执行数', ['20', 1, 2], ['19', 1, 2]],
      ['1', '2', '3', '2'],
      ['总体目标', ['完成维修', 4], '20', '18'],
      ...indicators('60', '55'),
      [['总分', 5], '100', '92'],
    );
    expect([report.funds.weight, report.indicatorsWeight]).toEqual([20, 60]);
    expect(report.funds.rows.map(({ score }) => score)).toEqual([null, null, 19]);
    expect(report.total).toEqual({ weight: 100, score: 92, grade: null });
    expect(report.project.supervisingDepartment).toBe('交通厅');
    expect(report.indicators.map(({ level3 }) => level3)).toEqual(['维修里程', '出行']);
    expect(report.extra).toEqual({
      省级财政部门: '财政厅',
      '总体目标 分值': '20',
      '总体目标 得分': '18',
      '绩效指标 得分': '55',
    });
  });

  it('may be those of groups of indicators', () => {
    const [heads = [], ...rows] = indicators();
    const { indicators: read2, funds } = read(
      ['项目名称', ['农村公路', 4], '分值'],
      ['资金', '预算数', '2', '执行数', '2', '10'],
      [...heads, ''],
      ...rows.map((row, i): Written[] => [...row, ['50', '40'][i] ?? '']),
    );
    expect(funds.weight).toBe(10);
    expect(read2.map(({ weight, extra }) => [weight, extra])).toEqual([
      [50, {}],
      [40, {}],
    ]);
  });

  it('need no head where they run down beside the block', () => {
    const report = read(
      ['项目名称', ['农村公路', 5]],
      [['资金（万元）', 1, 3], '', '全年预算数', '全年执行数', '执行率', ['20', 1, 3]],
      ['总额', '1', '1', '100%'],
      ['其中：财政拨款', '1', '1', '100%'],
      ...indicators('80'),
    );
    expect([report.funds.weight, report.indicatorsWeight, report.extra]).toEqual([20, 80, {}]);
    expect(report.funds.rows.map(({ label, weight }) => [label, weight])).toEqual([
      ['总额', null],
      ['其中：财政拨款', null],
    ]);
  });

  it('may be blank for a block', () => {
    const report = read(
      ['项目名称', ['农村公路', 4], '分值'],
      ['资金', '预算数', '2', '执行数', '2', '/'],
      ['总体目标', ['完成维修', 4], '—'],
      ...indicators('50'),
    );
    expect([report.funds.weight, report.indicatorsWeight, report.extra]).toEqual([null, 50, {}]);
  });

  it.each([[['评价内容']], [['类别', '评价内容']]])('are not those of scored items: %s', (names) => {
    const report = read(
      ['项目名称', ['农村公路', names.length + 1]],
      [...names, '分值', '得分'],
      [...names.map((n) => `${n}甲`), '60', '58'],
      [...names.map((n) => `${n}乙`), '40', '40'],
    );
    expect(report.indicators.map(({ weight, score }) => [weight, score])).toEqual([
      [60, 58],
      [40, 40],
    ]);
  });

  it('are not the columns of a block', () => {
    const report = read(
      ['项目名称', ['农村公路', 6]],
      [['资金（万元）', 1, 2], '', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      ['总额', '1', '1', '10', '100%', '9'],
      ['一级指标', ['三级指标', 2], '指标值', '完成值', '分值', '得分'],
      ['产出指标', ['维修里程', 2], '10', '10', '90', '88'],
    );
    expect(report.funds).toMatchObject({ weight: null, rows: [{ weight: 10, score: 9 }] });
    expect(report.indicators).toMatchObject([{ weight: 90, score: 88 }]);
    expect(report.indicatorsWeight).toBeNull();
  });
});

describe('points of groups in columns beside their names', () => {
  const heads = (...labels: string[]): Written[] => [...labels, '指标值', '完成值', '得分'];
  const rows = (level1: number | null, level2: number | null, weight: number) => [
    { level1: '产出指标', level1Weight: level1, level2Weight: level2, weight, extra: {} },
    { level1: '产出指标', level1Weight: level1, level2Weight: level2, weight, extra: {} },
  ];
  it.each([['权重'], ['分值'], ['分值（分）']])('are theirs: %s', (head) => {
    const all = read(
      ['项目名称', ['农村公路', 8]],
      heads('一级指标', head, '二级指标', head, '三级指标', head),
      [['产出指标', 1, 2], ['40', 1, 2], '数量', '20', '里程', '10', '1', '1', '9'],
      ['质量', '20', '合格', '10', '1', '1', '8'],
    );
    expect(all.indicators).toMatchObject(rows(40, 20, 10));
    const without = read(
      ['项目名称', ['农村公路', 7]],
      heads('一级指标', head, '二级指标', head, '三级指标'),
      [['产出指标', 1, 2], ['40', 1, 2], '数量', '20', '里程', '1', '1', '9'],
      ['质量', '20', '合格', '1', '1', '8'],
    );
    expect(without.indicators).toMatchObject(rows(40, null, 20));
    const named = read(
      ['项目名称', ['农村公路', 6]],
      heads('一级指标', '一级指标权重', '三级指标', head),
      [['产出指标', 1, 2], ['40', 1, 2], '里程', '20', '1', '1', '9'],
      ['合格', '20', '1', '1', '8'],
    );
    expect(named.indicators).toMatchObject(rows(40, null, 20));
    const one = read(
      ['项目名称', ['农村公路', 5]],
      heads('一级指标', head, '三级指标'),
      [['产出指标', 1, 2], ['40', 1, 2], '里程', '1', '1', '9'],
      ['合格', '1', '1', '8'],
    );
    expect(one.indicators).toMatchObject(rows(null, null, 40));
    expect(one.indicators[0]?.shared).toEqual({ weight: [0, 1] });
  });
});

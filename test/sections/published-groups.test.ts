import { describe, expect, it } from 'vitest';
import { line, table, type Written } from './grid.js';
import { readBlocks, readWhole } from './read-blocks.js';

/** Labels over several columns that are a part of their names, and years in the labels of columns. */

const title = line('2023年度项目支出绩效自评表');
const name: Written[] = ['项目名称', ['道路维修', 8]];

describe('labels over several columns', () => {
  const high = (text: string): Written => [text, 1, 2];
  it('make one name with those under them', () => {
    const form = readWhole(
      title,
      table([
        name,
        [high('序号'), ['绩效指标', 3], ['评分', 3], ['完成情况', 2]],
        ['类型', '类别', '名称', '权重', '自评', '复评', '实际', '完成率'],
        ['1', '产出', '数量', '维修里程', '100', '98', '97', '12公里', '105%'],
        [['合计', 4], '100', '98', '97', ['', 2]],
      ]),
    );
    expect(form.indicators).toMatchObject([
      { level1: '产出', level2: '数量', level3: '维修里程', weight: 100, score: 98, reviewedScore: 97 },
    ]);
    expect(form.indicators[0]).toMatchObject({ actual: '12公里', extra: { 序号: '1', 完成率: '105%' } });
    expect(form.total).toMatchObject({ weight: 100, score: 98 });
  });

  it('tell whose score it is', () => {
    const { indicators, total } = readWhole(
      title,
      table([
        name,
        [...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值'].map(high), ['得分', 3]],
        ['单位自评', '主管部门复核', '财政抽查'],
        ['产出指标', '数量指标', '维修里程', '≥10公里', '12公里', '90', '88', '87', '86'],
        [['总分', 5], '90', '88', '87', '86'],
      ]),
    );
    expect(indicators).toMatchObject([{ score: 88, reviewedScore: 87, extra: { 财政抽查: '86' } }]);
    expect(total).toMatchObject({ weight: 90, score: 88 });
  });

  it('that run over two columns with values below are the label of a row, no header', () => {
    const { report } = readBlocks(
      title,
      table([
        [
          ['预期目标', 2],
          ['维修道路', 7],
        ],
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', ['备注', 2]],
        ['产出指标', '数量指标', '维修里程', '≥10公里', '12公里', '90', '88', ['略', 2]],
      ]),
    );
    expect(report.goals.expected).toBe('维修道路');
    expect(report.indicators).toHaveLength(1);
  });
});

describe('years in the labels of columns', () => {
  it.each([
    [['2022年执行数', '2023年预算数', '2023年执行数'], 0],
    [['2023年预算数', '2023年执行数', '2022年执行数'], 2],
  ])('tell which speak of another year: %s', (heads, other) => {
    const amounts = heads.map((head) => (head.startsWith('2022') ? '70' : head.endsWith('预算数') ? '80' : '76'));
    const { funds } = readWhole(
      title,
      table([
        ['项目名称', ['道路维修', 4]],
        [['项目资金（万元）', 1, 2], '', ...heads],
        ['年度资金总额', ...amounts],
        [['一级指标', 2], '三级指标', '分值', '得分'],
        [['产出指标', 2], '里程', '90', '88'],
        [['总分', 3], '90', '88'],
      ]),
    );
    expect(funds.rows).toMatchObject([{ annualBudget: 80, executed: 76, extra: { [heads[other] as string]: '70' } }]);
  });

  it('stand over the columns as well', () => {
    const { funds } = readWhole(
      title,
      table([
        ['项目名称', ['道路维修', 5]],
        [
          ['项目资金（万元）', 1, 3],
          ['', 1, 2],
          ['2022年', 2],
          ['2023年', 2],
        ],
        ['预算数', '执行数', '预算数', '执行数'],
        ['年度资金总额', '60', '55', '80', '76'],
        [['一级指标', 2], '三级指标', ['分值', 2], '得分'],
        [['产出指标', 2], '里程', ['90', 2], '88'],
        [['总分', 3], ['90', 2], '88'],
      ]),
    );
    expect(funds.rows).toMatchObject([{ annualBudget: 80, executed: 76, extra: { 预算数: '60', 执行数: '55' } }]);
  });

  it('are those of the form where all heads have one', () => {
    const { report } = readBlocks(
      title,
      table([
        ['一级指标', '三级指标', '2022年完成值', '2022年目标值', '分值', '得分'],
        ['产出指标', '里程', '12公里', '10公里', '90', '88'],
      ]),
    );
    expect(report.indicators).toMatchObject([{ target: '10公里', actual: '12公里' }]);
  });
});

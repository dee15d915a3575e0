import { describe, expect, it } from 'vitest';
import { line, table, type Written } from './grid.js';
import { readBlocks, readWhole } from './read-blocks.js';

/** Names of indicators and their groups where the labels over them do not say the level, and rows that add up. */

const title = line('2023年度项目支出绩效自评表');
const values: Written[] = ['年度指标值', '实际完成值', '分值', '得分'];
const read = (...rows: Written[][]) => readWhole(title, table([['项目名称', ['道路维修', 6]], ...rows]));

describe('columns of names', () => {
  it('under one label are parted by their rows, however wide a name stands', () => {
    const { indicators } = read(
      [['绩效指标', 3], ...values],
      ['产出指标', ['维修里程', 2], '10', '12', '40', '40'],
      ['产出指标', '质量', '合格率', '95%', '96%', '30', '29'],
      ['满意度', ['群众满意度', 2], '90%', '91%', '20', '20'],
      [['合计得分', 5], '90', '89'],
    );
    expect(indicators.map(({ level1, level3 }) => [level1, level3])).toEqual([
      ['产出指标', '维修里程'],
      ['产出指标', '合格率'],
      ['满意度', '群众满意度'],
    ]);
    expect(indicators[1]).toMatchObject({ level2: '质量' });
  });

  it('of which several call themselves the name are told apart by the groups in them', () => {
    const { indicators } = read(
      ['指标类型', '指标内容', '指标名称', ...values],
      ['产出指标', '数量指标', '维修里程', '10', '12', '60', '60'],
      ['效益指标', '社会效益', '出行便利', '提升', '提升', '30', '28'],
      [['合计', 5], '90', '88'],
    );
    expect(indicators).toMatchObject([
      { level1: '产出指标', level2: '数量指标', level3: '维修里程', extra: {} },
      { level1: '效益指标', level2: '社会效益', level3: '出行便利', extra: {} },
    ]);
  });

  it('of the third level are left out where those of a fourth one name the rows', () => {
    const { indicators } = readWhole(
      title,
      table([
        ['一级指标', '二级指标', '三级指标', '四级指标', ...values],
        ['产出指标', '数量指标', '维修', '里程', '10', '12', '30', '30'],
        ['', '', '', '次数', '3', '3', '30', '30'],
        ['效益指标', '社会效益', '出行', '时间', '缩短', '缩短', '30', '28'],
        ['', '', '', '指标2：/', '', '', '', ''],
        [['合计', 6], '90', '88'],
      ]),
    );
    expect(indicators).toMatchObject([
      { level1: '产出指标', level3: '维修', extra: { 四级指标: '里程' } },
      { level1: '产出指标', level3: '维修', extra: { 四级指标: '次数' } },
      { level1: '效益指标', level3: '出行', extra: { 四级指标: '时间' } },
    ]);
  });
});

describe('blocks with heads of their own', () => {
  it('have the label at their side as the group', () => {
    const { indicators, total } = read(
      [['产出情况（60分）', 1, 2], '指标', '计划数', '完成数', '完成率', '权重', '得分'],
      ['维修里程', '60', '60', '100%', '60', '59'],
      [['效益情况（30分）', 1, 2], '指标', ['评价要点', 2], '自评情况', '权重', '得分'],
      ['出行便利', ['是否提升', 2], '提升', '30', '30'],
      [['总分', 5], '90', '89'],
    );
    expect(indicators).toMatchObject([
      { level1: '产出情况', level1Weight: 60, level3: '维修里程', target: '60', actual: '60', goal: null },
      { level1: '效益情况', level1Weight: 30, level3: '出行便利', actual: '提升', extra: { 评价要点: '是否提升' } },
    ]);
    expect(indicators[0]?.extra).toEqual({ 完成率: '100%' });
    expect(total).toMatchObject({ weight: 90, score: 89 });
  });
});

describe('rows that add up', () => {
  const heads: Written[] = [['二级指标', 2], '三级指标', ...values];
  it('a band of indicators do not end them', () => {
    const { indicators, extra, total } = read(
      heads,
      [['一、产出指标（60分）', 7]],
      [['数量指标', 2], '维修里程', '10', '12', '60', '59'],
      [['小计', 5], '60', '59'],
      [['二、效益指标（30分）', 7]],
      [['社会效益', 2], '出行便利', '提升', '提升', '30', '30'],
      [['小计', 5], '30', '30'],
      [['总计', 5], '90', '89'],
    );
    expect(indicators).toMatchObject([
      { level1: '一、产出指标', level1Weight: 60, level2: '数量指标' },
      { level1: '二、效益指标', level1Weight: 30, level2: '社会效益' },
    ]);
    expect(extra).toEqual({ '一、产出指标小计': '60 59', '二、效益指标小计': '30 30' });
    expect(total).toMatchObject({ weight: 90, score: 89 });
  });

  it.each(['指标得分小计', '合计（不含预算执行率）', '总分（未含执行率得分）'])(
    'a part of the form are not its total: %s',
    (label) => {
      const { indicators, extra, total, codes } = read(
        heads,
        [['数量指标', 2], '维修里程', '10', '12', '90', '89'],
        [[label, 5], '90', '89'],
        ['预算执行率得分', ['10', 4], '10', '9.7'],
        ['综合得分', ['98.7', 3], ['评价等级', 2], '优'],
      );
      expect(indicators).toHaveLength(1);
      expect(extra).toEqual({ [label]: '90 89', 预算执行率得分: '10 10 9.7' });
      expect(total).toMatchObject({ score: 98.7, grade: '优' });
      expect(codes).toEqual([]);
    },
  );

  it('the form may say what it is of', () => {
    const { total, codes } = read(
      heads,
      [['数量指标', 2], '维修里程', '10', '12', '90', '89.5'],
      [
        ['自评得分/满分', 5],
        ['89.5/90', 2],
      ],
    );
    expect(total).toMatchObject({ weight: 90, score: 89.5 });
    expect(codes).toEqual([]);
  });

  it('state more than the contract has under the labels of their columns', () => {
    const { extra, codes } = read(
      ['一级指标', '三级指标', '实际完成值', '分值', '扣分', '得分', '上年得分'],
      ['产出指标', '维修里程', '12', '90', '0.5', '89.5', '85'],
      [['总分', 3], '90', '0.5', '89.5', '85'],
    );
    expect(extra).toEqual({ 扣分: '0.5', 上年得分: '85' });
    expect(codes).toEqual([]);
  });
});

describe('goals in a row each', () => {
  it('are one text, without their numbers and their points', () => {
    const { goals, extra, codes } = read(
      [['年度目标完成情况（20分）', 1, 4], '序号', ['年初目标', 2], ['完成情况', 2], '得分'],
      ['1', ['维修道路', 2], ['已维修', 2], '10'],
      ['2', ['更新标志', 2], ['已更新80%', 2], '8'],
      [['小计', 5], '18'],
      ['一级指标', '二级指标', '三级指标', ...values],
      ['产出指标', '数量指标', '里程', '10', '12', '80', '79'],
      [['总分', 5], '100', '97'],
    );
    expect(goals).toMatchObject({ expected: '维修道路\n更新标志', actual: '已维修\n已更新80%' });
    expect(extra).toEqual({ '年度目标完成情况（20分） 得分': '10\n8', 小计: '18' });
    expect(codes).toEqual([]);
  });
});

describe('funds as pairs', () => {
  it('may state a source below the whole', () => {
    const { funds, codes } = read(
      [['资金情况', 1, 2], '预算数：', ['32.60 万元', 2], '执行数：', ['31.95 万元', 2]],
      ['其中：财政拨款', ['30.00 万元', 2], '其中：财政拨款', ['29.35 万元', 2]],
      ['一级指标', '二级指标', '三级指标', ...values],
      ['产出指标', '数量指标', '里程', '10', '12', '90', '89'],
      [['总分', 5], '90', '89'],
    );
    expect(funds).toMatchObject({
      unit: '万元',
      rows: [
        { kind: 'total', annualBudget: 32.6, executed: 31.95 },
        { label: '其中：财政拨款', kind: 'fiscal', annualBudget: 30, executed: 29.35 },
      ],
    });
    expect(codes).toEqual([]);
  });
});

describe('what a column cannot have as its field', () => {
  it('is said of the text alone, not of the label', () => {
    const { codes, report } = readBlocks(
      title,
      table([
        ['一级指标', '三级指标', '指标性质', '指标方向', '分值', '得分'],
        ['产出指标', '里程', '定量', '≥', '90', '不适用'],
        [['总分', 4], '90', '0'],
      ]),
    );
    expect(report.indicators[0]).toMatchObject({ score: null, extra: { 得分: '不适用', 指标性质: '定量' } });
    expect(codes.filter((code) => code !== 'form-incomplete')).toEqual(['value-not-a-number']);
  });
});

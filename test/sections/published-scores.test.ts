import { describe, expect, it } from 'vitest';
import { readSections } from '../../src/sections/sections.js';
import { type Block, line, table, type Written } from './grid.js';
import { readBlocks } from './read-blocks.js';

/** Scores of several rows, scores of who reviewed, and which way is better, in several templates. */

const TITLE = line('2022年度项目支出绩效自评表');
const name: Written[] = ['项目名称', ['防汛', 6]];

const indicatorsOf = (...blocks: Block[]) => readBlocks(...blocks).report.indicators;

describe('a merged cell', () => {
  const heads: Written[] = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];

  it('of a weight and a score stands on all of its rows, which say that they share it', () => {
    const rows: Written[][] = [
      [['产出指标', 1, 3], ['数量指标', 1, 3], '巡查次数', '≥12次', '13次', ['60', 1, 2], ['58', 1, 2]],
      ['维修堤段', '≥3处', '3处'],
      ['培训人次', '≥40人次', '41人次', '30', '30'],
    ];
    const [first, second, third] = indicatorsOf(TITLE, table([name, heads, ...rows]));
    const both = { weight: [0, 1], score: [0, 1] };
    expect(first).toMatchObject({ level3: '巡查次数', weight: 60, score: 58, shared: both });
    expect(second).toMatchObject({ level3: '维修堤段', weight: 60, score: 58, shared: both });
    expect(third).toMatchObject({ level3: '培训人次', weight: 30, score: 30, shared: {} });
  });

  it('of a target, a result and a reason is shared by the rows that are indicators alone', () => {
    const withReason: Written[] = [...heads, '偏差原因分析及改进措施'];
    const rows: Written[][] = [
      [['产出指标', 1, 3], ['数量指标', 1, 3], '巡查次数', ['按计划', 1, 2], '13次', '30', '30', ['汛期长', 1, 3]],
      ['维修堤段', ['完成', 1, 2], '30', '30'],
      ['指标3：', '', '', ''],
    ];
    const shared = indicatorsOf(TITLE, table([[name[0] as Written, ['防汛', 7]], withReason, ...rows])).map(
      (indicator) => indicator.shared,
    );
    expect(shared).toEqual([
      { target: [0, 1], deviation: [0, 1] },
      { target: [0, 1], deviation: [0, 1] },
    ]);
  });

  it('without a number is shared by nobody', () => {
    const rows: Written[][] = [
      [['产出指标', 1, 2], ['数量指标', 1, 2], '巡查次数', '≥12次', '13次', '30', ['', 1, 2]],
      ['维修堤段', '≥3处', '3处', '30'],
    ];
    expect(indicatorsOf(TITLE, table([name, heads, ...rows])).map((i) => i.shared)).toEqual([{}, {}]);
  });
});

describe('a second column of scores', () => {
  it.each(['审核得分', '复核得分', '复核分', '财政审定得分', '主管部门审核得分', '财政部门复核评分', '专家评审得分'])(
    'is that of who reviewed, before or behind the own one: %s',
    (label) => {
      for (const [heads, values] of [
        [
          ['自评得分', label],
          ['28', '25.5'],
        ],
        [
          [label, '自评得分'],
          ['25.5', '28'],
        ],
      ] as [Written[], Written[]][]) {
        const [indicator] = indicatorsOf(
          TITLE,
          table([
            [name[0] as Written, ['防汛', 5]],
            ['三级指标', '年度指标值', '实际完成值', '分值', ...heads],
            ['巡查次数', '≥12次', '13次', '30', ...values],
          ]),
        );
        expect(indicator).toMatchObject({ score: 28, reviewedScore: 25.5, weight: 30, extra: {} });
      }
    },
  );

  it.each(['审核意见', '复核扣分', '审核得分说明', '上年审核得分'])('is none where its head says else: %s', (label) => {
    const [indicator] = indicatorsOf(
      TITLE,
      table([
        [name[0] as Written, ['防汛', 5]],
        ['三级指标', '年度指标值', '实际完成值', '分值', '得分', label],
        ['巡查次数', '≥12次', '13次', '30', '28', '2'],
      ]),
    );
    expect(indicator).toMatchObject({ score: 28, reviewedScore: null, extra: { [label]: '2' } });
  });
});

it.each([
  ['', ''],
  ['—', '无'],
])('the total of who reviewed is kept under its label, beside that of the unit', (blank, reason) => {
  const blocks = [
    TITLE,
    table([
      [name[0] as Written, ['防汛', 6]],
      ['三级指标', '年度指标值', '实际完成值', '分值', '自评得分', '审核得分', '偏差原因分析'],
      ['巡查次数', '≥12次', '13次', '100', '98', '95.5', reason],
      [['总分', 3], '100', '98', '95.5', blank],
    ]),
  ];
  const { drafts, diagnostics } = readSections(blocks);
  expect(drafts[0]?.report.total).toEqual({ weight: 100, score: 98, grade: null });
  expect(drafts[0]?.report.extra).toEqual({ 审核得分: '95.5' });
  expect(diagnostics).toEqual([]);
});

describe('which way is better', () => {
  const read = (heads: Written[], values: Written[]) =>
    indicatorsOf(
      TITLE,
      table([
        [name[0] as Written, ['防汛', 4 + heads.length]],
        ['三级指标', ...heads, '指标值', '实际完成值', '分值', '得分'],
        ['巡查次数', ...values, '12', '13', '30', '28'],
      ]),
    )[0];

  it.each([
    [['指标性质', '指标方向'], ['正向', '大于等于'], { operator: '≥', direction: 'more', extra: {} }],
    [['指标方向', '指标性质'], ['反向指标', '≤'], { operator: '≤', direction: 'less', extra: {} }],
    [['指标性质', '指标方向'], ['定量', '逆向'], { operator: '定量', direction: 'less', extra: {} }],
    [['指标性质', '指标方向'], ['定性', '='], { operator: '=', direction: null, extra: { 指标性质: '定性' } }],
    [['指标性质'], ['≥'], { operator: '≥', direction: 'more', extra: {} }],
    [['指标性质'], ['＜'], { operator: '<', direction: 'less', extra: {} }],
    [['计算符号'], ['等于'], { operator: '=', direction: null, extra: {} }],
    [['指标性质'], ['负向指标'], { operator: null, direction: 'less', extra: {} }],
    [['指标方向'], ['正向（≥）'], { operator: '≥', direction: 'more', extra: {} }],
    [['指标性质'], ['定性'], { operator: '定性', direction: null, extra: {} }],
    // The words of the form go before what its sign would mean.
    [['指标方向', '计算符号'], ['反向', '≥'], { operator: '≥', direction: 'less', extra: {} }],
  ] as const)('is read by what %s say: %s', (heads, values, expected) => {
    expect(read([...heads], [...values])).toMatchObject(expected);
  });
});

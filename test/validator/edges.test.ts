import { describe, expect, it } from 'vitest';
import type { Example } from '../../src/validator/validator-types.js';
import { find, found, funds, type Indicators, one } from './find.js';

const copies = (count: number, others: number, text = '≥50个'): Example => ({
  indicators: [
    ...Array.from({ length: count }, () => ({ target: text, actual: text })),
    ...Array.from({ length: others }, () => ({ target: '≥50个', actual: '60个' })),
    { target: '≥50个' },
  ],
});
const outputs = (rate: number, ...indicators: Indicators): Example => ({
  funds: [{ kind: 'total', executionRate: rate }],
  indicators,
});
const full = { level1: '产出指标', weight: 5, score: 5 };

/** What a rule must leave alone, and what it must not. */
const NOTHING: readonly (readonly [string, string, Example])[] = [
  ['two copies', 'actual-copies-target', copies(2, 0)],
  ['three copies of six', 'actual-copies-target', copies(3, 3)],
  ['copies without a sign', 'actual-copies-target', copies(5, 0, '50个')],
  ['a score of zero', 'actual-missing', { indicators: [{ actual: '1', score: 5 }, { score: 0 }] }],
  ['no score', 'actual-missing', { indicators: [{ actual: '1', score: 5 }, { weight: 5 }] }],
  ['a blank result', 'actual-not-quantified', one({ target: '≥3场', actual: '无' })],
  ['a target in words', 'actual-not-quantified', one({ target: '显著提高', actual: '提高' })],
  ['a duration without a sign', 'actual-not-quantified', one({ target: '3天', actual: '完成' })],
  ['a qualitative sign', 'actual-not-quantified', one({ operator: '定性', target: '3', actual: '完成' })],
  ['a blank budget', 'budget-change', funds({ kind: 'total', initialBudget: 100 })],
  ['no initial budget', 'budget-change', funds({ kind: 'total', initialBudget: 0, annualBudget: 50 })],
  ['a reason', 'budget-change', funds({ kind: 'total', initialBudget: 100, annualBudget: 200, reason: '新增任务' })],
  ['no cost', 'cost-overrun', one({ level1: '产出指标', target: '≤100元', actual: '125元', weight: 10, score: 9.2 })],
  [
    'a scoring rule of its own',
    'score-vs-target',
    one({ target: '≥90%', actual: '81%', weight: 10, score: 9.8, scoringRule: '每低1%扣0.2分' }),
  ],
  ['a score rounded to halves', 'score-vs-target', one({ target: '≥90%', actual: '81%', weight: 10, score: 9.5 })],
  [
    'two goals',
    'duplicate-indicator',
    {
      indicators: [
        { goal: '1', level3: '甲' },
        { goal: '2', level3: '甲' },
      ],
    },
  ],
  ['no names', 'duplicate-indicator', { indicators: [{ target: '1' }, { target: '1' }] }],
  ['parts of others', 'duplicate-indicator', { indicators: [{ level3: '其中脱贫人口' }, { level3: '其中脱贫人口' }] }],
  ['a budget of zero', 'executed-exceeds-budget', funds({ annualBudget: 0, executed: 5 })],
  ['a blank amount', 'executed-exceeds-budget', funds({ annualBudget: 5 }, { executed: 5 })],
  [
    'a rate that says so itself',
    'executed-exceeds-budget',
    funds({ annualBudget: 100, executed: 120, executionRate: 1.2 }),
  ],
  ['no weight', 'full-score-unmet', one({ target: '≥90%', actual: '80%', score: 10 })],
  ['a weight of zero', 'full-score-unmet', one({ target: '≥90%', actual: '80%', weight: 0, score: 0 })],
  ['points lost', 'full-score-unmet', one({ target: '≥90%', actual: '80%', weight: 10, score: 9 })],
  [
    'a hair that rounds to full marks',
    'full-score-unmet',
    one({ target: '≥100%', actual: '99.5%', weight: 0.5, score: 0.5 }),
  ],
  [
    'nothing at all, told elsewhere',
    'full-score-unmet',
    one({ target: '≥90个', actual: '0个', weight: 10, score: 10 }),
  ],
  ['no rate', 'fund-score', funds({ kind: 'total', weight: 10, score: 3 })],
  ['no weight', 'fund-score', funds({ kind: 'total', executionRate: 0.5, score: 3 })],
  [
    'a score of parts alone',
    'fund-score',
    funds(
      { kind: 'total', executionRate: 0.5 },
      { kind: 'fiscal', weight: 5, score: 1 },
      { kind: 'other', weight: 5, score: 1 },
    ),
  ],
  ['no score', 'grade-mismatch', { total: { grade: '差' } }],
  ['60 is 中', 'grade-mismatch', { total: { score: 60, grade: '一般' } }],
  ['80 is 良', 'grade-mismatch', { total: { score: 80, grade: '良好' } }],
  ['below 60 is 差', 'grade-mismatch', { total: { score: 59.9, grade: '较差' } }],
  ['timeliness in its place', 'level-mismatch', one({ level2: '时效指标', level3: '资金拨付及时率' })],
  ['a benefit under benefits', 'level-mismatch', one({ level1: '效益指标', level2: '社会效益指标', level3: '知晓率' })],
  ['half spent', 'output-without-money', outputs(0.5, full)],
  ['little spent, with a reason', 'output-without-money', { ...outputs(0.05, full), extra: { 原因说明: '尚未结算' } }],
  ['outputs that lost points', 'output-without-money', outputs(0.01, full, { ...full, score: 0 })],
  ['outputs without scores', 'output-without-money', outputs(0.01, { level1: '产出指标', weight: 5 })],
  ['no outputs', 'output-without-money', outputs(0.01, { ...full, level1: '效益指标' })],
  ['outputs without weights', 'output-without-money', outputs(0.01, { level1: '产出指标' })],
  ['99.99', 'perfect-score', { total: { score: 99.99 } }],
  ['a rate of one', 'rate-range', funds({ executionRate: 1 }, { executionRate: 0 })],
  [
    'a total of zero over a part that has a budget',
    'rate-range',
    funds({ kind: 'total', annualBudget: 0, executed: 5 }, { annualBudget: 5 }),
  ],
  [
    'done on the day',
    'late-completion',
    one({ target: '2022年6月10日前', actual: '2022年6月10日', weight: 5, score: 5 }),
  ],
  ['no weight', 'late-completion', one({ target: '2022年6月10日前', actual: '2022年7月10日' })],
  ['no date promised', 'late-completion', one({ target: '按时', actual: '2022年7月10日', weight: 5, score: 5 })],
  ['no year', 'year-consistency', { indicators: [{ level2: '时效指标', target: '2021年底' }] }],
  [
    'another year elsewhere',
    'year-consistency',
    { year: 2022, indicators: [{ level2: '数量指标', target: '2021年存量10个' }] },
  ],
  [
    'the year among others',
    'year-consistency',
    { year: 2022, indicators: [{ level2: '时效指标', target: '2020年至2022年' }] },
  ],
  ['filed the year after', 'year-consistency', { year: 2022, extra: { 填报日期: '2023年3月1日' } }],
  ['a score of zero', 'zero-actual', one({ target: '≥10篇', actual: '0篇' })],
  ['a weight that is its score', 'weight-positive', one({ weight: 5, score: 5 })],
  ['other years of a project', 'duplicate-project', { name: '甲', year: 2022, beside: { name: '甲', year: 2021 } }],
  [
    'a rate in the goals that is the same',
    'goal-amount',
    { ...funds({ kind: 'total', executionRate: 0.955 }), goals: { actual: '预算执行率95.5%' } },
  ],
  [
    'a budget in another unit',
    'goal-amount',
    { unit: '元', funds: [{ kind: 'total', annualBudget: 1_000_000 }], goals: { actual: '预算100万元' } },
  ],
  ['a usual weight', 'execution-weight', { fundsWeight: 20 }],
  ['a limit', 'rate-target-over-100', one({ level3: '满意度', target: '≥100%' })],
  ['a count', 'rate-target-over-100', one({ level3: '完成率', target: '290个' })],
];

const SOMETHING: readonly (readonly [string, string, Example, string[]])[] = [
  ['three copies of five', 'actual-copies-target', copies(3, 2), ['/indicators info']],
  [
    'a sign in its own column',
    'actual-not-quantified',
    one({ operator: '≥', target: '3', actual: '完成' }),
    ['/indicators/0/actual warning'],
  ],
  [
    'cost by its first level',
    'cost-overrun',
    one({ level1: '成本指标', target: '≤100元', actual: '125元', weight: 10, score: 9.2 }),
    ['/indicators/0/score warning'],
  ],
  [
    'a name with spaces',
    'duplicate-indicator',
    { indicators: [{ level3: '甲 乙' }, { level3: '甲乙' }] },
    ['/indicators/1/level3 warning'],
  ],
  [
    'a missed exact target',
    'full-score-unmet',
    one({ target: '=8个', actual: '7个', weight: 5, score: 5 }),
    ['/indicators/0/score warning'],
  ],
  ['the only row', 'fund-score', funds({ weight: 10, executionRate: 0.5, score: 9.3 }), ['/funds/rows/0/score error']],
  ['49 is no 中', 'grade-mismatch', { total: { score: 49, grade: '中' } }, ['/total/grade error']],
  ['55 is no 良', 'grade-mismatch', { total: { score: 55, grade: '良' } }, ['/total/grade error']],
  ['70 is no 优', 'grade-mismatch', { total: { score: 70, grade: '优秀' } }, ['/total/grade error']],
  [
    'a benefit under outputs, told once',
    'level-mismatch',
    {
      indicators: [
        { level1: '产出指标', level2: '经济效益指标', level3: '甲' },
        { level1: '产出指标', level2: '经济效益指标', level3: '乙' },
      ],
    },
    ['/indicators/0/level2 info'],
  ],
  [
    'satisfaction under quantity',
    'level-mismatch',
    one({ level2: '数量指标', level3: '群众满意度' }),
    ['/indicators/0/level3 info'],
  ],
  [
    'a pass rate under timeliness',
    'level-mismatch',
    one({ level2: '时效指标', level3: '验收合格率' }),
    ['/indicators/0/level3 info'],
  ],
  [
    'the rate of the budget under quantity',
    'level-mismatch',
    one({ level2: '数量指标', level3: '预算执行率' }),
    ['/indicators/0/level3 info'],
  ],
  ['a rate below zero', 'rate-range', funds({ executionRate: -0.1 }), ['/funds/rows/0/executionRate error']],
  [
    'no complaints in the reason',
    'satisfaction-evidence',
    one({ level3: '满意度', actual: '95%', score: 5, deviation: '未开展问卷调查' }),
    ['/indicators/0/actual warning'],
  ],
  [
    'two projects of one name and year',
    'duplicate-project',
    { name: '甲 项目', year: 2022, beside: { name: '甲项目', year: 2022 } },
    ['/project/name info'],
  ],
  ['a total above 120', 'stated-total-range', { total: { score: 121 } }, ['/total/score error']],
  ['a total below zero', 'stated-total-range', { total: { score: -1 } }, ['/total/score error']],
  [
    'a second fund row that repeats',
    'fund-score-double',
    funds({ kind: 'total', score: 10 }, { kind: 'fiscal', score: 10 }, { kind: 'other', score: 9 }),
    ['/funds/rows/1/score info'],
  ],
  ['a weight below zero', 'weight-positive', one({ weight: -5, score: -6 }), ['/indicators/0/weight warning']],
  [
    'groups of other weights',
    'weight-distribution',
    {
      indicators: [
        { level1: '产出指标', weight: 45 },
        { level1: '效益指标', weight: 35 },
      ],
    },
    ['/indicators/0/level1 info', '/indicators/1/level1 info'],
  ],
  [
    'a name of a group, told once',
    'level-vocabulary',
    { indicators: [{ level1: '张三' }, { level1: '张三' }, { level1: '李四' }] },
    ['/indicators/0/level1 info', '/indicators/2/level1 info'],
  ],
];

describe('rules leave alone', () => {
  it.each(NOTHING.map(([what, id, form]) => ({ what, id, form })))('$id: $what', ({ id, form }) => {
    expect(found(id, form)).toEqual([]);
  });
});

describe('rules tell of', () => {
  it.each(SOMETHING.map(([what, id, form, faults]) => ({ what, id, form, faults })))(
    '$id: $what',
    ({ id, form, faults }) => {
      expect(found(id, form)).toEqual(faults);
    },
  );
  it('perfect scores, with the rate where it is below one', () => {
    const told = (rate: number | null) =>
      find('perfect-score', { funds: [{ kind: 'total', executionRate: rate }], total: { score: 100 } });
    expect(told(0.9)).toMatchObject([{ message: 'rate', data: { rate: '90%' } }]);
    expect(told(1)).toMatchObject([{ message: 'perfect' }]);
    expect(told(null)).toMatchObject([{ message: 'perfect' }]);
  });
  it('what the formula gives, once where both give the same', () => {
    const told = (target: string, actual: string) =>
      find('score-vs-target', one({ target, actual, weight: 10, score: 9.9 }))[0]?.data;
    expect(told('≥90%', '45%')).toMatchObject({ expected: '5' });
    expect(told('≤100元', '150元')).toMatchObject({ expected: '5 / 6.67' });
  });
});

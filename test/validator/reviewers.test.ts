import { describe, expect, it } from 'vitest';
import type { Example } from '../../src/validator/validator-types.js';
import { find, found, type Indicators, one } from './find.js';

/** What reviewers write of words: vague, copied, of another thing, of another year; and what they let pass. */

const output: Indicators[number] = { level1: '产出指标', weight: 5, score: 5 };
const spent = (rate: number, ...indicators: Indicators): Example => ({
  funds: [{ kind: 'total', executionRate: rate }],
  indicators,
});
const money = (unit: string, annualBudget: number, executed: number): Example => ({
  unit,
  funds: [{ kind: 'total', label: '年度资金总额', annualBudget, executed }],
});
const bridge = (actual: string, level3 = '危桥改造'): Indicators => [{ level3, target: '4座', actual }];
const told = (actual: string, ...indicators: Indicators): Example => ({ year: 2021, goals: { actual }, indicators });
const trained = (actual: string): Indicators => [{ level2: '数量指标', level3: '培训', actual }];
const cost = (target: string, actual: string, level3 = '总成本'): Indicators => [
  { level2: '成本指标', level3, target, actual },
];

const CASES: readonly (readonly [what: string, rule: string, form: Example, faults: string[]])[] = [
  ['a number that is only about', 'actual-not-quantified', one({ target: '≥12场', actual: '十余场' }), ['actual']],
  ['a share that is only about', 'actual-not-quantified', one({ target: '≥95%', actual: '九成左右' }), ['actual']],
  ['a number about the target', 'actual-not-quantified', one({ target: '≥85%', actual: '85%左右' }), []],
  ['more than the target', 'actual-not-quantified', one({ target: '≥10场', actual: '十余场' }), []],
  ['a number on the other side', 'actual-not-quantified', one({ target: '≥95%', actual: '95%以下' }), ['actual']],
  ['a limit that is kept', 'actual-not-quantified', one({ target: '≤5天', actual: '5天以内' }), []],
  ['a limit about which nothing is said', 'actual-not-quantified', one({ target: '≤5天', actual: '6天以上' }), []],
  ['one of two', 'actual-not-quantified', one({ target: '4场，240人', actual: '4场' }), ['actual']],
  ['both of two', 'actual-not-quantified', one({ target: '4场，240人', actual: '240人，4场' }), []],
  ['two of one', 'actual-not-quantified', one({ target: '4场', actual: '4场，240人' }), []],
  ['people for things', 'actual-not-quantified', one({ target: '45套', actual: '45人' }), ['actual']],
  ['places for things', 'actual-not-quantified', one({ target: '45个', actual: '45人' }), []],
  ['words for a change', 'actual-not-quantified', one({ target: '提高0.3个百分点', actual: '提高' }), ['actual']],
  ['words for each', 'actual-not-quantified', one({ target: '每户2000元', actual: '足额发放' }), ['actual']],
  ['words for a class of water', 'actual-not-quantified', one({ target: '提高到Ⅲ类', actual: '提高' }), []],
  ['praise with a numeral', 'target-not-measurable', one({ target: '进一步完善', actual: '进一步完善' }), ['target']],
  ['praise of less', 'target-not-measurable', one({ target: '下降', actual: '较低' }), ['target']],
  [
    'other things than were asked for',
    'full-score-unmet',
    one({ target: '45套', actual: '40台', weight: 5, score: 5 }),
    [],
  ],
  ['a range about a limit', 'full-score-unmet', one({ target: '≤5天', actual: '5-8天', weight: 5, score: 5 }), []],
  [
    'a range over a limit',
    'full-score-unmet',
    one({ target: '≤5天', actual: '6-8天', weight: 5, score: 5 }),
    ['score'],
  ],
  ['a numeral alone', 'full-score-unmet', one({ target: '≥7', actual: '五', weight: 5, score: 5 }), ['score']],
  ['a score of nothing', 'score-exceeds-weight', one({ weight: 5, score: 0 }), []],
  [
    'points of two of which one is missed',
    'met-but-deducted',
    {
      indicators: [
        {
          level3: '甲',
          target: '≥5个',
          actual: '6个',
          weight: 10,
          score: 8,
          shared: { weight: [0, 1], score: [0, 1] },
        },
        {
          level3: '乙',
          target: '≥5个',
          actual: '4个',
          weight: 10,
          score: 8,
          shared: { weight: [0, 1], score: [0, 1] },
        },
      ],
    },
    [],
  ],
  [
    'weights of which one is blank',
    'weight-distribution',
    { indicators: [{ level1: '产出指标', weight: 20 }, { level1: '产出指标' }, { level1: '效益指标', weight: 30 }] },
    [],
  ],
  ['just enough for the money', 'money-without-output', spent(1, { ...output, weight: 10, score: 3 }), []],
  [
    'little for the money',
    'money-without-output',
    spent(1, { ...output, weight: 10, score: 2.9 }),
    ['/funds/rows/0/executionRate'],
  ],
  ['an output without a score', 'money-without-output', spent(1, { level1: '产出指标', weight: 10 }), []],
  ['people for events', 'actual-not-quantified', one({ target: '48次', actual: '48人' }), ['actual']],
  ['a share for a mass', 'actual-not-quantified', one({ target: '50公斤', actual: '增产约5%' }), ['actual']],
  ['a time for a share', 'actual-not-quantified', one({ target: '98%', actual: '3个工作日内办结' }), ['actual']],
  ['all for a share', 'actual-not-quantified', one({ target: '100%', actual: '应发放65人，全部发放到位' }), []],
  ['a day of each month', 'actual-not-quantified', one({ target: '每月10日前', actual: '每月5日至9日发放' }), []],
  [
    'a day of each month for a share',
    'actual-not-quantified',
    one({ target: '100%', actual: '每月5日前报送' }),
    ['actual'],
  ],
  ['a unit of its column', 'actual-not-quantified', one({ target: '48', unit: '次', actual: '48人' }), ['actual']],
  ['things in other words', 'actual-not-quantified', one({ target: '8台', actual: '8套' }), []],
  ['a part of a whole', 'actual-not-quantified', one({ target: '100%', actual: '120/120人' }), []],
  [
    'a date for years',
    'actual-not-quantified',
    one({ level3: '使用年限', target: '15年', actual: '2021年12月' }),
    ['actual'],
  ],
  ['a date for months', 'actual-not-quantified', one({ level3: '建设', target: '15个月', actual: '2021年12月' }), []],

  [
    'a result above the whole',
    'actual-rate-over-100',
    one({ level3: '合格率', target: '98%', actual: '102%' }),
    ['actual'],
  ],
  ['a bare one', 'actual-rate-over-100', one({ level3: '合格率', target: '98%', actual: '102' }), ['actual']],
  ['one with its unit apart', 'actual-rate-over-100', one({ level3: '满意度', unit: '%', actual: '102' }), ['actual']],
  ['the whole', 'actual-rate-over-100', one({ level3: '合格率', target: '98%', actual: '100%' }), []],
  ['no share', 'actual-rate-over-100', one({ level3: '合格率', target: '98', actual: '102' }), []],
  ['growth', 'actual-rate-over-100', one({ level3: '参与人数增长率', target: '98%', actual: '102%' }), []],
  ['more work than planned', 'actual-rate-over-100', one({ level3: '任务完成率', target: '98%', actual: '102%' }), []],
  ['a target above it', 'rate-target-over-100', one({ level3: '政府采购率', unit: '%', target: '120' }), ['target']],

  ['no target', 'target-missing', { indicators: [...bridge('4座'), output] }, ['1/target']],
  ['a word for none', 'target-missing', { indicators: [...bridge('4座'), { ...output, target: '/' }] }, ['1/target']],
  ['a target of nothing', 'target-missing', { indicators: [...bridge('4座'), { ...output, target: '0' }] }, []],
  [
    'none of what should not be',
    'target-missing',
    { indicators: [...bridge('4座'), { ...output, level3: '安全事故', target: '无' }] },
    [],
  ],
  ['an adjusted target', 'target-missing', { indicators: [...bridge('4座'), { ...output, adjustedTarget: '5' }] }, []],
  ['no score', 'target-missing', { indicators: [...bridge('4座'), { ...output, score: 0 }] }, []],
  ['no weight', 'target-missing', { indicators: [...bridge('4座'), { ...output, weight: null }] }, []],
  ['work of its own', 'target-missing', { indicators: [...bridge('4座'), { ...output, level1: '项目管理' }] }, []],
  ['a column that is blank', 'target-missing', { indicators: [...bridge('4座'), output, output, output] }, []],

  [
    'praise',
    'target-not-measurable',
    one({ level2: '社会效益指标', target: '得到明显改善', actual: '明显改善' }),
    ['target'],
  ],
  ['praise of counts', 'target-not-measurable', one({ level2: '数量指标', target: '显著' }), ['target']],
  [
    'praise, and a result that says what',
    'target-not-measurable',
    one({ level2: '社会效益指标', target: '提升', actual: '举办展览，媒体广泛报道' }),
    [],
  ],
  [
    'praise, and a result with the name',
    'target-not-measurable',
    one({ level3: '节约成本', target: '明显', actual: '节约成本明显' }),
    ['target'],
  ],
  ['what is not there', 'untested-full-score', one({ actual: '不适用', weight: 5, score: 5 }), ['score']],
  ['what was not done', 'untested-full-score', one({ actual: '未开展调查', weight: 5, score: 5 }), ['score']],
  ['words that say what', 'target-not-measurable', one({ level2: '社会效益指标', target: '饮水安全' }), []],
  ['praise with a number', 'target-not-measurable', one({ level2: '社会效益指标', target: '提高3%' }), []],
  ['all of it', 'target-not-measurable', one({ level2: '数量指标', target: '全部完成' }), []],
  ['none', 'target-not-measurable', one({ level2: '数量指标', target: '无' }), []],

  ['another number', 'goal-vs-indicator', told('改造危桥3座', ...bridge('4座')), ['actual']],
  ['the same', 'goal-vs-indicator', told('改造危桥4座', ...bridge('4座')), []],
  ['a rounded one', 'goal-vs-indicator', told('改造危桥1000座', ...bridge('1005座')), []],
  ['one that is rounded too much', 'goal-vs-indicator', told('改造危桥1000座', ...bridge('1020座')), ['actual']],
  [
    'a share is not rounded',
    'goal-vs-indicator',
    told('合格率99.9%', { level3: '合格率', actual: '99.5%' }),
    ['actual'],
  ],
  ['of another thing', 'goal-vs-indicator', told('改造校舍3座', ...bridge('4座')), []],
  ['of another unit', 'goal-vs-indicator', told('改造危桥3公里', ...bridge('4座')), []],
  ['of two indicators', 'goal-vs-indicator', told('改造危桥3座', ...bridge('4座'), ...bridge('5座', '危桥')), []],
  ['two numbers of one', 'goal-vs-indicator', told('改造危桥3座，改造危桥2座', ...bridge('5座')), []],
  ['what is left', 'goal-vs-indicator', told('改造危桥4座，其余危桥3座', ...bridge('4座')), []],
  ['a result of two numbers', 'goal-vs-indicator', told('改造危桥3座', ...bridge('4座，另2座')), []],

  [
    'a cost of all',
    'cost-vs-executed',
    { ...money('万元', 450, 198), indicators: cost('≤450万元', '440万元') },
    ['actual'],
  ],
  ['the sum spent', 'cost-vs-executed', { ...money('万元', 450, 440), indicators: cost('≤450万元', '440万元') }, []],
  [
    'in 元',
    'cost-vs-executed',
    { ...money('元', 4500000, 1980000), indicators: cost('450万元', '440万元') },
    ['actual'],
  ],
  ['a cost of a part', 'cost-vs-executed', { ...money('万元', 450, 198), indicators: cost('≤300万元', '290万元') }, []],
  ['no unit', 'cost-vs-executed', { ...money('', 450, 198), indicators: cost('≤450万元', '440万元') }, []],
  [
    'a unit of its column',
    'cost-vs-executed',
    { ...money('万元', 450, 198), indicators: [{ level1: '成本指标', target: '450', unit: '万元', actual: '440' }] },
    ['actual'],
  ],
  ['about', 'cost-vs-executed', { ...money('万元', 450, 198), indicators: cost('≤450万元', '约440万元') }, []],

  ['a year before', 'year-consistency', told('2020年共建设公路35公里'), ['/goals/actual']],
  ['a year before, with this one', 'year-consistency', told('2020年立项，2021年完成'), []],
  ['a year further on', 'year-consistency', told('较2019年增长5%'), []],
  ['the year', 'year-consistency', told('2021年共建设公路35公里'), []],

  [
    'a cost of one for many',
    'unit-cost',
    { ...money('万元', 20, 20), indicators: [...trained('500人'), ...cost('4万元', '4万元', '人均成本')] },
    ['1/actual'],
  ],
  [
    'ten times what was spent',
    'unit-cost',
    { ...money('万元', 20, 20), indicators: [...trained('500人'), ...cost('4000元/人', '4000元/人')] },
    ['1/actual'],
  ],
  [
    'a little less',
    'unit-cost',
    { ...money('万元', 20, 20), indicators: [...trained('499人'), ...cost('4000元/人', '4000元/人')] },
    [],
  ],
  [
    'of other things',
    'unit-cost',
    { ...money('万元', 20, 20), indicators: [...trained('500场'), ...cost('4万元/人', '4万元/人')] },
    [],
  ],
  [
    'of two numbers of people',
    'unit-cost',
    {
      ...money('万元', 20, 20),
      indicators: [...trained('500人'), ...trained('60人'), ...cost('4万元/人', '4万元/人')],
    },
    [],
  ],
  [
    'money of another sum',
    'goal-amount',
    { ...money('万元', 100, 90), goals: { expected: '总投资285万元' } },
    ['/goals/expected'],
  ],
  ['the budget', 'goal-amount', { ...money('万元', 100, 90), goals: { expected: '总投资100万元' } }, []],
  [
    'what was spent, rounded',
    'goal-amount',
    { ...money('元', 1000000, 903210), goals: { actual: '使用资金90.3万元' } },
    [],
  ],
  ['in 亿元', 'goal-amount', { ...money('万元', 12000, 12000), goals: { expected: '安排资金1.2亿元' } }, []],
  ['money of others', 'goal-amount', { ...money('万元', 100, 90), goals: { expected: '撬动社会资金500万元' } }, []],
  ['money of each', 'goal-amount', { ...money('万元', 100, 90), goals: { expected: '每人补助资金0.5万元' } }, []],
  ['no unit', 'goal-amount', { ...money('', 100, 90), goals: { expected: '总投资285万元' } }, []],

  ['a budget of a few 元', 'unit-sanity', money('元', 420, 418.6), ['/funds/rows/0/annualBudget']],
  ['a small one', 'unit-sanity', money('元', 1000, 1000), []],
  ['the same in 万元', 'unit-sanity', money('万元', 420, 418.6), []],
  ['no money at all', 'unit-sanity', money('元', 0, 0), []],

  [
    'praise for a reason',
    'low-rate-reason',
    { funds: [{ kind: 'total', executionRate: 0.4, reason: '资金已全部到位' }] },
    ['/funds/rows/0/executionRate'],
  ],
  [
    'a reason in other words',
    'low-rate-reason',
    { funds: [{ kind: 'total', executionRate: 0.4, reason: '人员减少' }] },
    [],
  ],
  [
    'a cause among praise',
    'low-rate-reason',
    { funds: [{ kind: 'total', executionRate: 0.4, reason: '项目已完成，尾款未付' }] },
    [],
  ],
  [
    'a rate that is mistyped',
    'low-rate-reason',
    { funds: [{ kind: 'total', executionRate: 0.4, annualBudget: 100, executed: 95 }] },
    [],
  ],
  [
    'a score of the true rate',
    'fund-score',
    { funds: [{ kind: 'total', weight: 10, executionRate: 0.4, annualBudget: 100, executed: 95, score: 9.5 }] },
    [],
  ],
  [
    'a score of neither',
    'fund-score',
    { funds: [{ kind: 'total', weight: 10, executionRate: 0.4, annualBudget: 100, executed: 95, score: 8 }] },
    ['/funds/rows/0/score'],
  ],

  ['all done without money', 'output-without-money', spent(0.04, output), ['/funds/rows/0/executionRate']],
  [
    'most done with less than half',
    'output-without-money',
    spent(0.49, output, { ...output, score: 4 }),
    ['/funds/rows/0/executionRate'],
  ],
  ['with half', 'output-without-money', spent(0.5, output), []],
  ['less done', 'output-without-money', spent(0.3, output, { ...output, score: 3.9 }), []],

  [
    'what was done, for a reason',
    'deviation-missing',
    one({ weight: 10, score: 8, deviation: '已完成' }),
    ['deviation'],
  ],
  [
    'what will be done, for a reason',
    'deviation-missing',
    one({ weight: 10, score: 8, deviation: '下一步加强管理' }),
    ['deviation'],
  ],
  [
    'a reason and what will be done',
    'deviation-missing',
    one({ weight: 10, score: 8, deviation: '人手不足，加强管理' }),
    [],
  ],
  ['a part that was done', 'deviation-missing', one({ weight: 10, score: 8, deviation: '仅完成80%' }), []],
  ['points below zero', 'met-but-deducted', one({ target: '≥80%', actual: '83%', weight: 4, score: -1 }), []],

  [
    'the target again',
    'satisfaction-evidence',
    one({ level3: '满意度', target: '≥88%', actual: '≥88%', score: 5 }),
    ['actual'],
  ],
  [
    'words for words',
    'satisfaction-evidence',
    one({ level3: '满意度', target: '基本满意', actual: '满意', score: 5 }),
    ['actual'],
  ],
  [
    'words for a number',
    'satisfaction-evidence',
    one({ level3: '满意度', target: '≥88%', actual: '满意', score: 5 }),
    [],
  ],
  ['a figure', 'satisfaction-evidence', one({ level3: '满意度', target: '≥88%', actual: '91.2%', score: 5 }), []],

  [
    'its own deadline',
    'actual-copies-target',
    { year: 2023, ...one({ target: '2023年12月31日前', actual: '2023年12月31日前' }) },
    ['actual'],
  ],
  ['a day', 'actual-copies-target', { year: 2023, ...one({ target: '2023年12月31日', actual: '2023年12月31日' }) }, []],

  [
    'a quarter late',
    'late-completion',
    one({ target: '2022年9月', actual: '2022年第四季度', weight: 4, score: 4 }),
    ['score'],
  ],
  [
    'the next year',
    'late-completion',
    { year: 2022, ...one({ target: '12月底前', actual: '次年3月', weight: 4, score: 4 }) },
    ['score'],
  ],
  [
    'late by the end of a span',
    'late-completion',
    one({ target: '2022年3月至10月', actual: '2022年4月—12月', weight: 4, score: 4 }),
    ['score'],
  ],
  [
    'within the quarter',
    'late-completion',
    one({ target: '2022年三季度', actual: '2022年9月', weight: 4, score: 4 }),
    [],
  ],
];

/** A place as it is written above: of the first indicator where it says no more. */
const fullPath = (at: string): string =>
  at.startsWith('/') ? at : /^\d/u.test(at) ? `/indicators/${at}` : `/indicators/0/${at}`;

describe('what reviewers write', () => {
  it.each(CASES.map(([what, id, form, faults]) => ({ what, id, form, faults })))(
    '$id: $what',
    ({ id, form, faults }) => {
      expect(found(id, form).map((fault) => fault.split(' ')[0])).toEqual(faults.map(fullPath));
    },
  );
  it('is quoted in its own words', () => {
    const [fault] = find('goal-vs-indicator', told('全年改造危桥约3座', ...bridge('4座')));
    expect(fault?.data).toEqual({ name: '危桥改造', actual: '4座', told: '全年改造危桥约3座' });
  });
  it('is told of a year that none of the others has', () => {
    const of = (...years: number[]): Example =>
      years.reduceRight<Example>((beside, year) => ({ year, ...(beside.year ? { beside } : {}) }), {});
    expect(found('year-consistency', of(2022, 2023, 2023, 2023))).toEqual(['/year warning']);
    expect(found('year-consistency', of(2022, 2023, 2023))).toEqual([]);
    expect(found('year-consistency', of(2022, 2023, 2023, 2022))).toEqual([]);
    expect(found('year-consistency', of(2023, 2023, 2023, 2023))).toEqual([]);
  });
  it('weighs by how little was spent', () => {
    expect(found('output-without-money', spent(0.04, output))).toEqual(['/funds/rows/0/executionRate warning']);
    expect(found('output-without-money', spent(0.05, output))).toEqual(['/funds/rows/0/executionRate info']);
  });
});

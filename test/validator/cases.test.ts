import { describe, expect, it } from 'vitest';
import { TOTAL_HEADER_LABELS, TOTAL_LABELS } from '../../src/sections/vocabulary/spellings.js';
import { ruleOf } from '../../src/validator/rules.js';
import type { Example, Rule } from '../../src/validator/validator-types.js';
import { sentence } from '../../src/validator/words.js';
import { find, found, funds, one } from './find.js';

const said = (id: string, example: Example, lang: 'en' | 'zh' = 'en'): string[] =>
  find(id, example).map((fault) => sentence(ruleOf(id) as Rule, fault, lang));

/** [what, rule, form, faults] */
const CASES: readonly (readonly [string, string, Example, string[]])[] = [
  ['a score at its weight', 'score-exceeds-weight', one({ weight: 10, score: 10 }), []],
  ['a score a hair above', 'score-exceeds-weight', one({ weight: 10, score: 10.01 }), ['/indicators/0/score error']],
  ['a score below zero', 'score-exceeds-weight', one({ score: -1 }), ['/indicators/0/score error']],
  ['a score of an unknown weight', 'score-exceeds-weight', one({ score: 50 }), []],
  ['a fund row', 'score-exceeds-weight', funds({ weight: 10, score: 11 }), ['/funds/rows/0/score error']],

  [
    'no score beside a total',
    'score-missing',
    { indicators: [{ weight: 5, score: 5 }, { weight: 5 }], total: { score: 10 } },
    ['/indicators/1/score error'],
  ],
  ['no score and no weight: a part of another', 'score-missing', { indicators: [{ weight: 5, score: 5 }, {}] }, []],
  ['a score of zero', 'score-missing', { indicators: [{ weight: 5, score: 0 }] }, []],

  [
    'weights within the tolerance',
    'weight-total-mismatch',
    { indicators: [{ weight: 33.33 }, { weight: 33.33 }, { weight: 33.33 }], total: { weight: 100 } },
    [],
  ],
  [
    'weights beyond it',
    'weight-total-mismatch',
    { indicators: [{ weight: 33.33 }, { weight: 33.33 }, { weight: 33.32 }], total: { weight: 100 } },
    ['/total/weight error'],
  ],
  [
    'binary sums',
    'weight-total-mismatch',
    { indicators: Array.from({ length: 10 }, () => ({ weight: 0.1 })), total: { weight: 1 } },
    [],
  ],
  [
    'no total, but all that it takes',
    'weight-total-mismatch',
    { fundsWeight: 10, indicators: [{ weight: 80 }] },
    ['/indicators warning'],
  ],
  ['no total and no weight of the funds', 'weight-total-mismatch', { indicators: [{ weight: 80 }] }, []],
  [
    'funds left out of the total',
    'weight-total-mismatch',
    { fundsWeight: 20, indicators: [{ weight: 100 }], total: { weight: 100 } },
    [],
  ],
  [
    'funds left out of the total',
    'weight-sum-excludes-funds',
    { fundsWeight: 20, indicators: [{ weight: 100 }], total: { weight: 100 } },
    ['/total/weight warning'],
  ],
  [
    'funds of weight zero',
    'weight-sum-excludes-funds',
    { fundsWeight: 0, indicators: [{ weight: 100 }], total: { weight: 100 } },
    [],
  ],

  [
    'a group of two levels',
    'group-weight',
    {
      indicators: [
        { level1: '产出', level1Weight: 50, level2: '数量', level2Weight: 30, weight: 20 },
        { level1: '产出', level1Weight: 50, level2: '数量', level2Weight: 30, weight: 10 },
        { level1: '产出', level1Weight: 50, level2: '质量', level2Weight: 20, weight: 19 },
      ],
    },
    ['/indicators/0/level1Weight error', '/indicators/2/level2Weight error'],
  ],
  [
    'a group with an unknown weight',
    'group-weight',
    {
      indicators: [
        { level1: '产出', level1Weight: 50, weight: 20 },
        { level1: '产出', level1Weight: 50 },
      ],
    },
    [],
  ],
  [
    'the whole block',
    'group-weight',
    { indicatorsWeight: 90, indicators: [{ weight: 80 }] },
    ['/indicatorsWeight error'],
  ],

  [
    'scores at the edge',
    'score-total-mismatch',
    { indicators: [{ score: 50 }, { score: 40.05 }], total: { score: 90 } },
    [],
  ],
  [
    'scores beyond it',
    'score-total-mismatch',
    { indicators: [{ score: 50 }, { score: 40.06 }], total: { score: 90 } },
    ['/total/score error'],
  ],
  [
    'the score of the total row alone counts',
    'score-total-mismatch',
    {
      funds: [
        { kind: 'total', score: 10 },
        { kind: 'fiscal', score: 10 },
      ],
      indicators: [{ score: 88 }],
      total: { score: 98 },
    },
    [],
  ],
  [
    'an indicator without a score',
    'score-total-mismatch',
    { indicators: [{ weight: 50, score: 50 }, { weight: 40 }], total: { score: 90 } },
    [],
  ],
  [
    'an unknown score of the funds',
    'score-total-mismatch',
    { fundsWeight: 10, indicators: [{ weight: 90, score: 88 }], total: { score: 98 } },
    [],
  ],
  [
    'a total without the funds, as the weights are',
    'score-total-mismatch',
    {
      funds: [{ kind: 'total', weight: 20, score: 20 }],
      indicators: [{ weight: 100, score: 97 }],
      total: { weight: 100, score: 97 },
    },
    [],
  ],

  ['no total', 'total-missing', { indicators: [{ score: 50 }, {}] }, ['/total/score error']],
  ['no total and no scores', 'total-missing', { indicators: [{ weight: 50 }], total: { weight: 100 } }, []],
  ['a total of zero', 'total-missing', { indicators: [{ score: 0 }], total: { score: 0 } }, []],
  ['a total that is no number', 'total-missing', { extra: { 总分: '1oo' } }, ['/total/score error']],
  ['another total of that label', 'total-missing', { extra: { 总分: '1oo' }, total: { score: 100 } }, []],
  ['no number under another label', 'total-missing', { extra: { 单项得分说明: '(92.00)', 合计: '共3项' } }, []],

  [
    'a rate at the edge',
    'execution-rate-mismatch',
    funds({ annualBudget: 200, executed: 100, executionRate: 0.505 }),
    [],
  ],
  [
    'a rate beyond it',
    'execution-rate-mismatch',
    funds({ annualBudget: 200, executed: 100, executionRate: 0.5051 }),
    ['/funds/rows/0/executionRate error'],
  ],
  [
    'a rate without decimals',
    'execution-rate-mismatch',
    funds({ annualBudget: 300, executed: 200, executionRate: 0.66 }),
    [],
  ],
  ['a budget of zero', 'execution-rate-mismatch', funds({ annualBudget: 0, executed: 0, executionRate: 0 }), []],
  [
    'more than the budget, cut to 100 %',
    'execution-rate-mismatch',
    funds({ annualBudget: 100, executed: 120, executionRate: 1 }),
    [],
  ],
  ['an unknown budget', 'execution-rate-mismatch', funds({ executed: 120, executionRate: 0.3 }), []],
  [
    'the initial budget',
    'execution-rate-mismatch',
    funds({ initialBudget: 100, annualBudget: 200, executed: 100, executionRate: 1 }),
    [],
  ],
  [
    'the initial budget',
    'rate-base',
    funds({ initialBudget: 100, annualBudget: 200, executed: 90, executionRate: 0.9 }),
    ['/funds/rows/0/executionRate warning'],
  ],
  [
    'both budgets alike',
    'rate-base',
    funds({ initialBudget: 100, annualBudget: 100, executed: 90, executionRate: 0.9 }),
    [],
  ],

  ['a rate above one', 'rate-range', funds({ executionRate: 1.01 }), ['/funds/rows/0/executionRate warning']],
  [
    'money without a budget',
    'rate-range',
    funds({ annualBudget: 0, executed: 5 }),
    ['/funds/rows/0/annualBudget error'],
  ],
  ['nothing of nothing', 'rate-range', funds({ annualBudget: 0, executed: 0 }), []],

  [
    'a score rounded to whole points',
    'fund-score',
    funds({ kind: 'total', weight: 10, executionRate: 0.862, score: 9 }),
    ['/funds/rows/0/score info'],
  ],
  [
    'a score a little off',
    'fund-score',
    funds({ kind: 'total', weight: 10, executionRate: 0.862, score: 8.3 }),
    ['/funds/rows/0/score warning'],
  ],
  [
    'a score far off',
    'fund-score',
    funds({ kind: 'total', weight: 10, executionRate: 0.5, score: 10 }),
    ['/funds/rows/0/score error'],
  ],
  ['a score at the edge', 'fund-score', funds({ kind: 'total', weight: 10, executionRate: 0.86, score: 8.5 }), []],
  ['more than 100 %', 'fund-score', funds({ kind: 'total', weight: 10, executionRate: 1.3, score: 10 }), []],

  [
    'parts at the edge of 0.01 万元',
    'funds-sum-mismatch',
    funds({ kind: 'total', executed: 100 }, { kind: 'fiscal', executed: 60 }, { kind: 'other', executed: 40.01 }),
    [],
  ],
  [
    'parts beyond it',
    'funds-sum-mismatch',
    funds({ kind: 'total', executed: 100 }, { kind: 'fiscal', executed: 60 }, { kind: 'other', executed: 40.02 }),
    ['/funds/rows/0/executed error'],
  ],
  [
    'parts in 元',
    'funds-sum-mismatch',
    {
      unit: '元',
      funds: [
        { kind: 'total', executed: 100 },
        { kind: 'fiscal', executed: 101 },
      ],
    },
    [],
  ],
  [
    'a blank part',
    'funds-sum-mismatch',
    funds({ kind: 'total', executed: 100 }, { kind: 'fiscal', executed: 60 }, { kind: 'other' }),
    [],
  ],
  [
    'a part of a part',
    'funds-sum-mismatch',
    funds(
      { kind: 'total', executed: 100 },
      { label: '其中：财政拨款', kind: 'fiscal', executed: 100 },
      { label: '其中：市级资金', kind: 'fiscal', executed: 60 },
    ),
    [],
  ],
  [
    'numbered parts of a subtotal',
    'funds-sum-mismatch',
    funds(
      { label: '财政资金小计', kind: 'fiscal', executed: 90 },
      { label: '①中央', kind: 'fiscal', executed: 50 },
      { label: '②市级', kind: 'fiscal', executed: 40 },
      { label: '其他资金小计', kind: 'other', executed: 10 },
      { label: '合计', kind: 'total', executed: 100 },
    ),
    [],
  ],
  [
    'the same money listed twice',
    'funds-sum-mismatch',
    funds(
      { kind: 'total', executed: 100 },
      { kind: 'fiscal', executed: 90 },
      { kind: 'other', executed: 10 },
      { label: '基本支出', executed: 70 },
      { label: '项目支出', executed: 30 },
    ),
    [],
  ],
  [
    'a total of zero',
    'funds-sum-mismatch',
    funds({ kind: 'total', executed: 0 }, { kind: 'fiscal', executed: 60 }),
    [],
  ],
  [
    'a total of zero',
    'fund-total-zero',
    funds({ kind: 'total', executed: 0 }, { kind: 'fiscal', executed: 60 }),
    ['/funds/rows/0/executed error'],
  ],
  ['all zero', 'fund-total-zero', funds({ kind: 'total', executed: 0 }, { kind: 'fiscal', executed: 0 }), []],

  ['executed at the edge', 'executed-exceeds-budget', funds({ annualBudget: 100, executed: 100.01 }), []],
  [
    'executed beyond it',
    'executed-exceeds-budget',
    funds({ annualBudget: 100, executed: 100.02 }),
    ['/funds/rows/0/executed warning'],
  ],
  ['a change at the edge', 'budget-change', funds({ kind: 'total', initialBudget: 100, annualBudget: 130 }), []],
  [
    'a change beyond it',
    'budget-change',
    funds({ kind: 'total', initialBudget: 100, annualBudget: 69 }),
    ['/funds/rows/0/annualBudget info'],
  ],
  ['a rate of 90 %', 'low-rate-reason', funds({ kind: 'total', executionRate: 0.9 }), []],
  [
    'a rate below it',
    'low-rate-reason',
    funds({ kind: 'total', executionRate: 0.8999 }),
    ['/funds/rows/0/executionRate warning'],
  ],
  [
    'a reason elsewhere',
    'low-rate-reason',
    { ...funds({ kind: 'total', executionRate: 0.5 }), goals: { actual: '因疫情影响，项目延期。' } },
    [],
  ],
  [
    '元 under 万元',
    'unit-sanity',
    funds({ executed: 2537695 }, { executed: 2537695 }),
    ['/funds/rows/0/executed warning'],
  ],
  ['a million 万元', 'unit-sanity', funds({ executed: 1000000 }), []],
  [
    'another rate in the goals',
    'goal-amount',
    { ...funds({ kind: 'total', executionRate: 0.9 }), goals: { actual: '资金执行率为95.5%。' } },
    ['/goals/actual info'],
  ],
  [
    'another budget in the goals',
    'goal-amount',
    { ...funds({ kind: 'total', annualBudget: 90 }), goals: { actual: '全年预算100万元。' } },
    ['/goals/actual info'],
  ],

  ['in proportion', 'score-vs-target', one({ target: '≥90%', actual: '81%', weight: 10, score: 9 }), []],
  [
    'above proportion',
    'score-vs-target',
    one({ target: '≥90%', actual: '81%', weight: 10, score: 9.8 }),
    ['/indicators/0/score warning'],
  ],
  [
    'below proportion, no reason',
    'score-vs-target',
    one({ target: '≥90%', actual: '81%', weight: 10, score: 6.2 }),
    ['/indicators/0/score warning'],
  ],
  [
    'below proportion, with a reason',
    'score-vs-target',
    one({ target: '≥90%', actual: '81%', weight: 10, score: 6.2, deviation: '验收滞后' }),
    [],
  ],
  ['at most, by overrun', 'score-vs-target', one({ target: '≤100元', actual: '125元', weight: 10, score: 7.5 }), []],
  ['at most, by quotient', 'score-vs-target', one({ target: '≤100元', actual: '125元', weight: 10, score: 8 }), []],
  [
    'at most, by neither',
    'score-vs-target',
    one({ target: '≤100元', actual: '125元', weight: 10, score: 9.2 }),
    ['/indicators/0/score warning'],
  ],
  [
    'cost is told by another rule',
    'score-vs-target',
    one({ level2: '成本指标', target: '≤100元', actual: '125元', weight: 10, score: 9.2 }),
    [],
  ],
  [
    'cost',
    'cost-overrun',
    one({ level2: '成本指标', target: '≤100元', actual: '125元', weight: 10, score: 9.2 }),
    ['/indicators/0/score warning'],
  ],
  ['other units', 'score-vs-target', one({ target: '≥90人', actual: '8场', weight: 10, score: 9 }), []],
  ['money in two units', 'score-vs-target', one({ target: '≤1万元', actual: '9000元', weight: 10, score: 10 }), []],
  ['words', 'score-vs-target', one({ target: '显著提高', actual: '有所提高', weight: 10, score: 9 }), []],
  [
    'a part without a budget that spent money',
    'rate-range',
    funds({ kind: 'total', annualBudget: 5, executed: 5 }, { kind: 'fiscal', annualBudget: 0, executed: 5 }),
    ['/funds/rows/1/annualBudget error'],
  ],
  [
    'nothing budgeted, all of it spent',
    'rate-range',
    funds(
      { kind: 'total', annualBudget: 0, executed: 5, executionRate: 1 },
      { kind: 'fiscal', annualBudget: 0, executed: 5 },
    ),
    ['/funds/rows/0/annualBudget error'],
  ],
  [
    'few complaints',
    'full-score-unmet',
    one({ level3: '投诉率', target: '5%', actual: '0%', weight: 5, score: 5 }),
    [],
  ],
  ['no complaints', 'zero-actual', one({ level3: '投诉率', target: '5%', actual: '0%', weight: 5, score: 5 }), []],
  [
    'a result in a sentence',
    'full-score-unmet',
    one({ target: '≥100人', actual: '共培训60人', weight: 5, score: 5 }),
    ['/indicators/0/score error'],
  ],
  [
    'about a number',
    'full-score-unmet',
    one({ target: '≥100人', actual: '约60人', weight: 5, score: 5 }),
    ['/indicators/0/score warning'],
  ],
  [
    'a bare number as target',
    'actual-not-quantified',
    one({ target: '63', actual: '完成' }),
    ['/indicators/0/actual warning'],
  ],
  ['a range', 'score-vs-target', one({ target: '2-3次', actual: '1次', weight: 10, score: 9 }), []],

  [
    'full marks, target missed',
    'full-score-unmet',
    one({ target: '≥90%', actual: '89.9%', weight: 10, score: 10 }),
    ['/indicators/0/score error'],
  ],
  [
    'full marks, although what was not to happen did',
    'full-score-unmet',
    one({ target: '=0起', actual: '3起', weight: 10, score: 10 }),
    ['/indicators/0/score warning'],
  ],
  [
    'full marks, nothing happened',
    'full-score-unmet',
    one({ target: '=0起', actual: '0起', weight: 10, score: 10 }),
    [],
  ],
  [
    'full marks, more than asked',
    'full-score-unmet',
    one({ target: '=8个', actual: '9个', weight: 10, score: 10 }),
    [],
  ],
  ['full marks, target met', 'full-score-unmet', one({ target: '≥90%', actual: '90.0%', weight: 10, score: 10 }), []],
  [
    'full marks, limit broken',
    'full-score-unmet',
    one({ target: '不超过100元', actual: '101元', weight: 10, score: 10 }),
    ['/indicators/0/score error'],
  ],
  [
    'full marks, sign in its own column',
    'full-score-unmet',
    one({ operator: '≥', target: '50', unit: '个', actual: '49', weight: 10, score: 10 }),
    ['/indicators/0/score error'],
  ],
  [
    'full marks, units in doubt',
    'full-score-unmet',
    one({ target: '≥90%', actual: '0.85', weight: 10, score: 10 }),
    ['/indicators/0/score warning'],
  ],
  [
    'full marks, a share as a fraction',
    'full-score-unmet',
    one({ target: '≥90%', actual: '0.95', weight: 10, score: 10 }),
    [],
  ],
  [
    'full marks, adjusted target',
    'full-score-unmet',
    one({ target: '≥90', adjustedTarget: '≥80', actual: '85', weight: 10, score: 10 }),
    [],
  ],
  [
    'a qualitative sign',
    'full-score-unmet',
    one({ operator: '定性', target: '90', actual: '80', weight: 10, score: 10 }),
    [],
  ],

  [
    'met and deducted',
    'met-but-deducted',
    one({ target: '≥90%', actual: '95%', weight: 10, score: 9 }),
    ['/indicators/0/score warning'],
  ],
  [
    'met and deducted by a hair',
    'met-but-deducted',
    one({ target: '≥90%', actual: '95%', weight: 10, score: 9.99 }),
    [],
  ],
  ['missed and deducted', 'met-but-deducted', one({ target: '≥90%', actual: '85%', weight: 10, score: 9 }), []],
  [
    'a reason of 无',
    'deviation-missing',
    one({ weight: 10, score: 9, deviation: '无' }),
    ['/indicators/0/deviation warning'],
  ],
  [
    'a reason of 0',
    'deviation-missing',
    one({ weight: 10, score: 9, deviation: '0' }),
    ['/indicators/0/deviation warning'],
  ],
  [
    'a reason for all in one place',
    'deviation-missing',
    { ...one({ weight: 10, score: 9 }), extra: { 未完成原因分析: '招标延期' } },
    [],
  ],
  ['full marks', 'deviation-missing', one({ weight: 10, score: 10 }), []],
  [
    '1.3 times the target',
    'over-fulfilment',
    one({ target: '≥10篇', actual: '13篇' }),
    ['/indicators/0/actual warning'],
  ],
  ['less than that', 'over-fulfilment', one({ target: '≥10篇', actual: '12.9篇' }), []],
  ['far below a limit', 'over-fulfilment', one({ target: '≤10起', actual: '1起' }), []],
  [
    'nothing, and a score',
    'zero-actual',
    one({ target: '≥10篇', actual: '0篇', score: 1 }),
    ['/indicators/0/score error'],
  ],
  ['nothing, and no score', 'zero-actual', one({ target: '≥10篇', actual: '0篇', score: 0 }), []],
  ['nothing where nothing is wanted', 'zero-actual', one({ target: '0起', actual: '0起', score: 10 }), []],
  ['a column that nobody filled in', 'actual-missing', { indicators: [{ score: 5 }, { score: 5 }] }, []],

  ['a result in Chinese numbers', 'actual-not-quantified', one({ target: '≥3场', actual: '三场' }), []],
  [
    'a result in words',
    'actual-not-quantified',
    one({ target: '≥3场', actual: '达成预期指标' }),
    ['/indicators/0/actual warning'],
  ],
  [
    'no complaints',
    'satisfaction-evidence',
    one({ level1: '满意度指标', actual: '无投诉', score: 5 }),
    ['/indicators/0/actual warning'],
  ],
  [
    '100 %',
    'satisfaction-evidence',
    one({ level1: '满意度指标', actual: '100%', score: 5 }),
    ['/indicators/0/actual info'],
  ],
  ['no score', 'satisfaction-evidence', one({ level1: '满意度指标', actual: '100%' }), []],
  ['a growth above 100 %', 'rate-target-over-100', one({ level3: '产值增长率', target: '≥150%' }), []],
  [
    'a satisfaction of 290 %',
    'rate-target-over-100',
    one({ level3: '满意度', target: '290%' }),
    ['/indicators/0/target warning'],
  ],
  [
    'two places of one name',
    'duplicate-indicator',
    {
      indicators: [
        { level3: '新建面积', target: '1' },
        { level3: '新建面积', target: '2' },
      ],
    },
    [],
  ],
  [
    'rows that the template left over',
    'duplicate-indicator',
    { indicators: [{ level3: '指标1' }, { level3: '指标1' }] },
    [],
  ],

  ['the next year', 'year-consistency', { year: 2022, indicators: [{ level2: '时效指标', actual: '2023年1月' }] }, []],
  [
    'the year in the title',
    'year-consistency',
    { year: 2022, title: '2021年度项目支出绩效自评表' },
    ['/title warning'],
  ],
  [
    'filed too early',
    'year-consistency',
    { year: 2022, extra: { 填报日期: '2021年3月1日' } },
    ['/extra/填报日期 warning'],
  ],
  [
    'done within the month',
    'late-completion',
    one({ target: '2022年6月10日前', actual: '2022年6月', weight: 5, score: 5 }),
    [],
  ],
  [
    'done a day late',
    'late-completion',
    one({ target: '2022年6月10日前', actual: '2022年6月11日', weight: 5, score: 5 }),
    ['/indicators/0/score warning'],
  ],
  [
    'done late, with points lost',
    'late-completion',
    one({ target: '2022年6月10日前', actual: '2022年6月11日', weight: 5, score: 4 }),
    [],
  ],
  ['90 is 优', 'grade-mismatch', { total: { score: 90, grade: '优秀' } }, []],
  ['89.99 is not', 'grade-mismatch', { total: { score: 89.99, grade: '优' } }, ['/total/grade error']],
  ['50 of old', 'grade-mismatch', { total: { score: 55, grade: '中' } }, []],
  ['a grade in a sentence', 'grade-mismatch', { total: { score: 55, grade: '自评结果为优' } }, []],
];

describe('a total that cannot be read', () => {
  it('is known by every label under which totals are read', () => {
    for (const label of [...TOTAL_LABELS.score, ...TOTAL_HEADER_LABELS, '自评总分（分）：', '总分 2']) {
      expect(found('total-missing', { extra: { [label]: '—12' } }), label).toEqual(['/total/score error']);
    }
  });
  it('is quoted', () => {
    const form: Example = { indicators: [{ score: 98 }], extra: { 自评总分: '（92.00）' } };
    expect(said('total-missing', form)).toEqual(['the total is stated as "（92.00）", which is not a number']);
    expect(said('total-missing', form, 'zh')).toEqual(['总分填写为“（92.00）”，不是数字']);
  });
});

describe('rules', () => {
  it.each(CASES.map(([what, id, form, faults]) => ({ id, what, form, faults })))(
    '$id: $what',
    ({ id, form, faults }) => {
      expect(found(id, form)).toEqual(faults);
    },
  );
});

describe('arithmetic that explains itself', () => {
  const form = (score: number, total: number, ...others: number[]): Example => ({
    indicators: [score, ...others].map((value, i) => ({ level3: `指标${'甲乙丙丁'[i]}`, score: value })),
    total: { score: total },
  });
  it('says by how much', () => {
    expect(said('score-total-mismatch', form(50.5, 97, 40))).toEqual([
      'the scores add up to 90.5, but the form states 97: a difference of 6.5',
    ]);
    expect(said('score-total-mismatch', form(50.5, 97, 40), 'zh')).toEqual(['得分合计 90.5，与表列总分 97 相差 6.5']);
  });
  it('names the one number that would mend it', () => {
    expect(said('score-total-mismatch', form(9.5, 43, 8.25, 31.7))).toEqual([
      'the scores add up to 49.45, but the form states 43: a difference of 6.45',
    ]);
    expect(said('score-total-mismatch', form(5, 95, 45))).toEqual([
      'the scores add up to 50, but the form states 95: a difference of 45; it would come out if "指标甲" were 50 instead of 5',
    ]);
    expect(said('score-total-mismatch', form(12.4, 63.4, 15), 'zh')[0]).toBe(
      '得分合计 27.4，与表列总分 63.4 相差 36；若“指标乙”应为 51 而非 15，则可相符',
    );
  });
  it('lists a few where several would', () => {
    expect(said('score-total-mismatch', form(48, 98, 40))[0]).toMatch(
      /; one of these, if mistyped, would explain it: 指标甲 48 → 58, 指标乙 40 → 50, 总分 98 → 88$/,
    );
  });
});

import { said, sum } from '../quantities/decimal.js';
import { fundsScore } from '../report.js';
import type { Rule } from '../validator-types.js';

export const totalMissing: Rule = {
  id: 'total-missing',
  severity: 'warning',
  title: { en: 'The total score is blank', zh: '总分未填写' },
  why: { en: 'Rows are scored, but the form states no total.', zh: '各指标已评分，但未填写总分。' },
  source: null,
  messages: {
    missing: { en: 'no total is stated; the scores add up to {sum}', zh: '未填写总分；各项得分合计为 {sum}' },
  },
  examples: {
    fails: { indicators: [{ level3: '培训场次', weight: 100, score: 98 }] },
    passes: { indicators: [{ level3: '培训场次', weight: 100, score: 98 }], total: { score: 98 } },
  },
  *check(report) {
    const scores = report.indicators.map((indicator) => indicator.score).filter((score) => score !== null);
    if (scores.length === 0 || report.total.score !== null) return;
    const own = fundsScore(report);
    yield {
      message: 'missing',
      path: '/total/score',
      data: { sum: said(sum(own === null ? scores : [...scores, own])) },
    };
  },
};

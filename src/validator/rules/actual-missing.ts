import { said } from '../quantities/decimal.js';
import { indicatorsOf, nameOf } from '../report.js';
import type { Rule } from '../validator-types.js';

export const actualMissing: Rule = {
  id: 'actual-missing',
  severity: 'warning',
  title: { en: 'A scored indicator has no result', zh: '已评分指标未填写完成值' },
  why: { en: 'A score says nothing where the result is not told.', zh: '未填写完成值，得分没有依据。' },
  mend: {
    en: 'fill in the result, or take the score back',
    zh: '补填实际完成值；确无完成情况的，不应计分',
  },
  source: null,
  messages: {
    missing: { en: '"{name}" scores {score} and states no result', zh: '“{name}”得分 {score}，但未填写完成值' },
  },
  examples: {
    fails: {
      indicators: [
        { level3: '培训场次', actual: '3场', score: 5 },
        { level3: '培训人次', score: 5 },
      ],
    },
    passes: { indicators: [{ level3: '培训场次', actual: '3场', score: 5 }] },
  },
  *check(report) {
    // A template without the column has nothing to fill in.
    if (!report.indicators.some(({ actual }) => actual !== null)) return;
    for (const [i, indicator] of indicatorsOf(report)) {
      if (indicator.score === null || indicator.score === 0 || indicator.actual !== null) continue;
      yield {
        message: 'missing',
        path: `/indicators/${i}/actual`,
        data: { name: nameOf(indicator), score: said(indicator.score) },
      };
    }
  },
};

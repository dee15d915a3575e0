import { percent } from '../quantities/decimal.js';
import { totalRow } from '../report.js';
import type { Rule } from '../validator-types.js';

export const perfectScore: Rule = {
  id: 'perfect-score',
  severity: 'info',
  title: { en: 'A perfect score', zh: '自评满分' },
  why: {
    en: 'Reviewers look first at forms that score 100 of 100, above all where not all money was spent.',
    zh: '自评满分的项目是复核重点，执行率不足 100% 的尤其如此。',
  },
  mend: {
    en: 'check whether every target was really reached in full',
    zh: '复核各项指标是否确已全部完成，客观评分',
  },
  source: null,
  messages: {
    perfect: { en: 'the form scores 100 of 100', zh: '自评得满分 100 分' },
    rate: {
      en: 'the form scores 100 of 100 with an execution rate of {rate}',
      zh: '执行率为 {rate}，自评却得满分 100 分',
    },
  },
  examples: { fails: { total: { weight: 100, score: 100 } }, passes: { total: { weight: 100, score: 98 } } },
  *check(report) {
    if (report.total.score !== 100) return;
    const rate = totalRow(report)?.executionRate ?? null;
    if (rate !== null && rate < 1) yield { message: 'rate', path: '/total/score', data: { rate: percent(rate) } };
    else yield { message: 'perfect', path: '/total/score' };
  },
};

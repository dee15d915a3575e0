import { SLIP_MESSAGES, slipHint, sumFormula } from '../explain-sum.js';
import { near, said, sum } from '../quantities/decimal.js';
import { unitsOf } from '../quantities/units.js';
import { fundsScore, fundsWeight, namesOf, weightsWithoutFunds } from '../report.js';
import type { Rule } from '../validator-types.js';

export const scoreTotalMismatch: Rule = {
  id: 'score-total-mismatch',
  severity: 'error',
  title: { en: 'The scores do not add up to the stated total', zh: '得分合计与总分不符' },
  why: {
    en: 'The total is what is reported and graded; it must be the sum of the scores and of the execution rate.',
    zh: '总分是上报和评级的依据，应等于各指标得分与预算执行率得分之和。',
  },
  mend: {
    en: 'correct the score that is wrong, or the total',
    zh: '核对各项得分，更正有误的得分或总分',
  },
  source: '财预〔2020〕10号',
  messages: {
    mismatch: {
      en: 'the scores add up to {sum}, but the form states {total}: a difference of {difference}',
      zh: '得分合计 {sum}，与表列总分 {total} 相差 {difference}',
    },
    ...SLIP_MESSAGES,
  },
  examples: {
    fails: {
      funds: [{ kind: 'total', weight: 10, score: 10 }],
      indicators: [{ level3: '培训场次', weight: 90, score: 88 }],
      total: { score: 99 },
    },
    passes: {
      funds: [{ kind: 'total', weight: 10, score: 10 }],
      indicators: [{ level3: '培训场次', weight: 90, score: 88 }],
      total: { score: 98 },
    },
  },
  *check(report, { tolerances }) {
    const stated = report.total.score;
    const units = unitsOf(report);
    const scored = units.filter(({ score }) => score !== null);
    if (stated === null || scored.length === 0) return;
    // A weighted indicator without a score is unknown, and so is the sum: score-missing tells of it.
    if (units.some(({ score, weight }) => score === null && weight !== null && weight !== 0)) return;
    const own = fundsScore(report);
    if (own === null && fundsWeight(report) !== null) return;
    const parts = [
      ...scored.map((unit) => ({ name: namesOf(unit), value: unit.score as number })),
      ...(own === null ? [] : [{ name: '执行率得分', value: own }]),
    ];
    const total = sum(parts.map((part) => part.value));
    if (near(total, stated, tolerances.score)) return;
    const alone = sum(scored.map(({ score }) => score as number));
    if (weightsWithoutFunds(report, tolerances) && near(alone, stated, tolerances.score)) return;
    const difference = total.minus(stated);
    yield {
      message: 'mismatch',
      path: '/total/score',
      data: {
        sum: said(total),
        total: said(stated),
        difference: said(difference.abs()),
      },
      formula: sumFormula(parts, stated),
      hint: slipHint(parts, { name: '总分', value: stated }),
    };
  },
};

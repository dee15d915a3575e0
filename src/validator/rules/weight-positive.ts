import { said } from '../quantities/decimal.js';
import { unitsOf } from '../quantities/units.js';
import { namesOf } from '../report.js';
import type { Rule } from '../validator-types.js';

export const weightPositive: Rule = {
  id: 'weight-positive',
  severity: 'warning',
  title: { en: 'A scored indicator has no positive weight', zh: '已评分指标的分值不是正数' },
  why: { en: 'An indicator of no weight cannot be scored.', zh: '分值为零或为负的指标无法评分。' },
  mend: {
    en: 'give the indicator a weight, or no score',
    zh: '为该指标设置正的分值，或不计分',
  },
  source: null,
  messages: {
    weight: {
      en: '"{name}" is scored {score} with a weight of {weight}',
      zh: '“{name}”得分 {score}，但分值为 {weight}',
    },
  },
  examples: {
    fails: { indicators: [{ level3: '培训场次', weight: 0, score: 0 }] },
    passes: { indicators: [{ level3: '培训场次', weight: 5, score: 0 }] },
  },
  *check(report) {
    for (const unit of unitsOf(report)) {
      const { weight, score, first } = unit;
      // A score above such a weight is told by score-exceeds-weight.
      if (weight === null || score === null || weight > 0 || score > weight) continue;
      yield {
        message: 'weight',
        path: `/indicators/${first}/weight`,
        data: { name: namesOf(unit), weight: said(weight), score: said(score) },
      };
    }
  },
};

import { comparisonOf, isMet } from '../quantities/comparison.js';
import { decimal, said } from '../quantities/decimal.js';
import { unitsOf } from '../quantities/units.js';
import { isReason, namesOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const metButDeducted: Rule = {
  id: 'met-but-deducted',
  severity: 'warning',
  title: { en: 'Points deducted although the target was met', zh: '已完成指标值却扣分且未说明原因' },
  why: {
    en: 'A target that is met scores its full weight, unless a reason says otherwise.',
    zh: '完成指标值的应得满分，扣分应说明原因。',
  },
  mend: {
    en: 'give the full score, or say what points were lost for',
    zh: '目标已完成的应得满分；确需扣分的，应说明理由',
  },
  source: '财预〔2020〕10号',
  messages: {
    deducted: {
      en: '"{name}" meets {target} with {actual}, but scores {score} of {weight} and no reason is given',
      zh: '“{name}”完成值 {actual} 已达到指标值 {target}，得分 {score}（分值 {weight}），未说明扣分原因',
    },
  },
  examples: {
    fails: { indicators: [{ level3: '培训人次', target: '≥100人次', actual: '120人次', weight: 10, score: 8 }] },
    passes: {
      indicators: [
        { level3: '培训人次', target: '≥100人次', actual: '120人次', weight: 10, score: 8, deviation: '目标设置偏低' },
      ],
    },
  },
  *check(report, { tolerances }) {
    for (const unit of unitsOf(report)) {
      const { weight, score, members, first } = unit;
      const comparisons = members.map(comparisonOf);
      if (!comparisons.every((comparison) => comparison && isMet(comparison)) || weight === null || score === null)
        continue;
      // A score below zero is told as such.
      if (score < 0 || members.some(({ deviation }) => isReason(deviation))) continue;
      if (decimal(weight).minus(decimal(score)).lte(tolerances.weight)) continue;
      const data = {
        name: namesOf(unit),
        weight: said(weight),
        score: said(score),
        actual: short(members.map(({ actual }) => actual ?? '').join('、')),
        target: short(members.map(({ target }) => target ?? '').join('、')),
      };
      const formula = `${said(score)} < ${said(weight)}`;
      yield { message: 'deducted', path: `/indicators/${first}/score`, data, formula };
    }
  },
};

import { comparisonOf, isMet } from '../quantities/comparison.js';
import { said } from '../quantities/decimal.js';
import { unitsOf } from '../quantities/units.js';
import { isCause } from '../reasons.js';
import { isReason, namesOf } from '../report.js';
import type { Rule } from '../validator-types.js';

export const deviationMissing: Rule = {
  id: 'deviation-missing',
  severity: 'warning',
  title: { en: 'Points deducted without a reason', zh: '扣分未说明偏差原因' },
  why: {
    en: 'A target that was missed needs its reason and what will be done about it.',
    zh: '未完成绩效目标的，应分析偏差原因并提出改进措施。',
  },
  mend: {
    en: 'write why points were lost, and what will be done about it',
    zh: '补填偏差原因分析及改进措施',
  },
  source: '财预〔2020〕10号',
  messages: {
    missing: {
      en: '"{name}" scores {score} of {weight} and no reason is given',
      zh: '“{name}”得分 {score}（分值 {weight}），未填写偏差原因及改进措施',
    },
  },
  examples: {
    fails: {
      indicators: [
        { level3: '培训人次', weight: 10, score: 8 },
        { level3: '场次', deviation: '受疫情影响' },
      ],
    },
    passes: { indicators: [{ level3: '培训人次', weight: 10, score: 8, deviation: '受疫情影响' }] },
  },
  *check(report) {
    for (const unit of unitsOf(report)) {
      const { weight, score, members, first } = unit;
      if (weight === null || score === null || score >= weight || score < 0) continue;
      if (members.some(({ deviation }) => isCause(deviation))) continue;
      // Points lost with the target met are told by met-but-deducted.
      const comparisons = members.map(comparisonOf);
      if (comparisons.every((comparison) => comparison && isMet(comparison))) continue;
      if (isToldElsewhere(report)) continue;
      const data = { name: namesOf(unit), weight: said(weight), score: said(score) };
      const formula = `${said(score)} < ${said(weight)}`;
      yield { message: 'missing', path: `/indicators/${first}/deviation`, data, formula };
    }
  },
};

/** Templates without the column (Hubei) ask for the reasons of all indicators in one place. */
function isToldElsewhere({ indicators, conclusion, extra }: Parameters<Rule['check']>[0]): boolean {
  if (indicators.some(({ deviation }) => deviation !== null)) return false;
  const others = Object.entries(extra).flatMap(([label, text]) => (/原因|说明|问题/u.test(label) ? [text] : []));
  return [conclusion.problems, ...others].some(isReason);
}

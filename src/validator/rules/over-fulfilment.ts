import { type Comparison, comparisonOf, timesReached } from '../quantities/comparison.js';
import { decimal, percent, said } from '../quantities/decimal.js';
import { indicatorsOf, isReason, nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const overFulfilment: Rule = {
  id: 'over-fulfilment',
  severity: 'warning',
  title: { en: 'A target is far exceeded without a reason', zh: '完成值远超指标值且未说明原因' },
  why: {
    en: 'A result far above the target shows a target that was set too low: it must be explained, and may cost points.',
    zh: '完成值明显超出指标值的，应分析原因；因目标值设定明显偏低造成的，可适度扣分。',
  },
  mend: {
    en: 'say why so much more was reached; where the target was too low, take points off and set it higher',
    zh: '说明大幅超额完成的原因；指标值设定偏低的应扣分，并在以后年度合理设定',
  },
  source: '财预〔2020〕10号',
  messages: {
    over: {
      en: '"{name}" reaches {share} of its target ({actual} against {target}) and no reason is given',
      zh: '“{name}”完成值 {actual} 达到指标值 {target} 的 {share}，未说明原因',
    },
  },
  examples: {
    fails: { indicators: [{ level3: '培训人次', target: '≥100人次', actual: '200人次', weight: 10, score: 10 }] },
    passes: { indicators: [{ level3: '培训人次', target: '≥100人次', actual: '110人次', weight: 10, score: 10 }] },
  },
  *check(report, { tolerances }) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const comparison = comparisonOf(indicator);
      const times = comparison?.isSameUnit ? timesReached(comparison) : null;
      if (!times || times.lt(decimal(tolerances.overFulfilment)) || isReason(indicator.deviation)) continue;
      const data = {
        name: nameOf(indicator),
        share: percent(times),
        actual: short(indicator.actual ?? ''),
        target: short(indicator.target ?? ''),
      };
      const { actual, most } = comparison as Comparison;
      const formula = `${said(actual)} ÷ ${said(most)} = ${percent(times)} ≥ ${percent(tolerances.overFulfilment)}`;
      yield { message: 'over', path: `/indicators/${i}/actual`, data, formula };
    }
  },
};

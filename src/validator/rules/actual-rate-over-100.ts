import { quantityIn } from '../quantities/comparison.js';
import { said } from '../quantities/decimal.js';
import { indicatorsOf, isShareOfWhole, nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const actualRateOver100: Rule = {
  id: 'actual-rate-over-100',
  severity: 'warning',
  title: { en: 'A rate above 100 % as a result', zh: '比率类完成值超过 100%' },
  why: {
    en: 'No more can pass a test, or be content, than there are.',
    zh: '合格率、满意度、及时率等以全体为限，不可能超过 100%。',
  },
  mend: { en: 'compute the rate anew', zh: '重新核算完成值' },
  source: null,
  messages: {
    above: { en: 'the result of "{name}" is {actual}, more than 100%', zh: '“{name}”完成值为 {actual}，超过 100%' },
  },
  examples: {
    fails: { indicators: [{ level3: '产品合格率', target: '≥98%', actual: '102%' }] },
    passes: { indicators: [{ level3: '任务完成率', target: '≥98%', actual: '102%' }] },
  },
  *check(report) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const { actual, target, unit } = indicator;
      const quantity = quantityIn(actual);
      if (!quantity || quantity.low.lte(100) || !isShareOfWhole(indicator)) continue;
      if ((quantity.measure.unit || unit || quantityIn(target)?.measure.unit) !== '%') continue;
      const formula = `${said(quantity.low)}% > 100%`;
      const data = { name: nameOf(indicator), actual: short(actual ?? '') };
      yield { message: 'above', path: `/indicators/${i}/actual`, data, formula };
    }
  },
};

import { comparisonOf } from '../quantities/comparison.js';
import { said } from '../quantities/decimal.js';
import { isNothing } from '../quantities/targets.js';
import { indicatorsOf, nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const zeroActual: Rule = {
  id: 'zero-actual',
  severity: 'error',
  title: { en: 'Nothing was reached and points were scored', zh: '完成值为零却有得分' },
  why: {
    en: 'A result of zero against a target above zero scores zero.',
    zh: '指标值大于零而完成值为零的，应得零分。',
  },
  mend: {
    en: 'score it zero',
    zh: '完成值为零的应得 0 分',
  },
  source: '财预〔2020〕10号',
  messages: {
    zero: {
      en: '"{name}" reaches {actual} of {target} and scores {score}',
      zh: '“{name}”指标值 {target}，完成值为 {actual}，却得 {score} 分',
    },
  },
  examples: {
    fails: { indicators: [{ level3: '培训人次', target: '≥100人次', actual: '0人次', weight: 10, score: 3 }] },
    passes: { indicators: [{ level3: '事故起数', target: '≤0起', actual: '0起', weight: 10, score: 10 }] },
  },
  *check(report) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const comparison = comparisonOf(indicator);
      // A score for several may be that of the others.
      if (indicator.shared.score) continue;
      if (!comparison || !isNothing(comparison) || indicator.score === null || indicator.score <= 0) continue;
      yield {
        message: 'zero',
        path: `/indicators/${i}/score`,
        data: {
          name: nameOf(indicator),
          actual: short(indicator.actual ?? ''),
          target: short(indicator.target ?? ''),
          score: said(indicator.score),
        },
        formula: `${said(comparison.actual)} ÷ ${said(comparison.target)} = 0`,
        severity: comparison.sure ? 'error' : 'warning',
      };
    }
  },
};

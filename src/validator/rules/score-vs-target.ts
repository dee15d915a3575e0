import { departure } from '../quantities/targets.js';
import { indicatorsOf } from '../report.js';
import type { Rule } from '../validator-types.js';

export const scoreVsTarget: Rule = {
  id: 'score-vs-target',
  severity: 'warning',
  title: { en: 'A score does not follow from target and result', zh: '得分与指标完成情况不符' },
  why: {
    en: 'A quantitative indicator that misses its target scores in proportion: actual/target times the weight, or by the formulas for "at most".',
    zh: '定量指标未完成的，按完成值与指标值的比例计分；反向指标按公布的两种公式之一计分。',
  },
  mend: {
    en: 'score it by the formula, or state the scoring rule that was used',
    zh: '按公式重新计分，或写明所用评分标准',
  },
  source: '财预〔2020〕10号；各省自评表填表说明',
  messages: {
    more: {
      en: '"{name}" scores {score} of {weight}; {actual} against {target} gives {expected}',
      zh: '“{name}”得分 {score}（分值 {weight}），按完成值 {actual}、指标值 {target} 应得 {expected}',
    },
  },
  examples: {
    fails: { indicators: [{ level3: '培训人次', target: '≥100人次', actual: '50人次', weight: 10, score: 9 }] },
    passes: { indicators: [{ level3: '培训人次', target: '≥100人次', actual: '50人次', weight: 10, score: 5 }] },
  },
  *check(report, { tolerances }) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const found = departure(indicator, tolerances);
      if (!found || /成本/u.test(`${indicator.level1}${indicator.level2}`)) continue;
      yield { message: 'more', path: `/indicators/${i}/score`, ...found };
    }
  },
};

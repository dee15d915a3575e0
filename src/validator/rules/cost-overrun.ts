import { departure } from '../quantities/targets.js';
import { indicatorsOf } from '../report.js';
import type { Rule } from '../validator-types.js';

export const costOverrun: Rule = {
  id: 'cost-overrun',
  severity: 'warning',
  title: { en: 'A cost over its limit scores too much', zh: '成本超出控制数而得分偏高' },
  why: {
    en: 'A cost above its limit loses points by the formulas for "at most".',
    zh: '成本指标超出控制数的，应按反向指标公式扣分。',
  },
  mend: {
    en: 'score it by the formula, and say why the cost was exceeded',
    zh: '按反向指标公式重新计分，并说明成本超支原因',
  },
  source: '财预〔2021〕101号',
  messages: {
    over: {
      en: '"{name}" scores {score} of {weight} although {actual} exceeds {target}; the formulas give {expected}',
      zh: '“{name}”完成值 {actual} 超出指标值 {target}，得分 {score}（分值 {weight}），按公式应得 {expected}',
    },
  },
  examples: {
    fails: {
      indicators: [{ level1: '成本指标', level3: '单价', target: '≤100元', actual: '150元', weight: 10, score: 9 }],
    },
    passes: {
      indicators: [{ level1: '成本指标', level3: '单价', target: '≤100元', actual: '150元', weight: 10, score: 5 }],
    },
  },
  *check(report, { tolerances }) {
    for (const [i, indicator] of indicatorsOf(report)) {
      if (!/成本/u.test(`${indicator.level1}${indicator.level2}`)) continue;
      const found = departure(indicator, tolerances);
      if (found) yield { message: 'over', path: `/indicators/${i}/score`, ...found };
    }
  },
};

import { quantityIn } from '../quantities/targets.js';
import { indicatorsOf, isReason, nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const actualNotQuantified: Rule = {
  id: 'actual-not-quantified',
  severity: 'warning',
  title: { en: 'A quantitative target has a result in words', zh: '定量指标的完成值未量化' },
  why: {
    en: '完成 does not say how much: a target with a number needs a result with one.',
    zh: '指标值为数值的，完成值应填写具体数值，不能只写“完成”。',
  },
  source: null,
  messages: {
    words: {
      en: '"{name}" asks for {target} and states "{actual}"',
      zh: '“{name}”指标值为 {target}，完成值仅填写“{actual}”',
    },
  },
  examples: {
    fails: { indicators: [{ level3: '培训人次', target: '≥100人次', actual: '已完成', score: 10 }] },
    passes: { indicators: [{ level3: '培训人次', target: '≥100人次', actual: '102人次', score: 10 }] },
  },
  *check(report) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const { target, actual, operator } = indicator;
      if (!isReason(actual) || actual === null || /[\d０-９一二三四五六七八九十百]/u.test(actual)) continue;
      const quantity = quantityIn(target);
      if (!quantity || (quantity.direction === null && operator === null) || /定性/u.test(operator ?? '')) continue;
      const data = { name: nameOf(indicator), target: short(target ?? ''), actual: short(actual) };
      yield { message: 'words', path: `/indicators/${i}/actual`, data };
    }
  },
};

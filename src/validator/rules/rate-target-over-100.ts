import { quantityIn } from '../quantities/comparison.js';
import { indicatorsOf, isShareOfWhole, nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const rateTargetOver100: Rule = {
  id: 'rate-target-over-100',
  severity: 'warning',
  title: { en: 'A rate above 100 % as a target', zh: '比率类指标值超过 100%' },
  why: {
    en: 'A satisfaction of 290 % is ≥90 % with its sign misread; no share exceeds the whole.',
    zh: '满意度、合格率等不可能超过 100%；“290%”多为“≥90%”误读。',
  },
  mend: {
    en: 'check the target against the page: a sign may have been read as a digit',
    zh: '对照原件核对指标值，“≥”可能被误识别为数字',
  },
  source: null,
  messages: {
    above: { en: 'the target of "{name}" is {target}, more than 100%', zh: '“{name}”指标值为 {target}，超过 100%' },
  },
  examples: {
    fails: { indicators: [{ level3: '群众满意度', target: '290%' }] },
    passes: { indicators: [{ level3: '群众满意度', target: '≥90%' }] },
  },
  *check(report) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const { level3, target, unit } = indicator;
      const quantity = quantityIn(target);
      if (!quantity || quantity.low.lte(100) || (quantity.measure.unit || unit) !== '%') continue;
      if (!isShareOfWhole(indicator) && !/(?:完成|执行|使用)[^增]*率$/u.test(level3 ?? '')) continue;
      yield {
        message: 'above',
        path: `/indicators/${i}/target`,
        data: { name: nameOf(indicator), target: short(target ?? '') },
      };
    }
  },
};

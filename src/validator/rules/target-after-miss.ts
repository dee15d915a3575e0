import { comparisonOf, isMet } from '../quantities/comparison.js';
import { said } from '../quantities/decimal.js';
import { indicatorsOf, nameOf, short } from '../report.js';
import { isSameIndicator, isYearBefore } from '../run/last-year.js';
import type { Rule } from '../validator-types.js';

export const targetAfterMiss: Rule = {
  id: 'target-after-miss',
  severity: 'warning',
  title: { en: 'A target was lowered after it was missed', zh: '上年未完成的指标本年调低指标值' },
  why: {
    en: 'A target that was missed is to be reached by better work, and not by asking for less.',
    zh: '上年未完成的指标应分析原因、改进工作，不应仅以调低指标值的方式完成。',
  },
  mend: { en: 'say why less is asked for than last year', zh: '说明指标值低于上年的理由' },
  source: null,
  messages: {
    lowered: {
      en: '"{name}" missed {before} in {year} with {result}, and is now to reach {after}',
      zh: '“{name}”{year} 年指标值 {before}、完成值 {result}，未完成；本年指标值调低为 {after}',
    },
  },
  examples: {
    fails: {
      ...{
        name: '职业技能培训',
        year: 2023,
        indicators: [{ level3: '培训人次', target: '≥150人次', actual: '160人次' }],
      },
      beside: {
        name: '职业技能培训',
        year: 2022,
        indicators: [{ level3: '培训人次', target: '≥200人次', actual: '150人次' }],
      },
    },
    passes: {
      ...{
        name: '职业技能培训',
        year: 2023,
        indicators: [{ level3: '培训人次', target: '≥200人次', actual: '210人次' }],
      },
      beside: {
        name: '职业技能培训',
        year: 2022,
        indicators: [{ level3: '培训人次', target: '≥200人次', actual: '150人次' }],
      },
    },
  },
  isOverFiles: true,
  *check(report, { others }) {
    const last = others.find((other) => isYearBefore(other.report, report))?.report;
    if (!last) return;
    for (const [i, indicator] of indicatorsOf(report)) {
      const before = last.indicators.find((one) => isSameIndicator(one, indicator));
      const then = before ? comparisonOf(before) : null;
      if (!before || !then || isMet(then)) continue;
      // This year's target, as if it were last year's result.
      const now = comparisonOf({ ...before, actual: indicator.target, shared: {} });
      if (!now || isMet(now)) continue;
      yield {
        message: 'lowered',
        path: `/indicators/${i}/target`,
        data: {
          name: nameOf(indicator),
          year: String(last.year),
          before: short(before.target ?? ''),
          result: short(before.actual ?? ''),
          after: short(indicator.target ?? ''),
        },
        formula: `${said(now.actual)} ${now.direction === 'at most' ? '>' : '<'} ${said(now.target)}`,
      };
    }
  },
};

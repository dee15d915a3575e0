import type { Indicator } from '../../contract/document.js';
import type { Tolerances } from '../../contract/tolerances.js';
import { type Decimal, decimal, near, said } from '../decimal.js';
import { indicatorsOf, isReason, nameOf } from '../report.js';
import { type Comparison, comparisonOf, formulaScores, isMet } from '../targets.js';
import type { Rule } from '../types.js';

export const scoreVsTarget: Rule = {
  id: 'score-vs-target',
  severity: 'warning',
  title: { en: 'A score does not follow from target and result', zh: '得分与指标完成情况不符' },
  why: {
    en: 'A quantitative indicator that misses its target scores in proportion: actual/target times the weight, or by the formulas for "at most".',
    zh: '定量指标未完成的，按完成值与指标值的比例计分；反向指标按公布的两种公式之一计分。',
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
      yield { message: 'more', path: `/indicators/${i}/score`, data: found };
    }
  },
};

/**
 * What is told of an indicator that misses its target, is neither at full marks nor at what a formula gives, and lies above
 * it or gives no reason. Full marks are told by full-score-unmet, a result of zero by zero-actual.
 */
export function departure(indicator: Indicator, tolerances: Tolerances): Readonly<Record<string, string>> | null {
  const { weight, score, target, actual } = indicator;
  const comparison = comparisonOf(indicator);
  if (!comparison || weight === null || score === null || weight <= 0 || score < 0) return null;
  if (isMet(comparison) || score >= weight || isNothing(comparison)) return null;
  const expected = formulaScores(comparison, weight);
  if (expected.some((value) => near(value, score, tolerances.formula) || isRounded(value, score))) return null;
  const isBelow = expected.every((value) => value.gt(score));
  if (isBelow && isReason(indicator.deviation)) return null;
  // Many forms write their own scoring rule; what it gives is not known here.
  if (isReason(indicator.scoringRule)) return null;
  return {
    name: nameOf(indicator),
    score: said(score),
    weight: said(weight),
    actual: actual ?? '',
    target: target ?? '',
    expected: [...new Set(expected.map(said))].join(' / '),
  };
}

/** A result of zero against a target above it. */
export const isNothing = ({ direction, target, actual }: Comparison): boolean =>
  direction !== 'at most' && actual.lte(0) && target.gt(0);

/** Scores are often rounded to whole or half points. */
const isRounded = (expected: Decimal, score: number): boolean =>
  decimal(score).times(2).mod(1).eq(0) && near(expected, score, 0.5);

import type { Indicator } from '../../contract/document.js';
import { comparisonOf, isMet } from '../quantities/comparison.js';
import { said } from '../quantities/decimal.js';
import { formulaScores, isNothing, scoringFormula } from '../quantities/targets.js';
import { type ScoredUnit, unitsOf } from '../quantities/units.js';
import { nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const fullScoreUnmet: Rule = {
  id: 'full-score-unmet',
  severity: 'error',
  title: { en: 'Full marks although the target was not met', zh: '未完成指标值却得满分' },
  why: {
    en: 'Only a target that is met scores its full weight. Reviewers find this fault more often than any other.',
    zh: '完成指标值的方可得满分；这是复核中最常见的问题。',
  },
  mend: {
    en: 'score it by the formula, and write why the target was missed',
    zh: '按公式重新计分，并补填未完成原因',
  },
  source: '财预〔2020〕10号',
  messages: {
    full: {
      en: '"{name}" scores its full weight of {weight}, but {actual} does not meet {target}',
      zh: '“{name}”完成值 {actual} 未达到指标值 {target}，却得满分 {weight}',
    },
  },
  examples: {
    fails: { indicators: [{ level3: '培训人次', target: '≥100人次', actual: '50人次', weight: 10, score: 10 }] },
    passes: { indicators: [{ level3: '培训人次', target: '≥100人次', actual: '100人次', weight: 10, score: 10 }] },
  },
  *check(report) {
    const full = unitsOf(report).filter(({ weight, score }) => weight !== null && weight > 0 && score === weight);
    for (const [i, indicator, weight] of full.flatMap(membersOf)) {
      const { target, actual } = indicator;
      const comparison = comparisonOf(indicator);
      if (!comparison || isMet(comparison) || isNothing(comparison)) continue;
      // A target that is missed by a hair may round to full marks.
      if (formulaScores(comparison, weight).some((value) => value.eq(weight))) continue;
      yield {
        message: 'full',
        path: `/indicators/${i}/score`,
        data: {
          name: nameOf(indicator),
          weight: said(weight),
          actual: short(actual ?? ''),
          target: short(target ?? ''),
        },
        formula: scoringFormula(comparison, weight, weight),
        // A unit that only one side prints, or a target without a sign, leaves a doubt.
        severity: comparison.sure && comparison.isSaid && comparison.direction !== 'exactly' ? 'error' : 'warning',
      };
    }
  },
};

/** Those that are scored as one, each with its index and with the weight of all. */
const membersOf = ({ members, indices, weight }: ScoredUnit): [number, Indicator, number][] =>
  members.map((indicator, k) => [indices[k] as number, indicator, weight ?? 0]);

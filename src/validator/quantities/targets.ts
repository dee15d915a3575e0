import type { Indicator } from '../../contract/document.js';
import type { Tolerances } from '../../contract/tolerances.js';
import { isReason, nameOf, short } from '../report.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import { comparisonOf, isMet, type Sides } from './comparison.js';
import { type Decimal, decimal, near, rounded, said } from './decimal.js';

/** Whether targets are met, and the published formulas that score them. */

/**
 * The scores that the published formulas give (财预〔2020〕10号 and the notes of the provinces): the weight where the target is
 * met; else for "at least" and "exactly" the weight times actual/target, or nothing where the target is 0; for "at most"
 * either the weight times (1 - overrun) or the weight times target/actual. Rounded half up to two places.
 */
export function formulaScores(comparison: Sides, weight: number): Decimal[] {
  const full = decimal(weight);
  const { direction, target, actual } = comparison;
  if (isMet(comparison)) return [full];
  const zero = decimal(0);
  if (direction !== 'at most') {
    if (target.lte(0)) return [zero];
    const share = actual.lte(0) ? zero : actual.div(target);
    return [rounded(full.times(share))];
  }
  if (target.lte(0)) return [zero];
  const over = actual.minus(target).div(target);
  const linear = over.gte(1) ? zero : full.times(decimal(1).minus(over));
  return [rounded(linear), rounded(full.times(target.div(actual)))];
}

/** What is told of a score that does not follow, and the formulas that say so. */
interface Departure {
  readonly data: Readonly<Record<string, string>>;
  readonly formula: string;
}

/** The formulas with their numbers, and the score that the form states instead: `10 × 50 ÷ 100 = 5 ≠ 9`. */
export function scoringFormula(comparison: Sides, weight: number, score: number): string {
  const [w, t, a] = [said(weight), said(comparison.target), said(comparison.actual)];
  const values = formulaScores(comparison, weight).map(said);
  const forms =
    comparison.target.lte(0) || values.length === 1
      ? [comparison.target.lte(0) ? `${a} > ${t}: ${values[0]}` : `${w} × ${a} ÷ ${t} = ${values[0]}`]
      : [`${w} × (1 - (${a} - ${t}) ÷ ${t}) = ${values[0]}`, `${w} × ${t} ÷ ${a} = ${values[1]}`];
  return `${forms.join(' / ')} ≠ ${said(score)}`;
}

/**
 * The data of a finding on an indicator that misses its target and whose score is not what a formula gives: it is higher,
 * or lower without a reason. Null where the score follows, and where another rule speaks: full-score-unmet of full marks,
 * zero-actual of a result of zero.
 */
export function departure(indicator: Indicator, tolerances: Tolerances): Departure | null {
  const { weight, score, target, actual } = indicator;
  const comparison = comparisonOf(indicator);
  // Points for several do not follow from one.
  if (indicator.shared.weight || indicator.shared.score) return null;
  if (!comparison?.isOne || weight === null || score === null || weight <= 0 || score < 0) return null;
  if (isMet(comparison) || score >= weight || isNothing(comparison)) return null;
  const expected = formulaScores(comparison, weight);
  if (expected.some((value) => near(value, score, tolerances.formula) || isRounded(value, score))) return null;
  const isBelow = expected.every((value) => value.gt(score));
  if (isBelow && isReason(indicator.deviation)) return null;
  // Many forms write their own scoring rule, which cannot be computed here.
  if (isReason(indicator.scoringRule)) return null;
  return {
    data: {
      name: nameOf(indicator),
      score: said(score),
      weight: said(weight),
      actual: short(actual ?? ''),
      target: short(target ?? ''),
      expected: [...new Set(expected.map(said))].join(' / '),
    },
    formula: scoringFormula(comparison, weight, score),
  };
}

/** A result of zero against a target above it. */
export const isNothing = ({ direction, target, actual }: Sides): boolean =>
  direction !== 'at most' && actual.lte(0) && target.gt(0);

/** Scores are often rounded to whole or half points. */
export const isRounded = (expected: Decimal, score: number): boolean =>
  decimal(score).times(2).mod(1).eq(0) && near(expected, score, VALIDATOR_TOLERANCES.scoreRounding);

import type { Indicator } from '../../contract/document.js';
import type { Tolerances } from '../../contract/tolerances.js';
import { narrow } from '../../text/narrow.js';
import { type Direction, directionOfSign, printedQuantity } from '../../text/quantity.js';
import { isReason, nameOf, short } from '../report.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import { type Decimal, decimal, exact, near, rounded, said } from './decimal.js';

/** Targets and results of indicators as quantities, and the published formulas that score them. */

/** A text that states one quantity. */
export interface Quantity {
  /** The sign or word in front of it, or null where the text has neither. */
  readonly direction: Direction | null;
  readonly value: Decimal;
  /** What is counted, without white space: `个`, `%`, `万元`; empty where no unit is printed. */
  readonly unit: string;
}

/** Reads a text that states one quantity and nothing else; null for words, dates, ranges and lists. */
export function quantityIn(text: string | null): Quantity | null {
  const printed = printedQuantity(text);
  const value = printed && exact(printed.digits);
  return printed && value && { direction: printed.direction, value, unit: usualUnit(printed.unit) };
}

const SAME_UNITS: ReadonlyMap<string, string> = new Map([
  ['％', '%'],
  ['百分比', '%'],
  ['百分点', '%'],
  ['人民币元', '元'],
  ['人次数', '人次'],
]);
const usualUnit = (unit: string): string => SAME_UNITS.get(unit) ?? unit;

/** What an indicator was to reach and what it reached, where both are one quantity of one kind. */
export interface Comparison {
  readonly direction: Direction;
  readonly target: Decimal;
  readonly actual: Decimal;
  readonly unit: string;
  /** Whether both units are printed, or both are left out: otherwise they are only likely the same. */
  readonly sure: boolean;
}

const YUAN: ReadonlyMap<string, number> = new Map([
  ['元', 1],
  ['千元', 1_000],
  ['万元', 10_000],
  ['百万元', 1_000_000],
  ['亿元', 100_000_000],
]);

/** Which way is better, as the form says. */
const BETTER = { more: 'at least', less: 'at most' } as const;

/** The two sides of an indicator, or null where they cannot be compared. */
export function comparisonOf(indicator: Indicator): Comparison | null {
  const goal =
    quantityIn(indicator.adjustedTarget) ?? (indicator.adjustedTarget === null ? quantityIn(indicator.target) : null);
  const reached = quantityIn(indicator.actual);
  if (!goal || !reached) return null;
  // A result for several targets is not that of one of them.
  if (indicator.shared.actual && !indicator.shared.target) return null;
  const column = directionOf(indicator.operator);
  if (column === 'words') return null;
  const direction = column ?? goal.direction ?? (indicator.direction && BETTER[indicator.direction]) ?? 'exactly';
  const own = indicator.unit === null ? '' : usualUnit(narrow(indicator.unit));
  const units = [goal.unit || own, reached.unit || own];
  const [a = '', b = ''] = units;
  const target = goal.value;
  const actual = reached.value;
  if (a === b) return { direction, target, actual, unit: a, sure: goal.unit === reached.unit || own !== '' };
  const [from, to] = [YUAN.get(b), YUAN.get(a)];
  if (from !== undefined && to !== undefined) {
    return { direction, target, actual: actual.times(from).div(to), unit: a, sure: true };
  }
  // A percentage is often typed as a bare number or as the fraction of one.
  return a === '' || b === '' ? { direction, target, actual, unit: a || b, sure: false } : null;
}

function directionOf(operator: string | null): Direction | 'words' | null {
  if (operator === null) return null;
  if (/定性/u.test(operator)) return 'words';
  return directionOfSign(operator);
}

/**
 * Whether the target is met. Reaching more than an exact target (`=8个`, or a bare `8个`) meets it: the published formulas
 * score it like "at least", and what is far above is for the rule over-fulfilment. The exception is an exact target of
 * nothing (`=0起`, no accidents), which any result above 0 misses; a negative result counts as 0.
 */
export function isMet({ direction, target, actual }: Comparison): boolean {
  if (direction === 'at most' || (direction === 'exactly' && target.eq(0))) return actual.lte(target);
  return actual.gte(target);
}

/**
 * The scores that the published formulas give (财预〔2020〕10号 and the notes of the provinces): the weight where the target is
 * met; else for "at least" and "exactly" the weight times actual/target, or nothing where the target is 0; for "at most"
 * either the weight times (1 - overrun) or the weight times target/actual. Rounded half up to two places.
 */
export function formulaScores(comparison: Comparison, weight: number): Decimal[] {
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

/**
 * The data of a finding on an indicator that misses its target and whose score is not what a formula gives: it is higher,
 * or lower without a reason. Null where the score follows, and where another rule speaks: full-score-unmet of full marks,
 * zero-actual of a result of zero.
 */
export function departure(indicator: Indicator, tolerances: Tolerances): Readonly<Record<string, string>> | null {
  const { weight, score, target, actual } = indicator;
  const comparison = comparisonOf(indicator);
  // Points for several do not follow from one.
  if (indicator.shared.weight || indicator.shared.score) return null;
  if (!comparison || weight === null || score === null || weight <= 0 || score < 0) return null;
  if (isMet(comparison) || score >= weight || isNothing(comparison)) return null;
  const expected = formulaScores(comparison, weight);
  if (expected.some((value) => near(value, score, tolerances.formula) || isRounded(value, score))) return null;
  const isBelow = expected.every((value) => value.gt(score));
  if (isBelow && isReason(indicator.deviation)) return null;
  // Many forms write their own scoring rule, which cannot be computed here.
  if (isReason(indicator.scoringRule)) return null;
  return {
    name: nameOf(indicator),
    score: said(score),
    weight: said(weight),
    actual: short(actual ?? ''),
    target: short(target ?? ''),
    expected: [...new Set(expected.map(said))].join(' / '),
  };
}

/** A result of zero against a target above it. */
export const isNothing = ({ direction, target, actual }: Comparison): boolean =>
  direction !== 'at most' && actual.lte(0) && target.gt(0);

/** Scores are often rounded to whole or half points. */
export const isRounded = (expected: Decimal, score: number): boolean =>
  decimal(score).times(2).mod(1).eq(0) && near(expected, score, VALIDATOR_TOLERANCES.scoreRounding);

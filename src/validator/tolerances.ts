/** Thresholds of the rules that no configuration changes; those that it may change are in contract/tolerances.ts. */
export const VALIDATOR_TOLERANCES = {
  /** Numbers that are offered as the one that was mistyped; more of them tell nobody anything. */
  maxCandidates: 3,
  /** Rows whose result copies the target, sign included, from which on it is a habit. */
  copiedTargets: 3,
  /** Points of the highest total where the form states none: some provinces add points on top of 100. */
  maxTotal: 120,
  /** Execution rate (fraction) below which hardly anything was spent. */
  hardlySpent: 0.05,
  /** 万元 of the largest budget, 10 billion 元: no project of those that file such forms has more. */
  maxWan: 1_000_000,
  /** In the unit of the form: amounts are printed with two decimals, and each may be rounded. */
  amountRounding: 0.01,
  /** Points by which a score that is rounded to whole or half points may miss what the formula gives. */
  scoreRounding: 0.5,
  /** Digits of a number in a text: more than the largest double has, and few enough to reckon with. */
  maxDigits: 400,
  /** Characters of a text of the form inside a message. */
  quotedLength: 20,
};

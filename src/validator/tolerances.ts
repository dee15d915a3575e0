/** Thresholds of the rules that no configuration changes; those that it may change are in contract/tolerances.ts. */
export const VALIDATOR_TOLERANCES = {
  /** Numbers that are offered as the one that was mistyped; more of them tell nobody anything. */
  maxCandidates: 3,
  /** Rows whose result copies the target, sign included, from which on it is a habit. */
  copiedTargets: 3,
  /** Rows from which on it is told that all results are their targets. */
  copiedRows: 8,
  /** Share of its points below which the output of a form counts as none. */
  hardlyDone: 0.3,
  /** Execution rate (fraction) from which on the money counts as spent. */
  mostlySpent: 0.9,
  /** Share of its points from which on the output of a form counts as done. */
  mostlyDone: 0.9,
  /** Execution rate (fraction) below which the money counts as not spent. */
  halfSpent: 0.5,
  /** 元 below which no project is: its amounts are in 万元. */
  minYuan: 1000,
  /** Fraction by which the cost of all may miss what was spent before it is told. */
  costRounding: 0.01,
  /** Fraction by which a number in a sentence may be rounded. */
  roundedInWords: 0.01,
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
  /** Fraction by which a number that is told with 约 or 近 may miss the true one. */
  about: 0.1,
  /** How many times its number 余 or + may stand for. */
  more: 1.3,
  /** Results of last year from which on, where nearly all are the same, the form is last year's. */
  sameResults: 4,
  /** How many times all that was spent the cost of one, times their number, must come to. */
  outOfProportion: 10,
  /** Forms of a file that must agree on their year for another one to be told. */
  yearMajority: 3,
  /** Characters of a text from which on nobody writes it twice by chance. */
  copiedCharacters: 30,
  /** Characters of a text of the form inside a message. */
  quotedLength: 20,
};

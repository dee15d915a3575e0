import type { DiagnosticCode } from '../contract/document.js';
import type { Language, RuleInfo } from '../contract/findings.js';
import { CODES } from '../messages/codes.js';
import { actualCopiesTarget } from './rules/actual-copies-target.js';
import { actualMissing } from './rules/actual-missing.js';
import { actualNotQuantified } from './rules/actual-not-quantified.js';
import { actualRateOver100 } from './rules/actual-rate-over-100.js';
import { budgetChange } from './rules/budget-change.js';
import { copiedText } from './rules/copied-text.js';
import { costOverrun } from './rules/cost-overrun.js';
import { costVsExecuted } from './rules/cost-vs-executed.js';
import { deviationMissing } from './rules/deviation-missing.js';
import { duplicateIndicator } from './rules/duplicate-indicator.js';
import { duplicateProject } from './rules/duplicate-project.js';
import { executedExceedsBudget } from './rules/executed-exceeds-budget.js';
import { executionRateMismatch } from './rules/execution-rate-mismatch.js';
import { executionWeight } from './rules/execution-weight.js';
import { fullScoreUnmet } from './rules/full-score-unmet.js';
import { fundScore } from './rules/fund-score.js';
import { fundScoreDouble } from './rules/fund-score-double.js';
import { fundTotalZero } from './rules/fund-total-zero.js';
import { fundsSumMismatch } from './rules/funds-sum-mismatch.js';
import { goalAmount } from './rules/goal-amount.js';
import { goalNotStated } from './rules/goal-not-stated.js';
import { goalVsIndicator } from './rules/goal-vs-indicator.js';
import { gradeMismatch } from './rules/grade-mismatch.js';
import { groupWeight } from './rules/group-weight.js';
import { lateCompletion } from './rules/late-completion.js';
import { levelMismatch } from './rules/level-mismatch.js';
import { levelVocabulary } from './rules/level-vocabulary.js';
import { lowRateReason } from './rules/low-rate-reason.js';
import { metButDeducted } from './rules/met-but-deducted.js';
import { moneyWithoutOutput } from './rules/money-without-output.js';
import { ocrLowConfidence } from './rules/ocr-low-confidence.js';
import { outputWithoutMoney } from './rules/output-without-money.js';
import { overFulfilment } from './rules/over-fulfilment.js';
import { perfectScore } from './rules/perfect-score.js';
import { rateBase } from './rules/rate-base.js';
import { rateRange } from './rules/rate-range.js';
import { rateTargetOver100 } from './rules/rate-target-over-100.js';
import { sameAsLastYear } from './rules/same-as-last-year.js';
import { satisfactionEvidence } from './rules/satisfaction-evidence.js';
import { satisfactionMissing } from './rules/satisfaction-missing.js';
import { scoreExceedsWeight } from './rules/score-exceeds-weight.js';
import { scoreMissing } from './rules/score-missing.js';
import { scoreTotalMismatch } from './rules/score-total-mismatch.js';
import { scoreVsTarget } from './rules/score-vs-target.js';
import { statedTotalRange } from './rules/stated-total-range.js';
import { targetAfterMiss } from './rules/target-after-miss.js';
import { targetMissing } from './rules/target-missing.js';
import { targetNotMeasurable } from './rules/target-not-measurable.js';
import { totalMissing } from './rules/total-missing.js';
import { unitCost } from './rules/unit-cost.js';
import { unitSanity } from './rules/unit-sanity.js';
import { untestedFullScore } from './rules/untested-full-score.js';
import { weightDistribution } from './rules/weight-distribution.js';
import { weightPositive } from './rules/weight-positive.js';
import { weightSumExcludesFunds } from './rules/weight-sum-excludes-funds.js';
import { weightTotalMismatch } from './rules/weight-total-mismatch.js';
import { yearConsistency } from './rules/year-consistency.js';
import { zeroActual } from './rules/zero-actual.js';
import type { Rule } from './validator-types.js';
import { codeInfo, ruleInfo } from './words.js';

/** Every rule: scores and totals, weights, money, targets, wording, the file. The docs list them in this order. */
export const RULES: readonly Rule[] = [
  scoreExceedsWeight,
  scoreMissing,
  scoreTotalMismatch,
  statedTotalRange,
  totalMissing,
  gradeMismatch,
  perfectScore,
  weightPositive,
  weightTotalMismatch,
  weightSumExcludesFunds,
  groupWeight,
  weightDistribution,
  executionWeight,
  executionRateMismatch,
  rateBase,
  rateRange,
  lowRateReason,
  fundScore,
  fundScoreDouble,
  fundsSumMismatch,
  fundTotalZero,
  executedExceedsBudget,
  budgetChange,
  unitSanity,
  goalAmount,
  goalNotStated,
  goalVsIndicator,
  scoreVsTarget,
  fullScoreUnmet,
  metButDeducted,
  deviationMissing,
  overFulfilment,
  zeroActual,
  costOverrun,
  costVsExecuted,
  unitCost,
  lateCompletion,
  outputWithoutMoney,
  moneyWithoutOutput,
  untestedFullScore,
  actualMissing,
  actualCopiesTarget,
  actualNotQuantified,
  targetNotMeasurable,
  targetMissing,
  rateTargetOver100,
  actualRateOver100,
  satisfactionEvidence,
  satisfactionMissing,
  duplicateIndicator,
  levelMismatch,
  levelVocabulary,
  yearConsistency,
  duplicateProject,
  copiedText,
  targetAfterMiss,
  sameAsLastYear,
  ocrLowConfidence,
];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

export const ruleOf = (id: string): Rule | undefined => byId.get(id);

export const isCode = (id: string): id is DiagnosticCode => Object.hasOwn(CODES, id);

/** The codes of diagnostics, but for one that a rule is named by too: both are set and told of together. */
const CODES_BESIDE_RULES = (Object.keys(CODES) as DiagnosticCode[]).filter((code) => !byId.has(code));

/** Everything that a finding may be of, and that a severity may be set for. */
export const FINDING_IDS: readonly string[] = [...byId.keys(), ...CODES_BESIDE_RULES];

/** What is told of each of them, in one language. */
export const allInfos = (lang: Language): RuleInfo[] => [
  ...RULES.map((rule) => ruleInfo(rule, lang)),
  ...CODES_BESIDE_RULES.map((code) => codeInfo(code, lang)),
];

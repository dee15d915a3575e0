import type { FundRow } from '../../contract/document.js';
import type { Tolerances } from '../../contract/tolerances.js';
import type { Decimal } from './decimal.js';
import { decimal, near, ratio } from './decimal.js';

/** The rate that the amounts give, where they give one. */
export function rateOf({ executed, annualBudget }: FundRow): Decimal | null {
  return executed === null || annualBudget === null || annualBudget === 0 ? null : ratio(executed, annualBudget);
}

/** Whether a printed rate is the computed one. Rates above 100 % are often cut to it. */
export function isRate(printed: number, computed: Decimal, { rate, wholeRate }: Tolerances): boolean {
  const tolerance = decimal(printed).times(100).mod(1).eq(0) ? wholeRate : rate;
  return near(computed, printed, tolerance) || (printed === 1 && computed.gt(1));
}

/** Whether a rate that misses the annual budget is the one over the initial budget: the rule rate-base tells of it. */
export function fitsInitialBudget(row: FundRow, tolerances: Tolerances): boolean {
  const { executed, initialBudget, annualBudget, executionRate } = row;
  if (executed === null || executionRate === null || !initialBudget || initialBudget === annualBudget) return false;
  const computed = rateOf(row);
  if (computed && isRate(executionRate, computed, tolerances)) return false;
  return isRate(executionRate, ratio(executed, initialBudget), tolerances);
}

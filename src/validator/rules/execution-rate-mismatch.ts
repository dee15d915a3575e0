import type { FundRow } from '../../contract/document.js';
import type { Tolerances } from '../../contract/tolerances.js';
import { type Decimal, decimal, near, percent, ratio, said } from '../decimal.js';
import { short } from '../report.js';
import type { Rule } from '../types.js';

export const executionRateMismatch: Rule = {
  id: 'execution-rate-mismatch',
  severity: 'error',
  title: { en: 'The execution rate is not executed over budget', zh: '执行率与预算数、执行数不符' },
  why: {
    en: 'The execution rate is the executed amount divided by the annual budget, adjusted within the year.',
    zh: '执行率＝全年执行数÷全年预算数（调整后）。',
  },
  source: '财预〔2020〕10号',
  messages: {
    mismatch: {
      en: '"{name}" states a rate of {rate}; {executed} of {budget} is {computed}',
      zh: '“{name}”执行率为 {rate}，按执行数 {executed}÷预算数 {budget} 应为 {computed}',
    },
  },
  examples: {
    fails: { funds: [{ label: '年度资金总额', annualBudget: 200, executed: 100, executionRate: 0.6 }] },
    passes: { funds: [{ label: '年度资金总额', annualBudget: 200, executed: 100, executionRate: 0.5 }] },
  },
  *check(report, { tolerances }) {
    for (const [i, row] of report.funds.rows.entries()) {
      const computed = rateOf(row);
      if (!computed || row.executionRate === null || isRate(row.executionRate, computed, tolerances)) continue;
      if (fitsInitialBudget(row, tolerances)) continue;
      yield {
        message: 'mismatch',
        path: `/funds/rows/${i}/executionRate`,
        data: {
          name: short(row.label ?? ''),
          rate: percent(row.executionRate),
          executed: said(row.executed as number),
          budget: said(row.annualBudget as number),
          computed: percent(computed),
        },
      };
    }
  },
};

/** The rate that the amounts give, where they give one. */
function rateOf({ executed, annualBudget }: FundRow): Decimal | null {
  return executed === null || annualBudget === null || annualBudget === 0 ? null : ratio(executed, annualBudget);
}

/** Whether a printed rate is the computed one. Rates above 100 % are often cut to it. */
function isRate(printed: number, computed: Decimal, { rate, wholeRate }: Tolerances): boolean {
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

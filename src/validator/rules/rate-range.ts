import type { Report } from '../../contract/document.js';
import { percent, said } from '../quantities/decimal.js';
import { short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const rateRange: Rule = {
  id: 'rate-range',
  severity: 'warning',
  title: { en: 'The execution rate is out of range', zh: '执行率超出合理范围' },
  why: {
    en: 'A rate is between 0 and 100 %; more was spent than planned above it, and money spent without a budget is an error.',
    zh: '执行率应在 0 至 100% 之间；超过 100% 需说明，无预算而有执行数为错误。',
  },
  mend: {
    en: 'check the budget, the executed amount and the rate',
    zh: '核对预算数、执行数和执行率',
  },
  source: null,
  messages: {
    above: { en: 'the rate of "{name}" is {rate}, more than 100%', zh: '“{name}”执行率为 {rate}，超过 100%' },
    negative: { en: 'the rate of "{name}" is {rate}, less than zero', zh: '“{name}”执行率为 {rate}，为负数' },
    noBudget: {
      en: '"{name}" has {executed} executed and a budget of 0',
      zh: '“{name}”执行数为 {executed}，预算数却为 0',
    },
  },
  examples: {
    fails: { funds: [{ label: '年度资金总额', executionRate: 1.2 }] },
    passes: { funds: [{ label: '年度资金总额', executionRate: 1 }] },
  },
  *check(report) {
    for (const [i, row] of report.funds.rows.entries()) {
      const name = short(row.label ?? '');
      const { executionRate: rate, annualBudget, executed } = row;
      const path = `/funds/rows/${i}/executionRate`;
      if (rate !== null && rate > 1)
        yield { message: 'above', path, data: { name, rate: percent(rate) }, formula: `${percent(rate)} > 100%` };
      if (rate !== null && rate < 0)
        yield { message: 'negative', path, data: { name, rate: percent(rate) }, severity: 'error' };
      if (annualBudget === 0 && executed !== null && executed > 0 && !isToldOf(report, i)) {
        const data = { name, executed: said(executed) };
        const formula = `${said(executed)} > 0`;
        yield { message: 'noBudget', path: `/funds/rows/${i}/annualBudget`, data, formula, severity: 'error' };
      }
    }
  },
};

/**
 * Whether a budget of 0 is told of elsewhere: that of a total over parts that have one by fund-total-zero, and that of a part
 * by what is said of a total without one.
 */
function isToldOf(report: Report, i: number): boolean {
  const { rows } = report.funds;
  const isTotal = rows[i]?.kind === 'total' || rows.length === 1;
  if (isTotal) return rows.some((row, k) => k !== i && (row.annualBudget ?? 0) > 0);
  return rows.some(({ kind, annualBudget, executed }) => kind === 'total' && annualBudget === 0 && (executed ?? 0) > 0);
}

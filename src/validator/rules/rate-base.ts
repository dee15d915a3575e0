import type { FundRow } from '../../contract/document.js';
import { percent, ratio, said } from '../quantities/decimal.js';
import { fitsInitialBudget, rateOf } from '../quantities/rates.js';
import { short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const rateBase: Rule = {
  id: 'rate-base',
  severity: 'warning',
  title: { en: 'The execution rate is taken over the initial budget', zh: '执行率以年初预算数为基数' },
  why: {
    en: 'The base of the rate is the annual budget as adjusted, not the one at the start of the year.',
    zh: '执行率应以全年（调整后）预算数为基数，而非年初预算数。',
  },
  mend: {
    en: 'divide by the annual budget, and not by the initial one',
    zh: '执行率应以全年预算数（而非年初预算数）为分母',
  },
  source: '财预〔2020〕10号',
  messages: {
    base: {
      en: 'the rate of {rate} of "{name}" is that over the initial budget, not over the annual budget',
      zh: '“{name}”执行率 {rate} 是以年初预算数计算的，应以全年预算数为基数',
    },
  },
  examples: {
    fails: {
      funds: [{ label: '年度资金总额', initialBudget: 100, annualBudget: 200, executed: 100, executionRate: 1 }],
    },
    passes: {
      funds: [{ label: '年度资金总额', initialBudget: 100, annualBudget: 200, executed: 100, executionRate: 0.5 }],
    },
  },
  *check(report, { tolerances }) {
    for (const [i, row] of report.funds.rows.entries()) {
      if (!fitsInitialBudget(row, tolerances)) continue;
      const data = { name: short(row.label ?? ''), rate: percent(row.executionRate as number) };
      const formula = baseFormula(row);
      yield { message: 'base', path: `/funds/rows/${i}/executionRate`, data, ...(formula === null ? {} : { formula }) };
    }
  },
};

/** The quotient by the annual budget, and that by the initial one. */
function baseFormula(row: FundRow): string | null {
  const { executed, initialBudget, annualBudget } = row;
  const right = rateOf(row);
  if (executed === null || !initialBudget || annualBudget === null || right === null) return null;
  const printed = ratio(executed, initialBudget);
  return `${said(executed)} ÷ ${said(annualBudget)} = ${percent(right)} ≠ ${percent(printed)} = ${said(executed)} ÷ ${said(initialBudget)}`;
}

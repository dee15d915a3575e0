import { decimal, said } from '../quantities/decimal.js';
import { inUnit } from '../quantities/fund-parts.js';
import { short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const executedExceedsBudget: Rule = {
  id: 'executed-exceeds-budget',
  severity: 'warning',
  title: { en: 'More was executed than budgeted', zh: '执行数超过预算数' },
  why: {
    en: 'Spending needs a budget: nothing without one, nothing above it.',
    zh: '无预算不支出，执行数不应超过全年预算数。',
  },
  mend: {
    en: 'check both amounts; where the budget was raised, fill in the adjusted one',
    zh: '核对预算数与执行数；已追加预算的，全年预算数应填调整后数额',
  },
  source: '《中华人民共和国预算法》第十三条',
  messages: {
    above: {
      en: '"{name}" has {executed} executed of a budget of {budget}',
      zh: '“{name}”执行数 {executed} 超过全年预算数 {budget}',
    },
  },
  examples: {
    fails: { funds: [{ label: '年度资金总额', annualBudget: 100, executed: 120 }] },
    passes: { funds: [{ label: '年度资金总额', annualBudget: 100, executed: 100 }] },
  },
  *check(report, { tolerances }) {
    for (const [i, { label, annualBudget, executed, executionRate }] of report.funds.rows.entries()) {
      // A budget of 0 and a printed rate above 100 % are told by other rules.
      if (annualBudget === null || executed === null || annualBudget === 0) continue;
      if (executionRate !== null && executionRate > 1) continue;
      if (decimal(executed).minus(decimal(annualBudget)).lte(inUnit(report, tolerances.amount))) continue;
      const data = { name: short(label ?? ''), executed: said(executed), budget: said(annualBudget) };
      const formula = `${said(executed)} > ${said(annualBudget)}`;
      yield { message: 'above', path: `/funds/rows/${i}/executed`, data, formula };
    }
  },
};

import { decimal, percent, said } from '../quantities/decimal.js';
import { isReason, totalRow } from '../report.js';
import type { Rule } from '../validator-types.js';

export const budgetChange: Rule = {
  id: 'budget-change',
  severity: 'info',
  title: { en: 'The budget changed much within the year', zh: '年中预算调整幅度较大' },
  why: { en: 'Reviewers ask why a budget was changed by so much.', zh: '预算调整幅度较大的，评审时需说明原因。' },
  mend: {
    en: 'say why the budget was changed, and give the number of the approval',
    zh: '说明预算调整的原因，并附调整批复文号',
  },
  source: null,
  messages: {
    changed: {
      en: 'the budget changed by {change}, from {initial} to {annual}, and no reason is given',
      zh: '全年预算数由年初 {initial} 调整为 {annual}，变动 {change}，未说明原因',
    },
  },
  examples: {
    fails: { funds: [{ kind: 'total', initialBudget: 100, annualBudget: 150 }] },
    passes: { funds: [{ kind: 'total', initialBudget: 100, annualBudget: 110 }] },
  },
  *check(report, { tolerances }) {
    const row = totalRow(report);
    if (!row?.initialBudget || row.annualBudget === null || isReason(row.reason)) return;
    const change = decimal(row.annualBudget).minus(row.initialBudget).div(row.initialBudget);
    if (change.abs().lte(tolerances.budgetChange)) return;
    yield {
      message: 'changed',
      path: `/funds/rows/${report.funds.rows.indexOf(row)}/annualBudget`,
      data: { change: percent(change), initial: said(row.initialBudget), annual: said(row.annualBudget) },
      formula: `(${said(row.annualBudget)} - ${said(row.initialBudget)}) ÷ ${said(row.initialBudget)} = ${percent(change)}`,
    };
  },
};

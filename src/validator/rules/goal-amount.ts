import { exact, near, percent, said } from '../quantities/decimal.js';
import { totalRow } from '../report.js';
import type { Rule } from '../validator-types.js';

/** How many of the form's units make 1 万元. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ['万元', 1],
  ['元', 10_000],
]);

export const goalAmount: Rule = {
  id: 'goal-amount',
  severity: 'info',
  title: { en: 'The goals name other figures than the funds block', zh: '目标文字中的金额或执行率与资金表不一致' },
  why: {
    en: 'The text of the goals was often copied from another year or another project.',
    zh: '目标文字常从上年或其他项目复制，数字未更新。',
  },
  mend: {
    en: 'use the same amounts in the goals and in the table',
    zh: '核对并统一目标文字与资金表中的金额',
  },
  source: null,
  messages: {
    rate: {
      en: 'the goals speak of a rate of {told}, the funds block of {rate}',
      zh: '目标文字所述执行率 {told} 与资金表 {rate} 不一致',
    },
    budget: {
      en: 'the goals speak of a budget of {told}万元, the funds block of {amount}{unit}',
      zh: '目标文字所述预算 {told} 万元与资金表 {amount} {unit}不一致',
    },
  },
  examples: {
    fails: {
      unit: '万元',
      funds: [{ kind: 'total', annualBudget: 100, executionRate: 0.9 }],
      goals: { actual: '预算100万元，执行率95%。' },
    },
    passes: {
      unit: '万元',
      funds: [{ kind: 'total', annualBudget: 100, executionRate: 0.9 }],
      goals: { actual: '预算100万元，执行率90%。' },
    },
  },
  *check(report, { tolerances }) {
    const row = totalRow(report);
    const text = report.goals.actual;
    if (!row || text === null) return;
    const rate = /(?:预算|资金)?执行率(?:为|达到?|是)?(\d+(?:\.\d+)?)%/u.exec(text)?.[1];
    const percentTold = rate === undefined ? null : exact(rate);
    if (percentTold !== null && row.executionRate !== null) {
      const told = percentTold.div(100);
      if (!near(told, row.executionRate, tolerances.wholeRate)) {
        yield {
          message: 'rate',
          path: '/goals/actual',
          data: { told: percent(told), rate: percent(row.executionRate) },
        };
      }
    }
    const budget = /(?:预算|年度预算|全年预算)(?:数|资金|金额)?(?:为|共|共计|是)?(\d[\d,]*(?:\.\d+)?)万元/u.exec(
      text,
    )?.[1];
    const amounts = [row.initialBudget, row.annualBudget].filter((value) => value !== null);
    const scale = SCALES.get(report.funds.unit ?? '');
    if (budget === undefined || amounts.length === 0 || scale === undefined) return;
    const told = exact(budget);
    if (told === null || amounts.some((amount) => near(told.times(scale), amount, scale))) return;
    const data = { told: said(told), amount: said(amounts.at(-1) as number), unit: report.funds.unit ?? '' };
    yield { message: 'budget', path: '/goals/actual', data };
  },
};

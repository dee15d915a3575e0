import type { Report } from '../../contract/document.js';
import { narrow } from '../../text/narrow.js';
import { type Decimal, exact, near, nearly, percent, said } from '../quantities/decimal.js';
import { AMOUNTS, inYuan } from '../quantities/fund-parts.js';
import { totalRow } from '../report.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import type { Rule } from '../validator-types.js';

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
    if (!row) return;
    const rate = /(?:预算|资金)?执行率(?:为|达到?|是)?(\d+(?:\.\d+)?)%/u.exec(text ?? '')?.[1];
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
    for (const field of ['expected', 'actual'] as const) {
      for (const told of moneyIn(report.goals[field])) {
        if (isOnForm(report, told)) continue;
        const amount = said(row.annualBudget ?? row.executed ?? 0);
        const data = { told: said(told.div(10_000)), amount, unit: report.funds.unit ?? '' };
        yield { message: 'budget', path: `/goals/${field}`, data };
      }
    }
  },
};

const MONEY =
  /(?:总投资|预算(?:数|资金|金额)?|经费|资金(?:总额)?)(?:为|共计?|是|达)?(?<number>\d[\d,]*(?:\.\d+)?)(?<scale>[万亿]?)元/gu;
/** Money that is a part of all, or is not the form's. */
const PART =
  /其中|每|人均|户均|社会|自筹|配套|争取|撬动|带动|[省市县区乡镇]级|中央|地方|上级|结转|节约|结余|贷款|奖补|补贴|专项/u;

/** The amounts in 元 by which a text tells of all the money. */
function moneyIn(told: string | null): Decimal[] {
  const text = narrow(told ?? '');
  return [...text.matchAll(MONEY)].flatMap(({ index, groups: { number = '', scale = '' } = {} }) => {
    const before = text.slice(Math.max(0, index - WORDS_BEFORE), index);
    const amount = PART.test(before.split(/[，,。；;]/u).at(-1) ?? '') ? null : exact(number);
    return amount ? [amount.times(scale === '亿' ? 100_000_000 : scale === '万' ? 10_000 : 1)] : [];
  });
}

/** Characters before an amount that say whose it is. */
const WORDS_BEFORE = 20;

/** Whether an amount is one of the funds block, as far as it may be rounded; also where the block's unit is told to be wrong. */
function isOnForm(report: Report, told: Decimal): boolean {
  const amounts = report.funds.rows.flatMap((row) => AMOUNTS.map((field) => inYuan(report, row[field])));
  const known = amounts.filter((amount) => amount !== null);
  if (known.length === 0) return true;
  return known.some((amount) =>
    [1, 10_000].some((scale) => nearly(amount.times(scale), told, VALIDATOR_TOLERANCES.roundedInWords)),
  );
}

import type { Report } from '../../contract/document.js';
import { said } from '../quantities/decimal.js';
import { AMOUNTS } from '../quantities/fund-parts.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import type { Rule } from '../validator-types.js';

export const unitSanity: Rule = {
  id: 'unit-sanity',
  severity: 'warning',
  title: { en: 'Amounts look as if they were in another unit', zh: '金额单位疑似有误' },
  why: {
    en: 'Forms in 万元 are often filled in with 元, which makes every amount ten thousand times too large.',
    zh: '表头单位为万元而按元填列的情况常见，金额会扩大一万倍。',
  },
  mend: {
    en: 'fill in the amounts in the unit of the form',
    zh: '按表头金额单位重新填列金额',
  },
  source: null,
  messages: {
    large: {
      en: '{amount} 万元 is more than a project has; the amounts are probably in 元',
      zh: '金额 {amount} 万元过大，疑似按元填列',
    },
    small: {
      en: 'a budget of {amount} 元 is less than a project has; the amounts are probably in 万元',
      zh: '预算 {amount} 元过小，疑似按万元填列',
    },
  },
  examples: {
    fails: { unit: '万元', funds: [{ executed: 2537695 }] },
    passes: { unit: '元', funds: [{ executed: 2537695 }] },
  },
  *check(report) {
    const small = report.funds.unit === '元' ? largestUnder(report, VALIDATOR_TOLERANCES.minYuan) : null;
    if (small) yield { message: 'small', path: small.path, data: { amount: said(small.amount) } };
    if (report.funds.unit !== '万元') return;
    for (const [i, row] of report.funds.rows.entries()) {
      const field = AMOUNTS.find((name) => (row[name] ?? 0) > VALIDATOR_TOLERANCES.maxWan);
      if (!field) continue;
      // One is enough: all amounts of a form are in one unit.
      yield { message: 'large', path: `/funds/rows/${i}/${field}`, data: { amount: said(row[field] as number) } };
      return;
    }
  },
};

/** The budget of a form, where no amount of it comes to so much. */
function largestUnder({ funds }: Report, limit: number): { path: string; amount: number } | null {
  const amounts = funds.rows.flatMap((row, i) =>
    AMOUNTS.map((field) => ({ path: `/funds/rows/${i}/${field}`, amount: row[field] ?? 0 })),
  );
  const [first, ...others] = amounts.filter(({ amount }) => amount > 0);
  const largest = others.reduce((a, b) => (b.amount > a.amount ? b : a), first ?? { path: '', amount: 0 });
  return largest.amount > 0 && largest.amount < limit ? largest : null;
}

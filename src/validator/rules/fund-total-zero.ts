import { said, sum } from '../quantities/decimal.js';
import { AMOUNT_NAMES, AMOUNTS, columnOf, fundParts } from '../quantities/fund-parts.js';
import type { Rule } from '../validator-types.js';

export const fundTotalZero: Rule = {
  id: 'fund-total-zero',
  severity: 'error',
  title: { en: 'The total of the funds is zero and its parts are not', zh: '资金总额为零而明细不为零' },
  why: {
    en: 'A total of 0 over sources that have money was left unfilled.',
    zh: '明细有金额而总额为 0，说明总额未填写。',
  },
  mend: {
    en: 'fill in the total, the sum of its sources',
    zh: '年度资金总额应填各资金来源之和',
  },
  source: null,
  messages: Object.fromEntries(
    AMOUNTS.map((field) => [
      field,
      {
        en: `the total row states 0 in the column of the ${AMOUNT_NAMES[field].en}, its sources add up to {sum}`,
        zh: `${AMOUNT_NAMES[field].zh}总额为 0，各项合计却为 {sum}`,
      },
    ]),
  ),
  examples: {
    fails: {
      funds: [
        { kind: 'total', executed: 0 },
        { kind: 'fiscal', executed: 90 },
      ],
    },
    passes: {
      funds: [
        { kind: 'total', executed: 90 },
        { kind: 'fiscal', executed: 90 },
      ],
    },
  },
  *check(report) {
    const found = fundParts(report);
    if (!found) return;
    for (const field of AMOUNTS) {
      const parts = columnOf(report, found.parts, field);
      if (report.funds.rows[found.total]?.[field] !== 0 || parts === null) continue;
      const added = sum(parts);
      if (!added.eq(0))
        yield {
          message: field,
          path: `/funds/rows/${found.total}/${field}`,
          data: { sum: said(added) },
          formula: `${parts.map(said).join(' + ')} = ${said(added)} ≠ 0`,
        };
    }
  },
};

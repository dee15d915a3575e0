import type { Report } from '../../contract/document.js';
import { SLIP_MESSAGES, slipHint, sumFormula } from '../explain-sum.js';
import { decimal, near, said, sum } from '../quantities/decimal.js';
import {
  AMOUNT_NAMES,
  AMOUNTS,
  type Amount,
  columnOf,
  type FundParts,
  fundParts,
  inUnit,
} from '../quantities/fund-parts.js';
import { short } from '../report.js';
import type { Fault, Rule } from '../validator-types.js';

export const fundsSumMismatch: Rule = {
  id: 'funds-sum-mismatch',
  severity: 'error',
  title: { en: 'The sources of funds do not add up to the total', zh: '各项资金合计与资金总额不符' },
  why: {
    en: 'In each column the total row is the sum of the sources under it.',
    zh: '年度资金总额应等于各项资金来源之和，逐列核对。',
  },
  mend: {
    en: 'check the sources against the accounts, and let them add up to the total',
    zh: '对照决算核对各资金来源，使其合计等于总额',
  },
  source: null,
  messages: {
    ...Object.fromEntries(
      AMOUNTS.map((field) => [
        field,
        {
          en: `the sources add up to {sum} in the column of the ${AMOUNT_NAMES[field].en}, the total row states {total}: a difference of {difference}`,
          zh: `${AMOUNT_NAMES[field].zh}各项合计 {sum}，与总额 {total} 相差 {difference}`,
        },
      ]),
    ),
    ...Object.fromEntries(
      AMOUNTS.map((field) => [
        `${field}Above`,
        {
          en: `"{name}" alone is {part} in the column of the ${AMOUNT_NAMES[field].en}, more than the total of {total}`,
          zh: `${AMOUNT_NAMES[field].zh}中“{name}”为 {part}，已超过总额 {total}`,
        },
      ]),
    ),
    ...SLIP_MESSAGES,
  },
  examples: {
    fails: {
      unit: '万元',
      funds: [
        { label: '年度资金总额', kind: 'total', executed: 100 },
        { label: '财政拨款', kind: 'fiscal', executed: 90 },
      ],
    },
    passes: {
      unit: '万元',
      funds: [
        { label: '年度资金总额', kind: 'total', executed: 100 },
        { label: '财政拨款', kind: 'fiscal', executed: 100 },
      ],
    },
  },
  *check(report, { tolerances }) {
    const found = fundParts(report);
    if (!found) return;
    for (const field of AMOUNTS) {
      const total = report.funds.rows[found.total]?.[field] ?? null;
      const parts = columnOf(report, found.parts, field);
      if (total !== null && total > 0 && parts === null)
        yield* partAbove(report, found, field, inUnit(report, tolerances.amount));
      if (total === null || parts === null) continue;
      const added = sum(parts);
      const isZeroTotal = total === 0 && !added.eq(0);
      const tolerance = inUnit(report, tolerances.amount);
      if (isZeroTotal || near(added, total, tolerance) || isListedAgain(parts, total, tolerance)) continue;
      const cells = parts.map((value, i) => {
        return { name: short(report.funds.rows[found.parts[i] ?? -1]?.label ?? ''), value };
      });
      const name = short(report.funds.rows[found.total]?.label ?? '');
      yield {
        message: field,
        path: `/funds/rows/${found.total}/${field}`,
        data: { sum: said(added), total: said(total), difference: said(added.minus(total).abs()) },
        formula: sumFormula(cells, total),
        hint: slipHint(cells, { name, value: total }),
      };
    }
  },
};

/** Forms of whole departments list the same money by source and then by use: each list adds up to the total. */
function isListedAgain(parts: readonly number[], total: number, tolerance: number): boolean {
  let start = 0;
  for (let end = 1; end <= parts.length; end++) {
    if (near(sum(parts.slice(start, end)), total, tolerance)) start = end;
  }
  return start === parts.length && total !== 0;
}

/** A source that is more than the total, beside blank ones, which could only add to it. */
function* partAbove(report: Report, { total, parts }: FundParts, field: Amount, tolerance: number): Iterable<Fault> {
  const whole = report.funds.rows[total]?.[field] ?? null;
  if (whole === null) return;
  for (const i of parts) {
    const part = report.funds.rows[i]?.[field] ?? null;
    if (part === null || decimal(part).minus(whole).lte(tolerance)) continue;
    const name = short(report.funds.rows[i]?.label ?? '');
    const data = { name, part: said(part), total: said(whole) };
    yield {
      message: `${field}Above`,
      path: `/funds/rows/${i}/${field}`,
      data,
      formula: `${data.part} > ${data.total}`,
    };
  }
}

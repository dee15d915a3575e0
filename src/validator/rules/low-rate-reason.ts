import { type Decimal, percent } from '../quantities/decimal.js';
import { isRate, rateOf } from '../quantities/rates.js';
import { tellsWhyUnspent } from '../reasons.js';
import { totalRow } from '../report.js';
import type { Rule } from '../validator-types.js';

export const lowRateReason: Rule = {
  id: 'low-rate-reason',
  severity: 'warning',
  title: { en: 'A low execution rate has no reason', zh: '执行率偏低且未说明原因' },
  why: {
    en: 'Money that was not spent must be explained: 90 % is what Sichuan asks for, 80 % what auditors do.',
    zh: '执行率偏低（四川为低于 90%，审计一般为低于 80%）应说明原因。',
  },
  mend: {
    en: 'say why the money was not spent, and what will be done',
    zh: '说明资金执行率低的原因及改进措施',
  },
  source: '四川省预算绩效自评通知',
  messages: {
    low: {
      en: 'the execution rate is {rate}, and nothing on the form says why',
      zh: '执行率为 {rate}，表中未说明原因',
    },
  },
  examples: {
    fails: { funds: [{ kind: 'total', executionRate: 0.4 }] },
    passes: { funds: [{ kind: 'total', executionRate: 0.4, reason: '受疫情影响，项目延期' }] },
  },
  *check(report, { tolerances }) {
    const row = totalRow(report);
    const rate = row?.executionRate ?? null;
    if (!row || rate === null || rate >= tolerances.lowRate || tellsWhyUnspent(report)) return;
    // A rate that is mistyped is told as such.
    if (rateOf(row)?.gte(tolerances.lowRate) && !isRate(rate, rateOf(row) as Decimal, tolerances)) return;
    const path = `/funds/rows/${report.funds.rows.indexOf(row)}/executionRate`;
    const formula = `${percent(rate)} < ${percent(tolerances.lowRate)}`;
    yield { message: 'low', path, data: { rate: percent(rate) }, formula };
  },
};

import { percent, said, sum } from '../quantities/decimal.js';
import { unitsOf } from '../quantities/units.js';
import { tellsWhyUnspent } from '../reasons.js';
import { totalRow } from '../report.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import type { Rule } from '../validator-types.js';

export const outputWithoutMoney: Rule = {
  id: 'output-without-money',
  severity: 'warning',
  title: { en: 'All outputs reached and hardly any money spent', zh: '资金几乎未执行而产出全部满分' },
  why: {
    en: 'What was done without money was either not done or not paid; either needs a word.',
    zh: '资金未支出而产出全部完成，需说明资金来源或支付情况。',
  },
  mend: {
    en: 'say how the output came about without money, or correct the amounts',
    zh: '说明未支出资金而完成产出的情况，或更正执行数',
  },
  source: null,
  messages: {
    free: {
      en: 'the execution rate is {rate}, yet the outputs score {score} of {weight}',
      zh: '执行率仅 {rate}，产出指标却得 {score} 分（分值 {weight}）',
    },
  },
  examples: {
    fails: {
      funds: [{ kind: 'total', executionRate: 0.01 }],
      indicators: [{ level1: '产出指标', weight: 50, score: 50 }],
    },
    passes: {
      funds: [{ kind: 'total', executionRate: 0.9 }],
      indicators: [{ level1: '产出指标', weight: 50, score: 50 }],
    },
  },
  *check(report) {
    const row = totalRow(report);
    const rate = row?.executionRate ?? null;
    if (!row || rate === null || rate >= VALIDATOR_TOLERANCES.halfSpent) return;
    // Bills of work that is done are often paid later; of hardly any money nothing can be done.
    const isHardly = rate < VALIDATOR_TOLERANCES.hardlySpent;
    if (!isHardly && tellsWhyUnspent(report)) return;
    const outputs = unitsOf(report).filter(({ members: [head] }) => /产出/u.test(head?.level1 ?? ''));
    if (outputs.length === 0 || outputs.some(({ weight, score }) => weight === null || score === null)) return;
    const [weight, score] = [sum(outputs.map((unit) => unit.weight ?? 0)), sum(outputs.map((unit) => unit.score ?? 0))];
    if (weight.lte(0) || score.div(weight).lt(VALIDATOR_TOLERANCES.mostlyDone)) return;
    const path = `/funds/rows/${report.funds.rows.indexOf(row)}/executionRate`;
    const data = { rate: percent(rate), score: said(score), weight: said(weight) };
    yield { message: 'free', path, data, severity: isHardly ? 'warning' : 'info' };
  },
};

import { percent, said, sum } from '../quantities/decimal.js';
import { unitsOf } from '../quantities/units.js';
import { totalRow } from '../report.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import type { Rule } from '../validator-types.js';

export const moneyWithoutOutput: Rule = {
  id: 'money-without-output',
  severity: 'warning',
  title: { en: 'The money is spent and hardly anything was done', zh: '资金基本支出而产出基本未完成' },
  why: {
    en: 'Where the money is gone and the work is not done, reviewers ask where it went.',
    zh: '资金已基本支出而产出指标得分很低的，应说明资金去向。',
  },
  mend: {
    en: 'say what the money was spent on, or correct the results',
    zh: '说明资金使用情况，或更正产出指标完成情况',
  },
  source: null,
  messages: {
    spent: {
      en: 'the execution rate is {rate}, and the outputs score {score} of {weight}',
      zh: '执行率为 {rate}，而产出指标仅得 {score} 分（分值 {weight}）',
    },
  },
  examples: {
    fails: { funds: [{ kind: 'total', executionRate: 1 }], indicators: [{ level1: '产出指标', weight: 50, score: 5 }] },
    passes: {
      funds: [{ kind: 'total', executionRate: 1 }],
      indicators: [{ level1: '产出指标', weight: 50, score: 45 }],
    },
  },
  *check(report) {
    const row = totalRow(report);
    const rate = row?.executionRate ?? null;
    if (!row || rate === null || rate < VALIDATOR_TOLERANCES.mostlySpent) return;
    const outputs = unitsOf(report).filter(({ members: [head] }) => /产出/u.test(head?.level1 ?? ''));
    if (outputs.length === 0 || outputs.some(({ weight, score }) => weight === null || score === null)) return;
    const [weight, score] = [sum(outputs.map((unit) => unit.weight ?? 0)), sum(outputs.map((unit) => unit.score ?? 0))];
    if (weight.lte(0) || score.div(weight).gte(VALIDATOR_TOLERANCES.hardlyDone)) return;
    const data = { rate: percent(rate), score: said(score), weight: said(weight) };
    const formula = `${data.score} ÷ ${data.weight} = ${percent(score.div(weight))} < ${percent(VALIDATOR_TOLERANCES.hardlyDone)}`;
    yield { message: 'spent', path: `/funds/rows/${report.funds.rows.indexOf(row)}/executionRate`, data, formula };
  },
};

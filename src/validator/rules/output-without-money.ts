import { percent } from '../quantities/decimal.js';
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
      en: 'the execution rate is {rate}, yet every output has full marks',
      zh: '执行率仅 {rate}，产出指标却全部满分',
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
    const outputs = report.indicators.filter(({ level1 }) => /产出/u.test(level1 ?? ''));
    if (!row || rate === null || rate >= VALIDATOR_TOLERANCES.hardlySpent || outputs.length === 0) return;
    if (!outputs.every(({ weight, score }) => weight !== null && score === weight)) return;
    const path = `/funds/rows/${report.funds.rows.indexOf(row)}/executionRate`;
    yield { message: 'free', path, data: { rate: percent(rate) } };
  },
};

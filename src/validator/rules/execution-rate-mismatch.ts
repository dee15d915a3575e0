import { percent, said } from '../quantities/decimal.js';
import { fitsInitialBudget, isRate, rateOf } from '../quantities/rates.js';
import { short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const executionRateMismatch: Rule = {
  id: 'execution-rate-mismatch',
  severity: 'error',
  title: { en: 'The execution rate is not executed over budget', zh: '执行率与预算数、执行数不符' },
  why: {
    en: 'The execution rate is the executed amount divided by the annual budget, adjusted within the year.',
    zh: '执行率＝全年执行数÷全年预算数（调整后）。',
  },
  mend: {
    en: 'fill in the rate that the two amounts give',
    zh: '按“执行数÷全年预算数”重新填写执行率',
  },
  source: '财预〔2020〕10号',
  messages: {
    mismatch: {
      en: '"{name}" states a rate of {rate}; {executed} of {budget} is {computed}',
      zh: '“{name}”执行率为 {rate}，按执行数 {executed}÷预算数 {budget} 应为 {computed}',
    },
  },
  examples: {
    fails: { funds: [{ label: '年度资金总额', annualBudget: 200, executed: 100, executionRate: 0.6 }] },
    passes: { funds: [{ label: '年度资金总额', annualBudget: 200, executed: 100, executionRate: 0.5 }] },
  },
  *check(report, { tolerances }) {
    for (const [i, row] of report.funds.rows.entries()) {
      const computed = rateOf(row);
      if (!computed || row.executionRate === null || isRate(row.executionRate, computed, tolerances)) continue;
      if (fitsInitialBudget(row, tolerances)) continue;
      yield {
        message: 'mismatch',
        path: `/funds/rows/${i}/executionRate`,
        data: {
          name: short(row.label ?? ''),
          rate: percent(row.executionRate),
          executed: said(row.executed as number),
          budget: said(row.annualBudget as number),
          computed: percent(computed),
        },
        formula: `${said(row.executed as number)} ÷ ${said(row.annualBudget as number)} = ${percent(computed)} ≠ ${percent(row.executionRate)}`,
      };
    }
  },
};

import { SLIP_MESSAGES, slipHint, sumFormula } from '../explain-sum.js';
import { near, said, sum } from '../quantities/decimal.js';
import { unitsOf } from '../quantities/units.js';
import { fundsWeight, namesOf, weightsWithoutFunds } from '../report.js';
import type { Rule } from '../validator-types.js';

/** What weights add up to where the form does not say. */
const USUAL_TOTAL = 100;

export const weightTotalMismatch: Rule = {
  id: 'weight-total-mismatch',
  severity: 'error',
  title: { en: 'The weights do not add up to the total weight', zh: '分值合计与总分值不符' },
  why: {
    en: 'The weights of the indicators and of the execution rate make up the whole, usually 100 points.',
    zh: '各指标分值与预算执行率分值之和应等于总分值（一般为 100 分）。',
  },
  mend: {
    en: 'correct the weights, so that they add up',
    zh: '调整分值，使合计等于总分值',
  },
  source: '财预〔2020〕10号',
  messages: {
    stated: {
      en: 'the weights add up to {sum}, but the form states {total}: a difference of {difference}',
      zh: '分值合计 {sum}，与表列总分值 {total} 相差 {difference}',
    },
    usual: { en: 'the weights add up to {sum} and not to 100', zh: '分值合计为 {sum}，不等于 100' },
    ...SLIP_MESSAGES,
  },
  examples: {
    fails: {
      funds: [{ kind: 'total', weight: 10 }],
      indicators: [{ level3: '培训场次', weight: 80 }],
      total: { weight: 100 },
    },
    passes: {
      funds: [{ kind: 'total', weight: 10 }],
      indicators: [{ level3: '培训场次', weight: 90 }],
      total: { weight: 100 },
    },
  },
  *check(report, { tolerances }) {
    const units = unitsOf(report);
    const weighted = units.filter(({ weight }) => weight !== null);
    if (weighted.length === 0 || weightsWithoutFunds(report, tolerances)) return;
    const own = fundsWeight(report);
    const parts = [
      ...weighted.map((unit) => ({ name: namesOf(unit), value: unit.weight as number })),
      ...(own === null ? [] : [{ name: '执行率', value: own }]),
    ];
    const total = sum(parts.map((part) => part.value));
    const stated = report.total.weight;
    if (stated !== null) {
      if (near(total, stated, tolerances.weight)) return;
      const difference = total.minus(stated);
      yield {
        message: 'stated',
        path: '/total/weight',
        data: {
          sum: said(total),
          total: said(stated),
          difference: said(difference.abs()),
        },
        formula: sumFormula(parts, stated),
        hint: slipHint(parts, { name: '总分值', value: stated }),
      };
      return;
    }
    // Templates that state no total may weigh only some rows, or leave the execution rate to another table.
    const isWhole = weighted.length === units.length && own !== null;
    if (isWhole && !near(total, USUAL_TOTAL, tolerances.weight)) {
      const formula = sumFormula(parts, USUAL_TOTAL);
      yield { message: 'usual', path: '/indicators', data: { sum: said(total) }, formula, severity: 'warning' };
    }
  },
};

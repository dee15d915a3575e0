import { quantityIn } from '../quantities/comparison.js';
import { decimal, near, nearly, said } from '../quantities/decimal.js';
import { inYuan } from '../quantities/fund-parts.js';
import { readWording } from '../quantities/wording.js';
import { indicatorsOf, nameOf, short, totalRow } from '../report.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import type { Rule } from '../validator-types.js';

export const costVsExecuted: Rule = {
  id: 'cost-vs-executed',
  severity: 'warning',
  title: { en: 'The cost of all is not what was spent', zh: '项目总成本与执行数不符' },
  why: {
    en: 'A limit that is the whole budget is kept or not by what was spent of it.',
    zh: '以预算数为控制目标的成本指标，其完成值应与全年执行数一致。',
  },
  mend: {
    en: 'state as cost what was spent, or say why they differ',
    zh: '核对成本指标完成值与全年执行数，不一致的说明原因',
  },
  source: null,
  messages: {
    differs: {
      en: '"{name}" states a cost of {actual}, the funds block {executed}{unit} executed',
      zh: '“{name}”完成值为 {actual}，与资金表执行数 {executed} {unit}不一致',
    },
  },
  examples: {
    fails: {
      unit: '万元',
      funds: [{ kind: 'total', annualBudget: 450, executed: 198 }],
      indicators: [{ level2: '成本指标', level3: '总成本', target: '≤450万元', actual: '440万元' }],
    },
    passes: {
      unit: '万元',
      funds: [{ kind: 'total', annualBudget: 450, executed: 440 }],
      indicators: [{ level2: '成本指标', level3: '总成本', target: '≤450万元', actual: '440万元' }],
    },
  },
  *check(report) {
    const row = totalRow(report);
    const [budget, executed] = [inYuan(report, row?.annualBudget ?? null), inYuan(report, row?.executed ?? null)];
    if (!budget || !executed || budget.lte(0)) return;
    for (const [i, indicator] of indicatorsOf(report)) {
      const { level1, level2, unit, target, adjustedTarget, actual, shared } = indicator;
      if (!/成本/u.test(`${level1}${level2}`) || shared.actual) continue;
      const own = (text: string | null) => quantityIn(unit && text ? `${text}${unit}` : text) ?? quantityIn(text);
      const [goal, cost] = [own(adjustedTarget ?? target), own(actual)];
      if (!goal || !cost?.isExact || goal.measure.unit !== '元' || cost.measure.unit !== '元') continue;
      // Only a limit that is the budget is that of all.
      if (!near(goal.high, budget, 1) || readWording(actual).quantities.length > 1) continue;
      if (nearly(cost.low, executed, VALIDATOR_TOLERANCES.costRounding)) continue;
      const data = {
        actual: short(actual ?? ''),
        executed: said(decimal(row?.executed ?? 0)),
        unit: report.funds.unit ?? '',
      };
      yield { message: 'differs', path: `/indicators/${i}/actual`, data: { name: nameOf(indicator), ...data } };
    }
  },
};

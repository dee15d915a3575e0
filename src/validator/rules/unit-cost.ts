import type { Indicator, Report } from '../../contract/document.js';
import { said } from '../quantities/decimal.js';
import { inYuan } from '../quantities/fund-parts.js';
import { perIn, readWording } from '../quantities/wording.js';
import { indicatorsOf, nameOf, short, totalRow } from '../report.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import type { Rule } from '../validator-types.js';

export const unitCost: Rule = {
  id: 'unit-cost',
  severity: 'warning',
  title: { en: 'A cost of one is out of all proportion', zh: '单位成本与支出总额明显不符' },
  why: {
    en: 'What one costs, times how many there were, cannot be many times what was spent on all.',
    zh: '单位成本乘以完成数量不可能数倍于项目支出总额。',
  },
  mend: { en: 'check the cost of one, its unit, and the number of them', zh: '核对单位成本、计量单位和完成数量' },
  source: null,
  messages: {
    much: {
      en: '"{name}" is {cost}, which for {count} of "{other}" makes {sum} 元; {executed} 元 were spent',
      zh: '“{name}”为 {cost}，按“{other}”{count} 计算共 {sum} 元，而项目支出为 {executed} 元',
    },
  },
  examples: {
    fails: {
      unit: '万元',
      funds: [{ kind: 'total', annualBudget: 20, executed: 20 }],
      indicators: [
        { level2: '数量指标', level3: '培训人数', target: '500人', actual: '500人' },
        { level2: '成本指标', level3: '培训标准', target: '4万元/人', actual: '4万元/人' },
      ],
    },
    passes: {
      unit: '万元',
      funds: [{ kind: 'total', annualBudget: 20, executed: 20 }],
      indicators: [
        { level2: '数量指标', level3: '培训人数', target: '500人', actual: '500人' },
        { level2: '成本指标', level3: '培训标准', target: '400元/人', actual: '400元/人' },
      ],
    },
  },
  *check(report) {
    const executed = inYuan(report, totalRow(report)?.executed ?? null);
    if (!executed || executed.lte(0)) return;
    for (const [i, indicator] of indicatorsOf(report)) {
      const [cost, ...others] = readWording(indicator.actual).quantities;
      if (!cost || others.length > 0 || cost.measure.unit !== '元' || cost.change) continue;
      const each = cost.per || perIn(indicator.level3 ?? '');
      const counted = each === '' ? null : countOf(report, each);
      const sum = counted && cost.low.times(counted.count);
      if (!counted || !sum || sum.lt(executed.times(VALIDATOR_TOLERANCES.outOfProportion))) continue;
      const [count, spent, all] = [said(counted.count), said(executed), said(sum)];
      const data = { name: nameOf(indicator), cost: short(indicator.actual ?? ''), other: nameOf(counted.indicator) };
      yield {
        message: 'much',
        path: `/indicators/${i}/actual`,
        data: { ...data, count, sum: all, executed: spent },
        formula: `${said(cost.low)} × ${count} = ${all} > ${spent}`,
      };
    }
  },
};

/** How many there were of what a cost is told for, where only one indicator counts it. */
function countOf({ indicators }: Report, each: string) {
  const counts = indicators.flatMap((indicator: Indicator) => {
    const { quantities } = readWording(indicator.actual);
    const [own] = quantities;
    const isCount = /数量/u.test(indicator.level2 ?? '') && quantities.length === 1 && own?.measure.unit === each;
    return isCount && own ? [{ indicator, count: own.low.div(own.measure.scale) }] : [];
  });
  return counts.length === 1 ? (counts[0] as (typeof counts)[number]) : null;
}

import { said } from '../quantities/decimal.js';
import { fundsWeight, weightsWithoutFunds } from '../report.js';
import type { Rule } from '../validator-types.js';

export const weightSumExcludesFunds: Rule = {
  id: 'weight-sum-excludes-funds',
  severity: 'warning',
  title: { en: 'The total leaves out the weight of the execution rate', zh: '总分值未包含预算执行率分值' },
  why: {
    en: 'The indicators alone already make up the total, though the execution rate has a weight of its own.',
    zh: '预算执行率另有分值，而各指标分值之和已等于总分值，执行率分值未计入。',
  },
  mend: {
    en: 'let the weights of the indicators and of the execution rate add up to 100 together',
    zh: '调整指标分值，使其与执行率分值合计为 100 分',
  },
  source: '财预〔2020〕10号',
  messages: {
    excluded: {
      en: 'the indicators alone add up to {total}; the {weight} points of the execution rate come on top of the total',
      zh: '各指标分值之和已为 {total}，执行率的 {weight} 分未计入总分值',
    },
  },
  examples: {
    fails: { fundsWeight: 20, indicators: [{ level3: '培训场次', weight: 100 }], total: { weight: 100 } },
    passes: { fundsWeight: 20, indicators: [{ level3: '培训场次', weight: 80 }], total: { weight: 100 } },
  },
  *check(report, { tolerances }) {
    if (!weightsWithoutFunds(report, tolerances)) return;
    const data = { total: said(report.total.weight ?? 100), weight: said(fundsWeight(report) ?? 0) };
    yield {
      message: 'excluded',
      path: report.total.weight === null ? '/indicators' : '/total/weight',
      data,
      formula: `${data.total} + ${data.weight} ≠ ${data.total}`,
    };
  },
};

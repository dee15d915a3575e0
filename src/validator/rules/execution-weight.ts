import { said } from '../quantities/decimal.js';
import { fundsWeight } from '../report.js';
import type { Rule } from '../validator-types.js';

export const executionWeight: Rule = {
  id: 'execution-weight',
  severity: 'info',
  title: { en: 'The weight of the execution rate is not 10', zh: '预算执行率分值不是 10 分' },
  why: {
    en: 'It is 10 "in principle"; Hubei takes 20, others may with a reason.',
    zh: '预算执行率分值原则上为 10 分（湖北为 20 分），调整需说明理由。',
  },
  mend: {
    en: 'weigh the execution rate 10, unless the finance department has set another weight',
    zh: '预算执行率分值一般为 10 分，财政部门另有规定的从其规定',
  },
  source: '财预〔2020〕10号',
  messages: { other: { en: 'the execution rate weighs {weight} points', zh: '预算执行率分值为 {weight} 分' } },
  examples: { fails: { fundsWeight: 30 }, passes: { fundsWeight: 10 } },
  *check(report) {
    const weight = fundsWeight(report);
    if (weight === null || weight === 10 || weight === 20) return;
    yield { message: 'other', path: '/funds/weight', data: { weight: said(weight) } };
  },
};

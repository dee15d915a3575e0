import { near, said, sum } from '../quantities/decimal.js';
import { unitsOf } from '../quantities/units.js';
import { short } from '../report.js';
import type { Rule } from '../validator-types.js';

/** The shares that the ministry names, "in principle": with and without indicators of cost. */
const USUAL: Readonly<Record<string, readonly number[]>> = {
  成本: [20],
  产出: [40, 50, 60],
  效益: [20, 30, 40],
  满意: [10],
};

export const weightDistribution: Rule = {
  id: 'weight-distribution',
  severity: 'info',
  title: { en: 'Groups weigh otherwise than usual', zh: '各类指标分值与通行比例不同' },
  why: {
    en: 'Output 50, benefit 30, satisfaction 10, or cost 20, output 40, benefit 20, satisfaction 10; provinces differ, and may.',
    zh: '一般为产出 50、效益 30、满意度 10，或成本 20、产出 40、效益 20、满意度 10，可结合实际调整。',
  },
  mend: {
    en: 'set the weights as the regulation has it, or say why they differ',
    zh: '按规定比例设置各类指标分值；调整的应说明理由',
  },
  source: '财预〔2020〕10号、财预〔2021〕101号',
  messages: { other: { en: 'the indicators under "{name}" weigh {sum}', zh: '“{name}”分值合计为 {sum}' } },
  examples: {
    fails: {
      indicators: [
        { level1: '产出指标', weight: 85 },
        { level1: '满意度指标', weight: 10 },
      ],
    },
    passes: {
      indicators: [
        { level1: '产出指标', weight: 50 },
        { level1: '效益指标', weight: 30 },
        { level1: '满意度指标', weight: 10 },
      ],
    },
  },
  *check(report) {
    const units = unitsOf(report);
    if (units.some(({ weight }) => weight === null)) return;
    for (const [group, shares] of Object.entries(USUAL)) {
      const members = units.filter(({ members: [head] }) => head?.level1?.includes(group));
      const [first] = members;
      if (!first) continue;
      const total = sum(members.map(({ weight }) => weight ?? 0));
      if (shares.some((share) => near(total, share, 0.01))) continue;
      yield {
        message: 'other',
        path: `/indicators/${first.first}/level1`,
        data: { name: short(first.members[0]?.level1 ?? ''), sum: said(total) },
        formula: `${members.map(({ weight }) => said(weight ?? 0)).join(' + ')} = ${said(total)} ≠ ${shares.join(' / ')}`,
      };
    }
  },
};

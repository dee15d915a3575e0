import { said } from '../quantities/decimal.js';
import { unitsOf } from '../quantities/units.js';
import { namesOf } from '../report.js';
import type { Rule } from '../validator-types.js';

export const scoreMissing: Rule = {
  id: 'score-missing',
  severity: 'warning',
  title: { en: 'A weighted indicator has no score', zh: '有分值的指标没有得分' },
  why: {
    en: 'A blank is neither zero nor full marks: where others are scored, the total cannot be checked without it.',
    zh: '空白既不是零分也不是满分；其他指标已评分而此处缺失，总分无从核对。',
  },
  mend: {
    en: 'score it, or take its weight away',
    zh: '补填得分',
  },
  source: null,
  messages: {
    missing: { en: '"{name}" has a weight of {weight} and no score', zh: '“{name}”分值为 {weight}，但没有得分' },
  },
  examples: {
    fails: {
      indicators: [
        { level3: '培训场次', weight: 10, score: 10 },
        { level3: '培训人数', weight: 10 },
      ],
    },
    passes: {
      indicators: [
        { level3: '培训场次', weight: 10 },
        { level3: '培训人数', weight: 10 },
      ],
    },
  },
  *check(report) {
    if (!report.indicators.some((indicator) => indicator.score !== null)) return;
    const severity = report.total.score === null ? 'warning' : 'error';
    for (const unit of unitsOf(report)) {
      if (unit.score !== null || unit.weight === null || unit.weight === 0) continue;
      const without = unit.members.findIndex(({ score }) => score === null);
      yield {
        message: 'missing',
        path: `/indicators/${unit.indices[without] ?? unit.first}/score`,
        data: { name: namesOf(unit), weight: said(unit.weight) },
        severity,
      };
    }
  },
};

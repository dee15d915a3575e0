import { said } from '../quantities/decimal.js';
import { wayOf } from '../quantities/directions.js';
import { indicatorsOf, isReason, nameOf } from '../report.js';
import type { Rule } from '../validator-types.js';

export const targetMissing: Rule = {
  id: 'target-missing',
  severity: 'warning',
  title: { en: 'A scored indicator has no target', zh: '已评分的指标没有指标值' },
  why: {
    en: 'Where nothing was asked for, nobody can say that it was reached.',
    zh: '未设指标值的指标无从判断是否完成，不应直接得分。',
  },
  mend: { en: 'fill in the target that was approved', zh: '按批复的绩效目标补填指标值' },
  source: null,
  messages: {
    none: {
      en: '"{name}" has no target and scores {score}',
      zh: '“{name}”未填指标值，却得 {score} 分',
    },
  },
  examples: {
    fails: {
      indicators: [
        { level1: '产出指标', level3: '培训人次', target: '≥100人次', weight: 10, score: 10 },
        { level1: '效益指标', level3: '就业人数', target: '无', weight: 10, score: 10 },
      ],
    },
    passes: {
      indicators: [
        { level1: '产出指标', level3: '培训人次', target: '≥100人次', weight: 10, score: 10 },
        { level1: '项目管理', level3: '制度健全', weight: 10, score: 10 },
      ],
    },
  },
  *check(report) {
    // A form without the column, or whose column was not read, tells of no single indicator.
    const stated = report.indicators.filter(({ target }) => isReason(target));
    if (stated.length * 2 < report.indicators.length) return;
    for (const [i, indicator] of indicatorsOf(report)) {
      const { level1, target, adjustedTarget, weight, score } = indicator;
      // Targets of the work itself, 项目管理, are often left to the scoring rule.
      if (!/产出|效益|满意/u.test(level1 ?? '') || !weight || !score) continue;
      if (!isBlank(target) || !isBlank(adjustedTarget)) continue;
      // None is a target where there should be none: accidents.
      const way = wayOf(indicator, undefined);
      if (/无/u.test(target ?? '') && way !== 'words' && way.direction === 'at most') continue;
      yield {
        message: 'none',
        path: `/indicators/${i}/target`,
        data: { name: nameOf(indicator), score: said(score) },
      };
    }
  },
};

/** A target of 0 is one. */
const isBlank = (target: string | null): boolean => !isReason(target) && !/0/u.test(target ?? '');

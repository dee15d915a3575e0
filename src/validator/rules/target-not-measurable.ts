import { indicatorsOf, nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const targetNotMeasurable: Rule = {
  id: 'target-not-measurable',
  severity: 'info',
  title: { en: 'A target cannot be measured', zh: '指标值无法衡量' },
  why: {
    en: 'Targets of quantity, timeliness and cost should be numbers or dates.',
    zh: '数量、时效、成本等指标应尽量量化，便于考核。',
  },
  mend: {
    en: 'set a target that can be measured: a number with a unit, or grades',
    zh: '设置可衡量的指标值（数值和单位，或分级标准）',
  },
  source: '财预〔2021〕101号',
  messages: {
    words: { en: 'the target of "{name}" is "{target}", which has no number', zh: '“{name}”指标值“{target}”未量化' },
  },
  examples: {
    fails: { indicators: [{ level2: '数量指标', level3: '培训人次', target: '显著提高' }] },
    passes: { indicators: [{ level2: '数量指标', level3: '培训人次', target: '≥100人次' }] },
  },
  *check(report) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const { level2, target, operator } = indicator;
      if (!/数量|成本/u.test(level2 ?? '') || target === null || /定性/u.test(operator ?? '')) continue;
      if (/[\d０-９一二三四五六七八九十百千两]|全部|全覆盖/u.test(target) || /^[—\-/*\s]*$/u.test(target)) continue;
      yield {
        message: 'words',
        path: `/indicators/${i}/target`,
        data: { name: nameOf(indicator), target: short(target) },
      };
    }
  },
};

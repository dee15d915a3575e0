import { indicatorsOf, nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

const SATISFACTION = /满意/u;
const NO_SURVEY = /无投诉|未(开展|进行|组织)[^，。]{0,6}(调查|问卷|测评)|没有[^，。]{0,6}(调查|问卷)/u;

export const satisfactionEvidence: Rule = {
  id: 'satisfaction-evidence',
  severity: 'warning',
  title: { en: 'Satisfaction is scored without evidence', zh: '满意度得分缺少佐证' },
  why: {
    en: 'Satisfaction is found by asking: 100 % or "no complaints" without a survey is no result.',
    zh: '满意度应有调查问卷等佐证；无调查而填 100% 或“无投诉”的，不能作为得分依据。',
  },
  source: null,
  messages: {
    none: { en: '"{name}" scores although the form says "{told}"', zh: '“{name}”有得分，但表中写明“{told}”' },
    full: {
      en: '"{name}" states a satisfaction of 100%; reviewers ask for the survey',
      zh: '“{name}”满意度为 100%，需提供调查依据',
    },
  },
  examples: {
    fails: { indicators: [{ level1: '满意度指标', level3: '群众满意度', actual: '无投诉', score: 10 }] },
    passes: { indicators: [{ level1: '满意度指标', level3: '群众满意度', actual: '95.2%', score: 10 }] },
  },
  *check(report) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const { level1, level2, level3, actual, deviation, score } = indicator;
      if (!SATISFACTION.test(`${level1}${level2}${level3}`) || score === null || score === 0) continue;
      const told = [actual, deviation]
        .map((text) => NO_SURVEY.exec(text ?? '')?.[0])
        .find((text) => text !== undefined);
      const name = nameOf(indicator);
      const path = `/indicators/${i}/actual`;
      if (told !== undefined) yield { message: 'none', path, data: { name, told: short(told) } };
      else if (/^[=＝]?100(\.0+)?[%％]?$/u.test((actual ?? '').trim()))
        yield { message: 'full', path, data: { name }, severity: 'info' };
    }
  },
};

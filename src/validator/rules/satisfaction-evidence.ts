import type { Indicator } from '../../contract/document.js';
import { narrow } from '../../text/narrow.js';
import { indicatorsOf, isSatisfaction, nameOf, noSurveyIn, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const satisfactionEvidence: Rule = {
  id: 'satisfaction-evidence',
  severity: 'warning',
  title: { en: 'Satisfaction is scored without evidence', zh: '满意度得分缺少佐证' },
  why: {
    en: 'Satisfaction is found by asking: 100 % or "no complaints" without a survey is no result.',
    zh: '满意度应有调查问卷等佐证；无调查而填 100% 或“无投诉”的，不能作为得分依据。',
  },
  mend: {
    en: 'ask those served, and state how many answered and how',
    zh: '开展满意度调查，填写样本量、方式和满意率',
  },
  source: null,
  messages: {
    none: { en: '"{name}" scores although the form says "{told}"', zh: '“{name}”有得分，但表中写明“{told}”' },
    words: {
      en: '"{name}" states no figure, only "{told}"; reviewers ask for the survey',
      zh: '“{name}”仅填写“{told}”，无调查数据',
    },
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
      const { actual, score } = indicator;
      if (!isSatisfaction(indicator) || score === null || score === 0) continue;
      const told = noSurveyIn(indicator);
      const name = nameOf(indicator);
      const path = `/indicators/${i}/actual`;
      if (told !== undefined) yield { message: 'none', path, data: { name, told: short(told) } };
      else if (isFigureless(indicator)) yield { message: 'words', path, data: { name, told: short(actual ?? '') } };
      else if (/^[=＝]?100(\.0+)?[%％]?$/u.test((actual ?? '').trim()))
        yield { message: 'full', path, data: { name }, severity: 'info' };
    }
  },
};

/**
 * Whether a result is praise or the target again, sign included, and no figure that somebody was asked for. Words for a target in
 * numbers are told by actual-not-quantified.
 */
function isFigureless({ actual, target, adjustedTarget }: Indicator): boolean {
  const [result, goal] = [narrow(actual ?? ''), narrow(adjustedTarget ?? target ?? '')];
  if (/^[≥>]|以上$/u.test(result) && result === goal) return true;
  return !/\d/u.test(goal) && /^[比较非常基本十分很群众普遍]*满意$|^[较良]?好$/u.test(result);
}

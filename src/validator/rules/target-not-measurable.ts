import { narrow } from '../../text/narrow.js';
import { indicatorsOf, isReason, nameOf, short } from '../report.js';
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
    vague: {
      en: 'the target of "{name}" is "{target}", by which nobody can tell whether it was reached',
      zh: '“{name}”指标值“{target}”过于笼统，无法据以判断是否完成',
    },
  },
  examples: {
    fails: { indicators: [{ level2: '数量指标', level3: '培训人次', target: '显著提高' }] },
    passes: { indicators: [{ level2: '数量指标', level3: '培训人次', target: '≥100人次' }] },
  },
  *check(report) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const { level2, target, operator, actual } = indicator;
      if (target === null || !isReason(target)) continue;
      if (/[\d０-９一二三四五六七八九十百千两]|全部|全覆盖/u.test(target.replace(NO_NUMERAL, ''))) continue;
      const isCounted = /数量|成本/u.test(level2 ?? '') && !/定性/u.test(operator ?? '');
      if (!isCounted && !(isPraise(target) && isPraise(actual, indicator.level3))) continue;
      yield {
        message: isCounted ? 'words' : 'vague',
        path: `/indicators/${i}/target`,
        data: { name: nameOf(indicator), target: short(target) },
      };
    }
  },
};

/** Whether a text has nothing but praise, beside the name of what it is of: what is better, and by how much, stands nowhere. */
const isPraise = (text: string | null, name: string | null = null): boolean =>
  isReason(text) &&
  [...narrow(text ?? '').replace(PRAISE, '')].every((char) => (name ?? '').includes(char) && !/\d/u.test(char));

/** Words with a numeral in them that counts nothing. */
const NO_NUMERAL = /进一步|[统唯单]一|一[定些致流体]/gu;
const PRAISE =
  /效果|进一步|持续|逐步|不断|有效|明显|显著|较为?|基本|得到|切实|稳步|大力|充分|长期|及时|优[质秀良]?|[良较]?好|健全|完善|提高|提升|下降|降低|减少|改善|增强|促进|保障|满意|有所|影响|有|加强|推动|程度|[高低强]/gu;

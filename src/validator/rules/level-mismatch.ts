import { indicatorsOf, nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

/** What a name is about, the group that it belongs to, and groups that it has no place in. */
const PLACES: readonly {
  readonly name: RegExp;
  readonly under: RegExp;
  readonly belongs: { readonly en: string; readonly zh: string };
}[] = [
  {
    name: /预算执行率|资金支付率|资金执行率/u,
    under: /数量|质量|效益/u,
    belongs: { en: 'the execution of the budget', zh: '预算执行' },
  },
  {
    name: /及时率|及时性|按时|完成时间|时限/u,
    under: /数量|质量|成本/u,
    belongs: { en: 'timeliness', zh: '时效指标' },
  },
  {
    name: /满意(度|率)/u,
    under: /数量|质量|时效|成本|经济|社会|生态/u,
    belongs: { en: 'satisfaction', zh: '满意度指标' },
  },
  { name: /合格率|达标率|优良率/u, under: /数量|时效|成本/u, belongs: { en: 'quality', zh: '质量指标' } },
];

export const levelMismatch: Rule = {
  id: 'level-mismatch',
  severity: 'info',
  title: { en: 'An indicator stands in the wrong group', zh: '指标归类不当' },
  why: {
    en: 'Groups say what an indicator measures; reviewers move those that stand in another.',
    zh: '指标应按其内容归类，评审时会要求调整。',
  },
  mend: {
    en: 'move it under the level that it belongs to',
    zh: '将该指标调整到相应的指标类别下',
  },
  source: '财预〔2021〕101号',
  messages: {
    level: { en: '"{name}" stands under {group} and is about {en}', zh: '“{name}”列在“{group}”下，宜归入{zh}' },
    block: { en: '"{group}" stands under {level1}', zh: '“{group}”列在“{level1}”下，归类不当' },
  },
  examples: {
    fails: { indicators: [{ level1: '产出指标', level2: '数量指标', level3: '资金拨付及时率' }] },
    passes: { indicators: [{ level1: '产出指标', level2: '时效指标', level3: '资金拨付及时率' }] },
  },
  *check(report) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const { level1, level2, level3 } = indicator;
      const place = PLACES.find(({ name, under }) => name.test(level3 ?? '') && under.test(level2 ?? ''));
      if (place) {
        const data = { name: nameOf(indicator), group: short(level2 ?? ''), ...place.belongs };
        yield { message: 'level', path: `/indicators/${i}/level3`, data };
      } else if (
        /效益/u.test(level2 ?? '') &&
        /产出/u.test(level1 ?? '') &&
        report.indicators[i - 1]?.level2 !== level2
      ) {
        yield {
          message: 'block',
          path: `/indicators/${i}/level2`,
          data: { group: short(level2 ?? ''), level1: short(level1 ?? '') },
        };
      }
    }
  },
};

import { said } from '../quantities/decimal.js';
import { indicatorsOf, nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const untestedFullScore: Rule = {
  id: 'untested-full-score',
  severity: 'warning',
  title: { en: 'Work that was not accepted yet scores in full', zh: '尚未验收却得满分' },
  why: {
    en: 'Before it is tested or accepted nobody can say that work meets its target.',
    zh: '尚未验收、检测的工作无法认定达到质量要求，不应得满分。',
  },
  mend: { en: 'take points off until the work is accepted', zh: '验收合格前应相应扣分，并说明验收进度' },
  source: null,
  messages: {
    untested: {
      en: '"{name}" scores its full weight of {score}, and the form says "{told}"',
      zh: '“{name}”得满分 {score}，但表中写明“{told}”',
    },
  },
  examples: {
    fails: { indicators: [{ level3: '工程验收合格率', actual: '尚未验收', weight: 10, score: 10 }] },
    passes: { indicators: [{ level3: '工程验收合格率', actual: '尚未验收', weight: 10, score: 5 }] },
  },
  *check(report) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const { actual, deviation, weight, score, shared } = indicator;
      if (weight === null || weight <= 0 || score !== weight || shared.score) continue;
      const told = [actual, deviation].map((text) => UNTESTED.exec(text ?? '')?.[0]).find((text) => text !== undefined);
      if (told === undefined) continue;
      yield {
        message: 'untested',
        path: `/indicators/${i}/score`,
        data: { name: nameOf(indicator), score: said(score), told: short(told) },
      };
    }
  },
};

const UNTESTED =
  /(?:尚|还|暂|仍)?未(?:经|进行|通过|完成|组织)?(?:竣工|初步|最终|完工)?(?:验收|检测|评估|审计|结算)(?!.{0,4}不合格)|(?:正在|待|等待)(?:竣工)?(?:验收|检测|评估)|^(?:本年度?)?(?:不适用|不涉及|(?:尚|暂)?未(?:开展|实施|统计))/u;

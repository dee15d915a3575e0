import { narrow } from '../../text/narrow.js';
import { short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const goalNotStated: Rule = {
  id: 'goal-not-stated',
  severity: 'warning',
  title: { en: 'A goal is a bare number or the guidance of the template', zh: '年度目标仅为数字或模板填写说明' },
  why: {
    en: 'The goals say what the money is for and what came of it; a number or a line of the template says neither.',
    zh: '年度总体目标应说明资金用途和预期效果，仅有数字或保留模板说明的视为未填写。',
  },
  mend: { en: 'write the goal, or what was done', zh: '补填年度总体目标或实际完成情况' },
  source: null,
  messages: {
    number: { en: 'the goals say nothing but "{text}"', zh: '年度目标栏仅填写“{text}”' },
    guidance: {
      en: 'the guidance of the template was left in the goals: "{text}"',
      zh: '年度目标栏保留了模板填写说明：“{text}”',
    },
  },
  examples: {
    fails: { goals: { expected: '43.2', actual: '已完成农村公路养护300公里。' } },
    passes: { goals: { expected: '完成农村公路养护300公里。', actual: '已完成。' } },
  },
  *check({ goals }) {
    for (const field of ['expected', 'actual'] as const) {
      const text = goals[field];
      if (text === null) continue;
      const plain = narrow(text);
      const data = { text: short(text) };
      if (/^[\d.,%]+(?:万?元)?$/u.test(plain)) yield { message: 'number', path: `/goals/${field}`, data };
      else if (GUIDANCE.test(plain)) yield { message: 'guidance', path: `/goals/${field}`, data };
    }
  },
};

/** What templates print where a goal is to stand. */
const GUIDANCE =
  /\(?\d+字(?:以内|左右)\)?|^目标\d?[:：]?(?:[.…。*xX×]+)?$|^(?:请|此处|本栏)?(?:填写|概述|简述|简要说明|说明)[^。]{0,30}$|[xX×*]{2,}(?:个|项|人|%|次)/u;

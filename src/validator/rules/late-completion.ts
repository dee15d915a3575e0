import { spanIn } from '../quantities/dates.js';
import { said } from '../quantities/decimal.js';
import { indicatorsOf, nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const lateCompletion: Rule = {
  id: 'late-completion',
  severity: 'warning',
  title: { en: 'Full marks for work that was late', zh: '逾期完成却得满分' },
  why: {
    en: 'A date later than the one promised is a target that was not met.',
    zh: '实际完成时间晚于计划时间的，不应得满分。',
  },
  mend: {
    en: 'take points off for the delay, and say why it was late',
    zh: '逾期完成的应相应扣分并说明原因',
  },
  source: null,
  messages: {
    late: {
      en: '"{name}" was due {target} and done {actual}, but scores its full weight of {weight}',
      zh: '“{name}”计划 {target}，实际 {actual}，却得满分 {weight}',
    },
  },
  examples: {
    fails: {
      indicators: [{ level3: '完工时间', target: '2022年6月底前', actual: '2022年9月3日', weight: 5, score: 5 }],
    },
    passes: {
      indicators: [{ level3: '完工时间', target: '2022年6月底前', actual: '2022年6月3日', weight: 5, score: 5 }],
    },
  },
  *check(report) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const { target, actual, weight, score } = indicator;
      const [due, done] = [spanIn(target, report.year), spanIn(actual, report.year)];
      // A result that names only a month or a year may still have been in time within it.
      if (!due || !done || done.first <= due.last || weight === null || score !== weight) continue;
      const data = {
        name: nameOf(indicator),
        target: short(target ?? ''),
        actual: short(actual ?? ''),
        weight: said(weight),
      };
      yield { message: 'late', path: `/indicators/${i}/score`, data };
    }
  },
};

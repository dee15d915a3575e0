import { said } from '../quantities/decimal.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import type { Rule } from '../validator-types.js';

export const statedTotalRange: Rule = {
  id: 'stated-total-range',
  severity: 'error',
  title: { en: 'The stated total is out of range', zh: '总分超出范围' },
  why: {
    en: 'No form can score more than its total weight, or less than zero.',
    zh: '总分不得超过总分值，也不得为负。',
  },
  mend: {
    en: 'correct the total',
    zh: '更正总分',
  },
  source: null,
  messages: {
    above: {
      en: 'the total of {score} is more than the total weight of {weight}',
      zh: '总分 {score} 超过总分值 {weight}',
    },
    negative: { en: 'the total of {score} is less than zero', zh: '总分 {score} 为负数' },
  },
  examples: { fails: { total: { weight: 100, score: 104 } }, passes: { total: { weight: 100, score: 100 } } },
  *check({ total: { weight, score } }) {
    if (score === null) return;
    const most = weight ?? VALIDATOR_TOLERANCES.maxTotal;
    if (score < 0) yield { message: 'negative', path: '/total/score', data: { score: said(score) } };
    else if (score > most)
      yield {
        message: 'above',
        path: '/total/score',
        data: { score: said(score), weight: said(most) },
        formula: `${said(score)} > ${said(most)}`,
      };
  },
};

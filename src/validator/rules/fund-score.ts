import { decimal, near, percent, rounded, said } from '../quantities/decimal.js';
import { rateOf } from '../quantities/rates.js';
import { fundsScore, fundsWeight, totalRow } from '../report.js';
import type { Rule } from '../validator-types.js';

export const fundScore: Rule = {
  id: 'fund-score',
  severity: 'warning',
  title: { en: 'The score of the execution rate does not follow from it', zh: '预算执行率得分与执行率不符' },
  why: {
    en: 'The execution rate scores its weight times the rate, the whole weight from 100 % on.',
    zh: '预算执行率得分＝分值×执行率，执行率达到 100% 的得满分。',
  },
  mend: {
    en: 'score the execution rate by its weight',
    zh: '按“分值×执行率”重新计算执行率得分',
  },
  source: '财预〔2020〕10号',
  messages: {
    score: {
      en: 'a rate of {rate} with a weight of {weight} scores {expected}, the form states {score}',
      zh: '执行率 {rate}、分值 {weight}，应得 {expected} 分，表列 {score} 分',
    },
  },
  examples: {
    fails: { funds: [{ kind: 'total', weight: 10, executionRate: 0.5, score: 10 }] },
    passes: { funds: [{ kind: 'total', weight: 10, executionRate: 0.5, score: 5 }] },
  },
  *check(report, { tolerances }) {
    const row = totalRow(report) ?? (report.funds.rows.length === 1 ? report.funds.rows[0] : undefined);
    const weight = fundsWeight(report);
    const score = fundsScore(report);
    const rate = row?.executionRate ?? null;
    if (!row || weight === null || score === null || rate === null || rate < 0) return;
    const expected = rounded(decimal(weight).times(Math.min(rate, 1)));
    if (near(expected, score, tolerances.formula)) return;
    // A score that follows from the amounts is right: it is the printed rate that is not.
    const computed = rateOf(row);
    const isFull = computed?.gt(1);
    if (computed && near(rounded(decimal(weight).times(isFull ? 1 : computed)), score, tolerances.formula)) return;
    const isWhole = near(rounded(expected, 0), score, 0);
    const isFar = !near(expected, score, tolerances.fundScore);
    yield {
      message: 'score',
      path: `/funds/rows/${report.funds.rows.indexOf(row)}/score`,
      data: { rate: percent(rate), weight: said(weight), expected: said(expected), score: said(score) },
      formula: `${said(weight)} × ${percent(Math.min(rate, 1))} = ${said(expected)} ≠ ${said(score)}`,
      severity: isWhole ? 'info' : isFar ? 'error' : 'warning',
    };
  },
};

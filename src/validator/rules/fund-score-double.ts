import { said } from '../quantities/decimal.js';
import { short, totalRow } from '../report.js';
import type { Rule } from '../validator-types.js';

export const fundScoreDouble: Rule = {
  id: 'fund-score-double',
  severity: 'info',
  title: { en: 'A source of funds repeats the score of the total row', zh: '资金明细行重复填列得分' },
  why: {
    en: 'Only the total row is scored; a score repeated under it is easily counted twice.',
    zh: '仅年度资金总额一行计分，明细行重复填列容易被重复计分。',
  },
  mend: {
    en: 'leave the score in the total row alone',
    zh: '得分只填在“年度资金总额”行',
  },
  source: null,
  messages: {
    double: {
      en: '"{name}" repeats the score of {score}; it is counted once',
      zh: '“{name}”重复填列得分 {score}，只计一次',
    },
  },
  examples: {
    fails: {
      funds: [
        { label: '年度资金总额', kind: 'total', score: 10 },
        { label: '财政拨款', kind: 'fiscal', score: 10 },
      ],
    },
    passes: {
      funds: [
        { label: '年度资金总额', kind: 'total', score: 10 },
        { label: '财政拨款', kind: 'fiscal' },
      ],
    },
  },
  *check(report) {
    const score = totalRow(report)?.score ?? null;
    if (score === null || score === 0) return;
    for (const [i, row] of report.funds.rows.entries()) {
      if (row.kind === 'total' || row.score !== score) continue;
      yield {
        message: 'double',
        path: `/funds/rows/${i}/score`,
        data: { name: short(row.label ?? ''), score: said(score) },
      };
    }
  },
};

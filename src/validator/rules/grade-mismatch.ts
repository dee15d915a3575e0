import { said } from '../quantities/decimal.js';
import type { Rule } from '../validator-types.js';

/** [90, 100] 优, [80, 90) 良, [60, 80) 中, below 60 差. */
const BANDS = [
  ['优', 90],
  ['良', 80],
  ['中', 60],
  ['差', Number.NEGATIVE_INFINITY],
] as const;
const SAME: ReadonlyMap<string, string> = new Map([
  ['优秀', '优'],
  ['良好', '良'],
  ['中等', '中'],
  ['一般', '中'],
  ['较差', '差'],
]);

export const gradeMismatch: Rule = {
  id: 'grade-mismatch',
  severity: 'error',
  title: { en: 'The grade does not go with the score', zh: '自评等级与得分不符' },
  why: {
    en: 'From 90 on it is 优, from 80 良, from 60 中, below 差.',
    zh: '90（含）—100 分为优，80（含）—90 分为良，60（含）—80 分为中，60 分以下为差。',
  },
  mend: {
    en: 'state the grade of the band in which the total lies',
    zh: '按总分所在分档填写自评等级',
  },
  source: '财预〔2020〕10号',
  messages: {
    grade: {
      en: 'a score of {score} is {expected}, the form says {grade}',
      zh: '得分 {score} 对应等级“{expected}”，表列“{grade}”',
    },
  },
  examples: { fails: { total: { score: 85, grade: '优' } }, passes: { total: { score: 90, grade: '优' } } },
  *check({ total: { score, grade } }) {
    const stated = SAME.get(grade ?? '') ?? grade;
    const known = BANDS.some(([name]) => name === stated);
    if (score === null || !known) return;
    const expected = BANDS.find(([, from]) => score >= from)?.[0];
    // Before 2020 some provinces drew the line of 中 at 50.
    if (expected === undefined || expected === stated || (stated === '中' && score >= OLD_LINE && score < 60)) return;
    const data = { score: said(score), expected, grade: grade ?? '' };
    yield { message: 'grade', path: '/total/grade', data, formula: bandFormula(score, expected) };
  },
};

const OLD_LINE = 50;

/** The band in which a score lies: `80 ≤ 85 < 90`. */
function bandFormula(score: number, expected: string): string {
  const at = BANDS.findIndex(([name]) => name === expected);
  const [from, to] = [BANDS[at]?.[1] ?? 0, BANDS[at - 1]?.[1]];
  const low = Number.isFinite(from) ? `${said(from)} ≤ ` : '';
  return `${low}${said(score)}${to === undefined ? '' : ` < ${said(to)}`}`;
}

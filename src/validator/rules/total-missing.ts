import type { Report } from '../../contract/document.js';
import { narrow } from '../../text/narrow.js';
import { isLikeNumber, readPoints } from '../../text/number.js';
import { said, sum } from '../quantities/decimal.js';
import { fundsScore, short } from '../report.js';
import type { Rule } from '../validator-types.js';

/** Labels under which a form states its total; a number behind one tells it from an earlier text under the same label. */
const TOTAL_LABEL =
  /^(?:项目|绩效)?(?:自评|综合)?(?:总得分|总评分|总分合计|总分|得分合计|合计得分|分值合计|得分|合计|总计)(?:\([^)]*\))?:?[0-9]*$/u;

export const totalMissing: Rule = {
  id: 'total-missing',
  severity: 'error',
  title: { en: 'The total score is missing or cannot be read', zh: '总分未填写或无法识别' },
  why: {
    en: 'A form that is scored states what the scores come to; without that, nobody answers for the total.',
    zh: '已评分的自评表应当填写总分；缺少总分，评分结果无从认定。',
  },
  mend: {
    en: 'fill in the total',
    zh: '补填总分',
  },
  source: null,
  messages: {
    missing: { en: 'no total is stated; the scores add up to {sum}', zh: '未填写总分；各项得分合计为 {sum}' },
    unreadable: { en: 'the total is stated as "{text}", which is not a number', zh: '总分填写为“{text}”，不是数字' },
  },
  examples: {
    fails: { indicators: [{ level3: '培训场次', weight: 100, score: 98 }] },
    passes: { indicators: [{ level3: '培训场次', weight: 100, score: 98 }], total: { score: 98 } },
  },
  *check(report) {
    if (report.total.score !== null) return;
    const text = unreadTotal(report);
    if (text !== null) {
      yield { message: 'unreadable', path: '/total/score', data: { text: short(text) } };
      return;
    }
    // A form without scores has no total either.
    const scores = report.indicators.map((indicator) => indicator.score).filter((score) => score !== null);
    if (scores.length === 0) return;
    const own = fundsScore(report);
    yield {
      message: 'missing',
      path: '/total/score',
      data: { sum: said(sum(own === null ? scores : [...scores, own])) },
    };
  },
};

/** What the form states as its total, where that is no number: the reader keeps it in `extra`, under its label. */
function unreadTotal({ extra }: Report): string | null {
  const isUnread = (text: string): boolean => isLikeNumber(text) && readPoints(text).kind === 'text';
  const [, text = null] =
    Object.entries(extra).find(([label, value]) => TOTAL_LABEL.test(narrow(label)) && isUnread(value)) ?? [];
  return text;
}

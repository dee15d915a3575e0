import type { Indicator } from '../../contract/document.js';
import { ownUnit, pairOf } from '../quantities/comparison.js';
import { type Quantity, readWording } from '../quantities/wording.js';
import { nameOf, short } from '../report.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import type { Rule } from '../validator-types.js';

export const goalVsIndicator: Rule = {
  id: 'goal-vs-indicator',
  severity: 'warning',
  title: { en: 'The goals and an indicator tell different results', zh: '总体完成情况与指标完成值不一致' },
  why: {
    en: 'Both tell of one piece of work; where the numbers differ, one of them is wrong.',
    zh: '总体完成情况与指标完成值反映同一工作，数据应当一致。',
  },
  mend: { en: 'check both against the records, and put the wrong one right', zh: '核对佐证资料，更正有误的一处' },
  source: null,
  messages: {
    differs: {
      en: '"{name}" states {actual}, the goals say {told}',
      zh: '“{name}”完成值为 {actual}，总体完成情况却写“{told}”',
    },
  },
  examples: {
    fails: {
      goals: { actual: '全年改造危桥3座，群众出行更安全。' },
      indicators: [{ level3: '危桥改造', target: '4座', actual: '4座' }],
    },
    passes: {
      goals: { actual: '全年改造危桥4座，群众出行更安全。' },
      indicators: [{ level3: '危桥改造', target: '4座', actual: '4座' }],
    },
  },
  *check({ goals, indicators }) {
    const told = readWording(goals.actual).quantities.filter(
      ({ change, per, noun }) => !change && !per && nounOf(noun),
    );
    const found = indicators.map((indicator) => sameThing(indicator, told));
    for (const [i, pair] of found.entries()) {
      // A number that may be that of two indicators tells of neither.
      if (!pair || found.some((other, k) => k !== i && other?.told === pair.told)) continue;
      const indicator = indicators[i] as Indicator;
      const { told: goal, own } = pair;
      const slack = goal.measure.kind === 'share' ? 0 : VALIDATOR_TOLERANCES.roundedInWords;
      if (own.high.gte(goal.low.times(1 - slack)) && own.low.lte(goal.high.times(1 + slack))) continue;
      yield {
        message: 'differs',
        path: `/indicators/${i}/actual`,
        data: {
          name: nameOf(indicator),
          actual: short(indicator.actual ?? ''),
          told: short(`${goal.noun}${goal.text}`),
        },
      };
    }
  },
};

interface Same {
  readonly told: Quantity;
  readonly own: Quantity;
}

/** The one number of the goals that is about an indicator, beside its own result. */
function sameThing(indicator: Indicator, told: readonly Quantity[]): Same | null {
  const results = readWording(indicator.actual).quantities.filter(({ change }) => !change);
  const [own] = results;
  if (!own || results.length > 1) return null;
  const name = nounOf(indicator.level3 ?? '');
  const fitting = told.flatMap((goal) => {
    const pair = isOneNoun(nounOf(goal.noun), name) ? pairOf(goal, own, ownUnit(indicator)) : null;
    return pair?.sure ? [{ told: goal, own: pair.reached, goal: pair.goal }] : [];
  });
  return fitting.length === 1 ? (fitting[0] as Same) : null;
}

/** What is counted, without the words for doing it. */
const nounOf = (words: string): string =>
  words
    .slice(-LONGEST)
    .replace(
      /^.*年度?|全年|本年|今年|累计|共计?|合计|总计|已|完成|开展|组织|举办|实施|新建|建设|安排|达到?|约|为|了|数量?$|里程$|面积$|场次$|次数$|人数$|户数$|[（(][^（(]{0,20}[)）]/gu,
      '',
    );

/** Characters of the longest name of a thing. */
const LONGEST = 40;

/** Whether all characters of the one stand in the other, in whatever order: 改造危桥 and 危桥改造. */
function isOneNoun(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 2 && [...short].every((char) => long.includes(char));
}

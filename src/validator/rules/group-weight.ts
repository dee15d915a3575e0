import type { Indicator, Report } from '../../contract/document.js';
import { SLIP_MESSAGES, slipHint, sumFormula } from '../explain-sum.js';
import { near, said, sum } from '../quantities/decimal.js';
import { type ScoredUnit, unitsOf } from '../quantities/units.js';
import { namesOf, short } from '../report.js';
import type { Fault, Rule } from '../validator-types.js';

export const groupWeight: Rule = {
  id: 'group-weight',
  severity: 'error',
  title: {
    en: 'The weights of a group do not add up to the weight in its label',
    zh: '组内分值合计与标题所列分值不符',
  },
  why: {
    en: 'A label such as 产出指标（50分） promises what the indicators under it weigh.',
    zh: '“产出指标（50分）”等标题所列分值应等于组内各指标分值之和。',
  },
  mend: {
    en: 'let the weights of the group add up to what its label says',
    zh: '调整该组指标分值，使其合计等于标注分值',
  },
  source: null,
  messages: {
    group: {
      en: 'the weights under "{name}" add up to {sum}, its label says {weight}',
      zh: '“{name}”下各指标分值合计 {sum}，与标题所列 {weight} 分不符',
    },
    ...SLIP_MESSAGES,
  },
  examples: {
    fails: { indicators: [{ level1: '产出指标', level1Weight: 50, level3: '培训场次', weight: 40 }] },
    passes: { indicators: [{ level1: '产出指标', level1Weight: 50, level3: '培训场次', weight: 50 }] },
  },
  *check(report, { tolerances }) {
    const whole: Whole = { report, unitAt: unitsByIndex(report), tolerance: tolerances.weight };
    yield* groups(whole, 'level1', (a, b) => a.goal === b.goal && a.level1 === b.level1);
    yield* groups(whole, 'level2', (a, b) => a.goal === b.goal && a.level1 === b.level1 && a.level2 === b.level2);
    const { indicatorsWeight, indicators } = report;
    if (indicatorsWeight === null) return;
    yield* compareGroup(whole, '/indicatorsWeight', '绩效指标', indicatorsWeight, [0, indicators.length]);
  },
};

interface Whole {
  readonly report: Report;
  /** What each indicator is scored as a part of. */
  readonly unitAt: readonly ScoredUnit[];
  readonly tolerance: number;
}

function unitsByIndex(report: Report): ScoredUnit[] {
  const unitAt: ScoredUnit[] = [];
  for (const unit of unitsOf(report)) for (const index of unit.indices) unitAt[index] = unit;
  return unitAt;
}

/** Runs of indicators that stand under one label with a weight. */
function* groups(
  whole: Whole,
  level: 'level1' | 'level2',
  isSame: (a: Indicator, b: Indicator) => boolean,
): Iterable<Fault> {
  const { indicators } = whole.report;
  for (let start = 0; start < indicators.length; ) {
    const first = indicators[start] as Indicator;
    let end = start + 1;
    while (end < indicators.length && isSame(first, indicators[end] as Indicator)) end++;
    const weight = first[`${level}Weight`];
    if (weight !== null)
      yield* compareGroup(whole, `/indicators/${start}/${level}Weight`, first[level] ?? '', weight, [start, end]);
    start = end;
  }
}

/** Compares the weight of a label with those of the indicators from `start` up to, not including, `end`. */
function* compareGroup(
  { unitAt, tolerance }: Whole,
  path: string,
  name: string,
  weight: number,
  [start, end]: readonly [start: number, end: number],
): Iterable<Fault> {
  const own = [...new Set(unitAt.slice(start, end))];
  const isWithin = ({ indices }: ScoredUnit): boolean => indices.every((index) => index >= start && index < end);
  // A row without a weight may be a part of another one, and of a weight that others share nobody knows whose it is.
  if (own.length === 0 || own.some((unit) => unit.weight === null || !isWithin(unit))) return;
  const parts = own.map((unit) => ({ name: namesOf(unit), value: unit.weight as number }));
  const total = sum(parts.map((part) => part.value));
  if (near(total, weight, tolerance)) return;
  yield {
    message: 'group',
    path,
    data: { name: short(name), sum: said(total), weight: said(weight) },
    formula: sumFormula(parts, weight),
    hint: slipHint(parts, { name: short(name), value: weight }),
  };
}

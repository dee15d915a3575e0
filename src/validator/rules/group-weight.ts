import type { Indicator, Report } from '../../contract/document.js';
import { SLIP_MESSAGES, slipHint } from '../explain-sum.js';
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
    const units = unitsOf(report);
    yield* groups(report, units, 'level1', (a, b) => a.goal === b.goal && a.level1 === b.level1, tolerances.weight);
    const sameLevel2 = (a: Indicator, b: Indicator): boolean =>
      a.goal === b.goal && a.level1 === b.level1 && a.level2 === b.level2;
    yield* groups(report, units, 'level2', sameLevel2, tolerances.weight);
    const { indicatorsWeight, indicators } = report;
    if (indicatorsWeight === null) return;
    yield* compareGroup('/indicatorsWeight', '绩效指标', indicatorsWeight, indicators, units, tolerances.weight);
  },
};

/** Runs of indicators that stand under one label with a weight. */
function* groups(
  report: Report,
  units: readonly ScoredUnit[],
  level: 'level1' | 'level2',
  isSame: (a: Indicator, b: Indicator) => boolean,
  tolerance: number,
): Iterable<Fault> {
  const { indicators } = report;
  for (let start = 0; start < indicators.length; ) {
    const first = indicators[start] as Indicator;
    let end = start + 1;
    while (end < indicators.length && isSame(first, indicators[end] as Indicator)) end++;
    const weight = first[`${level}Weight`];
    const members = indicators.slice(start, end);
    if (weight !== null)
      yield* compareGroup(`/indicators/${start}/${level}Weight`, first[level] ?? '', weight, members, units, tolerance);
    start = end;
  }
}

function* compareGroup(
  path: string,
  name: string,
  weight: number,
  members: readonly Indicator[],
  units: readonly ScoredUnit[],
  tolerance: number,
): Iterable<Fault> {
  // A row without a weight may be a part of another one, and of a weight that others share nobody knows whose it is.
  const isOwn = (unit: ScoredUnit): boolean => unit.members.every((member) => members.includes(member));
  const own = units.filter((unit) => unit.members.some((member) => members.includes(member)));
  if (own.length === 0 || own.some((unit) => unit.weight === null || !isOwn(unit))) return;
  const parts = own.map((unit) => ({ name: namesOf(unit), value: unit.weight as number }));
  const total = sum(parts.map((part) => part.value));
  if (near(total, weight, tolerance)) return;
  yield {
    message: 'group',
    path,
    data: { name: short(name), sum: said(total), weight: said(weight) },
    hint: slipHint(parts, { name: short(name), value: weight }),
  };
}

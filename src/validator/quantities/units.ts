import type { Indicator, Report } from '../../contract/document.js';
import { sum } from './decimal.js';

/**
 * What is scored as one: an indicator, or several that share a merged cell for their weight or their score. A shared number
 * counts once. Weight and score are null where one of the numbers that make them up is.
 */
export interface ScoredUnit {
  /** Their indices in the report, and the first of these. */
  readonly indices: readonly number[];
  readonly first: number;
  readonly members: readonly Indicator[];
  readonly weight: number | null;
  readonly score: number | null;
}

/** The indicators of a form as they are scored, in the order of the form. */
export function unitsOf({ indicators }: Report): ScoredUnit[] {
  const units: number[][] = [];
  const unitOf = new Map<number, number[]>();
  for (const [index, { shared }] of indicators.entries()) {
    const others = [...(shared.weight ?? []), ...(shared.score ?? [])];
    const unit = others.map((other) => unitOf.get(other)).find((known) => known !== undefined) ?? [];
    if (unit.length === 0) units.push(unit);
    unit.push(index);
    for (const member of [index, ...others]) unitOf.set(member, unit);
  }
  return units.map((unit) => ({
    indices: unit,
    first: unit[0] as number,
    members: unit.map((index) => indicators[index] as Indicator),
    weight: figureOf('weight', unit, indicators),
    score: figureOf('score', unit, indicators),
  }));
}

function figureOf(field: 'weight' | 'score', unit: readonly number[], indicators: readonly Indicator[]) {
  const figures = unit.flatMap((index) => {
    const { shared, [field]: figure } = indicators[index] as Indicator;
    return (shared[field]?.[0] ?? index) === index ? [figure] : [];
  });
  const known = figures.filter((figure) => figure !== null);
  if (known.length < figures.length) return null;
  return known.length === 1 ? (known[0] as number) : sum(known).toNumber();
}

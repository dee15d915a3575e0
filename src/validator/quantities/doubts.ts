import type { Indicator } from '../../contract/document.js';
import { comparisonOf, ownUnit, type Pair, pairOf } from './comparison.js';
import { wayOf } from './directions.js';
import { type Quantity, readWording } from './wording.js';

/**
 * Why a target in numbers and a result in numbers cannot be compared: `vague`, 十余场 for 12; `part`, 4场 for 4场，240人; `unit`,
 * 48人 for 48次. Null where they can be, or where it may be for want of understanding.
 */
export function doubtOf(indicator: Indicator): 'vague' | 'part' | 'unit' | null {
  const { target, adjustedTarget, actual, shared } = indicator;
  if ((shared.actual && !shared.target) || comparisonOf(indicator)) return null;
  const goals = readWording(adjustedTarget ?? target);
  const results = readWording(actual);
  if (goals.hasDate || goals.quantities.length === 0 || results.quantities.length === 0) return null;
  const own = ownUnit(indicator);
  const [goal] = goals.quantities as [Quantity, ...Quantity[]];
  if (goals.quantities.length > 1) return isPart(goals.quantities, results.quantities, own) ? 'part' : null;
  // How many all of them are is told beside that it was all: 应发放65人，全部发放到位.
  const isAll = measured(goal, own).measure.unit === '%' && /全部|全覆盖|全额|全数|[均皆]|所有/u.test(actual ?? '');
  if (!isAll && results.quantities.every((reached) => isOtherThing(measured(goal, own), measured(reached, own))))
    return 'unit';
  const [reached] = results.quantities as [Quantity, ...Quantity[]];
  const pair = results.quantities.length === 1 ? pairOf(goal, reached, own) : null;
  return pair && isVague(indicator, pair) ? 'vague' : null;
}

/** Whether some targets have results, each its own, and another one has nothing at all. */
function isPart(goals: readonly Quantity[], results: readonly Quantity[], own: Quantity | null): boolean {
  const isFitting = (goal: Quantity, reached: Quantity) => pairOf(goal, reached, own)?.sure === true;
  if (results.some((reached) => goals.filter((goal) => isFitting(goal, reached)).length !== 1)) return false;
  return goals.some((goal) => !results.some((reached) => isFitting(goal, reached)));
}

/** Kinds that nobody takes for one another. Things are counted in many words: 8台 is 8套. */
const APART = /^(?:people|events|share|money|length|area|mass|volume|time)$/u;

/** Things that are surely no people and nothing that takes place. */
const OBJECTS = /^(?:台?套|[台座辆株棵盏所篇册部幅])$/u;

function isOtherThing({ measure: a }: Quantity, { measure: b, of }: Quantity): boolean {
  if (of !== null || a.kind === b.kind) return false;
  if (APART.test(a.kind) && APART.test(b.kind)) return true;
  const [thing, other] = a.kind === 'things' ? [a, b] : [b, a];
  return thing.kind === 'things' && OBJECTS.test(thing.unit) && /^(?:people|events)$/u.test(other.kind);
}

const measured = (quantity: Quantity, own: Quantity | null): Quantity =>
  quantity.measure.unit === '' && own ? { ...quantity, measure: own.measure } : quantity;

/** Whether a result is told only about, and the number that it names is short of the target. */
function isVague(indicator: Indicator, { goal, reached }: Pair): boolean {
  const way = wayOf(indicator, goal);
  if (way === 'words' || goal.isDeviation) return false;
  const isLess = way.direction === 'at most' || goal.high.eq(0);
  if (reached.direction === (isLess ? 'at least' : 'at most')) return true;
  return !reached.isExact && (isLess ? reached.printed.gt(goal.high) : reached.printed.lt(goal.low));
}

import type { Indicator } from '../../contract/document.js';
import type { Direction } from '../../text/quantity.js';
import { inYear } from './dates.js';
import type { Decimal } from './decimal.js';
import { type Way, wayOf } from './directions.js';
import { alike } from './measures.js';
import { perIn, type Quantity, readWording } from './wording.js';

/** What an indicator was to reach and what it reached, as two numbers of one measure. */

export interface Sides {
  readonly direction: Direction;
  readonly target: Decimal;
  readonly actual: Decimal;
}

export interface Comparison extends Sides {
  /** The most that the target asks for: the upper end of a range, else the target. */
  readonly most: Decimal;
  /** Whether there is no doubt: one number in each cell, of one unit, and a direction that the form states. */
  readonly sure: boolean;
  /** Whether both are surely of one unit, and not only likely: 8人 and 8人次. */
  readonly isSameUnit: boolean;
  /** Whether the direction is the form's own: a sign, a word, a column. */
  readonly isSaid: boolean;
  /** Whether the cells name one number each, and not ranges, about a number, or several of which this one decides. */
  readonly isOne: boolean;
}

export interface Pair {
  readonly goal: Quantity;
  readonly reached: Quantity;
  /** The result as the text states it. */
  readonly source: Quantity;
  readonly sure: boolean;
}

/** The two sides of an indicator, or null where they cannot be compared without a guess. */
export function comparisonOf(indicator: Indicator): Comparison | null {
  const { adjustedTarget, shared } = indicator;
  // A result for several targets is not that of one of them.
  if (shared.actual && !shared.target) return null;
  const name = indicator.level3 ?? '';
  const goals = ofAll(withinName(readWording(adjustedTarget ?? indicator.target).quantities, name));
  const results = withinName(readWording(indicator.actual).quantities, name);
  const pairs = pairsOf(goals, results, ownUnit(indicator));
  if (pairs === null) return null;
  const found = pairs.map((pair) => {
    const way = wayOf(indicator, pair.goal);
    return way === 'words' ? null : sidesOf(pair, way, pairs.length === 1);
  });
  if (found.some((one) => one === null)) return null;
  const all = found as Comparison[];
  // Several stand and fall by the one that was missed, or else by the one that was least exceeded.
  return all.find((one) => !isMet(one)) ?? all.reduce((a, b) => (surplus(b) < surplus(a) ? b : a));
}

const surplus = ({ target, actual }: Sides): number => (target.eq(0) ? 1 : Number(actual.div(target)));

/** Each target with its result, or null where one of them has none or several. */
function pairsOf(goals: readonly Quantity[], results: readonly Quantity[], own: Quantity | null): Pair[] | null {
  if (goals.length === 0 || results.length === 0) return null;
  const several = goals.length > 1;
  const pairs = goals.map((goal): Pair | null => {
    const fitting = results.flatMap((reached): Pair[] => {
      const pair = pairOf(goal, reached, own);
      return pair ? [pair] : [];
    });
    return several || fitting.length > 1 ? (only(goal, fitting) ?? null) : (fitting[0] ?? null);
  });
  if (pairs.some((pair) => pair === null)) return null;
  const used = new Set(pairs.map((pair) => pair?.source));
  return used.size === pairs.length ? (pairs as Pair[]) : null;
}

/** A target and a result in one scale, or null where they are not of one thing. */
export function pairOf(goal: Quantity, reached: Quantity, own: Quantity | null): Pair | null {
  const [a, b] = inOneScale(...inOnePeriod(inUnitOf(goal, own), inUnitOf(reached, own)));
  const degree = fits(a, b);
  return degree === 'no' ? null : { goal: a, reached: b, source: reached, sure: degree === 'surely' };
}

/** The unit of an indicator's own column. */
export const ownUnit = ({ unit }: Indicator): Quantity | null =>
  unit === null ? null : (readWording(`1${unit}`).quantities[0] ?? null);

/** Quantities without what the indicator's name says already: 人均 of 人均增收, 降低 of 成本降低率. */
const withinName = (quantities: readonly Quantity[], name: string): Quantity[] =>
  quantities.map((quantity) => ({
    ...quantity,
    per: quantity.per === perIn(name) ? '' : quantity.per,
    change: name.includes(quantity.change) ? '' : quantity.change,
  }));

/** Targets without those that another one tells for the whole year: 每月1次，全年12次. */
const ofAll = (goals: readonly Quantity[]): readonly Quantity[] =>
  goals.filter((goal) => !goals.some((other) => goal.per !== '' && isYearOf(other, goal)));

function isYearOf(other: Quantity, goal: Quantity): boolean {
  const whole = inYear(goal);
  return other.per === '' && other.measure === goal.measure && whole.low.lte(other.low) && whole.high.gte(other.high);
}

/** Of two that are told for different periods, both over the year. */
const inOnePeriod = (a: Quantity, b: Quantity): [Quantity, Quantity] =>
  a.per === b.per ? [a, b] : [inYear(a), inYear(b)];

/** The result among several that belongs to a target: the one that is surely of its unit, that has its noun, that is the sum. */
function only(goal: Quantity, fitting: readonly Pair[]): Pair | undefined {
  const unlike = fitting.filter(({ sure }) => sure);
  const best = unlike.length > 0 ? unlike : fitting;
  if (best.length === 1) return best[0];
  const sums = best.filter(({ reached }) => /[共总]计?$|合计|累计/u.test(reached.noun));
  if (sums.length === 1) return sums[0];
  const named = best.filter(({ reached }) => sharesWords(goal.noun, reached.noun));
  return named.length === 1 ? named[0] : undefined;
}

/** Whether two nouns name the same thing: two characters of the one stand in the other. */
function sharesWords(a: string, b: string): boolean {
  const [one, other] = [a, b].map((noun) => noun.replace(/完成|开展|组织|举办|实际|参加|≥|≤/gu, ''));
  for (let i = 0; i + 2 <= (one ?? '').length; i++) if (other?.includes((one as string).slice(i, i + 2))) return true;
  return false;
}

function fits(goal: Quantity, reached: Quantity): 'surely' | 'likely' | 'no' {
  if (goal.per !== reached.per || (goal.change === '') !== (reached.change === '')) return 'no';
  if (reached.of !== null && !reached.of.eq(goal.low)) return 'no';
  return alike(goal.measure, reached.measure);
}

/** A bare number beside a unit in its own column is of that unit. */
const inUnitOf = (bare: Quantity, unit: Quantity | null): Quantity =>
  unit === null || bare.measure.unit !== '' ? bare : { ...times(bare, unit.scale), measure: unit.measure };

const times = (quantity: Quantity, scale: Decimal): Quantity => ({
  ...quantity,
  low: quantity.low.times(scale),
  high: quantity.high.times(scale),
  scale: quantity.scale.times(scale),
});

/** Of two of which one is bare, that one in the scale of the other, `8.9` of `10万人`, unless it is nearer as it is. */
function inOneScale(a: Quantity, b: Quantity): [Quantity, Quantity] {
  if (a.measure.unit !== '' && b.measure.unit === '') return [a, nearer(b, a)];
  if (b.measure.unit !== '' && a.measure.unit === '') return [nearer(a, b), b];
  return [a, b];
}

function nearer(bare: Quantity, to: Quantity): Quantity {
  // A share may be typed as a fraction: 0.93.
  const isFraction = to.measure.unit === '%' && bare.high.lte(1);
  const scaled = times(bare, isFraction ? to.scale.times(100) : to.scale);
  const distance = ({ low }: Quantity) => Math.abs(Math.log(Math.abs(Number(low.div(to.low.eq(0) ? 1 : to.low))) || 1));
  return distance(bare) < distance(scaled) ? bare : scaled;
}

/** The numbers of a pair that decide, or null where what is told leaves room for both. */
function sidesOf({ goal, reached, sure }: Pair, way: Way, isOne: boolean): Comparison | null {
  const { direction, isSaid } = goal.isDeviation ? { direction: 'at most' as const, isSaid: true } : way;
  const isLess = direction === 'at most' || (direction === 'exactly' && goal.high.eq(0));
  const [low, high] = goal.isDeviation ? [reached.low.abs(), reached.high.abs()] : [reached.low, reached.high];
  // How long something may take is not told by its length alone.
  if (!isSaid && direction === 'exactly' && goal.measure.kind === 'time' && !low.eq(goal.low)) return null;
  if (isOpen(reached, isLess ? 'at most' : 'at least', goal)) return null;
  const target = isLess ? goal.high : goal.low;
  const isReached = isLess ? high.lte(target) : low.gte(target);
  const isMissed = isLess ? low.gt(target) : high.lt(target);
  if (!isReached && !isMissed) return null;
  const actual = isReached === isLess ? high : isLess ? low : high;
  const isPlain = isOne && goal.isExact && reached.isExact;
  return {
    direction,
    target,
    actual: isReached && !isLess ? low : actual,
    most: goal.high.gt(target) ? goal.high : target,
    isSameUnit: sure,
    sure: sure && isPlain && (isSaid || !isLess),
    isSaid,
    isOne: isPlain,
  };
}

/** Whether a result with a sign of its own, such as `≥50`, is on the side that says nothing. */
function isOpen({ direction, low }: Quantity, better: 'at least' | 'at most', goal: Quantity): boolean {
  if (direction === null || direction === 'exactly' || direction === better) return false;
  // 不超过 of a number that misses is a miss all the same.
  return better === 'at least' ? low.gte(goal.low) : low.lte(goal.high);
}

/**
 * Whether the target is met. Reaching more than an exact target (`=8个`, or a bare `8个`) meets it: the published formulas
 * score it like "at least", and what is far above is for the rule over-fulfilment. The exception is an exact target of
 * nothing (`=0起`, no accidents), which any result above 0 misses; a negative result counts as 0.
 */
export function isMet({ direction, target, actual }: Sides): boolean {
  if (direction === 'at most' || (direction === 'exactly' && target.eq(0))) return actual.lte(target);
  return actual.gte(target);
}

/** How many times the most that was asked for was reached; null where less is better or nothing was asked for. */
export function timesReached({ direction, most, actual }: Comparison): Decimal | null {
  if (direction === 'at most' || most.lte(0)) return null;
  return actual.div(most);
}

/** The one quantity that a text states and nothing else; null for words, dates, ranges and lists. */
export function quantityIn(text: string | null): Quantity | null {
  const { quantities, isWhole } = readWording(text);
  const [only] = quantities;
  return isWhole && only ? only : null;
}

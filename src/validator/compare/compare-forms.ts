import type { Indicator, Report } from '../../contract/document.js';
import { inYuan } from '../../text/money.js';
import { narrow } from '../../text/narrow.js';
import { comparisonOf, isMet } from '../quantities/comparison.js';
import { big, said } from '../quantities/decimal.js';
import { nameOf, short, totalRow } from '../report.js';
import { assign } from './assign.js';
import type { Differs } from './compare-types.js';
import { indicatorLikeness, isSame, textLikeness } from './likeness.js';

/** Least likeness of two indicators that are one: 验收合格率 and 养护工程验收合格率 are, 培训人次 and 培训场次 of one level are not. */
const ONE_INDICATOR = 0.6;
/** Least likeness of two goals that differ in nothing but how they are written. */
const ONE_GOAL = 0.98;

/** How a self-evaluation differs from the targets that were approved for it. */
export function* compareForms(approved: Report, evaluation: Report): Iterable<Differs> {
  yield* compareBudgets(approved, evaluation);
  yield* compareGoals(approved, evaluation);
  const [before, after] = [approved.indicators, evaluation.indicators];
  const partners = assign(before.length, after.length, likenessIn(before, after), ONE_INDICATOR);
  const taken = new Set(partners);
  for (const [i, indicator] of before.entries()) {
    const partner = partners[i] ?? null;
    if (partner !== null) yield* compareIndicators(indicator, after[partner] as Indicator, partner);
    else yield dropped(indicator, i);
  }
  for (const [j, indicator] of after.entries()) {
    if (taken.has(j) || isPartOfAnother(indicator)) continue;
    const data = { name: nameOf(indicator) };
    yield { id: 'indicator-added', message: 'added', side: 'evaluation', path: `/indicators/${j}/level3`, data };
  }
}

/** Likenesses are asked for often, and reckoned once. */
function likenessIn(before: readonly Indicator[], after: readonly Indicator[]): (i: number, j: number) => number {
  const known = new Map<number, number>();
  return (i, j) => {
    const key = i * after.length + j;
    const value = known.get(key) ?? indicatorLikeness(before[i] as Indicator, after[j] as Indicator);
    known.set(key, value);
    return value;
  };
}

/** Rows such as 其中：桃树 break another one down, and are scored with it; 预算执行率 is no target of the project. */
const isPartOfAnother = ({ level3, weight, score }: Indicator): boolean =>
  (weight === null && score === null && /^其中/u.test(level3 ?? '')) || /^预算执行率?$/u.test(narrow(level3 ?? ''));

function dropped(indicator: Indicator, i: number): Differs {
  const data = { name: nameOf(indicator), target: short(targetOf(indicator) ?? '—') };
  return { id: 'indicator-dropped', message: 'dropped', side: 'approved', path: `/indicators/${i}/level3`, data };
}

/** The target with the sign and the unit that stand in columns of their own. */
function targetOf({ operator, target, unit }: Indicator): string | null {
  if (target === null) return null;
  const sign = operator !== null && /[≥≤=<>]/u.test(operator) && !/[≥≤=<>]/u.test(target) ? operator : '';
  return `${sign}${target}${unit !== null && !target.endsWith(unit) ? unit : ''}`;
}

function* compareIndicators(before: Indicator, after: Indicator, j: number): Iterable<Differs> {
  const name = nameOf(after);
  if (!isSame(before.level3 ?? before.level2, after.level3 ?? after.level2)) {
    const data = { name, before: nameOf(before) };
    yield { id: 'indicator-reworded', message: 'reworded', side: 'evaluation', path: `/indicators/${j}/level3`, data };
  }
  yield* compareTargets(before, after, j);
  if (before.weight !== null && after.weight !== null && before.weight !== after.weight && !after.shared.weight) {
    const data = { name, before: said(before.weight), after: said(after.weight) };
    const formula = `${data.after} ≠ ${data.before}`;
    yield {
      id: 'weight-changed',
      message: 'weight',
      side: 'evaluation',
      path: `/indicators/${j}/weight`,
      data,
      formula,
    };
  }
}

function* compareTargets(before: Indicator, after: Indicator, j: number): Iterable<Differs> {
  const [was, is] = [targetOf(before), targetOf(after)];
  if (was === null || (is !== null && plainTarget(was) === plainTarget(is))) return;
  const path = `/indicators/${j}/target`;
  const data = { name: nameOf(after), before: short(was), after: short(is ?? '—') };
  if (is === null) {
    yield { id: 'target-changed', message: 'blank', side: 'evaluation', path, data };
    return;
  }
  // The new target is read as if it were a result: where it misses the one that was approved, less is asked for.
  const result = { ...before, target: was, unit: null, adjustedTarget: null, actual: is, shared: {} };
  const comparison = comparisonOf({ ...result, operator: signOf(before) });
  if (comparison === null) yield { id: 'target-changed', message: 'changed', side: 'evaluation', path, data };
  else if (!isMet(comparison)) {
    const formula = `${said(comparison.actual)} ${comparison.direction === 'at most' ? '>' : '<'} ${said(comparison.target)}`;
    const severity = comparison.isOne && comparison.isSameUnit ? 'error' : 'warning';
    yield { id: 'target-lowered', message: 'lowered', side: 'evaluation', path, data, severity, formula };
  } else if (comparison.actual.eq(comparison.target)) {
    if (signOf(before) !== null && signOf(after) !== null && signOf(before) !== signOf(after))
      yield { id: 'target-changed', message: 'changed', side: 'evaluation', path, data };
  } else yield { id: 'target-changed', message: 'raised', side: 'evaluation', path, data, severity: 'info' };
}

const signOf = ({ operator }: Indicator): string | null =>
  operator !== null && /[≥≤=<>]|定性/u.test(operator) ? operator : null;

const plainTarget = (target: string): string => narrow(target).replace(/[。,，;；]$/u, '');

/** The budget that was approved, and the initial one of the form: where that has none, the annual one. */
function* compareBudgets(approved: Report, evaluation: Report): Iterable<Differs> {
  const [before, after] = [budgetOf(approved), budgetOf(evaluation)];
  if (before === null || after === null) return;
  const row = totalRow(evaluation);
  // Amounts are printed with two decimals, in 万元 for the most part.
  if (big(before.amount).minus(after.amount).abs().lte(ROUNDING_YUAN)) return;
  const data = { before: said(before.amount), after: said(after.amount) };
  const path = `/funds/rows/${row ? evaluation.funds.rows.indexOf(row) : 0}/${after.field}`;
  yield {
    id: 'budget-differs',
    message: 'budget',
    side: 'evaluation',
    path,
    data,
    formula: `${data.after} ≠ ${data.before}`,
  };
}

const ROUNDING_YUAN = 100;

/** In 元; null where the amount or its unit is not known. */
function budgetOf(report: Report): { readonly amount: number; readonly field: string } | null {
  const row = totalRow(report) ?? (report.funds.rows.length === 1 ? report.funds.rows[0] : undefined);
  if (!row) return null;
  for (const field of ['initialBudget', 'annualBudget'] as const) {
    const amount = inYuan(row[field], report.funds.unit);
    if (amount !== null) return { amount, field };
  }
  return null;
}

function* compareGoals(approved: Report, evaluation: Report): Iterable<Differs> {
  const [before, after] = [approved.goals.expected ?? approved.goals.actual, evaluation.goals.expected];
  if (before === null || after === null || textLikeness(before, after) >= ONE_GOAL) return;
  yield {
    id: 'goal-changed',
    message: 'goal',
    side: 'evaluation',
    path: '/goals/expected',
    data: { after: short(after) },
  };
}

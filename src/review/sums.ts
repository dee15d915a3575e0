import type { Report } from '../contract/document.js';
import { big, type Decimal, near, percent, rounded, said, sum } from '../validator/quantities/decimal.js';
import { unitsOf } from '../validator/quantities/units.js';

/** What a form adds up to beside what it states, by the arithmetic of the rules. */
export interface Sums {
  readonly weights: Sum;
  readonly scores: Sum;
  readonly rates: readonly Rate[];
}

/** The numbers of the indicators, alone and with those of the funds, as they are said. */
export interface Sum {
  readonly indicators: string;
  readonly withFunds: string;
  readonly stated: string | null;
  /** Whether what is stated is one of them. */
  readonly fits: boolean;
}

export interface Rate {
  readonly label: string | null;
  readonly computed: string;
  readonly stated: string | null;
  readonly fits: boolean;
}

/** Half of the last decimal that scores are printed with. */
const SCORE_STEP = 0.005;
/** Half of the last decimal of a rate printed as percent with two. */
const RATE_STEP = 0.00005;

export function sumsOf(report: Report): Sums {
  const units = unitsOf(report);
  const funds = report.funds.rows;
  const of = (field: 'weight' | 'score', own: number | null): Sum => {
    const indicators = sum(units.flatMap((unit) => unit[field] ?? []));
    const first = funds.find((row) => row[field] !== null)?.[field] ?? own ?? 0;
    const withFunds = indicators.plus(big(first));
    const stated = report.total[field];
    const fits = stated === null || [indicators, withFunds].some((value) => near(value, stated, SCORE_STEP));
    return { indicators: said(indicators), withFunds: said(withFunds), stated: saidOrNull(stated), fits };
  };
  return {
    weights: of('weight', report.funds.weight),
    scores: of('score', null),
    rates: funds.flatMap((row) => rateOf(row) ?? []),
  };
}

function rateOf({ label, annualBudget, executed, executionRate }: Report['funds']['rows'][number]): Rate | null {
  if (annualBudget === null || executed === null || annualBudget === 0) return null;
  const computed: Decimal = big(executed).div(big(annualBudget));
  const fits = executionRate === null || near(rounded(computed, 4), executionRate, RATE_STEP * 2);
  return { label, computed: percent(computed), stated: executionRate === null ? null : percent(executionRate), fits };
}

const saidOrNull = (value: number | null): string | null => (value === null ? null : said(value));

import type { FundRow, Indicator, Report } from '../contract/document.js';
import type { Example } from './validator-types.js';

/** An example as a whole report: what it leaves out is null. */
export function reportOf(example: Example): Report {
  return {
    title: example.title ?? null,
    year: example.year ?? null,
    pages: [1],
    project: {
      name: example.name ?? null,
      supervisingDepartment: null,
      implementingUnit: null,
      manager: null,
      phone: null,
    },
    funds: {
      unit: example.unit ?? null,
      weight: example.fundsWeight ?? null,
      rows: (example.funds ?? []).map((row) => ({ ...EMPTY_FUND_ROW, ...row })),
    },
    goals: { expected: null, actual: null, adjusted: null, ...example.goals },
    indicatorsWeight: example.indicatorsWeight ?? null,
    indicators: (example.indicators ?? []).map((indicator) => ({ ...EMPTY_INDICATOR, ...indicator })),
    total: { weight: null, score: null, grade: null, ...example.total },
    conclusion: { evaluation: null, problems: null, measures: null },
    notes: null,
    extra: example.extra ?? {},
  };
}

/** The forms of an example's file; the example itself is the first. */
export const reportsOf = (example: Example): Report[] => [
  reportOf(example),
  ...(example.beside ? reportsOf(example.beside) : []),
];

/** What is to be known of an example's fields beside its forms. */
export const confidenceOf = ({ confidence = {} }: Example): ReadonlyMap<string, number> =>
  new Map(Object.entries(confidence));

const EMPTY_FUND_ROW: FundRow = {
  label: null,
  kind: 'unknown',
  initialBudget: null,
  annualBudget: null,
  executed: null,
  weight: null,
  executionRate: null,
  score: null,
  reason: null,
  extra: {},
};

const EMPTY_INDICATOR: Indicator = {
  goal: null,
  level1: null,
  level1Weight: null,
  level2: null,
  level2Weight: null,
  level3: null,
  operator: null,
  target: null,
  unit: null,
  adjustedTarget: null,
  actual: null,
  weight: null,
  score: null,
  deviation: null,
  scoringRule: null,
  core: null,
  extra: {},
};

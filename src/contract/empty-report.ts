import type { FundRow, Indicator, Report } from './document.js';

/** A form of which nothing has been read. */
export const emptyReport = (): Report => ({
  title: null,
  year: null,
  pages: [],
  project: { name: null, supervisingDepartment: null, implementingUnit: null, manager: null, phone: null },
  funds: { unit: null, weight: null, rows: [] },
  goals: { expected: null, actual: null, adjusted: null },
  indicatorsWeight: null,
  indicators: [],
  total: { weight: null, score: null, grade: null },
  conclusion: { evaluation: null, problems: null, measures: null },
  notes: null,
  extra: {},
});

export const emptyFundRow = (extra: FundRow['extra'] = {}): FundRow => ({
  label: null,
  kind: 'unknown',
  initialBudget: null,
  annualBudget: null,
  executed: null,
  weight: null,
  executionRate: null,
  score: null,
  reason: null,
  extra,
});

export const emptyIndicator = (extra: Indicator['extra'] = {}): Indicator => ({
  goal: null,
  level1: null,
  level1Weight: null,
  level2: null,
  level2Weight: null,
  level3: null,
  operator: null,
  direction: null,
  target: null,
  unit: null,
  adjustedTarget: null,
  actual: null,
  weight: null,
  score: null,
  reviewedScore: null,
  deviation: null,
  scoringRule: null,
  core: null,
  shared: {},
  extra,
});

import type { Report } from '../contract/document.js';
import { emptyFundRow, emptyIndicator, emptyReport } from '../contract/empty-report.js';
import type { Example } from './validator-types.js';

/** An example as a whole report: what it leaves out is null. */
export function reportOf(example: Example): Report {
  const empty = emptyReport();
  return {
    ...empty,
    title: example.title ?? null,
    year: example.year ?? null,
    pages: [1],
    project: { ...empty.project, name: example.name ?? null },
    funds: {
      unit: example.unit ?? null,
      weight: example.fundsWeight ?? null,
      rows: (example.funds ?? []).map((row) => ({ ...emptyFundRow(), ...row })),
    },
    goals: { ...empty.goals, ...example.goals },
    indicatorsWeight: example.indicatorsWeight ?? null,
    indicators: (example.indicators ?? []).map((indicator) => ({ ...emptyIndicator(), ...indicator })),
    total: { ...empty.total, ...example.total },
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

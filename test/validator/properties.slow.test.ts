import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvalxDocument, Report } from '../../src/contract/document.js';
import type { Finding } from '../../src/contract/findings.js';
import { validate } from '../../src/validator/validate.js';
import { correctForm } from './correct-form.js';

const documentOf = (report: Report): EvalxDocument => ({
  schemaVersion: '1',
  source: { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pageCount: 1 },
  reports: [report],
  diagnostics: [],
});
const check = (report: Report): Finding[] => validate([{ file: 'a.pdf', document: documentOf(report), places: null }]);
const told = (report: Report): string[] =>
  check(report)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

/** What can be done to a correct form, and what must be said of it then; null where this form does not offer it. */
type Fault = (report: Report, n: number) => string | null;
const edit = <T>(rows: readonly T[], n: number): T => rows[n % rows.length] as T;

const FAULTS: Readonly<Record<string, Fault>> = {
  'score above weight': (report, n) => {
    const indicator = edit(report.indicators, n);
    if (!isFull(indicator)) return null;
    indicator.score = (indicator.weight as number) + 1;
    report.total.score = rounded((report.total.score as number) + 1);
    if ((report.total.score as number) > 100 || report.total.grade !== null) return null;
    return 'score-exceeds-weight';
  },
  'another total': (report, n) => {
    if (report.total.grade !== null) return null;
    report.total.score = rounded((report.total.score as number) - 0.06 - n / 10);
    return (report.total.score as number) > 0 ? 'score-total-mismatch' : null;
  },
  'another total weight': (report, n) => {
    report.total.weight = 101 + (n % 9);
    return 'weight-total-mismatch';
  },
  'another execution rate': (report, n) => {
    const row = report.funds.rows[0] as Report['funds']['rows'][number];
    const rate = rounded((row.executionRate as number) - 0.03 - (n % 9) / 1000);
    if (rate < 0.9) return null;
    row.executionRate = rate;
    row.weight = null;
    row.score = null;
    for (const indicator of report.indicators) indicator.score = null;
    report.total.score = null;
    report.total.weight = null;
    report.total.grade = null;
    return 'execution-rate-mismatch';
  },
  'another total of the funds': (report, n) => {
    const row = report.funds.rows[0] as Report['funds']['rows'][number];
    row.initialBudget = rounded((row.initialBudget as number) + 1 + n);
    return 'funds-sum-mismatch';
  },
  'a blank score': (report, n) => {
    const indicator = edit(report.indicators, n);
    indicator.score = null;
    return 'score-missing';
  },
  'a blank total': (report) => {
    report.total.score = null;
    report.total.grade = null;
    return 'total-missing';
  },
  'another grade': (report) => {
    if (report.total.grade === null) return null;
    report.total.grade = report.total.grade === '优' ? '良' : '优';
    return 'grade-mismatch';
  },
  'a reason left out': (report, n) => {
    const indicator = edit(report.indicators, n);
    if (isFull(indicator)) return null;
    indicator.deviation = '无';
    return 'deviation-missing';
  },
  'full marks for a missed target': (report, n) => {
    const indicator = edit(report.indicators, n);
    if (isFull(indicator) || report.total.grade !== null) return null;
    const gained = (indicator.weight as number) - (indicator.score as number);
    indicator.score = indicator.weight;
    report.total.score = rounded((report.total.score as number) + gained);
    return 'full-score-unmet';
  },
  'an indicator twice': (report, n) => {
    const indicator = edit(report.indicators, n);
    const other = edit(report.indicators, n + 1);
    other.level3 = indicator.level3;
    const same = other.target === indicator.target;
    return same ? 'duplicate-indicator' : null;
  },
  'no word on a low rate': (report) => {
    const row = report.funds.rows[0] as Report['funds']['rows'][number];
    if (row.reason === null || report.indicators.some(({ deviation }) => deviation !== null)) return null;
    row.reason = null;
    return 'low-rate-reason';
  },
};

const isFull = ({ weight, score }: Report['indicators'][number]): boolean => weight === score;
const rounded = (value: number): number => Number(value.toFixed(4));

describe('forms in which everything is right', () => {
  it('raise no error and no warning', () => {
    fc.assert(
      fc.property(correctForm, (report) => {
        expect(check(report).filter(({ severity }) => severity !== 'info')).toEqual([]);
      }),
      { numRuns: 1000, seed: 600 },
    );
  });
});

describe('forms with one fault', () => {
  it('raise exactly that one', () => {
    let planted = 0;
    const seen = new Set<string>();
    fc.assert(
      fc.property(correctForm, fc.constantFrom(...Object.keys(FAULTS)), fc.nat(50), (report, name, n) => {
        const faulty = structuredClone(report);
        const rule = (FAULTS[name] as Fault)(faulty, n);
        fc.pre(rule !== null);
        expect([name, told(faulty)]).toEqual([name, [rule]]);
        planted++;
        seen.add(rule as string);
      }),
      { numRuns: 1000, seed: 6, maxSkipsPerRun: 50 },
    );
    expect(planted).toBeGreaterThanOrEqual(1000);
    expect(seen.size).toBeGreaterThanOrEqual(10);
  });
});

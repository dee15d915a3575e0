import type { FileResult } from '../contract/batch.js';

/** What a run found, in numbers. Nothing in it depends on the clock or the machine. */
export interface Summary {
  readonly schemaVersion: '1';
  files: { total: number; read: number; partly: number; failed: number };
  pages: number;
  reports: number;
  indicators: number;
  findings: { error: number; warning: number; info: number };
  diagnostics: { error: number; warning: number; info: number };
  /** Fields that a person has put right, and findings that are let stand, which do not count among the others. */
  corrected: number;
  accepted: number;
  /** Files by what was wrong with them. */
  errors: Record<string, number>;
  /** Findings by rule. */
  rules: Record<string, number>;
  /** Diagnostics by code. */
  codes: Record<string, number>;
}

export const emptySummary = (): Summary => ({
  schemaVersion: '1',
  files: { total: 0, read: 0, partly: 0, failed: 0 },
  pages: 0,
  reports: 0,
  indicators: 0,
  findings: { error: 0, warning: 0, info: 0 },
  diagnostics: { error: 0, warning: 0, info: 0 },
  corrected: 0,
  accepted: 0,
  errors: {},
  rules: {},
  codes: {},
});

export function addResult(summary: Summary, { status, document, findings, accepted = [] }: FileResult): void {
  summary.files.total++;
  summary.files[status.status]++;
  summary.pages += status.pages ?? 0;
  for (const report of document?.reports ?? []) {
    summary.reports++;
    summary.indicators += report.indicators.length;
  }
  summary.corrected += Object.keys(document?.corrected ?? {}).length;
  summary.accepted += accepted.length;
  if (status.errorCode !== null) count(summary.errors, status.errorCode);
  for (const { severity, rule } of findings) {
    summary.findings[severity]++;
    count(summary.rules, rule);
  }
  for (const { severity, code } of document?.diagnostics ?? []) {
    summary.diagnostics[severity]++;
    count(summary.codes, code);
  }
}

function count(numbers: Record<string, number>, key: string): void {
  numbers[key] = (numbers[key] ?? 0) + 1;
}

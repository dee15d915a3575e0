import type { EvalxDocument } from '../../src/contract/document.js';
import { emptyFundRow, emptyIndicator, emptyReport } from '../../src/contract/empty-report.js';
import type { Correction } from '../../src/contract/schema/corrections.js';

export const SHA = 'a'.repeat(64);

/** One form: a funds row, three indicators of which the last two share the cell of the score. */
export function smallDocument(): EvalxDocument {
  const indicator = (level3: string, score: number) => ({ ...emptyIndicator(), level3, score, weight: 10 });
  const shared = { score: [1, 2] };
  const report = {
    ...emptyReport(),
    title: '项目支出绩效自评表',
    year: 2023,
    pages: [1],
    extra: { '备 注/一': '无' },
    funds: { unit: '万元', weight: null, rows: [{ ...emptyFundRow(), label: '年度资金总额', kind: 'total' as const }] },
    indicators: [indicator('数量', 8), { ...indicator('质量', 9), shared }, { ...indicator('时效', 9), shared }],
    total: { weight: 100, score: 95, grade: '优' },
  };
  return {
    schemaVersion: '1',
    source: { file: 'a.pdf', sha256: SHA, bytes: 1, pageCount: 1 },
    reports: [report],
    diagnostics: [],
    evidence: {
      '/reports/0/total/score': { page: 1, bbox: [1, 2, 3, 4], raw: '95', confidence: 0.4 },
      '/reports/0/indicators/1/score': { page: 1, bbox: [1, 5, 3, 9], raw: '9', confidence: 1 },
    },
  };
}

export const correction = (
  path: string,
  old: Correction['old'],
  value: Correction['new'],
  more: Partial<Correction> = {},
): Correction => ({ sha256: SHA, path, old, new: value, who: '王', when: '2025-03-01T08:00:00Z', why: null, ...more });

/** A moment so many hours after the first. */
export const hour = (hours: number): string => new Date(Date.UTC(2025, 2, 1, hours)).toISOString();

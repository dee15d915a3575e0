import { describe, expect, it, vi } from 'vitest';
import type { EvalxDocument, Evidence } from '../../src/contract/document.js';
import { reportOf } from '../../src/validator/example.js';
import { ruleOf } from '../../src/validator/rules.js';
import { DEFAULT_SETTINGS, validate } from '../../src/validator/validate.js';
import type { Example } from '../../src/validator/validator-types.js';

const documentOf = (...forms: Example[]): EvalxDocument => ({
  schemaVersion: '1',
  source: { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pageCount: 1 },
  reports: forms.map(reportOf),
  diagnostics: [],
});
const place = (page: number, y: number): Evidence => ({ page, bbox: [10, y, 20, y + 5], raw: 'x', confidence: 1 });
const TWO_FAULTS: Example = {
  indicators: [
    { level3: '甲', weight: 10, score: 11 },
    { level3: '乙', weight: 10, score: 12 },
  ],
  total: { score: 23 },
};

describe('findings', () => {
  it('have a path, a page and a box', () => {
    const places = new Map([
      ['/reports/0/indicators/0/score', place(2, 100)],
      ['/reports/0/indicators/1/score', place(1, 300)],
    ]);
    const findings = validate([{ file: 'a.pdf', document: documentOf(TWO_FAULTS), places }]);
    expect(findings).toEqual([
      {
        rule: 'score-exceeds-weight',
        severity: 'error',
        message: '"乙" scores 12, more than its weight of 10',
        file: 'a.pdf',
        report: 0,
        path: '/reports/0/indicators/1/score',
        page: 1,
        bbox: [10, 300, 20, 305],
      },
      expect.objectContaining({ path: '/reports/0/indicators/0/score', page: 2, bbox: [10, 100, 20, 105] }),
    ]);
  });
  it('stand where the nearest field stands, if their own is blank', () => {
    const places = new Map([['/reports/0/indicators/0/level3', place(3, 50)]]);
    const blank: Example = {
      indicators: [
        { level3: '甲', actual: '1' },
        { level3: '乙', score: 5 },
      ],
    };
    const [found] = validate([{ file: 'a.pdf', document: documentOf(blank), places }]).filter(
      (f) => f.rule === 'actual-missing',
    );
    expect(found).toMatchObject({ path: '/reports/0/indicators/1/actual', page: 3 });
  });
  it('keep the order of files and forms, whatever their severity', () => {
    const faulty = documentOf({ total: { score: 95, grade: '良' } }, TWO_FAULTS);
    const found = validate([
      { file: 'b.pdf', document: faulty, places: null },
      { file: 'a.pdf', document: documentOf(TWO_FAULTS), places: null },
    ]);
    expect(found.map((f) => [f.file, f.report, f.rule])).toEqual([
      ['b.pdf', 0, 'grade-mismatch'],
      ['b.pdf', 1, 'score-exceeds-weight'],
      ['b.pdf', 1, 'score-exceeds-weight'],
      ['a.pdf', 0, 'score-exceeds-weight'],
      ['a.pdf', 0, 'score-exceeds-weight'],
    ]);
    expect(found.every((f) => f.page === null && f.bbox === null)).toBe(true);
  });
  it('obey the settings', () => {
    const input = [{ file: 'a.pdf', document: documentOf(TWO_FAULTS), places: null }];
    expect(validate(input, { ...DEFAULT_SETTINGS, severities: { 'score-exceeds-weight': 'off' } })).toEqual([]);
    const info = validate(input, { ...DEFAULT_SETTINGS, severities: { 'score-exceeds-weight': 'info' }, lang: 'zh' });
    expect(info.map((f) => [f.severity, f.message])).toEqual([
      ['info', '“甲”得分 11 超过分值 10'],
      ['info', '“乙”得分 12 超过分值 10'],
    ]);
    const off: Example = { indicators: [{ score: 50 }], total: { score: 49 } };
    const wide = { ...DEFAULT_SETTINGS, tolerances: { ...DEFAULT_SETTINGS.tolerances, score: 1 } };
    expect(validate([{ file: 'a.pdf', document: documentOf(off), places: null }], wide)).toEqual([]);
  });
  it('are never made of a rule that crashes', () => {
    const rule = ruleOf('grade-mismatch') as { check: unknown };
    const spy = vi.spyOn(rule as { check: () => never }, 'check').mockImplementation(() => {
      throw new TypeError('x is not a function');
    });
    expect(() => validate([{ file: 'a.pdf', document: documentOf({}), places: null }])).toThrow(
      expect.objectContaining({
        code: 'rule-crashed',
        message: expect.stringContaining('the rule grade-mismatch failed'),
      }),
    );
    spy.mockRestore();
  });
});

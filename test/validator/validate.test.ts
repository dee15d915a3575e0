import { describe, expect, it, vi } from 'vitest';
import type { Diagnostic, EvalxDocument, Evidence, Report } from '../../src/contract/document.js';
import type { Tolerances } from '../../src/contract/tolerances.js';
import { hasGaps } from '../../src/validator/diagnostics.js';
import { reportOf } from '../../src/validator/example.js';
import { ruleOf } from '../../src/validator/rules.js';
import { checkDocuments, DEFAULT_SETTINGS, type ValidationSettings, validate } from '../../src/validator/validate.js';
import type { Example, Fault } from '../../src/validator/validator-types.js';

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
        labels: ['乙'],
        formula: '12 > 10',
        source: '财预〔2020〕10号',
        mend: 'score no more than the weight',
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
  describe('of the reader', () => {
    const said = (some: Partial<Diagnostic> = {}): Diagnostic => ({
      code: 'value-not-a-number',
      severity: 'warning',
      message: '"1oo" is not a number',
      page: 1,
      bbox: [10, 200, 20, 210],
      ...some,
    });
    const saying = (diagnostics: Diagnostic[], ...forms: Example[]): EvalxDocument => ({
      ...documentOf(...forms),
      diagnostics,
    });
    const found = (document: EvalxDocument, severities: ValidationSettings['severities'] = {}) =>
      validate([{ file: 'b.pdf', document, places: null }], { ...DEFAULT_SETTINGS, severities });

    it('are its diagnostics, each at its place in the document', () => {
      expect(found(saying([said()], {}))).toEqual([
        {
          rule: 'value-not-a-number',
          severity: 'warning',
          message: '"1oo" is not a number',
          file: 'b.pdf',
          report: 0,
          path: '/diagnostics/0',
          page: 1,
          bbox: [10, 200, 20, 210],
          labels: [],
          formula: null,
          source: null,
          mend: null,
        },
      ]);
    });

    it('stand in their form by page and place, those of no form or of several before all forms', () => {
      const document = saying(
        [said(), said({ page: null }), said({ page: 2 }), said({ page: 3 })],
        { ...TWO_FAULTS },
        {},
        {},
      );
      [[1], [2], [2, 3]].forEach((pages, index) => {
        (document.reports[index] as Report).pages = pages;
      });
      const places = new Map([
        ['/reports/0/indicators/0/score', place(1, 100)],
        ['/reports/0/indicators/1/score', place(1, 300)],
      ]);
      const findings = validate([{ file: 'b.pdf', document, places }]);
      expect(findings.map(({ report, path }) => [report, path])).toEqual([
        [null, '/diagnostics/1'],
        [null, '/diagnostics/2'],
        [0, '/reports/0/indicators/0/score'],
        [0, '/diagnostics/0'],
        [0, '/reports/0/indicators/1/score'],
        [2, '/diagnostics/3'],
      ]);
    });

    it('are of the document, not of the words: two alike are two', () => {
      expect(found(saying([said(), said()], {}))).toHaveLength(2);
    });

    it('have the severity that is set for their code', () => {
      const document = saying([said(), said({ code: 'page-recognised', severity: 'info' })], {});
      expect(found(document, { 'value-not-a-number': 'error', 'page-recognised': 'off' })).toEqual([
        expect.objectContaining({ rule: 'value-not-a-number', severity: 'error' }),
      ]);
    });

    it('are an error where there is no form, for nothing has passed', () => {
      const document = saying([said({ code: 'no-form-found', page: null, bbox: null })]);
      expect(found(document)).toEqual([expect.objectContaining({ rule: 'no-form-found', severity: 'error' })]);
      expect(found(document, { 'no-form-found': 'info' })[0]?.severity).toBe('info');
    });

    it.each([
      ['a warning', [said()], {}, 1, false],
      ['an error', [said({ code: 'text-unreadable', severity: 'error' })], {}, 1, true],
      ['an error set to a warning', [said({ severity: 'error' })], { 'value-not-a-number': 'warning' }, 1, false],
      ['an error switched off', [said({ severity: 'error' })], { 'value-not-a-number': 'off' }, 1, false],
      ['a warning set to an error, though all was read', [said()], { 'value-not-a-number': 'error' }, 1, false],
      [
        'one error of two switched off',
        [said({ severity: 'error' }), said({ code: 'xfa-form', severity: 'error' })],
        { 'xfa-form': 'off' },
        1,
        true,
      ],
      ['no form', [], {}, 0, true],
      ['no form, which is switched off', [], { 'no-form-found': 'off' }, 0, false],
      ['no form as its page was not read', [said({ severity: 'error' })], { 'value-not-a-number': 'off' }, 0, true],
    ] as const)('leave gaps, or none: %s', (_, diagnostics, severities, forms, gaps) => {
      const document = saying([...diagnostics], ...Array.from({ length: forms }, () => ({})));
      expect(hasGaps(document, severities)).toBe(gaps);
    });
  });

  describe('where a rule crashes', () => {
    const crashing = (work: () => void): void => {
      const rule = ruleOf('grade-mismatch') as unknown as { check: () => Iterable<Fault> };
      const spy = vi.spyOn(rule, 'check').mockImplementation(function* () {
        yield { message: 'grade', path: '/total/grade', data: { score: '1', expected: '差', grade: '优' } };
        throw new TypeError('x is not a function');
      });
      work();
      spy.mockRestore();
    };
    const input = { file: 'a.pdf', document: documentOf(TWO_FAULTS, TWO_FAULTS), places: null };
    const crash = expect.objectContaining({
      code: 'rule-crashed',
      message: 'the rule grade-mismatch failed (x is not a function); this is a fault of evalx, please report it',
    });

    it('are those of the other rules, for who goes on; it is told once a document', () =>
      crashing(() => {
        const { findings, crashes } = checkDocuments([input, input], DEFAULT_SETTINGS);
        expect(crashes).toEqual([crash, crash]);
        expect(findings.map(({ rule, report }) => [rule, report])).toEqual(
          [0, 0, 1, 1, 0, 0, 1, 1].map((report) => ['score-exceeds-weight', report]),
        );
      }));
    it('are none for callers of the library: it throws', () =>
      crashing(() => expect(() => validate([input])).toThrow(crash)));
    it('are those of the other rules where it is switched off', () =>
      crashing(() => {
        const settings = { ...DEFAULT_SETTINGS, severities: { 'grade-mismatch': 'off' } } as const;
        expect(checkDocuments([input], settings).crashes).toEqual([]);
      }));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, '5', undefined])(
    'need tolerances that are numbers: %j',
    (score) => {
      const tolerances = { ...DEFAULT_SETTINGS.tolerances, score } as unknown as Tolerances;
      expect(() => validate([], { ...DEFAULT_SETTINGS, tolerances })).toThrow(
        expect.objectContaining({
          code: 'usage',
          message: `the tolerance score is ${score}; give a number of 0 or more`,
        }),
      );
    },
  );

  it('take units, signs and grades for texts, whatever objects of JavaScript have of that name', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'valueOf']) {
      const row = {
        kind: 'total',
        initialBudget: 100,
        annualBudget: 200,
        executed: 1e308,
        executionRate: 5e-324,
      } as const;
      const form: Example = {
        unit: name,
        funds: [row, { ...row, kind: 'fiscal' }],
        goals: { actual: `执行率${'9'.repeat(320)}%，预算为${'9'.repeat(5000)}万元` },
        indicators: [
          {
            level3: name,
            operator: name,
            unit: name,
            target: `${'8'.repeat(320)}${name}`,
            actual: `1${name}`,
            weight: 10,
            score: 10,
          },
          { level3: name, operator: '≥', target: `≥${'8'.repeat(320)}`, actual: '8', weight: 10, score: 9 },
        ],
        total: { score: 95, grade: name },
        extra: { [name]: '2021年' },
      };
      expect(validate([{ file: 'a.pdf', document: documentOf(form), places: null }]).length).toBeGreaterThan(0);
    }
  });
});

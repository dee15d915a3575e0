import { describe, expect, it } from 'vitest';
import { judge } from './judge.mjs';

const report = (score: unknown, pages: unknown = [1]) => ({ pages, total: { score } });
const warning = (page: number | null) => ({ severity: 'warning', page }) as const;
const end = (truth: object[], reports: object[], diagnostics: Parameters<typeof judge>[1]['diagnostics'] = []) =>
  judge(truth, { reports, diagnostics }).end;

describe('a mutant', () => {
  it('is exact where all is the truth, and a false alarm where something is said of that', () => {
    expect(end([report(9)], [report(9)])).toBe('exact');
    expect(end([report(9)], [report(9)], [{ severity: 'info', page: 1 }])).toBe('exact');
    expect(end([report(9)], [report(9)], [warning(1)])).toBe('alarm');
  });

  it('is told of only by a warning or an error on a page of that report, or of the whole file', () => {
    expect(end([report(9)], [report(8)])).toBe('silent');
    expect(end([report(9)], [report(8)], [{ severity: 'info', page: 1 }])).toBe('silent');
    expect(end([report(9)], [report(8)], [warning(2)])).toBe('silent');
    expect(end([report(9)], [report(8)], [warning(1)])).toBe('told');
    expect(end([report(9)], [report(8)], [warning(null)])).toBe('told');
    expect(end([report(9), report(5, [2])], [report(9), report(6, [2])], [warning(1)])).toBe('silent');
  });

  it('is silent where a report was missed or invented on a page of which nothing is said', () => {
    expect(end([report(9), report(5, [2])], [report(9)], [warning(1)])).toBe('silent');
    expect(end([report(9), report(5, [2])], [report(9)], [warning(2)])).toBe('told');
    expect(end([report(9)], [report(9), report(5, [3])], [warning(1)])).toBe('silent');
    expect(end([report(9)], [report(9), report(5, [3])], [warning(3)])).toBe('told');
  });

  it('may leave open what a person cannot tell', () => {
    expect(end([report({ $any: true })], [report(3)])).toBe('exact');
    expect(end([report({ $oneOf: [3, null] })], [report(null)])).toBe('exact');
    expect(end([report({ $oneOf: [3, null] })], [report(4)])).toBe('silent');
    expect(end([report(9, { $oneOf: [[1], [1, 2]] })], [report(9, [1, 2])])).toBe('exact');
    expect(end([report(9, { $oneOf: [[1], [1, 2]] })], [report(8, [1])], [warning(2)])).toBe('told');
    expect(end([report({ $values: ['a'] })], [report({ whatever: 'a' })])).toBe('exact');
    expect(end([report({ $values: ['a'] })], [report({})])).toBe('silent');
    expect(end([report({ $told: true })], [report(9)])).toBe('silent');
    expect(end([report({ $told: true })], [report(9)], [warning(1)])).toBe('told');
  });

  it('says where it differs first', () => {
    const { difference } = judge([report(9)], { reports: [report(8)], diagnostics: [] });
    expect(difference).toEqual({ at: '/reports/0/total/score', expected: 9, got: 8 });
  });
});

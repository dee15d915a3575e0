import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionsSchema } from '../../src/contract/schema/corrections.js';
import {
  acceptFinding,
  correct,
  correctionOf,
  EMPTY_STATE,
  exported,
  lookedAt,
  opened,
  shownValue,
  takeBack,
  typedValue,
} from '../../src/review/state.js';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const by = { who: '张三', when: '2026-01-02T03:04:05.000Z' };
const SCORE = '/reports/0/total/score';
const RATE = '/reports/0/funds/rows/0/executionRate';
const finding = { rule: 'score-exceeds-weight', path: '/reports/0/indicators/1/score', message: 'm' };

describe('what a reviewer does', () => {
  it('corrects a field: one correction, from what was read to the last value', () => {
    const once = correct(EMPTY_STATE, { sha256: A, path: SCORE }, { read: 92, value: 29, why: null }, by);
    const twice = correct(once, { sha256: A, path: SCORE }, { read: 92, value: 93, why: 'blurred' }, by);
    expect(twice.corrections).toEqual([{ sha256: A, path: SCORE, old: 92, new: 93, ...by, why: 'blurred' }]);
    expect(correctionOf(twice, { sha256: A, path: SCORE })?.new).toBe(93);
    expect(correctionOf(twice, { sha256: B, path: SCORE })).toBeUndefined();
  });

  it('accepts a finding with a reason, once, and takes it back', () => {
    const first = acceptFinding(EMPTY_STATE, A, finding, 'agreed', by);
    const second = acceptFinding(first, A, finding, 'agreed by the bureau', by);
    expect(second.accepted).toEqual([{ sha256: A, ...finding, ...by, why: 'agreed by the bureau' }]);
    expect(takeBack(second, B, finding).accepted).toHaveLength(1);
    expect(takeBack(second, A, { ...finding, rule: 'other' }).accepted).toHaveLength(1);
    expect(takeBack(second, A, finding).accepted).toEqual([]);
  });

  it('keeps what was looked at and opened, each once', () => {
    const state = opened(opened(lookedAt(lookedAt(EMPTY_STATE, A, 'x'), A, 'x'), A, 2), A, 2);
    expect(state.seen).toEqual({ [A]: ['x'] });
    expect(state.opened).toEqual({ [A]: [2] });
  });

  it('exports what a corrections file may hold, of the documents asked for', () => {
    const one = correct(EMPTY_STATE, { sha256: A, path: SCORE }, { read: null, value: 90, why: null }, by);
    const two = acceptFinding(one, B, finding, 'agreed', by);
    expect(correctionsSchema.parse(exported(two))).toEqual(exported(two));
    expect(exported(two, new Set([A]))).toMatchObject({ corrections: [{ new: 90 }], accepted: [] });
    expect(exported(two, new Set([B]))).toMatchObject({ corrections: [], accepted: [{ why: 'agreed' }] });
  });
});

describe('what is typed', () => {
  it.each([
    [SCORE, '92.5', 92.5],
    [SCORE, ' 92.5 ', 92.5],
    [SCORE, '-3', -3],
    [SCORE, '.5', 0.5],
    [SCORE, '９２．５', 92.5],
    ['/reports/0/funds/rows/0/executed', '1,234,567.89', 1234567.89],
    [SCORE, '', null],
    [RATE, '98.57%', 0.9857],
    [RATE, '98.57 ％', 0.9857],
    [RATE, '1', 1],
    [RATE, '0.07%', 0.0007],
    ['/reports/0/year', '2022', 2022],
    ['/reports/0/project/name', ' 平台建设 ', '平台建设'],
    ['/reports/0/project/phone', '021-1,234', '021-1,234'],
    ['/reports/0/project/phone', ' ', null],
    ['/reports/0/indicators/0/core', 'true', true],
    ['/reports/0/indicators/0/direction', 'less', 'less'],
  ])('%s: "%s" is %s', (path, typed, value) => {
    expect(typedValue(path, typed)).toEqual({ value });
  });

  it.each([
    [SCORE, '92分', 'mustBeNumber'],
    [SCORE, '98%', 'mustBeNumber'],
    [SCORE, '1e5', 'mustBeNumber'],
    [SCORE, '1,2', 'mustBeNumber'],
    [SCORE, 'NaN', 'mustBeNumber'],
    [SCORE, '-', 'mustBeNumber'],
    [RATE, '98.5%%', 'mustBeRate'],
    ['/reports/0/year', '2022.5', 'mustBeYear'],
  ])('%s: "%s" is refused', (path, typed, wrong) => {
    expect(typedValue(path, typed)).toEqual({ wrong });
  });

  it('is shown as it is typed: a rate as percent, exactly', () => {
    expect(shownValue(RATE, 0.9857)).toBe('98.57%');
    expect(shownValue(RATE, 1)).toBe('100%');
    expect(shownValue(SCORE, 0.07)).toBe('0.07');
    expect(shownValue(SCORE, null)).toBe('');
  });

  it('comes back from what is shown, for every number with few digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        const value = Number(`${digits}e-${places}`);
        for (const path of [SCORE, RATE]) {
          // Zero has no sign.
          expect(typedValue(path, shownValue(path, value))).toEqual({ value: value || 0 });
        }
      }),
    );
  });

  it('never throws, and gives a value that the field takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const typed = typedValue(SCORE, text);
        if ('value' in typed) expect(typed.value === null || Number.isFinite(typed.value)).toBe(true);
        else expect(typed.wrong).toBe('mustBeNumber');
      }),
    );
  });
});

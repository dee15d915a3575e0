import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/validator/example.js';
import { slipHint } from '../../src/validator/explain-sum.js';
import { decimal } from '../../src/validator/quantities/decimal.js';
import { inUnit } from '../../src/validator/quantities/fund-parts.js';
import { isRounded } from '../../src/validator/quantities/targets.js';
import { short } from '../../src/validator/report.js';
import { found, funds, one } from './find.js';

/** On both sides of every edge of src/validator/tolerances.ts, and of the confidence that is asked of an engine. */

it('up to three numbers are offered as the one that was mistyped', () => {
  const parts = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `第${i + 1}`, value: 15 }));
  // Each 15 may be 51.
  expect(slipHint(parts(1), { name: '总分', value: 51 })?.message).toBe('someSlips');
  expect(slipHint(parts(3), { name: '总分', value: 81 })?.message).toBe('someSlips');
  expect(slipHint(parts(4), { name: '总分', value: 96 })).toBeUndefined();
});

it('three results that copy their targets are a habit', () => {
  const copies = (count: number) => ({
    indicators: Array.from({ length: count }, () => ({ target: '≥5个', actual: '≥5个' })),
  });
  expect(found('actual-copies-target', copies(2))).toEqual([]);
  expect(found('actual-copies-target', copies(3))).toHaveLength(1);
});

it('a total is 120 at most where the form states none', () => {
  expect(found('stated-total-range', { total: { score: 120 } })).toEqual([]);
  expect(found('stated-total-range', { total: { score: 121 } })).toHaveLength(1);
});

it('below 5 percent hardly anything was spent', () => {
  const spent = (executionRate: number) => ({
    funds: [{ kind: 'total' as const, executionRate }],
    indicators: [{ level1: '产出指标', weight: 5, score: 5 }],
  });
  expect(found('output-without-money', spent(0.05))).toEqual(['/funds/rows/0/executionRate info']);
  expect(found('output-without-money', spent(0.049))).toEqual(['/funds/rows/0/executionRate warning']);
});

it('a project has 10 billion 元 at most', () => {
  expect(found('unit-sanity', funds({ annualBudget: 1_000_000 }))).toEqual([]);
  expect(found('unit-sanity', funds({ annualBudget: 1_000_001 }))).toHaveLength(1);
});

it('a tolerance for an amount is not finer than print', () => {
  expect(inUnit(reportOf({ unit: '亿元' }), 1)).toBe(0.01);
  expect(inUnit(reportOf({ unit: '元' }), 1)).toBe(1);
});

it('a rounded score is within half a point of the formula', () => {
  expect(isRounded(decimal(9), 9.5)).toBe(true);
  expect(isRounded(decimal(8.9), 9.5)).toBe(false);
});

it('a text of the form is quoted with 20 characters', () => {
  expect(short('字'.repeat(20))).toBe('字'.repeat(20));
  expect(short('字'.repeat(21))).toBe(`${'字'.repeat(20)}…`);
});

describe('a field that an engine read', () => {
  it.each([
    [0.6, 0],
    [0.59, 1],
  ])('with a confidence of %d', (sure, findings) => {
    const example = { ...one({ level3: '甲' }), confidence: { '/indicators/0/level3': sure } };
    expect(found('ocr-low-confidence', example)).toHaveLength(findings);
  });
});

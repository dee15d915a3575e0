import { describe, expect, it } from 'vitest';
import type { Example } from '../../src/validator/validator-types.js';
import { found } from './find.js';

/** Numbers that one merged cell states for several indicators count once. */

const both = { weight: [0, 1], score: [0, 1] };
const shared = { weight: 60, score: 55, shared: both };
const form = (rows: NonNullable<Example['indicators']>, total: Example['total']): Example => ({
  funds: [{ kind: 'total', weight: 10, score: 10 }],
  indicators: rows,
  ...(total ? { total } : {}),
});

describe('a weight and a score of two indicators', () => {
  const pair = [
    { level1: '产出指标', level1Weight: 60, level3: '甲', ...shared },
    { level1: '产出指标', level1Weight: 60, level3: '乙', ...shared },
    { level1: '效益指标', level1Weight: 30, level3: '丙', weight: 30, score: 30 },
  ];

  it.each(['weight-total-mismatch', 'score-total-mismatch', 'group-weight', 'score-exceeds-weight'])(
    'counts once for %s',
    (rule) => {
      expect(found(rule, form(pair, { weight: 100, score: 95 }))).toEqual([]);
    },
  );

  it('is still told where the sums are wrong', () => {
    expect(found('weight-total-mismatch', form(pair, { weight: 160, score: 95 }))).toEqual(['/total/weight error']);
    expect(found('score-total-mismatch', form(pair, { weight: 100, score: 150 }))).toEqual(['/total/score error']);
    const other = pair.map((row) => ({ ...row, level1Weight: 120 }));
    expect(found('group-weight', form(other, undefined))).toEqual([
      '/indicators/0/level1Weight error',
      '/indicators/2/level1Weight error',
    ]);
  });

  it('may be lost, with one reason for both and one finding without', () => {
    expect(found('deviation-missing', form(pair, undefined))).toEqual(['/indicators/0/deviation warning']);
    const [first, second, third] = pair;
    const withReason = [first, { ...second, deviation: '汛期推迟' }, third] as typeof pair;
    expect(found('deviation-missing', form(withReason, undefined))).toEqual([]);
  });
});

describe('a score of two indicators with a weight each', () => {
  const rows = (score: number) => [
    { level3: '甲', weight: 20, score, shared: { score: [0, 1] } },
    { level3: '乙', weight: 10, score, shared: { score: [0, 1] } },
  ];

  it('is held against both weights', () => {
    expect(found('score-exceeds-weight', { indicators: rows(28) })).toEqual([]);
    expect(found('score-exceeds-weight', { indicators: rows(31) })).toEqual(['/indicators/0/score error']);
  });

  it('that is full is told of the one that missed its target', () => {
    const [first, second] = rows(30);
    const indicators = [
      { ...first, target: '≥10场', actual: '12场' },
      { ...second, target: '≥10场', actual: '5场' },
    ];
    expect(found('full-score-unmet', { indicators })).toEqual(['/indicators/1/score error']);
    expect(found('score-vs-target', { indicators })).toEqual([]);
  });
});

it('a result of several indicators is not held against the target of each', () => {
  const row = { level3: '甲', actual: '5场', weight: 10, score: 10 };
  const own = [
    { ...row, target: '≥10场', shared: { actual: [0, 1] } },
    { ...row, target: '≥5场', shared: { actual: [0, 1] } },
  ];
  expect(found('full-score-unmet', { indicators: own })).toEqual([]);
  const same = own.map((one) => ({ ...one, target: '≥10场', shared: { actual: [0, 1], target: [0, 1] } }));
  expect(found('full-score-unmet', { indicators: same })).toHaveLength(2);
});

it('the direction that the form states decides where the target has no sign', () => {
  const row = { level3: '投诉件数', target: '10件', actual: '5件', weight: 10, score: 10 };
  expect(found('full-score-unmet', { indicators: [{ ...row, direction: 'less' }] })).toEqual([]);
  expect(found('full-score-unmet', { indicators: [{ ...row, direction: 'more' }] })).toHaveLength(1);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../src/contract/document.js';
import { reportOf } from '../../../src/validator/example.js';
import { isSlip } from '../../../src/validator/explain-sum.js';
import { type Comparison, comparisonOf, isMet, quantityIn } from '../../../src/validator/quantities/comparison.js';
import { spanIn, yearsIn } from '../../../src/validator/quantities/dates.js';
import { decimal } from '../../../src/validator/quantities/decimal.js';
import { numeralValue } from '../../../src/validator/quantities/numerals.js';
import { formulaScores } from '../../../src/validator/quantities/targets.js';
import { readWording } from '../../../src/validator/quantities/wording.js';

describe('one quantity in a text', () => {
  it.each([
    ['≥50个', 'at least', 50, '个'],
    ['>=50 个', 'at least', 50, '个'],
    ['不少于150名', 'at least', 150, '人'],
    ['60%以上', 'at least', 60, '%'],
    ['４篇及以上', 'at least', 4, '篇'],
    ['≤90万元', 'at most', 900_000, '元'],
    ['控制在1,200.5元以内', 'at most', 1200.5, '元'],
    ['=8个', 'exactly', 8, '个'],
    ['100百分比', null, 100, '%'],
    ['95.5％', null, 95.5, '%'],
    ['-3.2', null, -3.2, ''],
    ['+3', null, 3, ''],
    ['三场', null, 3, '场'],
    ['一千二百人次', null, 1200, '人次'],
    ['1.2万人次', null, 12_000, '人次'],
    ['百分之九十', null, 90, '%'],
    ['九成半', null, 95, '%'],
    ['2公里', null, 2000, '米'],
    ['0起', null, 0, '起'],
  ])('%s', (text, direction, value, unit) => {
    const quantity = quantityIn(text);
    expect(quantity).toMatchObject({ direction, low: decimal(value), high: decimal(value), isExact: true });
    expect(quantity?.measure.unit).toBe(unit);
  });
  it.each([
    ['2-3', 2, 3],
    ['6—8人', 6, 8],
    ['3至5天', 3, 5],
    ['80%~90%', 80, 90],
    ['两三次', 2, 3],
    ['约600人次', 540, 660],
    ['近百人', 90, 99.99],
    ['600+', 600, 780],
    ['十余项', 10, 13],
  ])('%s is from %d to %d', (text, low, high) => {
    expect(quantityIn(text)).toMatchObject({ low: decimal(low), high: decimal(high), isExact: false });
  });
  it.each(['2022年12月31日前', '3人 10篇', '完成', '', '12月底前', '第三批', '统一', '1:1', '5G', '完成79家'])(
    'none in %j',
    (text) => {
      expect(quantityIn(text)).toBeNull();
    },
  );
  it('reads any text, and any number in any sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { low, high } of readWording(text).quantities) expect(low.lte(high)).toBe(true);
      }),
    );
    const unit = fc.constantFrom('家', '人', '场次', '%', '万元', '公里');
    const words = fc.constantFrom('', '完成', '共计', '实际开展', '2022年完成', '项目（一期）服务');
    fc.assert(
      fc.property(fc.nat(1_000_000), unit, words, (n, one, before) => {
        const [quantity, ...others] = readWording(`${before}${n}${one}`).quantities;
        const scale = one === '万元' ? 10_000 : one === '公里' ? 1000 : 1;
        expect(others).toEqual([]);
        expect(quantity?.low.toNumber()).toBe(n * scale);
      }),
    );
  });
  it('reads a numeral as the number that it spells', () => {
    const [digits, places] = ['零一二三四五六七八九', ['', '十', '百', '千']];
    const spelt = (n: number) =>
      [...String(n)]
        .map((d, i, all) => (d === '0' ? '零' : `${digits[Number(d)]}${places[all.length - 1 - i]}`))
        .join('')
        .replace(/零+/gu, '零')
        .replace(/零$/u, '');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (n) => {
        expect(numeralValue(spelt(n))).toBe(n);
      }),
    );
  });
});

describe('a quantity of hundreds of digits', () => {
  it('is exact to its last digit', () => {
    const [large, more] = [`${'9'.repeat(319)}8`, '9'.repeat(320)];
    expect(quantityIn(`≥${large}个`)?.low.toFixed()).toBe(large);
    const missed = reportOf({ indicators: [{ target: `≥${more}个`, actual: `${large}个` }] })
      .indicators[0] as Indicator;
    const comparison = comparisonOf(missed) as Comparison;
    expect(isMet(comparison)).toBe(false);
    expect(formulaScores(comparison, 10).map(String)).toEqual(['10']);
  });
  it('is none where it has more digits than any that is meant', () => {
    expect(quantityIn('9'.repeat(400))).not.toBeNull();
    expect(quantityIn('9'.repeat(401))).toBeNull();
  });
});

describe('a target', () => {
  it.each([
    ['at least', 8, 8, true],
    ['at least', 8, 7.9, false],
    ['at least', 0, 3, true],
    ['at most', 8, 8, true],
    ['at most', 8, 8.1, false],
    // More than an exact target is no less than it ...
    ['exactly', 8, 8, true],
    ['exactly', 8, 9, true],
    ['exactly', 8, 7, false],
    // ... but where nothing was to happen, anything is too much: =0起.
    ['exactly', 0, 0, true],
    ['exactly', 0, 3, false],
    ['exactly', 0, -1, true],
  ] as const)('%s %d, with a result of %d', (direction, target, actual, met) => {
    expect(isMet({ direction, target: decimal(target), actual: decimal(actual) })).toBe(met);
  });
});

describe('the published formulas', () => {
  const scores = (
    direction: 'at least' | 'at most' | 'exactly',
    target: number,
    actual: number,
    weight: number,
  ): number[] => formulaScores({ direction, target: decimal(target), actual: decimal(actual) }, weight).map(Number);
  it('give the weight where the target is met', () => {
    expect(scores('at least', 90, 90, 10)).toEqual([10]);
    expect(scores('at most', 90, 90, 10)).toEqual([10]);
    expect(scores('exactly', 8, 9, 5)).toEqual([5]);
    expect(scores('at most', 0, 0, 5)).toEqual([5]);
  });
  it('give a share of it where not', () => {
    expect(scores('at least', 3, 2, 10)).toEqual([6.67]);
    expect(scores('exactly', 8, 0, 5)).toEqual([0]);
    expect(scores('at least', 8, -2, 5)).toEqual([0]);
    expect(scores('at most', 100, 125, 10)).toEqual([7.5, 8]);
    expect(scores('at most', 100, 200, 10)).toEqual([0, 5]);
    expect(scores('at most', 0, 3, 10)).toEqual([0]);
    expect(scores('exactly', 0, 3, 10)).toEqual([0]);
  });
  it('never give more than the weight or less than nothing', () => {
    const number = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(
        fc.constantFrom('at least' as const, 'at most' as const, 'exactly' as const),
        number,
        number,
        number,
        (d, t, a, w) => {
          for (const score of scores(d, t, a, w)) expect(score >= 0 && score <= w).toBe(true);
        },
      ),
    );
  });
});

describe('a slip of the pen', () => {
  it.each([
    [9.5, 9],
    [15, 51],
    [5, 50],
    [10.5, 1.05],
    [88, 98],
    [9.45, 9.54],
  ])('%d for %d', (a, b) => {
    expect(isSlip(decimal(a), decimal(b))).toBe(true);
    expect(isSlip(decimal(b), decimal(a))).toBe(true);
  });
  it.each([
    [9.5, 9.5],
    [12, 97],
    [100, 37.5],
  ])('not %d for %d', (a, b) => {
    expect(isSlip(decimal(a), decimal(b))).toBe(false);
  });
});

describe('dates', () => {
  it.each([
    ['2022年12月31日前', 20221231, 20221231],
    ['2022年6月底前', 20220601, 20220631],
    ['2022年底', 20221201, 20221231],
    ['2022年', 20220101, 20221231],
    ['截至2022年9月3日', 20220903, 20220903],
    ['2022年9月13日完成', 20220913, 20220913],
    ['2022.9.13', 20220913, 20220913],
    ['2022-09-13', 20220913, 20220913],
    ['9月底', 20230901, 20230931],
    ['12月底前', 20231201, 20231231],
    ['三季度', 20230701, 20230931],
    ['第4季度', 20231001, 20231231],
    ['2022年第一季度', 20220101, 20220331],
    ['上半年', 20230101, 20230631],
    ['2022年下半年完工', 20220701, 20221231],
    ['次年3月', 20240301, 20240331],
    ['年底前', 20231201, 20231231],
    ['2022年3月至10月', 20221001, 20221031],
    ['2022年9月—2023年2月', 20230201, 20230231],
    ['已于2022年5月18日通过验收', 20220518, 20220518],
    ['2022年5月18日签合同，2022年8月3日完工', null, null],
    ['尚未开工，预计2022年5月', null, null],
    ['每季度末', null, null],
    ['3个月内', null, null],
    ['100%', null, null],
    [null, null, null],
  ])('%s', (text, first, last) => {
    expect(spanIn(text, 2023)).toEqual(first === null ? null : { first, last });
  });
  it('has no date without a year where the form has none', () => {
    expect(spanIn('三季度', null)).toBeNull();
    expect(spanIn('2022年9月', null)).toEqual({ first: 20220901, last: 20220931 });
  });
  it('finds the years that are years', () => {
    expect(yearsIn('2021年开工，2023年完工；12022年')).toEqual([2021, 2023]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isLikeNumber,
  readAmount,
  readNumber,
  readPoints,
  readRate,
  readShare,
  readYear,
} from '../../src/text/number.js';

const number = (value: number, suffix = ''): unknown => ({ kind: 'number', value, suffix });

describe('readNumber', () => {
  it.each([
    ['1000000.00', number(1_000_000)],
    ['620,000', number(620_000)],
    ['1,000,000.00', number(1_000_000)],
    ['1，000，000．00', number(1_000_000)],
    ['６２０', number(620)],
    ['1000 000.0 0', number(1_000_000)],
    ['24,458.43', number(24_458.43)],
    ['0.00', number(0)],
    ['.5', number(0.5)],
    ['-3.2', number(-3.2)],
    ['－3.2', number(-3.2)],
    ['−3', number(-3)],
    ['+3', number(3)],
    ['-0', number(0)],
    ['007', number(7)],
    ['¥1,000', number(1000)],
    ['￥ 5', number(5)],
    ['10分', number(10, '分')],
    ['99.3 分', number(99.3, '分')],
    ['59985元', number(59_985, '元')],
    ['33 万元', number(33, '万元')],
    ['98.5％', number(98.5, '%')],
  ])('%s', (text, reading) => {
    expect(readNumber(text)).toEqual(reading);
  });
  it.each(['', ' ', '　', '—', '——', '-', '--', '–', '－', '/', '／', '\\', '*', '＊', '~', '一', '无', '……'])(
    'nothing: "%s"',
    (text) => {
      expect(readNumber(text)).toEqual({ kind: 'blank' });
    },
  );
  it.each([
    '854万(高标准农田建设400万元，其他454万元)',
    '1,00,00',
    '1,0000',
    '1.000.000',
    '2-3',
    '2022-12-31',
    '≥50',
    '(100)',
    '100百分比',
    '约600',
    '10+5',
    '1e5',
    '0x10',
    'Infinity',
    '10分20分',
    '-',
    '43.2 43.2万元完成',
    `1${'0'.repeat(400)}`,
  ])('text: %s', (text) => {
    expect(readNumber(text).kind).toBe(text === '-' ? 'blank' : 'text');
  });
  it('reads every amount back from the ways in which forms print it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(0, 1, 2, 4), (cents, digits) => {
        const value = Number((cents / 100).toFixed(digits)) + 0;
        const plain = value.toFixed(digits);
        const grouped = value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
        const wide = grouped.replace(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        for (const text of [plain, grouped, wide, [...grouped].join(' ')]) {
          expect(readNumber(text)).toEqual(number(value));
        }
      }),
    );
  });
  it('reads any text as one of three', () => {
    fc.assert(fc.property(fc.string(), (text) => ['number', 'blank', 'text'].includes(readNumber(text).kind)));
  });
});

describe('readAmount', () => {
  it.each([
    ['(12.50)', number(-12.5)],
    ['（12.50）', number(-12.5)],
    ['（1,234.50）', number(-1234.5)],
    ['(12.50)万元', number(-12.5, '万元')],
    ['（12.50万元）', number(-12.5, '万元')],
    ['¥(5)', number(-5)],
    ['(￥5)', number(-5)],
    ['–12.50', number(-12.5)],
    ['—12.50', number(-12.5)],
    ['−12.50', number(-12.5)],
    ['－12.50', number(-12.5)],
    ['-12.50', number(-12.5)],
    ['—', { kind: 'blank' }],
    ['——', { kind: 'blank' }],
    ['（—）', { kind: 'text' }],
    ['()', { kind: 'text' }],
    ['(-5)', { kind: 'text' }],
    ['(1)(2)', { kind: 'text' }],
    ['—(5)', { kind: 'text' }],
    ['——5', { kind: 'text' }],
    ['12—15', { kind: 'text' }],
    ['(1,00,00)', { kind: 'text' }],
    ['(50%)', { kind: 'text' }],
    ['(10分)', { kind: 'text' }],
    ['△12.50', { kind: 'text' }],
    ['一12.50', { kind: 'text' }],
  ])('%s', (text, reading) => {
    expect(readAmount(text)).toEqual(reading);
  });
  it('reads every negative amount back from the ways in which accounts print it, and no other number otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom('', '元', '万元'), (cents, unit) => {
        const grouped = (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
        const ways = [...'-－−﹣–—‒―'].map((dash) => `${dash}${grouped}${unit}`);
        ways.push(`(${grouped})${unit}`, `（${grouped}）${unit}`, `（${grouped}${unit}）`, `( ${grouped} )${unit}`);
        for (const text of ways) expect(readAmount(text), text).toEqual(number(-cents / 100, unit));
        expect(readAmount(`${grouped}${unit}`)).toEqual(number(cents / 100, unit));
      }),
    );
  });
});

describe('readPoints', () => {
  it.each(['(92.00)', '（92.00）', '—12', '–12', '1oo', '9.5/10', '(10)', '10元'])('no number: %s', (text) => {
    expect(readPoints(text)).toEqual({ kind: 'text' });
  });
});

describe('readShare', () => {
  it.each([
    ['9.5/10', 9.5, 10],
    ['9.5／10', 9.5, 10],
    ['9.5/10分', 9.5, 10],
    ['9.5分/10分', 9.5, 10],
    [' 92 / 100 ', 92, 100],
    ['0/10', 0, 10],
  ])('%s', (text, score, weight) => {
    expect(readShare(text)).toEqual({ score, weight });
  });
  it.each(['', '/', '9.5', '9.5/', '/10', '1/2/3', '-1/10', '(9)/10', '9元/10', '1oo/100', '2022/优'])(
    'no: %s',
    (text) => {
      expect(readShare(text)).toBeNull();
    },
  );
});

describe('isLikeNumber', () => {
  it.each(['1oo', '(92.00)', '—12', '92', '9 2', 'loo', '9O分', '92,,5'])('%s', (text) => {
    expect(isLikeNumber(text)).toBe(true);
  });
  it.each(['', '优', '—', '分', '填报日期', '2022年', 'A', '第1页'])('not %s', (text) => {
    expect(isLikeNumber(text)).toBe(false);
  });
});

describe('readRate', () => {
  it.each([
    ['100.00%', 1],
    ['98.50%', 0.985],
    ['98.7%', 0.987],
    ['28.57％', 0.2857],
    ['0.00%', 0],
    ['0.5%', 0.005],
    ['120%', 1.2],
    ['100', 1],
    ['98.5', 0.985],
    ['1', 1],
    ['1.00', 1],
    ['0.985', 0.985],
    ['1.2', 1.2],
    ['0', 0],
  ])('%s', (text, rate) => {
    expect(readRate(text)).toMatchObject({ kind: 'number', value: rate });
  });
  it.each([
    ['100', 1],
    ['98.5', 0.985],
    ['1.2', 0.012],
    ['1', 1],
    ['0.98', 0.98],
    ['100%', 1],
  ])('%s under a header with a percent sign', (text, rate) => {
    expect(readRate(text, true)).toMatchObject({ kind: 'number', value: rate });
  });
  it.each(['—', '/', ''])('nothing: "%s"', (text) => {
    expect(readRate(text)).toEqual({ kind: 'blank' });
  });
  it.each(['10分', '100万元', '已完成'])('text: %s', (text) => {
    expect(readRate(text)).toEqual({ kind: 'text' });
  });
  it('is exact: the decimal point moves by two places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (n) => {
        const [whole, rest] = [Math.trunc(n / 1000), String(n % 1000).padStart(3, '0')];
        const digits = `${String(whole).padStart(3, '0')}${rest}`;
        const rate = Number(`${digits.slice(0, -5)}.${digits.slice(-5)}`);
        expect(readRate(`${whole}.${rest}%`)).toMatchObject({ value: rate });
      }),
    );
  });
});

describe('readYear', () => {
  it.each([
    ['（2022 年度）', 2022],
    ['(2023年度)', 2023],
    ['2019年度)', 2019],
    ['（2021年）', 2021],
    ['２０２２年度', 2022],
    ['2020年度项目支出绩效自评表', 2020],
    ['项目支出绩效自评表（2022年度）', 2022],
    ['二〇二二年度', 2022],
    ['二○二三年度部门整体支出绩效自评表', 2023],
    ['二零一九年', 2019],
    ['2022', 2022],
    ['项目支出绩效自评表', null],
    ['12022年', null],
    ['1022年', null],
    ['2022万元', null],
    ['三年', null],
    ['', null],
  ])('%s', (text, year) => {
    expect(readYear(text)).toBe(year);
  });
});

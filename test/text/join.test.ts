import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLines, SEAM_RULES, seamOf, squeeze } from '../../src/text/join.js';

const joined = (cases: Record<string, readonly string[]>): void => {
  it.each(Object.entries(cases))('%s', (expected, lines) => {
    expect(joinLines(lines)).toBe(expected);
  });
};

describe('no space where Chinese breaks', () => {
  joined({
    企业科技创新服务支撑平台建设: ['企业科技创新服务支撑平台建', '设'],
    '完成，效果好。': ['完成，', '效果好', '。'],
    '（一）完成（二）未完成': ['（一）完成', '（二）未完成'],
    使用Word文档: ['使用Word', '文档'],
    的GDP增长: ['的', 'GDP增长'],
    满意度100: ['满意度', '100'],
    '2022年': ['2022', '年'],
    ＡＢＣＤ: ['ＡＢ', 'ＣＤ'],
  });
});

describe('no space inside a number, a date, a rate or a code', () => {
  joined({
    '33万元': ['3', '3万元'],
    '1000000.00': ['1000000.0', '0'],
    '1,000,000.00': ['1,', '000,', '000', '.00'],
    '98.50%': ['98', '.50', '%'],
    '100.00%': ['100.', '00%'],
    '2022-12-31': ['2022-12-', '31'],
    '2022/12/31': ['2022/12', '/31'],
    '6-8人': ['6-', '8人'],
    '14:30': ['14:', '30'],
    '≥50个': ['≥', '50个'],
    '5G网络': ['5', 'G网络'],
    '100km以上': ['100', 'km以上'],
    m2: ['m', '2'],
    '51000021R000000019951-工资性支出': ['51000021R0000000', '19951-工资性支出'],
    '51000021R000000019951-工资性': ['51000021', 'R0000000', '19951-工', '资性'],
    '51000021R0000': ['51000021R', '0000'],
    '219001-池州市': ['219001', '-池州市'],
    A4: ['A', '4'],
    ISO9001: ['ISO', '9001'],
    'COVID-19': ['COVID-', '19'],
    '12345678901': ['123456', '78901'],
  });
});

describe('one space where a line of Latin words breaks', () => {
  joined({
    'hello world': ['hello', 'world'],
    'Public Finance': ['Public', 'Finance'],
    'Microsoft Word 2010': ['Microsoft', 'Word', '2010'],
    'one, two; three. Four (five) six': ['one,', 'two;', 'three.', 'Four', '(five)', 'six'],
    'No. 5': ['No.', '5'],
    'GDP growth': ['GDP', 'growth'],
  });
});

describe('no space inside a hyphenated word or an address', () => {
  joined({
    'self-evaluation': ['self-', 'evaluation'],
    'Wi-Fi': ['Wi', '-Fi'],
    'and/or': ['and/', 'or'],
    'someone@example.com': ['someone@', 'example.com'],
    'someone@example.gov.cn': ['someone@exa', 'mple.gov', '.cn'],
    'http://www.example.gov.cn/a/b.html': ['http://www.exam', 'ple.gov.cn/', 'a/b.html'],
    'www.example.cn/index': ['www.example.cn/in', 'dex'],
    snake_case: ['snake_', 'case'],
  });
});

describe('every rule for the end of a line', () => {
  it.each(SEAM_RULES.map((rule) => [rule.name, rule] as const))('%s', (name, { example: [above, below, text] }) => {
    expect(SEAM_RULES.find((rule) => rule.applies(seamOf(above, below)))?.name).toBe(name);
    expect(joinLines([above, below])).toBe(text);
  });
  it('has a say in one way or the other', () => {
    joinsTo('it costs 1,', 'that is', 'it costs 1, that is');
    joinsTo('in the 100', 'GB', 'in the 100 GB');
    joinsTo('5号', '(WB)', '5号(WB)');
    joinsTo('WB', '(5)', 'WB(5)');
    joinsTo('5)', '5', '5)5');
    joinsTo('A1', 'B', 'A1B');
    joinsTo('Am', '1', 'Am1');
  });
});

const joinsTo = (above: string, below: string, text: string): void => expect(joinLines([above, below])).toBe(text);

describe('printed white space', () => {
  joined({
    // As LibreOffice prints a text that wraps at the author's space.
    '参与人员 交流报告': ['参与人员 ', '交流报告'],
    '3人 10篇 5篇 6-8人': ['3人 10篇 ', '5篇 6-', '8人'],
    'hello world': ['hello ', 'world'],
    'a b c': ['a   b', '', '  ', 'c   '],
    '其中：当年财政拨款': ['    其中：', '  当年财政拨款'],
    '第一段。第二段。': ['　　第一段。', '　　第二段。'],
    '甲 乙': ['甲\t\u00A0 乙'],
  });
  it('is nothing where there is nothing else', () => {
    expect(joinLines([])).toBe('');
    expect(joinLines([' ', '', '　'])).toBe('');
  });
});

describe('properties', () => {
  const chinese = fc.stringMatching(/^[一-龥，。（）0-9％]{0,30}$/u);
  const cut = (text: string, at: readonly number[]): string[] => {
    const stops = [...new Set(at.map((n) => n % (text.length + 1)))].sort((a, b) => a - b);
    return [0, ...stops].map((from, i) => text.slice(from, stops[i] ?? text.length));
  };

  it('Chinese is the same wherever it wraps', () => {
    fc.assert(
      fc.property(chinese, fc.array(fc.nat(), { maxLength: 6 }), (text, at) => {
        expect(joinLines(cut(text, at))).toBe(text);
      }),
    );
  });
  it('Chinese with spaces is the same wherever it wraps behind them', () => {
    fc.assert(
      fc.property(fc.array(chinese.filter((s) => s !== '')), (words) => {
        expect(joinLines(words.map((word) => `${word} `))).toBe(words.join(' '));
      }),
    );
  });
  it('adds, loses and reorders nothing but white space, and joins again to the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
        const text = joinLines(lines);
        expect(squeeze(text)).toBe(squeeze(lines.join('')));
        expect(text).not.toMatch(/\s\s|^\s|\s$/u);
        expect(joinLines([text])).toBe(text);
      }),
    );
  });
});

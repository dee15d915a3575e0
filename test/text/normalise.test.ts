import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.js';
import { IDEOGRAPHS, RADICALS } from '../../src/text/radicals.js';

describe('becomes ordinary characters', () => {
  it.each([
    ['Kangxi radicals', '⼀⼆⽬⽇⽉⾦⼯⽣⼈⼤⼩', '一二目日月金工生人大小'],
    ['radicals of the supplement', '⻚⻅⻋⻔⻓⻛⺟⻬', '页见车门长风母齐'],
    ['the door radical, in its Simplified Chinese shape', '⼾', '户'],
    ['strokes', '㇐㇔㇠', '一丶乙'],
    ['compatibility ideographs', '\uF9D1\uF92D\uFA0C\u{2F800}', '六來兀丽'],
    ['ligatures', 'oﬀice ﬁle ﬂow aﬃx ﬄ ﬅ ﬆ', 'office file flow affix ffl st st'],
    [
      'vertical punctuation',
      '︵一︶︿二﹀﹁三﹂︽四︾︻五︼︐︑︒︓︔︕︖',
      '（一）〈二〉「三」《四》【五】，、。：；！？',
    ],
    ['vertical dashes and dots', '︱︲︙︰︳', '—–…‥＿'],
    ['spaces of all kinds', 'a\u00A0b\u3000c\u2003d\u2009e\u202Ff\u2028g\th\ni', 'a b c d e f g h i'],
    [
      'nothing: invisible characters',
      'a\u200Bb\uFEFFc\u00ADd\u200Ee\u2060f\u0000g\u0007h☑\uFE0F葛\u{E0100}',
      'abcdefgh☑葛',
    ],
  ])('%s', (_, printed, ordinary) => {
    expect(normalise(printed)).toBe(ordinary);
  });
});

describe('stays as printed', () => {
  it.each([
    '（，：；！？、。％＝－／＋）',
    '０１２ＡＢＣａｂｃ',
    '①②⑤㎡㎞℃№Ⅲ',
    '≥≤﹦≧★☑□±×÷—–…～·',
    '“引号”‘引号’《书名》【标题】',
    '繁體 靑 戶 髙',
    'café naïve №5',
    '𠮷野家',
    '﨎﨏﨑', // Unified ideographs in the compatibility block.
    '',
  ])('%s', (text) => {
    expect(normalise(text)).toBe(text);
  });
});

describe('the table', () => {
  const radicals = [...RADICALS];
  const ideographs = [...IDEOGRAPHS];
  it('has one ideograph for each radical', () => {
    expect(ideographs).toHaveLength(radicals.length);
    expect(new Set(radicals).size).toBe(radicals.length);
    for (const char of ideographs) expect(char).toMatch(/\p{Unified_Ideograph}/u);
  });
  it('has all Kangxi radicals, with the ideographs that NFKC gives, one aside', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code++) {
      const radical = String.fromCodePoint(code);
      expect(ideographs[radicals.indexOf(radical)]).toBe(radical === '⼾' ? '户' : radical.normalize('NFKC'));
    }
  });
});

describe('properties', () => {
  const text = fc.string({ unit: 'binary' });
  it('is done after one time', () => {
    fc.assert(
      fc.property(text, (s) => normalise(normalise(s)) === normalise(s)),
      { numRuns: 1000 },
    );
  });
  it('works on each character alone', () => {
    fc.assert(
      fc.property(text, (s) => normalise(s) === [...s].map(normalise).join('')),
      { numRuns: 1000 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { fontsWithoutUnicode, isImplausible } from '../../../src/reader/fonts/without-unicode.js';
import type { DrawnGlyph } from '../../../src/reader/interpreter/drawing.js';

const glyphs = (font: string, text: string): DrawnGlyph[] =>
  [...text].map((char, order) => ({
    text: char,
    box: { x0: 0, y0: 0, x1: 1, y1: 1 },
    size: 10,
    angle: 0,
    vertical: false,
    font,
    invisible: false,
    color: '#000000',
    order,
    annotation: null,
  }));
const unreadable = (text: string): boolean => fontsWithoutUnicode(glyphs('f', text)).has('f');

describe('fonts without meaning', () => {
  it('yield controls, private and unassigned characters', () => {
    expect(unreadable('\u0003\u0007\u0012\u001b')).toBe(true);
    expect(unreadable('\uE001\uE002\uE003字')).toBe(true);
    expect(unreadable('\u0003\u0007项目名称支出绩效自评表年度资金总额')).toBe(false);
  });
  it('hit scripts that no text mixes', () => {
    expect(unreadable('字ሀ\u1780\u10A0Ꭰကཀ')).toBe(true);
  });
  it('take the bytes of Chinese for Latin letters', () => {
    expect(unreadable('ÏîÄ¿Ö§³ö¼¨Ð§×ÔÆÀ±í2023')).toBe(true);
    // Too few to tell, and the letters of a language that has many accents.
    expect(unreadable('ÏîÄ¿Ö§³')).toBe(false);
    expect(unreadable('abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôùûüÿ')).toBe(false);
    expect(unreadable('项目支出绩效自评表±×÷°·§¶®')).toBe(false);
  });
  it('are not those of the languages of China', () => {
    for (const text of ['བོད་ཡིག', 'ꆈꌠꉙ', 'ᠮᠣᠩᠭᠣᠯ', 'ئۇيغۇرچە', '项目支出ABC12，（％）①㎡'])
      expect(unreadable(text), text).toBe(false);
  });
  it('are not judged by their marks: ticks and boxes of symbol fonts are private by design', () => {
    expect(isImplausible('\uF0FE')).toBe(false);
    expect(isImplausible(' ')).toBe(false);
    expect(isImplausible('\uFFFD')).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { signsOf } from '../../../src/reader/fonts/symbol-fonts.js';

/** What the characters of a font are seen as. */
const seen = (font: string, text: string): string => {
  const signs = signsOf(font);
  return [...text].map((char) => signs.get(char) ?? char).join('');
};

describe('a font of signs', () => {
  it.each([
    ['CAAAAA+Wingdings2', 'R£', '☑□'],
    ['ABCDEF+Wingdings-Regular', 'þ¨üûýo', '☑□✓✗☒□'],
    ['Wingdings', '\uF0FE\uF0A8\uF0FC\uF06C\uF0D8\uF0E0', '☑□✓●➢→'],
    ['Wingdings 3', '\uF066\uF067}', '←→▸'],
    ['Webdings', 'ac', '✓□'],
    ['SymbolMT', '\uF0B3\uF0A3\uF0B4\uF0B7\uF061', '≥≤×•α'],
    ['Symbol,Bold', '³a', '≥α'],
    ['ZapfDingbats', '4nl', '✔■●'],
    ['ABCDEF+Wingdings', '\u20AC\u0081', '⓪①'],
  ])('%s shows %s as %s', (font, text, signs) => {
    expect(seen(font, text)).toBe(signs);
  });

  it('shows what is no code of its own as it is', () => {
    expect(seen('Wingdings', '☑项 ')).toBe('☑项 ');
    expect(seen('SymbolMT', '1≥')).toBe('1≥');
    expect(seen('Symbola', 'a³')).toBe('a³');
  });

  it('is told by its codes of private use in a font of any name, not by letters', () => {
    expect(seen('SimSun', '\uF052\uF0A3\uF0B7\uF0FE')).toBe('☑□•☑');
    expect(seen('SimSun', 'R£þ')).toBe('R£þ');
    expect(seen('', '\uF0A8')).toBe('□');
  });
});

import type { DrawnGlyph } from '../interpreter/drawing.js';
import { READER_TOLERANCES } from '../tolerances.js';

/**
 * Characters that no text shows: controls, private use, unassigned, lone surrogates, the replacement character. Fonts
 * without ToUnicode yield them, since pdfjs then hands out character codes as if they were Unicode.
 */
const IMPLAUSIBLE = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\uFFFD]/u;
/**
 * Scripts of which one may stand beside Chinese (Tibetan, Yi), but never several in one font: glyph numbers that are taken
 * for Unicode hit many of them.
 */
const SCRIPTS = [
  'Ethiopic',
  'Yi',
  'Canadian_Aboriginal',
  'Khmer',
  'Cherokee',
  'Myanmar',
  'Tibetan',
  'Syriac',
  'Thaana',
  'Nko',
  'Balinese',
  'Vai',
].map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));
/** Marks that symbol fonts (Wingdings) have in the private use area: boxes and ticks are meant to be read. */
const SYMBOL = /^[\uF020-\uF0FF]$/;

/** What the bytes of Chinese become where they are taken for Latin letters: `ÏîÄ¿` for 项目. */
const HIGH_LATIN = /[\u00A1-\u00FF]/u;
const LETTER = /\p{L}/u;

/** Whether more of the characters of a font are high ones of Latin 1 than any language that is written in these has. */
function isMojibake(chars: readonly string[]): boolean {
  const high = chars.filter((char) => HIGH_LATIN.test(char)).length;
  const letters = chars.filter((char) => LETTER.test(char) && !HIGH_LATIN.test(char)).length;
  return high >= READER_TOLERANCES.minHighLatin && high > letters;
}

/** Answers are kept: a page has thousands of glyphs and few characters. The bound keeps a batch from growing. */
const MAX_KEPT = 20_000;
const kept = new Map<string, boolean>();

export function isImplausible(text: string): boolean {
  let answer = kept.get(text);
  if (answer === undefined) {
    answer = text.trim() !== '' && IMPLAUSIBLE.test(text) && !SYMBOL.test(text);
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(text, answer);
  }
  return answer;
}

/** Fonts whose characters are codes without meaning. */
export function fontsWithoutUnicode(glyphs: readonly DrawnGlyph[]): Set<string> {
  const { maxScripts, maxImplausible } = READER_TOLERANCES;
  const fonts = new Map<string, Set<string>>();
  for (const glyph of glyphs) {
    const chars = fonts.get(glyph.font);
    if (chars) chars.add(glyph.text);
    else fonts.set(glyph.font, new Set([glyph.text]));
  }
  const unreadable = new Set<string>();
  for (const [font, chars] of fonts) {
    const bad = [...chars].filter(isImplausible).length;
    const text = [...chars].join('');
    const scripts = SCRIPTS.filter((script) => script.test(text)).length;
    if (isMojibake([...chars]) || scripts > maxScripts || (bad > 0 && bad >= chars.size * maxImplausible))
      unreadable.add(font);
  }
  return unreadable;
}

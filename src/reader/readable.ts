import type { DrawnGlyph } from './drawing.js';

/**
 * Characters that no text shows: controls, private use, unassigned, lone surrogates, the replacement character. Fonts
 * without ToUnicode yield them, since pdfjs then hands out character codes as if they were Unicode.
 */
const IMPLAUSIBLE = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\uFFFD]/u;
/** Scripts that these forms and tables in general do not mix into Chinese; glyph numbers read as Unicode hit them. */
const UNLIKELY =
  /[\p{Script=Ethiopic}\p{Script=Yi}\p{Script=Canadian_Aboriginal}\p{Script=Khmer}\p{Script=Cherokee}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Balinese}\p{Script=Vai}]/u;
/** A font of which this part of the characters is implausible gives no text, only codes. */
const MAX_IMPLAUSIBLE = 0.25;
/** Marks that symbol fonts (Wingdings) have in the private use area: boxes and ticks are meant to be read. */
const SYMBOL = /^[\uF020-\uF0FF]$/;

export function isImplausible(text: string): boolean {
  return text !== '' && text.trim() !== '' && IMPLAUSIBLE.test(text) && !SYMBOL.test(text);
}

/** Fonts whose characters are codes without meaning. */
export function unreadableFonts(glyphs: readonly DrawnGlyph[]): Set<string> {
  const fonts = new Map<string, Set<string>>();
  for (const glyph of glyphs) {
    const chars = fonts.get(glyph.font);
    if (chars) chars.add(glyph.text);
    else fonts.set(glyph.font, new Set([glyph.text]));
  }
  const unreadable = new Set<string>();
  for (const [font, chars] of fonts) {
    let bad = 0;
    for (const text of chars) if ((isImplausible(text) && text !== '') || UNLIKELY.test(text)) bad++;
    if (bad > 0 && bad >= chars.size * MAX_IMPLAUSIBLE) unreadable.add(font);
  }
  return unreadable;
}

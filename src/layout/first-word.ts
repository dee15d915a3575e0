/** How wide the first word of a text is, in characters of which a narrow one counts half: what must fit for it not to be wrapped. */
export function firstWordWidth(text: string): number {
  const [word = ''] = WORD.exec(text.trim()) ?? [];
  let width = 0;
  for (const char of word) width += WIDE.test(char) ? 1 : 0.5;
  return width;
}

/** One ideograph with the marks that may not begin a line, or all up to the next space or ideograph. */
const WORD =
  /^(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef][，。、；：？！）》」』”’…％]*|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+)/u;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

/** Full-width letters wrap as ideographs do, anywhere and without a space. */
const LATIN_LETTER = /(?![\uFF21-\uFF5A])\p{Script=Latin}/u;
const DIGIT = /\p{Nd}/u;
/** The last and the first run of characters that could be a Latin word, a number or a code. */
const LAST_TOKEN = /[\p{Script=Latin}\p{Nd}@:/._\-']*[.,;:!?)\]"'’”%]?$/u;
const FIRST_TOKEN = /^["'(‘“[]?[\p{Script=Latin}\p{Nd}@:/._-]*/u;
const ADDRESS = /@|:\/\/|^www\./iu;
/** A number with its unit. */
const MEASURE = /^\p{Nd}[\p{Nd}.,]*\p{Script=Latin}{1,3}$/u;
/** Two Latin words with a space between: a line of English, in which numbers stand apart. */
const SENTENCE = /\p{Script=Latin}{2,}[.,;:!?]? +["'(]?\p{Script=Latin}/u;

/**
 * One string from the printed lines of a cell, by the text rules of the contract: no space where Chinese, a number or a
 * code breaks; one space where a line of Latin words breaks.
 *
 * White space printed inside a line stays as one space. So does white space at a line's end: a word processor leaves the
 * author's space there when it wraps, and a text must not depend on where it happened to wrap. White space at a line's
 * start is an indent and goes.
 */
export function joinLines(lines: readonly string[]): string {
  let text = '';
  for (const raw of lines) {
    const line = raw.replace(/\s+/gu, ' ').replace(/^ /u, '');
    if (line === '') continue;
    if (text !== '' && !text.endsWith(' ') && breaksBetweenWords(text, line)) text += ' ';
    text += line;
  }
  return text.trimEnd();
}

/** The text without any white space: for titles and for labels that are spread over their cell. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, '');

function breaksBetweenWords(above: string, below: string): boolean {
  const last = LAST_TOKEN.exec(above)?.[0] ?? '';
  const first = FIRST_TOKEN.exec(below)?.[0] ?? '';
  const end = above.at(-1) as string;
  const start = /^["'(‘“[]/u.test(first) ? (first[1] ?? '') : (first[0] ?? '');
  if (last === '' || start === '' || ADDRESS.test(last)) return false;
  const opens = first !== '' && start !== first[0];
  if (/[-/_@(["'‘“]/u.test(end) && !/["'’”]$/u.test(last)) return false;
  if (/[.,;:!?)\]"'’”%]/u.test(end)) {
    const before = last.at(-2) ?? '';
    // A thousands separator or a decimal point inside a number is no punctuation.
    if (DIGIT.test(before)) return LATIN_LETTER.test(start) && SENTENCE.test(above);
    return LATIN_LETTER.test(before) && (LATIN_LETTER.test(start) || DIGIT.test(start));
  }
  if (opens) return LATIN_LETTER.test(end) && SENTENCE.test(above);
  if (DIGIT.test(end)) return LATIN_LETTER.test(start) && SENTENCE.test(above);
  if (!LATIN_LETTER.test(end)) return false;
  // Letters go on with letters: two words, unless a code (letters and digits in one) breaks here. 1.5T is no code.
  if (LATIN_LETTER.test(start)) return !DIGIT.test(last) || MEASURE.test(last);
  return DIGIT.test(start) && !DIGIT.test(last) && /\p{Ll}{2}$/u.test(last);
}

import { IDEOGRAPHS, RADICALS } from './radicals.js';

/** Vertical presentation forms (U+FE10-FE19, U+FE30-FE48) and the full-width punctuation that they stand for. */
const VERTICAL_FORMS = '︐︑︒︓︔︕︖︗︘︙︰︱︲︳︴︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈';
const FULL_WIDTH = '，、。：；！？〖〗…‥—–＿＿（）｛｝〔〕【】《》〈〉「」『』［］';

/** Fonts of the Noto family draw the dash and the horizontal bar with one glyph, which Chromium writes as the bar. */
const HORIZONTAL_BAR = '\u2015';

/** pdfjs reads the ellipsis of Chinese fonts that are not embedded as dots on the middle line. */
const RAISED_DOTS = '\u22EF';

const REPLACED = new Map<string, string>([
  ...pairs(RADICALS, IDEOGRAPHS),
  ...pairs(VERTICAL_FORMS, FULL_WIDTH),
  [HORIZONTAL_BAR, '—'],
  [RAISED_DOTS, '…'],
]);

/** Compatibility ideographs and Latin ligatures: each has exactly one decomposition, which NFKC knows. */
const COMPATIBILITY = /[\uF900-\uFAFF\uFB00-\uFB06\u{2F800}-\u{2FA1F}]/u;
/** Controls, invisible format characters, and selectors of glyph variants: nothing that can be seen. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u;
/** Every character that may have to be replaced: a string without one is returned as it is. */
const SPECIAL =
  /[\u2E80-\u2FDF\u31C0-\u31EF\uF900-\uFAFF\uFB00-\uFB06\uFE10-\uFE4F\u{2F800}-\u{2FA1F}\p{Cc}\p{Cf}\p{Variation_Selector}\u00A0\u1680\u2000-\u200A\u2015\u22EF\u2028\u2029\u202F\u205F\u3000]/u;
const SPECIAL_ALL = new RegExp(SPECIAL.source, 'gu');

/**
 * Ordinary characters for what producers write in their place: radicals, compatibility ideographs, ligatures and
 * vertical forms. Every kind of space becomes U+0020; controls and invisible format characters go. Full-width
 * punctuation, digits and signs such as ％ and ㎡ stay as printed; NFKC would rewrite them.
 */
export function normalise(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIAL_ALL, ordinary) : text;
}

function ordinary(char: string): string {
  const replaced = REPLACED.get(char);
  if (replaced !== undefined) return replaced;
  // JavaScript counts the byte order mark as white space.
  if (/\s/u.test(char) && char !== '\uFEFF') return ' ';
  if (INVISIBLE.test(char)) return '';
  return COMPATIBILITY.test(char) ? char.normalize('NFKC') : char;
}

function pairs(from: string, to: string): [string, string][] {
  const target = [...to];
  return [...from].map((char, i): [string, string] => [char, target[i] as string]);
}

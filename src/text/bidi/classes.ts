/** Any character of a script that is written from right to left: a page without one is read as it stands. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/**
 * What a character is to the order of a line, in the terms of the Unicode bidirectional algorithm (UAX 9): letters that run to
 * the right (`L`), to the left (`R`), and those of them behind which digits count as Arabic ones (`AL`); digits (`EN`), Arabic
 * digits (`AN`); signs between digits (`ES`, `CS`) and beside them (`ET`); all else (`ON`).
 */
export type BidiClass = 'L' | 'R' | 'AL' | 'EN' | 'AN' | 'ES' | 'CS' | 'ET' | 'ON';

const CLASSES: readonly (readonly [BidiClass, RegExp])[] = [
  ['EN', /^[0-9\u06F0-\u06F9\uFF10-\uFF19⁰¹²³⁴-⁹₀-₉]/u],
  ['AN', /^[\u0660-\u0669\u066B\u066C]/u],
  ['ES', /^[+\-−⁺⁻₊₋﹢﹣＋－]/u],
  ['CS', /^[,./:\u060C﹐﹒﹕，．／：]/u],
  ['ET', /^[#%°±‰-‴\u0609\u060A\u066A﹟﹩﹪＃％\p{Sc}]/u],
  ['AL', /^[\u061B\u061E\u061F\u0640\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u],
  ['R', /^[\u0590-\u05FF\u07C0-\u085F\uFB1D-\uFB4F\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u],
  ['L', /^[\p{L}\p{Nd}\p{Nl}\p{Mc}]/u],
];

/** The class of the first character. */
export const bidiClass = (text: string): BidiClass => CLASSES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'ON';

/** Signs that turn with the direction in which they are read; brackets first. */
const PAIRS = '()[]{}（）［］｛｝〈〉《》「」『』【】〔〕<>«»‹›≤≥⟨⟩';
const BRACKETS = 20;
const signs = [...PAIRS];
const other = (i: number): string => signs[i % 2 === 0 ? i + 1 : i - 1] as string;
const MIRROR = new Map(signs.map((sign, i) => [sign, other(i)]));
const CLOSING = new Map(signs.slice(0, BRACKETS).flatMap((sign, i) => (i % 2 === 0 ? [[sign, other(i)]] : [])));

export const mirrored = (text: string): string => MIRROR.get(text) ?? text;
/** The sign that closes what this one opens. */
export const closingOf = (text: string): string | undefined => CLOSING.get(text);
export const isClosing = (text: string): boolean => !CLOSING.has(text) && CLOSING.has(mirrored(text));

const LETTER = /\p{L}/gu;

/** How much of a text is written from right to left: 1 for all of its letters, -1 for none, 0 where it has none or as many. */
export function leaning(texts: readonly string[]): number {
  let [all, leftwards] = [0, 0];
  for (const text of texts) {
    const letters = text.match(LETTER) ?? [];
    all += letters.length;
    if (isRightToLeft(text)) leftwards += letters.filter(isRightToLeft).length;
  }
  return all === 0 ? 0 : (2 * leftwards - all) / all;
}

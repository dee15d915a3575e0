/** Full-width letters wrap as ideographs do, anywhere and without a space. */
const LATIN_LETTER = /(?![\uFF21-\uFF5A])\p{Script=Latin}/u;
const DIGIT = /\p{Nd}/u;
/** The last and the first run of characters that could be a Latin word, a number or a code. */
const LAST_TOKEN = /[\p{Script=Latin}\p{Script=Hebrew}\p{Script=Arabic}\p{M}\p{Nd}@:/._\-']*[.,;:!?)\]"'’”%،؛؟]?$/u;
const FIRST_TOKEN = /^["'(‘“[]?[\p{Script=Latin}\p{Script=Hebrew}\p{Script=Arabic}\p{Nd}@:/._-]*/u;
const RIGHT_TO_LEFT = /\p{Script=Hebrew}|\p{Script=Arabic}/u;
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

/** The ends that meet where a text is wrapped. */
interface Seam {
  readonly above: string;
  /** The last token of the text above, and its last character. */
  readonly last: string;
  readonly end: string;
  /** The first character below that can be a part of a word, and whether a quote or a bracket opens before it. */
  readonly start: string;
  readonly opens: boolean;
}

/** What decides whether words are parted by a space where a line ends; the first rule that applies has the say. */
interface SeamRule {
  readonly name: string;
  readonly applies: (seam: Seam) => boolean;
  readonly parts: (seam: Seam) => boolean;
  /** Two lines, and the text that they give. */
  readonly example: readonly [above: string, below: string, joined: string];
}

const isLetter = (char: string): boolean => LATIN_LETTER.test(char);
const isDigit = (char: string): boolean => DIGIT.test(char);
const inEnglish = ({ above, start }: Seam): boolean => isLetter(start) && SENTENCE.test(above);
const never = (): boolean => false;
const PUNCTUATION = /[.,;:!?)\]"'’”%]/u;

export const SEAM_RULES: readonly SeamRule[] = [
  {
    name: 'Chinese on either side needs no space',
    applies: ({ last, start }) => last === '' || start === '',
    parts: never,
    example: ['项目完成', '情况', '项目完成情况'],
  },
  {
    name: 'an address goes on',
    applies: ({ last }) => ADDRESS.test(last),
    parts: never,
    example: ['http://www.exam', 'ple.gov.cn', 'http://www.example.gov.cn'],
  },
  {
    name: 'a hyphen, a slash or an open bracket holds on to what follows',
    applies: ({ end, last }) => /[-־/_@(["'‘“]/u.test(end) && !/["'’”]$/u.test(last),
    parts: never,
    example: ['Wi-', 'Fi', 'Wi-Fi'],
  },
  {
    name: 'Hebrew and Arabic words are parted from one another, and from numbers',
    applies: ({ last, start }) => RIGHT_TO_LEFT.test(last) || RIGHT_TO_LEFT.test(start),
    parts: () => true,
    example: ['تقرير', 'سنوي', 'تقرير سنوي'],
  },
  {
    name: 'punctuation behind a digit ends a word in English only: else it is a separator inside a number',
    applies: ({ end, last }) => PUNCTUATION.test(end) && isDigit(last.at(-2) ?? ''),
    parts: inEnglish,
    example: ['1,', '000', '1,000'],
  },
  {
    name: 'punctuation behind a letter ends a word',
    applies: ({ end }) => PUNCTUATION.test(end),
    parts: ({ last, start }) => isLetter(last.at(-2) ?? '') && (isLetter(start) || isDigit(start)),
    example: ['Ltd.', 'Beijing', 'Ltd. Beijing'],
  },
  {
    name: 'what opens before a word is set apart in English only',
    applies: ({ opens }) => opens,
    parts: ({ above, end }) => isLetter(end) && SENTENCE.test(above),
    example: ['the World Bank', '(WB)', 'the World Bank (WB)'],
  },
  {
    name: 'a number and a word are two in English only: else the word is its unit',
    applies: ({ end }) => isDigit(end),
    parts: inEnglish,
    example: ['100', 'GB', '100GB'],
  },
  {
    name: 'full-width letters wrap as ideographs do',
    applies: ({ end }) => !isLetter(end),
    parts: never,
    example: ['ＡＢ', 'CD', 'ＡＢCD'],
  },
  {
    name: 'two words, unless a code of letters and digits breaks here; a measure is not a code',
    applies: ({ start }) => isLetter(start),
    parts: ({ last }) => !isDigit(last) || MEASURE.test(last),
    example: ['1.5T', 'MRI', '1.5T MRI'],
  },
  {
    name: 'a word and a number are two; a code goes on',
    applies: ({ start }) => isDigit(start),
    parts: ({ last }) => !isDigit(last) && /\p{Ll}{2}$/u.test(last),
    example: ['version', '2', 'version 2'],
  },
];

/** Where one line ends and the next begins. */
export function seamOf(above: string, below: string): Seam {
  const last = LAST_TOKEN.exec(above)?.[0] ?? '';
  const first = FIRST_TOKEN.exec(below)?.[0] ?? '';
  const opens = /^["'(‘“[]/u.test(first);
  return { above, last, end: above.at(-1) ?? '', start: first[opens ? 1 : 0] ?? '', opens };
}

function breaksBetweenWords(above: string, below: string): boolean {
  const seam = seamOf(above, below);
  return SEAM_RULES.find((rule) => rule.applies(seam))?.parts(seam) ?? false;
}

import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaning } from '../../../src/text/bidi/classes.js';
import { clustersOf, plainLetters, withMarks } from '../../../src/text/bidi/clusters.js';
import { drawnBrackets, logicalOrder, textOfParts } from '../../../src/text/bidi/logical-order.js';

interface Forwards {
  getEmbeddingLevels(text: string, base: 'rtl' | 'ltr'): unknown;
  getReorderedString(text: string, levels: unknown): string;
}
const bidi = (bidiFactory as unknown as () => Forwards)();
type Base = 'rtl' | 'ltr';
/** The text as it is drawn, from left to right, by another implementation of the algorithm, forwards. */
const drawn = (text: string, base: Base): string => bidi.getReorderedString(text, bidi.getEmbeddingLevels(text, base));
const read = (visual: string, base: Base): string => textOfParts(logicalOrder(visual, base === 'rtl'), true);

const leftward = fc.constantFrom('של', 'אב', 'ש״ח', 'سل', 'ماء', 'نظام', 'א', 'ב-');
const latin = fc.constantFrom('ab', 'Wi-Fi', 'SAP', '表');
const number = fc.constantFrom('1', '23', '4.5', '1,200', '12-3', '50%', '$7', '-8', '١٢', '٣٫٤', '1/2', '10:30', '۱۲');
const inBrackets = (word: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(word, fc.constantFrom('', '()', '[]', '«»')).map(([text, [a = '', b = '']]) => a + text + b);
const ended = fc.tuple(inBrackets(leftward), fc.constantFrom('', '', ',', '.', ':')).map((parts) => parts.join(''));

describe('logical order', () => {
  it('is that of a text whose Latin words and numbers stand between words from right to left', () => {
    const between = fc.oneof(inBrackets(latin), inBrackets(number), ended);
    const text = fc
      .tuple(ended, fc.array(fc.tuple(between, ended)))
      .map(([first, rest]) => [first, ...rest.flat()].join(' '));
    fc.assert(
      fc.property(text, (typed) => {
        expect(read(drawn(typed, 'rtl'), 'rtl')).toBe(typed);
      }),
      { numRuns: 3000 },
    );
  });

  it('is that of a text from left to right with words from right to left in it, and numbers among these', () => {
    const inside = fc
      .tuple(leftward, fc.array(fc.tuple(fc.oneof(number, leftward), leftward), { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest.flat()].join(' '))
      .filter((text) => !text.endsWith('-'));
    const text = fc
      .tuple(latin, fc.array(fc.tuple(inBrackets(inside), latin)))
      .map(([first, rest]) => [first, ...rest.flat()].join(' '));
    fc.assert(
      fc.property(text, (typed) => {
        expect(read(drawn(typed, 'ltr'), 'ltr')).toBe(typed);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives a text that is drawn as what was read, whatever words and numbers stand beside one another', () => {
    const text = fc
      .array(fc.oneof(leftward, latin, number))
      .map((words) => words.join(' '))
      // Between Latin words Arabic digits run to the left, and others do not.
      .filter((words) => !/[\u0660-\u066C]/u.test(words));
    fc.assert(
      fc.property(text, fc.constantFrom<Base>('rtl', 'ltr'), (typed, base) => {
        const visual = drawn(typed, base);
        expect(drawn(read(visual, base), base)).toBe(visual);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps a number in one piece, and leaves its sign where it is typed', () => {
    expect(read('98.5% עוציב', 'rtl')).toBe('ביצוע 98.5%');
    expect(read('12- יוניש', 'rtl')).toBe('שינוי -12');
    // Behind Arabic letters a dash parts numbers, and the percent sign is no part of one.
    expect(read('34-12 ماع', 'rtl')).toBe('عام 12-34');
    expect(read('34-12 תנש', 'rtl')).toBe('שנת 34-12');
    expect(read('%50 ةبسن', 'rtl')).toBe('نسبة 50%');
    expect(read('١٬٢٥٠ ددع', 'rtl')).toBe('عدد ١٬٢٥٠');
  });

  it('keeps Latin and Chinese among words from right to left, with their brackets', () => {
    expect(read('שדח Wi-Fi רפס תיב', 'rtl')).toBe('בית ספר Wi-Fi חדש');
    expect(read('WHO (World Health) ןוגרא', 'rtl')).toBe('ארגון WHO (World Health)');
    expect(read('绩效 自评 חוד', 'rtl')).toBe('דוח 绩效 自评');
    expect(read('the word םולש (peace) and مالس, end', 'ltr')).toBe('the word שלום (peace) and سلام, end');
    expect(read('see (ב) א now', 'ltr')).toBe('see א (ב) now');
  });

  it('keeps a Latin word and a number beside it as they are seen', () => {
    expect(read('ISO 9001 ןקת', 'rtl')).toBe('תקן ISO 9001');
    expect(read('5 kg לקשמ', 'rtl')).toBe('משקל 5 kg');
  });
});

describe('brackets', () => {
  it('are read as they look, or as they were typed, as they make sense', () => {
    const seen = logicalOrder('(ב) א', true);
    const typed = logicalOrder(')ב( א', true);
    expect([drawnBrackets(seen), drawnBrackets(typed)]).toEqual([1, -1]);
    expect([textOfParts(seen, true), textOfParts(typed, false)]).toEqual(['א (ב)', 'א (ב)']);
    // Of two in a row the one between them does not count against both.
    expect(drawnBrackets(logicalOrder('(ב) (א)', true))).toBe(1);
    // What runs to the right says nothing.
    expect(drawnBrackets(logicalOrder('a (b) א', true))).toBe(0);
  });
});

describe('letters', () => {
  it('are those that a form of a letter or a ligature stands for, in the order of reading', () => {
    expect(plainLetters('ﺳﻼم')).toBe('سلام');
    expect(plainLetters('ﻵ ﷲ')).toBe('لآ الله');
    expect(plainLetters('\uFB2A\uFB4B')).toBe('ש\u05C1ו\u05B9');
    // A mark that is printed alone.
    expect(plainLetters('م\uFE76')).toBe('م\u064E');
    // Only of these ranges.
    expect(plainLetters('％ﬁ①')).toBe('％ﬁ①');
  });

  it('have their marks with them, each once', () => {
    expect(clustersOf('שָׁלa')).toEqual(['שָׁ', 'ל', 'a']);
    expect(withMarks('ש', '\u05C1\u05B8\u05C1')).toBe('ש\u05C1\u05B8');
    expect(read('םוֹלשָׁ'.normalize('NFC'), 'rtl')).toBe('שָׁלוֹם');
  });

  it('tell which way a text leans', () => {
    expect(leaning(['שלום', '12'])).toBe(1);
    expect(leaning(['ab', 'אב'])).toBe(0);
    expect(leaning(['绩效 א'])).toBeCloseTo(-1 / 3);
    expect(leaning(['12', ''])).toBe(0);
  });
});

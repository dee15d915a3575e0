import { describe, expect, it } from 'vitest';
import { misreadingsBySums } from '../../src/crosscheck/doubted-digits.js';
import { RecognisedGlyphs } from '../../src/crosscheck/recognised-glyphs.js';
import type { RecognisedGlyph } from '../../src/ocr/recognise.js';
import type { Scan } from '../../src/pages/scanned-pages.js';
import { Draft } from '../../src/sections/draft.js';
import { reportOf } from '../../src/validator/example.js';

interface Doubted {
  readonly char: number | 'all';
  readonly confidence: number;
  readonly others: readonly (readonly [text: string, confidence: number])[];
}

type Amounts = readonly (readonly [text: string, doubted?: Doubted])[];

/** A form of which the amounts of a column are recognised: the total, and what it is the sum of. */
function form(amounts: Amounts): { draft: Draft; recognised: RecognisedGlyphs } {
  const draft = new Draft();
  const value = (text: string): number => Number(text.replaceAll(',', ''));
  const kinds = ['total', 'fiscal', 'carryover', 'other'] as const;
  const rows = amounts.map(([text], i) => ({ label: `行${i}`, kind: kinds[i] ?? 'other', executed: value(text) }));
  Object.assign(draft.report, reportOf({ unit: '元', funds: rows }));
  const glyphs: RecognisedGlyph[] = [];
  for (const [i, [text, doubted]] of amounts.entries()) {
    const y0 = 20 * i;
    const place = { page: 1, bbox: { x0: 0, y0, x1: 200, y1: y0 + 15 } };
    draft.printed.set(`/funds/rows/${i}/executed`, { text, places: [place] });
    for (const [k, char] of [...text].entries()) {
      const own =
        doubted && (k === doubted.char || doubted.char === 'all') ? doubted : { confidence: 0.99, others: [] };
      const box = { x0: 10 * k, y0: y0 + 2, x1: 10 * k + 8, y1: y0 + 12 };
      const others = own.others.map(([other, confidence]) => ({ text: other, confidence }));
      glyphs.push({ text: char, box, size: 10, angle: 0, vertical: false, confidence: own.confidence, others });
    }
  }
  const scan = { content: { number: 1 }, recognised: glyphs, diagnostics: [] } as unknown as Scan;
  return { draft, recognised: new RecognisedGlyphs([scan]) };
}

const corrected = (amounts: Amounts) => {
  const { draft, recognised } = form(amounts);
  return misreadingsBySums([draft], recognised).map(({ pointers, readAs, instead }) => [
    pointers[0],
    readAs,
    instead.text,
  ]);
};

const seven: Doubted = { char: 0, confidence: 0.6, others: [['7', 0.3]] };

describe('sums as a second reader', () => {
  it('take the digit that the engine offered, where it alone makes the sum come out', () => {
    expect(corrected([['300'], ['100', seven], ['200']])).toEqual([]);
    expect(corrected([['900'], ['100', seven], ['200']])).toEqual([['/funds/rows/1/executed', '100', '7']]);
  });

  it('take a comma for a point', () => {
    const point: Doubted = { char: 2, confidence: 0.66, others: [[',', 0.25]] };
    expect(corrected([['59.985', point], ['59,985'], ['0']])).toEqual([['/funds/rows/0/executed', '59.985', ',']]);
  });

  it('take two, where it takes two', () => {
    expect(corrected([['1500'], ['100', seven], ['100', { ...seven, others: [['8', 0.3]] }]])).toEqual([
      ['/funds/rows/1/executed', '100', '7'],
      ['/funds/rows/2/executed', '100', '8'],
    ]);
  });

  it.each<[string, Amounts]>([
    ['no digit was doubted: the form itself is wrong', [['900'], ['100', { ...seven, confidence: 0.95 }], ['200']]],
    ['the engine did not offer what would fit', [['900'], ['100', { ...seven, others: [['4', 0.3]] }], ['200']]],
    ['it gave it hardly a chance', [['900'], ['100', { ...seven, others: [['7', 0.005]] }], ['200']]],
    ['several would fit', [['900'], ['100', seven], ['100', seven], ['100']]],
    [
      'it would be an amount in thousandths',
      [['22,357.413'], ['22,357,413', { char: 6, confidence: 0.6, others: [['.', 0.3]] }], ['0']],
    ],
    ['nothing was recognised', [['900'], ['100'], ['200']]],
  ])('take nothing where %s', (_, amounts) => {
    expect(corrected(amounts)).toEqual([]);
  });
});

/** On both sides of every edge of src/crosscheck/tolerances.ts. */
describe('what counts as a doubt', () => {
  const digit = (confidence: number, offered: number): number =>
    corrected([['900'], ['100', { char: 0, confidence, others: [['7', offered]] }], ['200']]).length;
  it('is a confidence below 0.9', () => {
    expect([digit(0.89, 0.1), digit(0.9, 0.1)]).toEqual([1, 0]);
  });
  it('and another character that was given 0.02', () => {
    expect([digit(0.6, 0.02), digit(0.6, 0.019)]).toEqual([1, 0]);
  });
  it('or, for a comma and a point, any confidence and 0.005', () => {
    const comma = (offered: number): number =>
      corrected([['59.985', { char: 2, confidence: 0.95, others: [[',', offered]] }], ['59,985'], ['0']]).length;
    expect([comma(0.005), comma(0.0049)]).toEqual([1, 0]);
  });
  it('in pairs where there are no more than 24 of them', () => {
    const eight: Doubted = { ...seven, others: [['8', 0.3]] };
    // Eleven characters with two alternatives each, of which none helps.
    const zeros: Doubted = {
      char: 'all',
      confidence: 0.6,
      others: [
        ['9', 0.2],
        ['8', 0.1],
      ],
    };
    const pairs = (...rows: Amounts): number => corrected([['1500'], ['100', seven], ['100', eight], ...rows]).length;
    expect(pairs(['00000000000', zeros])).toBe(2);
    expect(pairs(['00000000000', zeros], ['0', { ...seven, others: [['5', 0.3]] }])).toBe(0);
  });
});

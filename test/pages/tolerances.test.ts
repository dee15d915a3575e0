import { describe, expect, it } from 'vitest';
import type { RecognisedGlyph } from '../../src/ocr/recognise.js';
import { saidOf } from '../../src/pages/diagnostics.js';
import { isGarbage, isUnreadable, needOf } from '../../src/pages/needs-picture.js';
import type { Glyph, PageContent, Ruling } from '../../src/reader/reader-types.js';

/** Each tolerance from both sides: what is just inside of it, and what is just outside. */

const TEXT = '项目支出绩效自评表预算执行情况年度总体目标完成';
const line: Ruling = { axis: 'h', at: 5, from: 0, to: 90, width: 1 };

interface Drawn {
  /** Percent of the page, from the top, that an image covers. */
  readonly image: number;
  /** Characters over the image, and below it. */
  readonly over?: number;
  readonly below?: number;
  readonly lines?: number;
  readonly unreadable?: number;
}

/** A page 100 wide and high. */
function page({ image, over = 0, below = 0, lines = 0, unreadable = 0 }: Drawn): PageContent {
  const glyphs = Array.from({ length: over + below }, (_, i): Glyph => {
    const y0 = i < over ? 1 : 98;
    return {
      text: TEXT[i % TEXT.length] as string,
      box: { x0: 50, x1: 51, y0, y1: y0 + 1 },
      size: 1,
      angle: 0,
      vertical: false,
    };
  });
  return {
    ...{ number: 1, width: 100, height: 100, glyphs, rulings: Array.from({ length: lines }, () => line), edges: [] },
    ...{ images: [{ x0: 0, y0: 0, x1: 100, y1: image }], unreadableGlyphs: unreadable },
  };
}

describe('what a page needs its picture for', () => {
  it.each<[string, Drawn, ReturnType<typeof needOf>]>([
    ['an image on 25 % of it, no text', { image: 25 }, null],
    ['an image on 35 % of it, no text', { image: 35 }, 'images'],
    ['20 characters', { image: 50, over: 20 }, 'images'],
    ['40 characters', { image: 50, over: 40 }, null],
    ['text over an image on 55 % of it', { image: 55, over: 40 }, null],
    ['text over an image on 65 % of it', { image: 65, over: 40 }, 'lines'],
    ['70 % of its text over the image', { image: 65, over: 28, below: 12 }, null],
    ['90 % of its text over the image', { image: 65, over: 36, below: 4 }, 'lines'],
    ['3 lines of its own', { image: 65, over: 40, lines: 3 }, 'lines'],
    ['5 lines of its own', { image: 65, over: 40, lines: 5 }, null],
    ['15 % of its glyphs without Unicode value', { image: 0, over: 85, unreadable: 15 }, null],
    ['25 % of its glyphs without Unicode value', { image: 0, over: 75, unreadable: 25 }, 'drawn'],
  ])('%s', (_, drawn, need) => {
    expect(needOf(page(drawn), 'auto')).toBe(need);
  });

  it('it is lost where a quarter of its glyphs has no Unicode value', () => {
    expect(isUnreadable(page({ image: 0, over: 85, unreadable: 15 }))).toBe(false);
    expect(isUnreadable(page({ image: 0, over: 75, unreadable: 25 }))).toBe(true);
  });
});

describe('a text layer', () => {
  it.each([
    ['40 % Chinese', '目'.repeat(16) + 'x'.repeat(24), true],
    ['65 % Chinese', '目'.repeat(26) + 'x'.repeat(14), false],
    ['60 % common', '目'.repeat(24) + '龘'.repeat(16), true],
    ['85 % common', '目'.repeat(34) + '龘'.repeat(6), false],
    ['too short to tell', 'x'.repeat(20), false],
    ['long enough to tell', 'x'.repeat(40), true],
  ])('%s', (_, text, expected) => {
    expect(isGarbage(text)).toBe(expected);
  });
});

describe('what was recognised', () => {
  const glyphs = (confidence: number): RecognisedGlyph[] => [
    { ...(page({ image: 0, over: 1 }).glyphs[0] as Glyph), confidence, others: [] },
  ];
  const ids = (confidence: number): string[] =>
    saidOf(1, glyphs(confidence), { name: 'engine' } as Parameters<typeof saidOf>[2]).map(({ id }) => id);

  it('is doubted below a confidence of 0.6', () => {
    expect(ids(0.5)).toEqual(['pageRecognised', 'charactersUncertain']);
    expect(ids(0.7)).toEqual(['pageRecognised']);
  });
});

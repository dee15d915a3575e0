import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/geometry/box.js';
import type { RecognisedGlyph } from '../../src/ocr/recognise.js';
import { saidOf } from '../../src/pages/diagnostics.js';
import { isGarbage, isUnreadable, needOf } from '../../src/pages/needs-picture.js';
import { hasUnreadText } from '../../src/pages/pasted.js';
import type { Glyph, PageContent, Ruling } from '../../src/reader/reader-types.js';

/** Each tolerance from both sides: what is just inside of it, and what is just outside. */

const TEXT = '项目支出绩效自评表预算执行情况年度总体目标完成';
const line: Ruling = { axis: 'h', at: 5, from: 0, to: 90, width: 1 };

interface Drawn {
  /** Percent of the page, from the top, that an image covers. */
  readonly image: number;
  /** Characters over the image, and below it. */
  readonly over?: number;
  /** Percent of the height of the page on which they stand. */
  readonly spread?: number;
  readonly below?: number;
  readonly lines?: number;
  readonly unreadable?: number;
  /** So many of those over the image are not seen. */
  readonly hidden?: number;
}

/** A page 100 wide and high. */
function page({ image, over = 0, spread = 40, below = 0, lines = 0, unreadable = 0, hidden = 0 }: Drawn): PageContent {
  const glyphs = Array.from({ length: over + below }, (_, i): Glyph => {
    const y0 = i < over ? 1 + (i * spread) / over : 98;
    return {
      text: TEXT[i % TEXT.length] as string,
      box: { x0: 50, x1: 51, y0, y1: y0 + 1 },
      size: 1,
      angle: 0,
      vertical: false,
      ...(i < hidden ? { hidden: 'invisible' } : {}),
    };
  });
  return {
    ...{ number: 1, width: 100, height: 100, glyphs, rulings: Array.from({ length: lines }, () => line), edges: [] },
    ...{ images: [{ x0: 0, y0: 0, x1: 100, y1: image }], unreadableGlyphs: unreadable },
  };
}

describe('what a page needs its picture for', () => {
  it.each<[string, Drawn, ReturnType<typeof needOf>]>([
    ['an image on 10 % of it, no text', { image: 10 }, null],
    ['an image on 25 % of it, no text', { image: 25 }, 'pasted'],
    ['an image on 35 % of it, no text', { image: 35 }, 'images'],
    ['20 characters', { image: 50, over: 20 }, 'images'],
    ['40 characters', { image: 50, over: 40 }, 'pasted'],
    ['text over an image on 55 % of it', { image: 55, over: 40 }, 'pasted'],
    ['text beside an image on 10 % of it', { image: 10, below: 40 }, null],
    ['text beside an image on 20 % of it', { image: 20, below: 40 }, 'pasted'],
    ['text over an image on 65 % of it, on 15 % of its height', { image: 65, over: 40, spread: 15 }, 'pasted'],
    ['text over an image on 65 % of it, on 25 % of its height', { image: 65, over: 40, spread: 25 }, 'lines'],
    ['text over an image on 65 % of it', { image: 65, over: 40 }, 'lines'],
    ['70 % of its text over the image', { image: 65, over: 28, below: 12 }, 'pasted'],
    ['90 % of its text over the image', { image: 65, over: 36, below: 4 }, 'lines'],
    ['3 lines of its own', { image: 65, over: 40, lines: 3 }, 'lines'],
    ['5 lines of its own', { image: 65, over: 40, lines: 5 }, null],
    ['15 % of its glyphs without Unicode value', { image: 0, over: 85, unreadable: 15 }, null],
    ['25 % of its glyphs without Unicode value', { image: 0, over: 75, unreadable: 25 }, 'drawn'],
    ['text that nobody sees over an image on 65 % of it', { image: 65, over: 40, hidden: 40 }, 'layer'],
    ['the same, with lines of its own', { image: 65, over: 40, hidden: 40, lines: 9 }, 'layer'],
    ['such text over an image beside text that is seen', { image: 20, over: 40, hidden: 40, below: 60 }, 'layer'],
    ['such text over an image on 10 % of it', { image: 10, over: 40, hidden: 40 }, null],
    ['20 characters that nobody sees', { image: 50, over: 20, hidden: 20 }, 'images'],
  ])('%s', (_, drawn, need) => {
    expect(needOf(page(drawn), 'auto')).toBe(need);
  });

  it.each<[string, Drawn, ReturnType<typeof needOf>]>([
    ['a scan with a layer', { image: 65, over: 40, hidden: 40 }, 'images'],
    ['a scan under text that is seen', { image: 65, over: 40 }, 'drawn'],
    ['a page of text', { image: 0, over: 40 }, 'drawn'],
  ])('where every page is recognised: %s', (_, drawn, need) => {
    expect(needOf(page(drawn), 'always')).toBe(need);
  });
  it('its text is no garbage where that is seen, in whatever language', () => {
    const { glyphs, ...rest } = page({ image: 65, over: 40 });
    expect(needOf({ ...rest, glyphs: glyphs.map((glyph) => ({ ...glyph, text: 'x' })) }, 'auto')).toBe('lines');
  });

  it('it is lost where a quarter of its glyphs has no Unicode value', () => {
    expect(isUnreadable(page({ image: 0, over: 85, unreadable: 15 }))).toBe(false);
    expect(isUnreadable(page({ image: 0, over: 75, unreadable: 25 }))).toBe(true);
  });
});

describe('a picture beside text', () => {
  const lines = (heights: readonly number[], x0 = 0): Box[] =>
    heights.map((height, i) => ({ x0, y0: 20 * i, x1: x0 + 80, y1: 20 * i + height }));
  const even = (count: number): Box[] => lines(Array.from({ length: count }, () => 10));
  const glyphsOn = (boxes: readonly Box[]): Glyph[] =>
    boxes.map((box) => ({ ...(page({ image: 0, over: 1 }).glyphs[0] as Glyph), box }));

  it.each<[string, number, number, boolean]>([
    ['5 lines in the cells of a table', 5, 0, false],
    ['6 lines in the cells of a table', 6, 0, true],
    ['11 lines in no table', 0, 11, false],
    ['12 lines in no table', 0, 12, true],
    ['4 in cells and 8 elsewhere', 4, 8, true],
  ])('%s', (_, inCells, outside, expected) => {
    expect(hasUnreadText({ inCells: even(inCells), outside: even(outside) }, [])).toBe(expected);
  });
  it('holds text that is not the text of the page alone', () => {
    const inCells = even(9);
    expect(hasUnreadText({ inCells, outside: [] }, glyphsOn(inCells.slice(0, 3)))).toBe(true);
    expect(hasUnreadText({ inCells, outside: [] }, glyphsOn(inCells.slice(0, 4)))).toBe(false);
  });
  it('holds none where its marks are of all heights, or too low', () => {
    const some = (height: number, odd: number): boolean =>
      hasUnreadText(
        { inCells: [], outside: lines(Array.from({ length: 30 }, (_, i) => (i < odd ? 30 + i : height))) },
        [],
      );
    expect([some(10, 11), some(10, 13)]).toEqual([true, false]);
    expect([some(3.2, 0), some(2.8, 0)]).toEqual([true, false]);
  });
});

describe('a text layer', () => {
  it.each([
    ['40 % Chinese', '目'.repeat(16) + 'x'.repeat(24), true],
    ['65 % Chinese', '目'.repeat(26) + 'x'.repeat(14), false],
    ['60 % common', '目'.repeat(24) + '龘'.repeat(16), true],
    ['85 % common', '目'.repeat(34) + '龘'.repeat(6), false],
    ['English prose', 'Theannualperformancetargetswereachievedinthesecondhalfoftheyear', false],
    ['prose in Cyrillic', 'Отчётобисполнениибюджетазагод'.repeat(2), false],
    ['what an engine for English makes of Chinese', 'BAShEHMEAWAiREWHBRLFXHVSATHRAEiBSMEHrRYAEDH', true],
    ['too short to tell', 'x'.repeat(20), false],
    ['long enough to tell', 'x'.repeat(40), true],
  ])('%s', (_, text, expected) => {
    expect(isGarbage(text)).toBe(expected);
  });
});

describe('what was recognised', () => {
  const glyph = (confidence: number): RecognisedGlyph => ({
    ...(page({ image: 0, over: 1 }).glyphs[0] as Glyph),
    ...{ confidence, others: [] },
  });
  const glyphs = (confidence: number): RecognisedGlyph[] => [glyph(confidence)];
  const ids = (confidence: number): string[] =>
    saidOf(1, glyphs(confidence), { name: 'engine' } as Parameters<typeof saidOf>[2]).map(({ id }) => id);

  it('is doubted below a confidence of 0.6', () => {
    expect(ids(0.5)).toEqual(['pageRecognised', 'charactersUncertain']);
    expect(ids(0.7)).toEqual(['pageRecognised']);
  });

  it('is doubted as a page where a fifth of it is', () => {
    const said = (doubted: number, all: number) =>
      saidOf(
        1,
        Array.from({ length: all }, (_, i) => glyph(i < doubted ? 0.5 : 0.99)),
        {
          name: 'engine',
        } as Parameters<typeof saidOf>[2],
      ).map(({ id }) => id);
    expect(said(20, 100)).toEqual(['pageRecognised', 'charactersUncertain']);
    expect(said(19, 100)).toEqual(['pageRecognised']);
  });
});

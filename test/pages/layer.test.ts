import { describe, expect, it } from 'vitest';
import type { RecognisedGlyph } from '../../src/ocr/recognise.js';
import { compareWithLayer } from '../../src/pages/layer.js';
import { parse } from '../../src/parse.js';
import type { Glyph } from '../../src/reader/reader-types.js';
import { readFixture } from '../fixtures.mjs';

/** Characters 5 wide and 10 high in a line whose top is at `y`, a space for a gap. */
const written = (text: string, y = 0, x = 0): Glyph[] =>
  [...text].map((char, i) => ({
    text: char,
    box: { x0: x + 5 * i, x1: x + 5 * i + 5, y0: y, y1: y + 10 },
    size: 10,
    angle: 0,
    vertical: false,
  }));
const read = (text: string, y = 0, confidence = 0.9): RecognisedGlyph[] =>
  written(text, y).map((glyph) => ({ ...glyph, confidence, others: [] }));

const compared = (text: string, layer: readonly Glyph[], confidence = 0.9) => {
  const { glyphs, differences } = compareWithLayer(read(text, 0, confidence), layer);
  expect(glyphs.map((glyph) => glyph.text).join('')).toBe(text);
  return [glyphs.map((glyph) => glyph.confidence), differences.map((one) => [one.read, one.layer])];
};

describe('a text layer as second opinion', () => {
  it('makes sure what both say, and never quite', () => {
    expect(compared('98.5', written('98.5'))).toEqual([[0.97, 0.97, 0.97, 0.97], []]);
    expect(compared('98', written('９８'), 0.99)).toEqual([[0.99, 0.99], []]);
  });
  it('makes doubtful a number of which it says something else, which stays as it was recognised', () => {
    expect(compared('15', written('16'))).toEqual([[0.5, 0.5], [['15', '16']]]);
    expect(compared('150人', written('15O人'))[1]).toEqual([['150', '15']]);
    expect(compared('12', written('l2', 0, 1))[1]).toEqual([['12', '2']]);
    expect(compared('8', written('B'))).toEqual([[0.5], [['8', 'B']]]);
    // A point that the layer lacks makes another number of it.
    expect(compared('9.5', [...written('9'), ...written('5', 0, 10)])[1]).toEqual([['9.5', '95']]);
  });
  it('is asked where it has something, line by line', () => {
    expect(compared('15', [])).toEqual([[0.9, 0.9], []]);
    expect(compared('15', written('16', 30))).toEqual([[0.9, 0.9], []]);
    expect(compared('15', written('16', 0, 40))).toEqual([[0.9, 0.9], []]);
  });
  it('need not have a number at the very place', () => {
    expect(compared('15', written('15', 1, 4))).toEqual([[0.97, 0.97], []]);
  });
  it('makes other characters less sure', () => {
    expect(compared('项目', written('顶目'))).toEqual([[0.8, 0.97], []]);
    expect(compared('项目', written('顶目名'))).toEqual([[0.9, 0.9], []]);
  });
  it('counts little where it is unlike the picture in most numbers', () => {
    const lines = (count: number, text: string) =>
      Array.from({ length: count }, (_, i) => written(text, 20 * i)).flat();
    const of = (wrong: number, all: number) =>
      compareWithLayer(
        Array.from({ length: all }, (_, i) => read('15', 20 * i, 1)).flat(),
        [...lines(all, '15')].map((glyph, i) => (i < 2 * wrong ? { ...glyph, text: '7' } : glyph)),
      );
    expect(of(3, 4)).toMatchObject({ numbers: 4, isUnlike: false });
    expect(of(4, 9)).toMatchObject({ numbers: 9, isUnlike: false });
    expect(of(5, 9)).toMatchObject({ numbers: 9, isUnlike: true });
    expect(of(4, 9).glyphs[0]?.confidence).toBe(0.5);
    expect(of(5, 9).glyphs[0]?.confidence).toBe(0.9);
  });
});

describe('without an engine', () => {
  const layers = ['scans/layer-misread', 'scans/layer-behind', 'scans/searchable'];
  it.each(layers)('a layer is used, said to be one, and nothing of it is certain: %s', async (name) => {
    for (const options of [{ ocrEngine: 'none' }, { ocr: 'never' }] as const) {
      const { document, places } = await parse(readFixture(`${name}.pdf`), options);
      const said = document.diagnostics.filter(({ code }) => code === 'text-layer');
      expect(said).toMatchObject([{ severity: 'warning', page: 1, bbox: null }]);
      expect(said[0]?.message).toContain('ocrEngine' in options ? 'to read it by OCR' : 'options.ocr never');
      const sure = [...places.values()].map(({ confidence }) => confidence);
      expect(sure.length).toBeGreaterThan('ocrEngine' in options ? 50 : -1);
      expect(Math.max(0, ...sure)).toBeLessThanOrEqual(0.9);
    }
  });
});

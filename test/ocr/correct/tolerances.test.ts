import { describe, expect, it } from 'vitest';
import { withFrames } from '../../../src/ocr/correct/checkboxes.js';
import { dashed } from '../../../src/ocr/correct/dashes.js';
import { isDot, isSemicolon } from '../../../src/ocr/correct/glyph-shapes.js';
import { type KnownLabels, withLabels } from '../../../src/ocr/correct/labels.js';
import { signOf } from '../../../src/ocr/correct/single-sign.js';
import { spaced } from '../../../src/ocr/correct/spaces.js';
import { cropArea } from '../../../src/ocr/lines/crop.js';
import { isDoubtful, isLonely, qualityOf } from '../../../src/ocr/lines/isolated.js';
import type { ReadChar, ReadLine } from '../../../src/ocr/ocr-types.js';
import { Drawing } from '../../raster/drawn.js';

/** Constants of ocr from both sides, on lines 100 pixels high, so that a pixel is a hundredth of the height. */
const char = (text: string, at: number, confidence = 0.99, ...others: string[]): ReadChar => ({
  text,
  at,
  confidence,
  others: others.map((other) => ({ text: other, confidence: 0.05 })),
});
const areaOf = (x1: number, y1 = 100) => ({ x0: 0, y0: 0, x1, y1 });
const line = (width: number, height: number, ...chars: ReadChar[]): ReadLine => ({
  area: { ...areaOf(width, height), region: { x0: -500, y0: -500, x1: 900, y1: 900 } },
  chars,
  spare: [],
});
const textOf = (chars: readonly ReadChar[]) => chars.map(({ text }) => text).join('');

describe('a dash', () => {
  const strokes = (thick: number, ...columns: [from: number, to: number][]) => {
    const drawing = new Drawing(400, 100);
    for (const [from, to] of columns) drawing.fill(from, 40, to, 40 + thick);
    return textOf(
      dashed([char('一', ((columns[0]?.[0] ?? 0) + (columns[0]?.[1] ?? 0)) / 2)], areaOf(400), drawing.ink),
    );
  };

  it('is a stroke 1.45 heights long and 0.22 thick at most', () => {
    expect(strokes(5, [10, 156])).toBe('——');
    expect(strokes(5, [10, 154])).toBe('一');
    expect(strokes(21, [10, 200])).toBe('——');
    expect(strokes(23, [10, 200])).toBe('一');
  });

  it('is two strokes of 0.7 with no more than 0.25 between them', () => {
    expect(strokes(5, [10, 81], [105, 176])).toBe('——');
    expect(strokes(5, [10, 79], [103, 172])).toBe('一');
    expect(strokes(5, [10, 86], [112, 188])).toBe('一');
  });

  it('goes on over hairs of 0.1', () => {
    expect(strokes(5, [10, 55], [65, 110], [120, 165])).toBe('——');
    expect(strokes(5, [10, 55], [66, 111], [122, 167])).toBe('一');
  });
});

describe('a space', () => {
  /** Four characters of Chinese as wide as said, with a gap between them, and another one before the last. */
  const read = (width: number, usual: number, gap: number, seen = false) => {
    const drawing = new Drawing(700, 100);
    const lefts = [0, width + usual, 2 * (width + usual), 3 * width + 2 * usual + gap].map((x) => x + 10);
    for (const x of lefts) drawing.fill(x, 10, x + width, 90);
    const chars = lefts.map((x) => char('文', x + width / 2));
    if (seen) chars.splice(3, 0, char(' ', 0));
    return textOf(spaced(chars, areaOf(700), drawing.ink));
  };

  it('is 0.4 of the height wide', () => {
    expect(read(95, 5, 41)).toBe('文文文 文');
    expect(read(95, 5, 39)).toBe('文文文文');
  });

  it('is 0.3 of the em wider than the characters are apart', () => {
    expect(read(85, 15, 46)).toBe('文文文 文');
    expect(read(85, 15, 44)).toBe('文文文文');
  });

  it('that was seen is 0.26 of the height wider than most gaps', () => {
    expect(read(95, 5, 32, true)).toBe('文文文 文');
    expect(read(95, 5, 30, true)).toBe('文文文文');
  });
});

describe('a label', () => {
  const matched = (labels: string[], ...chars: ReadChar[]) => {
    const known: KnownLabels = { keyOf: (text) => text, labels: new Set(labels), values: new Set() };
    return withLabels([line(100, 20, ...chars)], known).matched.map(({ label }) => label);
  };
  /** A text of which the first characters are wrong, with the right ones offered. */
  const misread = (label: string, wrong: number) =>
    [...label].map((right, i) => (i < wrong ? char('误', i, 0.8, right) : char(right, i)));

  it('costs 0.4 for an offered character, of 0.25 for each of its own', () => {
    expect(matched(['甲乙'], ...misread('甲乙', 1))).toEqual(['甲乙']);
    expect(matched(['甲乙丙'], ...misread('甲乙丙', 2))).toEqual([]);
  });

  it('costs 0.6 for any other character of which the engine is less sure than 0.92', () => {
    const doubted = (label: string, confidence: number) =>
      matched([label], char('误', 0, confidence), ...[...label].slice(1).map((text, i) => char(text, i + 1)));
    expect(doubted('甲乙丙', 0.91)).toEqual(['甲乙丙']);
    expect(doubted('甲乙丙', 0.93)).toEqual([]);
    expect(doubted('甲乙', 0.91)).toEqual([]);
  });

  it('may cost 0.32 for each of its characters from five on', () => {
    expect(matched(['甲乙丙丁'], ...misread('甲乙丙丁', 3))).toEqual([]);
    expect(matched(['甲乙丙丁戊己'], ...misread('甲乙丙丁戊己', 4))).toEqual(['甲乙丙丁戊己']);
    expect(matched(['甲乙丙丁戊'], ...misread('甲乙丙丁戊', 5))).toEqual([]);
  });

  it('costs 0.15 less than any other', () => {
    expect(matched(['甲乙丙', '甲乙丁'], char('甲', 0), char('乙', 1), char('误', 2, 0.8, '丙'))).toEqual(['甲乙丙']);
    expect(matched(['甲乙丙', '甲乙丁'], char('甲', 0), char('乙', 1), char('误', 2, 0.8, '丙', '丁'))).toEqual([]);
  });
});

describe('a sign by itself', () => {
  const sign = (width: number, height: number, text = '') =>
    textOf(signOf(line(width, height, ...(text === '' ? [] : [char(text, width / 2)])), 100, true).chars);

  it('is a dash 0.3 wide, lower than that, and three times as wide as high', () => {
    expect([sign(31, 8), sign(29, 8)]).toEqual(['-', '']);
    expect([sign(100, 29), sign(100, 31)]).toEqual(['—', '']);
    expect([sign(42, 14), sign(41, 14)]).toEqual(['-', '']);
  });

  it('is the dash of Chinese from 0.65 on', () => {
    expect([sign(64, 8), sign(66, 8)]).toEqual(['-', '—']);
  });

  it('is a full stop up to half of the height', () => {
    expect([sign(49, 49, 'o'), sign(51, 51, 'o')]).toEqual(['。', 'o']);
  });
});

describe('a dot', () => {
  const dot = (y0: number, y1: number, full = y1 - y0) => {
    const ink = new Drawing(100, 100).fill(40, y0, 60, y0 + full).fill(40, y0, 41, y1).ink;
    return isDot(char('。', 50), areaOf(100), ink);
  };

  it('is at the foot where its middle is below 0.6, and 0.55 high at most', () => {
    expect([dot(56, 66), dot(54, 64)]).toEqual(['foot', 'middle']);
    expect([dot(46, 100), dot(44, 100)]).toEqual(['foot', null]);
  });

  it('is in the middle from 0.35 on where it is 0.27 high at most, and filled to 0.7', () => {
    expect([dot(31, 41), dot(29, 39)]).toEqual(['middle', null]);
    expect([dot(37, 63), dot(36, 64)]).toEqual(['middle', null]);
    expect([dot(40, 60, 14), dot(40, 60, 13)]).toEqual(['middle', null]);
  });

  it('has a tail 1.4 times as high in a semicolon', () => {
    const semicolon = (lower: number) => {
      const { ink } = new Drawing(100, 100).fill(45, 20, 55, 40).fill(45, 60, 55, 60 + lower);
      return isSemicolon(char('：', 50, 0.9, '；'), areaOf(100), ink);
    };
    expect([semicolon(29), semicolon(27)]).toEqual([true, false]);
  });
});

describe('a box to tick', () => {
  /** A frame on a line, its sides two pixels thick, with so many pixels of ink inside; what is read there. */
  const read = (width: number, height: number, inside = 0, char0 = char('口', 10 + width / 2), tall = 40) => {
    const drawing = new Drawing(100, tall).fill(10, 4, 10 + width, 4 + height);
    drawing.fill(12, 6, 8 + width, 2 + height, 255);
    for (let i = 0; i < inside; i++)
      drawing.fill(14 + (i % 12), 8 + Math.floor(i / 12), 15 + (i % 12), 9 + Math.floor(i / 12));
    return textOf(withFrames({ ...line(100, tall, char0), spare: [] }, drawing.ink));
  };

  it('is half as high as its line, and 9 pixels', () => {
    expect([read(21, 21), read(19, 19)]).toEqual(['□', '口']);
    expect([read(9, 9, 0, undefined, 14), read(8, 8, 0, undefined, 14)]).toEqual(['□', '口']);
  });

  it('is 1.3 times as wide as high at most', () => {
    expect([read(26, 20), read(27, 20)]).toEqual(['□', '口']);
  });

  it('is ticked from 0.05 of ink on and filled from 0.7 on', () => {
    expect([7, 8, 100, 101].map((ink) => read(20, 20, ink))).toEqual(['□', '☑', '☑', '■']);
  });

  it('gives way to a character of which the engine is sure: Chinese from 0.3 on, others from 0.9', () => {
    expect([0.29, 0.31].map((confidence) => read(20, 20, 0, char('甲', 20, confidence)))).toEqual(['□', '甲']);
    expect([0.89, 0.91].map((confidence) => read(20, 20, 0, char('x', 20, confidence)))).toEqual(['□', 'x']);
  });
});

describe('a line is shown', () => {
  it('with the white of a usual one where it is lower than 0.9, and 0.8 of its height to its sides', () => {
    expect(cropArea(line(200, 91).area, 100, 0.2)).toEqual({ x0: -73, y0: -18, x1: 273, y1: 109 });
    expect(cropArea(line(200, 89).area, 100, 0.2)).toEqual({ x0: -71, y0: -26, x1: 271, y1: 114 });
  });

  it('again where a character is below 0.7, or ink 0.75 beyond it', () => {
    expect([0.69, 0.71].map((sure) => isDoubtful(line(100, 100, char('甲', 50, sure))))).toEqual([true, false]);
    expect([126, 124].map((width) => isDoubtful(line(width, 100, char('甲', 50))))).toEqual([true, false]);
    expect(qualityOf(line(126, 100, char('甲', 50)))).toBeCloseTo(0.79, 9);
  });

  it('in company where it is 1.4 wide at most, odd, or less sure than 0.95, but not Chinese from 0.5 on', () => {
    const lonely = (width: number, text: string, sure: number) => isLonely(line(width, 100, char(text, 50, sure)), 100);
    expect([lonely(139, 'x', 0.99), lonely(141, 'x', 0.99)]).toEqual([true, false]);
    expect([lonely(100, '1', 0.94), lonely(100, '1', 0.96)]).toEqual([true, false]);
    expect([lonely(100, '甲', 0.49), lonely(100, '甲', 0.51)]).toEqual([true, false]);
  });
});

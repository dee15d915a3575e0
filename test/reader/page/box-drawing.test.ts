import { describe, expect, it } from 'vitest';
import { ruledGrids } from '../../../src/grid/ruled-grids.js';
import { mergeRulings } from '../../../src/grid/segments.js';
import { fillGrids } from '../../../src/layout/ruled/fill.js';
import { boxDrawing } from '../../../src/reader/page/box-drawing.js';
import type { Glyph } from '../../../src/reader/reader-types.js';

/** Lines of typed text, 12 points apart: ASCII is half as wide as the size, all else as wide. */
const typed = (lines: readonly string[], { pitch = 12, gap = 0, drift = 0 } = {}): Glyph[] =>
  lines.flatMap((line, row) => {
    let x = 0;
    return [...line].map((text): Glyph => {
      const width = text < '\x80' ? 5 : 10;
      const x0 = x + (row % 2) * drift;
      x += width + gap;
      const y0 = row * pitch;
      return { text, box: { x0, x1: x0 + width, y0, y1: y0 + 10 }, size: 10, angle: 0, vertical: false };
    });
  });

/** The rows of the table that a typed one is, and what is left of it as text. */
const rows = (...written: Parameters<typeof typed>): string[] => {
  const { glyphs, rulings } = boxDrawing(typed(...written));
  const { grids } = ruledGrids(mergeRulings(rulings));
  return fillGrids(grids, glyphs).tables.flatMap(({ cells }) => {
    const texts = new Map<number, string[]>();
    for (const { row, lines } of cells) {
      texts.set(row, [...(texts.get(row) ?? []), lines.map(({ text }) => text.trim()).join('')]);
    }
    return [...texts.values()].map((row) => row.join('|'));
  });
};

const FRAME = ['┌──┬──┐', '│甲甲│乙乙│', '├──┼──┤', '│丙丙│丁丁│', '└──┴──┘'];
const ASCII = ['+----+----+', '|ab  |cd  |', '+====+====+', '|ef  |gh  |', '+----+----+'];

describe('characters that draw frames', () => {
  it('are rulings', () => {
    expect(rows(FRAME)).toEqual(['甲甲|乙乙', '丙丙|丁丁']);
    expect(rows(FRAME.map((line) => line.replace(/─/gu, '═').replace(/│/gu, '║').replace(/┼/gu, '╬')))).toEqual([
      '甲甲|乙乙',
      '丙丙|丁丁',
    ]);
    expect(rows(ASCII)).toEqual(['ab|cd', 'ef|gh']);
  });

  it('make merged cells where a line is lacking', () => {
    expect(rows(['┌──┬──┐', '│甲甲│乙乙│', '│　　├──┤', '│　　│丁丁│', '└──┴──┘'])).toEqual(['甲甲|乙乙', '丁丁']);
  });

  it('stand under each other up to 2.2 of the size apart, beside each other 0.3, and 0.3 off at most', () => {
    expect(rows(FRAME, { pitch: 21.9 })).toHaveLength(2);
    expect(rows(FRAME, { pitch: 22.1 })).toHaveLength(0);
    expect(boxDrawing(typed(FRAME, { gap: 2.9 })).rulings.filter(({ axis }) => axis === 'h')).toHaveLength(3);
    expect(boxDrawing(typed(FRAME, { gap: 3.1 })).rulings).toEqual([]);
    expect(boxDrawing(typed(FRAME, { drift: 2.9 })).rulings.filter(({ axis }) => axis === 'v')).toHaveLength(3);
    expect(boxDrawing(typed(FRAME, { drift: 3.1 })).rulings.filter(({ axis }) => axis === 'v')).toHaveLength(0);
  });

  it('are at least four with an upright line, and two level lines', () => {
    expect(boxDrawing(typed(['┌─┐', '└─┘'])).rulings).toHaveLength(4);
    expect(boxDrawing(typed(['┌─', '│甲', '└─'])).rulings).toEqual([]);
    expect(boxDrawing(typed(['┌─┬─┐', '│甲│乙│'])).rulings).toEqual([]);
  });
});

describe('the same signs in a text', () => {
  const kept = (...lines: string[]): boolean => boxDrawing(typed(lines)).glyphs.length === typed(lines).length;

  it('stay there', () => {
    expect(kept('甲|乙|丙', '-5+3=-2', '1+1=2', '----', '─', '甲─乙', '|a| + |b|')).toBe(true);
  });

  it('stay there beside a frame', () => {
    const { glyphs } = boxDrawing(typed([...FRAME, '', '数据──说明│见-5+3']));
    expect(glyphs.map(({ text }) => text).join('')).toBe('甲甲乙乙丙丙丁丁数据──说明│见-5+3');
  });
});

import { describe, expect, it } from 'vitest';
import type { DrawnGlyph, DrawnRuling } from '../../../src/reader/interpreter/drawing.js';
import { watermarkGlyphs } from '../../../src/reader/page/watermarks.js';

interface Look {
  readonly color?: string;
  readonly alpha?: number;
  readonly size?: number;
}

/** A text from x on, each character as wide as its size. */
const text = (chars: string, x: number, y: number, { color = '#dddddd', alpha, size = 10 }: Look = {}): DrawnGlyph[] =>
  [...chars].map((char, i) => ({
    ...{ text: char, box: { x0: x + i * size, x1: x + size + i * size, y0: y, y1: y + size }, size, angle: 0 },
    ...{ vertical: false, font: 'f', invisible: false, color, order: 1, annotation: null },
    ...(alpha === undefined ? {} : { alpha }),
  }));

const black = (chars: string, x: number, y: number): DrawnGlyph[] => text(chars, x, y, { color: '#000000' });
const upright = (at: number): DrawnRuling => ({ axis: 'v', at, from: 0, to: 400, width: 1, order: 0 });

/** What is a watermark of a page, its texts in order. */
const marks = (glyphs: DrawnGlyph[], rulings: DrawnRuling[] = []): string => {
  const found = watermarkGlyphs(glyphs, rulings);
  return glyphs.flatMap((glyph) => (found.has(glyph) ? [glyph.text] : [])).join('');
};

/** One text at so many places, the first two of which a ruling at 105 runs through, unless they stand at another x. */
const lattice = (times: number, look?: Look, x = 90): DrawnGlyph[] =>
  Array.from({ length: times }, (_, i) => text('内部', i < 2 ? x : 200, i * 30, look)).flat();

describe('a faint text that is repeated', () => {
  it('three times, and runs over lines twice, is a watermark', () => {
    expect(marks([...lattice(3), ...black('甲', 10, 10)], [upright(95)])).toBe('内部内部内部');
    expect(marks([...lattice(2), ...black('甲', 10, 10)], [upright(95)])).toBe('');
    expect(marks([...lattice(3).slice(2), ...lattice(3)].slice(0, 4), [upright(95)])).toBe('');
  });

  it('is text where it stands in its own places, as grey values do', () => {
    const values = Array.from({ length: 9 }, (_, i) => text('0.00', 100, i * 30)).flat();
    expect(marks([...values, ...black('甲乙丙', 60, 0)], [upright(95), upright(145)])).toBe('');
    expect(marks(lattice(20), [upright(95)])).not.toBe('');
    expect(marks(lattice(21), [upright(95)])).toBe('');
  });

  it('is faint from the middle between black and white on, by colour or by opacity', () => {
    const of = (look: Look) => marks(lattice(3, look), [upright(95)]);
    expect([of({ color: '#818181' }), of({ color: '#7e7e7e' })]).toEqual(['内部内部内部', '']);
    expect([of({ color: '#000000', alpha: 0.49 }), of({ color: '#000000', alpha: 0.51 })]).toEqual([
      '内部内部内部',
      '',
    ]);
  });

  it('takes along what else is printed so where it is at least half of that', () => {
    const rest = (count: number) => text('机密文件其他各处更多'.slice(0, count), 10, 300);
    expect(marks([...lattice(3), ...rest(6)], [upright(95)])).toHaveLength(12);
    expect(marks([...lattice(3), ...rest(7)], [upright(95)])).toHaveLength(6);
  });
});

describe('a single faint text', () => {
  it('is a watermark where it is 1.8 times as large as the others and runs over them', () => {
    const page = (size: number) => [...text('样本', 50, 50, { size }), ...black('甲', 55, 50), ...black('乙', 10, 10)];
    expect(marks(page(18.5))).toBe('样本');
    const aside = (size: number) => [...text('样本机密', 50, 50, { size }), ...black('甲', 55, 50)];
    expect([marks(aside(18.5)), marks(aside(17.5))]).toEqual(['样本机密', '']);
    expect(marks([...text('样本', 50, 50, { size: 20 }), ...black('甲', 10, 10)])).toBe('');
  });

  it('is one where 0.3 of it is printed over others by a fifth of a glyph', () => {
    const over = (chars: string, shift: number) => [...text(chars, 50, 50), ...black('甲', 50, 50 + shift)];
    expect([marks(over('一二三', 0)), marks(over('一二三四', 0))]).toEqual(['一二三', '']);
    expect([marks(over('一二三', 7.9)), marks(over('一二三', 8.1))]).toEqual(['一二三', '']);
  });

  it('is printed over what is darker by 0.15', () => {
    const over = (color: string) => marks([...text('一二', 50, 50), ...text('甲', 50, 50, { color })]);
    // The mark itself is at 0.867.
    expect([over('#b5b5b5'), over('#b9b9b9')]).toEqual(['一二', '']);
  });

  it('runs over a line that stands a fifth of its size within a glyph', () => {
    const at = (x: number) => marks(lattice(3, {}, 90), [upright(x)]);
    expect([at(92.1), at(91.9)]).toEqual(['内部内部内部', '']);
  });
});

import { describe, expect, it } from 'vitest';
import { contrastOf } from '../../src/witness/contrast.js';
import { coverageOf } from '../../src/witness/coverage.js';
import type { PageInk } from '../../src/witness/page-ink.js';
import { bestDigit, digitFits } from '../../src/witness/shapes/digits.js';
import { shapeOf } from '../../src/witness/shapes/shape.js';

/** A picture of characters: `#` is black, `+` grey, `.` white. */
const LEVELS: Record<string, number> = { '#': 0, '+': 128, '.': 255 };
const pageOf = (rows: readonly string[]): PageInk => {
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  const data = Uint8Array.from(rows.flatMap((row) => [...row].flatMap((c) => Array(3).fill(LEVELS[c]))));
  return {
    picture: { width, height, scale: 1, data },
    glyphs: [],
    covered: new Uint16Array(width * height),
    ruled: new Uint8Array(width * height),
  };
};
const coverOf = (rows: readonly string[], x = 0, y = 0) => {
  const data = Uint8Array.from(rows.flatMap((row) => [...row].map((c) => (c === '#' ? 255 : 0))));
  return {
    x,
    y,
    width: rows[0]?.length ?? 0,
    height: rows.length,
    data,
    area: data.filter((value) => value > 0).length,
  };
};

describe('coverage', () => {
  it('is how much of each pixel an outline fills', () => {
    // A rectangle from (0.5, 0) to (2, 1): move, lines, close.
    const cover = coverageOf([0, 0.5, 0, 1, 2, 0, 1, 2, 1, 1, 0.5, 1, 4], [1, 0, 0, 1, 0, 0]);
    expect(cover).toMatchObject({ x: 0, y: 0, width: 2, height: 1, area: 1.5 });
    expect([...(cover?.data ?? [])]).toEqual([128, 255]);
  });
  it('leaves out what is hollow, and is nothing where there is no outline', () => {
    const square = (a: number, b: number): number[] => [0, a, a, 1, b, a, 1, b, b, 1, a, b, 4];
    const hole = [0, 1, 1, 1, 1, 3, 1, 3, 3, 1, 3, 1, 4];
    expect(coverageOf([...square(0, 4), ...hole], [1, 0, 0, 1, 0, 0])?.area).toBe(12);
    expect(coverageOf([], [1, 0, 0, 1, 0, 0])).toBeNull();
  });
});

describe('contrast', () => {
  const bar = ['###', '###', '###', '###', '###'];
  it('is that of ink and ground', () => {
    const page = pageOf(['.......', '..###..', '..###..', '..###..', '..###..', '..###..', '.......']);
    expect(contrastOf(page, coverOf(bar, 2, 1))).toEqual({ levels: 255, hidden: 0 });
  });
  it('is none where nothing is drawn, also beside another ground', () => {
    expect(contrastOf(pageOf(Array(7).fill('.......')), coverOf(bar, 2, 1))?.levels).toBe(0);
    expect(contrastOf(pageOf(Array(7).fill('#######')), coverOf(bar, 2, 1))?.levels).toBe(0);
  });
  it('tells how much is hidden', () => {
    const page = pageOf(['.......', '.......', '.......', '..###..', '..###..', '..###..', '.......']);
    expect(contrastOf(page, coverOf(bar, 2, 1))?.hidden).toBeCloseTo(0.4);
  });
  it('says nothing where other glyphs stand', () => {
    const page = pageOf(Array(7).fill('.......'));
    page.covered.fill(510);
    expect(contrastOf(page, coverOf(bar, 2, 1))).toBeNull();
  });
});

describe('digits', () => {
  const SIX = ['..###.', '.#....', '#.....', '#.###.', '##...#', '#....#', '#....#', '.####.'];
  const fitsOf = (rows: readonly string[]) => {
    const shape = shapeOf(coverOf(rows), 10);
    return shape ? digitFits(shape) : [];
  };
  it('are told by their shape', () => {
    expect(bestDigit(fitsOf(SIX))).toBe(6);
    expect(bestDigit(fitsOf([...SIX].reverse().map((row) => [...row].reverse().join(''))))).toBe(9);
    expect(bestDigit(fitsOf(['######', '.....#', '....#.', '...#..', '..#...', '..#...', '..#...', '..#...']))).toBe(7);
  });
});

import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/layout/lines.js';
import { layoutPage } from '../../../src/layout/page.js';
import type { Glyph, PageContent, Ruling } from '../../../src/reader/reader-types.js';

const h = (at: number, from: number, to: number): Ruling => ({ axis: 'h', at, from, to, width: 0.5 });
const v = (at: number, from: number, to: number): Ruling => ({ axis: 'v', at, from, to, width: 0.5 });
/** A text of 10 points, from x on. */
const text = (word: string, x: number, y: number): Glyph[] =>
  [...word].map((char, i) => ({
    text: char,
    box: { x0: x + 10 * i, x1: x + 10 * (i + 1), y0: y, y1: y + 10 },
    size: 10,
    angle: 0,
    vertical: false,
  }));
const sheet = (rulings: Ruling[], glyphs: Glyph[]): PageContent => ({
  number: 1,
  width: 400,
  height: 400,
  glyphs,
  rulings,
  edges: [],
  images: [],
  unreadableGlyphs: 0,
});
/** The tables of a page: a row of texts a line. */
const tables = (rulings: Ruling[], glyphs: Glyph[]) =>
  layoutPage(sheet(rulings, glyphs)).sheets.flatMap(({ tables: found }) =>
    found.map(({ ys, cells }) =>
      ys.slice(1).map((_, row) =>
        cells
          .filter((cell) => cell.row === row)
          .map(textOf)
          .join('|'),
      ),
    ),
  );

/** Two rows of three columns of 100 points and rows of 20, from a height on, without lines at its sides. */
const open = (top: number): Ruling[] => [
  ...[0, 20, 40].map((y) => h(top + y, 20, 320)),
  ...[120, 220].map((x) => v(x, top, top + 40)),
];
const body = (top: number, words: string): Glyph[] =>
  [0, 1, 2, 3, 4, 5].flatMap((i) => text(words[i] as string, 30 + (i % 3) * 100, top + 5 + 20 * Math.floor(i / 3)));

describe('parts of a table whose upright lines break off', () => {
  it('are one table with the row between them, as high as the others, that spans it', () => {
    expect(
      tables(
        [...open(20), ...open(80)],
        [...body(20, '甲乙丙123'), ...text('一、合计', 30, 65), ...body(80, '丁戊己456')],
      ),
    ).toEqual([['甲|乙|丙', '1|2|3', '一、合计', '丁|戊|己', '4|5|6']]);
  });

  it('are two tables where the room between them is that of a title, or the head stands there again', () => {
    const two = (top: number, words: string) =>
      tables([...open(20), ...open(top)], [...body(20, '甲乙丙123'), ...text('表二', 30, 65), ...body(top, words)])
        .length;
    expect(two(85.9, '丁戊己456')).toBe(1);
    expect(two(86.1, '丁戊己456')).toBe(2);
    expect(two(80, '甲乙丙456')).toBe(2);
  });

  it('are one over a gap of 0.4 of a row that holds no text', () => {
    const two = (top: number) =>
      tables([...open(20), ...open(top)], [...body(20, '甲乙丙123'), ...body(top, '丁戊己456')]).length;
    expect(two(67.9)).toBe(1);
    expect(two(68.1)).toBe(2);
  });

  it('take in the row at the edge of the page that has lost its own, up to 1.5 times as high as the others', () => {
    const cut = (bottom: number) =>
      tables(
        [...open(20), h(bottom, 20, 320)],
        [...body(20, '甲乙丙123'), ...text('末', 30, 65), ...text('9', 230, 65)],
      )[0]?.length;
    expect(cut(89.9)).toBe(3);
    expect(cut(90.1)).toBe(2);
  });
});

describe('a table in a cell', () => {
  const outer = [...[20, 40, 120].map((y) => h(y, 20, 320)), ...[20, 100, 320].map((x) => v(x, 20, 120))];
  const inner = [...[45, 65, 85].map((y) => h(y, 102.5, 242)), ...[102.5, 160, 242].map((x) => v(x, 45, 85))];
  const texts = [
    ...text('部件', 25, 25),
    ...text('材料', 110, 25),
    ...text('门', 25, 70),
    ...text('木', 110, 50),
    ...text('25', 170, 50),
    ...text('铁', 110, 70),
    ...text('6', 170, 70),
  ];

  it('is the text of the cell, row by row, a table of its own, and no row of the outer one', () => {
    expect(tables([...outer, ...inner], texts)).toEqual([
      ['部件|材料', '门|木 25 铁 6'],
      ['木|25', '铁|6'],
    ]);
  });
});

describe('the lines of a chart', () => {
  const lines = [0, 1, 2, 3].map((i) => h(50 + 30 * i, 80, 300));
  const frame = [v(80, 50, 140), v(190, 50, 140), v(300, 50, 140)];
  const words = [0, 1, 2].flatMap((i) => [...text('甲', 100, 60 + 30 * i), ...text('乙', 200, 60 + 30 * i)]);
  const labels = (count: number, off: number, gap: number): Glyph[] =>
    [0, 3, 1, 2].slice(0, count).flatMap((i) => text('10', 60 - gap, 45 + off + 30 * i));

  it('have labels at their heights, three in four at least and within 0.3 of the size; those of a table have none', () => {
    const count = (glyphs: Glyph[]) =>
      layoutPage(sheet([...lines, ...frame], [...words, ...glyphs])).grids.filter((g) => g.columnsFrom === 'rulings')
        .length;
    expect(count([])).toBe(1);
    expect(count(labels(4, 0, 5))).toBe(0);
    expect(count(labels(3, 0, 5))).toBe(0);
    expect(count(labels(2, 0, 5))).toBe(1);
    expect(count(labels(4, 2.9, 5))).toBe(0);
    expect(count(labels(4, 3.1, 5))).toBe(1);
    expect(count(labels(4, 0, 19))).toBe(0);
    expect(count(labels(4, 0, 21))).toBe(1);
  });
  it('are those of a scale from edge to edge, whatever bars stand on it', () => {
    const bar = (x: number, top: number): Ruling[] => [
      ...[top, 140].map((y) => h(y, x, x + 40)),
      ...[x, x + 40].map((at) => v(at, top, 140)),
    ];
    const bars = [...lines, v(80, 50, 140), ...bar(100, 65), ...bar(180, 95)];
    const values = [...text('12', 110, 54), ...text('8', 190, 84), ...text('9', 230, 84), ...text('7', 85, 84)];
    const count = (glyphs: Glyph[]) => layoutPage(sheet(bars, [...values, ...glyphs])).grids.length;
    expect(count([])).toBe(1);
    expect(count(labels(4, 0, 5))).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import type { PageContent } from '../../../src/reader/reader-types.js';
import { page, read } from '../ruled-page.js';

/** Each constant of stitching from both sides, on pages of 400 by 400 points. */
const ROW = ['甲', '乙', '丙'];
const NEXT = ['丁', '1', '2'];
const tables = (...pages: PageContent[]) => read(...pages).filter((line) => line.startsWith('table'));
const JOINED = ['table 2x3 on 1,2'];
const APART = ['table 1x3 on 1', 'table 1x3 on 2'];

/** The page with all that stands on it moved to the right. */
const moved = (content: PageContent, by: number): PageContent => ({
  ...content,
  glyphs: content.glyphs.map((g) => ({ ...g, box: { ...g.box, x0: g.box.x0 + by, x1: g.box.x1 + by } })),
  rulings: content.rulings.map((r) =>
    r.axis === 'h' ? { ...r, from: r.from + by, to: r.to + by } : { ...r, at: r.at + by },
  ),
});

describe('a running head', () => {
  const pages = (y: number, other = y, size = 10) =>
    tables(page(1, 340, [ROW], [[y, '年报', size]]), page(2, 60, [NEXT], [[other, '年报', size]]));

  it('stands in the uppermost tenth of the page', () => {
    expect(pages(34.9)).toEqual(JOINED);
    expect(pages(35.1)).toEqual(APART);
  });

  it('stands at the same height on both pages, give or take 6 points', () => {
    expect(pages(10, 15.9)).toEqual(JOINED);
    expect(pages(10, 16.1)).toEqual(APART);
  });

  it('is no larger than 1.15 times the text of the tables', () => {
    expect(pages(10, 10, 11.4)).toEqual(JOINED);
    expect(pages(10, 10, 11.6)).toEqual(APART);
  });
});

describe('a table goes on', () => {
  it('where its edges are within 6 points, and its columns are the same within 4', () => {
    const shifted = (by: number) => tables(page(1, 340, [ROW]), moved(page(2, 20, [NEXT]), by));
    expect(shifted(3.9)).toEqual(JOINED);
    expect(shifted(4.1)).toEqual(['table 2x7 on 1,2']);
    expect(shifted(5.9)).toEqual(['table 2x7 on 1,2']);
    expect(shifted(6.1)).toEqual(APART);
  });

  it('where it ends in the last 0.3 of the page, and starts in the first', () => {
    expect(tables(page(1, 261, [ROW]), page(2, 20, [NEXT]))).toEqual(JOINED);
    expect(tables(page(1, 259, [ROW]), page(2, 20, [NEXT]))).toEqual(APART);
    expect(tables(page(1, 340, [ROW]), page(2, 119, [NEXT]))).toEqual(JOINED);
    expect(tables(page(1, 340, [ROW]), page(2, 121, [NEXT]))).toEqual(APART);
  });

  it('wherever it ends where more than five column boundaries are the same, within a point', () => {
    const first = (count: number) => page(1, 100, [[...'一二三四五六'].slice(0, count)]);
    const second = (count: number) => page(2, 20, [[...'七八九十百千'].slice(0, count)]);
    expect(tables(first(5), second(5))).toEqual(['table 2x5 on 1,2']);
    expect(tables(first(4), second(4))).toHaveLength(2);
    expect(tables(first(5), moved(second(5), 0.9))).toHaveLength(1);
    expect(tables(first(5), moved(second(5), 1.1))).toHaveLength(2);
  });
});

describe('the first row of the next page', () => {
  it('repeats a header further down where that has four cells of words', () => {
    const rows = (count: number) => {
      const header = [...'名称分值得分'].slice(0, count);
      const first = page(1, 320, [Array(count).fill('甲'), header, Array(count).fill('1')]);
      return tables(first, page(2, 20, [header, Array(count).fill('2')]));
    };
    expect(rows(4)).toEqual(['table 4x4 on 1,2']);
    expect(rows(3)).toEqual(['table 5x3 on 1,2']);
  });

  it('goes on where the last line above leaves room for less than two characters and a padding of 8', () => {
    const rows = (length: number) =>
      tables(page(1, 360, [['一二三四五六七八'.slice(0, length), '甲', '']]), page(2, 20, [['九', '', '庚']]));
    expect(rows(8)).toEqual(['table 1x3 on 1,2']);
    expect(rows(7)).toEqual(['table 2x3 on 1,2']);
  });
});

describe('a line below a cell that the page break cuts', () => {
  it('belongs to it within twice its size', () => {
    const whole = page(1, 340, [ROW]);
    const cut = (y: number) =>
      read({ ...page(1, 340, [ROW], [[y, '丁']]), rulings: whole.rulings.filter((r) => r.at !== 360) }).filter((line) =>
        line.includes('丁'),
      );
    expect(cut(379)).toEqual(['0+1 0 甲丁 @1']);
    expect(cut(381)).toEqual(['line 丁']);
  });
});

import { describe, expect, it } from 'vitest';
import { layoutPage } from '../../../src/layout/page.js';
import { stitch } from '../../../src/layout/stitch/stitch.js';
import type { PageContent } from '../../../src/reader/reader-types.js';
import { page, read } from '../ruled-page.js';

/** Constants of stitching from both sides, on pages of 400 by 400 points. */
const ROW = ['甲', '乙', '丙'];
const NEXT = ['丁', '1', '2'];
const tables = (...pages: PageContent[]) => read(...pages).filter((line) => line.startsWith('table'));
const reasons = (...pages: PageContent[]): string[] => {
  const found: string[] = [];
  stitch(
    pages.flatMap((one) => layoutPage(one).sheets),
    ({ reason }) => found.push(reason),
  );
  return found;
};

describe('a running head', () => {
  const pages = (y: number, other = y, size = 10) =>
    reasons(page(1, 340, [ROW], [[y, '年报', size]]), page(2, 60, [NEXT], [[other, '年报', size]]));
  const RUNNING = ['running-head'];
  /** It repeats what stands above the table. */
  const HEADER = ['repeated-header'];

  it('stands in the uppermost tenth of the page', () => {
    expect(pages(34.9)).toEqual(RUNNING);
    expect(pages(35.1)).toEqual(HEADER);
  });

  it('stands at the same height on both pages, give or take 6 points', () => {
    expect(pages(10, 15.9)).toEqual(RUNNING);
    expect(pages(10, 16.1)).toEqual(HEADER);
  });

  it('is no larger than 1.15 times the text of the tables', () => {
    expect(pages(10, 10, 11.4)).toEqual(RUNNING);
    expect(pages(10, 10, 11.6)).toEqual(HEADER);
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

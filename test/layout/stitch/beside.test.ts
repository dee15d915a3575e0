import { describe, expect, it } from 'vitest';
import type { PageContent } from '../../../src/reader/reader-types.js';
import { page, read } from '../ruled-page.js';

/** Parts of a table that a spreadsheet prints beside one another, on pages of 400 by 400 points. */
const LEFT = [
  ['名称', '收入', '支出'],
  ['东县', '1', '2'],
  ['西县', '3', '4'],
];
const RIGHT = [
  ['结余', '说明'],
  ['5', '无'],
  ['7', '有'],
];
const tables = (...pages: PageContent[]) => read(...pages).filter((line) => line.startsWith('table'));

/** The page without the upright border at `x` beside its first row. */
const cutAt = (x: number, content: PageContent): PageContent => ({
  ...content,
  rulings: content.rulings.map((r) => (r.axis === 'v' && r.at === x ? { ...r, from: r.from + 20 } : r)),
});

describe('columns on the next page', () => {
  it('stand to the right of the rows that they belong to', () => {
    expect(read(page(1, 40, LEFT), page(2, 40, RIGHT))).toEqual([
      'table 3x5 on 1,2',
      ...['名称', '收入', '支出'].map((text, col) => `0+1 ${col} ${text} @1`),
      '0+1 3 结余 @2',
      '0+1 4 说明 @2',
      ...['东县', '1', '2'].map((text, col) => `1+1 ${col} ${text} @1`),
      '1+1 3 5 @2',
      '1+1 4 无 @2',
      ...['西县', '3', '4'].map((text, col) => `2+1 ${col} ${text} @1`),
      '2+1 3 7 @2',
      '2+1 4 有 @2',
    ]);
  });
  it('come behind all rows of the first ones, too', () => {
    const [, ...more] = LEFT;
    const [, ...rest] = RIGHT;
    expect(
      tables(page(1, 320, LEFT), page(2, 40, more), page(3, 320, RIGHT), page(4, 40, rest)).map((line) => line),
    ).toEqual(['table 5x5 on 1,3,2,4']);
  });
  it('make a merged cell one again, with the text that runs over the edge', () => {
    const first = page(1, 40, [['总体', '已完成', '道路维修十二'], ...LEFT]);
    const second = page(2, 40, [['公里', ''], ...RIGHT]);
    const [, ...cells] = read(cutAt(320, first), cutAt(20, second));
    expect(cells[2]).toBe('0+1 2 道路维修十二公里 @1,2');
  });
  it('may repeat the first ones', () => {
    const again = [
      ['名称', '结余'],
      ['东县', '5'],
      ['西县', '7'],
    ];
    expect(tables(page(1, 40, LEFT), page(2, 40, again))).toEqual(['table 3x4 on 1,2']);
  });
  it('are another table where their rows have other names, heights or places, or a title', () => {
    const named = [
      ['区县', '说明'],
      ['南县', '无'],
      ['北县', '有'],
    ];
    expect(tables(page(1, 40, LEFT), page(2, 40, named))).toHaveLength(2);
    expect(tables(page(1, 40, LEFT), page(2, 60, RIGHT))).toHaveLength(2);
    expect(tables(page(1, 40, LEFT), page(2, 41.5, RIGHT))).toHaveLength(2);
    expect(tables(page(1, 40, LEFT), page(2, 40.8, RIGHT))).toHaveLength(1);
    expect(tables(page(1, 40, LEFT), page(2, 40, [...RIGHT, ['9', '无']]))).toHaveLength(2);
    expect(tables(page(1, 60, LEFT, [[40, '收入情况表']]), page(2, 60, RIGHT, [[40, '结余情况表']]))).toHaveLength(2);
  });
  it('are another table where they would have had room', () => {
    const narrow = LEFT.map((row) => row.slice(0, 2));
    expect(
      tables(
        page(1, 40, narrow),
        page(
          2,
          40,
          RIGHT.map((row) => [...row, '1']),
        ),
      ),
    ).toHaveLength(2);
  });
});

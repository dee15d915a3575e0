import { describe, expect, it } from 'vitest';
import type { PageLayout } from '../../../src/layout/layout-types.js';
import { layoutPage } from '../../../src/layout/page.js';
import { stitch } from '../../../src/layout/stitch/stitch.js';
import { page, read } from '../ruled-page.js';

describe('a table over a page break', () => {
  it('goes on where it stands at the bottom and at the top', () => {
    expect(
      read(
        page(1, 340, [
          ['甲', '1', '2'],
          ['乙', '3', '4'],
        ]),
        page(2, 20, [['丙', '5', '6']]),
      ),
    ).toEqual([
      'table 3x3 on 1,2',
      '0+1 0 甲 @1',
      '0+1 1 1 @1',
      '0+1 2 2 @1',
      '1+1 0 乙 @1',
      '1+1 1 3 @1',
      '1+1 2 4 @1',
      '2+1 0 丙 @2',
      '2+1 1 5 @2',
      '2+1 2 6 @2',
    ]);
  });
  it('ends at a text between its parts, but not at page numbers and repeated headers', () => {
    const first = page(
      1,
      340,
      [['甲', '1', '2']],
      [
        [10, '年报'],
        [385, '1'],
      ],
    );
    const second = page(
      2,
      40,
      [['乙', '3', '4']],
      [
        [10, '年报'],
        [385, '2'],
      ],
    );
    expect(read(first, second)[1]).toBe('table 2x3 on 1,2');
    expect(
      read(first, page(2, 40, [['乙', '3', '4']], [[25, '新的一节']])).filter((l) => l.startsWith('table')),
    ).toEqual(['table 1x3 on 1', 'table 1x3 on 2']);
  });
  it('drops header rows that are printed again', () => {
    const header = ['名称', '分值', '得分'];
    expect(read(page(1, 340, [header, ['甲', '1', '2']]), page(2, 20, [header, ['乙', '3', '4']]))[0]).toBe(
      'table 3x3 on 1,2',
    );
  });
  it('is a table once more where its first rows come again with three values', () => {
    const rows = (...texts: string[]): string[][] => [
      ['名称', ...texts],
      ['甲', '1', '2'],
    ];
    const sizes = (top: string[][]): (string | undefined)[] =>
      read(page(1, 340, top), page(2, 20, [...top, ['乙', '3', '4']])).filter((one) => one.startsWith('table'));
    expect(sizes([...rows('分值', '得分').slice(0, 1), ['资金', '20.5', '18.5'], ['上年', '3', '乙']])).toHaveLength(2);
    expect(sizes([...rows('分值', '得分').slice(0, 1), ['资金', '20.5', '18.5'], ['上年', '丙', '乙']])).toHaveLength(
      1,
    );
    // Columns are counted, and years named, on every page.
    expect(
      sizes([
        ['栏次', '1', '2'],
        ['行次', '7', '8'],
        ['名称', '2022', '2025'],
      ]),
    ).toHaveLength(1);
  });
  it('joins a row that the break cuts: texts go on, single lines stand in one half', () => {
    const rows = read(
      page(1, 360, [['一二三四五六七八九', '10', '因疫情影响未能开']]),
      page(2, 20, [['十', '', '展']]),
    );
    expect(rows).toEqual([
      'table 1x3 on 1,2',
      '0+1 0 一二三四五六七八九十 @1,2',
      '0+1 1 10 @1,2',
      '0+1 2 因疫情影响未能开展 @1,2',
    ]);
  });
  it('keeps rows apart that both hold numbers', () => {
    expect(read(page(1, 360, [['一二三四五六七八九', '10', '']]), page(2, 20, [['十', '5', '']]))[0]).toBe(
      'table 2x3 on 1,2',
    );
  });
  it('joins a merged cell whose other piece is empty or says the same again', () => {
    for (const again of ['', '产出']) {
      const rows = read(
        page(1, 340, [
          ['产出', '甲', '1'],
          [null, '乙', '2'],
        ]),
        page(2, 20, [
          [again, '丙', '3'],
          [null, '丁', '4'],
        ]),
      );
      expect(rows).toContain('0+4 0 产出 @1,2');
    }
  });
  it('starts a new table where the next part begins like the first one, with other values', () => {
    const form = (name: string): string[][] => [
      ['项目名称', name, ''],
      ['总分', '100', '90'],
    ];
    expect(read(page(1, 340, form('甲')), page(2, 20, form('乙'))).filter((l) => l.startsWith('table'))).toHaveLength(
      2,
    );
  });
  it('is the next form where the same template comes again, under its title or the signature of the one before', () => {
    const form = (name: string, score: string): string[][] => [
      ['项目名称', name, ''],
      ['主管部门', '交通局', ''],
      ['总分', '100', score],
    ];
    const title: [number, string] = [100, '项目支出自评表'];
    const signed = page(1, 280, form('甲', '90'), [
      [260, '项目支出自评表'],
      [350, '填表人：张三'],
    ]);
    expect(read(signed, page(2, 120, form('乙', '80'), [title])).filter((l) => !/^\d/u.test(l))).toEqual([
      'line 项目支出自评表',
      'table 3x3 on 1',
      'line 填表人：张三',
      'line 项目支出自评表',
      'table 3x3 on 2',
    ]);
  });
  it('goes on under its title and behind a signature, which follows it', () => {
    const first = page(
      1,
      300,
      [
        ['项目名称', '甲', ''],
        ['数量', '10', '9'],
      ],
      [
        [280, '项目支出自评表'],
        [355, '填表人：张三'],
      ],
    );
    const second = page(2, 60, [['总分', '100', '90']], [[45, '项目支出自评表（续）']]);
    expect(read(first, second).filter((l) => !/^\d/u.test(l))).toEqual([
      'line 项目支出自评表',
      'table 3x3 on 1,2',
      'line 填表人：张三',
    ]);
  });
  it('goes on from one sheet of a page to the next', () => {
    const [left] = layoutPage(page(1, 340, [['甲', '1', '2']])).sheets as [PageLayout];
    const [right] = layoutPage(page(1, 20, [['乙', '3', '4']])).sheets as [PageLayout];
    const blocks = stitch([left, right]);
    expect(blocks.map((block) => block.kind === 'table' && block.rows)).toEqual([2]);
  });
});

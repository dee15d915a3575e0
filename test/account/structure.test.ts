import { describe, expect, it } from 'vitest';
import { accountOf } from '../../src/account/account.js';
import type { Block } from '../../src/layout/layout-types.js';
import { diagnosticsOf } from '../../src/messages/say.js';
import { readSections } from '../../src/sections/sections.js';
import { line, table, type Written } from '../sections/grid.js';

/** What no form has is told with its page and box; a form as it should be is not. */

const HEADER: Written[] = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const OUTPUT: Written[] = [['产出指标', 1, 2], ['数量指标', 1, 2], '巡查次数', '≥12次', '13次', '40', '40'];
const MORE: Written[] = ['储备物资', '5类', '5类', '10', '9.5'];
const EFFECT: Written[] = ['效益指标', '社会效益指标', '受益户数', '90户', '95户', '40', '40'];
const TOTAL: Written[] = [['总分', 5], '100', '99.5'];
const NAME: Written[] = ['项目名称', ['甲项目', 6]];

const codesOf = (...blocks: Block[]): string[] => {
  const sections = readSections(blocks);
  const { said } = accountOf(blocks, { aside: [], pictures: [] }, sections);
  const told = diagnosticsOf([...sections.diagnostics, ...said], {});
  for (const { page, code } of told) expect(page, code).not.toBeNull();
  return told.map(({ code, message }) => `${code}: ${message.replace(/;.*/u, '')}`);
};
const form = (...rows: Written[][]): string[] => codesOf(line('项目支出绩效自评表'), table(rows));

describe('the structure of a form', () => {
  it('says nothing of a form as it should be', () => {
    expect(form(NAME, HEADER, OUTPUT, MORE, EFFECT, TOTAL)).toEqual([]);
  });
  it('tells an indicator without a name', () => {
    expect(form(NAME, HEADER, OUTPUT, ['', '5类', '5类', '10', '9.5'], EFFECT, TOTAL)).toEqual([
      'structure-doubtful: an indicator has a weight or score and no name',
    ]);
  });
  it('tells one name for several rows', () => {
    const spread: Written[] = [['产出指标', 1, 2], ['数量指标', 1, 2], ['巡查次数', 1, 2], '≥12次', '13次', '40', '40'];
    expect(form(NAME, HEADER, spread, ['5类', '5类', '10', '9.5'], EFFECT, TOTAL)).toEqual([
      'structure-doubtful: one name stands for 2 rows',
    ]);
  });
  it('tells an indicator without a group among others that have one', () => {
    const first: Written[] = ['', '', '巡查次数', '≥12次', '13次', '50', '49.5'];
    expect(form(NAME, HEADER, first, EFFECT, TOTAL)).toEqual([
      'structure-doubtful: the indicator "巡查次数" stands in no group, while others of this form do',
    ]);
  });
  it('tells a group that is merged over rows of two others', () => {
    const rows: Written[][] = [
      [['产出指标', 1, 2], '数量指标', '巡查次数', '1', '1', '10', '10'],
      [['质量指标', 1, 2], '储备物资', '1', '1', '10', '10'],
      [['效益指标', 1, 2], '满意户数', '1', '1', '10', '10'],
      ['社会效益', '受益户数', '1', '1', '10', '10'],
    ];
    expect(form(NAME, HEADER, ...rows, [['总分', 5], '40', '40'])).toEqual([
      'structure-doubtful: the cell "质量指标" is merged over rows of two groups',
    ]);
  });
  it('tells a form with scores and no total', () => {
    expect(form(NAME, HEADER, OUTPUT, MORE, EFFECT)).toEqual([
      'form-incomplete: the form has scores and no total (总分)',
    ]);
  });
  it('tells a label of two columns, and one that a border parts', () => {
    const joined: Written[] = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值分值', '权重', '得分'];
    expect(form(NAME, joined, OUTPUT, MORE, EFFECT, TOTAL)).toContain(
      'structure-doubtful: two labels stand in one cell, "实际完成值分值"',
    );
    const parted: Written[] = ['一级指标', '二级指标', '三级指标', '年度指', '标值', '分值', '得分'];
    expect(form(NAME, parted, OUTPUT, MORE, EFFECT, TOTAL)).toContain(
      'structure-doubtful: two cells hold one label: "年度指|标值"',
    );
  });
  it('tells a label that was read as a value, and a bracket that the next cell closes', () => {
    const below = line('主管部门：实施单位');
    expect(codesOf(line('项目支出绩效自评表'), below, table([NAME, HEADER, OUTPUT, MORE, EFFECT, TOTAL]))).toEqual([
      'value-doubtful: the label "实施单位" was read as a value',
    ]);
    const open: Written[] = ['效益指标', '社会效益指标', '受益户数（含', '低保户）90户', '95户', '40', '40'];
    expect(form(NAME, HEADER, OUTPUT, MORE, open, TOTAL)).toEqual([
      'value-doubtful: a bracket is opened in "受益户数（含" and closed in the next cell',
    ]);
  });
  it('tells a table of indicators that no form took', () => {
    const rest = table(
      [
        ['社会效益指标', '受益户数', '1'],
        ['数量指标', '满意户数', '1'],
      ],
      2,
    );
    const codes = codesOf(line('项目支出绩效自评表'), table([NAME, HEADER, OUTPUT, MORE, EFFECT, TOTAL]), rest);
    expect(codes).toEqual([
      'table-not-read: a table that looks like indicators (绩效指标) belongs to no form that was read',
    ]);
  });
  it('tells a table right behind a form, but not under a heading of its own', () => {
    const whole = table([NAME, HEADER, OUTPUT, MORE, EFFECT, TOTAL]);
    const other = table(
      [
        ['序号', '材料', '页数'],
        ['1', '验收单', '46'],
      ],
      1,
    );
    expect(codesOf(line('项目支出绩效自评表'), whole, other)).toEqual([
      'table-not-read: a table behind a form was not read as a part of it',
    ]);
    expect(codesOf(line('项目支出绩效自评表'), whole, line('附件2 证明材料清单表'), other)).toEqual([]);
  });
  it('says nothing of a table in a cell of the form, of which the cell says the text', () => {
    const whole = table([NAME, HEADER, OUTPUT, MORE, EFFECT, TOTAL]);
    const inner = (x0: number): Block => {
      const own = table([
        ['原因', '阻雨'],
        ['措施', '延期'],
      ]);
      return { ...own, places: [{ page: 1, bbox: { x0, y0: 1, x1: x0 + 20, y1: 9 } }] };
    };
    const said = (x0: number) => codesOf(line('项目支出绩效自评表'), whole, inner(x0));
    expect(said(20)).toEqual([]);
    // Half of it stands in another cell.
    expect(said(0)).toEqual(['table-not-read: a table behind a form was not read as a part of it']);
    // Within three points of the cell, which begins at 10.
    expect([said(7.1).length, said(6.9).length]).toEqual([0, 1]);
  });
});

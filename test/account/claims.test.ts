import { describe, expect, it } from 'vitest';
import { accountOf } from '../../src/account/account.js';
import { diagnosticsOf } from '../../src/messages/say.js';
import { readSections } from '../../src/sections/sections.js';
import { line, table, type Written } from '../sections/grid.js';

const heads: Written[] = ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const row: Written[] = ['产出指标', '维修里程', '≥10公里', '12公里', '100', '99'];

function said(...rows: Written[][]): string[] {
  const blocks = [line('2022年度项目支出绩效自评表'), table([['项目名称', ['道路维修', 5]], ...rows, heads, row])];
  const sections = readSections(blocks);
  const account = accountOf(blocks, { aside: [], pictures: [] }, sections);
  return diagnosticsOf([...sections.diagnostics, ...account.said], {})
    .filter(({ code }) => code === 'text-not-placed')
    .map(({ message }) => message);
}

describe('what is left of a text when its fields are read', () => {
  it.each(['项目总得分99分', '自评总分：99分（优）'])('is not the label of a total: %s', (text) => {
    expect(said([[text, 6]])).toEqual([]);
  });

  it('is not a hint where to stamp', () => {
    expect(said(['主管部门', ['（公章）交通局', 5]])).toEqual([]);
    expect(said([['主管部门：（公章）交通局', 6]])).toEqual([]);
  });
});

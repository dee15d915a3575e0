import { describe, expect, it } from 'vitest';
import { type Block, line, table, type Written } from './grid.js';
import { readBlocks } from './read-blocks.js';

/** Kinds of forms as public bodies publish them, in other words than those of `published.test.ts`. */
const read = (...blocks: Block[]) => readBlocks(line('项目支出绩效自评表'), ...blocks).reports;
const name: Written[] = ['项目名称', ['道路维修', 5]];
const heads: Written[] = ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const first: Written[] = ['产出指标', '维修里程', '≥10公里', '12公里', '60', '60'];
const second: Written[] = ['效益指标', '出行', '改善', '改善', '40', '39'];
const total: Written[] = [['总分', 4], '100', '99'];
const form = (...rows: Written[][]) => read(table(rows));

describe('rows that the template left for more indicators', () => {
  it.each(['指标2', '指标2：', '指标1：/', '三级指标3', '……', '…', '3.', '（2）', '/'])('%s names none', (text) => {
    const [report] = form(name, heads, first, ['', text, '', '', '', ''], ['', text, '/', '—', '', ''], second, total);
    expect(report?.indicators.map(({ level3 }) => level3)).toEqual(['维修里程', '出行']);
  });
  it.each([
    ['指标2', '≥5', '', '', ''],
    ['指标2', '', '', '10', ''],
    ['指标2：桥梁', '', '', '', ''],
    ['2024', '', '', '', ''],
  ])('%s with a value or a name is one', (...row) => {
    const [report] = form(name, heads, first, ['', ...row], second, total);
    expect(report?.indicators).toHaveLength(3);
  });
});

describe('the project header', () => {
  it('has empty labels side by side, of which none is the value of the other', () => {
    const [report] = form(
      [
        ['项目负责人：', 3],
        ['财务负责人：', 3],
      ],
      [
        ['项目名称', 2],
        ['道路维修', 4],
      ],
      heads,
      first,
      total,
    );
    expect(report?.project).toMatchObject({ name: '道路维修', manager: null });
    expect(report?.extra).toEqual({});
  });
  it('keeps a label that is not known with its value', () => {
    const [report] = form(name, ['财务负责人：', ['李四', 5]], heads, first, total);
    expect(report?.extra).toEqual({ 财务负责人: '李四' });
  });
  it.each([
    ['（单位公章）交通局', '交通局'],
    ['（盖章）', null],
    ['（签字）', null],
    ['交通局（本级）', '交通局（本级）'],
  ])('has no hint at a stamp in %s', (text, expected) => {
    const [report] = form(name, ['主管部门', [text, 5]], heads, first, total);
    expect(report?.project.supervisingDepartment).toBe(expected);
  });
  it('may name the programme above the project', () => {
    const reports = form(['专项名称', ['公路补助', 5]], name, heads, first, total);
    expect(reports).toHaveLength(1);
    expect(reports[0]?.project.name).toBe('道路维修');
    expect(reports[0]?.extra).toEqual({ 专项名称: '公路补助' });
    const [other] = form(name, ['专项名称', ['公路补助', 5]], heads, first, total);
    expect([other?.project.name, other?.extra]).toEqual(['道路维修', { 专项名称: '公路补助' }]);
  });
  it('begins the next form where a name comes behind a block', () => {
    expect(form(name, heads, first, total, ['项目名称', ['桥梁', 5]], heads, second, total)).toHaveLength(2);
  });
  it('may state the year in characters', () => {
    expect(read(line('二〇二三年度'), table([name, heads, first, total]))[0]?.year).toBe(2023);
  });
});

describe('points', () => {
  it('stand behind labels in brackets or not', () => {
    const side: Written = ['项目绩效90分', 1, 3];
    const [report] = form(
      ['项目名称', ['道路维修', 6]],
      [side, ...heads],
      [['产出指标60分', 1], ...first.slice(1)],
      [['效益指标：30 分', 1], ...second.slice(1)],
    );
    expect(report?.indicatorsWeight).toBe(90);
    expect(report?.indicators.map(({ goal, level1, level1Weight }) => [goal, level1, level1Weight])).toEqual([
      [null, '产出指标', 60],
      [null, '效益指标', 30],
    ]);
  });
  it.each([
    ['总分：98.50分', 98.5, null],
    ['项目总得分99分', 99, null],
    ['得分：95.7分（优）', 95.7, '优'],
  ])('of the total stand in its label: %s', (text, score, grade) => {
    const [report] = form(name, heads, first, second, [[text, 6]]);
    expect(report?.total).toEqual({ weight: null, score, grade });
    expect(report?.extra).toEqual({});
  });
  it('have a grade beside them without a label', () => {
    const columns = [...heads, '备注'];
    const rows = [columns, [...first, ''], [...second, '']];
    const [report] = form(['项目名称', ['道路维修', 6]], ...rows, [['总分', 4], '100', '99', '优']);
    expect(report?.total).toEqual({ weight: 100, score: 99, grade: '优' });
  });
  it('have their reason behind them', () => {
    const columns = [...heads, '偏差原因'];
    const [report] = form(
      ['项目名称', ['道路维修', 6]],
      columns,
      [...first.slice(0, 5), '50分（因雨季停工）', ''],
      [...second, ''],
    );
    expect(report?.indicators[0]).toMatchObject({ score: 50, deviation: '因雨季停工' });
  });
});

describe('operators', () => {
  it.each([
    ['大于等于', '≥'],
    ['不低于', '≥'],
    ['小于等于', '≤'],
    ['等于', '='],
    ['定性', '定性'],
  ])('in words are signs: %s', (word, sign) => {
    const [report] = form(
      ['项目名称', ['道路维修', 6]],
      ['一级指标', '三级指标', '指标性质', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '维修里程', word, '10公里', '12公里', '60', '60'],
    );
    expect(report?.indicators[0]?.operator).toBe(sign);
  });
});

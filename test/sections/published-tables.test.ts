import { describe, expect, it } from 'vitest';
import { accountOf } from '../../src/account/account.js';
import { reportSchema } from '../../src/contract/document.js';
import { diagnosticsOf } from '../../src/messages/say.js';
import { readSections } from '../../src/sections/sections.js';
import { type Block, line, table, type Written } from './grid.js';

/** Indicator tables of other shapes than that of the national template. */

function read(...blocks: Block[]) {
  const all = [line('2023年度项目支出绩效自评表'), ...blocks];
  const sections = readSections(all);
  for (const { report } of sections.drafts) expect(reportSchema.safeParse(report).error).toBeUndefined();
  const reports = sections.drafts.map(({ report }) => report);
  const remarks = [...sections.diagnostics, ...accountOf(all, { aside: [], pictures: [] }, sections).said];
  return { reports, report: reports[0] as (typeof reports)[0], said: diagnosticsOf(remarks, {}).map((d) => d.code) };
}
const name = (cols: number): Written[] => ['项目名称', ['渠道清淤', cols - 1]];
const main: Written[][] = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '清淤长度', '≥9公里', '9.5公里', '80', '79'],
  [['总分', 5], '100', '98'],
];
const levels = ({ report }: ReturnType<typeof read>) =>
  report.indicators.map(({ level1, level2, level3 }) => [level1, level2, level3]);

describe('scored items in a table of their own', () => {
  const items = (...heads: string[]): Written[][] => [
    heads,
    ['资金使用', '12', '11', '专款专用'],
    ['组织实施', '8', '8', '制度健全'],
    ['合计', '20', '19', ''],
  ];
  it.each([
    ['评价内容', '分值', '自评分', '评价标准'],
    ['考核内容', '标准分', '得分', '评分细则'],
    ['评价项目', '权重', '自评得分', '评价标准及依据'],
    ['管理事项', '满分', '实际得分', '考核办法'],
    ['指标', '分值', '得分', '计分方法'],
  ])('are indicators: %s', (...heads) => {
    const one = read(table([name(4), ...items(...heads)]));
    expect(levels(one)).toEqual([
      [null, null, '资金使用'],
      [null, null, '组织实施'],
    ]);
    expect(one.report.indicators[0]).toMatchObject({ weight: 12, score: 11, scoringRule: '专款专用', extra: {} });
    expect(one.report.total).toEqual({ weight: 20, score: 19, grade: null });
    expect(one.report.extra).toEqual({});
    expect(one.said).toEqual([]);
  });
  it.each(['before', 'after', 'within'])('beside the indicators of the form keep their total apart: %s', (where) => {
    const heads = ['评价内容', '分值', '自评分', '评价标准'];
    const wide = items(...heads).map((row): Written[] => [[row[0] as string, 4], ...row.slice(1)]);
    const blocks = {
      before: [table([name(7)]), table(items(...heads)), line('二、绩效指标'), table(main)],
      after: [table([name(7), ...main]), line('二、管理情况评分'), table(items(...heads))],
      within: [table([name(7), ...wide, ...main])],
    }[where] as Block[];
    const one = read(...blocks);
    expect(one.reports).toHaveLength(1);
    expect(one.report.indicators.map(({ level3 }) => level3).sort()).toEqual(
      ['清淤长度', '组织实施', '资金使用'].sort(),
    );
    expect(one.report.total).toEqual({ weight: 100, score: 98, grade: null });
    expect(one.report.extra).toEqual({ '合计 分值': '20', '合计 自评分': '19' });
    expect(one.said).toEqual([]);
  });
  it('close with their own total where the indicators have none', () => {
    const one = read(table([name(7), ...main.slice(0, 2)]), table(items('评价内容', '分值', '自评分', '评价标准')));
    expect(one.report.total).toEqual({ weight: null, score: null, grade: null });
    expect(one.report.extra).toEqual({ '合计 分值': '20', '合计 自评分': '19' });
  });
  it('have blank points, points of several items, a number for each and columns in another order', () => {
    const rows: Written[][] = [
      ['序号', '得分', '评价标准', '评价内容', '分值', '复核分'],
      ['1', ['18', 1, 2], '专款专用', '资金使用', '12', '17'],
      ['2', '', '组织实施', '8', ''],
      ['3', '', '按期', '进度', '', ''],
    ];
    const { report } = read(table([name(6), ...rows]));
    expect(report.indicators.map(({ level3, weight, score }) => [level3, weight, score])).toEqual([
      ['资金使用', 12, 18],
      ['组织实施', 8, 18],
      ['进度', null, null],
    ]);
    expect(report.indicators.map(({ extra }) => extra.序号)).toEqual(['1', '2', '3']);
  });
  it.each([
    ['子项名称', '预算数', '分值', '得分'],
    ['任务名称', '完成情况', '分值', '得分'],
    ['采购项目名称', '金额', '分值', '得分'],
    ['项目', '预算数', '执行数', '得分'],
    ['评价内容', '分值', '权重说明', '评价标准'],
  ])('are no lists of something else: %s %s', (...heads) => {
    expect(
      read(table([name(4), heads, ['闸门', '30', '10', '9'], ['合计', '30', '10', '9']])).report.indicators,
    ).toEqual([]);
  });
  it('are not taken from the text around the form', () => {
    const score = items('评审因素', '分值', '得分', '评分标准');
    const one = read(table([name(7), ...main]), line('招标采用综合评分法。'), table(score));
    expect(levels(one)).toEqual([['产出指标', '数量指标', '清淤长度']]);
    expect(one.report.total.score).toBe(98);
    expect(one.said).toEqual(['table-not-read']);
  });
});

describe('columns of levels under other labels', () => {
  const values = ['年度指标值', '实际完成值', '分值', '得分'];
  const row = ['1', '1', '5', '5'];
  const merged = (...heads: string[]): Written[][] => [
    [...heads, ...values],
    [['产出', 1, 2], '长度', ...row],
    ['宽度', ...row],
    ['效益', '农户', ...row],
  ];
  it.each([
    ['类别', '指标名称'],
    ['指标类别', '评价指标'],
    ['评价内容', '评价要点'],
    ['考核项目', '考核内容'],
    ['维度', '具体指标'],
    ['一级指标', '评价内容'],
    ['指标名称', '指标内容'],
  ])('tell them by their position and by what is merged: %s %s', (...heads) => {
    expect(levels(read(table([name(6), ...merged(...heads)])))).toEqual([
      ['产出', null, '长度'],
      ['产出', null, '宽度'],
      ['效益', null, '农户'],
    ]);
  });
  it('tell them by what is merged where they stand in another order', () => {
    const rows: Written[][] = [
      ['评价指标', '指标类别', ...values],
      ['长度', ['产出', 1, 2], ...row],
      ['宽度', ...row],
    ];
    expect(levels(read(table([name(6), ...rows])))).toEqual([
      ['产出', null, '长度'],
      ['产出', null, '宽度'],
    ]);
  });
  it.each([
    [['类别', '二级指标', '三级指标']],
    [['一级指标', '类别', '三级指标']],
    [['指标类别', '评价内容', '指标名称']],
    [['指标类别', '评价项目', '评价内容']],
  ])('fill the levels between: %j', (heads) => {
    const rows: Written[][] = [
      [...heads, ...values],
      [['产出', 1, 2], '数量', '长度', ...row],
      ['质量', '宽度', ...row],
    ];
    expect(levels(read(table([name(7), ...rows])))).toEqual([
      ['产出', '数量', '长度'],
      ['产出', '质量', '宽度'],
    ]);
  });
  it.each([[['一级指标', '二级指标', '三级指标', '四级指标']], [['类别', '评价项目', '评价要点', '评价内容']]])(
    'keep a fourth one under its label: %j',
    (heads) => {
      const rows: Written[][] = [
        [...heads, ...values],
        [['产出', 1, 2], ['数量', 1, 2], ['清淤', 1, 2], '长度', ...row],
        ['宽度', ...row],
        [['总分', 6], '10', '10'],
      ];
      const one = read(table([name(8), ...rows]));
      expect(levels(one)).toEqual([
        ['产出', '数量', '清淤'],
        ['产出', '数量', '清淤'],
      ]);
      expect(one.report.indicators.map(({ extra }) => extra)).toEqual([
        { [heads[3] as string]: '长度' },
        { [heads[3] as string]: '宽度' },
      ]);
      expect(one.said).toEqual([]);
    },
  );
  it('are under one label over all of them', () => {
    for (const label of ['绩效指标', '指标', '评价指标']) {
      const rows: Written[][] = [
        [[label, 3], ...values],
        [['产出', 1, 2], '数量', '长度', ...row],
        ['质量', '宽度', ...row],
      ];
      expect(levels(read(table([name(7), ...rows])))).toEqual([
        ['产出', '数量', '长度'],
        ['产出', '质量', '宽度'],
      ]);
    }
  });
  it('are none in a label of the whole block beside them', () => {
    const rows: Written[][] = [
      ['绩效指标', '一级指标', '二级指标', ...values],
      ['', '产出', '长度', ...row],
    ];
    expect(levels(read(table([name(7), ...rows])))).toEqual([['产出', '长度', null]]);
  });
  it.each(['指标类型', '牵头科室', '指标依据'])('are none where they say something of the indicator: %s', (label) => {
    const rows: Written[][] = [
      ['一级指标', label, '三级指标', ...values],
      ['产出', '定量', '长度', ...row],
    ];
    const { report } = read(table([name(7), ...rows]));
    expect(report.indicators[0]).toMatchObject({ level1: '产出', level2: null, extra: { [label]: '定量' } });
  });
});

describe('rows that name a group', () => {
  const values = ['目标值', '权重', '实际完成值', '自评分'];
  const row = ['9', '3.71', '9', '3.71'];
  it.each([
    ['投入目标', '投入目标', null],
    ['产出目标（40分）', '产出目标', 40],
    ['影响力目标 20分', '影响力目标', 20],
    ['（一）产出指标（40分）', '（一）产出指标', 40],
  ])('over the table give the first level of the rows below: %s', (text, level1, level1Weight) => {
    for (const head of [
      ['类别', '指标名称'],
      ['指标类别', '评价内容'],
    ]) {
      const rows: Written[][] = [[...head, ...values], [[text, 6]], ['数量', '长度', ...row], ['质量', '合格', ...row]];
      const one = read(table([name(6), ...rows]));
      expect(levels(one)).toEqual([
        [level1, '数量', '长度'],
        [level1, '质量', '合格'],
      ]);
      expect(one.report.indicators[0]?.level1Weight).toBe(level1Weight);
      expect(one.report.extra).toEqual({});
    }
    const flat: Written[][] = [
      ['指标名称', ...values],
      [[text, 5]],
      ['长度', ...row],
      [['结果目标', 5]],
      ['合格', ...row],
    ];
    expect(levels(read(table([name(5), ...flat])))).toEqual([
      [level1, null, '长度'],
      ['结果目标', null, '合格'],
    ]);
  });
  it('keep the points of the group apart where they are those of the rows below', () => {
    const rows: Written[][] = [
      ['一级指标', '二级指标', '三级指标', ...values],
      [['产出指标', 3], '', '7.42', '', '7.42'],
      ['', '数量', '长度', ...row],
      ['', '质量', '合格', ...row],
      [['总分', 4], '7.42', '', '7.42'],
    ];
    const one = read(table([name(7), ...rows]));
    expect(levels(one)).toEqual([
      ['产出指标', '数量', '长度'],
      ['产出指标', '质量', '合格'],
    ]);
    expect(one.report.extra).toEqual({ '产出指标 权重': '7.42', '产出指标 自评分': '7.42' });
    const other = rows.map((cells, i) => (i === 1 ? [['产出指标', 3] as const, '', '9', '', '9'] : cells));
    expect(read(table([name(7), ...other])).report.indicators).toHaveLength(3);
  });
  it('name a goal over rows with groups of their own', () => {
    const rows: Written[][] = [
      ['一级指标', '二级指标', '三级指标', ...values],
      [['年度绩效目标1（40分）', 7]],
      ['产出', '数量', '长度', ...row],
      [['年度绩效目标2（50分）', 7]],
      ['产出', '数量', '宽度', ...row],
    ];
    const { report } = read(table([name(7), ...rows]));
    expect(report.indicators.map(({ goal, level1 }) => [goal, level1])).toEqual([
      ['年度绩效目标1', '产出'],
      ['年度绩效目标2', '产出'],
    ]);
  });
  it('are told where no row below takes them, and a remark across the table does not end it', () => {
    for (const text of ['产出类', '以下指标由养护中心填报，口径见附件。']) {
      const rows: Written[][] = [
        ['一级指标', '二级指标', '三级指标', ...values],
        ['产出', '数量', '长度', ...row],
        [[text, 7]],
        ['效益', '社会', '农户', ...row],
      ];
      const one = read(table([name(7), ...rows]));
      expect(one.report.indicators).toHaveLength(2);
      expect(Object.values(one.report.extra)).toEqual([text]);
      expect(one.said).toContain('part-not-recognised');
    }
  });
});

/** One table over two pages, as the layout joins it. */
function overPages(above: Written[][], below: Written[][]): Block {
  const [a, b] = [table(above, 1), table(below, 2)];
  const cells = [...a.cells, ...b.cells.map((cell) => ({ ...cell, row: cell.row + a.rows }))];
  return { ...a, rows: a.rows + b.rows, cells, places: [...a.places, ...b.places] };
}

describe('the label at the side of the indicators', () => {
  const heads = main[0] as Written[];
  const [one, two]: Written[][] = [
    ['产出', '数量', '长度', '1', '1', '50', '50'],
    ['效益', '社会', '农户', '1', '1', '50', '50'],
  ];
  it.each([
    ['绩效', '指标', null],
    ['标指', '效绩', null],
    ['效绩', '标指', null],
    ['年度绩', '效指标', null],
    ['绩效', '指标（90分）', 90],
    ['绩效指', '标', null],
    ['绩', '效指标', null],
  ])('is one label where a page break parts it: %s|%s', (above, below, weight) => {
    const rows: Written[][] = [
      [[below, 1, 2], ...(two as Written[])],
      ['效益', '生态', '水质', '1', '1', '0', '0'],
      [['总分', 6], '100', '100'],
    ];
    const first: Written[][] = [['项目名称', ['渠道清淤', 7]], [[above, 1, 2], ...heads], one as Written[]];
    const all = read(overPages(first, rows));
    expect(levels(all)).toEqual([
      ['产出', '数量', '长度'],
      ['效益', '社会', '农户'],
      ['效益', '生态', '水质'],
    ]);
    expect(all.report.indicators.map(({ goal }) => goal)).toEqual([null, null, null]);
    expect([all.report.indicatorsWeight, all.report.extra]).toEqual([weight, {}]);
  });
});

describe('rows that break another one down', () => {
  const values: Written[] = ['10', '10', '', ''];
  const heads: Written[] = ['一级指标', '二级指标', ['三级指标', 2], '年度指标值', '实际完成值', '分值', '得分'];
  const first: Written[] = [['产出', 1, 3], ['数量', 1, 3], ['面积', 2], '20', '20', '50', '50'];
  it('keep 其中 in front of their names, as a text, in a cell of its own, or merged over them', () => {
    const names = (...rows: Written[][]) =>
      read(table([name(8), heads, first, ...rows])).report.indicators.map(({ level3, weight }) => [level3, weight]);
    expect(names([['其中：桃树', 2], ...values], [['梨树', 2], ...values])).toEqual([
      ['面积', 50],
      ['其中：桃树', null],
      ['梨树', null],
    ]);
    expect(names(['其中：', '桃树', ...values], ['其中', '梨树', ...values])).toEqual([
      ['面积', 50],
      ['其中：桃树', null],
      ['其中梨树', null],
    ]);
    expect(names([['其中：', 1, 2], '桃树', ...values], ['梨树', ...values])).toEqual([
      ['面积', 50],
      ['桃树', null],
      ['梨树', null],
    ]);
  });
});

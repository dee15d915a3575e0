import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../../src/messages/say.js';
import { readSections } from '../../src/sections/sections.js';
import { line, table, type Written } from './grid.js';

/** Labels that are known with something added, that are known to mean something else, and that are not known. */

const heads: Written[] = ['指标名称', '指标值', '实际完成值', '分值', '得分'];
const row: Written[] = ['清淤长度', '9', '8', '20', '18'];
const name: Written[] = ['项目名称', ['渠道清淤', 4]];

function read(...rows: Written[][]) {
  const { drafts, diagnostics } = readSections([line('项目支出绩效自评表'), table(rows)]);
  const [draft] = drafts;
  if (!draft) throw new Error('no form');
  const matched = diagnosticsOf(diagnostics, {}).filter(({ code }) => code === 'label-matched');
  expect(matched.every(({ severity }) => severity === 'info')).toBe(true);
  return { ...draft, matched: matched.length, indicator: draft.report.indicators[0] };
}
const withHead = (i: number, label: string) =>
  read(
    name,
    heads.map((head, at) => (at === i ? label : head)),
    row,
  );

describe('a column whose label is a known one with something added', () => {
  it.each([
    [1, 'target', '年度绩效指标值情况', '9'],
    [1, 'target', '本年度目标值', '9'],
    [1, 'target', '2023年度指标值数', '9'],
    [2, 'actual', '本年度实际完成值情况', '8'],
    [2, 'actual', '项目实际完成值一栏', '8'],
    [2, 'actual', '实际完成值（截止年底）', '8'],
    [3, 'weight', '本年度指标分值', 20],
    [3, 'weight', '指标分值（满分制）', 20],
    [4, 'score', '自评得分（百分制）', 18],
    [4, 'score', '本单位自评得分', 18],
    [4, 'score', '项目自评得分数', 18],
  ] as const)('is that column, which is told: %i %s %s', (i, field, label, value) => {
    const { indicator, matched, matches } = withHead(i, label);
    expect(indicator?.[field]).toBe(value);
    expect(indicator?.extra).toEqual({});
    expect(matched).toBe(1);
    expect([...matches.keys()]).toEqual([`/indicators/0/${field}`]);
  });
  it.each(['实际完成值（B）', '实际完成值②', '完成值', '全年实际值（B）'])(
    'is not doubted where it is spelled so: %s',
    (label) => {
      const { indicator, matched, matches } = withHead(2, label);
      expect([indicator?.actual, matched, matches.size]).toEqual(['8', 0, 0]);
    },
  );
  it('leaves the field to a label that is spelled so', () => {
    const columns = ['指标名称', '指标值', '本年度实际完成值情况', '实际完成值', '得分'];
    const { indicator, matched } = read(name, columns, row);
    expect(indicator).toMatchObject({ actual: '20', extra: { 本年度实际完成值情况: '8' } });
    expect(matched).toBe(0);
  });
  it('may stand in the funds', () => {
    const funds: Written[][] = [
      ['', '本年度全年预算数', '全年执行数', '执行率', '得分'],
      ['年度资金总额', '30', '27', '90%', '9'],
    ];
    const { report, matched, matches } = read(name, ...funds, heads, row);
    expect(report.funds.rows[0]).toMatchObject({ annualBudget: 30, executed: 27 });
    expect([matched, [...matches.keys()]]).toEqual([1, ['/funds/rows/0/annualBudget']]);
  });
});

describe('a column whose label says more than a known one', () => {
  it.each([
    ...[
      [
        '上年完成值',
        '上年实际完成值',
        '去年完成值',
        '同期完成值',
        '预计完成值',
        '1-6月完成值',
        '累计完成值',
        '实际完成值（上年）',
      ],
      [
        '近三年平均完成值',
        '完成率',
        '实际完成值佐证材料',
        '完成情况说明',
        '完成值依据',
        '上半年完成值',
        '历年完成值（均值）',
      ],
    ].flatMap((labels) => labels.map((label) => [2, 'actual', label] as const)),
    ...['得分系数', '扣减分数', '得分率', '得分说明', '得分依据', '上年得分', '累计得分', '得分（系数）'].map(
      (label) => [4, 'score', label] as const,
    ),
    ...['审核得分', '复核得分', '财政审定得分', '得分（复核）', '得分（财政审核）'].map(
      (label) => [4, 'score', label] as const,
    ),
    ...['指标值设置依据', '上年指标值', '指标值说明', '历史指标值'].map((label) => [1, 'target', label] as const),
    ...['权重设置依据', '分值说明', '权重系数', '上年分值'].map((label) => [3, 'weight', label] as const),
  ])('is not that column: %i %s %s', (i, field, label) => {
    const { indicator } = withHead(i, label);
    expect(indicator?.[field]).toBeNull();
    const isReviewed = /审核|复核|审定/u.test(label);
    if (isReviewed) expect(indicator).toMatchObject({ reviewedScore: 18, extra: {} });
    else expect(indicator?.extra).toEqual({ [label]: row[i] });
  });
});

describe('a label of the header', () => {
  it.each([
    ['implementingUnit', '项目单位名称（公章）全称'],
    ['implementingUnit', '本项目实施单位全称'],
    ['supervisingDepartment', '本级主管部门全称'],
    ['manager', '本项目负责人姓名'],
    ['phone', '项目联系电话'],
  ] as const)('with something added is that one, which is told: %s %s', (field, label) => {
    const { report, matched, matches } = read(name, [label, ['水务局', 4]], heads, row);
    expect(report.project[field]).toBe('水务局');
    expect([matched, [...matches.keys()]]).toEqual([1, [`/project/${field}`]]);
  });
  it('leaves the field to one that is spelled so, whichever stands first', () => {
    const other: Written[] = ['本项目实施单位全称', ['水务局', 4]];
    const exact: Written[] = ['实施单位', ['清淤站', 4]];
    for (const rows of [
      [other, exact],
      [exact, other],
    ]) {
      const { report, matched } = read(name, ...rows, heads, row);
      expect(report.project.implementingUnit).toBe('清淤站');
      expect(report.extra).toEqual({ 本项目实施单位全称: '水务局' });
      expect(matched).toBe(0);
    }
  });
  it.each([
    '项目负责人职务',
    '实施单位意见',
    '主管部门代码',
    '实施单位性质',
    '联系电话区号',
    '项目单位账号',
    '归口管理部门',
    '保密等级',
  ])('of another meaning, or of none that is known, is kept with its value: %s', (label) => {
    const { report, matched } = read(name, [label, ['甲乙丙', 4]], ['实施单位', ['清淤站', 4]], heads, row);
    expect(report.extra).toEqual({ [label]: '甲乙丙' });
    expect(report.project).toMatchObject({ manager: null, phone: null, implementingUnit: '清淤站' });
    expect(matched).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { type Block, line, table, type Written } from './grid.js';
import { readWhole } from './read-blocks.js';

/** Where one label or cell alone misleads, and the whole of the table tells what it is. */

const rows: Written[][] = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
  ['产出指标', '数量指标', '巡查次数', '≥12次', '13次', '90', '90', ''],
];
const total: Written[] = [['总分', 5], '100', '97', ''];

/** The only report of a form, without what its header does not state, and what is said of it. */
function read(...blocks: Block[]) {
  const { codes, ...report } = readWhole(line('项目支出绩效自评表'), ...blocks);
  const project = Object.fromEntries(Object.entries(report.project).filter(([, value]) => value !== null));
  return { ...report, project, said: codes };
}

describe('labels of the header above their values', () => {
  const first: Written[][] = [
    [
      ['项目名称', 3],
      ['主管部门', 2],
      ['实施单位', 3],
    ],
    [
      ['道路维修', 3],
      ['交通局', 2],
      ['养护中心', 3],
    ],
  ];
  const named = { name: '道路维修', supervisingDepartment: '交通局', implementingUnit: '养护中心' };

  it.each([
    [[['市县财政部门', '预算科室']], [['A号', 'B号']]],
    [[['联系电话', '项目编码']], [['88886666', 'B号']]],
    [
      [['预算科室', '项目起止时间'], ['项目编码']],
      [['A号', '全年'], ['C号']],
    ],
  ] as const)('count beside a sure row of labels, few and unknown as they are: %j', (labels, values) => {
    const wide = (cells: readonly string[]): Written[] => cells.map((cell) => [cell, 8 / cells.length] as const);
    const bands = labels.flatMap((heads, i) => [wide(heads), wide(values[i] ?? [])]);
    const expected = Object.fromEntries(labels.flatMap((heads, i) => heads.map((head, j) => [head, values[i]?.[j]])));
    const { 联系电话: phone, ...extra } = expected;
    const project = phone ? { ...named, phone } : named;
    for (const order of [
      [...first, ...bands],
      [...bands, ...first],
    ]) {
      expect(read(table([...order, ...rows, total]))).toMatchObject({ project, extra, said: [] });
    }
  });

  it('are labels beside their values where no row says otherwise', () => {
    const pairs: Written[][] = [
      [
        ['项目编码', 4],
        ['项目起止时间', 4],
      ],
      [
        ['甲', 4],
        ['全年', 4],
      ],
    ];
    expect(read(table([['项目名称', ['道路维修', 7]], ...pairs, ...rows, total])).extra).not.toHaveProperty(
      '项目起止时间',
    );
  });
});

describe('funds', () => {
  it.each([[['青石镇社会福利院', '卫生健康局']], [['其他事业单位', '财政局']]])(
    'do not begin with units that are called like sources: %s',
    ([unit, department]) => {
      const head: Written[] = [
        ['主管部门', 2],
        [department as string, 2],
        ['实施单位', 2],
        [unit as string, 2],
      ];
      const funds: Written[] = ['项目资金（元）', ['全年预算数：', 2], '2', ['全年执行数：', 2], ['1', 2]];
      const project = { name: '道路维修', supervisingDepartment: department, implementingUnit: unit };
      const form = read(table([['项目名称', ['道路维修', 7]], head, funds, ...rows, total]));
      expect(form).toMatchObject({ project, extra: {}, said: [] });
      expect(form.funds.rows).toMatchObject([{ annualBudget: 2, executed: 1 }]);
    },
  );

  it.each(['结余数', '资金到位时间'])('keep an unknown column before the known ones under its head: %s', (head) => {
    const funds: Written[][] = [
      [['项目资金（元）', 1, 3], '', head, '全年预算数', '全年执行数', ['执行率', 3]],
      ['年度资金总额', '三月', '10', '5', ['50%', 3]],
      ['其他资金', '四月', '10', '5', ['', 3]],
    ];
    const form = read(table([['项目名称', ['道路维修', 7]], ...funds, ...rows, total]));
    expect(form.funds.rows).toMatchObject([
      { label: '年度资金总额', extra: { [head]: '三月' }, annualBudget: 10 },
      { label: '其他资金', extra: { [head]: '四月' }, executed: 5 },
    ]);
    expect(form.extra).toEqual({});
  });
});

describe('a figure', () => {
  it.each([0, 2])('beside several rows of funds is that of their total: %i', (at) => {
    const labels = ['一般公共预算资金', '其他资金'];
    labels.splice(at, 0, '合计');
    const funds = labels.map((label, i): Written[] => [
      label,
      '10',
      '5',
      ['50%', 2],
      ...(i === 0 ? [['9.78', 2, 3] as const] : []),
    ]);
    const head: Written[] = [['项目资金（元）', 1, 4], '', '全年预算数', '全年执行数', ['执行率', 2], ['得分', 2]];
    const form = read(table([['项目名称', ['道路维修', 7]], head, ...funds, ...rows, total]));
    expect(form.funds.rows.map(({ label, score }) => [label, score])).toEqual(
      labels.map((label) => [label, label === '合计' ? 9.78 : null]),
    );
  });

  it('with a percent sign before a stroke is no score', () => {
    const cells: Written[] = ['产出指标', '数量指标', '合格率', '≥85%', '', '10', '86%/10', ''];
    const form = read(table([['项目名称', ['道路维修', 7]], ...rows, cells, total]));
    expect(form.indicators[1]).toMatchObject({ level3: '合格率', score: null });
    expect(form.said).toContain('value-not-a-number');
  });
});

describe('a row ends the block above it', () => {
  const goals: Written[][] = [
    [
      ['年度总体目标', 1, 2],
      ['预期目标', 3],
      ['实际完成情况', 4],
    ],
    [
      ['巡查十二次。', 3],
      ['巡查十三次。', 4],
    ],
  ];

  it('that reaches under the label beside the goals, with labels and values in one cell', () => {
    const names: Written[][] = [
      [
        ['项目名称：道路维修', 4],
        ['主管部门：交通局', 4],
      ],
      [['实施单位：养护中心', 8]],
    ];
    const form = read(table([...rows, total, ...goals, ...names]));
    const project = { name: '道路维修', supervisingDepartment: '交通局', implementingUnit: '养护中心' };
    expect(form).toMatchObject({ project, goals: { expected: '巡查十二次。', actual: '巡查十三次。' }, said: [] });
  });

  it('that holds the labels of the goals, below a row of labels above their values', () => {
    const heads: Written[][] = [
      [
        ['项目名称', 3],
        ['主管部门', 2],
        ['实施单位', 3],
      ],
      [
        ['道路维修', 3],
        ['交通局', 2],
        ['养护中心', 3],
      ],
    ];
    const form = read(table([...heads, ...goals, ...rows, total]));
    expect(form).toMatchObject({ goals: { expected: '巡查十二次。', actual: '巡查十三次。' }, said: [] });
  });

  it.each([
    [
      [
        ['填表人：', 3],
        ['单位负责人（签字）：', 3],
        ['填报日期：', 2],
      ],
    ],
    [['填表人：', '', '', '审核人：', '', '', '日期：', '']],
  ] as Written[][][])('where somebody is to sign: %j', (sign) => {
    const name: Written[] = ['项目名称', ['道路维修', 7]];
    const funds: Written[][] = [
      [['项目资金（元）', 1, 2], '', ['全年预算数', 2], ['全年执行数', 2], ['执行率', 2]],
      ['年度资金总额', ['10', 2], ['5', 2], ['50%', 2]],
    ];
    const behind = read(table([['总得分', ['97', 7]], name, ...rows, sign]));
    expect(behind.indicators).toHaveLength(1);
    expect(behind.said).toEqual([]);
    const between = read(table([name, ...funds, sign, ...rows, total]));
    expect(between.funds.rows).toHaveLength(1);
    expect(between.said).toEqual([]);
  });
});

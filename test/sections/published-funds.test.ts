import { describe, expect, it } from 'vitest';
import { type Block, line, table, type Written } from './grid.js';
import { readWhole } from './read-blocks.js';

/** Funds as published forms print them: as pairs, with heads above one row of values, with units in the cells. */

const indicators = table([
  ['三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['巡查次数', '≥12次', '13次', '90', '90'],
  [['总分', 3], '100', '97'],
]);

const read = (...blocks: Block[]) => readWhole(line('项目支出绩效自评表'), ...blocks, indicators);
const name = (cols: number): Written[] => ['项目名称', ['道路维修', cols - 1]];
const fundsIn = (...rows: Written[][]) => {
  const cols = (rows[0] ?? []).reduce((sum, cell) => sum + (typeof cell === 'string' ? 1 : cell[1]), 0);
  const { funds, extra, codes } = read(table([name(cols), ...rows]));
  expect(extra).toEqual({});
  return { ...funds, codes };
};
const total = { label: null, kind: 'total' };

describe('funds as pairs', () => {
  it.each([
    ['资金情况', '预算数：', '执行数：'],
    ['项目资金', '全年预算数', '全年执行数'],
    ['部门预算资金', '预算金额:', '实际支出：'],
    ['资金', '年度预算数（A）', '决算数（B）'],
  ])('%s: %s %s', (side, budget, executed) => {
    const row = { ...total, initialBudget: null, annualBudget: 2.38, executed: 2 };
    const of = (...cells: Written[]) => fundsIn([side, ...cells]);
    expect(of(budget, '2.38', executed, '2 万元')).toMatchObject({ unit: '万元', rows: [row], codes: [] });
    expect(of(executed, '2 万元', budget, '2.38万')).toMatchObject({ unit: '万元', rows: [row], codes: [] });
    expect(of(budget, '2.38', '万元', executed, '2', '万元')).toMatchObject({ unit: '万元', rows: [row], codes: [] });
    expect(fundsIn([budget, '2.38', executed, '2'])).toMatchObject({ unit: null, rows: [row] });
    const { rows } = fundsIn([
      `${side}（万元）（20分）`,
      budget,
      '2.38',
      executed,
      '2',
      '执行率',
      '84.03',
      '得分',
      '19',
    ]);
    expect(rows).toMatchObject([{ ...row, executionRate: 0.8403, score: 19 }]);
  });

  it('state their unit and points in the label of the block', () => {
    expect(fundsIn(['资金情况（元）（20分）', '预算数', '2', '执行数', '2'])).toMatchObject({ unit: '元', weight: 20 });
    expect(fundsIn(['资金情况', '预算数（元）', '2', '执行数', '2'])).toMatchObject({ unit: '元', weight: null });
  });

  it('have rows with a label', () => {
    const { rows, unit } = fundsIn(
      [['资金情况（万元）', 1, 3], '年度资金总额：', '预算数', '3', '执行数', '2', '执行率', '66.67%'],
      ['其中：中央补助', '预算数', '1', '执行数', '1', '执行率', '1'],
      ['道路养护费', '预算数', '2', '执行数', '1', '执行率', ''],
    );
    expect(unit).toBe('万元');
    expect(rows).toMatchObject([
      { label: '年度资金总额', kind: 'total', annualBudget: 3, executed: 2, executionRate: 0.6667 },
      { label: '其中：中央补助', kind: 'fiscal', annualBudget: 1, executed: 1, executionRate: 1 },
      { label: '道路养护费', kind: 'unknown', annualBudget: 2, executed: 1, executionRate: null },
    ]);
  });

  it('are one row where they go on below, two in a row or one', () => {
    const row = { ...total, initialBudget: 5, annualBudget: 4, executed: 2, executionRate: 0.5 };
    const first: Written[] = ['年初预算数', '5', '全年预算数', '4'];
    const second: Written[] = ['全年执行数', '2', '执行率', '50%'];
    expect(fundsIn(first, second).rows).toMatchObject([row]);
    expect(fundsIn([['资金', 1, 2], ...first], second).rows).toMatchObject([row]);
    expect(fundsIn([['资金', 1, 2], ['总额', 1, 2], ...first], second).rows).toMatchObject([{ ...row, label: '总额' }]);
    const four = [...first.slice(0, 2), ...second.slice(0, 2)];
    expect(fundsIn(['年初预算数', '5万元'], ['全年预算数', '4万元'], ['执行数', '2万元']).rows).toMatchObject([
      { ...row, executionRate: null },
    ]);
    expect(fundsIn(four, four).rows).toMatchObject([
      { initialBudget: 5, executed: 2 },
      { initialBudget: 5, executed: 2 },
    ]);
  });

  it.each([
    ['预算数：2.38万元', '执行数：2万元'],
    ['预算金额:2.38 万元', '实际支出:2 万元'],
  ])('may stand in one cell with their labels: %s', (budget, executed) => {
    const row = { ...total, annualBudget: 2.38, executed: 2 };
    expect(fundsIn(['资金情况', budget, executed])).toMatchObject({ unit: '万元', rows: [row] });
    for (const between of [' ', '，', '；'])
      expect(fundsIn(['资金情况', `${budget}${between}${executed}`])).toMatchObject({ unit: '万元', rows: [row] });
  });

  it('lose nothing where a value is lacking, or is no number', () => {
    expect(fundsIn(['资金情况', '预算数：', '2', '执行数：', '']).rows).toMatchObject([
      { annualBudget: 2, executed: null },
    ]);
    expect(fundsIn(['资金情况', '预算数：', '2', '执行数：', '1', '原因']).rows).toMatchObject([{ executed: 1 }]);
    expect(fundsIn(['资金情况', '预算数：', '', '执行数：', '']).rows).toEqual([]);
    for (const text of ['约2万元', '2万元（其中高标准农田建设1万元，其余为农田维护）']) {
      const { rows, codes } = fundsIn(['资金情况', '预算数：', text, '执行数：', '2 万元']);
      expect(rows).toMatchObject([{ annualBudget: null, executed: 2, extra: { 预算数: text } }]);
      expect(codes).toEqual(['value-not-a-number']);
    }
  });

  it('are not the heads of columns', () => {
    const { rows } = fundsIn(['', '预算数', '', '执行数', ''], ['总额', '2', '', '1', '']);
    expect(rows).toMatchObject([{ label: '总额', annualBudget: 2, executed: 1 }]);
  });

  it('do not take the rows below', () => {
    const { project, extra } = read(
      table([
        ['资金情况', '预算数：', '2', '执行数：', '2'],
        ['项目名称', ['道路维修', 2], '主管部门', '交通局'],
      ]),
    );
    expect([project.name, project.supervisingDepartment, extra]).toEqual(['道路维修', '交通局', {}]);
  });
});

describe('heads above one row of values', () => {
  it.each([
    [['年初预算数', '全年预算数', '全年执行数', '执行率', '得分']],
    [['年初预算', '调整后预算数', '预算执行数', '预算执行率（%）', '自评得分']],
    [['年初批复预算', '预算数（A）', '执行数（B）', '执行率（B/A）', '执行率得分（分）']],
  ])('are the total: %s', (heads) => {
    const values = ['100', '90', '45', '50%', '5'];
    const row = { ...total, initialBudget: 100, annualBudget: 90, executed: 45, executionRate: 0.5, score: 5 };
    expect(fundsIn(heads, values).rows).toMatchObject([row]);
    const { unit, weight, rows } = fundsIn([['项目资金（万元）（10分）', 1, 2], ...heads], values);
    expect([unit, weight]).toEqual(['万元', 10]);
    expect(rows).toMatchObject([row]);
    const blank = (cells: string[]): string[] => [...cells.slice(0, 2), '', ...cells.slice(2)];
    expect(fundsIn(blank(heads), blank(values)).rows).toMatchObject([row]);
    // Of several none is known to be the whole.
    expect(fundsIn(heads, values, values).rows.map(({ kind }) => kind)).toEqual(['unknown', 'unknown']);
  });
});

describe('the first of heads above their values', () => {
  it('may be spelled like the label of the block', () => {
    const row = { ...total, annualBudget: 100, executed: 95, executionRate: 0.95 };
    expect(fundsIn(['年度预算数', '全年执行数', '执行率'], ['100', '95', '95%']).rows).toMatchObject([row]);
    const named = fundsIn(['年度预算数（元）', '全年预算数', '全年执行数', '执行率'], ['总额', '100', '95', '95%']);
    expect(named).toMatchObject({ unit: '元', rows: [{ ...row, label: '总额' }] });
  });
  it('is told where nobody knows what it is', () => {
    const heads: Written[] = ['项目资金', '年初预算数', '全年执行数'];
    const { funds, extra, codes } = read(table([name(3), heads, ['120', '100', '95']]));
    expect(funds.rows).toMatchObject([{ label: null, initialBudget: 100, executed: 95 }]);
    expect([Object.values(extra), codes]).toEqual([['120'], expect.arrayContaining(['text-not-placed'])]);
  });
});

describe('the unit of the amounts', () => {
  const heads: Written[] = ['项目资金', '年初预算数', '全年预算数', '全年执行数'];
  it.each([
    [['2.38 万元', '2.38万', '¥2.38万元'], '万元', 2.38],
    [['¥1,234.50元', '￥1,234.50', '1234.5元'], '元', 1234.5],
    [['0.5亿元', '0.5亿', '0.5'], '亿元', 0.5],
  ])('is that of the cells: %s', (cells, unit, value) => {
    const row = { initialBudget: value, annualBudget: value, executed: value };
    expect(fundsIn(heads, ['总额', ...cells])).toMatchObject({ unit, rows: [row], codes: [] });
  });
  it('is told where a cell has another', () => {
    const { unit, rows, codes } = fundsIn(heads, ['总额', '2.38 万元', '23800元', '2.38万']);
    expect(unit).toBe('万元');
    expect(rows).toMatchObject([{ initialBudget: 2.38, annualBudget: null, extra: { 全年预算数: '23800元' } }]);
    expect(codes).toEqual(['amount-in-other-unit']);
    const pairs = fundsIn(['资金情况（元）', '预算数：', '2.38 万元', '执行数：', '23800']);
    expect(pairs).toMatchObject({ unit: '元', rows: [{ annualBudget: null, executed: 23800 }] });
    expect(pairs.codes).toEqual(['amount-in-other-unit']);
  });

  const columns: Written[] = ['项目', '年初预算数', '全年预算数', '全年执行数'];
  const amounts: Written[] = ['总额', '1', '1', '1'];
  const pairs: Written[] = ['预算数', '1', '执行数', '1'];
  it.each(['部门预算资金情况（万元）（10分）', '一、项目资金情况(万元)(10分)', '资金安排使用情况（万元）10分'])(
    'stands above the funds, in the table or not: %s',
    (label) => {
      const stated = { unit: '万元', weight: 10 };
      expect(fundsIn([[label, 4]], columns, amounts)).toMatchObject(stated);
      expect(fundsIn([[label, 4]], pairs)).toMatchObject(stated);
      const { funds, extra } = read(table([name(4)]), line(label), table([columns, amounts]));
      expect([funds, extra]).toMatchObject([stated, {}]);
    },
  );
  it.each(['单位：万元', '（单位：万元）', '金额单位：万元'])('stands in a cell or a line of its own: %s', (text) => {
    expect(
      fundsIn(
        [
          ['资金情况', 2],
          [text, 2],
        ],
        columns,
        amounts,
      ).unit,
    ).toBe('万元');
    expect(fundsIn(['', ['', 1], [text, 2]], columns, amounts).unit).toBe('万元');
    const { funds, extra } = read(line(text), table([name(4), columns, amounts]));
    expect([funds.unit, extra]).toEqual(['万元', {}]);
    const beside = read(line('项目名称：道路维修 单位：万元'), table([columns, amounts]));
    expect([beside.funds.unit, beside.project.name, beside.extra]).toEqual(['万元', '道路维修', {}]);
  });
});

describe('an execution rate without a percent sign', () => {
  const rate = (head: string, text: string, executed: string): number | null | undefined =>
    fundsIn(['', '全年预算数', '全年执行数', head], ['总额', '100', executed, text]).rows[0]?.executionRate;
  it.each([
    ['执行率', '0.958', '95.8', 0.958],
    ['执行率', '79.27', '79.27', 0.7927],
    ['执行率（%）', '1.2', '120', 1.2],
    ['执行率', '1.2', '1.2', 0.012],
    ['执行率(%)', '0.5', '0.5', 0.005],
    ['执行率', '1', '1', 0.01],
    ['执行率(%)', '1', '100', 1],
  ])('is what the amounts say: %s %s', (head, text, executed, value) => {
    expect(rate(head, text, executed)).toBe(value);
  });
  it.each([
    ['执行率', '102.59', '50', 1.0259],
    ['执行率', '0.9', '50', 0.9],
    ['执行率（%）', '1.2', '', 0.012],
    ['执行率', '79.27', '', 0.7927],
  ])('is what it looks like where they say nothing: %s %s', (head, text, executed, value) => {
    expect(rate(head, text, executed)).toBe(value);
  });
  it('fits the amounts to half a percent', () => {
    expect(rate('执行率', '1.2', '1.69')).toBe(0.012);
    expect(rate('执行率', '1.2', '1.71')).toBe(1.2);
  });
});

describe('sources of funds side by side', () => {
  const sources = ['中央', '省、地', '本级', '其他'];
  const kinds = ['fiscal', 'fiscal', 'fiscal', 'other'];
  const rest = ['合计', '执行数', '执行率', '分值', '得分'];
  const values: Written[] = ['1', '10', '20', '—', '31', '29', '93.55%', '10', '9.4'];
  const expected = [
    ...['中央', '省、地', '本级', '其他'].map((label, i) => ({
      label,
      kind: kinds[i],
      annualBudget: [1, 10, 20, null][i],
      executed: null,
    })),
    { label: '合计', kind: 'total', annualBudget: 31, executed: 29, executionRate: 0.9355, weight: 10, score: 9.4 },
  ];

  it.each([['资金（万元）（10分）'], ['项目资金情况（万元）10分'], ['预算执行情况（10分）（万元）']])(
    'are rows of the funds: %s',
    (side) => {
      const stated = { unit: '万元', weight: 10, rows: expected, codes: [] };
      expect(fundsIn([[side, 1, 2], ...sources, ...rest], values)).toMatchObject(stated);
      const over: Written[] = [
        [side, 1, 3],
        ['预算资金来源', 5],
        ...rest.slice(1).map((head) => [head, 1, 2] as const),
      ];
      expect(fundsIn(over, [...sources, '合计'], values)).toMatchObject(stated);
    },
  );

  it.each([
    ['年初预算数', 'initialBudget'],
    ['全年预算数（万元）', 'annualBudget'],
    ['', 'annualBudget'],
    ['金额', 'annualBudget'],
  ])('have the amounts that the row or a label over them names: %s', (label, field) => {
    const { rows } = fundsIn(['资金来源', '合计', '市县', '自筹资金', '执行数'], [label, '3', '1', '2', '3']);
    expect(rows).toMatchObject([
      { label: '合计', kind: 'total', [field]: 3, executed: 3 },
      { label: '市县', kind: 'fiscal', [field]: 1, executed: null },
      { label: '自筹资金', kind: 'unit', [field]: 2, executed: null },
    ]);
    if (label === '' || label === '金额') return;
    const over: Written[] = [
      ['资金', 1, 3],
      [label, 3],
      ['执行数', 1, 2],
    ];
    expect(fundsIn(over, ['合计', '市县', '自筹资金'], ['3', '1', '2', '3']).rows).toEqual(rows);
  });

  it('may have what was spent by source, too', () => {
    const { rows } = fundsIn(
      [
        ['项目资金', 1, 3],
        ['预算数', 3],
        ['执行数', 3],
      ],
      ['财政拨款', '专户资金', '合计', '财政拨款', '专户资金', '合计'],
      ['1', '2', '3', '1', '1', '2'],
    );
    expect(rows).toMatchObject([
      { label: '财政拨款', kind: 'fiscal', annualBudget: 1, executed: 1 },
      { label: '专户资金', kind: 'specialAccount', annualBudget: 2, executed: 1 },
      { label: '合计', kind: 'total', annualBudget: 3, executed: 2 },
    ]);
  });

  it('over rows that say what the amounts are', () => {
    const { unit, rows } = fundsIn(
      ['资金来源（万元）', '财政拨款', '自有资金', '其他资金', '合计'],
      ['年初预算数', '10', '20', '0', '30'],
      ['执行率', '50%', '90%', '—', '76.67'],
      ['全年预算数', '10', '20', '0', '30'],
      ['全年执行数', '5', '18', '0', '23'],
      ['得分', ['7.7', 4]],
    );
    expect(unit).toBe('万元');
    expect(rows).toMatchObject([
      { label: '财政拨款', initialBudget: 10, annualBudget: 10, executed: 5, executionRate: 0.5, score: null },
      { label: '自有资金', initialBudget: 20, annualBudget: 20, executed: 18, executionRate: 0.9, score: null },
      { label: '其他资金', initialBudget: 0, annualBudget: 0, executed: 0, executionRate: null },
      { label: '合计', initialBudget: 30, annualBudget: 30, executed: 23, executionRate: 0.7667, score: 7.7 },
    ]);
  });

  it('may lack a total, a value, a known name, or be blank', () => {
    const heads: Written[] = ['资金', '中央资金', '地方资金', '执行数', '执行率'];
    expect(fundsIn(heads, ['预算数', '10', '20', '30', '100%']).rows).toMatchObject([
      { label: '中央资金', annualBudget: 10 },
      { label: '地方资金', annualBudget: 20 },
      { ...total, annualBudget: null, executed: 30, executionRate: 1 },
    ]);
    expect(fundsIn(['资金', '中央', '彩票公益金', '其他', '合计'], ['', '1', '2', '', '3']).rows).toMatchObject([
      { label: '中央', annualBudget: 1 },
      { label: '彩票公益金', annualBudget: 2 },
      { label: '其他', annualBudget: null },
      { label: '合计', annualBudget: 3 },
    ]);
    const { rows } = fundsIn(['资金', '中央', '', '省级', '合计', '执行数'], ['', '', '', '/', '', '']);
    expect(rows.map(({ label }) => label)).toEqual(['中央', '省级', '合计']);
  });

  it('lose nothing that is no amount, or breaks them down', () => {
    const heads: Written[] = ['资金', '中央', '省级', '合计', '执行数', '凭证'];
    const { rows, codes } = fundsIn(heads, ['', '约1', '2', '3', '3', '12号']);
    expect(rows).toMatchObject([
      { annualBudget: null, extra: { 中央: '约1' } },
      { annualBudget: 2 },
      { annualBudget: 3, executed: 3, extra: { 凭证: '12号' } },
    ]);
    expect(codes).toEqual(['value-not-a-number']);
    const parts: Written[][] = [heads.slice(0, 5), ['东线', '1', '1', '2', '2'], ['合计', '2', '3', '5', '5']];
    const { funds, extra } = read(table([name(5), ...parts]));
    expect(funds.rows.map(({ annualBudget }) => annualBudget)).toEqual([2, 3, 5]);
    expect(extra).toEqual({ '东线 中央': '1', '东线 省级': '1', '东线 合计': '2', '东线 执行数': '2' });
  });

  it('stand where other blocks stand before them', () => {
    const rows: Written[][] = [
      ['年度目标', ['修路', 4]],
      [['资金（元）', 1, 2], '中央', '省级', '合计', '执行数'],
      ['1', '2', '3', '3'],
      ['主管部门', ['交通局', 4]],
    ];
    const { funds, goals, project, extra } = read(table([name(5), ...rows]));
    expect([funds.unit, funds.rows.length, goals.expected, project.supervisingDepartment]).toEqual([
      ...['元', 3, '修路', '交通局'],
    ]);
    expect(extra).toEqual({});
  });
});

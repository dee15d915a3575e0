import { describe, expect, it } from 'vitest';
import { line, table, type Written } from './grid.js';
import { readBlocks } from './read-blocks.js';

/** Kinds of forms as they are published, each in several wordings. */

const TITLE = line('2022年度项目支出绩效自评表');

const name: Written[] = ['项目名称', ['防汛', 6]];
const heads: Written[] = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const oneRow: Written[] = ['产出指标', '数量指标', '巡查次数', '≥12次', '13次', '90', '90'];

describe('rows of the template that nobody filled in', () => {
  it.each(['指标2：', '指标2', '……', '…', '指标1：/', '2.', '（3）', '2', '指标…', '三级指标3', '指标2:—', '④', '...'])(
    'are no indicators: %s',
    (text) => {
      for (const blank of ['', '—', '/', '……']) {
        const rows: Written[][] = [
          ['产出指标', '数量指标', '巡查次数', '≥12次', '13次', '90', '90'],
          ['', '', text, blank, blank, '', blank],
        ];
        const { report, reports, diagnostics } = readBlocks(TITLE, table([name, heads, ...rows]));
        expect(reports).toHaveLength(1);
        expect(report.indicators.map((i) => i.level3)).toEqual(['巡查次数']);
        expect(report.extra).toEqual({});
        expect(diagnostics).toEqual([]);
      }
    },
  );

  it('are none beside a weight, a score or a result that is merged over them and a row that is filled in', () => {
    const rows: Written[][] = [
      [['产出指标', 1, 2], ['数量指标', 1, 2], '巡查次数', '≥12次', ['13次', 1, 2], ['90', 1, 2], ['90', 1, 2]],
      ['指标2：', ''],
    ];
    expect(readBlocks(TITLE, table([name, heads, ...rows])).report.indicators.map((i) => i.level3)).toEqual([
      '巡查次数',
    ]);
  });

  it('are indicators where they have a value, and so are names that begin like them', () => {
    const rows: Written[][] = [
      ['产出指标', '数量指标', '指标1', '≥12次', '13次', '45', '45'],
      ['', '', '指标体系建设', '', '', '', ''],
      ['', '', '指标2', '', '', '45', ''],
    ];
    const { indicators } = readBlocks(TITLE, table([name, heads, ...rows])).report;
    expect(indicators.map((i) => i.level3)).toEqual(['指标1', '指标体系建设', '指标2']);
  });
});

describe('labels of blocks and groups', () => {
  it.each([
    ['年度绩效目标完成情况', null],
    ['项目绩效实现情况（80分）', 80],
    ['项目绩效85分', 85],
    ['绩效指标 90分', 90],
    ['年度绩效指标完成情况（90分）', 90],
    ['效标指绩', null],
    ['标指效绩', null],
    ['绩指效标', null],
  ])('beside the indicators are no goals: %s', (label, weight) => {
    const { report } = readBlocks(
      TITLE,
      table([[...name.slice(0, 1), ['防汛', 7]], [[label, 1, 2], ...heads], oneRow]),
    );
    expect(report.indicators.map((i) => i.goal)).toEqual([null]);
    expect(report.indicatorsWeight).toBe(weight);
    expect(report.goals).toEqual({ expected: null, actual: null, adjusted: null });
  });

  it('of one goal of several stay the goal, with points in or without brackets', () => {
    const rows: Written[][] = [[['年度绩效目标1（40分）', 1, 2], ...heads], oneRow];
    const second: Written[][] = [[['年度绩效目标二50分', 1, 2], ...heads], oneRow];
    const { report } = readBlocks(TITLE, table([['项目名称', ['防汛', 7]], ...rows, ...second]));
    expect(report.indicators.map((i) => i.goal)).toEqual(['年度绩效目标1', '年度绩效目标二']);
  });

  it.each(['产出指标40分', '产出指标：40分', '产出指标 40分', '产出指标(40分)'])(
    'give their points as the weight of the group: %s',
    (label) => {
      const { report } = readBlocks(TITLE, table([name, heads, [label, '数量指标12.5分', ...oneRow.slice(2)]]));
      const [indicator] = report.indicators;
      expect(indicator).toMatchObject({ level1: '产出指标', level1Weight: 40, level2: '数量指标', level2Weight: 12.5 });
    },
  );

  it('give the weight of the funds without brackets', () => {
    const rows: Written[][] = [
      [['预算执行情况20分', 1, 2], '', '年初预算数', '全年预算数', '全年执行数', '执行率', '得分'],
      ['金其他资', '1', '2', '2', '100%', '20'],
    ];
    const { funds } = readBlocks(TITLE, table([name, ...rows, heads, oneRow])).report;
    expect(funds.weight).toBe(20);
    expect(funds.rows.map((row) => [row.label, row.kind])).toEqual([['其他资金', 'other']]);
  });
});

const whole: Written[][] = [name, heads, oneRow];

describe('labels with nothing to name', () => {
  it.each([
    ['项目负责人：', '财务负责人：'],
    ['项目负责人（签字）：', '财务负责人（签字）：'],
    ['财务负责人：', '项目负责人：'],
    ['项目负责人：（签字）', '单位负责人：（签章）'],
    ['填表人：', '联系电话：'],
  ])('are empty fields side by side: %s %s', (left, right) => {
    const { report, diagnostics } = readBlocks(
      TITLE,
      table([
        ...whole,
        [
          [left, 3],
          [right, 4],
        ],
      ]),
    );
    expect(report.project).toMatchObject({ manager: null, phone: null });
    expect(report.extra).toEqual({});
    expect(diagnostics).toEqual([]);
    const cells: Written[][] = [
      ...whole,
      [
        [left, 2],
        ['', 1],
        [right, 2],
        ['', 2],
      ],
    ];
    expect(readBlocks(TITLE, table(cells)).report.extra).toEqual({});
  });

  it('have a value beside their colon', () => {
    const row: Written[] = ['项目概算：', '2.38', '概算核定：', '2.5', '填表人：', ['李四', 2]];
    expect(readBlocks(TITLE, table([name, row, heads, oneRow])).report.extra).toEqual({
      项目概算: '2.38',
      概算核定: '2.5',
      填表人: '李四',
    });
  });

  it.each(['（盖章）', '(公章)', '（签字）', '（单位盖章）', '（加盖公章）', '（ 盖章 ）'])(
    'have no value in a hint to sign or stamp: %s',
    (hint) => {
      const row = (value: string): Written[] => [['实施单位', 2], [value, 2], '主管部门', ['水务局', 2]];
      const unit = (value: string) => readBlocks(TITLE, table([name, row(value), heads, oneRow])).report;
      expect(unit(hint).project.implementingUnit).toBeNull();
      expect(unit(hint).extra).toEqual({});
      expect(unit(`${hint}防汛办`).project.implementingUnit).toBe('防汛办');
      const above = readBlocks(TITLE, line(`实施单位：${hint}`), table(whole)).report;
      expect(above.project.implementingUnit).toBeNull();
    },
  );

  it.each(['（200字以内）', '(限300字以内)', '填写项目完成情况', '（请填写目标完成情况）', '简要填写存在的问题。'])(
    'keep guidance of the template apart, and say so: %s',
    (text) => {
      const rows: Written[][] = [['预期目标', ['保安全', 2], '实际完成情况', [text, 3]], heads, oneRow];
      const { report, diagnostics } = readBlocks(TITLE, table([name, ...rows, ['存在问题', [text, 6]]]));
      expect(report.goals).toMatchObject({ expected: '保安全', actual: null });
      expect(report.conclusion.problems).toBeNull();
      expect(report.extra).toEqual({ '实际完成情况（填写要求）': text, '存在问题（填写要求）': text });
      expect(diagnostics.map((d) => d.severity)).toEqual(['info', 'info']);
    },
  );

  it('take no content for guidance', () => {
    const rows: Written[][] = [['预期目标', ['填写报表120份', 2], '实际完成情况', ['（一）完成200字以上报道3篇', 3]]];
    expect(readBlocks(TITLE, table([name, ...rows, heads, oneRow])).report.goals).toMatchObject({
      expected: '填写报表120份',
      actual: '（一）完成200字以上报道3篇',
    });
  });
});

describe('two names of one form', () => {
  it.each(['专项名称', '专项资金名称', '政策名称'])('do not part it: %s', (label) => {
    for (const rows of [
      [[label, ['水利', 6]], name],
      [name, [label, ['水利', 6]]],
    ] as Written[][][]) {
      const { reports, report } = readBlocks(TITLE, table([...rows, heads, oneRow]));
      expect(reports).toHaveLength(1);
      expect(report.project.name).toBe('防汛');
      expect(report.extra).toEqual({ [label]: '水利' });
    }
  });

  it('part it where a block stands between them', () => {
    const second: Written[] = ['专项名称', ['水利', 6]];
    const { reports } = readBlocks(TITLE, table([...whole, second, heads, oneRow]));
    expect(reports.map((r) => r.project.name)).toEqual(['防汛', '水利']);
  });
});

describe('operators', () => {
  it.each([
    ['大于等于', '≥'],
    ['不低于', '≥'],
    ['小于或等于', '≤'],
    ['不超过', '≤'],
    ['等于', '='],
    ['大于', '>'],
    ['小于', '<'],
    ['定性', '定性'],
  ])('in words are signs: %s', (word, sign) => {
    for (const label of ['指标方向', '指标性质', '计算符号']) {
      const rows: Written[][] = [
        ['三级指标', label, '指标值', '度量单位', '实际完成值', '分值', '得分'],
        ['巡查次数', word, '12', '次', '13', '90', '90'],
      ];
      const [indicator] = readBlocks(TITLE, table([name, ...rows])).report.indicators;
      expect(indicator).toMatchObject({ operator: sign, target: '12', unit: '次' });
    }
  });
});

describe('small things', () => {
  it.each([
    ['项目总得分99分', 99, null],
    ['得分：95.7分（优）', 95.7, '优'],
    ['自评总分：88分（良好）', 88, '良好'],
    ['总分：98.50分', 98.5, null],
  ])('the total in one cell, above or below: %s', (text, score, grade) => {
    for (const rows of [
      [...whole, [[text, 7]]],
      [name, [[text, 7]], heads, oneRow],
      [...whole, [['总分', 5], '100', text]],
    ] as Written[][][]) {
      expect(readBlocks(TITLE, table(rows)).report.total).toMatchObject({ score, grade });
    }
    expect(readBlocks(TITLE, line(text), table(whole)).report.total).toMatchObject({ score, grade });
  });

  it('a bare grade in the row of the total', () => {
    const { total } = readBlocks(TITLE, table([...whole, [['总分', 4], '优', '100', '95']])).report;
    expect(total).toEqual({ weight: 100, score: 95, grade: '优' });
  });

  it('a score with its reason in brackets', () => {
    const row: Written[] = [...oneRow.slice(0, 6), '8分（因资金未到位扣2分）'];
    const [indicator] = readBlocks(TITLE, table([name, heads, row])).report.indicators;
    expect(indicator).toMatchObject({ score: 8, deviation: '因资金未到位扣2分' });
  });

  it.each([
    ['实施单位/项目负责人', '防汛办/李四'],
    ['实施单位／项目负责人', '防汛办 李四'],
  ])('two labels in one: %s', (label, value) => {
    const { project } = readBlocks(TITLE, table([name, [label, [value, 6]], heads, oneRow])).report;
    expect(project).toMatchObject({ implementingUnit: '防汛办', manager: '李四' });
  });

  it.each([
    ['张三 13812345678、0571-12345678（办公）', '张三', '13812345678、0571-12345678（办公）'],
    ['张三（0571-12345678转805）', '张三', '0571-12345678转805'],
    ['李四 68123456', '李四', '68123456'],
  ])('a manager with several phones: %s', (text, manager, phone) => {
    const { project } = readBlocks(TITLE, table([name, ['项目负责人及电话', [text, 6]], heads, oneRow])).report;
    expect(project).toMatchObject({ manager, phone });
  });

  it.each(['（二〇二三年度）', '二〇二三年度', '(二○二三年)'])('years in words: %s', (text) => {
    const { report } = readBlocks(line('项目支出绩效自评表'), line(text), table(whole));
    expect([report.title, report.year]).toEqual(['项目支出绩效自评表', 2023]);
    expect(readBlocks(line('二〇二三年度项目支出绩效自评表'), table(whole)).report.year).toBe(2023);
  });

  it('the year and the department by their labels', () => {
    const rows: Written[][] = [['项目年份', ['2023', 2], '部门', ['水务局', 3]], heads, oneRow];
    const { report } = readBlocks(line('项目支出绩效自评表'), table([name, ...rows]));
    expect([report.year, report.project.supervisingDepartment]).toEqual([2023, '水务局']);
  });

  it.each([
    ['★★★巡查次数', '巡查次数', true],
    ['巡查次数★★', '巡查次数', true],
    ['★★★', '★★★', null],
  ])('stars are taken off a name as a whole: %s', (text, level3, core) => {
    const row: Written[] = [...oneRow.slice(0, 2), text, ...oneRow.slice(3)];
    expect(readBlocks(TITLE, table([name, heads, row])).report.indicators[0]).toMatchObject({ level3, core });
  });

  it.each([
    ['0.958', 0.958],
    ['79.27', 0.7927],
    ['102.59%', 1.0259],
  ])('rates under a head without a percent sign: %s', (text, rate) => {
    const rows: Written[][] = [
      ['', '年初预算数', '全年预算数', '全年执行数', '执行率'],
      ['总额', '1', '2', '2', text],
    ];
    expect(readBlocks(TITLE, table([name, ...rows, heads, oneRow])).report.funds.rows[0]?.executionRate).toBe(rate);
  });
});

describe('the total of a list', () => {
  it.each([
    [['子项名称', '预算数', '实际数']],
    [['采购项目名称', '数量', '中标金额']],
    [['任务名称', '预算数', '执行数']],
    [['序号', '内容', '花费']],
  ])('is not the total of the form: %s', (labels) => {
    const [first = '', second = '', third = ''] = labels;
    const list: Written[][] = [
      [
        [first, 3],
        [second, 2],
        [third, 2],
      ],
      [
        ['闸门', 3],
        ['30', 2],
        ['28', 2],
      ],
      [
        ['合计', 3],
        ['60', 2],
        ['58', 2],
      ],
    ];
    const closing: Written[] = [['合计', 5], '100', '97'];
    const { report } = readBlocks(TITLE, table([name, ...list, heads, oneRow, closing]));
    expect(report.total).toEqual({ weight: 100, score: 97, grade: null });
    expect(Object.values(report.extra)).toEqual(expect.arrayContaining(['60', '58']));
    expect(report.indicators).toHaveLength(1);
    const without = readBlocks(TITLE, table([name, ...list, heads, oneRow])).report;
    expect(without.total).toEqual({ weight: null, score: null, grade: null });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/contract/document.js';
import { DEFAULT_TOLERANCES } from '../../src/contract/tolerances.js';
import { diagnosticsOf } from '../../src/messages/say.js';
import { readSections } from '../../src/sections/sections.js';
import { ruleOf } from '../../src/validator/rules.js';
import { faultsOf } from '../../src/validator/validate.js';
import type { Rule } from '../../src/validator/validator-types.js';
import { type Block, line, table, type Written } from './grid.js';

const read = (...blocks: Block[]) => {
  const { drafts, diagnostics } = readSections(blocks);
  for (const draft of drafts) expect(reportSchema.safeParse(draft.report).error).toBeUndefined();
  return { reports: drafts.map((d) => d.report), drafts, diagnostics: diagnosticsOf(diagnostics, {}) };
};

const header: Written[][] = [['项目名称', ['防汛', 5]]];
const funds: Written[][] = [
  [['项目资金（万元）', 1, 3], '', '年初预算数', '全年预算数', '全年执行数', '执行率'],
  ['年度资金总额', '100.00', '1,200.5', '９６０.4', '80.00%'],
  ['其中：当年财政拨款', '100', '/', '—', '*'],
];
const goals: Written[][] = [['预期目标', ['保安全', 2], '实际完成情况', ['都安全', 2]]];
const indicators: Written[][] = [
  ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  [['产出指标(50分)', 1, 2], '巡查次数', '≥12次', '13次', '40', '40'],
  ['★物资储备', '5类', '5类', '10', '9.5'],
  ['效益指标（40分）', '满意', '90%', '', '40', '无'],
];
/** Its first four columns; the second row begins under the merged cell. */
const fourColumns = indicators.map((row, i) => row.slice(0, i === 2 ? 3 : 4));
const total: Written[][] = [[['总分', 4], '100', '99.5 分']];

describe('the sections of a form', () => {
  it('are read by their labels', () => {
    const { reports, diagnostics, drafts } = read(
      line('附件1：2022年度项目支出绩效自评表'),
      table([...header, ...funds, ...goals, ...indicators, ...total]),
      line('注：1.得分说明。'),
      line('2.第二条。'),
      line('项目负责人：张三  联系电话：021-61234567'),
    );
    expect(reports).toHaveLength(1);
    const report = reports[0] as (typeof reports)[0];
    expect(report.title).toBe('2022年度项目支出绩效自评表');
    expect(report.year).toBe(2022);
    expect(report.project).toMatchObject({ name: '防汛', manager: '张三', phone: '021-61234567' });
    expect(report.funds.unit).toBe('万元');
    expect(report.funds.rows.map((r) => [r.label, r.kind, r.initialBudget, r.annualBudget, r.executed])).toEqual([
      ['年度资金总额', 'total', 100, 1200.5, 960.4],
      ['其中：当年财政拨款', 'fiscal', 100, null, null],
    ]);
    expect(report.funds.rows.map((r) => r.executionRate)).toEqual([0.8, null]);
    expect(report.goals).toEqual({ expected: '保安全', actual: '都安全', adjusted: null });
    expect(report.indicators.map((i) => [i.level1, i.level1Weight, i.level3, i.core, i.weight, i.score])).toEqual([
      ['产出指标', 50, '巡查次数', false, 40, 40],
      ['产出指标', 50, '物资储备', true, 10, 9.5],
      ['效益指标', 40, '满意', false, 40, null],
    ]);
    expect(report.total).toEqual({ weight: 100, score: 99.5, grade: null });
    expect(report.notes).toBe('注：1.得分说明。2.第二条。');
    expect(report.extra).toEqual({});
    expect(diagnostics).toEqual([]);
    expect(drafts[0]?.printed.get('/indicators/1/score')).toMatchObject({ text: '9.5', places: [{ page: 1 }] });
    expect(drafts[0]?.printed.get('/funds/rows/0/executed')?.text).toBe('９６０.4');
  });

  it('are the same in any order, with the columns of each block in any order', () => {
    const plain = read(line('项目支出绩效自评表'), table([...header, ...funds, ...goals, ...indicators, ...total]))
      .reports[0];
    const unmerged: Written[][] = [
      ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标(50分)', '巡查次数', '≥12次', '13次', '40', '40'],
      ['产出指标(50分)', '★物资储备', '5类', '5类', '10', '9.5'],
      ['效益指标（40分）', '满意', '90%', '', '40', '无'],
    ];
    const columns = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    const sections = fc.shuffledSubarray([header, funds, goals], { minLength: 3 });
    fc.assert(
      fc.property(sections, columns, (order, permutation) => {
        const permuted = unmerged.map((row) => permutation.map((i) => row[i] as Written));
        const last: Written[][] = [[['总分', 1], ['', 3], '100', '99.5']];
        const { reports } = read(line('项目支出绩效自评表'), table([...order.flat(), ...permuted]), table(last));
        expect(reports[0]).toEqual(plain);
      }),
    );
  });

  it('keep what has no key under its label, twice the same label too', () => {
    const rows: Written[][] = [...header, ['项目类别', '市直专项☑', '财政归口处室', ['农业处', 3]], ...indicators];
    const hostile: Written[][] = [
      ['__proto__', ['污染', 5]],
      ['constructor', ['甲', 5]],
      ['项目类别', ['又一个', 5]],
    ];
    const { reports } = read(line('绩效自评表'), table([...rows, ...hostile]));
    const extra = reports[0]?.extra ?? {};
    expect(Object.entries(extra)).toEqual([
      ['项目类别', '市直专项☑'],
      ['财政归口处室', '农业处'],
      ['__proto__', '污染'],
      ['constructor', '甲'],
      ['项目类别 2', '又一个'],
    ]);
    expect(Object.getPrototypeOf(extra)).toBe(Object.prototype);
  });

  it('say which cell holds no number, and keep its text', () => {
    const rows: Written[][] = [
      ['', '全年预算数（A）', '全年执行数（B）', '执行率（B/A）'],
      ['年度资金总额：', '854万(高标准农田400万元，其余另计)', '800', '93.7%'],
    ];
    const { reports, diagnostics } = read(line('绩效自评表'), table([['项目名称', ['甲', 3]], ...rows]));
    expect(reports[0]?.funds.rows[0]).toMatchObject({
      label: '年度资金总额',
      annualBudget: null,
      executed: 800,
      executionRate: 0.937,
      extra: { '全年预算数（A）': '854万(高标准农田400万元，其余另计)' },
    });
    expect(diagnostics).toMatchObject([
      { code: 'value-not-a-number', severity: 'warning', page: 1 },
      { code: 'part-not-recognised', message: 'no table of indicators was found in the form "绩效自评表"' },
    ]);
  });

  const amounts = (label: string, ...cells: string[]) =>
    read(
      line('绩效自评表'),
      table([
        ['项目名称', ['甲', 3]],
        [label, '全年预算数', '全年执行数', '得分'],
        ['年度资金总额', ...cells, '10'],
        ...fourColumns,
      ]),
    );
  it('take the unit of money from the cells where the form states none', () => {
    const { reports, diagnostics } = amounts('项目资金', '854.00万元', '800');
    expect(reports[0]?.funds).toMatchObject({ unit: '万元', rows: [{ annualBudget: 854, executed: 800, score: 10 }] });
    expect(diagnostics).toEqual([]);
  });
  it('keep an amount in another unit as text and say so', () => {
    const { reports, diagnostics } = amounts('项目资金（元）', '854.00万元', '8,000,000.00元');
    expect(reports[0]?.funds).toMatchObject({
      unit: '元',
      rows: [{ annualBudget: null, executed: 8000000, extra: { 全年预算数: '854.00万元' } }],
    });
    expect(diagnostics).toMatchObject([
      {
        code: 'amount-in-other-unit',
        severity: 'warning',
        message: '"854.00万元" under "全年预算数" is not in the form\'s unit, 元',
        page: 1,
      },
    ]);
  });
  it('take no percentage for an amount', () => {
    const { reports, diagnostics } = amounts('项目资金（元）', '85%', '8');
    expect(reports[0]?.funds.rows[0]).toMatchObject({ annualBudget: null, extra: { 全年预算数: '85%' } });
    expect(diagnostics).toMatchObject([{ code: 'value-not-a-number' }]);
  });
  it('take brackets and dashes before amounts for a minus sign', () => {
    const { reports, diagnostics } = amounts('项目资金（元）', '（1,200.50）', '–12.50');
    expect(reports[0]?.funds.rows[0]).toMatchObject({ annualBudget: -1200.5, executed: -12.5, extra: {} });
    expect(diagnostics).toEqual([]);
  });
  it('take no bracket before a weight or a score for a minus sign', () => {
    const rows = indicators.map((row) => row.map((cell) => (cell === '10' ? '(10)' : cell === '40' ? '—40' : cell)));
    const { reports, diagnostics } = read(line('绩效自评表'), table([...header, ...rows]));
    expect(reports[0]?.indicators.map(({ weight, score }) => [weight, score])).toEqual([
      [null, null],
      [null, 9.5],
      [null, null],
    ]);
    expect(diagnostics.filter(({ code }) => code === 'value-not-a-number')).toHaveLength(4);
  });
  const scored = (weight: string, score: string) =>
    read(
      line('绩效自评表'),
      table([...header, indicators[0] as Written[], ['产出指标', '巡查', '≥12次', '13次', weight, score]]),
    );
  it.each([
    ['40', '39.5/40', 40, []],
    ['40', '39.5／40分', 40, []],
    ['', '39.5/40', 40, []],
    ['50', '39.5/40', 50, ['score-of-other-weight']],
  ])('read a score of its weight: %s, %s', (weight, score, own, said) => {
    const { reports, diagnostics, drafts } = scored(weight, score);
    expect(reports[0]?.indicators[0]).toMatchObject({ weight: own, score: 39.5 });
    expect(diagnostics.map(({ code }) => code)).toEqual(said);
    expect(drafts[0]?.printed.get('/indicators/0/score')?.text).toBe(score);
  });
  it('read the score of the funds and the total of their weights', () => {
    const rows: Written[][] = [
      ['项目资金（元）', '全年预算数', '全年执行数', '得分'],
      ['年度资金总额', '100', '90', '9/10'],
      ...fourColumns,
      [['总分', 3], '92/100'],
    ];
    const { reports, diagnostics } = read(line('绩效自评表'), table([['项目名称', ['甲', 3]], ...rows]));
    expect(reports[0]?.funds.rows[0]).toMatchObject({ weight: 10, score: 9 });
    expect(reports[0]?.total).toMatchObject({ weight: 100, score: 92 });
    expect(diagnostics).toEqual([]);
  });
  it.each(['1oo', '(92.00)', '—12', 'l00'])('say that a total cannot be read: %s', (text) => {
    const places: Written[][][] = [
      [...indicators, [['总分', 4], '100', text]],
      [...indicators, [['总分', 3], '100', [text, 2]]],
      [
        ...indicators,
        [
          ['总分', 2],
          ['100', 2],
          [text, 2],
        ],
      ],
      [['自评总分', [text, 5]], ...indicators],
    ];
    for (const rows of places) {
      const { reports, diagnostics } = read(line('绩效自评表'), table([...header, ...rows]));
      expect(reports[0]?.total.score).toBeNull();
      expect(Object.values(reports[0]?.extra ?? {})).toEqual([text]);
      expect(diagnostics.map(({ code }) => code)).toContain('value-not-a-number');
      const [fault] = faultsOf(ruleOf('total-missing') as Rule, reports, 0, DEFAULT_TOLERANCES);
      expect(fault).toMatchObject({ message: 'unreadable', data: { text } });
    }
  });
  it('say nothing of the date of a form and of the place of its seal', () => {
    const rows: Written[][] = [['项目名称', ['甲', 5]], ...indicators];
    const { reports, diagnostics } = read(line('绩效自评表'), table(rows), line('2024年2月26日'), line('（公章）'));
    expect(reports[0]?.extra).toEqual({ '（无标签）': '2024年2月26日', '（无标签） 2': '（公章）' });
    expect(diagnostics).toEqual([]);
    // A text with a date in it is another thing.
    const dated = read(line('绩效自评表'), table([...rows, [['2024年2月26日前', 6]]]));
    expect(dated.diagnostics.length).toBe(1);
  });

  it('say what fits no known block', () => {
    const rows: Written[][] = [
      ['项目名称', ['甲', 5]],
      [
        ['甲方案', 3],
        ['子', 3],
      ],
      ...indicators,
      [['丑', 6]],
      [['寅', 6]],
    ];
    const { reports, diagnostics } = read(line('绩效自评表'), table(rows));
    expect(reports[0]?.extra).toEqual({ 甲方案: '子', '（无标签）': '丑', '（无标签） 2': '寅' });
    expect(diagnostics).toEqual([
      {
        code: 'part-not-recognised',
        bbox: null,
        severity: 'warning',
        message: 'texts without a known label are kept in extra: "丑" and 1 more',
        page: 1,
      },
    ]);
  });
});

describe('forms in a document', () => {
  const form = (name: string): Block => table([['项目名称', [name, 5]], ...indicators, ...total]);
  it('follow one another with and without a title between them', () => {
    const { reports } = read(line('绩效自评表'), form('甲'), line('绩效自评表', 2), form('乙'), form('丙'));
    expect(reports.map((r) => r.project.name)).toEqual(['甲', '乙', '丙']);
    expect(reports[2]?.title).toBeNull();
  });
  it('may share one table', () => {
    const rows: Written[][] = [
      ['项目名称', ['甲', 5]],
      ...indicators,
      [['绩效自评表', 6]],
      ['项目名称', ['乙', 5]],
      ...indicators,
    ];
    const { reports } = read(line('绩效自评表'), table(rows));
    expect(reports.map((r) => [r.project.name, r.indicators.length])).toEqual([
      ['甲', 3],
      ['乙', 3],
    ]);
  });
  it('are told from tables that look alike', () => {
    const { reports, diagnostics } = read(line('财政项目支出绩效目标申报表'), form('甲'));
    expect(reports).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'not-a-self-evaluation', severity: 'info' }]);
  });
  it('are none in prose that mentions them and in other tables', () => {
    const other = table([
      ['序号', '单位'],
      ['1', '甲'],
    ]);
    expect(
      read(line('请各单位按时报送绩效自评表，逾期不候。'), other, line('绩效自评表'), line('见附件。')).reports,
    ).toEqual([]);
  });
});

describe('labels and texts in unusual places', () => {
  it('reads goals that stand as paragraphs between the tables', () => {
    const { reports } = read(
      line('绩效自评表'),
      table([['项目名称', ['甲', 5]]]),
      line('二、年度总体目标'),
      line('新建村级服务站12个，'),
      line('覆盖8个乡镇。'),
      table(indicators),
    );
    expect(reports[0]?.goals.expected).toBe('新建村级服务站12个，覆盖8个乡镇。');
    expect(reports[0]?.extra).toEqual({});
  });
  it('ends the notes where the text of the document begins', () => {
    const { reports } = read(
      line('绩效自评表'),
      table([['项目名称', ['甲', 5]], ...indicators]),
      line('注：1.说明。', 1, 9),
      line('2.另一条。', 1, 9),
      line('下一步，我局将完善制度。', 1, 14),
    );
    expect(reports[0]?.notes).toBe('注：1.说明。2.另一条。');
  });
  it('takes the name of a department for the project of its form as a whole', () => {
    const rows: Written[][] = [['单位名称', ['某局', 5]], ...indicators];
    const whole = read(line('部门整体支出绩效自评表'), table(rows)).reports[0];
    expect([whole?.project.name, whole?.project.implementingUnit]).toEqual(['某局', null]);
    const project = read(line('项目支出绩效自评表'), table(rows)).reports[0];
    expect([project?.project.name, project?.project.implementingUnit]).toEqual([null, '某局']);
  });
  it('keeps a total that is stated twice and differs', () => {
    const rows: Written[][] = [['项目名称', ['甲', 5]], ['自评总分', ['96', 5]], ...indicators, ...total];
    const report = read(line('绩效自评表'), table(rows)).reports[0];
    expect(report?.total.score).toBe(96);
    expect(Object.values(report?.extra ?? {})).toEqual(['99.5 分']);
  });
  it('reads a name of a group that is spelled like another block', () => {
    const rows: Written[][] = [
      ['一级指标', '二级指标', '三级指标', '目标值', '得分', '分值'],
      ['决策', '绩效目标', '目标合理性', '合理', '5', '5'],
      ['', '资金投入', '预算编制科学性', '科学', '4', '5'],
    ];
    const report = read(line('绩效自评表'), table([['项目名称', ['甲', 5]], ...rows])).reports[0];
    expect(report?.indicators.map((i) => [i.level1, i.level2, i.level3])).toEqual([
      ['决策', '绩效目标', '目标合理性'],
      ['决策', '资金投入', '预算编制科学性'],
    ]);
  });
});

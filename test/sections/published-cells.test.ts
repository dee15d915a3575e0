import { describe, expect, it } from 'vitest';
import { isColumnNumbers } from '../../src/sections/vocabulary/left-over.js';
import { scoreText, totalText } from '../../src/sections/vocabulary/total-text.js';
import { line, table, type Written } from './grid.js';
import { readBlocks } from './read-blocks.js';

/** What published forms have in cells beside values: numbers of columns, reasons, labels. */

const TITLE = line('2022年度项目支出绩效自评表');

describe('a row that numbers the columns', () => {
  it.each([
    [['1', '2', '3', '4', '5', '6', '7']],
    [['（1）', '（2）', '（3）', '（4）', '（5）', '（6）', '（7）']],
    [['①', '②', '③', '④', '⑤', '⑥', '⑦']],
    [['甲', '乙', '丙', '1', '2', '3', '4']],
    [['栏次', '1', '2', '3', '4', '5=4/3', '6']],
    [['A', 'B', 'C', 'D', 'E', 'F', 'G']],
  ])('is no indicator and no row of the funds: %s', (numbers) => {
    const heads = ['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '得分'];
    const funds = ['', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'];
    const { report, diagnostics } = readBlocks(
      TITLE,
      table([
        ['项目名称', ['防汛', 6]],
        funds,
        numbers,
        ['年度资金总额', '10', '10', '9', '10', '90%', '9'],
        heads,
        numbers,
        ['产出指标', '数量指标', '巡查次数', '≥12次', '13次', '90', '90'],
      ]),
    );
    expect(report?.funds.rows.map(({ label }) => label)).toEqual(['年度资金总额']);
    expect(report?.indicators.map(({ level3 }) => level3)).toEqual(['巡查次数']);
    expect(report?.extra).toEqual({});
    expect(diagnostics).toEqual([]);
  });

  it('counts on without a gap, three columns at least, and says nothing else', () => {
    expect(isColumnNumbers(['1', '2', '3'])).toBe(true);
    expect(isColumnNumbers(['1', '2'])).toBe(false);
    expect(isColumnNumbers(['1', '2', '4'])).toBe(false);
    expect(isColumnNumbers(['2', '3', '4'])).toBe(false);
    expect(isColumnNumbers(['1', '2', '3', '其他'])).toBe(false);
    expect(isColumnNumbers(['10', '10', '10'])).toBe(false);
  });
});

describe('a score with words', () => {
  it.each([
    ['18分（部分扶手返修）', '18', '部分扶手返修'],
    ['10分(因资金未到位扣2分)', '10', '因资金未到位扣2分'],
    ['28分，扣2分，因两场活动人数不足', '28', '扣2分，因两场活动人数不足'],
    ['扣1分，得19分', '19', '扣1分，得19分'],
    ['得19分，扣1分', '19', '得19分，扣1分'],
    ['得分：18分', '18', ''],
  ])('is the figure and the reason: %s', (text, score, reason) => {
    expect(scoreText(text)).toEqual({ score, reason });
  });

  it.each(['18', '18分', '18分（优）', '9（10分）', '18/20', '18，20', '优', '扣2分', '18分（20分）', '1,234.5'])(
    'is none without a reason: %s',
    (text) => {
      expect(scoreText(text)).toBeNull();
    },
  );
});

describe('a total in one text', () => {
  it.each([
    ['自评总得分：95分，评价等级：优', '95分', '优'],
    ['总分98.5分；等级为良', '98.5分', '良'],
    ['得分：95.7分（优）', '95.7分', '优'],
    ['项目总得分99分。', '99分', null],
  ])('has its grade behind it: %s', (text, score, grade) => {
    expect(totalText(text)).toMatchObject({ score, grade });
  });
});

it('the heads of scores say whose they are', () => {
  const heads: Written[] = ['三级指标', '指标值', '实际完成值', '分值', '自评打分', '主管部门评分'];
  const { report } = readBlocks(
    TITLE,
    line('金额：万元'),
    table([
      ['项目名称', ['防汛', 2], '用款单位', ['水利站', 2]],
      heads,
      ['巡查次数', '≥12次', '13次', '30', '28', '27'],
    ]),
  );
  expect(report?.indicators[0]).toMatchObject({ score: 28, reviewedScore: 27, extra: {} });
  expect(report?.project.implementingUnit).toBe('水利站');
  expect(report?.funds.unit).toBe('万元');
});

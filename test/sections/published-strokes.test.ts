import { describe, expect, it } from 'vitest';
import { line, table, type Written } from './grid.js';
import { readBlocks, readWhole } from './read-blocks.js';

/** Columns that hold two fields, and columns that number the rows of a whole form. */

const title = line('2023年度项目支出绩效自评表');

const form = (heads: Written[], ...rows: Written[][]): Written[][] => [
  ['项目名称', ['道路维修', 4]],
  ['一级指标', '三级指标', ...heads],
  ...rows,
];

describe('a column whose label names two fields', () => {
  it('is two columns', () => {
    const { indicators, total, codes } = readWhole(
      title,
      table([
        ...form(
          ['目标值/完成值', '分值/得分', '备注'],
          ['产出指标', '维修里程', '≥10公里/12公里', '50/50', ''],
          ['效益指标', '单价', '≤500元/人/480元/人', '40/38.5', '略'],
        ),
        [['总分', 3], '90/88.5', ''],
      ]),
    );
    expect(indicators).toMatchObject([
      { level3: '维修里程', target: '≥10公里', actual: '12公里', weight: 50, score: 50 },
      { level3: '单价', target: '≤500元/人', actual: '480元/人', weight: 40, score: 38.5, deviation: '略' },
    ]);
    expect(total).toMatchObject({ weight: 90, score: 88.5 });
    expect(codes).not.toContain('structure-doubtful');
  });

  it('is two columns in each of the blocks that have it', () => {
    const block = (goal: string, name: string, value: string): Written[][] => [
      [[goal, 1, 2], '一级指标', '三级指标', '年初目标值', '实际完成值（B）/得分'],
      ['产出指标', name, '≥10公里', value],
    ];
    const { indicators } = readWhole(
      title,
      table([
        ['项目名称', ['道路维修', 4]],
        ...block('年度绩效目标1', '维修里程', '12公里/50'),
        ...block('年度绩效目标2', '养护里程', '86%/40'),
        ['总分', ['90', 4]],
      ]),
    );
    expect(indicators).toMatchObject([
      { actual: '12公里', score: 50 },
      { actual: '86%', score: 40 },
    ]);
  });

  it('is told where a cell of it cannot be parted', () => {
    const { report, codes } = readBlocks(
      title,
      table(
        form(
          ['目标值/完成值', '分值', '得分'],
          ['产出指标', '维修里程', '≥10公里/12公里', '50', '50'],
          ['效益指标', '满意度', '95%', '40', '38'],
        ),
      ),
    );
    expect(report.indicators.map(({ actual }) => actual)).toEqual([null, null]);
    expect(codes).toContain('structure-doubtful');
  });
});

describe('numbers down the side of a whole form', () => {
  const rows: Written[][] = [
    ['项目名称', ['道路维修', 3]],
    ['主管部门', ['交通局', 3]],
    ['一级指标', '三级指标', '分值', '得分'],
    ['产出指标', '维修里程', '90', '88'],
    [['总分', 2], '90', '88'],
  ];
  const numbered = rows.map((row, i): Written[] => [`${i + 1}`, ...row]);
  it('are no labels and no values', () => {
    const { codes: _, ...own } = readWhole(title, table(rows));
    const { codes, ...read } = readWhole(title, table([[[own.title as string, 5]], ...numbered]));
    expect(read).toEqual(own);
    expect(codes).toEqual([]);
  });

  it('are kept under their label where they have one', () => {
    const { report } = readBlocks(
      title,
      table([
        ['序号', '一级指标', '三级指标', '分值', '得分'],
        ...Array.from({ length: 6 }, (_, i): Written[] => [`${i + 1}`, '产出指标', `里程${i}`, '10', '9']),
      ]),
    );
    expect(report.indicators.map(({ extra }) => extra.序号)).toEqual(['1', '2', '3', '4', '5', '6']);
  });
});

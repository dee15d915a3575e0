import { describe, expect, it } from 'vitest';
import { readSections } from '../../src/sections/sections.js';
import { line, table, type Written } from './grid.js';
import { readBlocks } from './read-blocks.js';

/** Labels of goals, total and conclusion that are known ones with words more: they are read, and it is said. */

const title = line('2023年度项目支出绩效自评表');
const form = (...rows: Written[][]) => [
  title,
  table([
    ['项目名称', ['道路维修', 4]],
    ...rows,
    ['一级指标', '三级指标', '实际完成值', '分值', '得分'],
    ['产出指标', '里程', '12', '90', '89'],
  ]),
];

describe('a label with words more', () => {
  it.each([
    ['项目年度预期目标', 'expected'],
    ['年初批复的绩效目标', 'expected'],
    ['年度目标的完成情况说明', 'actual'],
  ] as const)('names the goal that it adds to: %s', (label, field) => {
    const blocks = form([label, ['全年维修农村道路十二公里，验收合格', 4]]);
    const { report, codes } = readBlocks(...blocks);
    expect(report.goals[field]).toBe('全年维修农村道路十二公里，验收合格');
    expect(report.extra).toEqual({});
    expect(codes).toContain('label-matched');
    expect(readSections(blocks).drafts[0]?.matches.get(`/goals/${field}`)?.label.text).toBe(label);
  });

  it.each(['建设内容', '项目目标值', '目标管理单位', '绩效指标目标'])(
    'that says something else names no goal: %s',
    (label) => {
      const { report } = readBlocks(...form([label, ['全年维修农村道路十二公里，验收合格', 4]]));
      expect(report.goals).toEqual({ expected: null, actual: null, adjusted: null });
    },
  );

  it('stays a value where it stands behind a label', () => {
    const { report } = readBlocks(...form(['项目内容', '完成年度目标', '备用', ['其他的一段长长的文字', 2]]));
    expect(report.goals.expected).toBeNull();
    expect(report.extra).toMatchObject({ 项目内容: '完成年度目标' });
  });

  it.each(['项目自评总得分', '本项目绩效自评得分合计', '年度自评总分'])('is that of the total: %s', (label) => {
    const { report, codes } = readBlocks(
      title,
      table([
        ['项目名称', ['道路维修', 4]],
        ['一级指标', '三级指标', '实际完成值', '分值', '得分'],
        ['产出指标', '里程', '12', '90', '89'],
        [[label, 3], '90', '89'],
      ]),
    );
    expect(report.total).toMatchObject({ weight: 90, score: 89 });
    expect(codes).toEqual(['label-matched']);
  });

  it.each([
    ['项目实施存在的主要问题', 'problems'],
    ['下一步工作打算', 'measures'],
    ['整改措施及建议', 'measures'],
    ['项目自评总结', 'evaluation'],
  ] as const)('is one of the conclusion: %s', (label, field) => {
    const { report, codes } = readBlocks(
      title,
      table([
        ['项目名称', ['道路维修', 4]],
        ['一级指标', '三级指标', '实际完成值', '分值', '得分'],
        ['产出指标', '里程', '12', '90', '89'],
        [['总分', 3], '90', '89'],
        [label, ['养护资金不足，需要追加', 4]],
      ]),
    );
    expect(report.conclusion[field]).toBe('养护资金不足，需要追加');
    expect(codes).toEqual(['label-matched']);
  });
});

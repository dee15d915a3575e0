import { describe, expect, it } from 'vitest';
import { type Block, line, table, type Written } from './grid.js';
import { readBlocks, readWhole } from './read-blocks.js';

/** Labels of the header above their values, as some places print them, and what stands around a value and is no part of it. */

const indicators = table([
  ['三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['巡查次数', '≥12次', '13次', '90', '90'],
  [['总分', 3], '100', '97'],
]);

const read = (...blocks: Block[]) => readWhole(line('项目支出绩效自评表'), ...blocks, indicators);
const header = (...rows: Written[][]) => {
  const { project, extra } = read(table(rows));
  return { ...Object.fromEntries(Object.entries(project).filter(([, value]) => value !== null)), ...extra };
};

const whole = { name: '道路维修', supervisingDepartment: '交通局', implementingUnit: '养护中心', manager: '张三' };

describe('labels above their values', () => {
  it.each([
    ['项目名称', '主管部门', '实施单位', '项目负责人'],
    ['专项资金名称', '市级主管部门', '资金使用单位', '联系人'],
    ['项目名称：', '主管部门（单位）', '项目单位（盖章）：', '负责人：'],
  ])('are read with the row below: %s %s %s %s', (...labels) => {
    const values: Written[] = ['道路维修', '交通局', '养护中心', '张三'];
    expect(header(labels, values)).toEqual(whole);
    const wide = (cells: readonly Written[]): Written[] => cells.map((cell, i) => [cell as string, i + 1] as const);
    expect(header(wide(labels), wide(values))).toEqual(whole);
    expect(header([['项目基本情况', 1, 2], ...labels], values)).toEqual(whole);
    const backwards = [...labels].reverse();
    expect(header(backwards, [...values].reverse())).toEqual(whole);
  });

  it('may stand in several rows, and over labels with their values beside them', () => {
    const rows: Written[][] = [
      ['项目名称', '主管部门', '实施单位', '项目负责人'],
      ['道路维修', '交通局', '养护中心', '张三'],
      ['联系电话', '建设地点', '项目类型', '预算年度'],
      ['88886666', '城东', '一次性', '2023'],
      ['财务负责人', '李四', '资金文号', '财建1号'],
    ];
    const more = { phone: '88886666', 建设地点: '城东', 项目类型: '一次性', 预算年度: '2023' };
    expect(header(...rows)).toEqual({ ...whole, ...more, 财务负责人: '李四', 资金文号: '财建1号' });
  });

  it('may be of unknown spelling, have no value, or leave a column blank', () => {
    const labels: Written[] = ['项目名称', '项目类型', '主管部门', '', '实施单位'];
    expect(header(labels, ['道路维修', '一次性', '', '', '养护中心'])).toEqual({
      name: '道路维修',
      implementingUnit: '养护中心',
      项目类型: '一次性',
    });
    expect(header(['项目名称', '项目类型', '经费科室'], ['道路维修', '一次性', '办公室'])).toEqual({
      name: '道路维修',
      项目类型: '一次性',
      经费科室: '办公室',
    });
  });

  it('begin a form', () => {
    const form = (name: string) => [
      table([
        ['项目名称', '主管部门'],
        [name, '交通局'],
      ]),
      indicators,
    ];
    const { reports } = readBlocks(line('项目支出绩效自评表'), ...form('道路维修'), ...form('桥梁'));
    expect(reports.map(({ project }) => project.name)).toEqual(['道路维修', '桥梁']);
  });

  it('are not seen where labels stand below', () => {
    const signed: Written[] = [
      ['项目负责人：', 2],
      ['财务负责人：', 2],
    ];
    const beside: Written[] = ['项目名称', '道路维修', '主管部门', '交通局'];
    expect(header(signed, beside)).toEqual({ name: '道路维修', supervisingDepartment: '交通局' });
    expect(header(['项目负责人：', '', '财务负责人：', ''], beside)).toEqual({
      name: '道路维修',
      supervisingDepartment: '交通局',
    });
    const values: Written[] = ['项目名称', '城建部门', '主管部门', '各预算单位'];
    expect(header(values, ['建设内容', '修路', '建设工期', '2年'])).toEqual({
      name: '城建部门',
      supervisingDepartment: '各预算单位',
      建设内容: '修路',
      建设工期: '2年',
    });
    const dated: Written[] = [
      ['2023年1月5日', 2],
      ['2023年1月6日', 2],
    ];
    expect(header(beside, signed, dated)).not.toHaveProperty('manager');
  });
});

describe('a hint to sign or stamp', () => {
  it.each(['（盖章）', '(公章)', '（加盖公章）', '（ 盖章 ）', '（签字）（盖章）'])(
    'is no part of a value: %s',
    (hint) => {
      const rows: Written[][] = [
        ['项目名称', ['道路维修', 3]],
        ['主管部门', `交通局${hint}`, '实施单位', `${hint}养护中心`],
        ['项目负责人', `张三${hint}`, '审核意见', `同意${hint}`],
      ];
      expect(header(...rows)).toEqual({ ...whole, 审核意见: '同意' });
      const above = read(line(`实施单位：养护中心${hint}`), table([['项目名称', ['道路维修', 3]]]));
      expect(above.project.implementingUnit).toBe('养护中心');
    },
  );
  it('is not what else stands in brackets', () => {
    expect(header(['项目名称', '道路维修（二期）', '主管部门', '交通局（本级）'])).toEqual({
      name: '道路维修（二期）',
      supervisingDepartment: '交通局（本级）',
    });
  });
});

describe('labels of the header without a key', () => {
  it('keep their printed name', () => {
    const rows: Written[][] = [
      ['项目名称', '道路维修', '专项实施期', '2022-2024'],
      ['省级财政部门', '财政厅', '省级主管部门', '交通厅'],
      ['市县财政部门', '财政局', '市县主管部门', '交通局'],
      ['归口管理部门', '科技局', '填写日期', '2023年3月1日'],
    ];
    expect(header(...rows)).toEqual({
      name: '道路维修',
      supervisingDepartment: '交通厅',
      专项实施期: '2022-2024',
      省级财政部门: '财政厅',
      市县财政部门: '财政局',
      市县主管部门: '交通局',
      归口管理部门: '科技局',
      填写日期: '2023年3月1日',
    });
  });
});

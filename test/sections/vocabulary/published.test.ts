import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../src/sections/vocabulary/fund-kind.js';
import { keyOf } from '../../../src/sections/vocabulary/label-key.js';
import {
  FUND_COLUMN,
  GOAL,
  HEADER,
  INDICATOR_COLUMN,
  isNameHead,
  LIST_MARK,
  TOTAL,
  TOTAL_HEADER,
} from '../../../src/sections/vocabulary/labels.js';

/** Labels as published forms print them, template by template; `-` where they mean nothing that the contract has a key for. */

const labels = (text: string): string[] => text.trim().split(/\s*\|\s*/u);
const cases = (lists: Readonly<Record<string, string>>): [string, string | undefined][] =>
  Object.entries(lists).flatMap(([field, text]) =>
    labels(text).map((label): [string, string | undefined] => [label, field === '-' ? undefined : field]),
  );

describe('labels of published forms', () => {
  it.each(
    cases({
      name: '项目名称 | 专项资金名称 | 专项名称 | 项目支出名称 | 转移支付（项目）名称',
      supervisingDepartment:
        '主管部门 | 主管部门（单位） | 县级主管部门 | 市级主管部门 | 省级主管部门 | 中央主管部门 | 地方主管部门 | 项目主管部门 | 主管部门及代码 | 市县主管部门 | 部门',
      implementingUnit:
        '实施单位 | 实施单位（盖章） | 实施单位 (盖章) | 项目实施单位 | 项目单位 | 项目单位(盖章) | 资金使用单位 | 单位名称： | 填报单位（盖章） | 承担单位：（盖章）',
      manager: '项目负责人 | 负责人 | 部门联系人 | 联系人 | 项目负责人：',
      phone: '联系电话 | 联络电话 | 电话',
      managerAndPhone: '项目负责人及电话 | 负责人及电话',
      '-': '财政处室 | 财政归口处室 | 归口管理部门 | 专项实施期 | 省级财政部门 | 市县财政部门 | 部门预算编码 | 项目类别 | 项目属性 | 填写日期',
    }),
  )('in the header: %s', (label, field) => {
    expect(HEADER.guess(keyOf(label))).toBe(field);
    if (field) expect(HEADER.get(keyOf(label))).toBe(field);
  });

  it.each(
    cases({
      initialBudget: '年初预算数 | 年初预算 | 年初部门预算安排金额① | 年初批复预算',
      annualBudget:
        '全年预算数 | 全年预算数（A） | 调整后预算数 | 调整预算数（A） | 调整后预算 | 全年(调整)预算数 | 预算数（A） | 预算数 | 小计④=①+②+③',
      executed:
        '全年执行数 | 全年执行数（B） | 预算执行数 | 执行数（B） | 执行数 | 年度拨付金额⑤ | 实际支出数 | 决算数 | 累计支出',
      executionRate:
        '执行率 | 执行率（B/A） | 执行率（B/A) | 预算执行率 | 预算执行率(%) | 执行率（%） | 支出实现率⑥=⑤/④ | 预算执行率（B/A×100%）',
      weight: '分值 | 权重 | 执行率权重（分） | 分值权重',
      score: '得分 | 执行率得分（分） | 得分（20分*执行率） | 自评得分',
      reason: '原因',
      '-': '历年结余结转② | 结余⑦=④-⑤ | 资金结余率⑧ | 资金来源',
    }),
  )('over the funds: %s', (label, field) => {
    expect(FUND_COLUMN.guess(keyOf(label))).toBe(field);
    if (field) expect(FUND_COLUMN.get(keyOf(label))).toBe(field);
  });

  it.each(
    cases({
      total: '年度资金总额 | 年度资金总额： | 总额 | 总金额 | 资金总额 | 合计 | 年度财政资金总额 | 年度总金额',
      fiscal:
        '其中：当年财政拨款 | 其中：本年财政拨款 | 其中:财政资金 | 财政拨款 | 当年财政资金 | 本年财政拨款 | 财政资金小计 | 其中：中央、省、市补助 | 中央补助 | 中央财政资金 | 地方资金 | 市级资金 | 县级资金 | 一般公共预算 | 政府性基金 | 一般预算内拨款 | 其中财政拨款 | 自治区补助',
      carryover: '上年结转资金 | 上年结转 | 历年结余结转',
      specialAccount: '财政专户管理资金',
      unit: '单位资金 | 自有资金 | 事业收入',
      other: '其他资金 | 其他资金小计',
    }),
  )('of rows of the funds: %s', (label, kind) => expect(kindOf(label)).toBe(kind));

  it.each(
    cases({
      expected:
        '预期目标 | 年初设定目标 | 年度总体目标 | 项目年度目标 | 年度绩效目标 | 总体目标 | 年初绩效目标 | 当年绩效目标 | 年初预期目标',
      actual:
        '实际完成情况 | 年度总体目标完成情况综述 | 年度目标完成情况 | 年度总体目标完成情况 | 目标实际完成情况 | 全年实际完成情况 | 全年目标实际完成情况 | 年度实际完成情况 | 总体目标完成情况',
      adjusted: '全年(调整)绩效目标',
    }),
  )('of goals: %s', (label, field) => expect(GOAL.get(keyOf(label))).toBe(field));

  it.each(
    cases({
      level1: '一级指标 | 一级 指标 | 一级指标（50分）',
      level2: '二级指标 | 二级',
      level3: '三级指标 | 指标名称 | 指标内容',
      target:
        '年度指标值 | 年度指标值（A） | 指标值 | 年初目标值（A） | 年初指标值 | 目标值 | 绩效目标值 | 预算设定指标值 | 绩效目标',
      adjustedTarget: '调整指标值',
      actual:
        '实际完成值 | 实际完成值（B） | 完成值 | 全年实际值（B） | 全年实际完成值 | 全年完成值 | 项目完成指标值 | 实际值 | 指标实际完成值 | 年终完成值',
      weight: '分值 | 权重 | 指标分值 | 参考分值 | 指标权重（分） | 分值权重 | 权重设定值 | 指标分值权重',
      score: '得分 | 自评得分 | 实际得分 | 指标得分（分） | 自评分',
      reviewedScore: '审核得分 | 核查分数 | 复核得分 | 复核分 | 财政审定',
      deviation:
        '偏差原因分析及改进措施 | 偏差原因分析及 改进措施 | 偏差原因及改进措施 | 偏差原因及整改措施 | 未完成原因分析 | 未完成原因分析及改进措施 | 未完成原因及拟采取的改进措施 | 未完成原因和改进措施 | 备注 | 得失分依据及原因',
      operator: '指标性质 | 计算符号 | 绩效指标性质',
      unit: '度量单位 | 计量单位 | 绩效度量单位 | 单位',
      scoringRule: '评分标准 | 指标解释 | 评价标准 | 评价标准及依据 | 指标赋分规则',
      core: '是否核心指标',
      '-': '扣减分数 | 得分系数（%） | 指标值设置依据 | 上年完成值 | 佐证资料 | 完成率 | 序号 | 类别 | 评价内容',
    }),
  )('over indicators: %s', (label, field) => {
    expect(INDICATOR_COLUMN.guess(keyOf(label))).toBe(field);
    if (field) expect(INDICATOR_COLUMN.get(keyOf(label))).toBe(field);
  });

  it.each(labels('类别 | 评价内容 | 考核内容 | 指标类别 | 评价指标 | 指标类型 | 四级指标 | 考核项目 | 评价要点'))(
    'over names of indicators, without their level: %s',
    (label) => expect(isNameHead(keyOf(label))).toBe(true),
  );

  it.each(labels('总分 | 合计 | 总计 | 得分合计 | 自评总分（分） | 自评得分 | 项目总得分'))(
    'of the total: %s',
    (label) => expect(TOTAL.get(keyOf(label))).toBe('score'),
  );
  it.each(labels('自评总分（分） | 自评得分 | 自评总分：'))('of the total in the header: %s', (label) =>
    expect(TOTAL_HEADER.has(keyOf(label))).toBe(true),
  );
  it.each(labels('子项名称 | 任务名称 | 采购项目名称'))('of lists: %s', (label) =>
    expect(LIST_MARK.has(keyOf(label))).toBe(true),
  );
});

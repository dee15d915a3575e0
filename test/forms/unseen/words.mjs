/** Labels as published forms spell them, the usual one first; and what else stands in cells. */
const words = (text) => text.trim().split(/\s+/u);

export const TITLES = words(`
  项目支出绩效自评表 财政项目支出绩效自评表 部门预算项目支出绩效自评表 绩效目标自评表 县级专项资金绩效目标自评表 项目自评表
  市本级部门项目支出绩效自评表 区域绩效目标自评表 学生资助项目绩效目标自评表 项目绩效自评价表 防汛抗旱项目支出绩效自评表
`);

export const HEADER = {
  name: words('项目名称 专项资金名称 专项名称 项目支出名称 转移支付（项目）名称'),
  supervisingDepartment: words(`
    主管部门 主管部门（单位） 县级主管部门 市级主管部门 省级主管部门 中央主管部门 项目主管部门 主管部门及代码
  `),
  implementingUnit: words(`
    实施单位 实施单位（盖章） 实施单位(盖章) 项目实施单位 项目单位 项目单位(盖章) 资金使用单位 填报单位（盖章）
  `),
  manager: words('项目负责人 负责人 部门联系人 联系人'),
  phone: words('联系电话 联络电话 电话'),
  managerAndPhone: words('项目负责人及电话 负责人及电话'),
  unitAndManager: words('实施单位/项目负责人'),
};
/** Labels of the header without a key of their own. */
export const OTHER_HEADER = words('项目编码 项目类型 项目属性 财政处室 专项实施期 项目起止时间 市县财政部门 预算科室');

export const FUND_COLUMNS = {
  initialBudget: words('年初预算数 年初预算 年初批复预算'),
  annualBudget: words(`
    全年预算数 全年预算数（A） 调整后预算数 调整预算数（A） 调整后预算 全年(调整)预算数 预算数（A） 预算数
  `),
  executed: words('全年执行数 全年执行数（B） 预算执行数 执行数（B） 执行数 实际支出数 决算数 累计支出'),
  weight: words('分值 权重 执行率权重（分） 分值权重'),
  executionRate: words('执行率 执行率（B/A） 预算执行率 预算执行率(%) 执行率（%）'),
  score: words('得分 执行率得分（分） 自评得分'),
  reason: words('原因'),
};
export const OTHER_FUND_COLUMNS = words('结余数 资金到位时间 支出内容');

export const FUND_BLOCKS = words(`
  项目资金 资金情况 预算执行情况 年度预算数 部门预算执行情况 资金投入情况 预算资金
`);
export const FUND_KINDS = {
  total: words('年度资金总额 年度资金总额： 总额 总金额 资金总额 合计 年度财政资金总额'),
  fiscal: words(`
    其中：当年财政拨款 其中：本年财政拨款 其中:财政资金 财政拨款 当年财政资金 中央补助 中央财政资金 地方资金 县级资金 一般公共预算
    政府性基金
  `),
  carryover: words('上年结转资金 上年结转'),
  specialAccount: words('财政专户管理资金'),
  unit: words('单位资金 自有资金'),
  other: words('其他资金'),
  unknown: words('银行贷款'),
};
/** Sources of money as columns, with what they are. */
export const SOURCES = {
  中央: 'fiscal',
  '省、地': 'fiscal',
  省级: 'fiscal',
  市级: 'fiscal',
  本级: 'fiscal',
  其他: 'other',
};

export const GOALS = {
  block: words('年度总体目标 总体目标 年度目标 年度绩效目标'),
  expected: words('预期目标 年初设定目标 项目年度目标 年初绩效目标 当年绩效目标 年初预期目标'),
  adjusted: words('全年(调整)绩效目标'),
  actual: words(`
    实际完成情况 年度总体目标完成情况综述 年度目标完成情况 年度总体目标完成情况 目标实际完成情况 全年实际完成情况
    全年目标实际完成情况 年度实际完成情况
  `),
};

export const INDICATOR_COLUMNS = {
  operator: words('指标性质 计算符号 绩效指标性质 指标方向'),
  target: words(`
    年度指标值 年度指标值（A） 指标值 年初目标值（A） 年初指标值 目标值 绩效目标值 预算设定指标值
  `),
  unit: words('度量单位 计量单位 绩效度量单位 单位'),
  adjustedTarget: words('调整指标值'),
  actual: words(`
    实际完成值 实际完成值（B） 完成值 全年实际值（B） 全年实际完成值 全年完成值 项目完成指标值 实际值 年终完成值 指标实际完成值
  `),
  weight: words('分值 权重 指标分值 参考分值 指标权重（分） 分值权重'),
  score: words('得分 自评得分 实际得分 指标得分（分） 自评分'),
  reviewedScore: words('审核得分 复核得分 复核分 财政审定得分'),
  deviation: words(`
    偏差原因分析及改进措施 偏差原因及改进措施 偏差原因及整改措施 未完成原因分析 未完成原因分析及改进措施 未完成原因及拟采取的改进措施
    未完成原因和改进措施 备注
  `),
  scoringRule: words('评分标准 指标解释 计算方法 评价标准及依据'),
  core: words('是否核心指标'),
};
export const OTHER_INDICATOR_COLUMNS = words('数据来源 佐证资料 完成率 上年完成值 指标值设置依据 责任科室');

/** Groups of indicators: names of the first level with those of the second. */
export const GROUPS = [
  {
    产出指标: words('数量指标 质量指标 时效指标 成本指标'),
    效益指标: words('经济效益指标 社会效益指标 生态效益指标 可持续影响指标'),
    满意度指标: words('服务对象满意度指标'),
  },
  {
    成本指标: words('经济成本指标 社会成本指标'),
    产出指标: words('数量指标 质量指标 时效指标'),
    效益指标: words('社会效益指标 生态效益指标'),
  },
  { 项目决策: words('立项依据 绩效目标'), 项目管理: words('资金管理 业务管理'), 项目产出: words('产出数量 产出质量') },
  { 投入目标: words('预算管理 资金落实'), 产出目标: words('数量 质量'), 影响力目标: words('长效管理 人力资源') },
];

export const TOTALS = words('总分 合计 总计 得分合计 自评总分');
export const GRADES = words('优 良 中');

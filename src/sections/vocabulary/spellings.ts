import type { FundKind } from '../../contract/document.js';

/**
 * The labels of self-evaluation forms with the spellings seen in published ones. Spellings are compared by `keyOf`: white
 * space, colons, numbering and trailing bracket groups do not count, full-width and half-width forms are one.
 * A new spelling or a new family of forms is a line here.
 */

/** Spellings in a readable block: none of them holds white space. */
export const words = (spellings: string): readonly string[] => spellings.trim().split(/\s+/u);

/** A pattern for the matching key of a label, and what such a label means: null where it is known to mean nothing of ours. */
export type Pattern<T extends string> = readonly [pattern: RegExp, meaning: T | null];

export type HeaderField =
  | 'name'
  | 'supervisingDepartment'
  | 'implementingUnit'
  | 'manager'
  | 'phone'
  | 'managerAndPhone';

export const HEADER_LABELS = {
  name: words(`
    项目名称 专项资金名称 专项名称 项目支出名称 转移支付（项目）名称 转移支付名称 项目（政策）名称
    政策名称 部门（单位）名称 部门名称 自评项目名称 二级项目名称 预算项目名称
  `),
  supervisingDepartment: words(`
    主管部门 主管部门（单位） 县级主管部门 市级主管部门 省级主管部门 区级主管部门 中央主管部门
    地方主管部门 项目主管部门 主管部门及代码 主管单位 预算主管部门 主管预算部门 一级预算单位
    主管部门名称 资金主管部门 部门 市县主管部门 业务主管部门 省级预算主管部门
  `),
  implementingUnit: words(`
    实施单位 项目实施单位 项目单位 资金使用单位 单位名称 填报单位 预算单位 实施单位名称 项目承担单位
    承担单位 项目实施部门 具体实施单位 实施（使用）单位 使用单位 执行单位 预算部门（单位） 二级预算单位 用款单位 项目用款单位
  `),
  manager: words(`
    项目负责人 负责人 部门联系人 联系人 单位负责人 项目联系人 项目负责人姓名
  `),
  phone: words(`
    联系电话 联络电话 电话 联系人电话 联系方式 项目负责人电话 负责人电话 电话号码
  `),
  managerAndPhone: words(`
    项目负责人及电话 负责人及电话 项目负责人及联系电话 联系人及电话 负责人及联系电话 联系人及联系电话
    项目负责人及联系方式 项目联系人及电话
  `),
} satisfies Record<HeaderField, readonly string[]>;

export const HEADER_PATTERNS: readonly Pattern<HeaderField>[] = [
  [/(负责人|联系人).{0,4}(电话|联系方式|手机)/u, 'managerAndPhone'],
  [/^(项目|专项|政策|资金|转移支付).{0,6}名称$/u, 'name'],
  [/^.{0,4}主管(部门|单位)(名称|及代码)?$/u, 'supervisingDepartment'],
  [/^(项目|资金|具体|预算)?.{0,2}(实施|承担|使用|执行|建设|申报|填报)(单位|部门)(名称)?$/u, 'implementingUnit'],
  [/^(项目|专项|资金|业务|具体)(负责人|联系人)(姓名)?$/u, 'manager'],
  [/^(联系|联络|办公|手机).{0,2}(电话|号码|方式)$/u, 'phone'],
];

/** On the form of a whole department, which stands for the project, its name is a label of these; and how its title says so. */
export const WHOLE_DEPARTMENT_LABELS = words(`
    单位名称 部门名称 部门（单位）名称 预算单位名称 预算部门名称 预算部门 预算单位
  `);
export const WHOLE_DEPARTMENT_TITLE = /(部门|单位).{0,6}整体|整体(支出|绩效)/u;

export type FundColumn =
  | 'initialBudget'
  | 'annualBudget'
  | 'executed'
  | 'weight'
  | 'executionRate'
  | 'score'
  | 'reason';

export const FUND_COLUMNS = {
  initialBudget: words(`
    年初预算数 年初预算 年初部门预算安排金额 年初批复预算 年初批复预算数 年初预算金额 年初预算安排
    预算批复数
  `),
  annualBudget: words(`
    全年预算数 调整后预算数 调整预算数 调整后预算 全年（调整）预算数 全年预算 预算数 小计 全年预算金额
    调整后全年预算数 预算安排数 预算金额 全年预算总额 全年（调整后）预算数 预算数（调整后） 年度预算数
    当年预算数 本年预算数 到位数 资金到位数 项目预算
  `),
  executed: words(`
    全年执行数 预算执行数 执行数 年度拨付金额 实际支出数 决算数 累计支出 全年执行 全年支出数
    实际执行数 执行金额 全年执行金额 支出数 全年实际支出数 实际支出 累计执行数 预算执行金额 支出金额
  `),
  weight: words(`
    分值 权重 执行率权重 分值权重 标准分 满分 权重分值 权重分
  `),
  executionRate: words(`
    执行率 预算执行率 支出实现率 资金执行率 全年执行率 完成率 支出率 预算完成率 支出进度 执行进度 预算执行进度 资金支出进度
    支付进度 资金执行进度
  `),
  score: words(`
    得分 执行率得分 自评得分 实际得分 自评分 自评分值 预算执行率得分 预算执行得分
  `),
  reason: words(`
    原因 未完成原因 偏差原因 偏差原因分析 原因说明 原因分析 执行率偏低原因 未执行完毕原因
    偏差原因分析及改进措施 备注 未完成原因分析 未完成原因和改进措施 预算执行偏差原因
  `),
} satisfies Record<FundColumn, readonly string[]>;

/**
 * What a label of another spelling most likely means: the first pattern that fits decides, null keeps the column out. Only
 * asked where {@link FUND_COLUMNS} has no such spelling.
 */
export const FUND_COLUMN_PATTERNS: readonly Pattern<FundColumn>[] = [
  [/审核|核查|复核|审定|申请|结余|结转|差额|占比|来源|标准|上年|上一|去年|同期|预计|截至|累计|系数|依据/u, null],
  [/得分|自评分/u, 'score'],
  [/权重|分值|满分/u, 'weight'],
  [/原因|说明|备注/u, 'reason'],
  [/(执行|完成|支出|支付|使用|拨付|实现).{0,4}(率|进度|比例)/u, 'executionRate'],
  [/率/u, null],
  [/年初|批复|初始/u, 'initialBudget'],
  [/(执行|支出|决算|支付|使用|拨付).{0,3}(数|额|金额)?$/u, 'executed'],
  [/调整|预算.{0,3}(数|额|总额)$|到位|下达/u, 'annualBudget'],
];

/** Any of these shows that a row is the header of the funds block; the others stand in indicator tables too. */
export const FUND_MARKS: readonly FundColumn[] = ['initialBudget', 'annualBudget', 'executed', 'executionRate'];

export const FUND_BLOCK_LABELS = words(`
    项目资金 资金情况 预算执行情况 年度预算数 部门预算执行情况 资金投入情况 财政资金安排和使用情况
    项目资金情况 项目预算执行情况 资金安排 年度预算执行情况 项目资金预算执行情况 资金执行情况 预算资金
    预算资金情况 项目预算 项目支出预算执行情况 资金使用情况 项目资金投入情况
  `);

/** How else the label of the whole block may read: 部门预算资金情况, 项目经费安排使用情况, 资金. */
export const FUND_BLOCK_PATTERN =
  /^(项目|部门|单位|年度|专项|整体|支出|全年|财政|本年)*(预算|资金|经费)+(支出)?(预算|资金)?(安排|投入|使用|执行|拨付|到位|收支|管理)*([及和与](使用|执行|管理))?(情况|状况)?$/u;

export const FUND_KINDS = {
  total: words(`
    年度资金总额 总额 总金额 资金总额 合计 年度财政资金总额 年度总额 总计 项目资金总额 年度预算总额
    全年资金总额 年度资金合计 资金合计 预算总额 项目总额 小计 年度总金额 年度资金总计
  `),
  fiscal: words(`
    当年财政拨款 本年财政拨款 财政资金 财政拨款 当年财政资金 本年财政资金 财政资金小计 中央、省、市补助
    中央补助 中央财政资金 地方资金 市级资金 县级资金 省级资金 区级资金 一般公共预算 一般公共预算资金
    一般公共预算财政拨款 政府性基金 政府性基金预算 政府性基金预算财政拨款 国有资本经营预算 本级财政资金
    本级财政拨款 市级财政资金 区级财政资金 县级财政资金 省级财政资金 中央资金 上级资金 上级补助
    上级财政资金 中央财政拨款 财政性资金 其中财政拨款 当年财政拨款资金 年度财政拨款 市级财政拨款
    区级财政拨款 省级财政拨款
  `),
  carryover: words(`
    上年结转资金 上年结转 历年结余结转 上年结转结余 上年结转结余资金 结转资金 结余结转资金 上年结余
    上年结余结转 以前年度结转 上年财政拨款结转 上年财政资金结转
  `),
  specialAccount: words(`
    财政专户管理资金 财政专户资金 专户资金 纳入专户管理的非税 财政专户管理的资金
  `),
  unit: words(`
    单位资金 自有资金 事业收入 单位自有资金 单位自筹 自筹资金 事业单位经营收入
  `),
  other: words(`
    其他资金 其他资金小计 其他 其它资金 其它 其他收入 社会资金 其他来源资金
  `),
} satisfies Partial<Record<FundKind, readonly string[]>>;

export const FUND_KIND_PATTERNS: readonly Pattern<FundKind>[] = [
  [/总额|总计|合计|总金额/u, 'total'],
  [/结转|结余/u, 'carryover'],
  [/专户/u, 'specialAccount'],
  [/自有|自筹|单位|事业|经营收入/u, 'unit'],
  [/其[他它]|社会/u, 'other'],
  [
    /^(中央|国家|地方|自治区|本级|上级|[省市区县乡镇地州盟旗])级?([及和、与]?(中央|[省市区县乡镇地州盟旗])级?)*(资金|财政|补助|配套|安排)*$/u,
    'fiscal',
  ],
  [/财政|拨款|补助|预算|[中央省市区县级]资金$|国债|债券/u, 'fiscal'],
];

export type GoalField = 'expected' | 'actual' | 'adjusted';

export const GOAL_LABELS = {
  expected: words(`
    预期目标 年初设定目标 年度总体目标 项目年度目标 年度绩效目标 总体目标 年初绩效目标 当年绩效目标
    年初预期目标 年度目标 绩效目标 项目绩效目标 项目总体目标 年初目标 预期绩效目标 年度预期目标
    年初设定绩效目标 设定目标 年初设定的绩效目标
  `),
  actual: words(`
    实际完成情况 年度总体目标完成情况综述 年度目标完成情况 年度总体目标完成情况 目标实际完成情况
    全年实际完成情况 全年目标实际完成情况 年度实际完成情况 总体目标完成情况 完成情况 目标完成情况
    年度绩效目标完成情况 绩效目标完成情况 实际完成目标 项目年度目标完成情况 年度目标实际完成情况
    全年完成情况 总体完成情况 目标实现情况 全年实际完成目标情况 年度总体目标实际完成情况
    绩效目标实际完成情况 年度总体完成情况
  `),
  adjusted: words(`
    全年（调整）绩效目标 调整后绩效目标 调整后目标 全年（调整）目标 调整绩效目标 调整后的绩效目标
    年度调整目标 调整目标
  `),
} satisfies Record<GoalField, readonly string[]>;

export const GOAL_PATTERNS: readonly Pattern<GoalField>[] = [
  [/指标|效益|产出/u, null],
  [/调整.{0,6}目标/u, 'adjusted'],
  [/目标.{0,8}(完成|实现|达成)(情况|结果|程度)?(综述|说明)?$/u, 'actual'],
  [/(完成|实现|达成).{0,4}(目标)?.{0,2}情况(综述|说明)?$/u, 'actual'],
  [/(年度|年初|总体|预期|绩效|设定|计划).{0,6}目标$/u, 'expected'],
];

export const GOAL_BLOCK_LABELS = words(`
    年度总体目标 年度目标 年度总体目标完成情况 总体目标 项目年度目标完成情况 年度绩效目标 绩效目标
    项目目标 总体绩效目标 年度总体绩效目标 目标完成情况 绩效目标完成情况 总体目标完成情况
    年度绩效目标完成情况 年度目标完成情况
  `);

export type IndicatorColumn =
  | 'level1'
  | 'level2'
  | 'level3'
  | 'operator'
  | 'direction'
  | 'target'
  | 'unit'
  | 'adjustedTarget'
  | 'actual'
  | 'weight'
  | 'level1Weight'
  | 'level2Weight'
  | 'score'
  | 'reviewedScore'
  | 'deviation'
  | 'scoringRule'
  | 'core';

export const INDICATOR_COLUMNS = {
  level1Weight: words(`
    一级指标权重 一级指标分值 一级权重 一级分值
  `),
  level2Weight: words(`
    二级指标权重 二级指标分值 二级权重 二级分值
  `),
  level1: words(`
    一级指标 一级指标名称 一级 1级指标
  `),
  level2: words(`
    二级指标 二级指标名称 二级 2级指标
  `),
  level3: words(`
    三级指标 三级指标名称 指标名称 指标内容 三级 3级指标 绩效指标名称 具体指标
  `),
  operator: words(`
    指标性质 计算符号 绩效指标性质 指标符号 运算符号 符号
  `),
  direction: words(`
    指标方向 方向 指标方向性 指标正反向 正反向
  `),
  target: words(`
    年度指标值 指标值 年初目标值 年初指标值 目标值 绩效目标值 预算设定指标值 绩效目标 年度目标值
    预期指标值 计划指标值 年初设定目标值 指标目标值 全年目标值 年度绩效指标值 预期值 绩效指标值
    预期目标值 年度计划指标值 年初设定指标值 计划值 设定指标值 预设指标值 全年指标值 年度预期指标值
    年度预期值 年初绩效指标值 计划数 计划
  `),
  unit: words(`
    度量单位 计量单位 绩效度量单位 单位 指标单位 指标值单位
  `),
  adjustedTarget: words(`
    调整指标值 调整后指标值 调整目标值 调整后目标值 全年调整指标值 调整值 全年（调整）指标值
    年中调整指标值
  `),
  actual: words(`
    实际完成值 完成值 全年实际值 全年实际完成值 全年完成值 项目完成指标值 实际值 完成指标值
    实际完成指标值 实际完成情况 全年实际完成指标值 年度完成值 完成情况 实际完成 年度实际完成值
    指标完成值 全年完成情况 实际指标值 实际达成值 完成数 指标实际完成值 年度实际值 全年实际完成情况
    指标完成情况 年终完成值 年终完成情况 年终实际完成值 年末完成值 实际 自评情况
  `),
  weight: words(`
    分值 权重 指标分值 参考分值 指标权重 分值权重 标准分值 标准分 满分 权重分值 权重值 分值（权重）
    指标权重分值 分数 指标分值权重 权重设定值 权重分
  `),
  score: words(`
    得分 自评得分 实际得分 指标得分 自评分 自评分值 自评分数 评分 单位自评得分 得分情况 评价得分 自评打分 打分 得分值 单位自评分 单位自评
  `),
  reviewedScore: words(`
    审核得分 复核得分 复核分 审核分 复评得分 复评分 核查得分 核查分数 审定得分 审定分 财政审定 财政审定得分
    财政审定评分 财政审核得分 财政复核得分 主管部门审核得分 评审得分 财政评价得分 抽查得分 专家评分 复核评分 审核评分 主管部门评分 主管部门打分 财政评分 财政打分 第三方评分 专家打分
  `),
  deviation: words(`
    偏差原因分析及改进措施 偏差原因及改进措施 偏差原因及整改措施 未完成原因分析 未完成原因分析及改进措施
    未完成原因及拟采取的改进措施 未完成原因和改进措施 备注 得失分依据及原因 偏差原因分析 未完成原因
    未完成原因及改进措施 偏差原因分析与改进措施 偏差原因 偏差分析及改进措施 偏差原因分析和改进措施
    原因分析及改进措施 原因分析 偏离原因分析及改进措施 未完成或偏离原因分析 偏差情况说明
    未完成的原因及改进措施 未完成原因分析与改进措施 偏差原因分析及改进措施说明
    未完成原因分析及拟采取的改进措施 扣分原因 扣分原因及改进措施 偏差原因分析改进措施
    指标偏差原因分析及改进措施 偏离原因及改进措施 差异原因分析及改进措施 未达标原因分析及改进措施 改进措施
    原因 偏差原因分析及整改措施 未完成原因及整改措施 未完成原因分析及整改措施
  `),
  scoringRule: words(`
    评分标准 指标解释 计算方法 评分规则 评分细则 评价标准 评分办法 指标说明 评分方法 计分方法
    计分标准 评分依据 评价标准及依据 指标赋分规则 赋分规则 赋分标准 考核标准 考核办法 评分标准及依据 评价依据
    评价标准和依据 评分说明 指标评分标准 指标计算方法
  `),
  core: ['是否核心指标', '核心指标', '是否为核心指标'],
} satisfies Record<IndicatorColumn, readonly string[]>;

/** Labels over names of indicators that do not say of which level: 类别, 评价内容, 考核指标, 四级指标. */
export const NAME_HEAD =
  /^([四五45]级指标|(评价|考核|评分|评定|评估|绩效|自评|检查|指标|管理|工作)?(类别|类型|分类|大类|维度|要素|要点|内容|项目|事项|指标|因素)(名称)?)$/u;

export const INDICATOR_COLUMN_PATTERNS: readonly Pattern<IndicatorColumn>[] = [
  [
    /^[^上历近扣]*(审核|核查|复核|审定|复评|复审|评审|专家|抽查|财政|主管部门|第三方)[^扣]*(分|分数|审定)$/u,
    'reviewedScore',
  ],
  [/审核|核查|复核|审定|扣减|复评|评审|专家|抽查|财政评|第三方/u, null],
  // What holds for another year or a part of this one, or is reckoned from the scores, is not what its last word says.
  [/上年|上一|去年|往年|历史|历年|近[二三五]年|同期|预计|截至|累计|半年|季度|月|平均|系数|率$|[偏差离]度$/u, null],
  [/^[一1]级/u, 'level1'],
  [/^[二2]级/u, 'level2'],
  [/^[三3]级|^指标(名称|内容|描述)|具体指标/u, 'level3'],
  [
    /(评分|计分|评价|赋分|扣分|考核)(标准|规则|细则|方法|办法|说明|依据)|指标(解释|说明|释义)|计算(方法|公式|方式)/u,
    'scoringRule',
  ],
  [/核心/u, 'core'],
  [/原因|改进|整改|偏差|偏离/u, 'deviation'],
  // What explains a number or proves it is not that number.
  [/依据|说明|资料|材料|来源|文件|证明/u, null],
  [/得分|自评分|评分|打分/u, 'score'],
  [/权重|分值|满分|标准分|总分/u, 'weight'],
  [/调整.{0,4}(值|目标)/u, 'adjustedTarget'],
  [/正[反负逆]向|方向/u, 'direction'],
  [/(指标|目标)性质|符号/u, 'operator'],
  [/(度量|计量|指标|指标值).{0,2}单位$/u, 'unit'],
  [
    /(年初|预期|预设|预定|设定|计划|目标|指标).{0,6}(值|标准)$|^(年度|全年|年初|绩效|预期|计划).{0,4}(目标|指标)$/u,
    'target',
  ],
  [/(实际|完成|达成|实现|全年).{0,6}(值|数|情况|结果)$|^(实际|全年|年度)(完成|达成|实现)$/u, 'actual'],
];

/** What a row above the header of the project calls it. */
export const HEADER_BLOCK_LABELS = words(`
    项目基本情况 基本情况 项目基本信息 基本信息 项目概况 单位基本情况 部门基本情况
  `);

export const INDICATOR_BLOCK_LABELS = words(`
    绩效指标 年度绩效指标 绩效指标完成情况 指标完成情况 项目绩效指标 年度绩效指标完成情况 绩效目标指标
    绩效指标情况 项目绩效实现情况 项目绩效 项目绩效情况 绩效实现情况
  `);

/** How else the label beside all indicators may read: 项目绩效, 项目绩效实现情况, 年度绩效目标完成情况. */
export const INDICATOR_BLOCK_PATTERN =
  /^(项目|年度|部门|单位|政策)+(整体|支出)?绩效(指标|目标)?((实际)?(完成|实现|达成)情况)?$/u;

/** Names of groups of indicators: those that the rules of the finance ministry use, and their older and local spellings. */
export const LEVEL_NAMES = words(`
    产出指标 效益指标 满意度指标 服务对象满意度指标 成本指标 预算执行指标 数量指标 质量指标 时效指标
    经济成本指标 社会成本指标 生态环境成本指标 经济效益指标 社会效益指标 生态效益指标 可持续影响指标
    决策指标 过程指标 管理指标 项目决策 项目管理 项目产出 项目效益 产出 效益 满意度 服务对象满意度 成本
    数量 质量 时效 经济效益 社会效益 生态效益 可持续影响 可持续发展 决策 过程 预算执行 社会公众满意度
    社会公众或服务对象满意度 公众满意度 履职效能 管理效率 社会效应 可持续性
  `);

export const TOTAL_LABELS = {
  score: words(`
    总分 合计 总计 得分合计 自评总分 总得分 合计得分 自评得分合计 分值合计 总评分 综合得分
    自评总得分 总分合计 自评得分 项目总分 项目总得分 绩效自评得分 绩效自评总分
  `),
  grade: words(`
    自评等级 评价等级 自评结果 自评结论 绩效等级 评价等次 自评等次 等级 绩效自评等级 评定等级 等次
  `),
} as const;

/** Labels inside a total row, each with its value beside or below. */
export const TOTAL_PARTS = {
  weight: words(`
    总分值 分值 满分 权重 标准分 分值合计 总权重 应得分
  `),
  score: words(`
    总得分 得分 自评得分 自评总分 自评总得分 合计得分 得分合计 实得分 实际得分 自评分
  `),
  grade: TOTAL_LABELS.grade,
} as const;

/** Rows of an indicator table that add up a group. */
export const SUBTOTAL_LABELS = words(`
    小计 分类小计 得分小计 分项小计 指标小计
  `);

/** Of the labels above, those that also stand alone in the project header with the total beside them. */
export const TOTAL_HEADER_LABELS = words(`
    自评总分 自评得分 总分 总得分 自评总得分 综合得分 绩效自评得分 绩效自评总分 总评分
  `);

/** Columns of lists without a key in the contract. One of the marks shows that a row is the header of such a list. */
export const LIST_MARKS = words(`
    任务名称 主要任务 工作任务 主要内容 任务内容 情况说明 子项名称 子项目名称 分项名称 子项目 采购项目名称 采购品目
    采购内容 明细项目
  `);
export const LIST_COLUMNS = words(`
    完成情况 任务完成情况 预算数 执行数 分值 得分 执行率 存在问题和改进措施 存在问题 改进措施 总额 财政拨款 其他
    实际数 采购预算 采购金额 合同金额 中标金额 金额 数量 单价
  `);

export type ConclusionField = 'evaluation' | 'problems' | 'measures';

export const CONCLUSION_LABELS = {
  evaluation: words(`
    评价结论 自评结论说明 总体评价 总体结论 绩效自评结论
  `),
  problems: words(`
    存在问题 存在的问题 主要问题 存在的主要问题 问题 存在问题及原因 存在的问题及原因分析
    偏差大或目标未完成原因分析 偏差大或目标未完成的原因分析 存在问题及原因分析
  `),
  measures: words(`
    改进措施 整改措施 下一步改进措施 改进措施及结果应用方案 改进建议 下一步措施 有关建议 改进意见
    下一步工作措施
  `),
} satisfies Record<ConclusionField, readonly string[]>;

export const CONCLUSION_PATTERNS: readonly Pattern<ConclusionField>[] = [
  [/^.{0,4}存在.{0,5}问题.{0,5}$/u, 'problems'],
  [/^(下一步|后续|拟采取的?|今后).{0,4}(措施|打算|建议|计划)$|^(改进|整改).{0,4}(措施|建议|意见)$/u, 'measures'],
  [/^(项目|绩效|综合|总体|部门)?(自评|评价)(结论|总结)$/u, 'evaluation'],
];

export const NOTE_LABELS = words(`
    注 备注 填表说明 填报说明 备注说明 注释
  `);

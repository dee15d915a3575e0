import { words } from './spellings.js';

/**
 * Families of templates seen in published forms: what they are called, where they come from, and the labels that they
 * print. Nothing in the reader asks for a family; a new one is an entry here, with a fixture that shows it.
 */

export interface FamilyData {
  /** Short and stable. */
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** Who publishes it, or the rule that it is an annex of. */
  readonly source: string;
  /** How its titles read; 某 stands for a name. */
  readonly titles: readonly string[];
  readonly header: readonly string[];
  readonly fundColumns: readonly string[];
  readonly fundRows: readonly string[];
  readonly goals: readonly string[];
  readonly indicators: readonly string[];
  readonly closing: readonly string[];
}

const NATIONAL_HEADER = words('项目名称 主管部门 实施单位');
const FUNDS = words('年初预算数 全年预算数 全年执行数 分值 执行率 得分');
const ROWS = words('年度资金总额 其中：当年财政拨款 上年结转资金 其他资金');
const GOALS = words('预期目标 实际完成情况');
const LEVEL_COLUMNS = words('一级指标 二级指标 三级指标');
const NATIONAL = [...LEVEL_COLUMNS, ...words('年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施')];

export const FAMILIES: readonly FamilyData[] = [
  {
    id: 'national',
    name: { en: 'National template for projects', zh: '财政部项目支出绩效自评表' },
    source: '财预〔2020〕10号 附件',
    titles: words('项目支出绩效自评表'),
    header: NATIONAL_HEADER,
    fundColumns: FUNDS,
    fundRows: ROWS,
    goals: GOALS,
    indicators: NATIONAL,
    closing: ['总分'],
  },
  {
    id: 'shanghai',
    name: { en: 'Shanghai', zh: '上海财政项目支出绩效自评表' },
    source: '上海市及各区预算单位公开',
    titles: words('财政项目支出绩效自评表'),
    header: NATIONAL_HEADER,
    fundColumns: FUNDS,
    fundRows: ROWS,
    goals: GOALS,
    indicators: NATIONAL,
    closing: ['总分'],
  },
  {
    id: 'sichuan',
    name: { en: 'Sichuan', zh: '四川部门预算项目支出绩效自评表' },
    source: '四川省各级部门决算公开附件',
    titles: words('部门预算项目支出绩效自评表'),
    header: words('项目名称 主管部门 实施单位（盖章） 项目负责人'),
    fundColumns: words('年初预算 调整后预算数 预算执行数 预算执行率 权重 得分 原因'),
    fundRows: words('总额 其中：财政资金 财政专户管理资金 单位资金 其他资金'),
    goals: words('项目年度目标 年度目标完成情况'),
    indicators: [...LEVEL_COLUMNS, ...words('指标性质 指标值 度量单位 完成值 权重 得分 未完成原因分析')],
    closing: words('合计 评价结论 存在问题 改进措施'),
  },
  {
    id: 'yunnan',
    name: { en: 'Yunnan', zh: '云南项目支出绩效自评表' },
    source: '云南省各级部门决算公开表（公开10—15表）',
    titles: words('某年度项目支出绩效自评表'),
    header: NATIONAL_HEADER,
    fundColumns: FUNDS,
    fundRows: ROWS,
    goals: GOALS,
    indicators: [...LEVEL_COLUMNS, ...words('指标性质 指标值 度量单位 实际完成值 分值 得分 偏差原因分析及改进措施')],
    closing: words('总分 自评等级 备注'),
  },
  {
    id: 'rural-revitalisation',
    name: { en: 'Rural revitalisation fund', zh: '衔接推进乡村振兴补助资金绩效目标自评表' },
    source: '各地财政衔接推进乡村振兴补助资金绩效自评',
    titles: words('绩效目标自评表'),
    header: words('项目名称 项目负责人及电话 主管部门 实施单位'),
    fundColumns: words('全年预算数（A） 全年执行数（B） 分值 执行率（B/A） 得分'),
    fundRows: words('年度资金总额： 其中：本年财政拨款 中央、省、市补助 地方资金 其他资金'),
    goals: words('年初设定目标 年度总体目标完成情况综述'),
    indicators: [...LEVEL_COLUMNS, ...words('分值 年度指标值 全年实际值 得分 未完成原因及拟采取的改进措施')],
    closing: ['总分'],
  },
  {
    id: 'anhui',
    name: { en: 'Anhui', zh: '安徽项目支出绩效自评表' },
    source: '安徽省各级部门决算公开',
    titles: words('项目支出绩效自评表'),
    header: NATIONAL_HEADER,
    fundColumns: FUNDS,
    fundRows: words('年度资金总额: 其中：本年财政拨款 上年结转资金 其他资金'),
    goals: GOALS,
    indicators: NATIONAL,
    closing: ['总分'],
  },
  {
    id: 'hubei',
    name: { en: 'Hubei', zh: '湖北项目自评表' },
    source: '湖北省各级部门绩效自评公开',
    titles: words('某年度某项目自评表 项目绩效自评表'),
    header: words('项目名称 主管部门 项目实施单位 单位名称'),
    fundColumns: words('预算数（A） 执行数（B） 执行率（B/A） 得分（20分*执行率）'),
    fundRows: words('年度财政资金总额'),
    goals: [],
    indicators: [...LEVEL_COLUMNS, ...words('年初目标值（A） 实际完成值（B） 得分')],
    closing: words('总分 偏差大或目标未完成原因分析 改进措施及结果应用方案 备注'),
  },
  {
    id: 'chongqing',
    name: { en: 'Chongqing', zh: '重庆部门整体绩效自评表、项目绩效自评表' },
    source: '重庆市各级部门绩效自评公开',
    titles: words('部门整体绩效自评表 项目绩效自评表'),
    header: words('主管部门 部门联系人 联系电话'),
    fundColumns: words('年初预算数 全年(调整)预算数 全年执行数 执行率（%） 执行率权重（分） 执行率得分（分）'),
    fundRows: words('总金额'),
    goals: words('年初绩效目标 全年(调整)绩效目标 全年目标实际完成情况'),
    indicators: words(
      '指标名称 计量单位 指标性质 年初指标值 调整指标值 全年完成值 指标权重（分） 指标得分（分） 是否核心指标',
    ),
    closing: words('自评总分（分）'),
  },
  {
    id: 'ningxia',
    name: { en: 'Ningxia', zh: '宁夏市本级部门项目支出绩效自评表' },
    source: '银川市本级部门绩效自评公开',
    titles: words('市本级部门项目支出绩效自评表'),
    header: NATIONAL_HEADER,
    fundColumns: words('年初预算数 调整预算数（A） 全年执行数（B） 执行率（B/A)'),
    fundRows: ROWS,
    goals: GOALS,
    indicators: [...LEVEL_COLUMNS, ...words('参考分值 年度指标值（A） 全年实际值（B） 得分 未完成原因分析及改进措施')],
    closing: words('自评得分 总分'),
  },
  {
    id: 'jiangxi',
    name: { en: 'Jiangxi', zh: '江西项目支出绩效自评表（2017年版）' },
    source: '江西省级部门绩效自评公开（2017 年通知附件）',
    titles: words('项目支出绩效自评表'),
    header: NATIONAL_HEADER,
    fundColumns: FUNDS,
    fundRows: ROWS,
    goals: GOALS,
    indicators: [...LEVEL_COLUMNS, ...words('年度指标值 分值 评分标准 实际完成值 得分')],
    closing: ['总分'],
  },
  {
    id: 'hunan',
    name: { en: 'Hunan', zh: '湖南专项资金绩效目标自评表、部门整体支出绩效自评表' },
    source: '湖南省各级部门绩效自评公开',
    titles: words('县级专项资金绩效目标自评表 部门整体支出绩效自评表'),
    header: words('专项资金名称 负责人及电话 县级主管部门 实施单位 单位名称'),
    fundColumns: words('全年预算数（A） 全年执行数（B） 执行率（B/A） 年初预算数 分值 得分'),
    fundRows: words('年度资金总额 其中：中央、省、市补助 县级资金 其他资金 一般公共预算 政府性基金 纳入专户管理的非税'),
    goals: words('预期目标 实际完成情况'),
    indicators: [...LEVEL_COLUMNS, ...words('年度指标值 实际完成值 偏差原因分析及改进措施')],
    closing: [],
  },
  {
    id: 'fujian',
    name: { en: 'Fujian', zh: '福建部门整体支出绩效自评表' },
    source: '福建省各级部门绩效自评公开',
    titles: words('部门整体支出绩效自评表'),
    header: words('部门（单位）名称'),
    fundColumns: words('年初部门预算安排金额① 小计④=①+②+③ 年度拨付金额⑤ 支出实现率⑥=⑤/④'),
    fundRows: words('财政资金小计 ①中央及省级 ②市级 ③县 其他资金小计 合计'),
    goals: words('年度绩效目标'),
    indicators: [...LEVEL_COLUMNS, ...words('指标解释 绩效目标值 实际完成值 指标分值 得分')],
    closing: words('合计'),
  },
  {
    id: 'department',
    name: { en: 'Whole departments', zh: '部门整体支出绩效自评表（通用）' },
    source: '各地部门整体支出绩效自评',
    titles: words('部门整体支出绩效自评表'),
    header: words('部门（单位）名称'),
    fundColumns: FUNDS,
    fundRows: words('部门预算支出合计 其中：财政拨款 其他资金'),
    goals: GOALS,
    indicators: [...LEVEL_COLUMNS, ...words('年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施')],
    closing: words('总分'),
  },
  {
    id: 'transfers',
    name: { en: 'Central transfers', zh: '中央对地方转移支付区域（项目）绩效自评表' },
    source: '财政部 中央对地方转移支付绩效自评',
    titles: words('中央对地方转移支付区域绩效自评表 转移支付项目绩效自评表'),
    header: words('转移支付（项目）名称 中央主管部门 资金使用单位'),
    fundColumns: words('全年预算数（A） 全年执行数（B） 预算执行率（B/A×100%）'),
    fundRows: words('年度资金总额 其中：中央财政资金 地方资金 其他资金'),
    goals: words('总体目标 全年实际完成情况'),
    indicators: [...LEVEL_COLUMNS, ...words('指标值 全年实际完成值 未完成原因和改进措施')],
    closing: [],
  },
  {
    id: 'universities',
    name: { en: 'Universities', zh: '高校项目支出绩效自评结果公示表' },
    source: '高校项目支出绩效自评公示',
    titles: words('某大学某年度项目支出绩效自评结果公示表'),
    header: words('项目名称 项目单位 项目负责人'),
    fundColumns: words('预算数 执行数 执行率'),
    fundRows: words('财政拨款 自有资金'),
    goals: words('年度绩效目标'),
    indicators: [...LEVEL_COLUMNS, ...words('预算设定指标值 项目完成指标值')],
    closing: [],
  },
];

import type { Words } from '../words.js';

/** What stands in the workbooks beside the values of the forms: names of sheets, headers, labels of fields, words for codes. */

export const SHEETS = {
  summary: { en: 'Summary', zh: '汇总' },
  findings: { en: 'findings', zh: '问题' },
  diagnostics: { en: 'diagnostics', zh: '诊断' },
  columns: { en: 'columns', zh: '说明' },
  footer: { en: 'Self-evaluation of budget performance', zh: '预算绩效自评' },
} as const satisfies Readonly<Record<string, Words>>;

/** A column of a workbook that no table has: its header, and what it holds. */
export interface ColumnText {
  readonly header: Words;
  readonly about: Words;
}

export const BOOK_COLUMNS = {
  severity: {
    header: { en: 'Severity', zh: '级别' },
    about: { en: 'Error, warning or remark', zh: '错误、警告或提示' },
  },
  message: {
    header: { en: 'Finding', zh: '问题' },
    about: { en: 'What is wrong, or to be looked at', zh: '存在的问题或需要核对的内容' },
  },
  project: {
    header: { en: 'Project', zh: '项目名称' },
    about: { en: 'The form, by its 项目名称 or its title', zh: '所属自评表的项目名称，没有时为表名' },
  },
  sheet: {
    header: { en: 'Form', zh: '转到' },
    about: { en: 'A click leads to the form in this workbook', zh: '点击转到本工作簿中的该自评表' },
  },
  item: {
    header: { en: 'Indicator or row', zh: '指标或资金行' },
    about: {
      en: 'The indicator, or the row of funds, that it is about; empty where it is about the form as a whole',
      zh: '所涉及的指标或资金行；涉及整张表时为空',
    },
  },
  label: {
    header: { en: 'Column of the form', zh: '栏目' },
    about: { en: 'What the form calls the field', zh: '表上的栏目名称' },
  },
  printed: {
    header: { en: 'Printed', zh: '表上内容' },
    about: { en: 'What is printed there', zh: '表上该处所印的内容' },
  },
  page: {
    header: { en: 'Page', zh: '页码' },
    about: { en: 'Page of the PDF', zh: 'PDF 的页码' },
  },
  open: {
    header: { en: 'Review', zh: '复核' },
    about: {
      en: 'A click opens the place in its review (evalx review)',
      zh: '点击打开复核页面中的相应位置（evalx review）',
    },
  },
  rule: {
    header: { en: 'Rule', zh: '规则' },
    about: { en: 'Id of the rule; evalx explain RULE tells about it', zh: '规则代码；evalx explain RULE 可查看说明' },
  },
  code: {
    header: { en: 'Code', zh: '代码' },
    about: {
      en: 'Code of the diagnostic; evalx explain CODE tells about it',
      zh: '诊断代码；evalx explain CODE 可查看说明',
    },
  },
  file: { header: { en: 'File', zh: '文件' }, about: { en: 'The PDF', zh: 'PDF 文件' } },
  pointer: {
    header: { en: 'Pointer', zh: '字段指针' },
    about: {
      en: 'The field as a JSON Pointer into the document, for programs',
      zh: '字段在文档中的 JSON Pointer，供程序使用',
    },
  },
  reportId: {
    header: { en: 'reportId', zh: '报告编号' },
    about: { en: 'Id of the form, the same in all tables', zh: '自评表的编号，各表一致' },
  },
  selfScore: {
    header: { en: 'Own score', zh: '自评得分' },
    about: { en: 'The sum of the scores on its sheet', zh: '该表工作表中得分的合计' },
  },
  reviewScore: {
    header: { en: 'Reviewed score', zh: '复核得分' },
    about: {
      en: 'The sum of the reviewed scores, once every row with a score has one',
      zh: '复核得分的合计，各行均已复核后显示',
    },
  },
  difference: {
    header: { en: 'Difference', zh: '偏差' },
    about: { en: 'Own less reviewed score', zh: '自评得分减复核得分' },
  },
  deviation: {
    header: { en: 'Deviation', zh: '偏离度' },
    about: { en: 'The difference over the own score', zh: '偏差除以自评得分' },
  },
  reason: {
    header: { en: 'Reason', zh: '原因' },
    about: { en: 'For the reviewer to fill in', zh: '由复核人填写' },
  },
  errors: {
    header: { en: 'Errors', zh: '错误数' },
    about: { en: 'Findings that are errors', zh: '级别为错误的问题条数' },
  },
  warnings: {
    header: { en: 'Warnings', zh: '警告数' },
    about: { en: 'Findings that are warnings', zh: '级别为警告的问题条数' },
  },
  budgetYuan: {
    header: { en: 'Annual budget (元)', zh: '全年预算数（元）' },
    about: {
      en: 'In 元 whatever the form prints, so that forms can be added up; empty where it prints no unit',
      zh: '一律折合为元，可跨表合计；表上未印金额单位时为空',
    },
  },
  executedYuan: {
    header: { en: 'Executed (元)', zh: '全年执行数（元）' },
    about: { en: 'In 元 as well', zh: '同样折合为元' },
  },
  level1: { header: { en: 'Level 1', zh: '一级' }, about: { en: '一级指标', zh: '一级指标' } },
  level2: { header: { en: 'Level 2', zh: '二级' }, about: { en: '二级指标', zh: '二级指标' } },
  level3: { header: { en: 'Level 3', zh: '三级' }, about: { en: '三级指标', zh: '三级指标' } },
  operator: { header: { en: 'Operator', zh: '指标性质' }, about: { en: '≥, =, ≤, 定性', zh: '≥、=、≤、定性' } },
  target: {
    header: { en: 'Target', zh: '指标值' },
    about: {
      en: 'As printed; of an adjusted target, what it was before stands behind it',
      zh: '按原样；有调整的为调整后，并注明调整前',
    },
  },
  targetNumber: {
    header: { en: 'Target (number)', zh: '指标数值' },
    about: {
      en: 'The number of the target without sign and unit; empty unless it is surely one number',
      zh: '指标值中的数字，不含符号和单位；不确定为单一数字时为空',
    },
  },
  unit: { header: { en: 'Unit', zh: '度量单位' }, about: { en: 'As printed', zh: '按原样' } },
  weight: { header: { en: 'Weight', zh: '权重' }, about: { en: 'As printed', zh: '按表上所印' } },
  selfActual: { header: { en: 'Own result', zh: '自评完成值' }, about: { en: 'As printed', zh: '按原样' } },
  actualNumber: {
    header: { en: 'Own result (number)', zh: '完成数值' },
    about: {
      en: 'The number of the result without unit; empty unless it is surely one number',
      zh: '完成值中的数字，不含单位；不确定为单一数字时为空',
    },
  },
  reviewActual: {
    header: { en: 'Reviewed result', zh: '复核完成值' },
    about: { en: 'For the reviewer to fill in', zh: '由复核人填写' },
  },
  remark: {
    header: { en: 'Remark', zh: '备注' },
    about: {
      en: 'The goal that the indicator stands under, and room for the reviewer',
      zh: '指标所属绩效目标；复核人可补充',
    },
  },
} as const satisfies Readonly<Record<string, ColumnText>>;

/** What stands in cells of the workbooks. */
export const CELLS = {
  open: { en: 'open', zh: '打开' },
  show: { en: 'show', zh: '查看' },
  back: { en: '← Summary', zh: '← 返回汇总' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  budget: { en: 'Budget', zh: '预算执行' },
  budgetRate: { en: 'Execution of the budget (executed / annual budget)', zh: '预算执行率（全年执行数／全年预算数）' },
  sum: { en: 'Sum', zh: '合计' },
  before: { en: '{now} (before: {before})', zh: '{now}（调整前：{before}）' },
  printedTotal: { en: 'Total on the form: {score}', zh: '自评表总分：{score}' },
  /** Number format, in which the words stand in quotes. */
  pageFormat: { en: '"page "0', zh: '"第 "0" 页"' },
  rowsShared: { en: '{label}: rows {rows}', zh: '{label}：第 {rows} 行' },
  pair: { en: '{label}: {text}', zh: '{label}：{text}' },
  corrected: {
    en: 'Put right. Read: {old}. By {who}, {when}.{why}',
    zh: '已更正。原读取值：{old}。更正人：{who}，{when}。{why}',
  },
  correctedWhy: { en: ' Reason: {why}', zh: '原因：{why}' },
  nothing: { en: 'nothing', zh: '空' },
  indicatorNumber: { en: 'indicator {number}', zh: '第 {number} 个指标' },
  fundNumber: { en: 'row {number} of the funds', zh: '资金第 {number} 行' },
  sheetHeader: { en: 'Sheet', zh: '工作表' },
  columnHeader: { en: 'Column', zh: '列' },
  aboutHeader: { en: 'What it holds', zh: '说明' },
  formSheets: { en: 'Sheet of each form', zh: '各自评表' },
  legend: { en: 'Colours', zh: '颜色' },
  legendCorrected: { en: 'A field that a person has put right', zh: '经人工更正的字段' },
  legendInput: { en: 'For the reviewer to fill in', zh: '由复核人填写' },
  legendError: { en: 'Error', zh: '错误' },
  legendWarning: { en: 'Warning', zh: '警告' },
  inYuan: { en: 'In 元: budget {budget}, executed {executed}', zh: '折合：预算 {budget} 元，执行 {executed} 元' },
  ofYear: { en: '{year}', zh: '{year} 年度' },
  onPages: { en: 'page {pages}', zh: '第 {pages} 页' },
  amountUnit: { en: 'amounts in {unit}', zh: '金额单位：{unit}' },
} as const satisfies Readonly<Record<string, Words>>;

/** Words for the codes that tables have. */
export const CODE_WORDS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  status: {
    read: { en: 'read', zh: '已读取' },
    partly: { en: 'read in part', zh: '部分读取' },
    failed: { en: 'not read', zh: '未能读取' },
  },
  severity: {
    error: { en: 'error', zh: '错误' },
    warning: { en: 'warning', zh: '警告' },
    info: { en: 'remark', zh: '提示' },
  },
  kind: {
    total: { en: 'total', zh: '总额' },
    fiscal: { en: 'fiscal', zh: '财政拨款' },
    carryover: { en: 'carried over', zh: '上年结转' },
    specialAccount: { en: 'special account', zh: '财政专户' },
    unit: { en: 'own funds', zh: '单位资金' },
    other: { en: 'other', zh: '其他资金' },
    unknown: { en: 'unknown', zh: '不明' },
  },
  direction: { more: { en: 'more is better', zh: '正向' }, less: { en: 'less is better', zh: '反向' } },
};

/** What forms call their fields, by the last key of the pointer; `total/score` where another field has the same key. */
export const FIELD_LABELS: Readonly<Record<string, Words>> = {
  title: { en: 'title', zh: '表名' },
  year: { en: 'year', zh: '年度' },
  name: { en: 'project', zh: '项目名称' },
  supervisingDepartment: { en: 'supervising department', zh: '主管部门' },
  implementingUnit: { en: 'implementing unit', zh: '实施单位' },
  manager: { en: 'manager', zh: '项目负责人' },
  phone: { en: 'phone', zh: '联系电话' },
  funds: { en: 'funds', zh: '项目资金' },
  'funds/unit': { en: 'unit of the amounts', zh: '金额单位' },
  'funds/weight': { en: 'weight of the budget', zh: '预算执行分值' },
  label: { en: 'row of funds', zh: '资金名称' },
  initialBudget: { en: 'initial budget', zh: '年初预算数' },
  annualBudget: { en: 'annual budget', zh: '全年预算数' },
  executed: { en: 'executed', zh: '全年执行数' },
  executionRate: { en: 'rate of execution', zh: '执行率' },
  reason: { en: 'reason', zh: '原因' },
  expected: { en: 'expected goals', zh: '预期目标' },
  adjusted: { en: 'adjusted goals', zh: '调整绩效目标' },
  'goals/actual': { en: 'what was reached', zh: '实际完成情况' },
  indicatorsWeight: { en: 'weight of the indicators', zh: '绩效指标分值' },
  indicators: { en: 'indicators', zh: '绩效指标' },
  goal: { en: 'goal', zh: '绩效目标' },
  level1: { en: 'level 1', zh: '一级指标' },
  level1Weight: { en: 'weight of level 1', zh: '一级指标分值' },
  level2: { en: 'level 2', zh: '二级指标' },
  level2Weight: { en: 'weight of level 2', zh: '二级指标分值' },
  level3: { en: 'level 3', zh: '三级指标' },
  operator: { en: 'operator', zh: '指标性质' },
  direction: { en: 'direction', zh: '指标方向' },
  target: { en: 'target', zh: '年度指标值' },
  unit: { en: 'unit', zh: '度量单位' },
  adjustedTarget: { en: 'adjusted target', zh: '调整指标值' },
  actual: { en: 'result', zh: '实际完成值' },
  weight: { en: 'weight', zh: '分值' },
  score: { en: 'score', zh: '得分' },
  reviewedScore: { en: 'reviewed score', zh: '复核得分' },
  deviation: { en: 'reasons for the deviation', zh: '偏差原因分析及改进措施' },
  scoringRule: { en: 'scoring rule', zh: '评分标准' },
  core: { en: 'core indicator', zh: '核心指标' },
  total: { en: 'total', zh: '总分' },
  'total/weight': { en: 'weight of the total', zh: '总分分值' },
  'total/score': { en: 'total score', zh: '总分' },
  'total/grade': { en: 'grade', zh: '自评等级' },
  evaluation: { en: 'conclusion', zh: '评价结论' },
  problems: { en: 'problems', zh: '存在问题' },
  measures: { en: 'measures', zh: '改进措施' },
  notes: { en: 'notes', zh: '备注' },
};

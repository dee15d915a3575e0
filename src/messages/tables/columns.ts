import type { Words } from '../words.js';

/**
 * What each column of the tables holds, by its key; a column that means another thing in one table stands under
 * `table.key` too. From these come docs/columns.md and the sheet of the workbook that explains its columns.
 */
export const COLUMN_WORDS = {
  reportId: {
    en: 'Id of the form, which joins the tables: the first 16 digits of the SHA-256 of the file and the number of the form in it. Copies of one file have the same ids and differ by file.',
    zh: '表的编号，用于关联各表：文件 SHA-256 的前 16 位加表在文件中的序号。同一文件的副本编号相同，以“文件”区分。',
  },
  file: {
    en: 'The file as it was named to evalx; of a PDF that is attached to another, both names with ! between',
    zh: '输入文件的路径；PDF 附件为“文件!附件”',
  },
  report: { en: 'Index of the form in the file, from 0', zh: '表在文件中的序号，从 0 起' },
  row: { en: 'Number of the row in its form, from 1', zh: '在本表中的行号，从 1 起' },
  page: { en: 'Page, from 1', zh: '页码，从 1 起' },
  pages: { en: 'Pages on which the form stands, from 1', zh: '表所在的页，从 1 起' },
  title: { en: 'Title of the form as printed', zh: '表名，按原样' },
  year: { en: 'Budget year', zh: '预算年度' },
  projectName: { en: '项目名称 as printed', zh: '项目名称，按原样' },
  supervisingDepartment: { en: '主管部门 as printed', zh: '主管部门，按原样' },
  implementingUnit: { en: '实施单位 as printed', zh: '实施单位，按原样' },
  manager: { en: '项目负责人 as printed', zh: '项目负责人，按原样' },
  phone: { en: '联系电话 as printed', zh: '联系电话，按原样' },
  fundsUnit: { en: 'Unit of the amounts as the form prints it', zh: '表上所印金额单位' },
  fundsWeight: {
    en: 'Weight of the execution of the budget, where the label of its block prints one',
    zh: '预算执行的分值，仅当该部分标题印有分值时',
  },
  initialBudget: {
    en: '年初预算数 in the unit of the form; amounts of several forms may be in several units',
    zh: '年初预算数，单位同本表；各表单位可能不同',
  },
  annualBudget: { en: '全年预算数 in the unit of the form', zh: '全年预算数，单位同本表' },
  executed: { en: '全年执行数 in the unit of the form', zh: '全年执行数，单位同本表' },
  initialBudgetYuan: {
    en: '年初预算数 in 元 (yuan); empty where the form prints no unit of money',
    zh: '年初预算数，折合为元；表上未印金额单位时为空',
  },
  annualBudgetYuan: {
    en: '全年预算数 in 元 (yuan); empty where the form prints no unit of money',
    zh: '全年预算数，折合为元；表上未印金额单位时为空',
  },
  executedYuan: {
    en: '全年执行数 in 元 (yuan); empty where the form prints no unit of money',
    zh: '全年执行数，折合为元；表上未印金额单位时为空',
  },
  executionRate: { en: '执行率 as printed, as a fraction: 1 is 100 %', zh: '执行率，按表上所印，为小数：1 即 100%' },
  fundsScore: { en: 'Score of the execution of the budget', zh: '预算执行得分' },
  goalsExpected: { en: '预期目标 as printed', zh: '预期目标，按原样' },
  goalsActual: { en: '实际完成情况 as printed', zh: '实际完成情况，按原样' },
  goalsAdjusted: { en: '全年（调整）绩效目标 as printed', zh: '全年（调整）绩效目标，按原样' },
  indicatorsWeight: {
    en: 'Weight of all indicators, where the label of their block prints one',
    zh: '绩效指标的总分值，仅当该部分标题印有分值时',
  },
  indicatorCount: { en: 'Number of indicators', zh: '指标个数' },
  totalWeight: { en: 'Weight in the row of the total', zh: '总分行的分值' },
  totalScore: { en: '总分 as the form states it, never computed', zh: '总分，按表上所印，不计算' },
  totalGrade: { en: '自评等级 as printed', zh: '自评等级，按原样' },
  evaluation: { en: '评价结论 as printed', zh: '评价结论，按原样' },
  problems: { en: '存在问题 as printed', zh: '存在问题，按原样' },
  measures: { en: '改进措施 as printed', zh: '改进措施，按原样' },
  notes: { en: 'Text under the form: 注, 备注, 填表说明', zh: '表下文字：注、备注、填表说明' },
  extra: {
    en: 'Labelled cells with no column of their own: printed label and text',
    zh: '没有对应列的栏目：表上所印标签和内容',
  },
  label: { en: 'The row as printed: 年度资金总额, 其中：当年财政拨款', zh: '资金行名称，按原样' },
  kind: {
    en: 'What the row of funds stands for: total, fiscal, carryover, specialAccount, unit, other or unknown',
    zh: '资金类别：total 总额，fiscal 财政拨款，carryover 上年结转，specialAccount 财政专户，unit 单位资金，other 其他，unknown 不明',
  },
  weight: { en: '分值 / 权重 as printed', zh: '分值（权重），按表上所印' },
  score: { en: '得分 as printed', zh: '得分，按表上所印' },
  reason: { en: '原因 as printed', zh: '原因，按原样' },
  goal: {
    en: 'The goal that the indicator stands under, where the form has a block for each',
    zh: '指标所属绩效目标，仅当表按目标分块时',
  },
  level1: { en: '一级指标 as printed, without a weight behind it', zh: '一级指标，不含所附分值' },
  level1Weight: { en: 'Weight printed with 一级指标', zh: '一级指标所附分值' },
  level2: { en: '二级指标 as printed, without a weight behind it', zh: '二级指标，不含所附分值' },
  level2Weight: { en: 'Weight printed with 二级指标', zh: '二级指标所附分值' },
  level3: { en: '三级指标: the name of the indicator', zh: '三级指标，即指标名称' },
  operator: { en: '指标性质 where it has a column of its own: ≥, =, ≤, 定性', zh: '指标性质，仅当表上单独成列时' },
  direction: {
    en: 'Which way is better: more or less; empty where the form does not say',
    zh: '指标方向：more 越大越好，less 越小越好；表上未说明时为空',
  },
  target: { en: '年度指标值 as printed', zh: '年度指标值，按原样' },
  targetNumber: {
    en: 'The number of the target in force, adjusted or not, without sign and unit (95 of ≥95%); empty unless it is surely one number',
    zh: '现行指标值中的数字，有调整的取调整后，不含符号和单位（≥95% 为 95）；不确定为单一数字时为空',
  },
  unit: { en: '度量单位 where it has a column of its own', zh: '度量单位，仅当表上单独成列时' },
  'funds.unit': { en: 'Unit of the amounts as the form prints it', zh: '表上所印金额单位' },
  adjustedTarget: { en: '调整指标值 as printed', zh: '调整指标值，按原样' },
  actual: { en: '实际完成值 as printed', zh: '实际完成值，按原样' },
  actualNumber: {
    en: 'The number of the result, without unit (97.8 of 97.8%); empty unless it is surely one number',
    zh: '实际完成值中的数字，不含单位（97.8% 为 97.8）；不确定为单一数字时为空',
  },
  reviewedScore: { en: "A score that is not the unit's own: 复核得分, 审核得分", zh: '复核、审核得分，不是单位自评' },
  deviation: { en: '偏差原因分析及改进措施 as printed', zh: '偏差原因分析及改进措施，按原样' },
  scoringRule: { en: '评分标准 as printed', zh: '评分标准，按原样' },
  core: { en: 'Whether the form marks it as 核心指标; empty where it marks none', zh: '是否核心指标；表上未标时为空' },
  shared: {
    en: 'Fields that one merged cell states for several indicators, each with the indices of all of these, from 0. Such a value stands in the first of their rows alone: a sum over the table counts it once',
    zh: '由一个合并单元格填写的字段及其涉及的各指标序号（从 0 起）。此类值只写在第一行，合计时不会重复',
  },
  rowPage: { en: 'Page on which the row begins, from 1', zh: '本行起始页，从 1 起' },
  rowBbox: {
    en: 'Place of the row on that page, around what was read of it: left, top, right, bottom, in points from the top left',
    zh: '本行在该页上的位置（已读内容的外框）：左、上、右、下，单位为点，自左上角起',
  },
  leastConfidence: {
    en: 'Least confidence of what was read of it, from 0 to 1: 1 for text of the PDF; lower where it was recognised from a picture, or its place or label was in doubt',
    zh: '所读内容中最低的可信度，0 到 1：PDF 自带文字为 1；由图片识别、位置或标签存疑时较低',
  },
  family: {
    en: 'The family of templates whose title and labels it has (evalx families lists them); empty where none or several fit',
    zh: '与表名和栏目相符的表样（见 evalx families）；没有或有多种相符时为空',
  },
  corrected: {
    en: 'The columns of this row that a person has put right (evalx review, corrections.json)',
    zh: '本行经人工更正的列（evalx review、corrections.json）',
  },
  rule: { en: 'Id of the rule; evalx explain RULE tells about it', zh: '规则代码；evalx explain RULE 可查看说明' },
  severity: { en: 'error, warning or info', zh: '级别：error 错误，warning 警告，info 提示' },
  message: { en: 'One sentence in the language of the run', zh: '一句话说明，语言随运行设置' },
  path: { en: 'The field as a JSON Pointer into the document', zh: '字段，为文档中的 JSON Pointer' },
  bbox: {
    en: 'Place on the page: left, top, right, bottom, in points from the top left',
    zh: '在页上的位置：左、上、右、下，单位为点，自左上角起',
  },
  x0: { en: 'Left edge, in points from the left of the page', zh: '左边界，单位为点，自页左起' },
  y0: { en: 'Upper edge, in points from the top of the page', zh: '上边界，单位为点，自页顶起' },
  x1: { en: 'Right edge, in points from the left of the page', zh: '右边界，单位为点，自页左起' },
  y1: { en: 'Lower edge, in points from the top of the page', zh: '下边界，单位为点，自页顶起' },
  accepted: {
    en: 'Whether a person lets it stand (accepted in corrections.json): such a finding fails no run, and counts in no sheet of the workbooks',
    zh: '是否经人确认接受（见 corrections.json）：已接受的问题不影响运行结果，不计入工作簿',
  },
  labels: { en: 'Labels of the form that it is about', zh: '所涉及的表上栏目' },
  formula: { en: 'The sum that was computed, with the numbers of the form', zh: '按表上数字列出的算式' },
  source: { en: 'The regulation that the rule comes from', zh: '规则所依据的文件' },
  mend: { en: 'What would mend it', zh: '此问题的改正建议' },
  acceptedBy: { en: 'Who lets it stand', zh: '接受此问题的人' },
  acceptedWhen: { en: 'When, ISO 8601, UTC', zh: '接受时间，ISO 8601，UTC' },
  acceptedWhy: { en: 'The reason', zh: '接受的理由' },
  code: {
    en: 'Code of the diagnostic; evalx explain CODE tells about it',
    zh: '诊断代码；evalx explain CODE 可查看说明',
  },
  pointer: { en: 'The field as a JSON Pointer into the document', zh: '字段，为文档中的 JSON Pointer' },
  value: { en: 'What the document says there, as text', zh: '文档中的值，以文字表示' },
  number: { en: 'The same where it is a number', zh: '文档中的值，仅当其为数字时' },
  printed: { en: 'What is printed there', zh: '表上所印内容' },
  confidence: {
    en: 'From 0 to 1: 1 for text of the PDF; lower where it was recognised from a picture, or its place or label was in doubt',
    zh: '可信度，0 到 1：PDF 自带文字为 1；由图片识别、位置或标签存疑时较低',
  },
  'fields.corrected': { en: 'Whether a person has put it right', zh: '是否经人工更正' },
  status: {
    en: 'read, partly (a part was not read, or there is no form) or failed',
    zh: '状态：read 已读，partly 部分（有内容未读取或没有自评表），failed 失败',
  },
  'files.pages': { en: 'Pages of the file', zh: '文件页数' },
  reports: { en: 'Number of forms', zh: '自评表份数' },
  milliseconds: { en: 'Time that reading took; empty with --no-timings', zh: '读取用时；使用 --no-timings 时为空' },
  sha256: { en: 'SHA-256 of the file', zh: '文件的 SHA-256' },
  errorCode: { en: 'Code of what was wrong', zh: '错误代码' },
  errorMessage: { en: 'What was wrong, as a sentence', zh: '错误说明' },
  diagnosticErrors: { en: 'Number of diagnostics that are errors', zh: '级别为错误的诊断条数' },
  diagnosticWarnings: { en: 'Number of diagnostics that are warnings', zh: '级别为警告的诊断条数' },
} as const satisfies Readonly<Record<string, Words>>;

/** What a column of a table holds. */
export function columnWords(table: string, key: string): Words {
  const words: Readonly<Record<string, Words>> = COLUMN_WORDS;
  const found = words[`${table}.${key}`] ?? words[key];
  if (!found) throw new Error(`no words for ${table}.${key}`);
  return found;
}

import type { Words } from '../words.js';

/** What a review opinion (审核意见) says, in the manner of the finance departments. */
export const OPINION = {
  heading: { en: 'Review opinion on performance self-evaluation', zh: '项目支出绩效自评审核意见' },
  overview: { en: 'Overview', zh: '审核情况汇总' },
  basics: { en: '1. The project', zh: '一、项目基本情况' },
  result: { en: '2. The review', zh: '二、审核情况' },
  problems: { en: '3. Problems found', zh: '三、存在问题及修改建议' },
  conclusion: { en: '4. Conclusion', zh: '四、审核结论' },
  standing: { en: 'Not counted', zh: '不计入的问题' },
  unread: { en: 'What could not be reviewed', zh: '未能审核的内容' },

  project: { en: 'Project', zh: '项目名称' },
  department: { en: 'Supervising department', zh: '主管部门' },
  unit: { en: 'Implementing unit', zh: '实施单位' },
  year: { en: 'Budget year', zh: '预算年度' },
  budget: { en: 'Annual budget{unit}', zh: '全年预算数{unit}' },
  executed: { en: 'Executed{unit}', zh: '全年执行数{unit}' },
  rate: { en: 'Execution rate', zh: '预算执行率' },
  score: { en: 'Score of the unit', zh: '自评得分' },
  grade: { en: 'Grade', zh: '自评等级' },
  indicators: { en: 'Indicators', zh: '绩效指标数' },
  file: { en: 'File', zh: '文件' },
  page: { en: 'Page', zh: '页码' },
  formTitle: { en: 'Form', zh: '表名' },
  notStated: { en: 'not stated', zh: '未填写' },

  number: { en: 'No.', zh: '序号' },
  severity: { en: 'Severity', zh: '级别' },
  place: { en: 'Where', zh: '位置' },
  problem: { en: 'Problem', zh: '问题' },
  arithmetic: { en: 'Arithmetic', zh: '计算过程' },
  basis: { en: 'Basis', zh: '依据' },
  mend: { en: 'What to do', zh: '修改建议' },
  why: { en: 'Why', zh: '原因' },
  errors: { en: 'Errors', zh: '错误' },
  warnings: { en: 'Warnings', zh: '警告' },
  infos: { en: 'Notes', zh: '提示' },
  verdict: { en: 'Conclusion', zh: '结论' },

  ofHeader: { en: 'Header of the form', zh: '表头信息' },
  ofFunds: { en: 'Budget execution', zh: '预算执行情况' },
  ofGoals: { en: 'Goals of the year', zh: '年度总体目标' },
  ofIndicators: { en: 'Indicators', zh: '绩效指标' },
  ofTotal: { en: 'Total and conclusion', zh: '总分与结论' },
  ofReading: { en: 'Reading of the file', zh: '文件识别' },

  checked: {
    en: 'The form was checked for its arithmetic, its targets and results, its scores and its wording. {found}',
    zh: '对该自评表的勾稽关系、指标值与完成值、评分及文字表述进行了审核。{found}',
  },
  foundNone: { en: 'No problems were found.', zh: '未发现问题。' },
  foundSome: {
    en: 'Problems found: {errors} errors, {warnings} warnings, {infos} notes.',
    zh: '共发现问题 {all} 个，其中错误 {errors} 个、警告 {warnings} 个、提示 {infos} 个。',
  },
  returned: { en: 'returned', zh: '退回修改' },
  toExplain: { en: 'to be explained', zh: '补充说明' },
  passed: { en: 'no objection', zh: '审核通过' },
  notReviewed: { en: 'not reviewed', zh: '未能审核' },
  returnedLong: {
    en: 'The form is returned: the errors listed above are to be corrected, and it is to be filed again.',
    zh: '该自评表存在错误，退回修改。请对照上述问题逐项更正后重新报送。',
  },
  toExplainLong: {
    en: 'The points listed above are to be explained or corrected before the form is accepted.',
    zh: '请对上述问题逐项核实，补充说明或予以更正后再行报送。',
  },
  passedLong: { en: 'There is no objection to the form.', zh: '对该自评表无异议，审核通过。' },
  byProgram: {
    en: 'Drawn up by evalx {version} from the form alone; a reviewer is to confirm it.',
    zh: '本意见由 evalx {version} 依据自评表内容自动生成，须经审核人员确认。',
  },
  reviewer: { en: 'Reviewer:', zh: '审核人：' },
  second: { en: 'Second reviewer:', zh: '复核人：' },
  office: { en: 'Office (seal):', zh: '审核单位（盖章）：' },
  date: { en: 'Date:', zh: '日期：　　　　年　　月　　日' },
} as const satisfies Readonly<Record<string, Words>>;

export type OpinionWord = keyof typeof OPINION;

import type { FileResult } from '../../contract/batch.js';
import { countSeverities, formsByPage } from '../../contract/diagnostics.js';
import type { EvalxDocument, FundRow, Indicator, Report } from '../../contract/document.js';
import { sharedFields } from '../../contract/schema/shared-fields.js';
import { type Column, type ColumnKind, recordTable, reportId } from './record.js';

const column = <Key extends string>(key: Key, zh: string, kind: ColumnKind, width: number): Column & { key: Key } => ({
  key,
  zh,
  kind,
  width,
});

const ID = column('reportId', '报告编号', 'text', 24);
const FILE = column('file', '文件', 'text', 32);
const PROJECT = column('projectName', '项目名称', 'text', 36);
const ROW = column('row', '序号', 'integer', 6);
const EXTRA = column('extra', '其他', 'text', 20);

/** The forms of an input with what names each of them in every table. */
const formsOf = ({ document }: FileResult) =>
  (document?.reports ?? []).map((report, index) => ({
    report,
    head: {
      reportId: document && reportId(document, index),
      file: document?.source.file ?? null,
      projectName: report.project.name,
    },
  }));

/** The rows of one of a form's lists, numbered from 1. */
const rowsOf =
  <Row>(list: (report: Report) => readonly Row[]) =>
  (result: FileResult) =>
    formsOf(result).flatMap(({ head, report }) =>
      list(report).map((row, index) => ({ ...row, ...head, row: index + 1 })),
    );

/** The numbers of the row that is the total of the funds; null where no row is. */
function totalFunds(rows: readonly FundRow[]) {
  const total = rows.find((row) => row.kind === 'total');
  return {
    initialBudget: total?.initialBudget ?? null,
    annualBudget: total?.annualBudget ?? null,
    executed: total?.executed ?? null,
    executionRate: total?.executionRate ?? null,
    fundsScore: total?.score ?? null,
  };
}

const reports = recordTable(
  'reports',
  '项目',
  (result) =>
    formsOf(result).map(({ head, report }) => ({
      ...report,
      ...report.project,
      ...totalFunds(report.funds.rows),
      ...report.conclusion,
      ...head,
      fundsUnit: report.funds.unit,
      fundsWeight: report.funds.weight,
      goalsExpected: report.goals.expected,
      goalsActual: report.goals.actual,
      goalsAdjusted: report.goals.adjusted,
      indicatorCount: report.indicators.length,
      totalWeight: report.total.weight,
      totalScore: report.total.score,
      totalGrade: report.total.grade,
    })),
  [
    ID,
    FILE,
    column('title', '表名', 'text', 28),
    column('year', '年度', 'integer', 8),
    column('pages', '页码', 'text', 10),
    PROJECT,
    column('supervisingDepartment', '主管部门', 'text', 22),
    column('implementingUnit', '实施单位', 'text', 22),
    column('manager', '项目负责人', 'text', 12),
    column('phone', '联系电话', 'text', 16),
    column('fundsUnit', '金额单位', 'text', 10),
    column('fundsWeight', '预算执行权重', 'number', 13),
    column('initialBudget', '年初预算数', 'number', 14),
    column('annualBudget', '全年预算数', 'number', 14),
    column('executed', '全年执行数', 'number', 14),
    column('executionRate', '执行率', 'rate', 10),
    column('fundsScore', '预算执行得分', 'number', 13),
    column('goalsExpected', '预期目标', 'text', 40),
    column('goalsActual', '实际完成情况', 'text', 40),
    column('goalsAdjusted', '调整绩效目标', 'text', 20),
    column('indicatorsWeight', '绩效指标权重', 'number', 13),
    column('indicatorCount', '指标数', 'integer', 8),
    column('totalWeight', '总权重', 'number', 10),
    column('totalScore', '总分', 'number', 10),
    column('totalGrade', '自评等级', 'text', 10),
    column('evaluation', '评价结论', 'text', 30),
    column('problems', '存在问题', 'text', 30),
    column('measures', '改进措施', 'text', 30),
    column('notes', '备注', 'text', 30),
    EXTRA,
  ],
);

const funds = recordTable(
  'funds',
  '资金',
  rowsOf((report) => report.funds.rows),
  [
    ID,
    FILE,
    PROJECT,
    ROW,
    column('label', '资金', 'text', 24),
    column('kind', '资金类别', 'text', 14),
    column('initialBudget', '年初预算数', 'number', 14),
    column('annualBudget', '全年预算数', 'number', 14),
    column('executed', '全年执行数', 'number', 14),
    column('weight', '分值', 'number', 8),
    column('executionRate', '执行率', 'rate', 10),
    column('score', '得分', 'number', 8),
    column('reason', '原因', 'text', 30),
    EXTRA,
  ],
);

/** An indicator without what a merged cell has stated in a row above already: a sum over the table counts it once. */
function statedOnce(indicator: Indicator, index: number): Indicator {
  const stated = sharedFields.filter((field) => (indicator.shared[field]?.[0] ?? index) !== index);
  return { ...indicator, ...Object.fromEntries(stated.map((field) => [field, null])) };
}

const indicators = recordTable(
  'indicators',
  '指标',
  rowsOf((report) => report.indicators.map(statedOnce)),
  [
    ID,
    FILE,
    PROJECT,
    ROW,
    column('goal', '绩效目标', 'text', 14),
    column('level1', '一级指标', 'text', 14),
    column('level1Weight', '一级指标权重', 'number', 13),
    column('level2', '二级指标', 'text', 16),
    column('level2Weight', '二级指标权重', 'number', 13),
    column('level3', '三级指标', 'text', 30),
    column('operator', '指标性质', 'text', 9),
    column('direction', '指标方向', 'text', 9),
    column('target', '年度指标值', 'text', 20),
    column('unit', '度量单位', 'text', 9),
    column('adjustedTarget', '调整指标值', 'text', 14),
    column('actual', '实际完成值', 'text', 20),
    column('weight', '分值', 'number', 8),
    column('score', '得分', 'number', 8),
    column('reviewedScore', '复核得分', 'number', 10),
    column('deviation', '偏差原因分析及改进措施', 'text', 30),
    column('scoringRule', '评分标准', 'text', 24),
    column('core', '核心指标', 'boolean', 9),
    column('shared', '合并单元格', 'text', 20),
    EXTRA,
  ],
);

const idOf = (document: EvalxDocument | null, report: number | null): string | null =>
  document && report !== null ? reportId(document, report) : null;

const findings = recordTable(
  'findings',
  '问题',
  ({ document, findings }) => findings.map((finding) => ({ ...finding, reportId: idOf(document, finding.report) })),
  [
    ID,
    FILE,
    column('rule', '规则', 'text', 26),
    column('severity', '级别', 'text', 9),
    column('message', '问题', 'text', 60),
    column('report', '表序号', 'integer', 8),
    column('path', '字段', 'text', 34),
    column('page', '页', 'integer', 6),
    column('bbox', '位置', 'text', 24),
  ],
);

/** What the reader said, with the form whose page it is about, where that is one form's alone. */
function diagnosticRows({ document }: FileResult) {
  if (!document) return [];
  const formOf = formsByPage(document);
  return document.diagnostics.map((diagnostic) => {
    const [x0 = null, y0 = null, x1 = null, y1 = null] = diagnostic.bbox ?? [];
    const report = formOf(diagnostic.page);
    return { ...diagnostic, reportId: idOf(document, report), file: document.source.file, report, x0, y0, x1, y1 };
  });
}

const diagnostics = recordTable('diagnostics', '诊断', diagnosticRows, [
  ID,
  FILE,
  column('report', '表序号', 'integer', 8),
  column('page', '页', 'integer', 6),
  column('x0', '左', 'number', 8),
  column('y0', '上', 'number', 8),
  column('x1', '右', 'number', 8),
  column('y1', '下', 'number', 8),
  column('code', '代码', 'text', 22),
  column('severity', '级别', 'text', 9),
  column('message', '诊断', 'text', 60),
]);

/** The status of an input, with how many of its diagnostics are errors and warnings; of one that failed there are none. */
function fileRow({ status, document }: FileResult) {
  const counts = document && countSeverities(document.diagnostics);
  return { ...status, diagnosticErrors: counts?.error ?? null, diagnosticWarnings: counts?.warning ?? null };
}

const files = recordTable('files', '文件', (result) => [fileRow(result)], [
  FILE,
  column('status', '状态', 'text', 9),
  column('pages', '页数', 'integer', 8),
  column('reports', '表数', 'integer', 8),
  column('milliseconds', '毫秒', 'integer', 10),
  column('sha256', '校验值', 'text', 24),
  column('errorCode', '错误代码', 'text', 18),
  column('errorMessage', '错误信息', 'text', 60),
  column('diagnosticErrors', '诊断错误数', 'integer', 11),
  column('diagnosticWarnings', '诊断警告数', 'integer', 11),
]);

/** The tables of a batch, joined by `reportId` and `file`, in the order of a workbook's sheets. */
export const RECORD_TABLES = { reports, funds, indicators, findings, diagnostics, files };

export type RecordTableName = keyof typeof RECORD_TABLES;

import type { FileResult } from '../../contract/batch.js';
import type { FundRow, Indicator, Report } from '../../contract/document.js';
import { sharedFields } from '../../contract/schema/shared-fields.js';
import { familyOf } from '../../sections/family-of.js';
import { inYuan } from '../../text/money.js';
import { numberOf } from '../../text/quantity.js';
import { type Corrected, correctedFields, correctedKeys } from './corrected.js';
import { aroundOf, type Look } from './evidence.js';
import { column, type RowPlace, recordTable, reportId } from './record.js';
import { REPORT_KEYS, REPORT_PATHS, TOTAL_PATHS } from './report-paths.js';

/** The tables of what stands on the forms. */

export const ID = column('reportId', '报告编号', 'text', 22);
export const FILE = column('file', '文件', 'text', 32);
const PROJECT = column('projectName', '项目名称', 'text', 36);
const ROW = column('row', '序号', 'integer', 6);
const EXTRA = column('extra', '其他', 'texts', 20);
const CORRECTED = column('corrected', '已更正', 'names', 14);
const CONFIDENCE = column('leastConfidence', '最低可信度', 'number', 11);
/** Where a row stands, and how sure it is. */
const ROW_PLACE = [
  column('rowPage', '所在页', 'integer', 8),
  column('rowBbox', '所在位置', 'numbers', 24),
  CONFIDENCE,
] as const;

interface Form {
  readonly report: Report;
  readonly index: number;
  readonly corrected: ReadonlyMap<string, Corrected>;
  readonly around: Look;
  /** What names the form in every table. */
  readonly head: { readonly reportId: string; readonly file: string; readonly projectName: string | null };
}

/** The forms of an input. */
function formsOf(result: FileResult): Form[] {
  const { document } = result;
  if (!document) return [];
  const corrected = correctedFields(result);
  const around = aroundOf(result);
  return document.reports.map((report, index) => {
    const head = {
      reportId: reportId(document, index),
      file: document.source.file,
      projectName: report.project.name,
    };
    return { report, index, corrected, around, head };
  });
}

const placeOf = ({ report, index }: Form, pointerOf: RowPlace['pointerOf']): RowPlace => ({
  report: index,
  page: report.pages[0] ?? null,
  pointerOf,
});

function reportPlace(form: Form): RowPlace {
  const base = `/reports/${form.index}`;
  const total = form.report.funds.rows.findIndex(({ kind }) => kind === 'total');
  return placeOf(form, (key) => {
    if (REPORT_PATHS[key] !== undefined) return `${base}/${REPORT_PATHS[key]}`;
    return TOTAL_PATHS[key] === undefined || total < 0 ? null : `${base}/funds/rows/${total}/${TOTAL_PATHS[key]}`;
  });
}

const yuan = ({ initialBudget, annualBudget, executed }: Partial<FundRow>, unit: string | null) => ({
  initialBudgetYuan: inYuan(initialBudget ?? null, unit),
  annualBudgetYuan: inYuan(annualBudget ?? null, unit),
  executedYuan: inYuan(executed ?? null, unit),
});

function reportSource(form: Form) {
  const { report, head, corrected } = form;
  const total: Partial<FundRow> = report.funds.rows.find((row) => row.kind === 'total') ?? {};
  const { initialBudget, annualBudget, executed, executionRate, score: fundsScore } = total;
  const place = reportPlace(form);
  return {
    ...report,
    ...report.project,
    ...{ initialBudget, annualBudget, executed, executionRate, fundsScore },
    ...yuan(total, report.funds.unit),
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
    corrected: correctedKeys(REPORT_KEYS, place.pointerOf, corrected),
    leastConfidence: form.around(`/reports/${form.index}`).leastConfidence,
    family: familyOf(report),
    place,
  };
}

export const reports = recordTable('reports', '项目', (result) => formsOf(result).map(reportSource), [
  ID,
  FILE,
  column('title', '表名', 'text', 28),
  column('year', '年度', 'integer', 8),
  column('pages', '页码', 'integers', 10),
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
  column('initialBudgetYuan', '年初预算数（元）', 'number', 16),
  column('annualBudgetYuan', '全年预算数（元）', 'number', 16),
  column('executedYuan', '全年执行数（元）', 'number', 16),
  CORRECTED,
  CONFIDENCE,
  column('family', '表样', 'text', 14),
]);

/** The rows of one of a form's lists, numbered from 1; `path` leads to the list. */
function rowsOf<Row extends object>(form: Form, path: string, keys: readonly string[], list: readonly Row[]) {
  return list.map((row, index) => {
    const pointerOf = (key: string): string | null =>
      keys.includes(key) ? `/reports/${form.index}/${path}/${index}/${key}` : null;
    const corrected = correctedKeys(keys, pointerOf, form.corrected);
    const around = form.around(`/reports/${form.index}/${path}/${index}`);
    return { ...row, ...form.head, ...around, row: index + 1, corrected, place: placeOf(form, pointerOf) };
  });
}

const FUND_COLUMNS = [
  column('label', '资金', 'text', 24),
  column('kind', '资金类别', 'text', 14),
  column('initialBudget', '年初预算数', 'number', 14),
  column('annualBudget', '全年预算数', 'number', 14),
  column('executed', '全年执行数', 'number', 14),
  column('weight', '分值', 'number', 8),
  column('executionRate', '执行率', 'rate', 10),
  column('score', '得分', 'number', 8),
  column('reason', '原因', 'text', 30),
] as const;
const FUND_KEYS = FUND_COLUMNS.map(({ key }) => key);

export const funds = recordTable(
  'funds',
  '资金',
  (result) =>
    formsOf(result).flatMap((form) => {
      const { unit, rows } = form.report.funds;
      const shown = rows.map((row) => ({ ...row, ...yuan(row, unit), unit }));
      return rowsOf(form, 'funds/rows', FUND_KEYS, shown);
    }),
  [
    ...[ID, FILE, PROJECT, ROW],
    ...FUND_COLUMNS,
    EXTRA,
    column('unit', '金额单位', 'text', 10),
    column('initialBudgetYuan', '年初预算数（元）', 'number', 16),
    column('annualBudgetYuan', '全年预算数（元）', 'number', 16),
    column('executedYuan', '全年执行数（元）', 'number', 16),
    CORRECTED,
    ...ROW_PLACE,
  ],
);

/** An indicator without what a merged cell has stated in a row above already: a sum over the table counts it once. */
function statedOnce(indicator: Indicator, index: number): Indicator {
  const stated = sharedFields.filter((field) => (indicator.shared[field]?.[0] ?? index) !== index);
  return { ...indicator, ...Object.fromEntries(stated.map((field) => [field, null])) };
}

const INDICATOR_COLUMNS = [
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
] as const;
const INDICATOR_KEYS = INDICATOR_COLUMNS.map(({ key }) => key);

/** The numbers of the target in force and of the result. */
const numbers = ({ target, adjustedTarget, actual }: Indicator) => ({
  targetNumber: numberOf(adjustedTarget ?? target),
  actualNumber: numberOf(actual),
});

export const indicators = recordTable(
  'indicators',
  '指标',
  (result) =>
    formsOf(result).flatMap((form) => {
      const shown = form.report.indicators.map(statedOnce).map((row) => ({ ...row, ...numbers(row) }));
      return rowsOf(form, 'indicators', INDICATOR_KEYS, shown);
    }),
  [
    ...[ID, FILE, PROJECT, ROW],
    ...INDICATOR_COLUMNS,
    column('shared', '合并单元格', 'indices', 20),
    EXTRA,
    column('targetNumber', '指标值（数值）', 'number', 14),
    column('actualNumber', '完成值（数值）', 'number', 14),
    CORRECTED,
    ...ROW_PLACE,
  ],
);

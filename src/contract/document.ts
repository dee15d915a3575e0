import { z } from 'zod';
import { claimSchema, correctedSchema, diagnosticSchema, evidenceSchema } from './schema/remarks.js';
import { sharedFields } from './schema/shared-fields.js';

/**
 * The document that `evalx parse` prints: the one definition. The types (schema/types.ts), the JSON Schema of `evalx schema` and
 * docs/contract.md derive from these schemas; `.describe()` texts are the reference documentation.
 */

const text = z.string().min(1).nullable();
const amount = z.number().nullable();
const page = z.int().min(1);

export const sourceSchema = z
  .strictObject({
    file: z.string().describe('As given on the command line, `-` for stdin'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Hex digest of the bytes'),
    bytes: z.int().min(0).describe('Size of the file'),
    pageCount: z.int().min(0).describe('Pages in the file'),
  })
  .describe('The PDF that was read');

const extra = z
  .record(z.string(), z.string())
  .describe('Labelled cells with no key of their own: printed label -> text');

export const projectSchema = z
  .strictObject({
    name: text.describe('项目名称, as printed, a code prefix included'),
    supervisingDepartment: text.describe('主管部门'),
    implementingUnit: text.describe('实施单位'),
    manager: text.describe('项目负责人; a signature line under the table counts where the header has none'),
    phone: text.describe('联系电话'),
  })
  .describe('The project header');

export const fundKinds = ['total', 'fiscal', 'carryover', 'specialAccount', 'unit', 'other', 'unknown'] as const;

export const fundRowSchema = z
  .strictObject({
    label: text.describe('As printed, white space and a trailing colon removed'),
    kind: z.enum(fundKinds).describe('What the row stands for'),
    initialBudget: amount.describe('年初预算数, in the unit of the form'),
    annualBudget: amount.describe('全年预算数 / 调整后预算数, in the unit of the form'),
    executed: amount.describe('全年执行数 / 预算执行数, in the unit of the form'),
    weight: amount.describe('分值 / 权重'),
    executionRate: amount.describe('执行率 as a fraction: 100.00% is 1'),
    score: amount.describe('得分'),
    reason: text.describe('原因'),
    extra,
  })
  .describe('One row of the funds block');

export const fundsSchema = z
  .strictObject({
    unit: text.describe('The unit as printed (元, 万元); amounts are not rescaled'),
    weight: amount.describe("预算执行情况（10分）: only where the weight is printed in the block's own label"),
    rows: z.array(fundRowSchema).describe('项目资金, in printed order'),
  })
  .describe('The funds block');

export const goalsSchema = z
  .strictObject({
    expected: text.describe('预期目标'),
    actual: text.describe('实际完成情况'),
    adjusted: text.describe('全年(调整)绩效目标'),
  })
  .describe('The goals block');

export const indicatorSchema = z
  .strictObject({
    goal: text.describe('The goal block it stands under where a template repeats the block per goal'),
    level1: text.describe('一级指标, without a weight printed behind it'),
    level1Weight: amount.describe('Weight printed with the label: 产出指标(50分)'),
    level2: text.describe('二级指标, without a weight printed behind it'),
    level2Weight: amount.describe('Weight printed with the label'),
    level3: text.describe('三级指标, or the name in a flat table'),
    operator: text.describe('指标性质 where it has a column of its own: ≥, =, ≤, 定性'),
    direction: z
      .enum(['more', 'less'])
      .nullable()
      .describe(
        'Which way is better: 正向 and 反向, or what an operator in a column of its own means; null where neither says',
      ),
    target: text.describe('年度指标值, as printed'),
    unit: text.describe('度量单位 where it has a column of its own'),
    adjustedTarget: text.describe('调整指标值, as printed'),
    actual: text.describe('实际完成值, as printed'),
    weight: amount.describe('分值 / 权重'),
    score: amount.describe('得分'),
    reviewedScore: amount.describe("审核得分, 复核分, 财政审定: a score that is not the unit's own"),
    deviation: text.describe('偏差原因分析及改进措施'),
    scoringRule: text.describe('评分标准'),
    core: z.boolean().nullable().describe('是否核心指标, or a ★ before the name; null where the form marks none'),
    shared: z
      .partialRecord(z.enum(sharedFields), z.array(z.int().min(0)).min(2))
      .describe(
        'Fields that one merged cell states for several indicators -> the indices of all of these; such a number counts once in every sum',
      ),
    extra,
  })
  .describe('One indicator, usually a 三级指标; the text of a merged cell stands on every row that it spans');

export const totalSchema = z
  .strictObject({
    weight: amount.describe('Weight of the total row'),
    score: amount.describe('总分 / 合计, as stated, never computed'),
    grade: text.describe('自评等级'),
  })
  .describe('The total as the form states it');

export const conclusionSchema = z
  .strictObject({
    evaluation: text.describe('评价结论'),
    problems: text.describe('存在问题'),
    measures: text.describe('改进措施'),
  })
  .describe('The closing texts');

export const reportSchema = z
  .strictObject({
    title: text.describe('As printed, white space removed, a trailing (2022年度) left off'),
    year: z.int().nullable().describe('Budget year'),
    pages: z.array(page).min(1).describe('1-based pages on which the form stands'),
    project: projectSchema,
    funds: fundsSchema,
    goals: goalsSchema,
    indicatorsWeight: amount.describe("绩效指标（90分）: only where it is printed in the block's own label"),
    indicators: z.array(indicatorSchema).describe('In printed order; a wholly empty template row is left out'),
    total: totalSchema,
    conclusion: conclusionSchema,
    notes: text.describe('注：/ 备注：/ 填表说明: text under the table, as printed'),
    extra,
  })
  .describe('One self-evaluation form');

export const documentSchema = z
  .strictObject({
    schemaVersion: z.literal('1').describe('Raised when a reader of the old shape would break'),
    source: sourceSchema,
    reports: z.array(reportSchema).describe('Every self-evaluation form found, in reading order'),
    diagnostics: z
      .array(diagnosticSchema)
      .describe('Pages skipped or without text, cells that could not be read as numbers, and the like'),
    evidence: z
      .record(z.string(), evidenceSchema)
      .optional()
      .describe('Only with `--evidence`: JSON Pointer of a field -> where it stands'),
    account: z
      .array(claimSchema)
      .optional()
      .describe('Only with `--evidence`: what became of every text on the pages that were read'),
    corrected: z
      .record(z.string(), correctedSchema)
      .optional()
      .describe(
        'Only where corrections were applied: JSON Pointer of a field -> by whom it was put right; fields without a place are in it too',
      ),
  })
  .describe('What `evalx parse` prints for one PDF');

export type {
  BBox,
  Claim,
  Corrected,
  Diagnostic,
  DiagnosticCode,
  EvalxDocument,
  Evidence,
  FundKind,
  FundRow,
  Indicator,
  Report,
  Severity,
} from './schema/types.js';
export type SharedField = (typeof sharedFields)[number];

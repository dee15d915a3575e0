/**
 * The types of the contract, with what each field means. Written by `node scripts/contract-types.mjs` from the schemas in
 * src/contract (`npm run docs` runs it). Change those, not this file.
 */

/** The PDF that was read. */
export interface Source {
  /** As given on the command line, `-` for stdin. */
  file: string;
  /** Hex digest of the bytes. */
  sha256: string;
  /** Size of the file. */
  bytes: number;
  /** Pages in the file. */
  pageCount: number;
}

/** The project header. */
export interface Project {
  /** 项目名称, as printed, a code prefix included. */
  name: string | null;
  /** 主管部门. */
  supervisingDepartment: string | null;
  /** 实施单位. */
  implementingUnit: string | null;
  /** 项目负责人; a signature line under the table counts where the header has none. */
  manager: string | null;
  /** 联系电话. */
  phone: string | null;
}

/** One row of the funds block. */
export interface FundRow {
  /** As printed, white space and a trailing colon removed. */
  label: string | null;
  /** What the row stands for. */
  kind: 'total' | 'fiscal' | 'carryover' | 'specialAccount' | 'unit' | 'other' | 'unknown';
  /** 年初预算数, in the unit of the form. */
  initialBudget: number | null;
  /** 全年预算数 / 调整后预算数, in the unit of the form. */
  annualBudget: number | null;
  /** 全年执行数 / 预算执行数, in the unit of the form. */
  executed: number | null;
  /** 分值 / 权重. */
  weight: number | null;
  /** 执行率 as a fraction: 100.00% is 1. */
  executionRate: number | null;
  /** 得分. */
  score: number | null;
  /** 原因. */
  reason: string | null;
  /** Labelled cells with no key of their own: printed label -> text. */
  extra: Record<string, string>;
}

/** The funds block. */
export interface Funds {
  /** The unit as printed (元, 万元); amounts are not rescaled. */
  unit: string | null;
  /** 预算执行情况（10分）: only where the weight is printed in the block's own label. */
  weight: number | null;
  /** 项目资金, in printed order. */
  rows: FundRow[];
}

/** The goals block. */
export interface Goals {
  /** 预期目标. */
  expected: string | null;
  /** 实际完成情况. */
  actual: string | null;
  /** 全年(调整)绩效目标. */
  adjusted: string | null;
}

/** One indicator, usually a 三级指标; the text of a merged cell stands on every row that it spans. */
export interface Indicator {
  /** The goal block it stands under where a template repeats the block per goal. */
  goal: string | null;
  /** 一级指标, without a weight printed behind it. */
  level1: string | null;
  /** Weight printed with the label: 产出指标(50分). */
  level1Weight: number | null;
  /** 二级指标, without a weight printed behind it. */
  level2: string | null;
  /** Weight printed with the label. */
  level2Weight: number | null;
  /** 三级指标, or the name in a flat table. */
  level3: string | null;
  /** 指标性质 where it has a column of its own: ≥, =, ≤, 定性. */
  operator: string | null;
  /** Which way is better: 正向 and 反向, or what an operator in a column of its own means; null where neither says. */
  direction: 'more' | 'less' | null;
  /** 年度指标值, as printed. */
  target: string | null;
  /** 度量单位 where it has a column of its own. */
  unit: string | null;
  /** 调整指标值, as printed. */
  adjustedTarget: string | null;
  /** 实际完成值, as printed. */
  actual: string | null;
  /** 分值 / 权重. */
  weight: number | null;
  /** 得分. */
  score: number | null;
  /** 审核得分, 复核分, 财政审定: a score that is not the unit's own. */
  reviewedScore: number | null;
  /** 偏差原因分析及改进措施. */
  deviation: string | null;
  /** 评分标准. */
  scoringRule: string | null;
  /** 是否核心指标, or a ★ before the name; null where the form marks none. */
  core: boolean | null;
  /** Fields that one merged cell states for several indicators -> the indices of all of these; such a number counts once in every sum. */
  shared: Partial<Record<'target' | 'adjustedTarget' | 'actual' | 'weight' | 'score' | 'deviation', number[]>>;
  /** Labelled cells with no key of their own: printed label -> text. */
  extra: Record<string, string>;
}

/** The total as the form states it. */
export interface Total {
  /** Weight of the total row. */
  weight: number | null;
  /** 总分 / 合计, as stated, never computed. */
  score: number | null;
  /** 自评等级. */
  grade: string | null;
}

/** The closing texts. */
export interface Conclusion {
  /** 评价结论. */
  evaluation: string | null;
  /** 存在问题. */
  problems: string | null;
  /** 改进措施. */
  measures: string | null;
}

/** One self-evaluation form. */
export interface Report {
  /** As printed, white space removed, a trailing (2022年度) left off. */
  title: string | null;
  /** Budget year. */
  year: number | null;
  /** 1-based pages on which the form stands. */
  pages: number[];
  /** The project header. */
  project: Project;
  /** The funds block. */
  funds: Funds;
  /** The goals block. */
  goals: Goals;
  /** 绩效指标（90分）: only where it is printed in the block's own label. */
  indicatorsWeight: number | null;
  /** In printed order; a wholly empty template row is left out. */
  indicators: Indicator[];
  /** The total as the form states it. */
  total: Total;
  /** The closing texts. */
  conclusion: Conclusion;
  /** 注：/ 备注：/ 填表说明: text under the table, as printed. */
  notes: string | null;
  /** Labelled cells with no key of their own: printed label -> text. */
  extra: Record<string, string>;
}

/** What `evalx parse` prints for one PDF. */
export interface EvalxDocument {
  /** Raised when a reader of the old shape would break. */
  schemaVersion: '1';
  /** The PDF that was read. */
  source: Source;
  /** Every self-evaluation form found, in reading order. */
  reports: Report[];
  /** Pages skipped or without text, cells that could not be read as numbers, and the like. */
  diagnostics: Diagnostic[];
  /** Only with `--evidence`: JSON Pointer of a field -> where it stands. */
  evidence?: Record<string, Evidence> | undefined;
  /** Only with `--evidence`: what became of every text on the pages that were read. */
  account?: Claim[] | undefined;
  /** Only where corrections were applied: JSON Pointer of a field -> by whom it was put right; fields without a place are in it too. */
  corrected?: Record<string, Corrected> | undefined;
}

export type Severity = 'error' | 'warning' | 'info';

/** `[x0, y0, x1, y1]` in points, origin top left of the page as it is seen. */
export type BBox = [number, number, number, number];

/** What the reader has to say of the file. */
export interface Diagnostic {
  /** What it is about; the set is closed. */
  code:
    | 'no-form-found'
    | 'no-table-found'
    | 'page-without-text'
    | 'page-recognised'
    | 'ocr-low-confidence'
    | 'ocr-label-matched'
    | 'ocr-mended'
    | 'text-layer'
    | 'text-unreadable'
    | 'page-unreadable'
    | 'page-over-limit'
    | 'too-many-pages'
    | 'pages-uncounted'
    | 'file-mended'
    | 'value-not-a-number'
    | 'amount-in-other-unit'
    | 'score-of-other-weight'
    | 'label-matched'
    | 'part-not-recognised'
    | 'text-not-placed'
    | 'table-not-read'
    | 'structure-doubtful'
    | 'value-doubtful'
    | 'form-incomplete'
    | 'text-covered'
    | 'text-not-seen'
    | 'text-not-as-seen'
    | 'ink-not-read'
    | 'picture-not-checked'
    | 'not-a-self-evaluation'
    | 'attached-documents'
    | 'attachment-not-read'
    | 'xfa-form'
    | 'corrections-applied'
    | 'correction-refused';
  /** `error`: content was not read; `warning`: look at it; `info`: good to know. */
  severity: Severity;
  /** One sentence in the language of the run: English, or Chinese. */
  message: string;
  /** 1-based page, or null where it is about the whole file. */
  page: number | null;
  /** Where on the page, or null where it is about the whole page. */
  bbox: BBox | null;
}

/** By whom a field was put right. */
export interface Corrected {
  /** The value that was read. */
  old: string | number | boolean | null;
  /** Who put it right. */
  who: string;
  /** ISO 8601, UTC. */
  when: string;
  /** The reason that was given. */
  why: string | null;
}

/** Where a field stands and what is printed there. */
export interface Evidence {
  /** 1-based page. */
  page: number;
  /** `[x0, y0, x1, y1]` in points, origin top left of the page as it is seen. */
  bbox: BBox;
  /** What is printed there. */
  raw: string;
  /** 1 for text of the PDF itself; where it was recognised from a picture, how sure the engine was of the character that it doubted most. */
  confidence: number;
  /** Only where the engine read another number here, which breaks a sum, a rate or a total. */
  readAs?: string | undefined;
  /** Only where a correction was applied: then the value is no longer what `raw` says, and `confidence` is 1. */
  corrected?: Corrected | undefined;
}

/** What became of one cell or line of text. */
export interface Claim {
  /** `field` or `extra`: it was read; `label`: it names what was read; `blank`: a mark for no value; `outside`: it stands in no form; `set-aside`: left out on purpose; `unplaced`: none of these, and told in `diagnostics`. */
  as: 'field' | 'extra' | 'label' | 'blank' | 'outside' | 'set-aside' | 'unplaced';
  /** Why it was set aside; null for all others. */
  reason:
    | 'watermark'
    | 'seal'
    | 'covered'
    | 'unseen'
    | 'struck-out'
    | 'page-number'
    | 'running-head'
    | 'repeated-header'
    | null;
  /** JSON Pointers of what was read from it. */
  fields: string[];
  /** 1-based page. */
  page: number;
  /** `[x0, y0, x1, y1]` in points, origin top left of the page as it is seen. */
  bbox: BBox;
  /** The text; of one that was read in part, what is left of it. */
  text: string;
}

/** One finding of `evalx validate`: of a rule, or of the reader, of which every diagnostic is one. */
export interface Finding {
  /** Id of the rule, or the code of a diagnostic: `evalx explain RULE` tells about either. */
  rule: string;
  /** That of the settings where they name one, else that of the fault, or of the rule. */
  severity: Severity;
  /** One sentence in the language of the run; of a diagnostic, as the document says it. */
  message: string;
  /** As given on the command line; for a document read back from JSON, its `source.file`. */
  file: string;
  /** Index of the form in `reports`; null for a diagnostic whose page is of no form, or of several. */
  report: number | null;
  /** JSON Pointer into the document; that of a diagnostic is `/diagnostics/N`. */
  path: string;
  /** 1-based page; null where the document does not say it: one read back from JSON without evidence. */
  page: number | null;
  /** Where on that page, or null where it is not known. */
  bbox: BBox | null;
  /** What is printed beside the field: of an indicator its levels, of a row of funds its label; else empty. */
  labels: string[];
  /** The arithmetic, with the numbers of the form filled in; null where there is none. */
  formula: string | null;
  /** The regulation that the rule comes from; null where it is the reviewers' custom. */
  source: string | null;
  /** What would mend it; null for a diagnostic, which says so itself. */
  mend: string | null;
}

/** One finding that a person lets stand, with a reason. */
export interface AcceptedFinding {
  /** Id of the rule, or the code of a diagnostic: `evalx explain RULE` tells about either. */
  rule: string;
  /** That of the settings where they name one, else that of the fault, or of the rule. */
  severity: Severity;
  /** One sentence in the language of the run; of a diagnostic, as the document says it. */
  message: string;
  /** As given on the command line; for a document read back from JSON, its `source.file`. */
  file: string;
  /** Index of the form in `reports`; null for a diagnostic whose page is of no form, or of several. */
  report: number | null;
  /** JSON Pointer into the document; that of a diagnostic is `/diagnostics/N`. */
  path: string;
  /** 1-based page; null where the document does not say it: one read back from JSON without evidence. */
  page: number | null;
  /** Where on that page, or null where it is not known. */
  bbox: BBox | null;
  /** What is printed beside the field: of an indicator its levels, of a row of funds its label; else empty. */
  labels: string[];
  /** The arithmetic, with the numbers of the form filled in; null where there is none. */
  formula: string | null;
  /** The regulation that the rule comes from; null where it is the reviewers' custom. */
  source: string | null;
  /** What would mend it; null for a diagnostic, which says so itself. */
  mend: string | null;
  /** From the file of corrections. */
  accepted: {
    /** Who lets it stand. */
    who: string;
    /** ISO 8601, UTC. */
    when: string;
    /** The reason. */
    why: string;
  };
}

/** One finding that the config suppresses until a day. */
export interface SuppressedFinding {
  /** Id of the rule, or the code of a diagnostic: `evalx explain RULE` tells about either. */
  rule: string;
  /** That of the settings where they name one, else that of the fault, or of the rule. */
  severity: Severity;
  /** One sentence in the language of the run; of a diagnostic, as the document says it. */
  message: string;
  /** As given on the command line; for a document read back from JSON, its `source.file`. */
  file: string;
  /** Index of the form in `reports`; null for a diagnostic whose page is of no form, or of several. */
  report: number | null;
  /** JSON Pointer into the document; that of a diagnostic is `/diagnostics/N`. */
  path: string;
  /** 1-based page; null where the document does not say it: one read back from JSON without evidence. */
  page: number | null;
  /** Where on that page, or null where it is not known. */
  bbox: BBox | null;
  /** What is printed beside the field: of an indicator its levels, of a row of funds its label; else empty. */
  labels: string[];
  /** The arithmetic, with the numbers of the form filled in; null where there is none. */
  formula: string | null;
  /** The regulation that the rule comes from; null where it is the reviewers' custom. */
  source: string | null;
  /** What would mend it; null for a diagnostic, which says so itself. */
  mend: string | null;
  /** From `suppressions` of the config. */
  suppressed: {
    /** Why. */
    reason: string;
    /** The last day on which it holds, YYYY-MM-DD. */
    until: string;
  };
}

/** One finding of a baseline. */
export interface KnownEntry {
  /** SHA-256 of file, rule, form and field by their names, never of values, pages or words. */
  fingerprint: string;
  /** From the working folder. */
  file: string;
  /** The project, or the title of the form. */
  form: string | null;
  /** Id of a rule, or code of a diagnostic. */
  rule: string;
  /** The printed names that lead to the field, and its key. */
  field: string;
}

/** What kept a file from being read, or a rule from checking it. */
export interface Problem {
  /** An error code. */
  code: string;
  /** `error`: something was not checked. */
  severity: Severity;
  /** One sentence. */
  message: string;
  /** 1-based page, or null where it is about the whole file. */
  page: number | null;
}

export interface CheckedForm {
  /** `title` of the form. */
  title: string | null;
  /** `project.name` of the form. */
  name: string | null;
  /** The first page of the form. */
  page: number | null;
  /** `year` of the form. */
  year: number | null;
  /** `project.supervisingDepartment` of the form. */
  supervisingDepartment: string | null;
  /** `project.implementingUnit` of the form. */
  implementingUnit: string | null;
  /** Unit of the amounts. */
  unit: string | null;
  /** Of the total row of the funds, as are the next two. */
  annualBudget: number | null;
  /** As printed in the total row. */
  executed: number | null;
  /** Of the total row, a fraction. */
  executionRate: number | null;
  /** `total.weight`. */
  fullScore: number | null;
  /** `total.score`. */
  score: number | null;
  /** `total.grade`. */
  grade: string | null;
  /** How many indicators it has. */
  indicators: number;
}

/** One input of `evalx validate`. */
export interface CheckedFile {
  /** As given on the command line. */
  file: string;
  /** False where a part of the file was not read, or it holds no form: such a file has not passed. */
  read: boolean;
  /** The forms that were checked, by their index. */
  reports: CheckedForm[];
  /** Diagnostics are findings, and do not stand here. */
  problems: Problem[];
}

/** What `evalx validate --format json` prints. */
export interface Validation {
  /** Raised when a reader of the old shape would break. */
  schemaVersion: '1';
  /** The config file in force; null where there is none. */
  config: string | null;
  /** Every input, in the order given. */
  files: CheckedFile[];
  /** Sorted by file, report, page, position and rule; no two alike. */
  findings: Finding[];
  /** Only where findings were accepted: these count for nothing, and do not stand in `findings`. */
  accepted?: AcceptedFinding[] | undefined;
  /** Only where the config suppresses findings: these count for nothing either. */
  suppressed?: SuppressedFinding[] | undefined;
  /** Only with `--baseline`: `findings` are those that it does not know. */
  baseline?:
    | {
        file: string;
        /** Findings of the baseline that are still there: these count for nothing. */
        known: Finding[];
        /** Findings of the baseline that are gone, of files that were read. */
        fixed: KnownEntry[];
      }
    | undefined;
}

/** Where a piece stands. */
export interface Place {
  /** 1-based page. */
  page: number;
  /** `[x0, y0, x1, y1]` in points, origin top left of the page as it is seen. */
  bbox: BBox;
}

/** One cell; a merged cell stands once. */
export interface TableCell {
  /** 0-based row of its upper left corner. */
  row: number;
  /** 0-based column of its upper left corner. */
  col: number;
  /** Rows that it covers. */
  rowSpan: number;
  /** Columns that it covers. */
  colSpan: number;
  /** Wrapped lines joined; empty where the cell is. */
  text: string;
  /** Its first piece: `[x0, y0, x1, y1]` in points, origin top left of the page as it is seen. */
  bbox: BBox;
  /** Every piece: a cell that goes on over a page break has two. */
  places: Place[];
}

/** One table, over all pages that it fills. */
export interface PdfTable {
  /** 1-based page on which it begins. */
  page: number;
  /** Its piece on that page. */
  bbox: BBox;
  /** Its numbered caption (`表3 …`, `Table 14. …`): above it, in its first row, or else right below it. */
  caption: string | null;
  /** Rows over all pages. */
  rows: number;
  /** Columns. */
  cols: number;
  /** Every piece: a table over three pages has three. */
  places: Place[];
  /** Row by row, from left to right. */
  cells: TableCell[];
}

/** What `evalx tables` prints for one PDF. */
export interface TablesDocument {
  /** As given on the command line, `-` for stdin. */
  file: string;
  /** Every table found, in reading order. */
  tables: PdfTable[];
  /** Pages without text, and the like. */
  diagnostics: Diagnostic[];
}

/** One field put right; several of one field follow one another in the order of `when`. */
export interface Correction {
  /** Hex digest of the bytes of the PDF, `source.sha256` of its document: another edition of it is another file. */
  sha256: string;
  /** JSON Pointer of one field of a form; not of a list or an object. */
  path: string;
  /** The value before: what was read, or `new` of the correction before this one. */
  old: string | number | boolean | null;
  /** The value in its place; the one before where it is confirmed. */
  new: string | number | boolean | null;
  /** Who says so. */
  who: string;
  /** ISO 8601, UTC: `2025-03-01T09:30:00Z`. */
  when: string;
  /** The reason, or null where none was given. */
  why: string | null;
}

/** One finding that stands, and is accepted. */
export interface Accepted {
  /** Hex digest of the bytes of the PDF, `source.sha256` of its document: another edition of it is another file. */
  sha256: string;
  /** `rule` of the finding. */
  rule: string;
  /** `path` of the finding. */
  path: string;
  /** What it said, for people; not compared. */
  message?: string | undefined;
  /** Who says so. */
  who: string;
  /** ISO 8601, UTC: `2025-03-01T09:30:00Z`. */
  when: string;
  /** The reason; there is no acceptance without one. */
  why: string;
}

/** corrections.json: what people have said of the forms of some PDFs. */
export interface Corrections {
  /** Raised when a reader of the old shape would break. */
  schemaVersion: '1';
  /** Fields that were put right. */
  corrections: Correction[];
  /** Findings that are let stand. */
  accepted: Accepted[];
}

export type DiagnosticCode = Diagnostic['code'];
export type FundKind = FundRow['kind'];
/** A value of one field. */
export type Scalar = Correction['old'];

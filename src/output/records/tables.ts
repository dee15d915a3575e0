import type { FileResult } from '../../contract/batch.js';
import { countSeverities, formsByPage } from '../../contract/diagnostics.js';
import type { EvalxDocument, Evidence } from '../../contract/document.js';
import type { AcceptedFinding } from '../../contract/findings.js';
import { keysOf, valueAt } from '../../contract/pointer.js';
import { correctedFields } from './corrected.js';
import { FILE, funds, ID, indicators, reports } from './forms.js';
import { column, NO_PLACE, recordTable, reportId } from './record.js';

const REPORT = column('report', '表序号', 'integer', 8);
const PAGE = column('page', '页', 'integer', 6);
const SEVERITY = column('severity', '级别', 'text', 9);
const BOX = [
  column('x0', '左', 'number', 8),
  column('y0', '上', 'number', 8),
  column('x1', '右', 'number', 8),
  column('y1', '下', 'number', 8),
] as const;

const idOf = (document: EvalxDocument | null, report: number | null): string | null =>
  document && report !== null ? reportId(document, report) : null;

const cornersOf = (bbox: Evidence['bbox'] | null | undefined) => {
  const [x0 = null, y0 = null, x1 = null, y1 = null] = bbox ?? [];
  return { x0, y0, x1, y1 };
};

/** What the rules found, and behind it what people let stand. */
function findingRows({ document, findings, accepted = [] }: FileResult) {
  return [...findings.map((finding) => ({ finding, by: null })), ...accepted.map(acceptedFinding)].map(
    ({ finding, by }) => {
      const { report, page, path } = finding;
      const place = { report, page, pointerOf: (key: string) => (key === 'path' ? path : null) };
      const accepted = { accepted: by !== null, acceptedBy: by?.who, acceptedWhen: by?.when, acceptedWhy: by?.why };
      return { ...finding, ...accepted, reportId: idOf(document, report), place };
    },
  );
}

const acceptedFinding = ({ accepted: by, ...finding }: AcceptedFinding) => ({ finding, by });

const findings = recordTable('findings', '问题', findingRows, [
  ID,
  FILE,
  column('rule', '规则', 'text', 26),
  SEVERITY,
  column('message', '问题', 'text', 60),
  REPORT,
  column('path', '字段', 'text', 34),
  PAGE,
  column('bbox', '位置', 'numbers', 24),
  column('accepted', '已接受', 'boolean', 8),
  column('acceptedBy', '接受人', 'text', 12),
  column('acceptedWhen', '接受时间', 'text', 20),
  column('acceptedWhy', '接受理由', 'text', 30),
  column('labels', '所涉栏目', 'names', 24),
  column('formula', '算式', 'text', 30),
  column('source', '依据', 'text', 30),
  column('mend', '改正建议', 'text', 40),
]);

/** What the reader said, with the form whose page it is about, where that is one form's alone. */
function diagnosticRows({ document }: FileResult) {
  if (!document) return [];
  const formOf = formsByPage(document);
  return document.diagnostics.map((diagnostic) => {
    const { page, bbox } = diagnostic;
    const report = formOf(page);
    const head = { reportId: idOf(document, report), file: document.source.file, report };
    return { ...diagnostic, ...head, ...cornersOf(bbox), place: { ...NO_PLACE, report, page } };
  });
}

const diagnostics = recordTable('diagnostics', '诊断', diagnosticRows, [
  ...[ID, FILE, REPORT, PAGE],
  ...BOX,
  column('code', '代码', 'text', 22),
  SEVERITY,
  column('message', '诊断', 'text', 60),
]);

/** Every field that was read, and those that a person has filled in, in the order in which they were read. */
function fieldRows(result: FileResult) {
  const { document, evidence = {} } = result;
  if (!document) return [];
  const corrected = correctedFields(result);
  const pointers = new Set([...Object.keys(evidence), ...corrected.keys()]);
  return [...pointers].map((pointer) => {
    const [, index] = keysOf(pointer);
    const report = Number(index);
    const place: Evidence | undefined = evidence[pointer];
    const value = valueAt(document, pointer);
    return {
      reportId: idOf(document, report),
      file: document.source.file,
      report,
      pointer,
      value: value === null || value === undefined ? null : String(value),
      number: typeof value === 'number' ? value : null,
      printed: place?.raw ?? null,
      page: place?.page ?? null,
      ...cornersOf(place?.bbox),
      confidence: place?.confidence ?? null,
      corrected: corrected.has(pointer),
      place: { report, page: place?.page ?? null, pointerOf: (key: string) => (key === 'pointer' ? pointer : null) },
    };
  });
}

const fields = recordTable('fields', '字段', fieldRows, [
  ...[ID, FILE, REPORT],
  column('pointer', '字段', 'text', 34),
  column('value', '值', 'text', 40),
  column('number', '数值', 'number', 12),
  column('printed', '原文', 'text', 40),
  PAGE,
  ...BOX,
  column('confidence', '可信度', 'number', 8),
  column('corrected', '已更正', 'boolean', 8),
]);

/** The status of an input, with how many of its diagnostics are errors and warnings; of one that failed there are none. */
function fileRow({ status, document }: FileResult) {
  const counts = document && countSeverities(document.diagnostics);
  const told = { diagnosticErrors: counts?.error ?? null, diagnosticWarnings: counts?.warning ?? null };
  return { ...status, ...told, place: NO_PLACE };
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

/** The tables of a batch, joined by `reportId` and `file`. */
export const RECORD_TABLES = { reports, funds, indicators, findings, diagnostics, fields, files };

export type RecordTableName = keyof typeof RECORD_TABLES;

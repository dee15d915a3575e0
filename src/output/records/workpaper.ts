import { formsByPage } from '../../contract/diagnostics.js';
import type { EvalxDocument, Report } from '../../contract/document.js';
import { FINDINGS_WORDS } from '../findings/common/words.js';
import { sheetName, sheetReference } from '../xlsx/sheet-names.js';
import { toXlsx, type Xlsx, type XlsxCell, type XlsxSheet } from '../xlsx/xlsx.js';
import { projectSheet, totalCell } from './workpaper-project.js';

/** A form with its sheet's name and the file that it stands in. */
interface Project {
  readonly name: string;
  readonly sheet: string;
  readonly file: string;
  readonly report: Report;
}

/**
 * The reviewers' workpaper: a summary, behind it a sheet for each form, in the order of the documents, and one of what the
 * reader doubted or did not read, if there is such. What a reviewer finds is left empty; differences and sums are formulas, so that they follow what the reviewer writes.
 */
export function workpaperXlsx(documents: readonly EvalxDocument[]): Promise<Xlsx> {
  const projects = documents
    .flatMap(({ source, reports }) => reports.map((report) => ({ file: source.file, report })))
    .map(({ file, report }, index): Project => {
      const name = report.project.name ?? report.title ?? file;
      return { name, sheet: sheetName(index + 1, name), file, report };
    });
  const said = documents.flatMap(toldOf);
  return toXlsx([
    summary(projects),
    ...projects.map(({ name, sheet, report }) => projectSheet(sheet, name, report)),
    ...(said.length === 0 ? [] : [table('诊断', TOLD, said)]),
  ]);
}

const TOLD = { 文件: 32, 项目名称: 44, 页: 6, 级别: 9, 诊断: 90 };

/** What a reviewer has to look at before the numbers of a form are trusted. */
function toldOf(document: EvalxDocument): XlsxCell[][] {
  const formOf = formsByPage(document);
  return document.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ page, severity, message }) => {
      const form = formOf(page);
      const name = form === null ? null : (document.reports[form]?.project.name ?? null);
      const values = [document.source.file, name, page, FINDINGS_WORDS.zh.severities[severity], message];
      return values.map((value): XlsxCell => ({ value, look: 'body' }));
    });
}

const COLUMNS = { 项目名称: 44, 自评得分: 11, 复核得分: 11, 偏差: 11, 偏离度: 11, 原因: 44, 文件: 32 };

const summary = (projects: readonly Project[]): XlsxSheet =>
  table(
    '汇总',
    COLUMNS,
    projects.map((project, index) => summaryRow(project, index + 2)),
  );

/** A sheet with a header that stays in sight; the columns have their widths. */
function table(name: string, columns: Readonly<Record<string, number>>, rows: readonly XlsxCell[][]): XlsxSheet {
  const header = Object.keys(columns).map((value): XlsxCell => ({ value, look: 'header' }));
  return { name, widths: Object.values(columns), rows: [header, ...rows], frozenRows: 1 };
}

/** `row` is its number in the sheet. A difference is there once there are both scores. */
function summaryRow({ name, sheet, file, report }: Project, row: number): XlsxCell[] {
  const from = sheetReference(sheet);
  return [
    { value: name, look: 'body' },
    { formula: `${from}!${totalCell('selfScore', report)}`, look: 'body' },
    { formula: `${from}!${totalCell('reviewScore', report)}`, look: 'body' },
    { formula: `IF(OR(B${row}="",C${row}=""),"",B${row}-C${row})`, look: 'body' },
    { formula: `IF(OR(D${row}="",B${row}=0),"",D${row}/B${row})`, percent: true, look: 'body' },
    { look: 'input' },
    { value: file, look: 'body' },
  ];
}

import type { EvalxDocument, Report } from '../../contract/document.js';
import { toXlsx, type Xlsx, type XlsxCell, type XlsxSheet } from '../xlsx/xlsx.js';
import { sheetName, sheetReference } from './workpaper-names.js';
import { projectSheet, totalCell } from './workpaper-project.js';

/** A form with its sheet's name and the file that it stands in. */
interface Project {
  readonly name: string;
  readonly sheet: string;
  readonly file: string;
  readonly report: Report;
}

/**
 * The reviewers' workpaper: a summary, and behind it a sheet for each form, in the order of the documents. What a
 * reviewer finds is left empty; differences and sums are formulas, so that they follow what the reviewer writes.
 */
export function workpaperXlsx(documents: readonly EvalxDocument[]): Promise<Xlsx> {
  const projects = documents
    .flatMap(({ source, reports }) => reports.map((report) => ({ file: source.file, report })))
    .map(({ file, report }, index): Project => {
      const name = report.project.name ?? report.title ?? file;
      return { name, sheet: sheetName(index + 1, name), file, report };
    });
  return toXlsx([summary(projects), ...projects.map(({ name, sheet, report }) => projectSheet(sheet, name, report))]);
}

const COLUMNS = { 项目名称: 44, 自评得分: 11, 复核得分: 11, 偏差: 11, 偏离度: 11, 原因: 44, 文件: 32 };

function summary(projects: readonly Project[]): XlsxSheet {
  const header = Object.keys(COLUMNS).map((value): XlsxCell => ({ value, look: 'header' }));
  return {
    name: '汇总',
    widths: Object.values(COLUMNS),
    rows: [header, ...projects.map((project, index) => summaryRow(project, index + 2))],
    frozenRows: 1,
  };
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

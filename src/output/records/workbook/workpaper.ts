import type { FileResult } from '../../../contract/batch.js';
import type { Language } from '../../../contract/findings.js';
import { BOOK_COLUMNS, CELLS, SHEETS } from '../../../messages/tables/sheets.js';
import { inYuan } from '../../../text/money.js';
import { columnLetters } from '../../xlsx/address.js';
import { sheetName, sheetReference } from '../../xlsx/sheet-names.js';
import { toXlsx } from '../../xlsx/xlsx.js';
import type { Link, RichCell, XlsxCell, XlsxSheet } from '../../xlsx/xlsx-types.js';
import { correctedFields } from '../corrected.js';
import { funds } from '../forms.js';
import { addRows, type Book, type BookWords, held, tableList } from './book.js';
import { body, figure, yuanFigure } from './cells.js';
import { FORM_COLUMNS } from './form-columns.js';
import { type FormSheet, formCell, formSheet, totalCell } from './form-sheet.js';
import { diagnosticRemarks, findingRemarks, openCell, type Remark, remarkColumns, sheetCell } from './remarks.js';
import { reviewLink } from './review-links.js';
import { columnsSheet, type Explained, type ListSheet, listSheets, type SheetColumn } from './sheets.js';

/**
 * The reviewers' workpaper: a summary, what the rules and the reader said, the funds in one unit, and a sheet for each form,
 * in the order of the documents. What a reviewer finds is left empty; differences and sums are formulas, so that they
 * follow what the reviewer writes.
 */
export function workpaperBook({ lang, reviews }: BookWords): Book {
  const forms: FormSheet[] = [];
  const money = held(funds);
  const findings: Remark[] = [];
  const diagnostics: Remark[] = [];
  return {
    add: (result) => {
      for (const form of formsOf(result, forms.length)) {
        forms.push({ ...form, review: reviewLink(reviews, form.file, { page: form.report.pages[0] ?? null }) });
      }
      addRows(money, result);
      for (const remark of findingRemarks(result, lang)) findings.push(remark);
      // What is only good to know does not keep a reviewer.
      for (const remark of diagnosticRemarks(result)) if (remark.severity !== 'info') diagnostics.push(remark);
    },
    end: () => {
      const sheets = new Map(forms.map(({ file, index, sheet }) => [`${index}\n${file}`, sheet]));
      const linkOf = (file: string, report: number | null, pointer: string | null = null): Link | null => {
        const sheet = sheets.get(`${report}\n${file}`);
        return sheet === undefined ? null : { sheet, cell: formCell(pointer) };
      };
      const told = (kind: 'findings' | 'diagnostics', rows: readonly Remark[]): ListSheet<Remark> => {
        const columns = remarkColumns(kind, reviews, ({ file, report, pointer }) => linkOf(file, report, pointer));
        return { name: SHEETS[kind], columns, rows };
      };
      const summary = summaryColumns(reviews !== null);
      const remarks = [told('findings', findings), told('diagnostics', diagnostics)];
      const amounts = tableList(money, reviews, linkOf);
      const explained: Explained[] = [
        { name: SHEETS.summary[lang], columns: summary },
        ...[...remarks, amounts].map((list) => ({ ...list, name: list.name[lang] })),
        { name: CELLS.formSheets[lang], columns: FORM_COLUMNS.map((name) => BOOK_COLUMNS[name]) },
      ];
      const top: Link = { sheet: SHEETS.summary[lang], cell: 'A1' };
      return toXlsx([
        summarySheet(forms, summary, lang),
        ...remarks.flatMap((list) => listSheets(list, lang)),
        ...listSheets(amounts, lang),
        columnsSheet(explained, lang),
        ...forms.map((form) => formSheet(form, top, lang)),
      ]);
    },
  };
}

/** The forms of an input; `before` is how many sheets there are already. */
function formsOf(result: FileResult, before: number): Omit<FormSheet, 'review'>[] {
  const { document } = result;
  if (!document) return [];
  const { file } = document.source;
  const corrected = correctedFields(result);
  return document.reports.map((report, index) => {
    const name = report.project.name ?? report.title ?? file;
    const findings = result.findings.filter((finding) => finding.report === index);
    return { name, sheet: sheetName(before + index + 1, name), file, index, report, corrected, findings };
  });
}

/** A form and the number of its row in the summary. */
interface SummaryRow {
  readonly form: FormSheet;
  readonly row: number;
}

type SummaryColumn = SheetColumn<SummaryRow>;

const count = ({ findings }: FormSheet, wanted: 'error' | 'warning'): number =>
  findings.filter(({ severity }) => severity === wanted).length;

const totalOf = ({ report }: FormSheet) => report.funds.rows.find(({ kind }) => kind === 'total');

/** A difference is there once there are both scores. */
const CELLS_OF_SUMMARY: Readonly<Partial<Record<keyof typeof BOOK_COLUMNS, [number, SummaryColumn['cell']]>>> = {
  project: [40, ({ form }) => body(form.name)],
  selfScore: [10, ({ form }) => total('selfScore', form)],
  reviewScore: [10, ({ form }) => total('reviewScore', form)],
  difference: [9, ({ row }) => ({ formula: `IF(OR(B${row}="",C${row}=""),"",B${row}-C${row})`, look: 'number' })],
  deviation: [
    9,
    ({ row }) => ({ formula: `IF(OR(D${row}="",B${row}=0),"",D${row}/B${row})`, percent: true, look: 'number' }),
  ],
  reason: [36, () => ({ look: 'input' })],
  errors: [8, ({ form }) => figure(count(form, 'error'))],
  warnings: [8, ({ form }) => figure(count(form, 'warning'))],
  budgetYuan: [18, ({ form }) => yuanFigure(inYuan(totalOf(form)?.annualBudget ?? null, form.report.funds.unit))],
  executedYuan: [18, ({ form }) => yuanFigure(inYuan(totalOf(form)?.executed ?? null, form.report.funds.unit))],
  sheet: [6, ({ form }, lang) => sheetCell({ sheet: form.sheet, cell: 'A1' }, lang)],
  open: [6, ({ form }, lang) => openCell(form.review, lang)],
  file: [28, ({ form }) => body(form.file)],
};

const total = (name: 'selfScore' | 'reviewScore', { sheet, report }: FormSheet): RichCell => ({
  formula: `${sheetReference(sheet)}!${totalCell(name, report)}`,
  look: 'number',
});

const summaryColumns = (hasReviews: boolean): SummaryColumn[] =>
  Object.entries(CELLS_OF_SUMMARY)
    .filter(([key]) => key !== 'open' || hasReviews)
    .map(([key, [width, cell]]) => ({ key, ...BOOK_COLUMNS[key as keyof typeof BOOK_COLUMNS], width, cell }));

const SUMMED: ReadonlySet<string> = new Set(['errors', 'warnings', 'budgetYuan', 'executedYuan']);

/** All forms, and below what can be added up: amounts in 元, whatever unit a form has. */
function summarySheet(forms: readonly FormSheet[], columns: readonly SummaryColumn[], lang: Language): XlsxSheet {
  const name = SHEETS.summary;
  const rows = forms.map((form, index): SummaryRow => ({ form, row: index + 2 }));
  const [sheet] = listSheets({ name, columns, rows }, lang, { rows: Infinity, links: Infinity, cells: Infinity });
  if (forms.length === 0) return sheet as XlsxSheet;
  const sums = columns.map(({ key }, index): XlsxCell => {
    const letter = columnLetters(index);
    if (index === 0) return { value: CELLS.sum[lang], look: 'sum' };
    if (!SUMMED.has(key)) return { look: 'sum' };
    const format = key.endsWith('Yuan') ? { format: '#,##0.00' } : {};
    return { formula: `SUBTOTAL(9,${letter}2:${letter}${forms.length + 1})`, look: 'sum', ...format };
  });
  return { ...(sheet as XlsxSheet), rows: [...(sheet as XlsxSheet).rows, sums], sumRows: 1 };
}

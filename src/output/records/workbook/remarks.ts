import type { FileResult } from '../../../contract/batch.js';
import { formsByPage } from '../../../contract/diagnostics.js';
import type { Severity } from '../../../contract/document.js';
import type { Language } from '../../../contract/findings.js';
import { BOOK_COLUMNS, CELLS } from '../../../messages/tables/sheets.js';
import type { Link, RichCell } from '../../xlsx/xlsx-types.js';
import { reportId } from '../record.js';
import { body, pageCell, severityCell } from './cells.js';
import { fieldWords } from './field-words.js';
import { type Reviews, reviewLink } from './review-links.js';
import type { SheetColumn } from './sheets.js';

/** What the rules found and what the reader said, for people: each with its form, its indicator and its page in words. */
export interface Remark {
  readonly severity: Severity;
  readonly message: string;
  /** Id of the rule or code of the diagnostic. */
  readonly code: string;
  readonly file: string;
  readonly report: number | null;
  readonly project: string | null;
  readonly item: string | null;
  readonly label: string | null;
  readonly printed: string | null;
  readonly page: number | null;
  /** JSON Pointer; null of a diagnostic, which is about a place of the page. */
  readonly pointer: string | null;
  readonly reportId: string | null;
}

const projectOf = ({ document }: FileResult, report: number | null): string | null => {
  const form = report === null ? undefined : document?.reports[report];
  return form ? (form.project.name ?? form.title) : null;
};

const idOf = ({ document }: FileResult, report: number | null): string | null =>
  document && report !== null ? reportId(document, report) : null;

export const findingRemarks = (result: FileResult, lang: Language): Remark[] =>
  result.findings.map(({ severity, message, rule, file, report, page, path }) => ({
    ...{ severity, message, code: rule, file, report, page, pointer: path },
    ...{ project: projectOf(result, report), reportId: idOf(result, report) },
    ...fieldWords(result.document, path, lang),
    printed: result.evidence?.[path]?.raw ?? null,
  }));

export function diagnosticRemarks(result: FileResult): Remark[] {
  const { document } = result;
  if (!document) return [];
  const formOf = formsByPage(document);
  return document.diagnostics.map(({ severity, message, code, page }) => {
    const report = formOf(page);
    return {
      ...{ severity, message, code, file: document.source.file, report, page, pointer: null },
      ...{ project: projectOf(result, report), reportId: idOf(result, report) },
      ...{ item: null, label: null, printed: null },
    };
  });
}

/** Where a remark leads within the workbook; null where its form has no place there. */
export type LinkOf = (remark: Remark) => Link | null;

type RemarkColumn = SheetColumn<Remark>;

const COLUMNS = {
  severity: [7, ({ severity }, lang) => severityCell(severity, lang)],
  message: [46, ({ message }) => body(message)],
  project: [26, ({ project }) => body(project)],
  item: [22, ({ item }) => body(item)],
  label: [12, ({ label }) => body(label)],
  printed: [18, ({ printed }) => body(printed)],
  page: [8, ({ page }, lang) => pageCell(page, lang)],
  file: [22, ({ file }) => body(file)],
  rule: [18, ({ code }) => body(code)],
  code: [18, ({ code }) => body(code)],
  reportId: [19, (remark) => body(remark.reportId)],
  pointer: [22, ({ pointer }) => body(pointer)],
} as const satisfies Readonly<Record<string, readonly [number, (remark: Remark, lang: Language) => RichCell]>>;

const FINDINGS = ['item', 'label', 'printed', 'page'] as const;

/** The columns of the sheet of findings, or of that of diagnostics; of a review only where there is one. */
export function remarkColumns(
  kind: 'findings' | 'diagnostics',
  reviews: Reviews | null,
  linkOf: LinkOf,
): RemarkColumn[] {
  const plain = (key: keyof typeof COLUMNS): RemarkColumn => {
    const [width, cell] = COLUMNS[key];
    return { key, ...BOOK_COLUMNS[key], width, cell };
  };
  const sheet: RemarkColumn = {
    ...{ key: 'sheet', ...BOOK_COLUMNS.sheet, width: 6 },
    cell: (remark, lang) => sheetCell(linkOf(remark), lang),
  };
  const open: RemarkColumn = {
    ...{ key: 'open', ...BOOK_COLUMNS.open, width: 6 },
    cell: (remark, lang) => openCell(reviewLink(reviews, remark.file, remark), lang),
  };
  const isFindings = kind === 'findings';
  return [
    ...[plain('severity'), plain('message'), plain('project'), sheet],
    ...(isFindings ? FINDINGS.map(plain) : [plain('page')]),
    ...(reviews ? [open] : []),
    ...[plain('file'), plain(isFindings ? 'rule' : 'code'), plain('reportId')],
    ...(isFindings ? [plain('pointer')] : []),
  ];
}

/** A cell that leads to another sheet. Texts that wrap have no links: LibreOffice would show their first line alone. */
export const sheetCell = (link: Link | null, lang: Language): RichCell =>
  link === null ? body(null) : { value: CELLS.show[lang], look: 'link', link };

/** A cell that opens a place in a review. */
export const openCell = (href: string | null, lang: Language): RichCell =>
  href === null ? body(null) : { value: CELLS.open[lang], look: 'link', link: { href } };

import type { FileResult } from '../../../contract/batch.js';
import type { Language } from '../../../contract/findings.js';
import { columnWords } from '../../../messages/tables/columns.js';
import { BOOK_COLUMNS, SHEETS } from '../../../messages/tables/sheets.js';
import { cellAddress } from '../../xlsx/address.js';
import { toXlsx } from '../../xlsx/xlsx.js';
import type { Link, Xlsx } from '../../xlsx/xlsx-types.js';
import { type Corrected, correctedFields } from '../corrected.js';
import { funds, indicators, reports } from '../forms.js';
import type { Column, PlacedRow, RecordTable, RecordValue } from '../record.js';
import { RECORD_TABLES } from '../tables.js';
import { cellOf, correctedCell } from './cells.js';
import { diagnosticRemarks, findingRemarks, openCell, type Remark, remarkColumns, sheetCell } from './remarks.js';
import { type Reviews, reviewLink } from './review-links.js';
import {
  columnsSheet,
  type Explained,
  type ListSheet,
  listSheets,
  partName,
  rowsPerSheet,
  SHEET_LIMITS,
  type SheetColumn,
} from './sheets.js';

/** In which language a workbook is, and where the reviews stand that it leads to. */
export interface BookWords {
  readonly lang: Language;
  readonly reviews: Reviews | null;
}

/** A workbook that takes results one after another. */
export interface Book {
  readonly add: (result: FileResult) => void;
  readonly end: () => Promise<Xlsx>;
}

/** A row of a table with the fields of it that a person has put right. */
interface BookRow extends PlacedRow {
  readonly file: string;
  readonly corrected: ReadonlyMap<string, Corrected>;
}

/** For people, what is in what comes first, and amounts in 元 stand beside those that are printed. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  reports: [
    'projectName',
    'title',
    'year',
    'supervisingDepartment',
    'implementingUnit',
    'manager',
    'phone',
    'totalScore',
  ]
    .concat(['totalWeight', 'totalGrade', 'fundsUnit', 'initialBudget', 'initialBudgetYuan', 'annualBudget'])
    .concat(['annualBudgetYuan', 'executed', 'executedYuan', 'executionRate', 'fundsWeight', 'fundsScore'])
    .concat(['indicatorsWeight', 'indicatorCount', 'goalsExpected', 'goalsActual', 'goalsAdjusted', 'evaluation'])
    .concat(['problems', 'measures', 'notes', 'extra', 'corrected', 'leastConfidence', 'family', 'pages', 'file'])
    .concat(['reportId']),
  funds: ['projectName', 'row', 'label', 'kind', 'unit', 'initialBudget', 'initialBudgetYuan', 'annualBudget']
    .concat(['annualBudgetYuan', 'executed', 'executedYuan', 'executionRate', 'weight', 'score', 'reason', 'extra'])
    .concat(['corrected', 'rowPage', 'leastConfidence', 'file', 'reportId']),
  indicators: ['projectName', 'row', 'goal', 'level1', 'level1Weight', 'level2', 'level2Weight', 'level3', 'operator']
    .concat(['direction', 'target', 'adjustedTarget', 'targetNumber', 'unit', 'actual', 'actualNumber', 'weight'])
    .concat(['score', 'reviewedScore', 'deviation', 'scoringRule', 'core', 'shared', 'extra', 'corrected', 'rowPage'])
    .concat(['leastConfidence', 'file', 'reportId']),
  files: [
    'file',
    'status',
    'pages',
    'reports',
    'diagnosticErrors',
    'diagnosticWarnings',
    'errorCode',
    'errorMessage',
  ].concat(['milliseconds', 'sha256']),
};

/** Long texts are given room: no row is higher than a page. */
const WIDER: Readonly<Record<string, number>> = {
  extra: 40,
  notes: 44,
  goalsExpected: 56,
  goalsActual: 56,
  deviation: 40,
  errorMessage: 44,
};

/** What leads to the row of a form in the sheet of forms. */
const formKey = (file: string, report: number | null): string => `${report}\n${file}`;

/** The workbook of tables for people: a sheet for each, findings and diagnostics in words, and one that explains all columns. */
export function tablesBook({ lang, reviews }: BookWords, limits = SHEET_LIMITS): Book {
  const forms = held(reports);
  const money = held(funds);
  const rates = held(indicators);
  const files = held(RECORD_TABLES.files);
  const findings: Remark[] = [];
  const diagnostics: Remark[] = [];
  return {
    add: (result) => {
      for (const one of [forms, money, rates, files]) addRows(one, result);
      for (const remark of findingRemarks(result, lang)) findings.push(remark);
      for (const remark of diagnosticRemarks(result)) diagnostics.push(remark);
    },
    end: () => {
      const linkOf = formLinks(forms, lang, limits);
      const remarkLink = ({ file, report }: Remark): Link | null => linkOf(file, report);
      const told = (kind: 'findings' | 'diagnostics', rows: readonly Remark[]): ListSheet<Remark> => ({
        ...{ name: SHEETS[kind], columns: remarkColumns(kind, reviews, remarkLink), rows },
      });
      const tables = [tableList(forms, reviews, () => null), tableList(money, reviews, linkOf)];
      tables.push(tableList(rates, reviews, linkOf));
      const remarks = [told('findings', findings), told('diagnostics', diagnostics)];
      const status = tableList(files, null, () => null);
      const explained = [...tables, ...remarks, status].map((list): Explained => ({ ...list, name: list.name[lang] }));
      return toXlsx([
        ...tables.flatMap((list) => listSheets(list, lang, limits)),
        ...remarks.flatMap((list) => listSheets(list, lang, limits)),
        ...listSheets(status, lang, limits),
        columnsSheet(explained, lang),
      ]);
    },
  };
}

/** A table with the rows that all inputs have added to it. */
export interface Held {
  readonly table: RecordTable;
  readonly rows: BookRow[];
}

export const held = (table: RecordTable): Held => ({ table, rows: [] });

export function addRows({ table, rows }: Held, result: FileResult): void {
  const corrected = correctedFields(result);
  const { file } = result.status;
  for (const row of table.placed(result)) rows.push({ ...row, file, corrected });
}

export type FormLink = (file: string, report: number | null) => Link | null;

/** Where the rows of the forms come to stand. */
function formLinks({ table, rows }: Held, lang: Language, limits: typeof SHEET_LIMITS): FormLink {
  const size = rowsPerSheet(columnsOf(table).length + 1, 2, limits);
  const name = lang === 'zh' ? table.zh : table.name;
  const links = new Map<string, Link>();
  for (const [index, { file, place }] of rows.entries()) {
    const cell = cellAddress((index % size) + 1, 0);
    links.set(formKey(file, place.report), { sheet: partName(name, Math.floor(index / size)), cell });
  }
  return (file, report) => links.get(formKey(file, report)) ?? null;
}

const columnsOf = (table: RecordTable): { column: Column; index: number }[] =>
  (ORDER[table.name] as readonly string[]).map((key) => {
    const index = table.columns.findIndex((column) => column.key === key);
    return { column: table.columns[index] as Column, index };
  });

/** A table as a sheet: its columns in the order for people, behind the name of the project a way into its review. */
export function tableList({ table, rows }: Held, reviews: Reviews | null, linkOf: FormLink): ListSheet<BookRow> {
  const columns = columnsOf(table).map(({ column, index }): SheetColumn<BookRow> => {
    const { key, zh, width } = column;
    return {
      ...{ key, header: { en: key, zh }, about: columnWords(table.name, key), width: WIDER[key] ?? width },
      cell: (row, lang) => {
        const cell = cellOf(column, row.values[index] as RecordValue, lang);
        const corrected = row.corrected.get(row.place.pointerOf(key) ?? '');
        return corrected ? correctedCell(cell, corrected, lang) : cell;
      },
    };
  });
  const sheet: SheetColumn<BookRow> = {
    ...{ key: 'sheet', ...BOOK_COLUMNS.sheet, width: 6 },
    cell: ({ file, place }, lang) => sheetCell(linkOf(file, place.report), lang),
  };
  const open: SheetColumn<BookRow> = {
    ...{ key: 'open', ...BOOK_COLUMNS.open, width: 6 },
    cell: ({ file, place }, lang) => openCell(reviewLink(reviews, file, place), lang),
  };
  const links = [...(table === funds || table === indicators ? [sheet] : []), ...(reviews ? [open] : [])];
  const name = { en: table.name, zh: table.zh };
  return { name, columns: [...columns.slice(0, 1), ...links, ...columns.slice(1)], rows };
}

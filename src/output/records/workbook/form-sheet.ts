import type { Indicator, Report } from '../../../contract/document.js';
import type { Finding, Language } from '../../../contract/findings.js';
import { BOOK_COLUMNS, CELLS, SHEETS } from '../../../messages/tables/sheets.js';
import { displayAmount, inYuan } from '../../../text/money.js';
import { numberOf } from '../../../text/quantity.js';
import { columnLetters } from '../../xlsx/address.js';
import type { CellValue } from '../../xlsx/cell-value.js';
import type { Link, RichCell, XlsxCell, XlsxSheet } from '../../xlsx/xlsx-types.js';
import type { Corrected } from '../corrected.js';
import { COLORS, correctedCell, figure, headerRow, words } from './cells.js';
import { FORM_COLUMNS, FORM_WIDTHS, type FormColumn } from './form-columns.js';
import { levelSpans, type Spans, sharedSpan } from './form-spans.js';
import { openCell } from './remarks.js';

/** Number of the first row behind the project's name, what is known of the form, and the header. */
const FIRST_ROW = 4;

/** A form with all that its sheet shows. */
export interface FormSheet {
  readonly name: string;
  readonly sheet: string;
  readonly file: string;
  /** Its index in the file. */
  readonly index: number;
  readonly report: Report;
  readonly corrected: ReadonlyMap<string, Corrected>;
  readonly findings: readonly Finding[];
  /** Address of its review; null where there is none. */
  readonly review: string | null;
}

/** The address of a column's cell. */
const address = (name: FormColumn, row: number): string => `${columnLetters(FORM_COLUMNS.indexOf(name))}${row}`;

/** The number of the last row but the sums: the execution of the budget, and a row for each indicator. */
const lastRow = ({ indicators }: Report): number => FIRST_ROW + indicators.length;

/** The address of a column's sum. */
export const totalCell = (name: FormColumn, report: Report): string => address(name, lastRow(report) + 1);

/** Where a field stands on the sheet of its form: in the row of its indicator, else at the top. */
export function formCell(pointer: string | null): string {
  const [, index] = /^\/reports\/\d+\/indicators\/(\d+)(?:\/|$)/u.exec(pointer ?? '') ?? [];
  if (index !== undefined) return address('level3', FIRST_ROW + 1 + Number(index));
  return /^\/reports\/\d+\/funds\//u.test(pointer ?? '') ? address('level3', FIRST_ROW) : 'A1';
}

/** The sheet of one form: its name, what it is of, the header, the execution of the budget, the indicators, the sums. */
export function formSheet(form: FormSheet, summary: Link, lang: Language): XlsxSheet {
  const { report } = form;
  const spans = levelSpans(report.indicators);
  return {
    name: form.sheet,
    widths: FORM_COLUMNS.map((name) => FORM_WIDTHS[name]),
    rows: [
      wide(form.name, 'title', FORM_COLUMNS.length),
      aboutRow(form, summary, lang),
      headerRow(FORM_COLUMNS.map((name) => BOOK_COLUMNS[name].header[lang])),
      executionRow(form, lang),
      ...report.indicators.map((_, index) => indicatorRow(form, index, spans[index], lang)),
      sumRow(report, lang),
    ],
    frozenRows: FIRST_ROW - 1,
    forPrint: { footer: SHEETS.footer[lang] },
    ...(tabOf(form.findings) === null ? {} : { tabColor: tabOf(form.findings) as string }),
  };
}

/** The tab of a form with errors has their colour. */
const tabOf = (findings: readonly Finding[]): string | null =>
  findings.some(({ severity }) => severity === 'error') ? COLORS.error : null;

const wide = (value: string, look: 'title' | 'note', columnSpan: number): XlsxCell[] =>
  Array.from({ length: columnSpan }, (_, index) => (index === 0 ? { value, look, columnSpan } : null));

/** Unit, year, file and pages, and the ways back to the summary and into the review. */
function aboutRow({ report, file, review }: FormSheet, summary: Link, lang: Language): XlsxCell[] {
  const { year, pages, project, funds } = report;
  const pageList = pages.join(lang === 'zh' ? '、' : ', ');
  const parts = [
    project.implementingUnit ?? project.supervisingDepartment,
    year === null ? null : words(CELLS.ofYear, lang, { year: String(year) }),
    funds.unit === null ? null : words(CELLS.amountUnit, lang, { unit: funds.unit }),
    `${file} ${words(CELLS.onPages, lang, { pages: pageList })}`,
  ];
  const text = parts.filter((part) => part !== null).join(lang === 'zh' ? '　' : '   ');
  const back: RichCell = { value: CELLS.back[lang], look: 'link', link: summary };
  const open = review === null ? [null] : [openCell(review, lang)];
  return [...wide(text, 'note', FORM_COLUMNS.length - 2), ...open, back];
}

type Values = Partial<Record<FormColumn, CellValue>>;

function executionRow(form: FormSheet, lang: Language): XlsxCell[] {
  const { funds } = form.report;
  const row = funds.rows.findIndex(({ kind }) => kind === 'total');
  const total = funds.rows[row];
  const base = `/reports/${form.index}/funds`;
  const values: Values = {
    level1: CELLS.budget[lang],
    level3: CELLS.budgetRate[lang],
    target: total?.annualBudget ?? null,
    targetNumber: total?.annualBudget ?? null,
    unit: funds.unit,
    weight: total?.weight ?? funds.weight,
    selfActual: total?.executed ?? null,
    actualNumber: total?.executed ?? null,
    selfScore: total?.score ?? null,
    remark: inOneUnit(total?.annualBudget ?? null, total?.executed ?? null, funds.unit, lang),
  };
  const pointers: Partial<Record<FormColumn, string>> = {
    target: `${base}/rows/${row}/annualBudget`,
    unit: `${base}/unit`,
    weight: total?.weight == null ? `${base}/weight` : `${base}/rows/${row}/weight`,
    selfActual: `${base}/rows/${row}/executed`,
    selfScore: `${base}/rows/${row}/score`,
  };
  return cells(FIRST_ROW, values).map((cell, column) =>
    marked(cell, pointers[FORM_COLUMNS[column] as FormColumn], form, lang),
  );
}

/** The amounts in 元, where the form has them in another unit. */
function inOneUnit(budget: number | null, executed: number | null, unit: string | null, lang: Language): string | null {
  const [a, b] = [inYuan(budget, unit), inYuan(executed, unit)];
  if (a === null || b === null || a === budget) return null;
  return words(CELLS.inYuan, lang, { budget: displayAmount(a), executed: displayAmount(b) });
}

function indicatorRow(form: FormSheet, index: number, spans: Spans | undefined, lang: Language): XlsxCell[] {
  const { indicators } = form.report;
  const indicator = indicators[index] as Indicator;
  const { level1, level2, level3, operator, unit, weight, target, adjustedTarget, actual } = indicator;
  const values: Values = {
    ...{ level1, level2, level3, operator, unit, weight, target: targetOf(indicator, lang) },
    targetNumber: numberOf(adjustedTarget ?? target),
    selfActual: actual,
    actualNumber: numberOf(actual),
    selfScore: indicator.score,
    remark: indicator.goal,
  };
  const fields: Partial<Record<FormColumn, string>> = {
    ...{ level1: 'level1', level2: 'level2', level3: 'level3', operator: 'operator', unit: 'unit', weight: 'weight' },
    ...{ target: adjustedTarget === null ? 'target' : 'adjustedTarget', selfActual: 'actual', selfScore: 'score' },
  };
  return cells(FIRST_ROW + 1 + index, values).map((cell, column) => {
    const name = FORM_COLUMNS[column] as FormColumn;
    const span = name === 'level1' || name === 'level2' ? (spans?.[name] ?? 1) : sharedSpan(indicators, index, name);
    if (span === 0) return null;
    const field = fields[name];
    const shown = marked(cell, field && `/reports/${form.index}/indicators/${index}/${field}`, form, lang);
    return span > 1 ? { ...shown, rowSpan: span } : shown;
  });
}

/** The target as it is to be met; what it was before stands with it. */
function targetOf({ target, adjustedTarget }: Indicator, lang: Language): string | null {
  if (adjustedTarget === null || adjustedTarget === target) return target;
  return target === null ? adjustedTarget : words(CELLS.before, lang, { now: adjustedTarget, before: target });
}

/** A cell with what is known of its field: that a person has put it right, and what the rules found there. */
function marked(cell: RichCell, pointer: string | undefined, form: FormSheet, lang: Language): RichCell {
  if (pointer === undefined) return cell;
  const found = form.findings.filter(({ path }) => path === pointer);
  const worst = (['error', 'warning', 'info'] as const).find((severity) =>
    found.some((one) => one.severity === severity),
  );
  const told = worst ? { ...cell, fill: COLORS[worst], note: found.map(({ message }) => message).join('\n') } : cell;
  const corrected = form.corrected.get(pointer);
  if (!corrected) return told;
  const right = correctedCell(cell, corrected, lang);
  return told.note === undefined ? right : { ...right, note: `${right.note}\n${told.note}` };
}

const FIGURES: ReadonlySet<FormColumn> = new Set(['targetNumber', 'actualNumber', 'weight', 'selfScore']);

/** A row of values, with the reviewer's cells empty. */
function cells(row: number, values: Values): RichCell[] {
  const [self, review] = [address('selfScore', row), address('reviewScore', row)];
  return FORM_COLUMNS.map((name): RichCell => {
    const value = values[name] ?? null;
    if (name === 'reviewActual' || name === 'reviewScore') return { look: 'input' };
    if (name === 'difference') return { formula: differenceOf(self, review), look: 'number' };
    return FIGURES.has(name) && typeof value !== 'string' ? figure(value as number | null) : { value, look: 'body' };
  });
}

const differenceOf = (self: string, review: string): string => `IF(OR(${self}="",${review}=""),"",${self}-${review})`;

/** The sums; a review's sum is there once every row with a score of its own has been reviewed. */
function sumRow(report: Report, lang: Language): XlsxCell[] {
  const row = lastRow(report) + 1;
  const range = (name: FormColumn): string => `${address(name, FIRST_ROW)}:${address(name, row - 1)}`;
  const [weight, self, review] = [range('weight'), range('selfScore'), range('reviewScore')];
  const { score } = report.total;
  const formulas: Partial<Record<FormColumn, string>> = {
    weight: `IF(COUNT(${weight})=0,"",SUM(${weight}))`,
    selfScore: `IF(COUNT(${self})=0,"",SUM(${self}))`,
    reviewScore: `IF(OR(COUNT(${review})=0,COUNT(${review})<COUNT(${self})),"",SUM(${review}))`,
    difference: differenceOf(address('selfScore', row), address('reviewScore', row)),
  };
  const values: Values = {
    level1: CELLS.sum[lang],
    ...(score === null ? {} : { remark: words(CELLS.printedTotal, lang, { score: String(score) }) }),
  };
  return FORM_COLUMNS.map((name): XlsxCell => {
    const formula = formulas[name];
    return formula === undefined ? { value: values[name] ?? null, look: 'sum' } : { formula, look: 'sum' };
  });
}

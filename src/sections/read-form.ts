import { unitInLine } from './bracket.js';
import type { Header } from './column-map.js';
import { type Cell, Draft, printedLine } from './draft.js';
import { type FormParts, titleIn } from './forms.js';
import { fundsHeader, readFunds } from './funds.js';
import { readGoals, startsGoals } from './goals.js';
import { indicatorHeader, readIndicators } from './indicators.js';
import { keyOf } from './label.js';
import { CONCLUSION, FUND_KIND, GOAL, HEADER } from './labels.js';
import { addNote, isPairLabel, readInline, readPairs } from './pairs.js';
import type { TableView } from './table-view.js';
import { readTitle, readYearLine } from './title.js';
import { readTotal, totalLabel } from './total.js';
import type { IndicatorColumn } from './vocabulary.js';

/** What the tables of a form hold, beside the draft: whether units filled it in themselves shows in its columns. */
export interface FormFacts {
  readonly draft: Draft;
  /** The indicator table has a column for what was reached. */
  readonly hasActual: boolean;
  readonly hasIndicators: boolean;
}

/** Reads the sections of one form in whatever order they stand. */
export function readForm(form: FormParts): FormFacts {
  const draft = new Draft();
  const { report } = draft;
  if (form.title) {
    const title = readTitle(form.title.text);
    report.title = draft.note('/title', title?.title ?? null, printedLine(form.title));
    report.year = draft.note('/year', title?.year ?? null, printedLine(form.title));
  }
  const unread = form.head.filter((line) => !readYearOrUnit(line, draft));
  const facts = { draft, hasActual: false, hasIndicators: false };
  for (const view of form.views) readTable(view, facts);
  // A label inside the table says more than the same label above it.
  for (const line of unread) readInline(printedLine(line), draft);
  readTail(form, draft);
  report.pages.push(...pagesOf(form));
  return facts;
}

function readTable(view: TableView, facts: { draft: Draft; hasActual: boolean; hasIndicators: boolean }): void {
  const { draft } = facts;
  let lastHeader: Header<IndicatorColumn> | null = null;
  const isLabel = (cell: Cell): boolean => {
    const key = keyOf(cell.text);
    return isPairLabel(cell.text) || GOAL.has(key);
  };
  const startsOther = (row: number): boolean =>
    fundsHeader(view, row) !== null ||
    indicatorHeader(view, row) !== null ||
    startsGoals(view, row) ||
    startsPairs(view, row);
  const endsFunds = (row: number): boolean => {
    const total = totalLabel(view, row);
    return startsOther(row) || (total !== null && !FUND_KIND.has(keyOf(total.text)));
  };
  for (let row = view.from; row < view.to; ) {
    const indicators = indicatorHeader(view, row);
    const funds = indicators ? null : fundsHeader(view, row);
    const title = titleIn(view.starting(row));
    const total = totalLabel(view, row);
    if (title) {
      view.claim(title.cell);
      draft.report.title ??= draft.note('/title', title.title, title.cell);
      draft.report.year ??= draft.note('/year', title.year, title.cell);
    } else if (indicators) {
      lastHeader = indicators;
      facts.hasIndicators = true;
      facts.hasActual ||= indicators.columns.some((c) => c.field === 'actual' || c.field === 'score');
      row = readIndicators(view, indicators, draft, (r) => totalLabel(view, r) !== null || startsOther(r));
      continue;
    } else if (funds) {
      row = readFunds(view, funds, draft, endsFunds);
      continue;
    } else if (total) {
      readTotal(view, row, total, lastHeader, draft);
    } else if (startsGoals(view, row)) {
      readGoals(view, row, draft, isLabel);
    } else if (readYearRow(view, row, draft)) {
      row++;
      continue;
    }
    readPairs(view, row, draft, isLabel);
    row++;
  }
}

/** Whether a row begins with a label of the project header or of the closing part. */
function startsPairs(view: TableView, row: number): boolean {
  const first = view.starting(row).find((cell) => cell.text !== '' && !view.isClaimed(cell));
  if (!first) return false;
  const key = keyOf(first.text);
  return (HEADER.has(key) || CONCLUSION.has(key) || isPairLabel(first.text)) && first.text !== '';
}

function readYearRow(view: TableView, row: number, draft: Draft): boolean {
  const filled = view.starting(row).filter((cell) => cell.text !== '' && !view.isClaimed(cell));
  const cell = filled[0];
  const year = filled.length === 1 && cell ? readYearLine(cell.text) : null;
  if (year === null || !cell) return false;
  draft.report.year ??= draft.note('/year', year, cell);
  view.claim(cell);
  return true;
}

/** Reads a line that states the year or the unit of money; false where it states neither. */
function readYearOrUnit(line: FormParts['head'][number], draft: Draft): boolean {
  const source = printedLine(line);
  const { report } = draft;
  const year = readYearLine(line.text);
  const unit = unitInLine(line.text);
  if (year !== null) report.year ??= draft.note('/year', year, source);
  else if (unit !== null) report.funds.unit ??= draft.note('/funds/unit', unit, source);
  return year !== null || unit !== null;
}

const NOTE_START = /^(注|备注|填表说明|填报说明|说明)\s*[:：0-9１-９一]|^注[:：]?$/u;

/** Lines under the table: notes from the first 注 on, and signature lines. */
function readTail(form: FormParts, draft: Draft): void {
  const lastPage = Math.max(...form.views.flatMap((v) => v.table.places.map((p) => p.page)));
  let inNotes = false;
  for (const line of form.tail) {
    if (line.place.page > lastPage + (inNotes ? 1 : 0)) break;
    const source = printedLine(line);
    if (NOTE_START.test(line.text)) inNotes = true;
    else if (isSignature(line.text)) {
      readInline(source, draft);
      continue;
    }
    if (inNotes) addNote(draft, source);
    else readInline(source, draft);
  }
}

/** A line of names to be signed: 项目负责人：张三 财务负责人：李四. */
function isSignature(text: string): boolean {
  const label = /^([^:：]{2,16})[:：]/u.exec(text)?.[1];
  return label !== undefined && (HEADER.has(keyOf(label)) || /(人|电话|日期|签字|签名|盖章|审核)$/u.test(keyOf(label)));
}

function pagesOf(form: FormParts): number[] {
  const pages = new Set<number>();
  if (form.title) pages.add(form.title.place.page);
  for (const view of form.views) {
    for (const cell of view.table.cells) {
      if (cell.row + cell.rowSpan <= view.from || cell.row >= view.to) continue;
      for (const place of cell.places) pages.add(place.page);
    }
  }
  return [...pages].sort((a, b) => a - b);
}

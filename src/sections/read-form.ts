import type { TextLine } from '../layout/types.js';
import { unitInLine, unitOf, weightOf } from './bracket.js';
import type { Header } from './column-map.js';
import { type Cell, Draft, printedLine } from './draft.js';
import { lineKind } from './form-lines.js';
import { type FormParts, isView } from './forms.js';
import { fundsHeader, readFunds } from './funds.js';
import { readGoals, startsGoals } from './goals.js';
import { indicatorHeader, readIndicators } from './indicators.js';
import { keyOf } from './label.js';
import { CONCLUSION, FUND_BLOCK, FUND_KIND, GOAL, HEADER, INDICATOR_BLOCK } from './labels.js';
import { addNote, isPairLabel, readInline, readPairs } from './pairs.js';
import { titleIn } from './table-parts.js';
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
  const facts = { draft, hasActual: false, hasIndicators: false };
  readTitleLines(form.title, draft);
  const first = form.parts.findIndex(isView);
  const last = form.parts.findLastIndex(isView);
  const lines = form.parts.filter((part, i): part is TextLine => !isView(part) && i < last);
  const unread = lines.filter((line) => !readYearOrUnit(line, draft));
  for (const view of form.parts.filter(isView)) readTable(view, facts);
  // A label inside the table says more than the same label above it.
  for (const line of unread) readLine(line, form.parts.indexOf(line) < first, draft);
  readTail(form.parts.slice(last + 1) as TextLine[], form, draft);
  draft.report.pages.push(...pagesOf(form));
  return facts;
}

function readTitleLines(lines: readonly TextLine[], draft: Draft): void {
  const { report } = draft;
  const text = lines.map((line) => line.text).join('');
  const title = readTitle(text);
  const source = { text, places: lines.map((line) => line.place) };
  report.title = draft.note('/title', title?.title ?? null, source);
  report.year = draft.note('/year', title?.year ?? null, source);
}

/** A line above or between the tables of a form. */
function readLine(line: TextLine, isAbove: boolean, draft: Draft): void {
  const kind = lineKind(line);
  if (kind === 'heading') readHeading(line, draft);
  else if (kind === 'notes') addNote(draft, printedLine(line));
  else if (kind === 'pair' || kind === 'signature') readInline(printedLine(line), draft);
  else if (!isAbove || kind !== 'other' || !isDocumentHeading(line.text)) draft.extra('', printedLine(line));
}

/** 附件1, 附表2-1: it numbers the form in the document around it. */
const isDocumentHeading = (text: string): boolean =>
  /^附\s*[件表录]?\s*[0-9一二三四五六七八九十—-]*\s*[:：]?$/u.test(text);

/** A heading such as 二、预算执行情况（万元）（10分） says what a label at the side of the block would say. */
function readHeading(line: TextLine, draft: Draft): void {
  const key = keyOf(line.text);
  const { report } = draft;
  if (FUND_BLOCK.has(key)) {
    report.funds.unit ??= draft.note('/funds/unit', unitOf(line.text), printedLine(line));
    report.funds.weight ??= draft.note('/funds/weight', weightOf(line.text), printedLine(line));
  } else if (INDICATOR_BLOCK.has(key)) {
    report.indicatorsWeight ??= draft.note('/indicatorsWeight', weightOf(line.text), printedLine(line));
  }
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
function readYearOrUnit(line: TextLine, draft: Draft): boolean {
  const source = printedLine(line);
  const { report } = draft;
  const year = readYearLine(line.text);
  const unit = unitInLine(line.text);
  if (year !== null) report.year ??= draft.note('/year', year, source);
  else if (unit !== null) report.funds.unit ??= draft.note('/funds/unit', unit, source);
  return year !== null || unit !== null;
}

/** Lines under the table: notes from the first 注 on, and signature lines, up to the text of the document around it. */
function readTail(lines: readonly TextLine[], form: FormParts, draft: Draft): void {
  const lastPage = Math.max(...form.parts.filter(isView).flatMap((v) => v.table.places.map((p) => p.page)));
  let inNotes = false;
  for (const line of lines) {
    if (line.place.page > lastPage + (inNotes ? 1 : 0)) break;
    const kind = lineKind(line);
    if (kind === 'notes') inNotes = true;
    if (kind === 'signature') readInline(printedLine(line), draft);
    else if (inNotes && !endsNotes(line.text)) addNote(draft, printedLine(line));
    else if (kind === 'pair') readInline(printedLine(line), draft);
    else if (kind === 'date' || kind === 'unit') draft.extra('', printedLine(line));
    else break;
  }
}

/** 附件2, 第三部分 and 三、总体评价 are headings of the document around the form. */
const endsNotes = (text: string): boolean => /^(附\s*[件表]|第[一二三四五六七八九十]+[部章节])/u.test(text);

function pagesOf(form: FormParts): number[] {
  const pages = new Set(form.title.map((line) => line.place.page));
  for (const view of form.parts.filter(isView)) {
    for (const cell of view.table.cells) {
      if (cell.row + cell.rowSpan <= view.from || cell.row >= view.to) continue;
      for (const place of cell.places) pages.add(place.page);
    }
  }
  return [...pages].sort((a, b) => a - b);
}

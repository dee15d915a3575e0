import type { Cell, Draft } from '../draft.js';
import type { TableView } from '../table-view.js';
import { splitInline } from '../vocabulary/inline-pairs.js';
import { unitInLine } from '../vocabulary/label-brackets.js';
import { keyOf } from '../vocabulary/label-key.js';

import {
  FUND_KIND,
  GOAL,
  GOAL_BLOCK,
  HEADER,
  HEADER_BLOCK,
  isFundBlock,
  isIndicatorBlock,
  SIGNATURE,
} from '../vocabulary/labels.js';
import { isColumnNumbers } from '../vocabulary/left-over.js';

import type { IndicatorColumn } from '../vocabulary/spellings.js';
import { readYearLine, type TitleKind } from '../vocabulary/titles.js';
import { pointsColumns, readBlockPoints } from './block-points.js';
import type { Header } from './column-header.js';
import { readFundsLabel } from './funds/fund-row.js';
import { isFundsRow, readFundsBlock, startsFunds } from './funds/funds-block.js';
import { mayHoldGoals, readGoals, startsGoals } from './goals.js';
import { readHeadsAbove } from './header/heads-above.js';
import { titleIn } from './header/title-row.js';
import {
  beginsWithName,
  continuedHeader,
  indicatorHeader,
  type LastIndicators,
} from './indicators/indicator-header.js';
import { readBlockWeight } from './indicators/indicator-row.js';
import { readIndicators } from './indicators/indicators.js';
import { isScoredItems } from './indicators/level-columns.js';
import { closesItems, type FormContents, readItemsTotal } from './indicators/scored-items.js';
import { isEmptyLabel, isPairLabel, readPairs, sideText } from './label-value.js';
import { listHeader, readList } from './task-lists.js';
import { partTotalLabel, readPartTotal, readTotal, totalLabel } from './total.js';

/** What the tables of a form hold, beside the draft: whether units filled it in themselves shows in its columns. */
export interface TableFacts {
  readonly draft: Draft;
  readonly contents: FormContents;
  /** What a title inside a table says that the form is. */
  titled: TitleKind | null;
  /** The indicator table has a column for what was reached. */
  hasActual: boolean;
  hasIndicators: boolean;
  hasTotal: boolean;
  /** The header that counts in the table being read, and in the next one if that goes on without one. */
  indicators: LastIndicators | null;
}

/**
 * Reads the blocks of one table of a form from top to bottom. A cell belongs to the first block that claims it, and no
 * later one reads it again; what nothing has claimed in the end goes to `extra`. In each row the blocks are asked in this
 * order, the ones with the surest marks first:
 *
 * 1. indicators, a list of tasks, funds: by the labels of a whole header row; each takes the rows below it as well,
 *    until another block starts;
 * 2. a title or a year, alone in its row;
 * 3. the total, else the goals: by the label in front;
 * 4. pairs of label and value, among what is left of the row.
 *
 * A table that goes on from the page before without a header begins with the rows of the last indicator table.
 */
export function readTable(view: TableView, facts: TableFacts): void {
  claimColumnNumbers(view);
  view.claimLabel(...pointsColumns(view).map(({ head }) => head));
  const carried = startsBlock(view, view.from) ? null : continuedHeader(view, facts.indicators);
  if (!carried) facts.indicators = null;
  let row = carried ? readIndicators(view, carried, facts.draft, (r) => startsBlock(view, r, carried)) : view.from;
  while (row < view.to) row = readBlock(view, row, facts);
  for (let r = view.from; r < view.to; r++) {
    for (const cell of view.starting(r)) {
      if (cell.text === '' || view.isClaimed(cell)) continue;
      facts.draft.extra(sideText(view, r, cell), cell);
      facts.draft.leftovers.push(cell);
    }
  }
}

/** The numbers of the columns under their heads are no row of any block. */
function claimColumnNumbers(view: TableView): void {
  for (let row = view.from; row < view.to; row++) {
    const texts = view.starting(row).map(({ text }) => text);
    // Over the names of the rows there may be no number; a blank among them makes the others values.
    if (isColumnNumbers(texts[0] === '' ? texts.slice(1) : texts)) view.claimLabel(...view.starting(row));
  }
}

/** Reads the block that starts in a row. Returns the first row behind it. */
function readBlock(view: TableView, row: number, facts: TableFacts): number {
  const { draft } = facts;
  const header = indicatorHeader(view, row);
  if (header) {
    facts.indicators = { header, cols: view.table.cols, from: draft.report.indicators.length };
    facts.hasIndicators = true;
    const hasResults = header.columns.some(({ field }) => field === 'actual' || field === 'score');
    if (facts.hasActual && !hasResults) draft.say('otherIndicators', {}, header.columns[0]?.header.places[0]);
    facts.hasActual ||= hasResults && !isScoredItems(header);
    readBlockPoints(view, row, 'indicators', draft);
    return readIndicators(view, header, draft, (r) => startsBlock(view, r, header));
  }
  const list = listHeader(view, row);
  if (list) return readList(view, list, draft, (r) => endsColumns(view, r, list.columns));
  const behindFunds = readFundsBlock(view, row, draft, (r, columns) => endsColumns(view, r, columns));
  if (behindFunds !== null) {
    readBlockPoints(view, row, 'funds', draft);
    return behindFunds;
  }
  if (readHeadingRow(view, row, draft)) return row + 1;
  const part = partTotalLabel(view, row);
  if (part) readPartTotal(view, part, draft);
  if (part || readTitleRow(view, row, facts) || readHeadsAbove(view, row, draft)) return row + 1;
  const total = totalLabel(view, row);
  const isLabel = (cell: Cell): boolean => isPairLabel(cell.text) || GOAL.has(keyOf(cell.text));
  const { indicators: last, contents } = facts;
  if (total && last && closesItems(view, row, last, contents, draft)) readItemsTotal(view, row, total, last, draft);
  const isForms = total !== null && !view.isClaimed(total) && !isOfList(view, row, total, facts);
  if (isForms) facts.hasTotal = true;
  if (!isForms) readBlockPoints(view, row, 'other', draft);
  if (isForms) readTotal(view, row, total, facts.indicators?.header ?? null, draft);
  else if (startsGoals(view, row) || mayHoldGoals(view, row))
    readGoals(view, row, draft, isLabel, (r) => startsBlock(view, r));
  readPairs(view, row, draft, isLabel);
  return row + 1;
}

/** The label of a block that stands in a row above it, alone or beside its unit; null where the row is none. */
function headingAt(
  view: TableView,
  row: number,
): { label: Cell; unit?: Cell; block: 'funds' | 'indicators' | 'header' } | null {
  const [label, unit, ...others] = view.starting(row).filter((cell) => cell.text !== '');
  if (!label || others.length > 0 || (unit && unitInLine(unit.text) === null)) return null;
  const below = label.row + label.rowSpan;
  const of = (block: 'funds' | 'indicators' | 'header') => ({ label, block, ...(unit ? { unit } : {}) });
  if (isFundBlock(label.text) && startsFunds(view, below)) return of('funds');
  if (isIndicatorBlock(label.text) && indicatorHeader(view, below)) return of('indicators');
  const isOfSeveral = startsPairs(view, below) || view.starting(below).filter(({ text }) => text !== '').length > 1;
  return HEADER_BLOCK.has(keyOf(label.text)) && isOfSeveral ? of('header') : null;
}

function readHeadingRow(view: TableView, row: number, draft: Draft): boolean {
  const heading = headingAt(view, row);
  if (!heading) return false;
  const { label, unit, block } = heading;
  if (block === 'funds') readFundsLabel(label, draft);
  else if (block === 'indicators') readBlockWeight(label, draft);
  view.claimLabel(label);
  if (unit) {
    view.claim(unit);
    draft.report.funds.unit ??= draft.note('/funds/unit', unitInLine(unit.text), unit);
    if (draft.printed.get('/funds/unit')?.places !== unit.places) draft.extra(label.text, unit);
  }
  return true;
}

/** A 合计 above the indicators whose row is cut like two rows above it closes the list that they are, whatever it lists. */
function isOfList(view: TableView, row: number, total: Cell, facts: TableFacts): boolean {
  if (facts.hasIndicators || !FUND_KIND.has(keyOf(total.text))) return false;
  const cells = view.starting(row);
  const isAlike = (above: readonly Cell[]): boolean =>
    above.length === cells.length &&
    above.every(({ col, colSpan }, i) => cells[i]?.col === col && cells[i]?.colSpan === colSpan) &&
    // Goals with their labels above them are no list.
    !above.some((cell) => GOAL.has(keyOf(cell.text)));
  return cells.length > 2 && isAlike(view.starting(row - 1)) && isAlike(view.starting(row - 2));
}

/** A row such as 合计 is one of a list, or of the funds, where its cells stand under their columns, else the form's total. */
function endsColumns(view: TableView, row: number, columns: readonly { readonly col: number }[]): boolean {
  const total = totalLabel(view, row);
  if (startsOther(view, row)) return true;
  if (!total) return false;
  const starts = new Set(columns.map((column) => column.col));
  const values = view.starting(row).filter((cell) => cell.col > total.col && cell.text !== '');
  return !FUND_KIND.has(keyOf(total.text)) || !values.every((cell) => starts.has(cell.col));
}

/** Whether another block than the one that is being read starts in a row. */
function startsBlock(view: TableView, row: number, indicators?: Header<IndicatorColumn>): boolean {
  const isName = indicators !== undefined && beginsWithName(view, row, indicators, isBlockLabel);
  return totalLabel(view, row) !== null || partTotalLabel(view, row) !== null || startsOther(view, row, isName);
}

function isBlockLabel(text: string): boolean {
  const key = keyOf(text);
  return GOAL.has(key) || GOAL_BLOCK.has(key) || isPairLabel(text);
}

function startsOther(view: TableView, row: number, isName = false): boolean {
  return (
    headingAt(view, row) !== null ||
    isToSign(view, row) ||
    isFundsRow(view, row) ||
    indicatorHeader(view, row) !== null ||
    listHeader(view, row) !== null ||
    (!isName && (startsGoals(view, row) || startsPairs(view, row)))
  );
}

/** Whether a row begins with a label of the project header or of the closing part. */
function startsPairs(view: TableView, row: number): boolean {
  const first = view.starting(row).find((cell) => cell.text !== '' && !view.isClaimed(cell));
  if (!first) return false;
  const inline = splitInline(first.text);
  return isPairLabel(first.text) || (inline !== null && HEADER.has(keyOf(inline[0])));
}

/** Whether the texts of a row are labels with nothing behind their colons, where somebody is to sign among them. */
function isToSign(view: TableView, row: number): boolean {
  const texts = view.starting(row).flatMap(({ text }) => (text === '' ? [] : [text]));
  return texts.length > 1 && texts.every(isEmptyLabel) && texts.some((text) => SIGNATURE.test(keyOf(text)));
}

/** Reads a row that holds the title or the year alone. */
function readTitleRow(view: TableView, row: number, facts: TableFacts): boolean {
  const { draft } = facts;
  const { report } = draft;
  const filled = view.starting(row).filter((cell) => cell.text !== '' && !view.isClaimed(cell));
  const cell = filled[0];
  if (filled.length !== 1 || !cell) return false;
  const title = titleIn(filled);
  const year = title ? title.year : readYearLine(cell.text);
  if (!title && year === null) return false;
  view.claimLabel(cell);
  if (title && facts.titled !== 'self-evaluation') facts.titled = title.kind;
  if (title) report.title ??= draft.note('/title', title.title, cell);
  report.year ??= draft.note('/year', year, cell);
  return true;
}

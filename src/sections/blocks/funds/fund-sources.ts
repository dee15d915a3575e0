import { isLikeNumber, readAmount } from '../../../text/number.js';
import type { Cell, Draft } from '../../draft.js';
import { keptByRow, type TableView } from '../../table-view.js';
import { SECTIONS_TOLERANCES } from '../../tolerances.js';
import { kindOf } from '../../vocabulary/fund-kind.js';
import { unitOf } from '../../vocabulary/label-brackets.js';
import { keyOf } from '../../vocabulary/label-key.js';
import { FUND_COLUMN, FUND_KIND, HEADER, isFundBlock } from '../../vocabulary/labels.js';
import type { FundColumn } from '../../vocabulary/spellings.js';
import { inReadingOrder, type OpenFund, openFund, readFundField, readFundsLabel } from './fund-row.js';

/** A column of funds whose sources stand side by side: one of a source, of the total, or a field of the total. */
interface SourceColumn {
  readonly head: Cell;
  /** The label over it and its neighbours, where there is one. */
  readonly over: Cell | null;
  readonly col: number;
  readonly of: 'source' | 'total' | 'field';
  /** What its amounts are, as far as its labels say. */
  readonly field: FundColumn | null;
}

export interface FundSources {
  readonly columns: readonly SourceColumn[];
  readonly names: readonly Cell[];
  /** The first row below the header. */
  readonly end: number;
}

const SOURCES: readonly string[] = ['fiscal', 'specialAccount', 'unit', 'other'];

/**
 * The header of funds whose sources are columns: 中央｜省、地｜本级｜其他｜合计｜执行数｜执行率, it may be under a common label. Two
 * sources at least stand side by side, over numbers, and beside them a total, or below them rows that say what the amounts are.
 */
export const sourcesHeader = keptByRow((view, row): FundSources | null => {
  const { headerRows, fundSources } = SECTIONS_TOLERANCES;
  for (let end = row + 1; end <= Math.min(row + headerRows, view.to - 1); end++) {
    const above = end - row > 1 ? view.starting(end - 2) : [];
    if (![...view.starting(row), ...above].every((cell) => cell.row + cell.rowSpan >= end || isOver(cell))) break;
    // Labels of the project header beside names that sound like sources are pairs: 实施单位｜社会福利院.
    if (view.starting(end - 1).some(({ text }) => isHeaderLabel(keyOf(text)))) break;
    const all = columnsOf(view, row, end);
    const first = all.findIndex(({ of, field }) => of !== 'field' || field !== null);
    const columns = betweenSources(all.slice(first));
    const sources = columns.filter(isSource);
    if (first < 0 || new Set(sources.map(({ head }) => keyOf(head.text))).size < fundSources) continue;
    const { col } = columns[0] as SourceColumn;
    const names = view.covering(end - 1).filter((cell) => cell.col < col && cell.row >= row);
    const isWhole = columns.some(({ of, field }) => of === 'total' || field !== null);
    const kinds = sources.map(({ col }) => readAmount(view.at(end, col)?.text ?? '').kind);
    const isFilled = kinds.includes('number') || kinds.every((kind) => kind === 'blank');
    if (isFilled && (isWhole || fieldOfRow(namesOf(view, end, columns)) !== null)) return { columns, names, end };
  }
  return null;
});

const isHeaderLabel = (key: string): boolean => HEADER.has(key) && !FUND_KIND.has(key) && !FUND_COLUMN.has(key);

/** Whether a cell may stand over the heads of such columns: 预算资金来源. */
const isOver = ({ text }: Cell): boolean =>
  text === '' ||
  (text.length <= SECTIONS_TOLERANCES.guessedLength &&
    !/[:：]./u.test(text) &&
    /资金|预算|来源|支出|金额|经费|执行|决算/u.test(text));

/** A column of unknown name between sources is one of them. */
function betweenSources(columns: readonly SourceColumn[]): SourceColumn[] {
  const [first, last] = [columns.findIndex(isSource), columns.findLastIndex(isSource)];
  return columns.map((column, i) => {
    const isUnknown = column.of === 'field' && column.field === null && column.head.text !== '';
    return isUnknown && i > first && i < last ? { ...column, of: 'source' } : column;
  });
}

const isSource = ({ of }: SourceColumn): boolean => of === 'source';

function columnsOf(view: TableView, row: number, end: number): SourceColumn[] {
  const columns: SourceColumn[] = [];
  for (let col = 0; col < view.table.cols; ) {
    const head = view.at(end - 1, col);
    if (!head) return [];
    const top = view.at(row, col);
    const over = top && top !== head && top.row >= row && top.text !== '' ? top : null;
    // A cell that begins above the header, or runs down past it, is a label beside the block.
    if (head.row >= row && head.row + head.rowSpan === end) columns.push(columnOf(head, over));
    col = head.col + head.colSpan;
  }
  return columns;
}

/** Whether a label names the whole block, and no column of it: 预算执行情况. */
const isBlock = (text: string): boolean => isFundBlock(text) && !FUND_COLUMN.has(keyOf(text));

function columnOf(head: Cell, over: Cell | null): SourceColumn {
  const key = keyOf(head.text);
  const { col } = head;
  const isName = head.text.length <= SECTIONS_TOLERANCES.unknownLabelLength && !isLikeNumber(head.text);
  const kind = FUND_KIND.get(key) ?? (isName && !FUND_COLUMN.has(key) ? kindOf(head.text) : 'unknown');
  const field = over && !isBlock(over.text) ? (FUND_COLUMN.guess(keyOf(over.text)) ?? null) : null;
  if (kind === 'total') return { head, over, col, of: 'total', field };
  if (SOURCES.includes(kind)) return { head, over, col, of: 'source', field };
  return { head, over, col, of: 'field', field: FUND_COLUMN.guess(key) ?? null };
}

/** The cells before the columns of a row, without labels that stand beside several rows from above. */
const namesOf = (view: TableView, row: number, columns: readonly SourceColumn[]): Cell[] =>
  view.covering(row).filter((cell) => cell.col < (columns[0]?.col ?? 0) && cell.row === row && cell.text !== '');

/** What the name of a row says that its amounts are: 年初预算数. */
function fieldOfRow(names: readonly Cell[]): FundColumn | null {
  for (const { text } of [...names].reverse()) {
    const field = FUND_COLUMN.guess(keyOf(text));
    if (field !== undefined && !isBlock(text)) return field;
  }
  return null;
}

/** The rows of the funds by the heads of their columns; the total, if no column has it, comes last. */
class Sources {
  private readonly rows = new Map<string, OpenFund>();
  private total: OpenFund | null = null;
  private readonly draft: Draft;

  constructor(draft: Draft, columns: readonly SourceColumn[]) {
    this.draft = draft;
    for (const { head, of } of columns) {
      const key = keyOf(head.text);
      if (of === 'field' || this.rows.has(key)) continue;
      const row = this.add(head.text, head);
      this.rows.set(key, row);
      if (of === 'total') this.total ??= row;
    }
  }

  /** The row that a cell under a column belongs to; one under several columns speaks of all of them. */
  rowOf({ head, of }: SourceColumn, isWide: boolean): OpenFund {
    const own = of === 'field' || isWide ? undefined : this.rows.get(keyOf(head.text));
    if (own) return own;
    if (!this.total) {
      this.total = this.add('', null);
      this.total.row.kind = 'total';
    }
    return this.total;
  }

  private add(text: string, label: Cell | null): OpenFund {
    const row = openFund(this.draft, text, label);
    this.draft.report.funds.rows.push(row.row);
    return row;
  }
}

/** Reads funds whose sources are columns. Returns the first row behind them. */
export function readFundSources(
  view: TableView,
  header: FundSources,
  draft: Draft,
  isOtherBlock: (row: number) => boolean,
): number {
  const { columns, end } = header;
  claimHeads(view, header, draft);
  const rows: number[] = [];
  for (let row = end; row < view.to && !isOtherBlock(row); row++) rows.push(row);
  const stating = rows.length === 1 ? rows : rows.filter((row) => isOfAll(namesOf(view, row, columns)));
  const sources = stating.length > 0 ? new Sources(draft, columns) : null;
  for (const row of rows) {
    const names = namesOf(view, row, columns);
    view.claimLabel(...names);
    const said = fieldOfRow(names);
    for (const column of [...columns].sort(inReadingOrder)) {
      const cell = view.at(row, column.col);
      if (!cell || cell.row !== row || view.isClaimed(cell)) continue;
      view.claim(cell);
      const { head, of, field } = column;
      if (!sources || !stating.includes(row)) {
        // A row with a name of its own is a part of what the others state.
        draft.extra(`${names.map(({ text }) => text).join(' ')} ${head.text}`.trim(), cell);
        continue;
      }
      const isWide = columns.filter(({ col }) => col >= cell.col && col < cell.col + cell.colSpan).length > 1;
      const meaning = of === 'field' ? field : (field ?? said ?? 'annualBudget');
      readFundField(draft, sources.rowOf(column, isWide), isWide ? said : meaning, cell, head.text);
    }
  }
  return end + rows.length;
}

/** Whether the name of a row speaks of the funds as a whole: what its amounts are, the block, the total, or nothing. */
const isOfAll = (names: readonly Cell[]): boolean =>
  fieldOfRow(names) !== null || names.every(({ text }) => isFundBlock(text) || FUND_KIND.get(keyOf(text)) === 'total');

function claimHeads(view: TableView, { columns, names }: FundSources, draft: Draft): void {
  for (const label of [...names, ...columns.flatMap(({ over, head }) => (over ? [over, head] : [head]))]) {
    view.claimLabel(label);
    if (isFundBlock(label.text)) readFundsLabel(label, draft);
    else draft.report.funds.unit ??= draft.note('/funds/unit', unitOf(label.text), label);
  }
}

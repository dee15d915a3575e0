import { readAmount } from '../../../text/number.js';
import type { Cell, Draft } from '../../draft.js';
import { keptByRow, type TableView } from '../../table-view.js';
import { SECTIONS_TOLERANCES } from '../../tolerances.js';
import { kindOf } from '../../vocabulary/fund-kind.js';
import { unitOf } from '../../vocabulary/label-brackets.js';
import { keyOf } from '../../vocabulary/label-key.js';
import { FUND_BLOCK, FUND_COLUMN } from '../../vocabulary/labels.js';
import { FUND_MARKS, type FundColumn } from '../../vocabulary/spellings.js';
import { type Column, claimHeader, type Header, readColumnHeader } from '../column-header.js';
import { startsFundPairs } from './fund-pairs.js';
import { inReadingOrder, isEmptyFund, openFund, readFundField, readFundsLabel } from './fund-row.js';
import { sourcesHeader } from './fund-sources.js';

/** The header of a funds block, if one starts in this row. */
export const fundsHeader = keptByRow((view, row): Header<FundColumn> | null => {
  const { fundMarks } = SECTIONS_TOLERANCES;
  if (startsFundPairs(view, row) || sourcesHeader(view, row)) return null;
  const header = readColumnHeader(view, row, FUND_COLUMN, (key) => FUND_BLOCK.has(key), fundMarks);
  // A number names no column: where one stands among the labels, it is a value of them.
  if (header?.columns.some((c) => readAmount(c.header.text).kind === 'number')) return null;
  const columns = header ? withFirst(view, header) : [];
  const marks = columns.filter((c) => c.field !== null && FUND_MARKS.includes(c.field)).length;
  return header && marks >= fundMarks ? { ...header, columns } : null;
});

/** The columns, of which the first is no label of the block where it has a meaning and an amount under it: 年度预算数. */
function withFirst(view: TableView, { columns, end }: Header<FundColumn>): readonly Column<FundColumn>[] {
  const [first, ...rest] = columns;
  const field = first && FUND_COLUMN.get(keyOf(first.header.text));
  if (!first || !field || first.field !== null || rest.some((c) => c.field === field)) return columns;
  return readAmount(view.at(end, first.col)?.text ?? '').kind === 'number' ? [{ ...first, field }, ...rest] : columns;
}

/** Reads a funds block below its header. Returns the first row behind it. */
export function readFunds(
  view: TableView,
  header: Header<FundColumn>,
  draft: Draft,
  isOtherBlock: (row: number) => boolean,
): number {
  const { funds } = draft.report;
  const labels = [header.side, ...header.columns.map((c) => c.header)].filter((cell) => cell !== null);
  claimHeader(view, header);
  for (const label of labels) {
    funds.unit ??= draft.note('/funds/unit', unitOf(label.text), label);
  }
  const blockLabel = header.side ?? header.columns.find((c) => FUND_BLOCK.has(keyOf(c.header.text)))?.header;
  if (blockLabel) readFundsLabel(blockLabel, draft);
  const mapped = header.columns.filter((c) => c.field !== null);
  const firstCol = firstValue(view, header, Math.min(...mapped.map((c) => c.col)));
  let row = header.end;
  for (; row < view.to && !isOtherBlock(row) && !isRemark(view, row, mapped); row++) {
    const starting = view.starting(row);
    if (starting.length === 0 || starting.every((cell) => view.isClaimed(cell))) continue;
    // The row's label is the nearest cell to the left of the figures; one before it names a group of rows.
    const names = view
      .covering(row)
      .filter((c) => c.col < firstCol && c !== header.side && c.row >= header.end && !/[，。；]/u.test(c.text));
    readRow(view, row, header, names, draft);
  }
  return row;
}

/** Where the values begin: behind the names of rows a column with a head of its own holds values, whatever it is called. */
function firstValue(view: TableView, { columns, side, end }: Header<FundColumn>, firstKnown: number): number {
  const named = columns.findIndex(({ col }) => {
    const cell = view.at(end, col);
    return col < firstKnown && cell !== undefined && cell !== side && kindOf(cell.text) !== 'unknown';
  });
  const next = columns[named + 1];
  return named >= 0 && next && next.header !== columns[named]?.header && next.header.text !== ''
    ? next.col
    : firstKnown;
}

/** Whether the row is a remark: a text that stands under most of the columns cannot be a figure of one of them. */
function isRemark(view: TableView, row: number, mapped: readonly Column<FundColumn>[]): boolean {
  return view.starting(row).some((cell) => {
    const under = mapped.filter((c) => c.col >= cell.col && c.col < cell.col + cell.colSpan).length;
    return cell.text !== '' && under > 1 && under > mapped.length / 2;
  });
}

function readRow(view: TableView, row: number, header: Header<FundColumn>, names: readonly Cell[], draft: Draft): void {
  // A number names nothing: left alone, it is told.
  const named = names.filter(({ text }) => text === '' || readAmount(text).kind !== 'number');
  const label = named.findLast((cell) => cell.text !== '') ?? null;
  const group = named.find((cell) => cell !== label && cell.text !== '' && cell.row === row);
  // 其中： in a cell of its own belongs to the row that it stands in, and names the group where it is merged over several.
  const printed = label ? `${group && group.rowSpan === label.rowSpan ? group.text : ''}${label.text}` : '';
  const open = openFund(draft, printed, label);
  view.claimLabel(...named);
  for (const { field, header: title, col } of [...header.columns].sort(inReadingOrder)) {
    const cell = view.at(row, col);
    if (!cell || cell === header.side || names.includes(cell)) continue;
    // A reason stands for all the rows beside it; a number that is merged over several belongs to one of them.
    if (rowOf(view, cell) !== row && !(field === 'reason' && cell.row >= header.end)) continue;
    view.claim(cell);
    readFundField(draft, open, field, cell, title.text);
  }
  if (!isEmptyFund(open)) draft.report.funds.rows.push(open.row);
}

/** The row that a number speaks of: of several beside it the total, wherever it stands among them, else the first. */
function rowOf(view: TableView, { row, rowSpan, col }: Cell): number {
  const isTotal = (r: number): boolean =>
    view.covering(r).some((cell) => cell.row === r && cell.col < col && kindOf(cell.text) === 'total');
  for (let r = row; r < row + rowSpan; r++) if (isTotal(r)) return r;
  return row;
}

import type { FundRow } from '../../../contract/document.js';
import { emptyFundRow } from '../../../contract/empty-report.js';
import { readRate } from '../../../text/number.js';
import { type Cell, type Draft, part } from '../../draft.js';
import { keptByRow, type TableView } from '../../table-view.js';
import { SECTIONS_TOLERANCES } from '../../tolerances.js';
import { kindOf } from '../../vocabulary/fund-kind.js';
import { unitOf, weightOf } from '../../vocabulary/label-brackets.js';
import { keyOf } from '../../vocabulary/label-key.js';
import { FUND_BLOCK, FUND_COLUMN, uprightFund } from '../../vocabulary/labels.js';
import { FUND_MARKS, type FundColumn } from '../../vocabulary/spellings.js';
import { type Column, type Header, readColumnHeader } from '../column-header.js';

/** The header of a funds block, if one starts in this row. */
export const fundsHeader = keptByRow((view, row): Header<FundColumn> | null => {
  const { fundMarks } = SECTIONS_TOLERANCES;
  const header = readColumnHeader(view, row, FUND_COLUMN, (key) => FUND_BLOCK.has(key), fundMarks);
  const marks = header?.columns.filter((c) => c.field !== null && FUND_MARKS.includes(c.field)).length ?? 0;
  return marks >= fundMarks ? header : null;
});

/** Reads a funds block below its header. Returns the first row behind it. */
export function readFunds(
  view: TableView,
  header: Header<FundColumn>,
  draft: Draft,
  isOtherBlock: (row: number) => boolean,
): number {
  const { funds } = draft.report;
  const labels = [header.side, ...header.columns.map((c) => c.header)].filter((cell) => cell !== null);
  for (const label of labels) {
    view.claimLabel(label);
    if (funds.unit === null) funds.unit = draft.note('/funds/unit', unitOf(label.text), label);
  }
  const blockLabel = header.side ?? header.columns.find((c) => FUND_BLOCK.has(keyOf(c.header.text)))?.header;
  if (blockLabel && funds.weight === null) {
    funds.weight = draft.note('/funds/weight', weightOf(blockLabel.text), blockLabel);
  }
  const mapped = header.columns.filter((c) => c.field !== null);
  const firstCol = Math.min(...mapped.map((c) => c.col));
  let row = header.end;
  for (; row < view.to && !isOtherBlock(row) && !isRemark(view, row, mapped); row++) {
    const starting = view.starting(row);
    if (starting.length === 0) continue;
    // The row's label is the nearest cell to the left of the figures; one before it names a group of rows.
    const names = view.covering(row).filter((c) => c.col < firstCol && c !== header.side && c.row >= header.end);
    readRow(view, row, header, names, draft);
  }
  return row;
}

/** Whether the row is a remark: a text that stands under most of the columns cannot be a figure of one of them. */
function isRemark(view: TableView, row: number, mapped: readonly Column<FundColumn>[]): boolean {
  return view.starting(row).some((cell) => {
    const under = mapped.filter((c) => c.col >= cell.col && c.col < cell.col + cell.colSpan).length;
    return cell.text !== '' && under > 1 && under > mapped.length / 2;
  });
}

function readRow(view: TableView, row: number, header: Header<FundColumn>, names: readonly Cell[], draft: Draft): void {
  const { rows } = draft.report.funds;
  const pointer = `/funds/rows/${rows.length}`;
  const label = names.findLast((cell) => cell.text !== '') ?? null;
  const group = names.find((cell) => cell !== label && cell.text !== '' && cell.row === row);
  // 其中： in a cell of its own belongs to the row that it stands in, and names the group where it is merged over several.
  const printed = label ? `${group && group.rowSpan === label.rowSpan ? group.text : ''}${label.text}` : '';
  const name = uprightFund(printed.replace(/\s+/gu, '').replace(/[:：]$/u, ''));
  const fund: FundRow = {
    ...emptyFundRow(draft.newExtra(pointer)),
    label: name === '' ? null : name,
    kind: kindOf(name),
  };
  view.claimLabel(...names);
  // A score may be printed with its weight, and is read when the weight is known.
  const columns = [...header.columns].sort((a, b) => Number(a.field === 'score') - Number(b.field === 'score'));
  for (const column of columns) {
    const cell = view.at(row, column.col);
    if (!cell || cell === header.side || names.includes(cell)) continue;
    // A reason stands for all the rows beside it; a number that is merged over several belongs to the first.
    if (cell.row !== row && !(column.field === 'reason' && cell.row >= header.end)) continue;
    view.claim(cell);
    const title = column.header.text;
    const { field } = column;
    if (field === null) {
      draft.extra(title, cell, fund.extra);
    } else if (field === 'reason') fund.reason = draft.text(`${pointer}/reason`, cell);
    else if (field === 'executionRate') {
      const percent = /[%％]/u.test(title);
      fund.executionRate = draft.number(`${pointer}/${field}`, cell, title, fund.extra, (t) => readRate(t, percent));
    } else if (field === 'weight') fund.weight = draft.number(`${pointer}/weight`, cell, title, fund.extra);
    else if (field === 'score') draft.score(pointer, cell, title, fund);
    else fund[field] = draft.amount(`${pointer}/${field}`, cell, title, fund.extra);
  }
  const { label: _label, kind: _kind, extra, ...values } = fund;
  const isEmpty = Object.values(values).every((value) => value === null) && Object.keys(extra).length === 0;
  if (isEmpty && fund.label === null) return;
  if (label && fund.label !== null) draft.note(`${pointer}/label`, fund.label, part(label, label.text));
  rows.push(fund);
}

import type { Cell } from '../../../layout/layout-types.js';
import type { TableView } from '../../table-view.js';
import { keyOf } from '../../vocabulary/label-key.js';
import { FUND_COLUMN, INDICATOR_COLUMN, TOTAL } from '../../vocabulary/labels.js';
import type { IndicatorColumn } from '../../vocabulary/spellings.js';
import type { Header } from '../column-header.js';

/** What stands below the header of an indicator table, asked before its columns have their meanings. */

/** The first row behind those of the table: a total, or another header. */
export function bodyEnd(view: TableView, header: Header<IndicatorColumn>): number {
  for (let row = header.end; row < view.to; row++) {
    const filled = view.starting(row).filter(({ text }) => text !== '');
    if (TOTAL.get(keyOf(filled[0]?.text ?? '')) === 'score') return row;
    const heads = filled.filter(({ text }) => INDICATOR_COLUMN.has(keyOf(text)) || FUND_COLUMN.has(keyOf(text)));
    if (heads.length > 1) return row;
  }
  return view.to;
}

/** The filled cells of a column that begin below the header, and with it; or before it, where names `mayBeWider`. */
export function bodyOf(
  view: TableView,
  header: Header<IndicatorColumn>,
  { col, colSpan }: { readonly col: number; readonly colSpan: number },
  end: number,
  mayBeWider = false,
): Cell[] {
  const cells: Cell[] = [];
  for (let row = header.end; row < end; row++) {
    const cell = view.at(row, col);
    if (!cell || cell.row !== row || cell.text === '' || cell.col + cell.colSpan !== col + colSpan) continue;
    if (cell.col === col || mayBeWider) cells.push(cell);
  }
  return cells;
}

/** Whether every cell of a row stands under one column, as those of an indicator do. */
export const isOfColumns = (view: TableView, row: number, { columns, side }: Header<IndicatorColumn>): boolean =>
  view
    .starting(row)
    .every(
      (cell) => cell === side || columns.some((c) => c.col <= cell.col && cell.col + cell.colSpan <= c.col + c.colSpan),
    );

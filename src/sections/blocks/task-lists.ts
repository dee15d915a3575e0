import type { Cell, Draft } from '../draft.js';
import type { TableView } from '../table-view.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';
import { keyOf } from '../vocabulary/label-key.js';
import { LIST_COLUMN, LIST_MARK } from '../vocabulary/labels.js';

/** The header of a list that has no key in the contract: the tasks of the year, how the funds were managed. */
export interface ListHeader {
  /** The columns behind the one that names the rows: first grid column and label. */
  readonly columns: readonly { readonly col: number; readonly label: string }[];
  /** The first column, which names the rows, and whether a label stands over it. */
  readonly nameCol: number;
  readonly named: boolean;
  readonly end: number;
  readonly cells: readonly Cell[];
}

export function listHeader(view: TableView, row: number): ListHeader | null {
  const starting = view.starting(row).filter((cell) => !view.isClaimed(cell));
  const known = starting.filter((cell) => LIST_COLUMN.has(keyOf(cell.text)));
  if (known.length < SECTIONS_TOLERANCES.listColumns || !known.some((cell) => LIST_MARK.has(keyOf(cell.text))))
    return null;
  const end = Math.min(view.to, row + Math.max(...known.map((cell) => cell.rowSpan)));
  const side = view.covering(row).find((cell) => cell.row + cell.rowSpan > end);
  const nameCol = side ? side.col + side.colSpan : 0;
  const columns: { col: number; label: string }[] = [];
  const cells = new Set<Cell>(side ? [side] : []);
  let named = false;
  for (let col = nameCol; col < view.table.cols; ) {
    const top = view.at(row, col);
    const cell = view.at(end - 1, col);
    if (!top || !cell) break;
    const label = top === cell ? cell.text : `${top.text} ${cell.text}`.trim();
    if (col === nameCol) named = label !== '';
    else columns.push({ col, label });
    cells.add(top).add(cell);
    col = cell.col + cell.colSpan;
  }
  return columns.length > 0 ? { columns, nameCol, named, end, cells: [...cells] } : null;
}

/**
 * Keeps every cell of the list in `extra`, under the name of its row and the label of its column; the first column of
 * rows that name themselves, without a label over their names, under the name of the row. Returns the first row behind it.
 */
export function readList(
  view: TableView,
  header: ListHeader,
  draft: Draft,
  isOtherBlock: (row: number) => boolean,
): number {
  view.claimLabel(...header.cells);
  let row = header.end;
  for (; row < view.to && !isOtherBlock(row); row++) {
    const name = view.at(row, header.nameCol);
    for (const [i, { col, label }] of header.columns.entries()) {
      const cell = view.at(row, col);
      if (!cell || cell.row !== row || view.isClaimed(cell)) continue;
      view.claim(cell);
      if (cell.text === '') continue;
      const rowName = name?.text ?? '';
      draft.extra(i === 0 && !header.named ? rowName : `${rowName} ${label}`.trim(), cell);
    }
    view.claimLabel(name);
  }
  return row;
}

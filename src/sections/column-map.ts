import type { Cell } from '../layout/types.js';
import { keyOf } from './label.js';
import type { TableView } from './table-view.js';

/** A column of a block: the label over it, what it means (null where the vocabulary does not know it), and where. */
export interface Column<T extends string> {
  readonly field: T | null;
  readonly header: Cell;
  /** First grid column. */
  readonly col: number;
  readonly colSpan: number;
}

export interface Header<T extends string> {
  readonly columns: readonly Column<T>[];
  /** The first row below the header. */
  readonly end: number;
  /** The label to the left of the columns that names the whole block and runs down beside its rows. */
  readonly side: Cell | null;
}

/** Header cells may be this many rows high: two levels are common, a third one is not known. */
const MAX_HEADER_ROWS = 3;

/**
 * Reads the header of a block that starts in `row`: one row or several, since labels may stand under a common one. The
 * deepest known label over a column names it. Null where fewer than `least` columns are known.
 */
export function readHeader<T extends string>(
  view: TableView,
  row: number,
  index: ReadonlyMap<string, T>,
  isBlockLabel: (key: string) => boolean,
  least: number,
): Header<T> | null {
  const known = view.starting(row).filter((cell) => index.has(keyOf(cell.text)));
  if (known.length === 0) return null;
  const height = Math.min(MAX_HEADER_ROWS, Math.max(...known.map((cell) => cell.rowSpan)));
  const end = Math.min(row + height, view.to);
  const side = sideLabel(view, row, end);

  const columns: Column<T>[] = [];
  for (let col = side ? side.col + side.colSpan : 0; col < view.table.cols; ) {
    const cell = deepest(view, row, end, col, index);
    if (!cell) {
      col++;
      continue;
    }
    const key = keyOf(cell.text);
    // The leftmost label may name the block, over the labels of its rows; each meaning belongs to one column.
    const isColumn = !(columns.length === 0 && isBlockLabel(key)) && !columns.some((c) => c.field === index.get(key));
    columns.push({
      field: isColumn ? (index.get(key) ?? null) : null,
      header: cell,
      col,
      colSpan: cell.col + cell.colSpan - col,
    });
    col = cell.col + cell.colSpan;
  }
  return columns.filter((c) => c.field !== null).length >= least ? { columns, end, side } : null;
}

/** The last of the leftmost cells that run down past the header: it names the block, not a column. */
function sideLabel(view: TableView, row: number, end: number): Cell | null {
  let side: Cell | null = null;
  for (const cell of view.covering(row)) {
    if (cell.row + cell.rowSpan <= end) break;
    side = cell;
  }
  return side;
}

/** The lowest cell of the header over a column that the vocabulary knows, else the lowest with text, else any. */
function deepest<T extends string>(
  view: TableView,
  row: number,
  end: number,
  col: number,
  index: ReadonlyMap<string, T>,
): Cell | undefined {
  let best: Cell | undefined;
  for (let r = end - 1; r >= row; r--) {
    const cell = view.at(r, col);
    if (!cell || cell.row < row) continue;
    if (index.has(keyOf(cell.text))) return cell;
    if (!best || (best.text === '' && cell.text !== '')) best = cell;
  }
  return best;
}

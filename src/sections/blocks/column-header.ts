import type { Cell } from '../../layout/layout-types.js';
import type { TableView } from '../table-view.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';
import { keyOf } from '../vocabulary/label-key.js';
import type { Labels } from '../vocabulary/labels.js';
import { isBesideBlock, pointsColumns } from './block-points.js';

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

/**
 * Reads the header of a block that starts in `row`: one row or several, since labels may stand under a common one. The
 * deepest known label over a column names it; labels of unknown spelling mean what they look like, where that is still
 * free. Null where fewer than `least` columns have a meaning.
 */
export function readColumnHeader<T extends string>(
  view: TableView,
  row: number,
  labels: Labels<T>,
  isBlockLabel: (key: string) => boolean,
  least: number,
): Header<T> | null {
  const known = view.starting(row).filter((cell) => labels.has(keyOf(cell.text)));
  if (known.length === 0 || pointsColumns(view).some(({ head }) => head.row === row)) return null;
  // What names the whole block runs down beside its rows, whatever else its label may mean.
  const own = known.filter(({ text, col }) => col > 0 || !isBlockLabel(keyOf(text)));
  const spans = (own.length > 0 ? own : known).map((cell) => cell.rowSpan);
  const height = Math.min(SECTIONS_TOLERANCES.headerRows, Math.max(...spans));
  const end = Math.min(row + height, view.to);
  const side = sideLabel(view, row, end);

  const columns: Column<T>[] = [];
  for (let col = side ? side.col + side.colSpan : 0; col < view.table.cols; ) {
    const header = namedAbove(view, row, deepest(view, row, end, col, labels));
    if (header && !isBesideBlock(header, end))
      columns.push({ field: null, header, col, colSpan: header.col + header.colSpan - col });
    col = header ? header.col + header.colSpan : col + 1;
  }
  const named = nameColumns(columns, labels, isBlockLabel);
  return named.filter((c) => c.field !== null).length >= least ? { columns: named, end, side } : null;
}

/** A column at the edge whose head stands above all blocks may have none in the header of a block. */
function namedAbove(view: TableView, row: number, header: Cell | undefined): Cell | undefined {
  if (header?.text !== '') return header;
  return pointsColumns(view).find(({ head }) => head.col === header.col && head.row < row)?.head ?? header;
}

/** Gives each meaning to one column: first by known spelling, then by likeness. */
function nameColumns<T extends string>(
  columns: readonly Column<T>[],
  labels: Labels<T>,
  isBlockLabel: (key: string) => boolean,
): Column<T>[] {
  const keys = columns.map((c) => keyOf(c.header.text));
  const fields = new Map<T, number>();
  for (const meaning of [labels.get, labels.guess]) {
    for (const [i, key] of keys.entries()) {
      // The leftmost label may name the block, over the labels of its rows.
      const field = i === 0 && isBlockLabel(key) ? undefined : meaning(key);
      const isNamed = [...fields.values()].includes(i);
      if (field !== undefined && !isNamed && !fields.has(field)) fields.set(field, i);
    }
  }
  const byColumn = new Map([...fields].map(([field, i]) => [i, field]));
  return columns.map((column, i) => ({ ...column, field: byColumn.get(i) ?? null }));
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
  labels: Labels<T>,
): Cell | undefined {
  let best: Cell | undefined;
  for (let r = end - 1; r >= row; r--) {
    const cell = view.at(r, col);
    if (!cell || cell.row < row) continue;
    if (labels.has(keyOf(cell.text))) return cell;
    if (!best || (best.text === '' && cell.text !== '')) best = cell;
  }
  return best;
}

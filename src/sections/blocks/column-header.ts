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
  /** The label over it and its neighbours that is a part of its name: 得分 over 自评 and 复核. */
  readonly group: Cell | null;
  /** First grid column. */
  readonly col: number;
  readonly colSpan: number;
}

export interface Header<T extends string> {
  readonly row: number;
  readonly columns: readonly Column<T>[];
  /** The first row below the header. */
  readonly end: number;
  /** The label to the left of the columns that names the whole block and runs down beside its rows. */
  readonly side: Cell | null;
}

/**
 * Reads the header of a block that starts in `row`: one row or several, since labels may stand under a common one, which is
 * then a part of their names. The deepest known label over a column names it; labels of unknown spelling mean what they
 * look like, where that is still free. Null where fewer than `least` columns have a meaning.
 */
export function readColumnHeader<T extends string>(
  view: TableView,
  row: number,
  labels: Labels<T>,
  isBlockLabel: (key: string) => boolean,
  least: number,
): Header<T> | null {
  const known = view
    .starting(row)
    .filter((cell) => labels.has(withoutYear(cell.text)) || (isYear(cell.text) && isGroup(view, cell, labels)));
  if (known.length === 0 || pointsColumns(view).some(({ head }) => head.row === row)) return null;
  // What names the whole block runs down beside its rows, whatever else its label may mean.
  const own = known.filter(({ text, col }) => col > 0 || !isBlockLabel(keyOf(text)));
  const heights = (own.length > 0 ? own : known).map((cell) => cell.rowSpan + (isGroup(view, cell, labels) ? 1 : 0));
  const height = Math.min(SECTIONS_TOLERANCES.headerRows, Math.max(...heights));
  const end = Math.min(row + height, view.to);
  const side = sideLabel(view, row, end);

  const columns: Column<T>[] = [];
  for (let col = side ? side.col + side.colSpan : 0; col < view.table.cols; ) {
    const { header, group } = headsOver(view, row, end, col, labels);
    const named = namedAbove(view, row, header);
    if (named && !isBesideBlock(named, end))
      columns.push({ field: null, header: named, group, col, colSpan: named.col + named.colSpan - col });
    col = named ? named.col + named.colSpan : col + 1;
  }
  const named = nameColumns(columns, labels, isBlockLabel);
  return named.filter((c) => c.field !== null).length >= least ? { row, columns: named, end, side } : null;
}

/** A column at the edge whose head stands above all blocks may have none in the header of a block. */
function namedAbove(view: TableView, row: number, header: Cell | undefined): Cell | undefined {
  if (header?.text !== '') return header;
  return pointsColumns(view).find(({ head }) => head.col === header.col && head.row < row)?.head ?? header;
}

/** Gives each meaning to one column: first by known spelling, then with the label over it, then by likeness. */
function nameColumns<T extends string>(
  columns: readonly Column<T>[],
  labels: Labels<T>,
  isBlockLabel: (key: string) => boolean,
): Column<T>[] {
  const fields = new Map<T, number>();
  const isOther = ofOtherYears(columns);
  for (const meaning of meaningsBy(labels)) {
    for (const [i, column] of columns.entries()) {
      // The leftmost label may name the block, over the labels of its rows.
      const isBlock = i === 0 && isBlockLabel(keyOf(column.header.text));
      const field = isBlock || isOther(column) ? undefined : meaning(column);
      const isNamed = [...fields.values()].includes(i);
      if (field !== undefined && !isNamed && !fields.has(field)) fields.set(field, i);
    }
  }
  const byColumn = new Map([...fields].map(([field, i]) => [i, field]));
  return columns.map((column, i) => ({ ...column, field: byColumn.get(i) ?? null }));
}

type Named = Pick<Column<string>, 'header' | 'group'>;

/** How the meaning of a column is found, the surest way first. */
const meaningsBy = <T extends string>(labels: Labels<T>): ((column: Named) => T | undefined)[] => [
  ({ header }) => labels.get(keyOf(header.text)),
  (column) => joined(column).map(labels.get).find(isKnown),
  ({ header }) => labels.guess(keyOf(header.text)),
  (column) => meaningWithGroup(column, labels),
  ({ header, group }) => (group && !labels.isOther(keyOf(header.text)) ? labels.get(keyOf(group.text)) : undefined),
];

/** What a column means together with the label over it: more than that label alone, where its own is known to be another. */
function meaningWithGroup<T extends string>(column: Named, labels: Labels<T>): T | undefined {
  const meaning = joined(column).map(labels.guess).find(isKnown);
  const isOther = labels.isOther(keyOf(column.header.text));
  return isOther && meaning === labels.guess(keyOf(column.group?.text ?? '')) ? undefined : meaning;
}

const isKnown = <T>(meaning: T | undefined): meaning is T => meaning !== undefined;

/** The name of a column with that of its group, as they would be one label: 自评得分, 绩效指标名称. */
function joined({ header, group }: Named): string[] {
  if (!group) return [];
  const [own, over] = [keyOf(header.text), keyOf(group.text)];
  return [`${own}${over}`, `${over}${own}`];
}

const YEAR = /((?:19|20)\d{2})\s*年/u;
const isYear = (text: string): boolean =>
  text.length <= SECTIONS_TOLERANCES.unknownLabelLength && (YEAR.test(text) || OTHER_YEAR.test(text));
const withoutYear = (label: string): string => keyOf(label).replace(/^(?:19|20)\d{2}年度?/u, '');
const OTHER_YEAR = /^(上年|去年|上一?年度?|往年|历年)/u;

/** Which columns speak of another year than the form: of the years in the heads that of most columns is its own, else the last. */
function ofOtherYears(columns: readonly Named[]): (column: Named) => boolean {
  const yearOf = ({ header, group }: Named): number | null =>
    Number(YEAR.exec(header.text)?.[1] ?? YEAR.exec(group?.text ?? '')?.[1] ?? 0) || null;
  const counts = new Map<number, number>();
  for (const year of columns.map(yearOf)) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [own = null] = [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0] ?? [];
  return (column) => (yearOf(column) ?? own) !== own || OTHER_YEAR.test(keyOf(column.group?.text ?? ''));
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

/**
 * The label over a column, and one over it and its neighbours that is a part of its name. The label is the lowest that the
 * vocabulary knows, else the lowest with text, else any cell.
 */
function headsOver<T extends string>(
  view: TableView,
  row: number,
  end: number,
  col: number,
  labels: Labels<T>,
): { header: Cell | undefined; group: Cell | null } {
  const heads = new Set<Cell>();
  for (let r = end - 1; r >= row; r--) {
    const cell = view.at(r, col);
    if (cell && cell.row >= row) heads.add(cell);
  }
  const all = [...heads];
  const lowest = all.find(({ text }) => text !== '');
  const known = all.find(({ text }) => labels.has(keyOf(text)));
  const over = lowest && all.find((cell) => cell.text !== '' && cell.colSpan > lowest.colSpan);
  const group = over && isGroup(view, over, labels) ? over : null;
  if (known && known !== over) return { header: known, group };
  if (group) return { header: lowest, group };
  return { header: known ?? lowest ?? all[0], group: null };
}

/**
 * Whether a label stands over several others, each of them a short text and some with a meaning, alone or with it. That
 * they belong to one header shows in a label beside them that is as high as both.
 */
function isGroup<T extends string>(view: TableView, over: Cell, labels: Labels<T>): boolean {
  const isBesideHigher = view.starting(over.row).some(({ rowSpan }) => rowSpan === over.rowSpan + 1);
  if (over.colSpan === 1 || !isBesideHigher) return false;
  const under = labelsUnder(view, over);
  return (
    under.length > 1 &&
    under.every(({ text }) => text.length <= SECTIONS_TOLERANCES.unknownLabelLength) &&
    under.some((one) => meaningUnder(one, over, labels) !== undefined)
  );
}

const labelsUnder = (view: TableView, { row, rowSpan, col, colSpan }: Cell): Cell[] =>
  view
    .starting(row + rowSpan)
    .filter((cell) => cell.text !== '' && cell.col >= col && cell.col + cell.colSpan <= col + colSpan);

function meaningUnder<T extends string>(header: Cell, group: Cell, labels: Labels<T>): T | undefined {
  return labels.get(keyOf(header.text)) ?? meaningWithGroup({ header, group }, labels);
}

/** Claims all cells of a header, also one that names no column. */
export function claimHeader<T extends string>(view: TableView, { row, side, columns, end }: Header<T>): void {
  view.claimLabel(side, ...columns.map((c) => c.header));
  for (let r = row; r < end; r++) {
    for (const cell of view.starting(r)) {
      const isOver = columns.some((c) => c.col >= cell.col && c.col + c.colSpan <= cell.col + cell.colSpan);
      if (isOver && !isUnderLabel(cell, columns)) view.claimLabel(cell);
      else if (cell.row + cell.rowSpan <= end) view.claim(cell);
    }
  }
}

/** Whether a cell stands below the label of its column, among the labels of others: it is a value, and nobody's. */
const isUnderLabel = <T extends string>(cell: Cell, columns: readonly Column<T>[]): boolean =>
  columns.some(
    (c) => c.header !== cell && c.col >= cell.col && c.col < cell.col + cell.colSpan && c.header.row < cell.row,
  );

import { readNumber } from '../../../text/number.js';
import type { Cell } from '../../draft.js';
import type { TableView } from '../../table-view.js';
import { SECTIONS_TOLERANCES } from '../../tolerances.js';
import { labelAndWeight } from '../../vocabulary/label-brackets.js';
import { keyOf } from '../../vocabulary/label-key.js';
import { INDICATOR_COLUMN, isIndicatorBlock, LEVEL } from '../../vocabulary/labels.js';
import type { IndicatorColumn } from '../../vocabulary/spellings.js';
import type { Column, Header } from '../column-header.js';
import { NAME_COLUMNS } from './level-columns.js';

/** A row that names the group of the rows below it, and what it states of their points. */
export interface GroupRow {
  readonly name: Cell;
  /** The group's own points, by the column that they stand in. */
  readonly figures: readonly { readonly cell: Cell; readonly label: string }[];
}

type IndicatorHeader = Header<IndicatorColumn>;

/**
 * The group that a row of an indicator table names: one text over all columns of names, alone in its row or with the
 * points that the rows below it add up to. Null where no row of an indicator comes next.
 */
export function groupRow(
  view: TableView,
  row: number,
  header: IndicatorHeader,
  isOther: (row: number) => boolean,
): GroupRow | null {
  const names = header.columns.filter(({ field }) => field !== null && NAME_COLUMNS.includes(field));
  const [name, ...rest] = view.covering(row).filter((cell) => cell !== header.side && cell.text !== '');
  if (!name || name.row !== row || name.rowSpan > 1 || !isGroupName(name, names, header)) return null;
  const figures = rest.flatMap((cell) => {
    const column = header.columns.find((c) => c.col === cell.col && c.colSpan === cell.colSpan);
    const isPoints = column && POINTS.has(column.field) && readNumber(cell.text).kind === 'number';
    return isPoints ? [{ cell, label: column.header.text }] : [];
  });
  if (figures.length < rest.filter(({ text }) => readNumber(text).kind !== 'blank').length) return null;
  if (!isFollowed(view, row, header, isOther)) return null;
  return figures.length === 0 || addsUp(view, row, names, header) ? { name, figures } : null;
}

const POINTS: ReadonlySet<IndicatorColumn | null> = new Set<IndicatorColumn | null>(['weight', 'score']);

/** Whether a text may name a group: it stands over all names, or says so itself where they have one column. */
function isGroupName(
  { col, colSpan, text }: Cell,
  names: readonly Column<IndicatorColumn>[],
  header: IndicatorHeader,
): boolean {
  const { text: label, weight } = labelAndWeight(text);
  if ([...keyOf(label)].length > SECTIONS_TOLERANCES.guessedLength || /[。；，]/u.test(label)) return false;
  const isOver = names.every((c) => col <= c.col && c.col + c.colSpan <= col + colSpan);
  const isWider = header.columns.filter((c) => col <= c.col && c.col < col + colSpan).length > 1;
  return isOver && (isWider || weight !== null || LEVEL.has(keyOf(label)));
}

/** Whether the next row with text is one of an indicator. */
export function isFollowed(
  view: TableView,
  row: number,
  header: IndicatorHeader,
  isOther: (row: number) => boolean,
): boolean {
  const names = header.columns.filter(({ field }) => field !== null && NAME_COLUMNS.includes(field));
  const next = nextRow(view, row);
  return next !== null && !isOther(next) && isIndicatorRow(view, next, names, header);
}

/**
 * The header with its first level moved to the second, where rows name groups above those of a column that does not call
 * itself the first level (类别).
 */
export function belowGroups(
  view: TableView,
  header: IndicatorHeader,
  isOther: (row: number) => boolean,
): IndicatorHeader {
  const isFirst = ({ field }: Column<IndicatorColumn>): boolean => field === 'level1';
  const first = header.columns.find(isFirst);
  if (!first || header.columns.some(({ field }) => field === 'level2')) return header;
  if (INDICATOR_COLUMN.get(keyOf(first.header.text)) === 'level1') return header;
  for (let row = header.end; row < view.to && !isOther(row); row++) {
    const group = groupRow(view, row, header, isOther);
    if (!group || isIndicatorBlock(group.name.text)) continue;
    const columns = header.columns.map((column) =>
      isFirst(column) ? { ...column, field: 'level2' as const } : column,
    );
    return { ...header, columns };
  }
  return header;
}

function nextRow(view: TableView, row: number): number | null {
  for (let r = row + 1; r < view.to; r++) if (view.starting(r).some(({ text }) => text !== '')) return r;
  return null;
}

/** Whether a name and a value stand in the columns of a row. */
function isIndicatorRow(
  view: TableView,
  row: number,
  names: readonly Column<IndicatorColumn>[],
  { columns }: IndicatorHeader,
): boolean {
  const isFilled = ({ col, colSpan }: Column<IndicatorColumn>): boolean => {
    const cell = view.at(row, col);
    return cell?.row === row && cell.col === col && cell.colSpan === colSpan && cell.text !== '';
  };
  const values = columns.filter((c) => c.field !== null && !names.includes(c));
  return names.some(isFilled) && values.some(isFilled);
}

/** Whether the points of a row are those of the rows below it, up to the next row of its kind. */
function addsUp(
  view: TableView,
  row: number,
  names: readonly Column<IndicatorColumn>[],
  header: IndicatorHeader,
): boolean {
  const column = header.columns.find(({ field }) => field === 'weight');
  const pointsIn = (r: number): number => {
    const cell = column && view.at(r, column.col);
    const points = readNumber(cell?.row === r ? cell.text : '');
    return points.kind === 'number' ? points.value : 0;
  };
  const stated = pointsIn(row);
  let sum = 0;
  for (let r = row + 1; r < view.to && sum < stated && isIndicatorRow(view, r, names, header); r++) sum += pointsIn(r);
  return stated > 0 && Math.abs(sum - stated) < SECTIONS_TOLERANCES.samePoints;
}

import { readPoints } from '../../../text/number.js';
import { keptByRow, type TableView } from '../../table-view.js';
import { SECTIONS_TOLERANCES } from '../../tolerances.js';
import { INDICATOR_BLOCK, INDICATOR_COLUMN } from '../../vocabulary/labels.js';
import type { IndicatorColumn } from '../../vocabulary/spellings.js';
import { type Header, readColumnHeader } from '../column-header.js';
import { NAME_COLUMNS, withLevels } from './level-columns.js';

const VALUE_COLUMNS: readonly IndicatorColumn[] = ['target', 'actual', 'weight', 'score', 'adjustedTarget'];

/** The header of the last indicator table, and the number of columns of the table that it stands in. */
export interface LastIndicators {
  readonly header: Header<IndicatorColumn>;
  readonly cols: number;
  /** Index of its first indicator. */
  readonly from: number;
}

/** The header of an indicator table, if one starts in this row. */
export const indicatorHeader = keptByRow((view, row): Header<IndicatorColumn> | null => {
  const { indicatorColumns } = SECTIONS_TOLERANCES;
  // Names may stand under labels that are known by their place only.
  const raw = readColumnHeader(view, row, INDICATOR_COLUMN, (key) => INDICATOR_BLOCK.has(key), indicatorColumns - 1);
  const header = raw && withLevels(view, raw);
  const fields = new Set(header?.columns.map((c) => c.field).filter((field) => field !== null));
  return fields.size >= indicatorColumns && VALUE_COLUMNS.some((field) => fields.has(field)) ? header : null;
});

/**
 * The header of the last table over one that goes on without a header of its own: it has the same columns, begins with no
 * other block, and holds a number where weights or scores stand.
 */
export function continuedHeader(view: TableView, last: LastIndicators | null): Header<IndicatorColumn> | null {
  if (!last || last.cols !== view.table.cols) return null;
  const numbers = last.header.columns.filter(
    (c) => c.field === 'weight' || c.field === 'score' || c.field === 'target',
  );
  const holdsValues = numbers.some((c) => /[0-9０-９]/u.test(view.at(view.from, c.col)?.text ?? ''));
  if (!holdsValues || indicatorHeader(view, view.from)) return null;
  const columns = last.header.columns.map((c) => ({ ...c, header: { ...c.header, row: view.from - 1 } }));
  return { row: view.from, columns, end: view.from, side: null };
}

/** Whether a row has the name of an indicator and points under their columns: it is one, whatever stands before. */
function isNamedAndScored(view: TableView, row: number, { columns }: Header<IndicatorColumn>): boolean {
  const own = (field: IndicatorColumn): string => {
    const column = columns.find((c) => c.field === field);
    const cell = column && view.at(row, column.col);
    return cell?.row === row && cell.col === column?.col && cell.colSpan === column.colSpan ? cell.text : '';
  };
  return own('level3') !== '' && readPoints(own('weight')).kind === 'number' && own('target') !== '';
}

/**
 * Whether a row of an indicator table begins with the name of a group, which may be spelled like the label of another block
 * (绩效目标, 项目资金), as may the names beside it. In the first column a label is a label, but for rows that state
 * an indicator all the same.
 */
export function beginsWithName(
  view: TableView,
  row: number,
  header: Header<IndicatorColumn>,
  isBlockLabel: (text: string) => boolean,
): boolean {
  const first = view.starting(row).find((cell) => cell.text !== '');
  const i = header.columns.findIndex((c) => c.col === first?.col && c.colSpan === first.colSpan);
  const field = header.columns[i]?.field;
  if (!field || !NAME_COLUMNS.includes(field)) return false;
  return i > 0 || !isBlockLabel(first?.text ?? '') || isNamedAndScored(view, row, header);
}

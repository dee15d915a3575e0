import type { Indicator } from '../../../contract/document.js';
import { emptyIndicator } from '../../../contract/empty-report.js';
import { keysOf } from '../../../contract/pointer.js';
import { sharedFields } from '../../../contract/schema/shared-fields.js';
import { readNumber } from '../../../text/number.js';
import type { Cell, Draft, Printed } from '../../draft.js';
import type { TableView } from '../../table-view.js';
import { weightOf } from '../../vocabulary/label-brackets.js';
import { keyOf } from '../../vocabulary/label-key.js';
import { INDICATOR_COLUMN, isFourthLevel, isIndicatorBlock } from '../../vocabulary/labels.js';
import { isPlaceholderName } from '../../vocabulary/left-over.js';
import type { IndicatorColumn } from '../../vocabulary/spellings.js';
import type { Header } from '../column-header.js';
import { nameCell } from './breakdown.js';
import type { MergedCells } from './merged-cells.js';
import { type IndicatorRow, readFields, readLevel } from './row-fields.js';

/** What holds for all rows of an indicator table. */
export interface IndicatorTable {
  readonly view: TableView;
  readonly header: Header<IndicatorColumn>;
  readonly draft: Draft;
  /** The goal that the label at its side names, where the table is repeated per goal. */
  readonly goal: Printed | null;
  /** The level cells that apply to a row without its own: templates leave repeated names out. */
  readonly levels: { level1: Cell | null; level2: Cell | null; level3: Cell | null };
  /** The cells that are merged over several rows, with the indicators of these. */
  readonly merged: MergedCells;
}

/** Reads a row of an indicator table. The texts of a row without a name, a value or a score go to `extra`. */
export function readIndicatorRow(table: IndicatorTable, row: number): void {
  const { view, header, draft, goal, levels } = table;
  const { indicators } = draft.report;
  const pointer = `/indicators/${indicators.length}`;
  const indicator = emptyIndicator(draft.newExtra(pointer));
  const cells = cellsByColumn(table, row);
  const one: IndicatorRow = { view, header, draft, row, cells, indicator, pointer };
  readUnknownColumns(one);
  readBesideColumns(one);
  view.claim(...view.starting(row));
  view.claimLabel(cells.get('level1'), cells.get('level2'));
  keepLevels(levels, cells);
  // A fourth level names the row: the third one stands once above it, as the others do.
  if (levels.level3 && cells.get('level3')?.text === '' && finerName(one)) cells.set('level3', levels.level3);
  readFields(one);
  if (isEmpty(indicator) || isPlaceholder(one)) {
    view.claimLabel(...VALUES.map((field) => ownCell(one, field)));
    keepLeftovers(pointer, draft);
    return;
  }
  readLevel(one, 'level1', levels.level1);
  readLevel(one, 'level2', levels.level2);
  if (goal) indicator.goal = draft.note(`${pointer}/goal`, goal.text, goal);
  for (const field of sharedFields) {
    const cell = one.cells.get(field);
    if (cell && cell.rowSpan > 1 && indicator[field] !== null) table.merged.add(field, cell, indicators.length);
  }
  indicators.push(indicator);
}

function cellsByColumn({ view, header }: IndicatorTable, row: number): Map<IndicatorColumn, Cell> {
  const cells = new Map<IndicatorColumn, Cell>();
  for (const { field, col, colSpan } of header.columns) {
    const cell = view.at(row, col);
    if (!cell || cell === header.side || field === null || cells.has(field)) continue;
    cells.set(field, field === 'level3' && colSpan > cell.colSpan ? nameCell(view, row, cell) : cell);
  }
  return cells;
}

/** The columns whose label the vocabulary does not know go to `extra` under that label. */
function readUnknownColumns({ view, header, row, indicator, draft }: IndicatorRow): void {
  for (const column of header.columns) {
    const cell = column.field === null ? view.at(row, column.col) : undefined;
    if (!cell || cell === header.side || cell.text === '' || cell.row < column.header.row) continue;
    if (cell.row !== row && cell.rowSpan === 1) continue;
    if (column.header === cell || view.isClaimed(cell)) continue;
    if (isIndicatorBlock(cell.text)) {
      readBlockWeight(cell, draft);
      view.claimLabel(cell);
      continue;
    }
    // Of several that reviewed it one has the field.
    const isReview = INDICATOR_COLUMN.guess(keyOf(column.header.text)) === 'reviewedScore';
    draft[isReview ? 'aside' : 'extra'](column.header.text, cell, indicator.extra);
  }
}

/** Cells that begin where no column does: the label of the whole block, or texts under a part of a wider column. */
function readBesideColumns({ view, header, row, cells, indicator, draft }: IndicatorRow): void {
  const taken = new Set<Cell | null>([...cells.values(), header.side]);
  for (const cell of view.starting(row)) {
    // A side label may begin below the header, where the header has no cell of its own over it.
    if (isIndicatorBlock(cell.text)) {
      readBlockWeight(cell, draft);
      view.claimLabel(cell);
    } else if (!header.columns.some((c) => c.col === cell.col) && !taken.has(cell) && !view.isClaimed(cell)) {
      draft.extra(headerOver(header, cell), cell, indicator.extra);
    }
  }
}

/** The weight that the label of the whole block states: 绩效指标（90分）. */
export function readBlockWeight(label: Cell, draft: Draft): void {
  draft.report.indicatorsWeight ??= draft.note('/indicatorsWeight', weightOf(label.text), label);
}

/** The name of a row in a column of names finer than the third level, where it has one. */
function finerName({ view, header, row }: IndicatorRow): Cell | undefined {
  const third = header.columns.findIndex(({ field }) => field === 'level3');
  const finer = header.columns.find(
    ({ field, header: { text } }, i) => i > third && field === null && isFourthLevel(keyOf(text)),
  );
  const cell = finer && view.at(row, finer.col);
  return cell?.row === row && cell.text !== '' ? cell : undefined;
}

/** A new group begins without the names below it of the one before. */
function keepLevels(levels: IndicatorTable['levels'], cells: ReadonlyMap<IndicatorColumn, Cell>): void {
  const level1 = cells.get('level1');
  const level2 = cells.get('level2');
  if (level1 && level1.text !== '') {
    if (levels.level1 !== level1) levels.level2 = levels.level3 = null;
    levels.level1 = level1;
  }
  if (level2 && level2.text !== '') {
    if (levels.level2 !== level2) levels.level3 = null;
    levels.level2 = level2;
  }
  const level3 = cells.get('level3');
  if (level3 && level3.text !== '') levels.level3 = level3;
}

const VALUES = ['level3', 'target', 'adjustedTarget', 'actual', 'weight', 'score', 'reviewedScore'] as const;

const isEmpty = (indicator: Indicator): boolean => VALUES.every((field) => indicator[field] === null);

/** The cell of a column that stands in this row alone: one that is merged over more speaks of another row as well. */
function ownCell({ cells, row }: IndicatorRow, field: IndicatorColumn): Cell | undefined {
  const cell = cells.get(field);
  return cell?.row === row && cell.rowSpan === 1 ? cell : undefined;
}

/** Whether a row is one of the template that nobody filled in: its name says nothing, and it has no value of its own. */
function isPlaceholder(one: IndicatorRow): boolean {
  const name = finerName(one) ?? ownCell(one, 'level3');
  if (!name || !isPlaceholderName(name.text)) return false;
  const values = VALUES.filter((field) => field !== 'level3').map((field) => ownCell(one, field)?.text ?? '');
  return values.every((text) => readNumber(text).kind === 'blank');
}

/** Columns whose text is kept, under these labels, where the row has no indicator. */
const LEFTOVERS: Readonly<Record<string, string>> = {
  deviation: '偏差原因',
  scoringRule: '评分标准',
  unit: '度量单位',
  operator: '指标性质',
  direction: '指标方向',
};

/** A reason without an indicator is text all the same. */
function keepLeftovers(pointer: string, draft: Draft): void {
  for (const [key, printed] of [...draft.printed]) {
    if (!key.startsWith(`${pointer}/`)) continue;
    draft.printed.delete(key);
    const [field = '', label] = keysOf(key.slice(pointer.length));
    const kept = field === 'extra' ? label : LEFTOVERS[field];
    if (kept === undefined || readNumber(printed.text).kind === 'blank') continue;
    draft.extra(kept, printed);
    draft.leftovers.push(printed);
  }
}

function headerOver(header: Header<IndicatorColumn>, cell: Cell): string {
  return header.columns.find((c) => cell.col >= c.col && cell.col < c.col + c.colSpan)?.header.text ?? '';
}

import type { Indicator } from '../../../contract/document.js';
import { emptyIndicator } from '../../../contract/empty-report.js';
import { keysOf } from '../../../contract/pointer.js';
import { sharedFields } from '../../../contract/schema/shared-fields.js';
import { matchKey } from '../../../text/label.js';
import { readNumber } from '../../../text/number.js';
import { type Cell, type Draft, type Printed, part } from '../../draft.js';
import type { TableView } from '../../table-view.js';
import { groupAndWeight, weightOf } from '../../vocabulary/label-brackets.js';
import { isIndicatorBlock } from '../../vocabulary/labels.js';
import { isPlaceholderName } from '../../vocabulary/left-over.js';
import type { IndicatorColumn } from '../../vocabulary/spellings.js';
import type { Header } from '../column-header.js';
import { nameCell } from './breakdown.js';
import type { MergedCells } from './merged-cells.js';
import { CORE_MARKS, OPERATOR_DIRECTIONS, signsIn } from './signs.js';

/** What holds for all rows of an indicator table. */
export interface IndicatorTable {
  readonly view: TableView;
  readonly header: Header<IndicatorColumn>;
  readonly draft: Draft;
  /** The goal that the label at its side names, where the table is repeated per goal. */
  readonly goal: Printed | null;
  /** The level cells that apply to a row without its own: templates leave repeated names out. */
  readonly levels: { level1: Cell | null; level2: Cell | null };
  /** The cells that are merged over several rows, with the indicators of these. */
  readonly merged: MergedCells;
}

/** One row while it is read. */
interface IndicatorRow extends Pick<IndicatorTable, 'view' | 'header' | 'draft'> {
  readonly row: number;
  /** The cell of each column; one that is merged over several rows belongs to all of them. */
  readonly cells: ReadonlyMap<IndicatorColumn, Cell>;
  readonly indicator: Indicator;
  /** JSON Pointer of the indicator inside the report. */
  readonly pointer: string;
}

const TEXTS = ['target', 'adjustedTarget', 'actual', 'deviation', 'scoringRule', 'unit'] as const;

/** Reads a row of an indicator table. The texts of a row without a name, a value or a score go to `extra`. */
export function readIndicatorRow(table: IndicatorTable, row: number): void {
  const { view, header, draft, goal, levels } = table;
  const { indicators } = draft.report;
  const pointer = `/indicators/${indicators.length}`;
  const indicator = emptyIndicator(draft.newExtra(pointer));
  const one: IndicatorRow = { view, header, draft, row, cells: cellsByColumn(table, row), indicator, pointer };
  readUnknownColumns(one);
  readBesideColumns(one);
  view.claim(...view.starting(row));
  view.claimLabel(one.cells.get('level1'), one.cells.get('level2'));
  keepLevels(levels, one.cells);
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
    draft.extra(column.header.text, cell, indicator.extra);
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

/** A new group begins without the level 2 of the one before. */
function keepLevels(levels: IndicatorTable['levels'], cells: ReadonlyMap<IndicatorColumn, Cell>): void {
  const level1 = cells.get('level1');
  const level2 = cells.get('level2');
  if (level1 && level1.text !== '') {
    if (levels.level1 !== level1) levels.level2 = null;
    levels.level1 = level1;
  }
  if (level2 && level2.text !== '') levels.level2 = level2;
}

/** Reads the columns with a meaning, except for the names of groups. */
function readFields(one: IndicatorRow): void {
  const { cells, indicator, pointer, draft } = one;
  const name = cells.get('level3');
  if (name && name.text !== '') readName(indicator, pointer, name, draft);
  for (const field of TEXTS) {
    const cell = cells.get(field);
    if (cell) indicator[field] = draft.text(`${pointer}/${field}`, cell);
  }
  const weight = cells.get('weight');
  if (weight) indicator.weight = draft.number(`${pointer}/weight`, weight, headerText(one, 'weight'), indicator.extra);
  const score = cells.get('score');
  if (score) draft.score(pointer, score, headerText(one, 'score'), indicator);
  const reviewed = cells.get('reviewedScore');
  if (reviewed) {
    const label = headerText(one, 'reviewedScore');
    indicator.reviewedScore = draft.number(`${pointer}/reviewedScore`, reviewed, label, indicator.extra);
  }
  readOperator(one);
  readCore(one);
}

/**
 * Reads the columns of operator and direction by what they hold: templates swap their heads. A text that is neither is the
 * operator as printed where that column holds no sign, as 定性 is; what is said beyond that goes to `extra`.
 */
function readOperator(one: IndicatorRow): void {
  const { cells, indicator, pointer, draft } = one;
  const columns = (['operator', 'direction'] as const).flatMap((column) => {
    const cell = cells.get(column);
    return cell && cell.text !== '' ? [{ column, cell, ...signsIn(cell.text) }] : [];
  });
  for (const { cell, operator, direction } of columns) {
    if (direction) indicator.direction ??= draft.note(`${pointer}/direction`, direction, cell);
    if (operator) indicator.operator ??= draft.note(`${pointer}/operator`, operator, cell);
  }
  for (const { column, cell, operator, direction } of columns) {
    const isKept =
      (operator === null || operator === indicator.operator) &&
      (direction === null || direction === indicator.direction);
    if (isKept && (operator ?? direction) !== null) continue;
    if (indicator.operator === null && (column === 'operator' || columns.length === 1)) {
      indicator.operator = draft.text(`${pointer}/operator`, cell);
    } else draft.extra(headerText(one, column), cell, indicator.extra);
  }
  const printed = draft.printed.get(`${pointer}/operator`);
  const meant = OPERATOR_DIRECTIONS.get(indicator.operator ?? '');
  if (printed && meant) indicator.direction ??= draft.note(`${pointer}/direction`, meant, printed);
}

/** Whether it is a core indicator; a text that says neither goes to `extra`. */
function readCore(one: IndicatorRow): void {
  const { cells, indicator, pointer, draft } = one;
  const cell = cells.get('core');
  if (!cell || cell.text === '') return;
  const mark = CORE_MARKS.get(cell.text) ?? CORE_MARKS.get(matchKey(cell.text));
  if (mark === undefined) draft.extra(headerText(one, 'core'), cell, indicator.extra);
  else indicator.core = draft.note(`${pointer}/core`, mark, cell);
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
  const name = ownCell(one, 'level3');
  if (!name || !isPlaceholderName(name.text)) return false;
  const values = VALUES.filter((field) => field !== 'level3').map((field) => ownCell(one, field)?.text ?? '');
  return values.every((text) => readNumber(text).kind === 'blank');
}

const headerText = ({ header }: IndicatorRow, field: IndicatorColumn): string =>
  header.columns.find((c) => c.field === field)?.header.text ?? '';

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

function readName(indicator: Indicator, pointer: string, cell: Cell, draft: Draft): void {
  const match = /^[★☆]+\s*(?=[^★☆\s])|(?<=[^★☆\s])\s*[★☆]+$/u.exec(cell.text);
  const name = match ? cell.text.replace(match[0], '') : cell.text;
  if (match) indicator.core = draft.note(`${pointer}/core`, true, cell);
  indicator.level3 = draft.text(`${pointer}/level3`, part(cell, name));
}

/** The name of a group, with the weight that its label states: 产出指标（50分）. */
function readLevel(one: IndicatorRow, level: 'level1' | 'level2', cell: Cell | null): void {
  const { indicator, pointer, draft, cells } = one;
  const own = cells.get(`${level}Weight`);
  if (own) indicator[`${level}Weight`] = draft.number(`${pointer}/${level}Weight`, own, '权重', indicator.extra);
  if (!cell) return;
  const { text, weight } = groupAndWeight(cell.text);
  indicator[level] = draft.note(`${pointer}/${level}`, text === '' ? null : text, cell);
  indicator[`${level}Weight`] ??= draft.note(`${pointer}/${level}Weight`, weight, cell);
}

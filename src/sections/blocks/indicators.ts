import type { Indicator } from '../../contract/document.js';
import { emptyIndicator } from '../../contract/empty-report.js';
import { matchKey } from '../../text/label.js';
import { type Cell, type Draft, type Printed, part } from '../draft.js';
import { keptByRow, type TableView } from '../table-view.js';
import { labelAndWeight, weightOf } from '../vocabulary/label-brackets.js';
import { keyOf } from '../vocabulary/label-key.js';
import { INDICATOR_BLOCK, INDICATOR_COLUMN, SUBTOTAL } from '../vocabulary/labels.js';
import type { IndicatorColumn } from '../vocabulary/spellings.js';
import { type Column, type Header, readHeader } from './column-header.js';

const NAMES: readonly IndicatorColumn[] = ['level1', 'level2', 'level3'];
const VALUES: readonly IndicatorColumn[] = ['target', 'actual', 'weight', 'score', 'adjustedTarget'];

/** The header of the last indicator table, and the number of columns of the table that it stands in. */
export interface LastIndicators {
  readonly header: Header<IndicatorColumn>;
  readonly cols: number;
}

/** The header of an indicator table, if one starts in this row. */
export const indicatorHeader = keptByRow((view, row): Header<IndicatorColumn> | null => {
  const header = readHeader(view, row, INDICATOR_COLUMN, (key) => INDICATOR_BLOCK.has(key), 3);
  if (!header) return null;
  const fields = new Set(header.columns.map((c) => c.field));
  if (!VALUES.some((field) => fields.has(field))) return null;
  if (NAMES.some((field) => fields.has(field))) return header;
  // A flat table may call its indicators what others call the whole block.
  const [first, ...rest] = header.columns;
  if (!first || !/指标$/u.test(keyOf(first.header.text))) return null;
  return { ...header, columns: [{ ...first, field: 'level3' }, ...rest] };
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
  return { columns, end: view.from, side: null };
}

/** Reads the rows of an indicator table below its header. Returns the first row that is not part of it. */
export function readIndicators(
  view: TableView,
  header: Header<IndicatorColumn>,
  draft: Draft,
  isOtherBlock: (row: number) => boolean,
): number {
  view.claim(header.side ?? undefined, ...header.columns.map((c) => c.header));
  const firstRow = Math.min(...header.columns.map((c) => c.header.row));
  for (let r = firstRow; r < header.end; r++) view.claim(...view.starting(r));
  const side = header.side;
  if (side && INDICATOR_BLOCK.has(keyOf(side.text))) readWeight(side, draft);
  const isGoal = side !== null && side.text !== '' && !INDICATOR_BLOCK.has(keyOf(side.text));
  const goal = isGoal ? readGoal(side, draft) : null;
  const levels: Levels = { level1: null, level2: null };
  const before = draft.report.indicators.length;
  let row = header.end;
  const isOther = (r: number): boolean => isOtherBlock(r) || isWide(view, r, header) || isBesideOther(view, r, header);
  for (; row < view.to && !isOther(row); row++) {
    if (view.starting(row).every((cell) => view.isClaimed(cell))) continue;
    if (readSubtotal(view, row, header, levels, draft)) continue;
    readRow(view, row, header, goal, levels, draft);
  }
  // Where some are marked with a star, the others are not the core ones.
  const own = draft.report.indicators.slice(before);
  if (own.some((indicator) => indicator.core)) for (const indicator of own) indicator.core ??= false;
  return row;
}

/**
 * Whether a row of an indicator table begins with the name of a group, which may be spelled like the label of another block
 * (绩效目标, 项目资金), as may the names beside it. In the first column a label is a label.
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
  if (!field || !NAMES.includes(field)) return false;
  return i > 0 || !isBlockLabel(first?.text ?? '');
}

/** Whether the label of another block stands where the side label of this one has ended. */
function isBesideOther(view: TableView, row: number, header: Header<IndicatorColumn>): boolean {
  const { side } = header;
  if (!side || row < side.row + side.rowSpan) return false;
  const below = view.at(row, side.col);
  return (
    below !== undefined &&
    below.text !== '' &&
    below.colSpan === side.colSpan &&
    !INDICATOR_BLOCK.has(keyOf(below.text))
  );
}

/** A text across so many columns is no value of an indicator: the row belongs to the closing part. */
const MAX_MERGED_COLUMNS = 3;

function isWide(view: TableView, row: number, header: Header<IndicatorColumn>): boolean {
  return view.starting(row).some((cell) => {
    if (cell.text === '') return false;
    const under = header.columns.filter((c) => c.col >= cell.col && c.col < cell.col + cell.colSpan);
    return under.filter((c) => c.field !== null).length > MAX_MERGED_COLUMNS;
  });
}

/** The label of a block that is repeated per goal. The contract has no key for its weight. */
function readGoal(side: Cell, draft: Draft): Printed {
  const { text, weight } = labelAndWeight(side.text);
  if (weight !== null) draft.extra(text, part(side, side.text.slice(text.length).replace(/[\s()（）:：]/gu, '')));
  return part(side, text);
}

/** The weight that the label of the whole block states: 绩效指标（90分）. */
function readWeight(label: Cell, draft: Draft): void {
  draft.report.indicatorsWeight ??= draft.note('/indicatorsWeight', weightOf(label.text), label);
}

/** A row that adds up a group is no indicator; its numbers stay in `extra`, under the group's name. */
function readSubtotal(
  view: TableView,
  row: number,
  header: Header<IndicatorColumn>,
  levels: Levels,
  draft: Draft,
): boolean {
  const label = view.starting(row).find((cell) => SUBTOTAL.has(keyOf(cell.text)));
  if (!label || !header.columns.some((c) => c.col === label.col && c.field !== null && NAMES.includes(c.field)))
    return false;
  const group = label.col > (levels.level1?.col ?? label.col) ? labelAndWeight(levels.level1?.text ?? '').text : '';
  const numbers = view.starting(row).filter((cell) => cell.col > label.col && cell.text !== '');
  const text = numbers.map((cell) => cell.text).join(' ');
  draft.extra(`${group}${label.text}`, { text, places: numbers.flatMap((cell) => cell.places) });
  view.claim(label, ...numbers);
  return true;
}

/** The level cells that apply to a row that has none of its own: templates leave repeated names out. */
interface Levels {
  level1: Cell | null;
  level2: Cell | null;
}

function readRow(
  view: TableView,
  row: number,
  header: Header<IndicatorColumn>,
  goal: Printed | null,
  levels: Levels,
  draft: Draft,
): void {
  const { indicators } = draft.report;
  const pointer = `/indicators/${indicators.length}`;
  const indicator = emptyIndicator(draft.newExtra(pointer));
  const cells = new Map<IndicatorColumn, Cell>();
  for (const column of header.columns) {
    const cell = view.at(row, column.col);
    if (!cell || cell === header.side) continue;
    if (column.field === null) readExtra(view, row, column, cell, indicator, draft);
    else if (!cells.has(column.field)) cells.set(column.field, cell);
  }
  for (const cell of view.starting(row)) {
    // A side label may begin below the header, where the header has no cell of its own over it.
    if (INDICATOR_BLOCK.has(keyOf(cell.text))) readWeight(cell, draft);
    else if (!header.columns.some((c) => c.col === cell.col) && cell !== header.side && !isIn(cells, cell)) {
      if (!view.isClaimed(cell)) draft.extra(headerOver(header, cell), cell, indicator.extra);
    }
  }
  view.claim(...view.starting(row));

  const level1 = cells.get('level1');
  const level2 = cells.get('level2');
  if (level1 && level1.text !== '') {
    if (levels.level1 !== level1) levels.level2 = null;
    levels.level1 = level1;
  }
  if (level2 && level2.text !== '') levels.level2 = level2;

  const text = (field: 'target' | 'adjustedTarget' | 'actual' | 'deviation' | 'scoringRule' | 'unit'): void => {
    const cell = cells.get(field);
    if (cell) indicator[field] = draft.text(`${pointer}/${field}`, cell);
  };
  const name = cells.get('level3');
  if (name && name.text !== '') readName(indicator, pointer, name, draft);
  for (const field of ['target', 'adjustedTarget', 'actual', 'deviation', 'scoringRule', 'unit'] as const) text(field);
  for (const field of ['weight', 'score'] as const) {
    const cell = cells.get(field);
    const column = header.columns.find((c) => c.field === field);
    if (cell && column) {
      indicator[field] = draft.number(`${pointer}/${field}`, cell, column.header.text, indicator.extra);
    }
  }
  const signs: SignRow = { cells, header, indicator, pointer, draft };
  const operator = cells.get('operator');
  if (operator) indicator.operator = draft.note(`${pointer}/operator`, operatorIn(operator.text), operator);
  indicator.core = readSign('core', CORE_MARKS, signs) ?? indicator.core;

  const { level3, target, adjustedTarget, actual, weight, score } = indicator;
  if ([level3, target, adjustedTarget, actual, weight, score].every((value) => value === null)) {
    for (const key of draft.printed.keys()) if (key.startsWith(`${pointer}/`)) draft.printed.delete(key);
    keepLeftovers(indicator, draft, level1?.places ?? []);
    return;
  }
  readLevel(indicator, pointer, 'level1', levels.level1, draft);
  readLevel(indicator, pointer, 'level2', levels.level2, draft);
  if (goal) indicator.goal = draft.note(`${pointer}/goal`, goal.text, goal);
  indicators.push(indicator);
}

const isIn = (cells: ReadonlyMap<IndicatorColumn, Cell>, cell: Cell): boolean => [...cells.values()].includes(cell);

function readExtra(
  view: TableView,
  row: number,
  column: Column<IndicatorColumn>,
  cell: Cell,
  indicator: Indicator,
  draft: Draft,
): void {
  if (cell.text === '' || cell.row < column.header.row) return;
  if (cell.row !== row && cell.rowSpan === 1) return;
  if (column.header === cell || view.isClaimed(cell) || INDICATOR_BLOCK.has(keyOf(cell.text))) return;
  draft.extra(column.header.text, cell, indicator.extra);
}

/** A reason without an indicator is text all the same. */
function keepLeftovers(indicator: Indicator, draft: Draft, places: Cell['places']): void {
  const { deviation, scoringRule, unit, operator, extra } = indicator;
  for (const [label, value] of Object.entries({
    ...extra,
    偏差原因: deviation,
    评分标准: scoringRule,
    度量单位: unit,
    指标性质: operator,
  })) {
    if (value) draft.extra(label, { text: value, places });
  }
}

function headerOver(header: Header<IndicatorColumn>, cell: Cell): string {
  return header.columns.find((c) => cell.col >= c.col && cell.col < c.col + c.colSpan)?.header.text ?? '';
}

function readName(indicator: Indicator, pointer: string, cell: Cell, draft: Draft): void {
  const match = /^[★☆]\s*|\s*[★☆]$/u.exec(cell.text);
  const name = match ? cell.text.replace(match[0], '') : cell.text;
  if (match) indicator.core = draft.note(`${pointer}/core`, true, cell);
  indicator.level3 = draft.text(`${pointer}/level3`, part(cell, name));
}

function readLevel(
  indicator: Indicator,
  pointer: string,
  level: 'level1' | 'level2',
  cell: Cell | null,
  draft: Draft,
): void {
  if (!cell) return;
  const { text, weight } = labelAndWeight(cell.text);
  indicator[level] = draft.note(`${pointer}/${level}`, text === '' ? null : text, cell);
  indicator[`${level}Weight`] = draft.note(`${pointer}/${level}Weight`, weight, cell);
}

const OPERATORS: ReadonlySet<string> = new Set(['≥', '≤', '=', '>', '<']);

/** A sign in its usual spelling; 定性 and 定量 as printed. */
function operatorIn(text: string): string | null {
  const sign = matchKey(text);
  return text === '' ? null : OPERATORS.has(sign) ? sign : text;
}

const CORE_MARKS = new Map([
  ...['是', '√', '✓', '☑', 'Y', 'YES'].map((mark): [string, boolean] => [mark, true]),
  ...['否', '×', 'N', 'NO'].map((mark): [string, boolean] => [mark, false]),
]);

/** Reads a cell that holds one of a few signs; any other text goes to `extra` under the column's label. */
function readSign<T>(column: IndicatorColumn, signs: ReadonlyMap<string, T>, row: SignRow): T | null {
  const { cells, header, indicator, pointer, draft } = row;
  const cell = cells.get(column);
  if (!cell || cell.text === '') return null;
  const sign = signs.get(cell.text) ?? signs.get(matchKey(cell.text));
  if (sign !== undefined) return draft.note(`${pointer}/${column}`, sign, cell);
  draft.extra(header.columns.find((c) => c.field === column)?.header.text ?? '', cell, indicator.extra);
  return null;
}

interface SignRow {
  readonly cells: ReadonlyMap<IndicatorColumn, Cell>;
  readonly header: Header<IndicatorColumn>;
  readonly indicator: Indicator;
  readonly pointer: string;
  readonly draft: Draft;
}

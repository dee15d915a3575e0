import type { TableView } from '../../table-view.js';
import { keyOf } from '../../vocabulary/label-key.js';
import {
  FUND_COLUMN,
  INDICATOR_COLUMN,
  isIndicatorBlock,
  isNameHead,
  LEVEL,
  LIST_MARK,
} from '../../vocabulary/labels.js';
import { FUND_MARKS, type IndicatorColumn } from '../../vocabulary/spellings.js';
import type { Column, Header } from '../column-header.js';
import { bodyEnd, bodyOf, isOfColumns } from './column-bodies.js';

/** The columns that name an indicator or its group. */
export const NAME_COLUMNS: readonly IndicatorColumn[] = ['level1', 'level2', 'level3'];
type Level = 'level1' | 'level2' | 'level3';

/**
 * How sure the label of a column is that names stand in it: it says the level (三级指标), calls them the indicators' names
 * (指标名称), or names a kind of contents (类别, 评价内容).
 */
type Sureness = 'level' | 'name' | 'head';

/** A column of names, and what of its body tells its level. */
interface Names {
  readonly i: number;
  readonly sure: Sureness;
  readonly level: Level | null;
  /** How many names stand in it: the finest column has one for each row. */
  readonly distinct: number;
  readonly merged: boolean;
  /** Most of its names are those of groups, whatever its label says. */
  readonly groups: boolean;
}

/**
 * The header with the columns of names mapped to their levels: by labels that say the level; the others by their position
 * among the columns of names, and by which of them has a name for each row. Null where no column names the indicators.
 */
export function withLevels(view: TableView, raw: Header<IndicatorColumn>): Header<IndicatorColumn> | null {
  const header = { ...raw, columns: partMerged(view, raw) };
  const { columns } = header;
  const end = bodyEnd(view, header);
  let names = columns.flatMap((column, i) => namesIn(view, header, column, i, end) ?? []);
  // A flat table may call its indicators what others call the whole block.
  const isFlat = names.length === 0 && columns[0]?.field === null && /指标$/u.test(keyOf(columns[0].header.text));
  if (isFlat) names = [{ i: 0, sure: 'name', level: null, distinct: 0, merged: false, groups: false }];
  if (names.length === 0 && isScored(columns)) names = besideScores(view, header, end);
  if (names.length === 0) return null;
  const isSaid = names.some(({ sure }) => sure !== 'head');
  if (!isSaid && !isScored(columns) && !hasResults(columns)) return null;
  if (!isSaid && columns.some(({ header: { text } }) => isOfOtherBlock(keyOf(text)))) return null;
  const levels = levelsOf(names);
  const isName = (i: number): boolean => names.some((n) => n.i === i);
  return {
    ...header,
    columns: withGroupWeights(columns.map((column, i) => withLevel(column, levels.get(i), isName(i)))),
  };
}

/** Of several columns of weights one directly behind the groups of a level states theirs: 一级指标｜权重｜三级指标｜权重. */
function withGroupWeights(columns: readonly Column<IndicatorColumn>[]): Column<IndicatorColumn>[] {
  const weights = columns.filter(({ header }) => INDICATOR_COLUMN.get(keyOf(header.text)) === 'weight');
  const groups = new Map<Column<IndicatorColumn>, IndicatorColumn>();
  for (const [i, { field }] of columns.entries()) {
    const next = columns[i + 1];
    if (next && weights.includes(next) && (field === 'level1' || field === 'level2'))
      groups.set(next, `${field}Weight`);
  }
  // What the indicators weigh stands in the one that is left, else in the finest.
  const own = weights.filter((column) => !groups.has(column)).at(-1) ?? weights.at(-1);
  if (groups.size === 0 || weights.length < 2) return [...columns];
  const fieldOf = (column: Column<IndicatorColumn>) =>
    column === own ? 'weight' : (groups.get(column) ?? column.field);
  return columns.map((column) => ({ ...column, field: fieldOf(column) }));
}

const withLevel = (
  column: Column<IndicatorColumn>,
  level: Level | undefined,
  isName: boolean,
): Column<IndicatorColumn> => (isName ? { ...column, field: level ?? null } : column);

const fieldsOf = (columns: readonly Column<IndicatorColumn>[]) => new Set(columns.map(({ field }) => field));

/** A table of scored items may have nothing but what each is worth and what it got. */
function isScored(columns: readonly Column<IndicatorColumn>[]): boolean {
  const fields = fieldsOf(columns);
  return fields.has('weight') && fields.has('score');
}

function hasResults(columns: readonly Column<IndicatorColumn>[]): boolean {
  const fields = fieldsOf(columns);
  return fields.has('target') && fields.has('actual');
}

/** Columns of amounts, or of tasks and purchases: what they stand beside is no indicator unless its label says so. */
function isOfOtherBlock(key: string): boolean {
  const field = FUND_COLUMN.get(key);
  return LIST_MARK.has(key) || (field !== undefined && field !== 'executionRate' && FUND_MARKS.includes(field));
}

/** Whether only points tell that a table is one of indicators: it may stand anywhere, and its total is not the form's. */
export function isScoredItems({ columns }: Header<IndicatorColumn>): boolean {
  const fields = fieldsOf(columns);
  const isSaid = columns.some(({ field, header }) => {
    const own = INDICATOR_COLUMN.get(keyOf(header.text));
    return field !== null && own !== undefined && NAME_COLUMNS.includes(own);
  });
  return !isSaid && !fields.has('target') && !fields.has('actual');
}

/** Parts a label over several columns of names, where it has no labels under it: 绩效指标 over the three levels. */
function partMerged(view: TableView, header: Header<IndicatorColumn>): Column<IndicatorColumn>[] {
  return header.columns.flatMap((column) => {
    const { field, col, colSpan, header: label } = column;
    const key = keyOf(label.text);
    const mayBeNames = field === null || field === 'level3' ? isNameHead(key) || isIndicatorBlock(label.text) : false;
    if (!mayBeNames || colSpan === 1) return [column];
    // The rows of the table show how it is parted: those further down may be of another block.
    const starts = new Set<number>([col]);
    const end = bodyEnd(view, header);
    for (let row = header.end; row < end && isOfColumns(view, row, header); row++) {
      const under = view.starting(row).filter((cell) => cell.col >= col && cell.col + cell.colSpan <= col + colSpan);
      for (const cell of under) starts.add(cell.col);
    }
    const cols = [...starts].sort((a, b) => a - b);
    return cols.map((from, i) => ({ ...column, col: from, colSpan: (cols[i + 1] ?? col + colSpan) - from }));
  });
}

function namesIn(
  view: TableView,
  header: Header<IndicatorColumn>,
  { field, col, colSpan, header: label }: Column<IndicatorColumn>,
  i: number,
  end: number,
): Names | null {
  const key = keyOf(label.text);
  const isLevel = field === 'level1' || field === 'level2' || (field === 'level3' && /^[三3]级/u.test(key));
  const isSoft = field === 'level3' || (field === null && INDICATOR_COLUMN.guess(key) === 'level3');
  const isName = isSoft || (field === null && key === '指标');
  const isHead = field === null && (isNameHead(key) || (colSpan < label.colSpan && isIndicatorBlock(label.text)));
  const sure = isLevel ? 'level' : isName ? 'name' : isHead ? 'head' : null;
  if (!sure) return null;
  // Under a label over several columns of names a name may stand across those that it does not need.
  const cells = bodyOf(view, header, { col, colSpan }, end, colSpan < label.colSpan);
  if (sure === 'head' && cells.length > 0 && cells.every(({ text }) => KIND_OF_VALUE.test(text))) return null;
  const distinct = new Set(cells.map(({ text }) => text)).size;
  const level = isLevel ? (field as Level) : null;
  const groups = cells.filter(({ text }) => LEVEL.has(keyOf(text))).length * 2 > cells.length;
  return { i, sure, level, distinct, merged: cells.some(({ rowSpan }) => rowSpan > 1), groups };
}

/** What stands in a column 指标类型 that tells values apart, not groups. */
const KIND_OF_VALUE = /^(定性|定量|正向|反向|正|反|是|否|[≥≤=><＝])(指标)?$/u;

/** The nearest column in front of the points whose label is not known: what it says is what the points are for. */
function besideScores(view: TableView, header: Header<IndicatorColumn>, end: number): Names[] {
  const { columns } = header;
  const points = columns.findIndex(({ field }) => field !== null);
  const i = columns.findLastIndex(
    ({ header: { text } }, at) => at < points && text !== '' && !NUMBERING_HEAD.test(keyOf(text)),
  );
  const column = columns[i];
  if (!column) return [];
  const cells = bodyOf(view, header, column, end);
  const isNamed = cells.length > 0 && cells.every(({ text }) => /\p{L}/u.test(text));
  return isNamed ? [{ i, sure: 'head', level: null, distinct: cells.length, merged: false, groups: false }] : [];
}

const NUMBERING_HEAD = /^(序号|编号|号|NO|项次)$/u;

/** The level of each column of names, by the column's index. Those without one are more than the contract has levels. */
function levelsOf(names: readonly Names[]): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const { i, level } of names) if (level) levels.set(i, level);
  const isTaken = (level: Level): boolean => [...levels.values()].includes(level);
  const open = names.filter(({ level }) => level === null);
  // Of four columns of names or more the first three are the levels of the contract.
  const finest = names.length > 3 && levels.size === 0 ? names[2] : finestOf(open);
  if (finest && !isTaken('level3')) levels.set(finest.i, 'level3');
  const third = [...levels].find(([, level]) => level === 'level3')?.[0] ?? Number.POSITIVE_INFINITY;
  for (const { i, merged } of open) {
    if (levels.has(i) || (i > third && !merged)) continue;
    const first = [...levels].find(([, level]) => level === 'level1')?.[0];
    const level = first === undefined ? 'level1' : i > first ? 'level2' : null;
    if (level && !isTaken(level)) levels.set(i, level);
  }
  return levels;
}

/** The column with a name for each row: the one that calls itself so, else the last, unless another names more. */
function finestOf(open: readonly Names[]): Names | undefined {
  const saying = open.filter(({ sure }) => sure === 'name');
  const said = saying.find(({ groups }) => !groups) ?? saying[0];
  const best = open.reduce<Names | undefined>((a, b) => (a && a.distinct > b.distinct ? a : b), undefined);
  return said && best && (best.distinct === said.distinct || !said.merged) ? said : best;
}

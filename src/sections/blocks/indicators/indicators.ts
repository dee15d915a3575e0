import { type Cell, type Draft, type Printed, part } from '../../draft.js';
import type { TableView } from '../../table-view.js';
import { SECTIONS_TOLERANCES } from '../../tolerances.js';
import { labelAndWeight } from '../../vocabulary/label-brackets.js';
import { keyOf } from '../../vocabulary/label-key.js';
import { GOAL_BLOCK, isIndicatorBlock, isSubtotal, SUBTOTAL } from '../../vocabulary/labels.js';
import type { IndicatorColumn } from '../../vocabulary/spellings.js';
import { claimHeader, type Header } from '../column-header.js';
import { belowGroups, type GroupRow, groupRow, isFollowed } from './group-rows.js';
import { type IndicatorTable, readBlockWeight, readIndicatorRow } from './indicator-row.js';
import { NAME_COLUMNS } from './level-columns.js';
import { MergedCells } from './merged-cells.js';

/** Reads the rows of an indicator table below its header. Returns the first row behind it. */
export function readIndicators(
  view: TableView,
  printed: Header<IndicatorColumn>,
  draft: Draft,
  isOtherBlock: (row: number) => boolean,
): number {
  const header = belowGroups(view, printed, isOtherBlock);
  claimHeader(view, header);
  const { side } = header;
  const isBlock = side !== null && (isIndicatorBlock(side.text) || GOAL_BLOCK.has(keyOf(side.text)));
  if (isBlock) readBlockWeight(side, draft);
  const named = side === null || side.text === '' || isBlock ? null : side;
  const isGroup = named !== null && !isGoal(named, header);
  const levels = { level1: isGroup ? named : null, level2: null, level3: null };
  const goal = named && !isGroup ? readGoal(named, draft) : null;
  const merged = new MergedCells();
  let table: IndicatorTable = { view, header, draft, goal, levels, merged };
  const ends = (r: number): boolean =>
    isOtherBlock(r) || isAcrossColumns(view, r, header) || isBesideOther(view, r, header);
  const from = draft.report.indicators.length;
  let row = header.end;
  const groups: Cell[] = [];
  for (; row < view.to; row++) {
    const group = isOtherBlock(row) ? null : groupRow(view, row, header, isOtherBlock);
    if (group) {
      table = readGroup(table, group);
      groups.push(group.name);
      continue;
    }
    if (readSubtotal(table, row)) continue;
    if (isRemark(view, row, header, isOtherBlock)) {
      for (const cell of view.starting(row)) if (cell.text !== '') draft.extra('', cell);
      view.claim(...view.starting(row));
      continue;
    }
    if (ends(row)) break;
    if (view.starting(row).every((cell) => view.isClaimed(cell))) continue;
    readIndicatorRow(table, row);
  }
  merged.mark(draft.report.indicators);
  keepUnused(groups, from, draft);
  const hasGroups =
    groups.length > 0 || isGroup || header.columns.some(({ field }) => field === 'level1' || field === 'level2');
  for (let i = from; !hasGroups && i < draft.report.indicators.length; i++) draft.ungrouped.add(i);
  // Where some are marked as core indicators with a star, all others are ordinary ones.
  const own = draft.report.indicators;
  const hasColumn = header.columns.some(({ field }) => field === 'core');
  if (!hasColumn && own.some((indicator) => indicator.core)) for (const indicator of own) indicator.core ??= false;
  return row;
}

/** Reads a row that names the group of the rows below it: their goal where it says so, else their first level. */
function readGroup(table: IndicatorTable, { name, figures }: GroupRow): IndicatorTable {
  const { view, header, draft, levels } = table;
  view.claimLabel(name, ...view.starting(name.row).filter(({ text }) => text === ''));
  const { text } = labelAndWeight(name.text);
  for (const { cell, label } of figures) draft.extra(`${text} ${label}`, cell);
  view.claim(...view.starting(name.row));
  if (isIndicatorBlock(name.text)) {
    readBlockWeight(name, draft);
    return table;
  }
  if (isGoal(name, header)) return { ...table, goal: readGoal(name, draft) };
  levels.level1 = name;
  levels.level2 = levels.level3 = null;
  return table;
}

/** Whether the name of several rows is that of a goal: beside the groups of its indicators, or by what it says. */
const isGoal = ({ text }: Cell, { columns }: Header<IndicatorColumn>): boolean =>
  columns.some(({ field }) => field === 'level1') && GOAL_NAME.test(text);

/** How the goals are called for each of which a template has a block. */
const GOAL_NAME = /绩效目标|目标[0-9０-９一二三四五六七八九十]|^目标/u;

/** Whether a row among those of the indicators says something about them, across their columns. */
const isRemark = (
  view: TableView,
  row: number,
  header: Header<IndicatorColumn>,
  isOther: (row: number) => boolean,
): boolean => isAcrossColumns(view, row, header) && !isOther(row) && isFollowed(view, row, header, isOther);

/** The name of a group that each of its rows had a better one for is text of the form all the same. */
function keepUnused(groups: readonly Cell[], from: number, draft: Draft): void {
  const used = new Set<unknown>();
  for (let i = from; i < draft.report.indicators.length; i++) {
    for (const field of ['level1', 'goal']) used.add(draft.printed.get(`/indicators/${i}/${field}`)?.places[0]);
  }
  for (const cell of groups) if (!used.has(cell.places[0]) && !isIndicatorBlock(cell.text)) draft.extra('', cell);
}

/** Whether the label of another block stands where the side label of this one has ended. */
function isBesideOther(view: TableView, row: number, header: Header<IndicatorColumn>): boolean {
  const { side } = header;
  if (!side || row < side.row + side.rowSpan) return false;
  const below = view.at(row, side.col);
  return below !== undefined && below.text !== '' && below.colSpan === side.colSpan && !isIndicatorBlock(below.text);
}

/** Whether a text stands across too many columns to be a value of one indicator: the row belongs to the closing part. */
function isAcrossColumns(view: TableView, row: number, header: Header<IndicatorColumn>): boolean {
  return view.starting(row).some((cell) => {
    if (cell.text === '') return false;
    const under = header.columns.filter((c) => c.col >= cell.col && c.col < cell.col + cell.colSpan);
    return under.filter((c) => c.field !== null).length > SECTIONS_TOLERANCES.mergedColumns;
  });
}

/** The label of a block that is repeated per goal. The contract has no key for its weight. */
function readGoal(side: Cell, draft: Draft): Printed {
  const { text, weight } = labelAndWeight(side.text);
  const isSaid = Object.hasOwn(draft.report.extra, text);
  if (weight !== null && !isSaid)
    draft.extra(text, part(side, side.text.slice(text.length).replace(/[\s()（）:：]/gu, '')));
  return part(side, text);
}

/**
 * Reads a row that adds up a group of indicators: its numbers are kept in `extra`, under the group's name. False where
 * the row does something else.
 */
function readSubtotal({ view, header, draft, levels }: IndicatorTable, row: number): boolean {
  const label = view.starting(row).find(({ text }) => isSubtotal(text));
  const column = header.columns.find((c) => c.col === label?.col && c.field !== null && NAME_COLUMNS.includes(c.field));
  if (!label || !column) return false;
  const { level1 } = levels;
  const isOfGroup = level1 !== null && (label.col > level1.col || level1.colSpan > 1);
  const group = isOfGroup && SUBTOTAL.has(keyOf(label.text)) ? labelAndWeight(level1.text).text : '';
  const numbers = view.starting(row).filter((cell) => cell.col > label.col && cell.text !== '');
  const text = numbers.map((cell) => cell.text).join(' ');
  draft.extra(`${group}${label.text}`, { text, places: numbers.flatMap((cell) => cell.places) });
  view.claimLabel(label);
  view.claim(...numbers);
  return true;
}

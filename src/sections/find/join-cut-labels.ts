import type { Cell, Table } from '../../layout/layout-types.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';
import { labelAndWeight } from '../vocabulary/label-brackets.js';
import { keyOf } from '../vocabulary/label-key.js';
import { FUND_BLOCK, GOAL_BLOCK, isIndicatorBlock, LEVEL } from '../vocabulary/labels.js';

/**
 * A label beside several rows that a page break cut: its text stands in the lower piece alone, or its words are parted
 * (绩效 above, 指标 below, or 标指 above 效绩 where they are read upward). Geometry cannot tell such pieces from two cells; the vocabulary can. Returns the table with one
 * cell for both pieces.
 */
export function joinCutLabels(table: Table): Table {
  if (table.places.length < 2) return table;
  const cells = [...table.cells];
  for (const lower of table.cells) {
    if (lower.text === '') continue;
    const i = cells.findIndex((cell) => isCutAbove(cell, lower));
    const upper = cells[i];
    if (!upper || !isOneLabel(upper, lower, table)) continue;
    cells[i] = {
      ...upper,
      rowSpan: upper.rowSpan + lower.rowSpan,
      text: upper.text + lower.text,
      places: [...upper.places, ...lower.places],
    };
    cells.splice(cells.indexOf(lower), 1);
  }
  return cells.length === table.cells.length ? table : { ...table, cells };
}

const isAbove = (upper: Cell, lower: Cell): boolean =>
  upper.row + upper.rowSpan === lower.row && upper.col === lower.col && upper.colSpan === lower.colSpan;

const isCutAbove = (upper: Cell, lower: Cell): boolean =>
  isAbove(upper, lower) && (upper.places.at(-1)?.page ?? 0) < (lower.places[0]?.page ?? 0);

function isOneLabel(upper: Cell, lower: Cell, table: Table): boolean {
  if (isOpen(upper.text)) return CLOSING.test(lower.text);
  if (upper.text !== '') return BRACKETS.test(lower.text) || isBlockOrLevel(upper.text + lower.text);
  return (isGroup(lower.text) || isSide(lower)) && !leavesNamesOut(table, upper);
}

/** The end of a label whose bracket was opened above: 分）. */
const CLOSING = /^[^（(]*[）)]([（(][^（()）]*[）)])*$/u;
/** Brackets alone: （20分）, （万元）（20分）. */
const BRACKETS = /^([（(][^（()）]*[）)])+$/u;
const isOpen = (text: string): boolean => /[（(][^（()）]*$/u.test(text);

function isBlockOrLevel(text: string): boolean {
  const key = keyOf(text);
  return LEVEL.has(key) || isIndicatorBlock(text) || GOAL_BLOCK.has(key) || FUND_BLOCK.has(key);
}

const isGroup = (text: string): boolean =>
  LEVEL.has(keyOf(text)) || /指标$/u.test(keyOf(text)) || labelAndWeight(text).weight !== null;

/** A short label in the first column names a block. */
const isSide = ({ col, text }: Cell): boolean =>
  col === 0 && text.length <= SECTIONS_TOLERANCES.unknownLabelLength && !/\d/u.test(text);

/** Whether the column has other blank cells under the name of a group: such a template prints a name once, unmerged. */
function leavesNamesOut({ cells }: Table, blank: Cell): boolean {
  const column = cells.filter((cell) => cell.col === blank.col && cell.colSpan === blank.colSpan && cell !== blank);
  return column.some((cell) => cell.text === '' && column.some((above) => isAbove(above, cell) && isGroup(above.text)));
}

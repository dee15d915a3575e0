import type { Box, Place } from '../../geometry/box.js';
import { turnBack } from '../../geometry/turn.js';
import { doubtsOf } from '../doubts.js';
import type { Cell, Doubt, PageCell, PageLayout, PageTable, Table } from '../layout-types.js';
import { textOf } from '../lines.js';

/** A cell while its table is put together from pages. */
export interface OpenCell extends PageCell {
  readonly places: readonly Place[];
  readonly doubts: readonly Doubt[];
}

/** A table while it is put together from pages. */
export interface OpenTable {
  readonly columnsFrom: PageTable['columnsFrom'];
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly OpenCell[];
  readonly places: readonly Place[];
  /** The page on which it stands last, and its lower edge there. */
  readonly page: PageLayout;
  readonly bottom: number;
}

export const placeOf = (box: Box, page: PageLayout): Place => ({ page: page.page, bbox: turnBack(box, page.turn) });

export function openTable(table: PageTable, page: PageLayout): OpenTable {
  return {
    columnsFrom: table.columnsFrom,
    xs: table.xs,
    rows: table.ys.length - 1,
    cells: table.cells.map((cell) => ({ ...cell, places: [placeOf(cell.bbox, page)], doubts: doubtsOf(cell) })),
    places: [placeOf(table.bbox, page)],
    page,
    bottom: table.bbox.y1,
  };
}

export function toTable(open: OpenTable): Table {
  const cells = open.cells.map((cell): Cell => {
    const { doubts } = cell;
    return {
      row: cell.row,
      col: cell.col,
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      text: textOf(cell),
      places: cell.places,
      ...(doubts.length > 0 ? { doubts } : {}),
    };
  });
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  return {
    kind: 'table',
    columnsFrom: open.columnsFrom,
    rows: open.rows,
    cols: open.xs.length - 1,
    cells,
    places: open.places,
  };
}

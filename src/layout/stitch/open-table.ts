import type { Box, Place } from '../../geometry/box.js';
import { turnBack } from '../../geometry/turn.js';
import { doubtsOf } from '../doubts.js';
import type { Cell, Doubt, Line, PageLayout, PageTable, Table } from '../layout-types.js';
import { textOf } from '../lines.js';
import { STITCH_TOLERANCES as TOL } from './tolerances.js';

/** A boundary between columns, shared by the cells beside it, so that a table may grow without counting them anew. */
export interface Bound {
  /** Where it stands on the last page, in points. */
  x: number;
  /** Where it may stand just as well: a drawn line is where it is, one between texts anywhere between these. */
  lo: number;
  hi: number;
}

/** A cell while its table is put together from pages. */
export interface OpenCell {
  row: number;
  rowSpan: number;
  from: Bound;
  to: Bound;
  openBottom: boolean;
  readonly openLeft: boolean;
  openRight: boolean;
  /** Where its last piece stands. */
  bbox: Box;
  readonly lines: Line[];
  readonly places: Place[];
  doubts: readonly Doubt[];
}

/** A table while it is put together from pages. It grows in place: what is done for a page must not depend on how many there were. */
export interface OpenTable {
  readonly columnsFrom: PageTable['columnsFrom'];
  bounds: Bound[];
  /** The cells that begin in each row, from left to right. */
  readonly rows: OpenCell[][];
  /** Those that reach its last row. */
  bottom: OpenCell[];
  readonly places: Place[];
  /** The sheet on which it stands last, and where it begins and ends there. */
  sheet: PageLayout;
  y0: number;
  y1: number;
  /** The boundaries of its rows on its first sheet, and its edges on the last one to its right. */
  readonly ys: readonly number[];
  left: number;
  right: number;
}

export const placeOf = (box: Box, page: PageLayout): Place => ({ page: page.page, bbox: turnBack(box, page.turn) });

export function openTable(table: PageTable, sheet: PageLayout): OpenTable {
  const bounds = boundsOf(table);
  const rows: OpenCell[][] = table.ys.slice(1).map(() => []);
  const bottom: OpenCell[] = [];
  for (const cell of table.cells) {
    const { row, col, rowSpan, colSpan, bbox, lines, openBottom } = cell;
    const open: OpenCell = {
      row,
      rowSpan,
      from: bounds[col] as Bound,
      to: bounds[col + colSpan] as Bound,
      openBottom,
      openLeft: cell.openLeft ?? false,
      openRight: cell.openRight ?? false,
      bbox,
      lines: [...lines],
      places: [placeOf(bbox, sheet)],
      doubts: doubtsOf(cell),
    };
    rows[row]?.push(open);
    if (row + rowSpan === rows.length) bottom.push(open);
  }
  const { bbox } = table;
  return {
    columnsFrom: table.columnsFrom,
    bounds,
    rows,
    bottom,
    places: [placeOf(bbox, sheet)],
    sheet,
    y0: bbox.y0,
    y1: bbox.y1,
    ys: table.ys,
    left: bbox.x0,
    right: bbox.x1,
  };
}

/** The boundaries of a table, those between texts with the room that they have. */
function boundsOf({ xs, cells, columnsFrom }: PageTable): Bound[] {
  if (columnsFrom === 'rulings') return xs.map((x) => ({ x, lo: x, hi: x }));
  const bounds = xs.map((x): Bound => ({ x, lo: -Infinity, hi: Infinity }));
  for (const { col, colSpan, lines } of cells) {
    const [from, to] = [bounds[col] as Bound, bounds[col + colSpan] as Bound];
    for (const { box } of lines) {
      from.hi = Math.min(from.hi, Math.max(from.x, box.x0));
      to.lo = Math.max(to.lo, Math.min(to.x, box.x1));
    }
  }
  for (const [i, bound] of bounds.entries()) {
    const room = (at: number | undefined): number => Math.abs((at ?? bound.x) - bound.x) * TOL.looseEdge;
    bound.lo = Math.max(bound.lo, bound.x - room(xs[i - 1] ?? xs[i + 1]));
    bound.hi = Math.min(bound.hi, bound.x + room(xs[i + 1] ?? xs[i - 1]));
  }
  return bounds;
}

export function toTable(open: OpenTable): Table {
  const index = new Map(open.bounds.map((bound, i) => [bound, i]));
  const cells = open.rows.flatMap((row) =>
    row.map((cell): Cell => {
      const col = index.get(cell.from) as number;
      const { doubts } = cell;
      return {
        row: cell.row,
        col,
        rowSpan: cell.rowSpan,
        colSpan: (index.get(cell.to) as number) - col,
        text: textOf(cell),
        places: cell.places,
        ...(doubts.length > 0 ? { doubts } : {}),
      };
    }),
  );
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  return {
    kind: 'table',
    columnsFrom: open.columnsFrom,
    rows: open.rows.length,
    cols: open.bounds.length - 1,
    cells,
    places: open.places,
  };
}

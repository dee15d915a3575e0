import type { Block, Cell, Table, TextLine } from '../../src/layout/layout-types.js';

/** A cell as text, or as [text, columns, rows] where it is merged. */
export type Written = string | readonly [text: string, colSpan: number, rowSpan?: number];

/** A table from rows of cells, as HTML has them: a cell takes the next free places. */
export function table(rows: readonly (readonly Written[])[], page = 1): Table {
  const taken = new Set<string>();
  const cells: Cell[] = [];
  let cols = 0;
  for (const [row, written] of rows.entries()) {
    let col = 0;
    for (const cell of written) {
      while (taken.has(`${row} ${col}`)) col++;
      const [text, colSpan, rowSpan = 1] = typeof cell === 'string' ? ([cell, 1] as const) : cell;
      for (let r = row; r < row + rowSpan; r++) for (let c = col; c < col + colSpan; c++) taken.add(`${r} ${c}`);
      const bbox = { x0: col * 10, y0: row * 10, x1: (col + colSpan) * 10, y1: (row + rowSpan) * 10 };
      cells.push({ row, col, rowSpan, colSpan, text, places: [{ page, bbox }] });
      col += colSpan;
      cols = Math.max(cols, col);
    }
  }
  const bbox = { x0: 0, y0: 0, x1: cols * 10, y1: rows.length * 10 };
  return { kind: 'table', columnsFrom: 'rulings', rows: rows.length, cols, cells, places: [{ page, bbox }] };
}

export const line = (text: string, page = 1, size = 10): TextLine => ({
  kind: 'line',
  text,
  size,
  running: false,
  place: { page, bbox: { x0: 0, y0: 0, x1: 100, y1: 10 } },
});

export type { Block };

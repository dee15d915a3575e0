import { midX, midY, union } from '../../geometry/box.js';
import { cellFinder } from '../../grid/cells.js';
import type { Line, PageCell, PageTable } from '../layout-types.js';
import { textOf } from '../lines.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';

/**
 * Tables with the text of those that stand in their cells: a table in a cell is what the cell says, row by row, and a table of its
 * own. From the smallest to the largest.
 */
export function withNested(tables: readonly PageTable[]): PageTable[] {
  const all = [...tables];
  const finders = new Map<number, ReturnType<typeof cellFinder<PageCell>>>();
  for (const [i, inner] of tables.entries()) {
    for (let k = i + 1; k < all.length; k++) {
      const outer = all[k] as PageTable;
      if (!isInside(inner, outer)) continue;
      // Spans stay as they are, whatever lines the cells get.
      const find = finders.get(k) ?? cellFinder(tables[k] as PageTable);
      finders.set(k, find);
      const { row, col } = find(midX(inner.bbox), midY(inner.bbox)) ?? {};
      const at = outer.cells.findIndex((cell) => cell.row === row && cell.col === col);
      const cell = outer.cells[at];
      if (!cell || !isInside(inner, cell)) continue;
      const lines = [...cell.lines, ...rowLines(all[i] as PageTable)].sort((a, b) => midY(a.box) - midY(b.box));
      all[k] = { ...outer, cells: outer.cells.with(at, { ...cell, lines }) };
      break;
    }
  }
  return all;
}

function isInside({ bbox: a }: Pick<PageTable, 'bbox'>, { bbox: b }: Pick<PageTable, 'bbox'>): boolean {
  const { touching } = TOL;
  return a.x0 > b.x0 - touching && a.x1 < b.x1 + touching && a.y0 > b.y0 - touching && a.y1 < b.y1 + touching;
}

/** The text of each row of a table as a line, with a space behind it: rows are no wrapped text. */
function rowLines(table: PageTable): Line[] {
  const rows = new Map<number, PageCell[]>();
  for (const cell of table.cells) {
    if (cell.lines.length === 0) continue;
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows.values()].flatMap((cells) => {
    const lines = cells.flatMap((cell) => cell.lines);
    const box = union(lines.map((line) => line.box));
    const text = `${cells.map(textOf).join(' ')} `;
    return box ? [{ text, box, size: Math.max(...lines.map((line) => line.size)) }] : [];
  });
}

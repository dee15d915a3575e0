import type { Cell } from '../../../layout/layout-types.js';
import type { Title } from '../../vocabulary/titles.js';
import { readTitle } from '../../vocabulary/titles.js';

/** The title in a row that holds nothing else. */
export function titleIn(cells: readonly Cell[]): (Title & { cell: Cell }) | null {
  const filled = cells.filter((cell) => cell.text !== '');
  const cell = filled[0];
  const title = filled.length === 1 && cell ? readTitle(cell.text) : null;
  return title && cell ? { cell, ...title } : null;
}

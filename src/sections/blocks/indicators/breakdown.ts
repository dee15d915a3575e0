import type { Cell } from '../../draft.js';
import type { TableView } from '../../table-view.js';

/**
 * The name of a row that breaks another one down, where 其中： stands in a cell of its own in front of it: it belongs to the
 * row that it stands in, and only names the group where it is merged over several.
 */
export function nameCell(view: TableView, row: number, cell: Cell): Cell {
  const name = /^其中[:：]?$/u.test(cell.text) ? view.at(row, cell.col + cell.colSpan) : undefined;
  if (name?.row !== row || name.text === '') return cell;
  view.claimLabel(cell);
  view.claim(name);
  if (cell.rowSpan > name.rowSpan) return name;
  return { ...name, text: `${cell.text}${name.text}`, places: [...cell.places, ...name.places] };
}

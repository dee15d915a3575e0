import { midY } from '../../geometry/box.js';
import type { Line, PageCell, PageTable } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';

/** Dots that lead to a text, and those that come from one. */
const LEADING = /^[.·…‥․⋯\s]+(?=[^.·…‥․⋯\s])/u;
const TRAILING = /[.·…‥․⋯]{2}\s*$/u;

/** A table without the dots in front of a text that go on from those behind the text to its left: leaders run over borders. */
export function withoutLeaders(table: PageTable): PageTable {
  const isLed = (line: Line): boolean => LEADING.test(line.text);
  if (!table.cells.some(({ lines }) => lines.some(isLed))) return table;
  const ends = new Map<string, PageCell>();
  for (const cell of table.cells) ends.set(`${cell.row} ${cell.col + cell.colSpan}`, cell);
  const cells = table.cells.map((cell): PageCell => {
    const left = ends.get(`${cell.row} ${cell.col}`);
    if (!left || !cell.lines.some(isLed)) return cell;
    const comes = (line: Line): boolean =>
      left.lines.some(
        (other) => TRAILING.test(other.text) && Math.abs(midY(other.box) - midY(line.box)) < TOL.sameRow * line.size,
      );
    const lines = cell.lines.map((line) =>
      isLed(line) && comes(line) ? { ...line, text: line.text.replace(LEADING, '') } : line,
    );
    return { ...cell, lines };
  });
  return { ...table, cells };
}

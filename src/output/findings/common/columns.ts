import { displayWidth } from '../../../text/display-width.js';

/** A longer cell is not waited for: what follows it stands further to the right. */
const WIDEST = 80;

/** For each column the width that its cells are to be padded to. */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, Math.min(displayWidth(cell), WIDEST));
    });
  }
  return widths;
}

/** The letters of a column, 0-based: `A`, `Z`, `AA`. */
export function columnLetters(column: number): string {
  const above = Math.floor(column / 26);
  return (above > 0 ? columnLetters(above - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** The address of a cell, 0-based: `A1`. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

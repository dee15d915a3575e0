/** Rows of cells as they are drawn: each from one share of the table's width to another, over so many rows. */

export const cell = (text, from, to, rows = 1) => ({ text, from, to, rows });

/** Texts that share a stretch of the width evenly; null belongs to the one before it. */
export function spread(texts, from = 0, to = 1) {
  const at = (i) => from + ((to - from) * i) / texts.length;
  return texts.flatMap((text, i) => {
    if (text === null) return [];
    const next = texts.findIndex((other, k) => k > i && other !== null);
    return [cell(text, at(i), at(next < 0 ? texts.length : next))];
  });
}

/** How wide a label is that stands beside a block. */
export const SIDE = 0.1;

/** Rows with a label beside all of them. Those rows begin behind {@link SIDE}. */
export const beside = (label, rows) => [[cell(label, 0, SIDE, rows.length), ...rows[0]], ...rows.slice(1)];

/** So many columns tell all cells of a table apart. */
function columnsOf(rows, isFree) {
  const borders = rows.flat().flatMap(({ from, to }) => [from, to]);
  const isParted = (count) =>
    rows.flat().every(({ from, to }) => Math.round(to * count) > Math.round(from * count)) &&
    rows.every((row) =>
      row.every((one, i) => i === 0 || Math.round(one.from * count) >= Math.round(row[i - 1].to * count)),
    );
  if (!isFree) for (let count = 2; count < 60; count++) if (isParted(count)) return count;
  return borders.length > 0 ? 840 : 1;
}

/**
 * A table on a grid: rows of cells with their column and spans. Free, each row is cut as it likes; else rows keep to the columns of
 * the others where they nearly do, as in a worksheet.
 */
export function gridOf(rows, isFree = false) {
  const count = columnsOf(rows, isFree);
  const at = (share) => Math.round(share * count);
  const borders = [...new Set(rows.flat().flatMap(({ from, to }) => [at(from), at(to)]))].sort((a, b) => a - b);
  const index = new Map(borders.map((border, i) => [border, i]));
  const cells = rows.flatMap((row, r) =>
    row.map(({ text, from, to, rows: rowSpan }) => {
      const col = index.get(at(from));
      return { row: r, col, rowSpan, colSpan: index.get(at(to)) - col, text };
    }),
  );
  const widths = borders.slice(1).map((border, i) => (border - borders[i]) / count);
  return { rows: rows.length, cols: widths.length, widths, cells };
}

/** Where a grid has no cell, or two. */
export function faultsOf({ rows, cols, cells }) {
  const taken = new Map();
  for (const { row, col, rowSpan, colSpan } of cells)
    for (let r = row; r < row + rowSpan; r++)
      for (let c = col; c < col + colSpan; c++) taken.set(`${r} ${c}`, (taken.get(`${r} ${c}`) ?? 0) + 1);
  const faults = [...taken].filter(([, times]) => times > 1).map(([place]) => `two cells at ${place}`);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) if (!taken.has(`${r} ${c}`)) faults.push(`no cell at ${r} ${c}`);
  return faults;
}

/** The parts of a form as the layout would hand them on. */
export const blocksOf = (parts, page) =>
  parts.map((part) => {
    if (part.text !== undefined) {
      const place = { page, bbox: { x0: 0, y0: 0, x1: 100, y1: 10 } };
      return { kind: 'line', text: part.text, size: part.size, running: false, place };
    }
    const { rows, cols, cells } = part.grid;
    const box = (x0, y0, x1, y1) => [{ page, bbox: { x0: x0 * 10, y0: y0 * 10, x1: x1 * 10, y1: y1 * 10 } }];
    return {
      ...{ kind: 'table', columnsFrom: 'rulings', rows, cols, places: box(0, 0, cols, rows) },
      cells: cells.map(({ row, col, rowSpan, colSpan, text }) => ({
        ...{ row, col, rowSpan, colSpan, text: asRead(text) },
        places: box(col, row, col + colSpan, row + rowSpan),
      })),
    };
  });

/** Breaks that a form sets in its labels are gone when a table has been read. */
const asRead = (text) => text.replaceAll('\n', '');

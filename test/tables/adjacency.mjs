/**
 * How well tables were read, as the ICDAR 2013 table competition counts it (Göbel, Hassan, Oro, Orsi): each cell with text
 * and its nearest neighbour with text, to the right and below. White space does not count, blank cells are passed over.
 */

/** @typedef {{ row: number, col: number, rowSpan: number, colSpan: number, text: string }} Cell */

/** Dots that lead from a label to its number are no text. */
const bare = (text) => text.replace(/\s+/gu, '').replace(/[.·…]{5,}/gu, '');

/** The cells of rows as they are written down: a string or `{ text, rowSpan, colSpan }`; what a span covers is left out. */
export function cellsOf(rows) {
  const taken = new Set();
  return rows.flatMap((row, r) => {
    let col = 0;
    return row.map((written) => {
      const { text, rowSpan = 1, colSpan = 1 } = typeof written === 'string' ? { text: written } : written;
      while (taken.has(`${r},${col}`)) col += 1;
      const cell = { row: r, col, rowSpan, colSpan, text };
      for (const at of covered(cell)) taken.add(at);
      return cell;
    });
  });
}

function covered({ row, col, rowSpan, colSpan }) {
  const places = [];
  for (let r = row; r < row + rowSpan; r++) for (let c = col; c < col + colSpan; c++) places.push(`${r},${c}`);
  return places;
}

/**
 * The neighbours in a table, each once, as `direction from to`. A cell over several rows has a neighbour in each of them.
 * @param {readonly Cell[]} cells
 * @returns {string[]}
 */
export function relations(cells) {
  const at = new Map(cells.flatMap((cell) => covered(cell).map((place) => [place, cell])));
  const rows = Math.max(0, ...cells.map((cell) => cell.row + cell.rowSpan));
  const cols = Math.max(0, ...cells.map((cell) => cell.col + cell.colSpan));
  const filled = (row, col) => {
    const cell = at.get(`${row},${col}`);
    return cell && bare(cell.text) !== '' ? cell : undefined;
  };
  return cells
    .filter((cell) => bare(cell.text) !== '')
    .flatMap((cell) => {
      const right = new Set();
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        let col = cell.col + cell.colSpan;
        while (col < cols && !filled(row, col)) col += 1;
        right.add(filled(row, col));
      }
      const below = new Set();
      for (let col = cell.col; col < cell.col + cell.colSpan; col++) {
        let row = cell.row + cell.rowSpan;
        while (row < rows && !filled(row, col)) row += 1;
        below.add(filled(row, col));
      }
      const named = (direction, neighbours) =>
        [...neighbours].flatMap((to) => (to ? [JSON.stringify([direction, bare(cell.text), bare(to.text)])] : []));
      return [...named('right', right), ...named('below', below)];
    });
}

/**
 * Counts of one document: what both say, what is there, what was found. A relation that is there twice must be found twice.
 * @param {readonly (readonly Cell[])[]} expected
 * @param {readonly (readonly Cell[])[]} found
 */
export function compare(expected, found) {
  const wanted = expected.flatMap(relations);
  const got = found.flatMap(relations);
  const left = new Map();
  for (const relation of wanted) left.set(relation, (left.get(relation) ?? 0) + 1);
  const wrong = [];
  for (const relation of got) {
    const count = left.get(relation) ?? 0;
    if (count === 0) wrong.push(relation);
    else left.set(relation, count - 1);
  }
  const missed = [...left].flatMap(([relation, count]) => Array.from({ length: count }, () => relation));
  return { right: got.length - wrong.length, expected: wanted.length, found: got.length, missed, wrong };
}

/** Precision, recall and F1 over the counts of documents. Where nothing is expected and nothing found, all are 1. */
export function pooled(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const [right, expected, found] = [sum('right'), sum('expected'), sum('found')];
  const precision = found === 0 ? Number(expected === 0) : right / found;
  const recall = expected === 0 ? Number(found === 0) : right / expected;
  const f1 = expected + found === 0 ? 1 : (2 * right) / (expected + found);
  return { precision, recall, f1 };
}

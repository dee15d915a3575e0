import fc from 'fast-check';
import type { Glyph, PageContent, Ruling } from '../../src/reader/reader-types.js';

/** A cell of a generated table. */
export interface Plan {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

export interface TablePlan {
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly Plan[];
}

const COL = 90;
const ROW = 40;
const LEFT = 50;
const TOP = 60;
const SIZE = 9;

/** Tables with random merged cells that always fit together: unit cells, some of them grown to the right and down. */
export const tablePlan: fc.Arbitrary<TablePlan> = fc
  .record({
    rows: fc.integer({ min: 2, max: 7 }),
    cols: fc.integer({ min: 2, max: 5 }),
    grow: fc.array(fc.tuple(fc.nat(6), fc.nat(4), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })), {
      maxLength: 4,
    }),
    texts: fc.array(fc.stringMatching(/^[项目资金年度指标值得分0-9]{1,14}$/), { minLength: 35, maxLength: 35 }),
  })
  .map(({ rows, cols, grow, texts }) => {
    const owner = Array.from({ length: rows }, () => new Array<number>(cols).fill(-1));
    const cells: Plan[] = [];
    const put = (row: number, col: number, rowSpan: number, colSpan: number): void => {
      const id = cells.length;
      for (let r = row; r < row + rowSpan; r++)
        for (let c = col; c < col + colSpan; c++) (owner[r] as number[])[c] = id;
      cells.push({ row, col, rowSpan, colSpan, text: texts[id % texts.length] as string });
    };
    for (const [row, col, rowSpan, colSpan] of grow) {
      const fits = row + rowSpan <= rows && col + colSpan <= cols && rowSpan * colSpan < rows * cols;
      const free =
        fits && owner.slice(row, row + rowSpan).every((line) => line.slice(col, col + colSpan).every((o) => o < 0));
      // A merged cell over a whole row or column would remove a grid line that nothing else shows.
      if (free && rowSpan < rows && colSpan < cols) put(row, col, rowSpan, colSpan);
    }
    for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) if ((owner[r] as number[])[c] === -1) put(r, c, 1, 1);
    cells.sort((a, b) => a.row - b.row || a.col - b.col);
    return { rows, cols, cells };
  })
  // Every inner grid line must be drawn somewhere, or the grid read back has fewer lines.
  .filter(({ rows, cols, cells }) => {
    const starts = (key: 'row' | 'col', n: number): boolean => cells.some((c) => c[key] === n);
    return (
      Array.from({ length: rows }, (_, r) => starts('row', r)).every(Boolean) &&
      Array.from({ length: cols }, (_, c) => starts('col', c)).every(Boolean)
    );
  });

/** Draws each cell with its own four borders and its text wrapped inside, one glyph per character. */
export function draw(plan: TablePlan): PageContent {
  const rulings: Ruling[] = [];
  const glyphs: Glyph[] = [];
  for (const cell of plan.cells) {
    const x0 = LEFT + cell.col * COL;
    const x1 = x0 + cell.colSpan * COL;
    const y0 = TOP + cell.row * ROW;
    const y1 = y0 + cell.rowSpan * ROW;
    rulings.push(
      { axis: 'h', at: y0, from: x0, to: x1, width: 0.5 },
      { axis: 'h', at: y1, from: x0, to: x1, width: 0.5 },
      { axis: 'v', at: x0, from: y0, to: y1, width: 0.5 },
      { axis: 'v', at: x1, from: y0, to: y1, width: 0.5 },
    );
    const perLine = Math.floor((COL * cell.colSpan - 6) / SIZE);
    for (const [i, text] of [...cell.text].entries()) {
      const x = x0 + 3 + (i % perLine) * SIZE;
      const y = y0 + 3 + Math.floor(i / perLine) * SIZE * 1.3;
      glyphs.push({ text, box: { x0: x, y0: y, x1: x + SIZE, y1: y + SIZE }, size: SIZE, angle: 0, vertical: false });
    }
  }
  return { number: 1, width: 595, height: 842, glyphs, rulings, edges: [], images: [], unreadableGlyphs: 0 };
}

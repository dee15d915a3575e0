import type { Cell, Table } from '../layout/layout-types.js';

/**
 * Rows `from` up to, not including, `to` of a table, with the questions that the sections ask of it, and a record of what
 * has been read: a block claims its cells, labels included, so that no later block takes them. The order of the blocks is
 * that of `readTable`.
 */
export class TableView {
  readonly table: Table;
  readonly from: number;
  readonly to: number;
  /** The cell at each position, row after row. */
  private readonly owner: (Cell | undefined)[];
  /** The cells that start in each row: every block asks for them again and again. */
  private readonly begun: Cell[][];
  private readonly claimed = new Set<Cell>();
  private readonly labels = new Set<Cell>();

  constructor(table: Table, from = 0, to = table.rows) {
    this.table = table;
    this.from = from;
    this.to = to;
    this.owner = new Array(table.rows * table.cols);
    this.begun = Array.from({ length: table.rows }, () => []);
    for (const cell of table.cells) {
      this.begun[cell.row]?.push(cell);
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        for (let col = cell.col; col < cell.col + cell.colSpan; col++) this.owner[row * table.cols + col] = cell;
      }
    }
  }

  /** The cell that covers a position, whichever row it starts in. */
  at(row: number, col: number): Cell | undefined {
    if (row < this.from || row >= this.to || col < 0 || col >= this.table.cols) return undefined;
    return this.owner[row * this.table.cols + col];
  }

  /** The cells that start in a row, from left to right. */
  starting(row: number): readonly Cell[] {
    return row >= this.from && row < this.to ? (this.begun[row] ?? []) : [];
  }

  /** All cells that a row goes through, from left to right. */
  covering(row: number): Cell[] {
    const cells: Cell[] = [];
    for (let col = 0; col < this.table.cols; ) {
      const cell = this.at(row, col);
      if (cell) cells.push(cell);
      col = cell ? cell.col + cell.colSpan : col + 1;
    }
    return cells;
  }

  /** The cell to the right. Where columns come from the text, gaps look like empty cells and are passed over. */
  right(cell: Cell): Cell | undefined {
    let next = this.at(cell.row, cell.col + cell.colSpan);
    while (next && next.text === '' && this.table.columnsFrom === 'text') {
      next = this.at(cell.row, next.col + next.colSpan);
    }
    return next;
  }

  below(cell: Cell): Cell | undefined {
    return this.at(cell.row + cell.rowSpan, cell.col);
  }

  /** Marks cells as read. */
  claim(...cells: (Cell | undefined)[]): void {
    for (const cell of cells) if (cell) this.claimed.add(cell);
  }

  /** Marks cells as read that name others: what they say is no value. */
  claimLabel(...cells: (Cell | undefined | null)[]): void {
    for (const cell of cells) {
      if (!cell) continue;
      this.claimed.add(cell);
      this.labels.add(cell);
    }
  }

  isClaimed(cell: Cell): boolean {
    return this.claimed.has(cell);
  }

  isLabel(cell: Cell): boolean {
    return this.labels.has(cell);
  }
}

/** Keeps the answers to a question about a row that several blocks ask. The answer must not depend on what is claimed. */
export function keptByRow<T>(answer: (view: TableView, row: number) => T): (view: TableView, row: number) => T {
  const kept = new WeakMap<TableView, (T | undefined)[]>();
  return (view, row) => {
    let answers = kept.get(view);
    if (!answers) {
      answers = [];
      kept.set(view, answers);
    }
    let own = answers[row];
    if (own === undefined) {
      own = answer(view, row);
      answers[row] = own;
    }
    return own;
  };
}

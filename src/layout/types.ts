import type { Place } from '../geometry.js';

/** A cell of a table. Sparse: a merged cell stands once, at its top left, with its spans. */
export interface Cell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Wrapped lines joined by the text rules of the contract; empty string for an empty cell. */
  readonly text: string;
  /** One place per piece: a cell that goes on over a page break has two. */
  readonly places: readonly Place[];
}

/** A table with its cells in row-major order. Over pages it is one table. */
export interface Table {
  readonly kind: 'table';
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly Cell[];
  readonly places: readonly Place[];
}

/** A line of running text outside of any table. */
export interface TextLine {
  readonly kind: 'line';
  readonly text: string;
  readonly place: Place;
}

/** The parts of a document in reading order. */
export type Block = Table | TextLine;

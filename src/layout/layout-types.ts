import type { Box, Place } from '../geometry/box.js';
import type { Turn } from '../geometry/turn.js';
import type { Grid, GridCell, RuledCell } from '../grid/grid-types.js';
import type { Aside, AsideReason } from '../reader/reader-types.js';

/**
 * Why the text of a cell may be another than it says: characters stand on each other (`overprinted`), a border runs between
 * characters of one run (`cut`), numbers that are whole stand under each other (`stacked`), a smaller digit stands raised
 * behind another (`raised`), a part of the text cannot be seen (`half`), or a wide gap stands where other rows or columns
 * have a border (`joined`).
 */
export type Doubt = 'overprinted' | 'cut' | 'stacked' | 'raised' | 'half' | 'joined';

/** A printed line of text. */
export interface Line {
  /**
   * Normalised; printed white space at its ends is kept, since it tells how to join lines. While a page is laid out, characters
   * stand as they are seen, from left to right; then Hebrew and Arabic as they are typed.
   */
  readonly text: string;
  readonly box: Box;
  /** Size of its largest glyph in points. */
  readonly size: number;
  /** What is doubtful about its characters alone. */
  readonly doubts?: readonly Doubt[];
  /** Wide gaps between its characters, along the line: where each begins and ends. */
  readonly gaps?: readonly (readonly [number, number])[];
}

/** A cell on one page with the lines that stand in it. */
export interface PageCell extends RuledCell {
  readonly bbox: Box;
  readonly lines: readonly Line[];
  /** A run of its text goes on in the cell beside it. */
  readonly cut?: true;
  /** Numbers stand under each other in it, and as many in others of its row. */
  readonly stacked?: true;
  /** A gap in its text stands where the rows above and below, or the columns beside, have a border. */
  readonly joined?: true;
}

/** A table on one page, in the upright frame of the page. */
export interface PageTable {
  readonly columnsFrom: Grid['columnsFrom'];
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly bbox: Box;
  readonly cells: readonly PageCell[];
}

/**
 * What stands on one page: tables, and the lines of text outside of them, both in reading order. Coordinates are those
 * of the page turned upright; `turn` leads back to the page as it is seen.
 */
export interface PageLayout {
  readonly page: number;
  /** Size of the upright page in points. */
  readonly width: number;
  readonly height: number;
  /**
   * The part of the page that it is: the whole page, or one of the sheets that are printed beside one another on it. These follow
   * each other in the order of reading, each with the number of the page.
   */
  readonly frame: Box;
  readonly turn: Turn;
  readonly tables: readonly PageTable[];
  /** Ruled columns, each by itself: text in boxes, unless their rows are those of a table on a sheet before. Their text is also in `lines`. */
  readonly strips?: readonly PageTable[];
  readonly lines: readonly Line[];
  /** Text that is left out on purpose. */
  readonly aside: readonly Aside[];
  /** Boxes of the images on it. */
  readonly images: readonly Box[];
}

/** A cell of a table. Sparse: a merged cell stands once, at its top left, with its spans. */
export interface Cell extends GridCell {
  /** Wrapped lines joined by the text rules of the contract; empty string for an empty cell. */
  readonly text: string;
  /** One place per piece: a cell that goes on over a page break has two. */
  readonly places: readonly Place[];
  /** Left out where there is none. */
  readonly doubts?: readonly Doubt[];
}

/** A table with its cells in row-major order. Over pages it is one table. */
export interface Table {
  readonly kind: 'table';
  readonly columnsFrom: Grid['columnsFrom'];
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly Cell[];
  readonly places: readonly Place[];
}

/** A line of running text outside of any table. */
export interface TextLine {
  readonly kind: 'line';
  readonly text: string;
  /** Size of its largest glyph in points. */
  readonly size: number;
  /** It stands at the edge of several pages alike: most likely a header or a footer. */
  readonly running: boolean;
  readonly place: Place;
  readonly doubts?: readonly Doubt[];
}

/** Text that is left out of all blocks on purpose. */
export interface SetAside {
  readonly reason: AsideReason;
  readonly text: string;
  readonly place: Place;
}

/** The parts of a document in reading order. */
export type Block = Table | TextLine;

/** What tells the lines of tables from those of charts and plans. "Size" is the size of the text in points. */
const tolerances = {
  /** Points by which lines of one scale begin and end apart. */
  sameEnd: 3,
  /** Count of the lines that make a scale at least: two have labels by chance. */
  minScale: 3,
  /** Fraction of the lines of a scale that have labels. */
  labelled: 0.75,
  /** Fraction of the size by which the middle of a label is off its line. */
  atLine: 0.3,
  /** Times the size: how far from the end of its line a label stands at most. */
  labelGap: 2,
  /** Times the size: how far a label under its line reaches to either side. */
  longLabel: 3,

  /** Times the usual height of a row that a row between two parts of a table differs from it at most. */
  headingRow: 1.3,
  /** Times the usual height of a row: an empty gap this low is no distance between two tables. */
  seam: 0.4,
  /** Times the highest row of a table that a row may be high which a page cuts. */
  cutRow: 1.5,

  /** Fraction of the rows of coloured areas in which texts stand side by side in one cell: more, and the areas are stripes. */
  crowdedRows: 0.5,
  /** Times the usual height of a row: so far from a coloured row the texts of one without colour end at most ... */
  bareRow: 1.5,
  /** ... and times the usual room above the texts of a row so near to it they begin. */
  sameInset: 2,
};

/** See each property. */
export const DRAWN_TOLERANCES: Readonly<typeof tolerances> = tolerances;

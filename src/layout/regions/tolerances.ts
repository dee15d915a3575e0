/** What makes sheets beside one another, and prose beside a table. "Size" is the size of the text in points. */
const tolerances = {
  /** Points: the narrowest gutter between two sheets. */
  gutter: 10,
  /** Times the widest other gap of a sheet that runs from top to bottom: cells that are drawn apart have gaps, too. */
  widerGutter: 2,
  /** Fraction of the page at its top and bottom where a page number or a running head may stand across a gutter. */
  margin: 0.06,
  /** Fraction of the width of the page that a sheet has at least. */
  narrowSheet: 0.2,
  /** Count of the rulings of each axis that a sheet has at least: less make no form. */
  sheetRulings: 4,
  /** Fraction of the height of what is drawn on the page that the rulings of a sheet cover at least. */
  sheetHeight: 0.25,

  /** Count of lines of one width that make prose beside a table, and of rows of that table. */
  proseLines: 5,
  rowsBeside: 3,
  /** Times the size that such lines are wide at least. */
  proseWidth: 12,
  /** Fraction of the widest line that most of them are wide, and how many that is. */
  fullLine: 0.85,
  mostFull: 0.7,
  /** Points by which such lines differ in where they begin. */
  sameStart: 1,
  /** Fraction of the size by which their distances differ. */
  samePitch: 0.1,
  /** Times the size: the distance of such lines at most. */
  maxPitch: 2.2,
  /** Times the size: as near are the other cells of its column to a text that fills one. */
  linesAway: 5,
  /** Fraction of such lines that have other text beside them: beside a text that fills one cell there is little. */
  accompanied: 0.6,
};

/** See each property. */
export const REGION_TOLERANCES: Readonly<typeof tolerances> = tolerances;

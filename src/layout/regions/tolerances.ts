/** What makes sheets beside one another, and columns of text. "Size" is the size of the text in points. */
const tolerances = {
  /** Points: the narrowest gutter between two sheets. */
  gutter: 3,
  /** Times the widest other gap of a sheet that runs from top to bottom: cells that are drawn apart have gaps, too. */
  widerGutter: 2,
  /** Fraction of the page at its top and bottom where a page number or a running head may stand across a gutter. */
  margin: 0.06,
  /** Fraction of the width of the page that a sheet has at least. */
  narrowSheet: 0.2,
  /** Count of the rulings of each axis that a sheet has at least: less make no form. */
  sheetRulings: 4,
  /** Points within which level lines begin, and end, that are as long as a sheet is wide. */
  sameEdge: 3,
  /** Fraction of the height of what is drawn on the page that the rulings of a sheet cover at least. */
  sheetHeight: 0.25,

  /** Times the size: the narrowest gutter between columns of text ... */
  columnGutter: 0.8,
  /** ... and the count of lines through which it runs at least. */
  columnLines: 5,
  /** Count of wide lines that make prose beside a table, and of rows of that table. */
  proseLines: 5,
  rowsBeside: 3,
  /** Times the size that such lines are wide at least, and the fraction of the lines of a column of prose that are. */
  proseWidth: 12,
  mostWide: 0.5,
  /** Fraction of these that end under one another, or go on within a sentence; and times the size within which they do: a mark may not begin a line. */
  mostFull: 0.7,
  sameEnd: 1.1,
  /** Fraction of the size within which a row and a line stand at one height. */
  sameHeight: 0.25,
  /** Fraction of the rows beside a column of text that begin where its paragraphs do: those of one table. */
  mostLevel: 0.5,
  /** What begins a paragraph: times the size that it is indented, times the usual distance that it is away, ... */
  indent: 0.8,
  paragraphGap: 1.2,
  /** ... and times the size that the line above ends before the others. */
  shortLine: 4,
};

/** See each property. */
export const REGION_TOLERANCES: Readonly<typeof tolerances> = tolerances;

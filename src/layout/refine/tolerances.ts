/** What makes several rows of one drawn row, and several columns of one drawn column. "Size" is the size of the text in points. */
const tolerances = {
  /** Fraction of the larger size within which the middles of lines stand at one height. */
  sameHeight: 0.35,
  /** Times the size: a line has room where so much is free beside the first word of the next, and that word fits. */
  room: 0.5,
  /** Fraction of the size by which gaps between lines may differ and be alike. */
  sameGap: 0.1,
  /** Points that padding takes of the width of a cell, on both sides together. */
  padding: 6,
  /** Fraction of the cells with text at a height that begin a value there, of those that say anything at all. */
  mostCells: 0.6,
  /** Count of the cells that begin a value at a height at least, where none of them is a number. */
  manyCells: 3,
  /** Fraction of a cell's height by which a single line may be off its middle, beside several rows. */
  inMiddle: 0.2,

  /** Count of the cells of a drawn column with texts side by side, at least, in which it is several columns. */
  crowdedCells: 3,
  /** Fraction of the lines of such a column whose texts may run across a boundary: headings do. */
  fewCrossing: 0.2,
  /** Times the size within which a text alone is centred over several columns. */
  centred: 1,
};

/** See each property. */
export const REFINE_TOLERANCES: Readonly<typeof tolerances> = tolerances;

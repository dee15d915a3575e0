/** How far drawn lines may miss each other and still make one grid. */
const tolerances = {
  /** Points between two lines that are one line drawn twice: no text fits between them. */
  doubledLine: 1.5,
  /** Points by which the ends of lines may miss each other, a flaw of drawing: borders drawn cell by cell do not always meet. */
  gap: 3,
  /** Points: the longest dash. Dashes are joined over gaps as long as they are themselves. */
  maxDash: 12,
  /** How many times the length of a dash the gap behind it may be. */
  dashGap: 1.5,
  /** Points: the shortest line that can border a cell; single dots and ticks are shorter, and no text is set in less. */
  minLength: 5,
  /** Points between lines of one table that are one grid line: a double border, or a border drawn a little off. */
  snap: 3,
  /** Fraction of an edge of a cell that lines must cover for it to count as drawn. */
  covered: 0.6,
  /** Count of the unit squares of one grid at most: nobody reads a larger table, and it would fill the memory. */
  maxSquares: 4_000_000,

  /** Points by which lines that really meet may miss each other: half of the width of a thin line at either. */
  touch: 1,
  /** Fraction of the glyphs of a page that are smaller than its small text: marks and signs. */
  smallTexts: 0.1,
  /** Times the size of the small text: a lower gap between lines holds no text, even where it is set solid. */
  textRoom: 0.6,
  /** Fraction of a line that others stand too close to, on both hands. */
  besideTight: 0.5,
  /** Count of lines looked at behind each: bounds the work; a code has no more strokes within the room of a text. */
  linesAhead: 200,
};

/** See each property. */
export const GRID_TOLERANCES: Readonly<typeof tolerances> = tolerances;

/** How runs of glyphs are shared out among cells. In sizes of the text, unless it is said otherwise. */
const tolerances = {
  /** Glyphs that one operator drew, or of which nobody knows, are apart by so much more than usual where two texts meet. */
  seamGap: 0.2,
  /** Texts on both sides of a border are apart by more than usual by the width of the border at least. */
  touchGap: 0.02,
  /** Fraction of the texts of a table that keep as far off their borders: more is no chance. */
  minAligned: 0.1,
  /** Where another operator goes on with a text, it does so where the pen stands: producers round by less than this. */
  penDrift: 0.06,
  /** A printed space, or several, that are wider stand between two texts: a space is a half, an ideographic one is whole. */
  seamSpace: 0.7,
  /** Fraction of the glyphs of a run that operators may be: more, and its producer draws glyph by glyph. */
  maxOperators: 0.5,
  /** A run that sticks out of its cell by no more than this belongs to it, whatever stands beside it. */
  overhang: 0.6,
  /** Padding of a cell at most: text that begins or ends nearer to the border is aligned to it. */
  padding: 1,
  /** Off the middle of its cell is a centred text by so much at most. */
  offCentre: 0.25,
  /** Two texts of a column are aligned that begin or end so near to the same place. */
  aligned: 0.15,
  /** Fraction of the smaller of two glyphs that lies under the other where one text is printed over another. */
  printedOver: 0.1,
};

/** See each property. */
export const RUN_TOLERANCES: Readonly<typeof tolerances> = tolerances;

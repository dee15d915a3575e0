/** When the shape of the ink decides what a character is. "Height" is that of its line; confidences are 0 to 1. */
const tolerances = {
  /** Fraction of the height: the smallest box to tick. */
  minBox: 0.5,
  /** Times the height: the largest box. */
  maxBox: 1.3,
  /** Pixels: no frame can be told in fewer. */
  minBoxPixels: 9,
  /** How many times higher than wide, or wider than high, a box may be. */
  boxShape: 1.3,
  /** Fraction of each side of a box that is drawn. */
  drawnSide: 0.85,
  /** Fraction of a piece of ink: a row or column drawn along so much of it is a side. */
  boxSide: 0.6,
  /** Fraction of a box at each side that does not count as its inside. */
  boxMargin: 0.2,
  /** Fraction of the inside that is ink in a ticked box. */
  tickedInk: 0.05,
  /** Fraction of the inside that is ink in a filled box. */
  filledInk: 0.7,
  /** Confidence of Chinese that is not a box. */
  sureHan: 0.3,
  /** How many times higher than wide, or wider than high, a circle may be. */
  circleShape: 1.18,
  /** Fraction of the height: a circle is as wide as Chinese, so that a digit is never one. */
  minCircle: 0.75,
  /** Pixels: the narrowest circle that can be told. */
  minCirclePixels: 14,
  /** Fraction of its square that a circle fills at least: a quarter of pi, less what pixels make of it. */
  minCircleFill: 0.7,
  /** The same at most. */
  maxCircleFill: 0.86,
  /** Fraction of a circle's width by which its left and right side may differ. */
  circleBalance: 0.15,
  /** Fraction of the inside of a circle that is ink where a number stands in it. */
  numberedInk: 0.08,

  /** Fraction of the height that is white beside a mark of a whole em, at least. */
  fullWidthWhite: 0.42,
  /** Fraction of the height that is white beside a mark of half an em, at most. */
  halfWidthWhite: 0.26,
  /** Fraction of the height: the rings of ‰ are no higher. */
  smallRing: 0.62,
  /** Fraction of the height between the rings of ‰, at most. */
  ringGap: 0.12,
  /** How many times higher than wide a comma is; a point is less. */
  commaShape: 1.3,
  /** Confidence that the engine gives the other of comma and point where a pixel may decide. */
  markDoubt: 0.03,
  /** The same for a comma before three digits, which a comma parts. */
  commaDoubt: 0.005,
  /** The same for a point before three digits, which a point hardly ever parts. */
  pointDoubt: 0.2,

  /** Times the height: a longer stroke is a dash of two ems, not the number one. */
  longDash: 1.45,
  /** Fraction of the height: the shortest half of such a dash. */
  halfDash: 0.7,
  /** Fraction of the height between its halves, at most. */
  dashGap: 0.25,
  /** Fraction of the height over which a stroke goes on. */
  hairGap: 0.1,
  /** Fraction of the height: the thickest stroke. */
  thinStroke: 0.22,

  /** Cost of taking a character for another one that the engine offered. */
  offeredCost: 0.4,
  /** Cost of taking a character of which the engine was not quite sure for any other one. */
  unsureCost: 0.6,
  /** Cost of taking a character for one that looks the same. */
  alikeCost: 0.2,
  /** Confidence of a character that is not replaced by one that the engine did not offer. */
  quiteSure: 0.92,
  /** Cost for each character up to which a text is a label. */
  maxCost: 0.25,
  /** The same for long labels: so few are long that none is met by chance. */
  maxCostLong: 0.32,
  /** Characters of a long label at least. */
  longLabel: 5,
  /** Cost by which any other label must be dearer. */
  costMargin: 0.15,

  /** Fraction of the em: a character that was lost stands no nearer to the middles of others. */
  lostDistance: 0.4,
  /** Columns with ink of its own that it has at least, if only faint. */
  lostInk: 2,
  /** Shade (0 to 255): darker pixels are ink, if only faint. */
  faintShade: 215,
  /** Fraction of the em within which its ink is from where it was read. */
  lostReach: 0.3,
  /** Times the em: the widest ink of a lost Chinese character. */
  lostHanWidth: 1.1,
  /** Fraction of the em: the widest ink of a lost mark. */
  lostMarkWidth: 0.5,

  /** Fraction of the columns of a sign in which three strokes stand above each other: a wedge with a bar. */
  barColumns: 0.15,
  /** Fraction of its height at the foot of a sign where its bar is looked for. */
  barFoot: 0.25,
  /** Fraction of its width that a bar is drawn along. */
  barDrawn: 0.75,
  /** Fraction of a wedge's width, from outside, in which its upper arm begins. */
  wedgeArm: 0.36,
  /** Fraction of a wedge's width, from the other side, to which its point reaches. */
  wedgePoint: 0.2,
  /** Fraction of a wedge's box that is ink at most: its strokes are thin. */
  wedgeInk: 0.45,
  /** Pixels: no wedge can be told in fewer. */
  minWedge: 5,
  /** Fraction of the height that the white at the outer side of a quotation mark is wider. */
  quoteWhite: 0.25,
  /** Fraction of the height within which the two halves of a quotation mark are from its middle. */
  quoteHalves: 0.3,
  /** How many times higher the lower mark of a semicolon is: it has a tail. */
  semicolonTail: 1.4,
  /** Fraction of the height: a full stop or dot is no higher. */
  dotHeight: 0.55,
  /** Fraction of the line, from its top: the middle of a full stop is below. */
  stopMiddle: 0.6,
  /** Fraction of the line, from its top: the middle of the dot between names is below. */
  dotMiddle: 0.35,
  /** Fraction of the height: the dot between names is no higher. */
  smallDot: 0.27,
  /** Fraction of its box that such a dot fills. */
  dotFilled: 0.7,

  /** Fraction of the usual height: the narrowest dash by itself, and the first height that is too thick for one. */
  loneDash: 0.3,
  /** How many times wider than high such a dash is. */
  loneDashShape: 3,
  /** Fraction of the usual height: a wider dash is the one of Chinese. */
  emDash: 0.65,
  /** Fraction of the usual height: a full stop by itself is no higher. */
  loneStop: 0.5,

  /** Fraction of the height: a wider gap between characters may be a printed space ... */
  space: 0.4,
  /** ... (this for one that the engine saw) ... */
  seenSpace: 0.22,
  /** ... where it is this fraction of the height wider than most gaps of the line ... */
  widerSpace: 0.26,
  /** ... and this fraction of the em wider than the widths of the characters. */
  spaceApart: 0.3,
};

/** See each property. */
export const OCR_CORRECT_TOLERANCES: Readonly<typeof tolerances> = tolerances;

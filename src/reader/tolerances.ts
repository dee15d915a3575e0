/**
 * The thresholds by which the reader decides what marks on a page mean. Points unless it is said otherwise. What an open
 * file may cost is bounded in limits.ts, and beside the loops that it bounds.
 */
export const READER_TOLERANCES = {
  // What can be seen

  /** Fraction. Below this opacity nothing can be seen. */
  minAlpha: 0.02,
  /** A line that ends so far beyond the edge of the page was meant to be seen there. */
  beyondPage: 3,
  /** Lines beyond the edge that are those of a table, and no ornament. */
  minLinesOver: 3,
  /** In font sizes. Glyphs of one run are at most so far apart, ... */
  runGap: 0.4,
  /** ... and their lines at most so far. */
  runDrift: 0.2,
  /** Font size from which on text is no small print. */
  smallPrint: 4,
  /** Font size that nobody can read. */
  unreadableSize: 1.6,
  /** In font sizes above the lower edge of a glyph: a line that runs through it between these strikes it out. */
  strikeLow: 0.3,
  strikeHigh: 0.66,
  /** In font sizes. A line that strikes a text out ends at most so far beside it. */
  strikeOverhang: 1.2,
  /** Points by which the sides of a box may miss each other at its corners: programs draw these apart by half a line. */
  corner: 1,
  /** Fraction of the page. A larger picture is a scan, whose text layer may lie below it. */
  maxCoverPicture: 0.5,
  /** Fraction. What is at least this opaque hides what lies below. */
  opaqueAlpha: 0.98,
  /** Glyphs whose middle, and lines whose edge, stand this far outside of the clip still show at its border. */
  clipSlack: 0.5,
  /** A white area hides a line where it reaches this far past it: backgrounds of cells end at their borders. */
  coverMargin: 1,
  /** A white line hides another where it is as wide, give or take this: producers round widths. */
  sameWidth: 0.1,
  /** Levels of 255. The channels of a seal's colour are this far apart: it is red or blue, and text is grey. */
  minSaturation: 60,

  // Images

  /** Shortest side of what is taken for a dropped image: matrices of other uses draw smaller squares. */
  minImageSide: 4,
  /** Fraction of the page. A smaller image does not say how fine the picture of the page is to be. */
  minImageCover: 0.05,
  /** Pixels an inch. Finer pictures are made smaller: print is read no better from them. */
  maxImageDpi: 300,
  /** Pixels an inch. No picture is coarser, for an image that is blown up. */
  minImageDpi: 7.2,
  /** Fraction of the finest resolution by which an image may be finer without being made smaller: sizes are rounded. */
  sameDpi: 0.01,
  /** Pixels an inch at which a page is drawn: fine enough for small print, and what the engines like best. */
  drawnDpi: 200,

  /** Pixels an inch at which a page is drawn to see whether its text is there: strokes of small print are two thirds of a pixel. */
  shownDpi: 108,

  // Lines

  /** Filled boxes up to this width are lines: borders are drawn 0.1 to 2.25 points wide. */
  maxFilledWidth: 3,
  /** Strokes up to this width are lines: only brush strokes as wide as text are left out. */
  maxStrokedWidth: 6,
  /** Length in widths. A shorter filled mark is a dot, a dash or a bullet. */
  minFilledAspect: 1.5,
  /** Drift over its whole length that a line may have and still count as parallel to an axis. */
  maxDrift: 0.75,
  /** Fraction of its length that a short line may drift. */
  maxSlope: 0.1,
  /** Corners of a rectangle stray from its sides by at most this: coordinates are rounded. */
  sameCorner: 0.05,
  /** Fraction of a side of a rectangle with round corners that is straight; of an oval's bounds it would be 0.28. */
  straightSide: 0.34,
  /** Sides of a frame up to this width, and gaps as far below 0, are rounding. */
  noWidth: 0.01,
  /** Longer side of the smallest and largest seals, which are 30 to 60 mm wide, drawn somewhat smaller or larger. */
  minRing: 60,
  maxRing: 200,
  /** Ratio of the sides of the flattest oval seal. */
  maxOval: 1.6,
  /** Areas with shorter sides are the background of no cell. */
  minAreaSide: 6,
  /** How far on both hands of a side the colours are compared: less than the thinnest gap between cells. */
  colorProbe: 0.3,

  // Text that is drawn as curves

  /** Longer side of the shapes that glyphs are made of, from the smallest print to the largest title. */
  minOutline: 1.5,
  maxOutline: 40,
  /** Shapes. Fewer are a logo, a stamp, the names beside a chart; a Chinese character has two or three. */
  minOutlines: 150,
  /** Sizes among them, in tenths of a point. The dots of a chart have few. */
  minOutlineSizes: 20,
  /** Width of the strips in which lines are looked for: no more than a column of a table. */
  outlineStrip: 30,

  // Text

  /** Degrees. Text that runs so near to a right angle runs along it. */
  snapAngle: 1,
  /** In font sizes. Fake bold draws the glyph again this far aside, at most, ... */
  boldShift: 0.15,
  /** ... and no further than this fraction of its longer side: a narrow one beside it is another glyph. */
  boldShiftOfSide: 0.4,
  /** Fraction of the font size by which two drawings of one glyph may differ in size. */
  sameSize: 0.1,
  /** Fraction of the smaller one that an invisible glyph shares with a visible one which it repeats. */
  hiddenOverlap: 0.4,
  /** In font sizes. The middles of two drawings of a glyph are at most this far apart, ... */
  repeatReach: 0.5,
  /** ... and no further than this, which bounds the search; the middle of a hidden glyph is looked for as far. */
  maxRepeatReach: 16,
  /** Scripts foreign to Chinese in one font: more come of glyph numbers that are taken for Unicode. */
  maxScripts: 2,
  /** Fraction of the characters of a font that may be implausible before the font gives no text, only codes. */
  maxImplausible: 0.25,
  /** High characters of Latin 1 in one font, at least, where they are more than its other letters: bytes taken for letters. */
  minHighLatin: 8,
  /** Font size that is assumed for a form field whose appearance the file does not hold. */
  fieldSize: 9,
  /** In font sizes. Distance of the lines in such a field. */
  fieldLeading: 1.2,

  // Watermarks

  /** Lightness from 0, black, to 1, white. Text from here on is faint, and may be a watermark, ... */
  faint: 0.5,
  /** ... and what it is printed over is at least so much darker. */
  darker: 0.15,
  /** Times that one faint text stands on a page, at least, before it is a pattern. */
  minRepeats: 3,
  /** Fraction of the places where it does at which it runs over text or lines, at least. */
  minCrossing: 0.1,
  /** Fraction of the glyphs of one colour and size that the repeated texts have, at least, where all of them are a pattern. */
  wholeLattice: 0.5,
  /** Times the usual size of the text: a single faint text that is larger and runs over text or lines. */
  largeMark: 1.8,
  /** Fraction of the glyphs of a faint text that are printed over others, at least, where it stands alone. */
  overText: 0.3,
  /** Fraction of the smaller of two glyphs that they share where one is printed over the other: tight lines share less. */
  printedOver: 0.2,
  /** In font sizes. A line that runs through a glyph stands so far within its box. */
  lineInGlyph: 0.2,

  // Frames that are drawn by characters

  /** Characters with an upright line on a page, and level lines, at least: fewer are signs of a text. */
  minFrameMarks: 4,
  minFrameLines: 2,
  /** In font sizes. Characters of a level line are at most so far apart, ... */
  frameGap: 0.3,
  /** ... those of an upright one stand under each other in lines at most so far from each other, ... */
  framePitch: 2.2,
  /** ... and both are off the line by so much at most. */
  frameDrift: 0.3,

  // Pages that are turned a little

  /** Degrees by which two texts may differ that are turned together: producers round their matrices. */
  slantStep: 0.1,
  /** Degrees. Less moves no end of a line by a point, ... */
  minSlant: 0.05,
  /** ... and more is no slip of a copier; watermarks are turned by 30 and more. */
  maxSlant: 6,
  /** Fraction of the text that is turned by the same angle, at least, where the page is. */
  slantedText: 0.5,
};

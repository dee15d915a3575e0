/** The thresholds by which a page is compared with its own picture. */
export const WITNESS_TOLERANCES = {
  // Whether a glyph is seen

  /** Levels of 255. Ink that stands out less from its ground is not seen: a light grey (#dddddd) on white has 34, #f0f0f0 15. */
  minContrast: 16,
  /** Pixels that a glyph covers, in all, at least, for the picture to say anything of it. */
  minCover: 0.8,
  /** Points. Larger text is an ornament. */
  maxSize: 40,
  /** Fraction of its coverage that must be free of other glyphs for it to be judged. */
  minFree: 0.25,
  /** Pixels around a glyph that tell its ground. */
  margin: 2,
  /** Coverage from 0 to 255 of another glyph, from which on a pixel belongs to that as well. */
  otherInk: 12,
  /** Of the darkest pixel of a glyph: those that have at least so much of its coverage are its ink. */
  fullInk: 0.6,
  /** Pixels beside a glyph, at least, that tell its ground. */
  minGround: 3,
  /** Fraction of the contrast of a glyph: what of its ink has less has the colour of its ground. */
  partContrast: 0.3,
  /** Pixels that a digit covers, at least, for a part of it to be told from the rest. */
  minPartCover: 12,
  /** Fraction of the ink of a digit. Where more of it is hidden, it may be seen as another one, ... */
  partHidden: 0.16,
  /** ... and where most of it is, nothing of it is seen. */
  mostHidden: 0.6,
  /** Fraction of the glyphs of a font without an outline that show ink, at least, for the picture to be a witness of it. */
  fontShown: 0.6,
  /** Pixels of a box in which something is to be seen, at least, where there is no outline. */
  minInkPixels: 1.5,
  /** Opacity below which a text is called transparent. */
  seeThrough: 0.15,
  /** Height of the ink of a letter or digit in points, below which nobody can read it. */
  minInkHeight: 1.6,

  // Ink that is no text

  /** Levels of 255 by which ink differs from its ground, at least: watermarks are fainter. */
  inkContrast: 70,
  /** Points. What is lower and narrower is a speck, ... */
  minMark: 3,
  /** Points: a mark no larger may be the round corner of a box; figures are larger. */
  roundCorner: 5,
  /** Points between such a mark and the ends of the sides that it joins. */
  cornerReach: 1.5,
  /** ... and what is higher or wider is no character. */
  maxMarkHeight: 22,
  maxMarkWidth: 80,
  /** Pixels of the smallest mark. */
  minMarkPixels: 5,
  /** Points. A shorter line that touches no longer one may be a stroke of a digit, or its sign. */
  shortLine: 9,
  /** Points between lines that touch. */
  touching: 0.8,
  /** In lengths of a dash. Others of a dashed line are not further off. */
  dashGap: 3,
  /** Fraction by which the sides of a box to tick differ at most. */
  squareSides: 0.15,
  /** Points. Shapes and images with longer sides than these are grounds, charts and seals, not text. */
  groundWidth: 40,
  groundHeight: 24,
  /** Marks of a page. More are a drawing. */
  maxMarks: 400,

  // Whether a glyph is seen as what it says

  /** How alike a shape is to a digit of the nearest font, at least, where it is taken for that one, ... */
  digitFit: 0.8,
  /** ... and by how much more than to the digit that it says: of 157 fonts no digit is liker to another one. */
  lieMargin: 0.08,
  /** The same where a shape is less like any digit. */
  looseFit: 0.7,
  looseMargin: 0.3,
  /** The same for what is cut out of the picture. */
  lieMarginOfPixels: 0.12,
  /** The same for what says it is a Chinese character: some of these are like digits. */
  surelyDigit: 0.9,
  /** In font sizes. Chinese characters are wider: what is as narrow as a digit may be one. */
  narrowHan: 0.8,
  /** In heights of the font's digits. What is lower is a dot or a dash, ... */
  lowDigit: 0.45,
  /** ... and a sign that is higher is none. */
  highSign: 0.6,
  /** Fraction of the height of digits by which one may be higher or lower. */
  sameHeight: 0.15,
  /** Width in heights: an upright stroke may be a long comma, and what is wider than it is high is no digit. */
  minDigitAspect: 0.3,
  maxDigitAspect: 0.9,
  /** Pixels to the em of the smallest glyph that is cut out of the picture. */
  minCutOut: 12,
};

/** The thresholds by which a page is compared with its own picture. */
export const WITNESS_TOLERANCES = {
  // Whether a glyph is seen

  /** Levels of 255. Ink that stands out less from its ground is not seen: a light grey (#dddddd) on white has 34. */
  minContrast: 20,
  /** Pixels that a glyph covers, in all, at least, for the picture to say anything of it. */
  minCover: 0.8,
  /** Fraction of its coverage that must be free of other glyphs for it to be judged. */
  minFree: 0.25,
  /** Pixels around a glyph that tell its ground. */
  margin: 2,
  /** Coverage from 0 to 255 of another glyph, from which on a pixel belongs to that as well. */
  otherInk: 12,
  /** Fraction of the contrast of a glyph. A part of it that has less is hidden, ... */
  partContrast: 0.25,
  /** ... where it holds this fraction of its ink. */
  partInk: 0.12,
  /** Fraction of the glyphs of a font without an outline that show ink, at least, for the picture to be a witness of it. */
  fontShown: 0.6,
  /** Pixels of a box in which something is to be seen, at least, where there is no outline. */
  minInkPixels: 1.5,
  /** Opacity below which a text is called transparent. */
  seeThrough: 0.15,
  /** Height of the ink of a letter or digit in points, below which nobody can read it. */
  minInkHeight: 1.2,
};

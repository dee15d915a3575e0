/** The thresholds by which it is decided whether a page is read from its text or from its picture. */
export const PAGES_TOLERANCES = {
  /** Fraction of the page. Images that cover more of a page without text are a scan. */
  scanCoverage: 0.3,
  /** Fraction of the page. Images that cover as much, with text over them, are a scan with a text layer. */
  layerCoverage: 0.6,
  /** Fraction of the page. An image that covers more of it, and has no text over it, may be a form that was pasted there. */
  pastedCoverage: 0.15,
  /** Fraction of the height of a page on which text stands, at least, where it is the text layer of a scan. */
  layerSpread: 0.2,
  /** Lines of text on a picture among those of no table, at least, for it to be a text; and in the cells of a table. */
  minPictureLines: 12,
  minPictureCells: 6,
  /** Fraction of these lines that are as high as most, give or take `sameHeight` of that: a photograph has none of one height. */
  evenLines: 0.6,
  sameHeight: 0.35,
  /** Points. Marks that are lower than the smallest print are grain. */
  minPictureText: 3,
  /** Fraction of the smaller one that a recognised glyph shares with one of the page's own, where it is that one again. */
  sameGlyph: 0.4,
  /** Fraction of the characters of a text layer that stand over the images. */
  textOverImages: 0.8,
  /** Characters. Fewer are not the text of the page: a page number, the name of a scanning program. */
  minText: 30,
  /** Lines. A page with more of its own needs none of its picture. */
  fewRulings: 4,
  /** Fraction of the glyphs. Where more have no Unicode value, the page counts as unread. */
  maxUnreadable: 0.2,
  /** Fraction of the letters of a Chinese form that are Chinese, at least, ... */
  minHan: 0.5,
  /** ... and of those, the fraction among the 3,755 of everyday use (GB/T 2312-1980, level 1). */
  minCommon: 0.7,
  /** Fraction of the pairs of Latin letters that are among the commonest of English, German and French, at least, in prose. */
  minPairs: 0.08,
  /** Fraction of the characters of a page that are doubted, at least, where the page as a whole was badly read. */
  badlyRead: 0.2,
  /** How sure a text is that stands in the text layer of a scan, which nobody has compared with its picture. */
  layerConfidence: 0.9,
  /** How sure a character is, at least, that an engine and the layer have both read, ... */
  agreed: 0.97,
  /** ... a digit, at most, of which they say different things, and another character. */
  numberDiffers: 0.5,
  textDiffers: 0.8,
  /** In heights of a line. A wider gap ends a number. */
  numberGap: 0.8,
  /** Differences on a page, at most, where they are most of its numbers: with more the layer is worth nothing. */
  fewDifferences: 3,
};

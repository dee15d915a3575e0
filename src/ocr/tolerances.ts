/** Tolerances of all of ocr. Confidences are those of the engine, 0 to 1. */
const tolerances = {
  /** Times the height of the ink of a line: the em. */
  em: 1.08,
  /** Confidence from which on the engine is sure of what it read. */
  sure: 0.9,
  /** Count of the lines that are looked at to tell whether a page stands upright. */
  sampledLines: 10,
  /** Mean confidence of text that stands upright. */
  upright: 0.8,
  /** Fraction of the lines of an upright page that are about as high as wide, at most: single digits. */
  squareLines: 0.4,
  /** Times its height: a line no wider is about as high as wide. */
  squareShape: 1.3,
  /** How many times more lines a page that lies on its side has: each character of a label is one. */
  moreLines: 1.2,
  /** Fraction of the height of its line: the widest box of a character. */
  maxCharWidth: 1.05,
  /** Fraction of the usual height from which on a line has the usual size: its ink is as high as its characters happen to be. */
  minUsualHeight: 0.7,
  /** Times the usual height up to which it has the usual size. */
  maxUsualHeight: 1.35,

  /** Times the width of the first picture that others read in one go may have. */
  sameWidth: 1.1,
  /** Confidence from which on another reading of a character is kept. */
  minOther: 0.001,
  /** Pixels an inch at which it is looked whether there is text at all: enough for small print. */
  lookedAtDpi: 100,
  /** Count of the other readings of a character that are kept. */
  maxOthers: 4,
  /** Confidence from which on a character that comes second to nothing is told. */
  minFaint: 0.1,
  /** Fraction of the picture's width beyond its end where a character may still be read: a rounding error. */
  pastEnd: 0.02,
  /** Fraction of the em by which middles of characters are apart at least; boxes that are nearer are in a wrong order. */
  minStep: 0.35,
};

/** See each property. */
export const OCR_TOLERANCES: Readonly<typeof tolerances> = tolerances;

/** How lines are shown to an engine, and which are shown again. Confidences are those of the engine, 0 to 1. */
const tolerances = {
  /** Fraction of the usual height: a lower line (a dash, a row of dots) is shown with the white that a line has. */
  lowLine: 0.9,
  /** Fraction of the height of a line to its sides where strokes are looked for that are too faint to count as ink. */
  faintBeside: 0.8,
  /** The same above and below it. */
  faintAbove: 0.06,
  /** Fraction of the height of a line that is white above and below it when it is shown. */
  padding: 0.2,
  /** The same at the second look: another view of it. */
  secondPadding: 0.32,
  /** Times the usual height that is shown of the lines before and behind. */
  context: 3,
  /** Times the usual height between a line and the next one in its cell at most. */
  neighbourGap: 1.5,
  /** Fraction of the tallest part: a lower one is a sign, such as =, which stands in the middle. */
  lowSign: 0.6,

  /** Confidence: a line with a character below it is looked at again. */
  unsure: 0.7,
  /** Fraction of the height of a line: ink further beyond its first or last character was left over. */
  leftOver: 0.75,
  /** Confidence that a reading with ink left over loses. */
  leftOverLoss: 0.2,
  /** Fraction of the usual height: lower ink may be dirt. */
  minCharHeight: 0.5,
  /** Fraction of the usual height: narrower ink may be dirt. */
  minCharWidth: 0.25,
  /** Times the usual height: a line no wider holds a character or two. */
  fewChars: 1.4,
  /** Confidence of what is not looked at again though it stands alone. */
  sureAlone: 0.95,
  /** Confidence of Chinese that needs no company to be read well. */
  seenHan: 0.5,
  /** Confidence of characters that were left over at an end of a line and are taken. */
  sureOfRest: 0.6,

  /** Confidence of a number in several pieces, at most. */
  severalPieces: 0.5,
  /** Fraction of the height of a line that is white between two figures of one number at most; figures of a whole em have nearly that. */
  widestGap: 0.68,
  /** Times the usual gap of a number that another one of it may be. */
  widerGap: 1.6,

  /** Confidence of a character that they read differently, at most. */
  differs: 0.5,
};

/** See each property. */
export const OCR_LINES_TOLERANCES: Readonly<typeof tolerances> = tolerances;

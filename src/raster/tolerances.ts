/** How far pictures may differ from the ideal before this room says otherwise. Each says its unit; "points" are scaled to pixels. */
const tolerances = {
  /** Fraction of the way from ink to paper at which the threshold stands where all of it parts equally well: thin strokes are lighter than thick ones. */
  thresholdTowardsPaper: 0.62,
  /** Shade (0 to 255): no threshold is darker, since a page that is all paper has no two kinds of pixels. */
  minThreshold: 120,
  /** Shade (0 to 255): no threshold is lighter, for the same reason. */
  maxThreshold: 207,
  /** Fraction of the way from the threshold to white that still counts as ink once the lines are gone: strokes are fainter than lines where they are thin. */
  faintStrokes: 0.15,

  /** Degrees to either side in which skew is looked for. */
  maxSkew: 5,
  /** Pixels: the most upper edges of ink that skew is measured from; bounds the work. */
  maxSkewSamples: 120_000,
  /** Pixels by which skew may move the ends of a line and is left alone: turning blurs. */
  levelPixels: 1.5,

  /** Shades by which pixels differ from those around them, on the mean, where a picture is dithered, or all grain. */
  coarseGrain: 22,
  /** Points: specks are no larger to any side; a full stop is about as large. */
  speck: 1.3,
  /** Points around a speck that are white: the dots of a line, of text or of dots, are nearer to their neighbours. */
  speckAlone: 3.6,
  /** The same once the lines are gone: the point of a number is nearer to its digits. */
  speckBeside: 2.2,
  /** A sheet with less specks than these is clean. */
  manySpecks: 30,
  /** Points to either side of the point of a number within which its figures stand, and so far above its foot. */
  pointBeside: 5,
  pointFoot: 8,
  /** Pixels from one piece of ink to the next of what reaches in from an edge of the picture. */
  edgeGap: 3,
  /** Fraction of the picture's side that a streak of the scanner leaves free at its ends, at most; borders of tables leave more. */
  streakEnds: 0.006,
  /** Points by which a streak goes on beyond the first and the last line that it crosses, at least. */
  streakBeyond: 12,

  /** Points from the middle of a line within which another one is the rim of it: of a line that bends, or is blurred. */
  rim: 1.2,
  /** Fraction of the side of a cell that is drawn, at least, where the rest of it is only broken. */
  brokenSide: 0.5,

  /** Points: the shortest piece of a ruling that says how a sheet is bent. */
  minCurve: 40,
  /** Points between the places at which such a piece is measured. */
  curveStep: 6,
  /** Pixels by which rulings may leave the straight and the picture stays as it is: lines are found so, and bending blurs. */
  bentPixels: 4,
  /** Fraction of the rulings that bend no more than that: the others may be something else. */
  mostCurves: 0.8,
  /** Nodes to a side of the grid by which a sheet is straightened: a gutter is no wider than two. */
  warpNodes: 13,
  /** Rounds: the second knows where on the straight page a point of the bent one stands. */
  warpRounds: 3,
  /** How stiff a sheet is, against what its rulings say. */
  warpStiffness: 0.3,
  /** How much it stays where it is, against the same. */
  warpRest: 0.0005,

  /** Fraction of the picture's shorter side: the side of a tile, which has one brightness of paper. */
  tile: 1 / 40,
  /** Pixels: the smallest side of a tile. Smaller ones may hold no paper. */
  minTile: 16,
  /** Fraction of a tile's pixels that are brighter than what counts as its paper: noise. */
  brightest: 0.1,
  /** Fraction of the brightness around: paper in shadow has it, a tile full of ink is darker. */
  shadow: 0.5,
  /** Fraction of the paper's brightness that is paper still: grain, and the halo that JPEG leaves around lines. */
  paper: 0.94,

  /** Fraction of the picture's shorter side: the side of a tile, which has one darkness of ink: it holds several lines of text. */
  inkTile: 1 / 12,
  /** Fraction of the pixels of such a tile that are ink beyond doubt, where it has any. */
  darkest: 0.004,
  /** Shade (0 to 255, of paper that is white): a tile that has nothing darker has no ink. */
  noInk: 215,
  /** Shade: ink as dark is black enough; paler ink is made so dark. */
  darkInk: 90,

  /** Shades by which red stands above the other channels in the ink of a seal. */
  sealRedness: 24,
  /** Fraction of the median redness of a seal that the middle of its strokes has at least. */
  sealFullRedness: 0.65,
  /** Shades: the same as sealRedness at the edges of a seal, where JPEG has mixed it with the paper. */
  sealEdgeRedness: 4,
  /** Pixels that such an edge is wide at most. */
  sealEdge: 5,
  /** Cells to the shorter side of a page in which stamps are looked for. */
  stampCells: 400,
  /** Fractions of the page's shorter side: how low a blue stamp is at least, and how long at least and at most. */
  stampHeight: 0.03,
  minStamp: 0.08,
  maxStamp: 0.35,
  /** Shade of black print as scanners see it. */
  black: 50,
  /** Fraction of a page that is dark at most; a darker one is white on black. */
  maxDark: 0.7,

  /** Points: the shortest run of ink that counts as a line where it leads from one line to another: the side of the lowest cell. */
  minSide: 8,
  /** Points: the shortest run of ink that counts as a line by itself: longer than any stroke of the text of a form. */
  minLine: 26,
  /** Points: the shortest upright line that nothing meets: strokes of characters under one another may touch. */
  minLoneUpright: 80,
  /** Points over which a run of ink goes on: a hole in a line. */
  hole: 1,
  /** Points over which pieces of one line are joined. */
  lineGap: 7,
  /** Points: of two pieces that are joined one is at least this long, since strokes of neighbouring characters are shorter. */
  minJoined: 16,
  /** Points: the thickest line; what is thicker is an area. */
  maxLineWidth: 4,
  /** Points across a line within which its pieces stand. */
  drift: 1.4,
  /** Points by which ink may be thicker than its line and still be only the line. */
  thicker: 0.8,
  /** Points: how near to a line across it a shorter line must end to meet it. */
  lineReach: 2.2,
  /** Points across a line within which a shorter one is a part of it. */
  sameLine: 2,
  /** Fraction of a line along which the ink is no thicker than the line: text that hangs together is crossed by strokes. */
  minClean: 0.72,
  /** The same fraction for a line no longer than strokes under one another may be. */
  minCleanShort: 0.88,
  /** Points by which a line across widens the end of another. */
  junction: 2,
  /** Points: a gap this wide parts a line from a stroke of text that stands in its way. */
  strokeGap: 1.2,
  /** Count: a page with fewer lines of either kind may have its table drawn in dots or dashes. */
  fewLines: 3,
  /** Count: so many short level lines are the sides of a row that the end of the page cuts off. */
  openSides: 3,
  /** Points within which the ends of such sides stand. */
  levelEnds: 1.5,

  /** Points between the dots or dashes of one line at most. */
  dotGap: 3.4,
  /** Points: the thickest dotted line. */
  dotWidth: 2.2,
  /** Points: the shortest dotted line. */
  minDottedLine: 30,
  /** Dots to the point that such a line has at least. */
  dotDensity: 0.08,
  /** Fraction of the steps from dot to dot that are alike: strokes of text are less regular. */
  regularSteps: 0.55,
  /** Fraction of the median step by which steps that are alike may differ. */
  sameStep: 0.25,

  /** Fraction of the way to the ink seen that the trace of a line moves with each pixel: lines bend slowly. */
  followLine: 0.05,
  /** Pixels beyond both edges of a line to which a stroke must reach to cross it. */
  crossing: 2,
  /** Pixels by which ink may be thicker than its line in any case: the blur of the scanner. */
  blur: 1.5,

  /** Fraction of the height of a line of text: a gap this wide parts two texts. */
  wideGap: 1.6,
  /** Fraction of the height of a line of text: lower bands may be parts of characters, as those of 二 or of a colon. */
  lowBand: 0.6,
  /** Fraction of the height of a line of text that such parts have together at most. */
  oneLine: 1.25,
  /** Fraction of the height of a line of text: the largest gap between such parts. */
  innerGap: 0.45,
  /** Fraction of the height of a line of text: a band this high may be two lines that touch. */
  twoLines: 1.7,
  /** Fraction of a band's usual ink: a row with less parts two lines that touch. */
  thinRow: 0.3,
  /** Points: the lowest band that is text; what is lower is dirt. */
  dirt: 0.7,
  /** Fraction of the height of a line of text: lower ink at the border of a region belongs to the text on the other side. */
  sliver: 0.45,
  /** Fraction of the height of a line of text by which ink is followed over the border of its region. */
  beyond: 0.5,
  /** Points: lower bands do not count for the usual height of a line: dust. */
  minTextHeight: 4,
  /** Points: higher bands do not count for the usual height of a line: pictures. */
  maxTextHeight: 30,
};

/** See each property. */
export const RASTER_TOLERANCES: Readonly<typeof tolerances> = tolerances;

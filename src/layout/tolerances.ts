/** How far text and tables may differ from the ideal. "Size" is the size of the text in points. */
const tolerances = {
  /** Fraction of the narrower of two neighbours that lies under the other: kerning and italics stay far below. */
  overprint: 0.5,
  /** Fraction of the size of a digit: one behind it that is smaller and higher is a mark. */
  raisedSize: 0.85,
  /** Times the size: a gap in a line that may be one between columns. */
  gapOfColumns: 0.6,
  /** Times the leading of a cell: the first line of the cell below is the next one of the same text. */
  sameLeading: 1.05,
  /** Fraction of the size by which a line that spilled down stands over the border above it. */
  overBorder: 0.2,
  /** Times the size: the leading of a text of which one line alone stands in a cell. */
  usualLeading: 1.3,
  /** Times the size of a number: less room than this behind it, and the padding, and its next digit is wrapped. */
  freeDigit: 0.6,
  /** Times the size: lines so far apart are those of two rows, where as many cells of the row as this have some there. */
  stackedStep: 1.7,
  stackedCells: 3,
  /** Points by which lines of one text differ in where they begin. */
  sameStart: 1,
  /** Rows of a merged cell, at least, of which the text may stand anywhere: page breaks cut such cells. */
  mergedRows: 3,
  /** Fraction of the height of a row by which text in its middle is off that at most ... */
  inMiddle: 0.15,
  /** ... and off the middle of the merged cell at least, where it belongs to that row alone. */
  offMiddle: 0.3,
  /** Times the height of a line: a gap between lines that may be one between rows. */
  gapOfRows: 0.5,
  /** Fraction of the height of the lower of two lines of a cell that lies in the other: tight leading stays below. */
  overprintedLine: 0.5,
  /** Fraction of the larger size by which the middles of glyphs on one line may differ: raised and lowered ones stand on it, too. */
  sameLine: 0.5,
  /** Fraction of the size: a wider gap between Latin letters or digits is a space that was not printed. */
  latinGap: 0.2,
  /** Times the size: a wider gap in a line is a space in any script ... */
  wideGap: 1.2,
  /** ... where it is this many times wider than the usual gap of the line: names are spread evenly over a cell. */
  unevenGap: 3,
  /** Fraction of the size: a bare gap this wide parts the texts of two columns. */
  textGap: 0.45,
  /** Fraction of the size: the same between Latin words, since typesetters leave spaces out and move the pen. */
  wordGap: 0.9,
  /** Times the size over which printed spaces join texts. */
  printedGap: 1.1,
  /** Fraction of the size: a bare gap this wide parts two words, or two ideographs. */
  wordParts: 0.2,
  /** Fraction of the size within which gaps between spread characters are alike. */
  evenGap: 0.25,
  /** Times the size: so far apart are the characters of a text spread over a column at most; two of them may be more. */
  spreadGap: 1.5,
  /** Count of lines through which a narrow gap runs that parts two texts; more between Latin words, which always have gaps. */
  river: 3,
  wordRiver: 6,
  /** Fraction of the lines beside such a gap whose text keeps an edge with it. */
  keptEdge: 0.6,
  /** Count of dots in a line that lead from a text to another. */
  leaderDots: 4,
  /** Count of lines looked at above and below: bounds the work. */
  linesAround: 30,
  /** Times the size: texts outside of tables with a wider gap between them are two texts. */
  columnGap: 2.5,

  /** Fraction of the size by which the origin of a mark may stand beside the letter that it hangs on, or above it. */
  markReach: 0.3,

  /** Fraction of the size over which neighbours in drawing order belong to one word. */
  wordPartGap: 0.3,
  /** Fraction by which their sizes may differ. */
  wordPartSize: 0.3,
  /** Fraction of the size by which they may be higher or lower. */
  wordPartHeight: 0.2,
  /** Fraction of the size by which a ruling may touch two glyphs and still go between them. */
  betweenGlyphs: 0.15,

  /** Fraction of the cells made by backgrounds that hold text: the bars of a chart make empty ones. */
  minFilled: 0.4,
  /** Fraction of the cells of some row, the header, that hold text where the others are empty, as on a sheet to be signed. */
  minHeader: 0.6,

  /** Points that padding takes of a cell, when asking whether a line fills it. */
  cellPadding: 8,
  /** Characters: a line fills its cell where fewer fit behind it; a mark may not stand at a line's start. */
  freeCharacters: 2,
  /** Fraction of the page height at its top and bottom where running heads stand, and what overflows a cut cell. */
  pageMargin: 0.1,
  /** Times the usual size that a running head has at most; a title is larger. */
  maxHeadSize: 1.15,
  /** Points by which the height of a repeated line may differ from page to page. */
  sameHeight: 6,
  /** Points by which the outer edges of one table may differ from rule to rule. */
  sameEdge: 6,
  /** Times the size of a line within which it follows a cut cell that it overflows. */
  overflow: 2,
  /** Fraction of the page width: a wider cell is as likely a text of the document as a label. */
  narrowCell: 0.35,
  /** Count of the cells with words that a repeated header further down has at least. */
  minHeaderCells: 4,
  /** Points: what is nearer touches but does not cross; boundaries that are nearer are the same. */
  touching: 1,

  /** Fraction of its size by which a text may be off the middle of the rows in which it counts as centred. */
  maxOff: 0.4,
  /** Cost of a row between two texts that neither takes. */
  gapCost: 1,
  /** Cost of such a row before the first or behind the last text: rows are often empty there. */
  edgeCost: 0.1,
  /** Cost of a text that is put into its own row though it is off its middle. */
  offCost: 1,
  /** Cost of a text that is as far off as it may be: true centres are hit exactly, others by chance. */
  limitCost: 0.5,

  /** Fraction of the shorter rule along which rules of one table overlap. */
  sameStack: 0.5,
  /** Points between two rules of one table at most: a page has no higher cell. */
  maxRow: 400,
  /** Count of rules looked at behind each: bounds the work; a row has no more pieces of rule. */
  rulesAhead: 24,
  /** Fraction of the texts of the fullest row: fewer beside a rule of another length are what stands over a table. */
  fewTexts: 0.5,
  /** Times the size: so near to the first rule stands a header that has no rule over it, to the last a total. */
  outerRow: 2.5,
  /** Fraction of the columns that have a head in such a header. */
  mostHeads: 0.6,
  /** Fraction of the rows that have a text under two such heads, at most: headings that span. */
  rowsAcross: 0.2,
  /** Times the size: so high is a row with wrapped texts over the first rule, at most. */
  tallRow: 5,
  /** Times the size between the lines of such a row, at most. */
  together: 0.4,
  /** Count of rows between rules from which on these part rows, and not the head, the body and the total. */
  ruledRows: 3,
  /** Points by which rows may differ in how far their texts stand above the rule under them. */
  sameFoot: 1.5,
  /** Count of rows that a table with horizontal rules has at least; a rule above and one below them all. */
  minRuledRows: 2,
  /** Count: so few strips with many more rows of text are head, body and foot, where rules part groups of rows. */
  fewStrips: 5,
  /** Count: a page with more texts is a drawing or a map; bounds the work. */
  maxPieces: 2000,
  /** Times the size: labels as near as this to the rules over the numbers beside them belong to these. */
  labelsBeside: 40,
  /** Fraction of the texts between rules that have such a label, where the rules are no frame. */
  mostLabelled: 0.6,
  /** Points from a column boundary within which a rule inside the table ends: some are trimmed. */
  trimmedEnd: 12,

  /** Count of the texts beside one another in a row of a table at most. */
  maxBeside: 100,
  /** Times the size from middle to middle at which lines may still be one text. */
  maxPitch: 2.2,
  /** Times the size: closer texts stand beside, not under each other. */
  minPitch: 0.5,
  /** Fraction by which the sizes of wrapped lines may differ. */
  wrappedSize: 0.2,
  /** Fraction of the narrower line that it shares with the one it goes on from. */
  wrappedOverlap: 0.5,
  /** Times the size: texts this wide that stand under one another show how far wrapped lines are apart. */
  longText: 8,
  /** Times the size: between two rules, closer lines are one text, even where no long text shows their distance. */
  tightPitch: 1.5,
  /** Fraction of the distance of rows of numbers: lines that are closer are wrapped. */
  tighter: 0.85,
  /** Fraction of the rows between two rules that may hold a single text, a heading. */
  maxHeadings: 0.4,
  /** Fraction of the texts side by side that had room for the next word where a row begins. */
  mostFree: 0.6,
  /** Fraction of the size within which lines of one text begin; and within which they end or are centred, which is hit by chance. */
  sharedStart: 0.6,
  sharedEdge: 0.15,
  /** Fraction of the size: so much room is left between an ideograph and a digit of one text. */
  autospace: 0.3,
  /** Times the height of a row: so little room between the rows above and below is none for it. */
  squeezed: 1.4,
  /** Times the size: a text that ends so far before what stands beside it, and the next word, is not wrapped. */
  muchRoom: 4,
  /** Fraction of the size that a space before the next word takes. */
  wordSpace: 0.3,
  /** Times the usual distance of wrapped lines that they keep; rows are further apart by their padding. */
  samePitch: 1.12,
  /** Fraction of the larger size within which the middles of two texts of one row stand. */
  sameRow: 0.35,
  /** Fraction of the lower text: texts that overlap more stand side by side; ascenders and descenders may touch. */
  rowOverlap: 0.15,
  /** Count of texts in a row that shows a table without rulings. */
  minColumns: 3,
  /** Count of such rows in a table: less may be a heading, a signature line or a list. */
  minRows: 3,
  /** Count of rows of two texts that make a table of two columns. */
  minPairs: 4,
  /** Fraction of these that begin, or end, under one another. */
  keptColumn: 0.8,
  /** Times the size: a text this wide may be a line of prose. */
  proseText: 15,
  /** Fraction of the width of a table: a single text that is wider is prose below or above it. */
  prose: 0.7,
  /** Times the size, and times the usual room between rows: more is above the first row of another table. */
  farRow: 2,
  farRows: 2.5,
  /** Fraction of the texts of the fullest row that the first row of a table has at least. */
  halfRow: 0.5,
  /** Count of rows on each side that show the usual room. */
  rowsAround: 6,
  /** Times the size of the text of a table: a larger text that stands alone is the title of another one. */
  largerTitle: 1.1,
  /** Count of lines in a column, at least, that follow another and all begin a text of their own. */
  listPairs: 3,
  /** Count of rows of a single text inside such a table at most. */
  maxSingles: 2,
  /** Fraction of its column: a head under no other counts as much as one that is so far off the middle of what it covers. */
  headless: 0.25,
  /** The same where heads of a single row do not stand at the foot of the header. */
  orphan: 1,
  /** Count of printed lines of a header at most: more are texts of a table of words. */
  headLines: 8,
  /** Points around the outermost texts of such a table. */
  tableMargin: 2,
  /** Fraction of its size by which the middle of a label is off that of its row. */
  levelLabel: 0.15,
  /** Fraction of the texts of the fullest column: one with as many has a text in every row; to its left, texts span rows. */
  fullColumn: 0.75,

  // Text

  /** Fraction of the size: less room than this between two glyphs, and a blank drawn there is no space. */
  noSpace: 0.05,
  /** Fraction of the cells of a page whose last line ends with a blank: more, and its producer ends every line so. */
  endBlanks: 0.5,
};

/** See each property. */
export const LAYOUT_TOLERANCES: Readonly<typeof tolerances> = tolerances;

/** How far the sections go by counts, lengths and sizes where labels alone do not tell. */
export const SECTIONS_TOLERANCES = {
  /** Count of indicators that share a merged cell, at most: each names them all, which bounds the memory. */
  mostShared: 1000,
  /** Points by which sums differ that are the same: points are stated to two decimals. */
  samePoints: 0.005,
  /** Points by which a total differs from the sum of the items that it closes: people round. */
  roundedPoints: 0.5,
  /** Count of columns that are numbered under their heads, at least: fewer may be values. */
  countedColumns: 3,
  /** Count of rows that are numbered down a whole table, at least: fewer may be a list. */
  countedRows: 5,
  /** Rows of a column header: labels stand under a common one at two levels, and nobody has seen a fourth. */
  headerRows: 3,
  /** Columns with a meaning that make the header of an indicator table: names, and two values of theirs. */
  indicatorColumns: 3,
  /** Columns that make the header of a funds block, of those that no other block has: budgets, what was spent, the rate. */
  fundMarks: 2,
  /** Sources of funds side by side that make the header of funds by columns; one of them may be the label of a row. */
  fundSources: 2,
  /** Difference between an execution rate and what the amounts make it, at most, where these tell percent from a fraction. */
  sameRate: 0.005,
  /** Known labels in the header of a list of tasks; one of them may stand in any row. */
  listColumns: 2,
  /** Columns with a meaning that one value of an indicator may span; a wider text belongs to the closing part. */
  mergedColumns: 3,
  /** First rows of a table in which the title of its form may stand: one above it may name the annex, one the year. */
  titleRows: 3,
  /** Lines of other text between a title and its first table; with more of them the title was only a mention. */
  strangersUnderTitle: 3,
  /** Lines kept for a form that may yet begin: its preface and its title take five; more of them are never looked at. */
  looseLines: 8,
  /** Lines above a title that may belong to the form below: the number of the sheet, its year, its unit, who files it. */
  prefaceLines: 4,
  /** Difference of size, as a fraction of it, of the two lines of one title: they are set alike, but measured. */
  sameSize: 0.03,
  /** Times the size: room between the two lines of one title, at most. */
  titleGap: 1.5,
  /** Difference of size, as a fraction of it, of two notes; the document around them is set in another size. */
  noteSize: 0.12,
  /** Characters of a line that is full, in the sizes that titles have: the title goes on in the next line. */
  fullLine: 16,
  /** Characters of a title, white space not counted; anything longer is a sentence that mentions a form. */
  titleLength: 60,
  /** Characters of a label, brackets included; anything longer is a value. */
  labelLength: 60,
  /** Characters of a label that is known in any order of them: fewer make words of their own that way. */
  uprightLabel: 4,
  /** Characters of a label that stays one with words added to it: shorter ones are words of many others. */
  addedLength: 3,
  /** Characters of a text whose likeness to a label counts; longer ones say things, they do not name them. */
  guessedLength: 16,
  /** Characters of a label that is not known, and of a label in the first column that names a block. */
  unknownLabelLength: 12,
  /** Characters of a line that states the unit of money, white space not counted. */
  unitLineLength: 24,
  /** Characters of the value behind a label that is not known; a longer one is a sentence with a colon in it. */
  unknownValueLength: 60,
};

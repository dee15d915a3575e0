/** What the evidence for and against one table over a page break weighs, and where it begins. */
const tolerances = {
  /** Points of the score: parts are one table from here on. A match of columns alone gives as much. */
  joins: 2,
  /** Points of what also happens by chance: a table that ends at the foot of its page, a signature under it. */
  weak: 1,
  /** Points of what hardly happens by chance: columns that go on, a cell without its lower border. */
  telling: 2,
  /** Points of what is printed to say so: a header again, a caption with 续; and of a text that stands between. */
  strong: 4,
  /** Points of what the rest of a table never has: a number, title or labelled value other than the table's own. */
  decisive: 10,
  /** Times `weak`: what inner boundaries can weigh that are all the same, and at least where they all differ. */
  mostColumns: 3,
  leastColumns: -1,
  /** Fraction of the narrower column beside it by which a boundary may stand elsewhere on the next page. */
  sameBoundary: 0.2,
  /** Points by which it always may: drawn lines are that thick. */
  thickness: 1,
  /** Fraction of the outer column within which the edge of a table without lines is known. */
  looseEdge: 0.5,
  /** Fraction of the width by which a part may differ that is as large as the other. */
  sameScale: 0.02,
  /** Times the width by which the next part may be larger or smaller. */
  maxScale: 1.5,
  /** Fraction of the height of a sheet that margins take: free room above or below beyond it speaks against. */
  margin: 0.15,
  /** Characters of a title at most, and at least. */
  longestTitle: 40,
  shortestTitle: 4,
  /** Characters of a label in front of a colon, at most. */
  longestLabel: 12,
  /** Rows at the top of a part that are compared to tell whether the table begins anew. */
  firstRows: 3,
  /** Count of texts there that are the same words in the same columns: a template, not chance. */
  sameTexts: 3,
  /** Count of the same numbers in rows that are the same: what is printed again on every page has none. */
  sameValues: 3,
  /** Points by which row boundaries of parts side by side may differ: one program printed them. */
  sameRow: 1,
  /** Count of different heights among the rows of a part: more than chance where another part has the same. */
  manyHeights: 3,
  /** Points by which heights of rows differ that are different. */
  otherHeight: 1,
  /** Fraction of the texts of a first column that are words, each another: they name the rows. */
  namesRows: 0.5,
} as const;

/** As numbers, and not each as its own type: tests change them. */
export const STITCH_TOLERANCES: Readonly<Record<keyof typeof tolerances, number>> = tolerances;

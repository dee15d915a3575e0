/** How much evidence it takes to say that something was not read as it stands. */
export const ACCOUNT_TOLERANCES = {
  /** Points. The sides of a picture that may show a number, and the width of one that may be a title. */
  pictureHeight: 4,
  pictureWidth: 8,
  titleWidth: 100,
  /** Columns of a table that make it one of the same template, and points by which its sides may be off. */
  templateColumns: 5,
  sameSide: 3,
  /** Characters of a label, at least, that may be the larger half of a known one. */
  halfLength: 4,
  /** Characters of a text that may be a label, known or not; a longer one says something. */
  labelLength: 40,
  /** Characters of a part of a label that a border cut, and of a label in `extra` with a comma in it. */
  partLength: 12,
  /** Different names of groups (产出指标, 数量指标 ...) that make a table without a known header one of indicators. */
  groupsOfIndicators: 2,
};

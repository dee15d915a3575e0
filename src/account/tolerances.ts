/** How much evidence it takes to say that something was not read as it stands. */
export const ACCOUNT_TOLERANCES = {
  /** Different names of groups (产出指标, 数量指标 ...) that make a table without a known header one of indicators. */
  groupsOfIndicators: 2,
};

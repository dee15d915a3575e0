/** What bare numbers are taken for. */
export const TEXT_TOLERANCES = {
  /** Points: a bare number in a label's bracket is a weight from here on; a lower one is an ordinal (年度绩效目标（1）). */
  minBareWeight: 5,
  /** Points: up to here; a higher one is a year or an amount. */
  maxBareWeight: 100,
  /** A rate without a percent sign is a fraction up to here, and percent above: 1.2 is a budget overspent, 98.5 is not. */
  maxFraction: 1.5,
};

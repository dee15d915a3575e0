/** When arithmetic may overrule the engine. Confidences are those of the engine, 0 to 1. */
export const CROSSCHECK_TOLERANCES = {
  /** Confidence below which a character is doubted: above it the engines are wrong about one in some thousands. */
  doubted: 0.9,
  /** Confidence that another character must have been given to be tried: below it any digit would be. */
  offered: 0.02,
  /** The same for a comma against a point, which are so alike that the one is doubted wherever the other was offered. */
  offeredAlike: 0.005,
  /** Doubts in one form up to which pairs of them are tried: with more, some pair fits by chance. */
  maxPaired: 24,
};

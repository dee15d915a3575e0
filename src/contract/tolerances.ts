/** How far printed numbers may differ before a rule speaks. Units: points of score, fractions, or 元. */
export const DEFAULT_TOLERANCES = {
  /** Points by which scores may miss their total: each was rounded on its own. */
  score: 0.05,
  /** Points by which weights may miss theirs; weights are not rounded. */
  weight: 0.01,
  /** Fraction by which a printed rate may miss the computed one, where it has decimals. */
  rate: 0.005,
  /** The same where it is printed without decimals: 95%. */
  wholeRate: 0.01,
  /** 元 by which the parts of an amount may miss their sum. */
  amount: 1,
  /** Points by which a score may miss what the formula gives. */
  formula: 0.1,
  /** Points by which the score of the execution rate may miss before it is an error. */
  fundScore: 0.5,
  /** Below this execution rate (fraction) a reason is asked for. */
  lowRate: 0.9,
  /** From this multiple of the target on, over-fulfilment asks for a reason. */
  overFulfilment: 1.3,
  /** A change of the budget within the year by more than this fraction asks for a reason. */
  budgetChange: 0.3,
} as const;

export type ToleranceName = keyof typeof DEFAULT_TOLERANCES;
export type Tolerances = Readonly<Record<ToleranceName, number>>;

/** How sure an OCR engine must be. */
export const EVIDENCE_TOLERANCES = {
  /** Confidence (0 to 1) below which a character is to be compared with the page: above it the engines are mostly right. */
  uncertain: 0.6,
};

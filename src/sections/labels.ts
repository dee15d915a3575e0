import {
  CONCLUSION_LABELS,
  FUND_BLOCK_LABELS,
  FUND_COLUMNS,
  FUND_KINDS,
  GOAL_BLOCK_LABELS,
  GOAL_LABELS,
  HEADER_LABELS,
  INDICATOR_BLOCK_LABELS,
  INDICATOR_COLUMNS,
  indexOf,
  NOTE_LABELS,
  setOf,
  TOTAL_HEADER_LABELS,
  TOTAL_LABELS,
} from './vocabulary.js';

/** The vocabulary, indexed by matching key. */
export const HEADER = indexOf(HEADER_LABELS);
export const FUND_COLUMN = indexOf(FUND_COLUMNS);
export const FUND_KIND = indexOf(FUND_KINDS);
export const FUND_BLOCK = setOf(FUND_BLOCK_LABELS);
export const GOAL = indexOf(GOAL_LABELS);
export const GOAL_BLOCK = setOf(GOAL_BLOCK_LABELS);
export const INDICATOR_COLUMN = indexOf(INDICATOR_COLUMNS);
export const INDICATOR_BLOCK = setOf(INDICATOR_BLOCK_LABELS);
export const TOTAL = indexOf(TOTAL_LABELS);
export const TOTAL_HEADER = setOf(TOTAL_HEADER_LABELS);
export const CONCLUSION = indexOf(CONCLUSION_LABELS);
export const NOTE = setOf(NOTE_LABELS);

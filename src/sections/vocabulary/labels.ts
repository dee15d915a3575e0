import { SECTIONS_TOLERANCES } from '../tolerances.js';
import { keyOf } from './label-key.js';
import {
  CONCLUSION_LABELS,
  FUND_BLOCK_LABELS,
  FUND_BLOCK_PATTERN,
  FUND_COLUMN_PATTERNS,
  FUND_COLUMNS,
  FUND_KIND_PATTERNS,
  FUND_KINDS,
  GOAL_BLOCK_LABELS,
  GOAL_LABELS,
  GOAL_PATTERNS,
  HEADER_LABELS,
  HEADER_PATTERNS,
  INDICATOR_BLOCK_LABELS,
  INDICATOR_BLOCK_PATTERN,
  INDICATOR_COLUMN_PATTERNS,
  INDICATOR_COLUMNS,
  LEVEL_NAMES,
  LIST_COLUMNS,
  LIST_MARKS,
  NAME_HEAD,
  NOTE_LABELS,
  type Pattern,
  SUBTOTAL_LABELS,
  TOTAL_HEADER_LABELS,
  TOTAL_LABELS,
  TOTAL_PARTS,
  WHOLE_DEPARTMENT_LABELS,
} from './spellings.js';

/** What labels mean, by matching key. */
export interface Labels<T extends string> {
  /** Whether the vocabulary has this spelling. */
  has(key: string): boolean;
  get(key: string): T | undefined;
  /** The meaning of this spelling, or of one that looks like it. */
  guess(key: string): T | undefined;
}

/** The first meaning that names a spelling keeps it. Long texts are looked up, but not compared with patterns. */
function labelsOf<T extends string>(
  spellings: Readonly<Partial<Record<T, readonly string[]>>>,
  patterns: readonly Pattern<T>[] = [],
): Labels<T> {
  const index = new Map<string, T>();
  for (const [meaning, list] of Object.entries(spellings) as [T, readonly string[]][]) {
    for (const key of list.map(keyOf)) if (!index.has(key)) index.set(key, meaning);
  }
  const guess = (key: string): T | undefined => {
    const known = index.get(key);
    if (known !== undefined || key === '' || key.length > SECTIONS_TOLERANCES.guessedLength) return known;
    return patterns.find(([pattern]) => pattern.test(key))?.[1] ?? undefined;
  };
  return { has: (key) => index.has(key), get: (key) => index.get(key), guess };
}

const setOf = (labels: readonly string[]): ReadonlySet<string> => new Set(labels.map(keyOf));

/** The vocabulary, by matching key. */
export const HEADER = labelsOf(HEADER_LABELS, HEADER_PATTERNS);
export const WHOLE_DEPARTMENT = setOf(WHOLE_DEPARTMENT_LABELS);
export const FUND_COLUMN = labelsOf(FUND_COLUMNS, FUND_COLUMN_PATTERNS);
export const FUND_KIND = labelsOf(FUND_KINDS, FUND_KIND_PATTERNS);
export const FUND_BLOCK = setOf(FUND_BLOCK_LABELS);
export const GOAL = labelsOf(GOAL_LABELS, GOAL_PATTERNS);
export const GOAL_BLOCK = setOf(GOAL_BLOCK_LABELS);
export const INDICATOR_COLUMN = labelsOf(INDICATOR_COLUMNS, INDICATOR_COLUMN_PATTERNS);
export const INDICATOR_BLOCK = setOf(INDICATOR_BLOCK_LABELS);
export const LEVEL = setOf(LEVEL_NAMES);
export const TOTAL = labelsOf(TOTAL_LABELS);
export const TOTAL_PART = labelsOf(TOTAL_PARTS);
export const TOTAL_HEADER = setOf(TOTAL_HEADER_LABELS);
export const SUBTOTAL = setOf(SUBTOTAL_LABELS);
export const LIST_MARK = setOf(LIST_MARKS);
export const LIST_COLUMN = setOf([...LIST_MARKS, ...LIST_COLUMNS]);
export const CONCLUSION = labelsOf(CONCLUSION_LABELS);
export const NOTE = setOf(NOTE_LABELS);

/** The characters of a text in one order: those of a label that stands upright may be read in any. */
const charactersOf = (text: string): string => [...text].sort().join('');
const anagramsOf = (labels: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    labels.filter((label) => [...label].length >= SECTIONS_TOLERANCES.uprightLabel).map((l) => [charactersOf(l), l]),
  );
const UPRIGHT_BLOCKS = anagramsOf(INDICATOR_BLOCK_LABELS);
const UPRIGHT_FUNDS = anagramsOf(Object.values<readonly string[]>(FUND_KINDS).flat());

/** Whether a label names the block of indicators as a whole, also where it stands upright and is read in another order. */
export function isIndicatorBlock(label: string): boolean {
  const key = keyOf(label);
  return INDICATOR_BLOCK.has(key) || INDICATOR_BLOCK_PATTERN.test(key) || UPRIGHT_BLOCKS.has(charactersOf(key));
}

/** Whether a label names the block of the funds as a whole: 部门预算资金情况, 项目经费安排使用情况. */
export function isFundBlock(label: string): boolean {
  const key = keyOf(label);
  if (FUND_BLOCK.has(key)) return true;
  return FUND_BLOCK_PATTERN.test(key) && !FUND_KIND.has(key) && !FUND_COLUMN.has(key);
}

/** Whether the label of a column says that names of indicators or of their groups stand in it, and not of which level. */
export const isNameHead = (key: string): boolean => NAME_HEAD.test(key);

/** The label of a fund row as it is spelled, where it stands upright and was read in another order. */
export function uprightFund(label: string): string {
  return FUND_KIND.has(keyOf(label)) ? label : (UPRIGHT_FUNDS.get(charactersOf(label)) ?? label);
}

/** Every spelling of a label, by matching key; the names of levels are text of their fields. */
export const LABEL_KEYS = setOf(
  [
    ...[HEADER_LABELS, FUND_COLUMNS, FUND_KINDS, GOAL_LABELS, INDICATOR_COLUMNS, TOTAL_LABELS, TOTAL_PARTS],
    CONCLUSION_LABELS,
  ]
    .flatMap((spellings) => Object.values<readonly string[]>(spellings).flat())
    .concat(WHOLE_DEPARTMENT_LABELS, FUND_BLOCK_LABELS, GOAL_BLOCK_LABELS, INDICATOR_BLOCK_LABELS, NOTE_LABELS)
    .concat(TOTAL_HEADER_LABELS, SUBTOTAL_LABELS, LIST_MARKS, LIST_COLUMNS),
);

/** The labels of a form, for whoever reads texts that may be nearly one: names of levels are text of their fields. */
export const FORM_LABELS = { keyOf, labels: LABEL_KEYS, values: LEVEL };

/** Who signs, and when: labels of the lines under a form. */
export const SIGNATURE =
  /(负责人|联系人|填表人|填报人|经办人|制表人|审核人?|复核人?|签字|签名|签章|盖章|公章|电话|手机)$/u;

import { readWeight, splitBrackets } from '../../text/label.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';
import { keyOf } from './label-key.js';
import {
  CONCLUSION_LABELS,
  CONCLUSION_PATTERNS,
  FUND_BLOCK_LABELS,
  FUND_BLOCK_PATTERN,
  FUND_COLUMN_PATTERNS,
  FUND_COLUMNS,
  FUND_KIND_PATTERNS,
  FUND_KINDS,
  GOAL_BLOCK_LABELS,
  GOAL_LABELS,
  GOAL_PATTERNS,
  HEADER_BLOCK_LABELS,
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
  /** The meaning of this spelling, of one that looks like it, or of one that it only adds to. */
  guess(key: string): T | undefined;
  /** Whether a label of this kind is known to mean nothing of ours. */
  isOther(key: string): boolean;
  /** The usual spelling of a label with this meaning. */
  nameOf(meaning: T): string;
}

/** The first meaning that names a spelling keeps it. Long texts are looked up, but not compared with patterns. */
function labelsOf<T extends string>(
  spellings: Readonly<Partial<Record<T, readonly string[]>>>,
  patterns: readonly Pattern<T>[] = [],
  endings: RegExp = COLUMN_ENDING,
): Labels<T> {
  const index = new Map<string, T>();
  for (const [meaning, list] of Object.entries(spellings) as [T, readonly string[]][]) {
    for (const key of list.map(keyOf)) if (!index.has(key)) index.set(key, meaning);
  }
  const guess = (key: string): T | undefined => {
    const known = index.get(key);
    if (known !== undefined || key === '' || key.length > SECTIONS_TOLERANCES.guessedLength) return known;
    const pattern = patterns.find(([one]) => one.test(key));
    if (pattern) return pattern[1] ?? undefined;
    return index.get(withoutAdded(key, endings, (part) => index.has(part)));
  };
  const isOther = (key: string): boolean =>
    !index.has(key) &&
    key.length <= SECTIONS_TOLERANCES.guessedLength &&
    patterns.find(([one]) => one.test(key))?.[1] === null;
  const nameOf = (meaning: T): string => spellings[meaning]?.[0] ?? meaning;
  return { has: (key) => index.has(key), get: (key) => index.get(key), guess, isOther, nameOf };
}

/** What forms add to a label without making another of it: in front, and behind. Anything else may be a word that does. */
const ADDED =
  /^(本项目|该项目|项目|本单位|单位|本年度|本年|当年度?|今年|年度|全年|[0-9]{4}年度?|指标|绩效|自评|[省市县区]级|本级|具体|主要)/u;
const HEADER_ENDING = /(全称|名称|姓名)$/u;
const COLUMN_ENDING = /(情况|数值|数|值|一栏|栏)$/u;

/** The longest part of a label that is known, where nothing but what may be added stands around it; else the label. */
function withoutAdded(label: string, ending: RegExp, isKnown: (key: string) => boolean): string {
  const plain = label.replace(STAMP, '');
  const { addedLength } = SECTIONS_TOLERANCES;
  for (const behind of [plain, plain.replace(ending, '')]) {
    for (let part = behind; [...part].length >= addedLength; part = part.replace(ADDED, '')) {
      if (isKnown(part)) return part;
      if (!ADDED.test(part)) break;
    }
  }
  return label;
}

/** Where to stamp or sign, within a label. */
const STAMP = /\((盖章|公章|签章|签字|签名)\)/gu;

/**
 * The usual spelling of what a label was taken for, where the vocabulary does not have it as it is printed: with words or
 * with a bracket more. Null where it has.
 */
export function matchedAs<T extends string>(labels: Labels<T>, label: string, meaning: T): string | null {
  const isSpelled = labels.get(keyOf(label)) === meaning && splitBrackets(label).groups.every(isUsual);
  return isSpelled ? null : labels.nameOf(meaning);
}

/** Whether a bracket holds what brackets behind labels hold: points, a unit, a formula, where to stamp. */
const isUsual = (group: string): boolean => readWeight(group) !== null || USUAL.test(group);
const USUAL =
  /^([A-Z0-9①-⑳≥≤=+\-*/%.]+|.*[=*/].*|.*元|%|分|加?盖?(盖章|公章|签章|签字|签名)|[^()]{0,4}(单位|部门|项目|政策)(名称)?|(全年)?调整后?|续表?|名称|使用)$/u;

const setOf = (labels: readonly string[]): ReadonlySet<string> => new Set(labels.map(keyOf));

/** The vocabulary, by matching key. */
export const HEADER = labelsOf(HEADER_LABELS, HEADER_PATTERNS, HEADER_ENDING);
export const WHOLE_DEPARTMENT = setOf(WHOLE_DEPARTMENT_LABELS);
export const FUND_COLUMN = labelsOf(FUND_COLUMNS, FUND_COLUMN_PATTERNS);
export const FUND_KIND = labelsOf(FUND_KINDS, FUND_KIND_PATTERNS);
export const FUND_BLOCK = setOf(FUND_BLOCK_LABELS);
export const GOAL = labelsOf(GOAL_LABELS, GOAL_PATTERNS);
export const GOAL_BLOCK = setOf(GOAL_BLOCK_LABELS);
export const INDICATOR_COLUMN = labelsOf(INDICATOR_COLUMNS, INDICATOR_COLUMN_PATTERNS);
export const HEADER_BLOCK = setOf(HEADER_BLOCK_LABELS);
export const INDICATOR_BLOCK = setOf(INDICATOR_BLOCK_LABELS);
export const LEVEL = setOf(LEVEL_NAMES);
export const TOTAL = labelsOf(TOTAL_LABELS);
export const TOTAL_PART = labelsOf(TOTAL_PARTS);
export const TOTAL_HEADER = setOf(TOTAL_HEADER_LABELS);
export const LIST_MARK = setOf(LIST_MARKS);
export const LIST_COLUMN = setOf([...LIST_MARKS, ...LIST_COLUMNS]);
export const CONCLUSION = labelsOf(CONCLUSION_LABELS, CONCLUSION_PATTERNS);
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

/** Whether the label of a column says that it names what the third level groups. */
export const isFourthLevel = (key: string): boolean => /^[四五45]级/u.test(key);

/** The label of a fund row as it is spelled, where it stands upright and was read in another order. */
export function uprightFund(label: string): string {
  return FUND_KIND.has(keyOf(label)) ? label : (UPRIGHT_FUNDS.get(charactersOf(label)) ?? label);
}

/** Whether a row under this label adds up a group of others: 小计, 指标得分小计, 产出指标小计. */
export const isSubtotal = (label: string): boolean => ANY_SUBTOTAL.test(keyOf(label));
const ANY_SUBTOTAL = /^[^，。；]{0,10}小计$/u;
/** Labels that say no more than that: they need the name of their group. */
export const SUBTOTAL = setOf(SUBTOTAL_LABELS);

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

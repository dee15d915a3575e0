import type { TextLine } from '../../layout/layout-types.js';
import { squeeze } from '../../text/join.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';
import { inlinePairs } from './inline-pairs.js';
import { unitInLine } from './label-brackets.js';
import { keyOf } from './label-key.js';
import { CONCLUSION, GOAL, GOAL_BLOCK, HEADER, INDICATOR_BLOCK, isFundBlock, SIGNATURE, TOTAL } from './labels.js';
import { readTitle, readYearLine } from './titles.js';
import { totalText } from './total-text.js';

/**
 * What a line outside of the tables may be for a form: its notes, names to be signed, a labelled value, the year or unit,
 * the heading of one of its blocks, the number of the sheet. Anything else is the text of the document around it.
 */
export type LineKind = 'notes' | 'signature' | 'pair' | 'year' | 'unit' | 'heading' | 'number' | 'date' | 'other';

const NOTE_START = /^(注|备注|填表说明|填报说明|说明)\s*[:：0-9１-９一]|^(注|备注|填表说明|填报说明)$/u;
const SHEET_NUMBER =
  /^公开\s*[0-9-]+\s*表$|^[（(]?(附?表|表格)?编?号\s*[:：]?\s*[A-Z0-9_-]+[)）]?$|^表\s*[0-9]+(-[0-9]+)*$/iu;
const DATE = /^(\d{4}|\s*)\s*年\s*\d{0,2}\s*月\s*\d{0,2}\s*日$/u;
const BLOCK_HEADING = /^[（(]?[一二三四五六七八九十0-9]{1,3}[、.)）．]\s*[^。；，:：]{2,24}$/u;
const SEAL = /^[（(]?(公章|盖章|单位公章|单位盖章|签章)[)）]?$/u;

/** What a line is, by itself. */
export function lineKind({ text }: TextLine): LineKind {
  if (NOTE_START.test(text)) return 'notes';
  if (readYearLine(text) !== null) return 'year';
  if (isSignature(text)) return 'signature';
  if (unitInLine(text) !== null && squeeze(text).length <= SECTIONS_TOLERANCES.unitLineLength) return 'unit';
  if (SHEET_NUMBER.test(text)) return 'number';
  if (isDateOrSeal(text)) return 'date';
  if (totalText(text) !== null) return 'pair';
  const pairs = inlinePairs(text);
  if (pairs.some(([label]) => isKnownLabel(label))) return 'pair';
  if (pairs.length > 0 && pairs.every(isShort)) return 'pair';
  return isHeading(text) ? 'heading' : 'other';
}

/** Whether a text is a date, filled in or not, or says where the seal goes: it needs no label. */
export const isDateOrSeal = (text: string): boolean => DATE.test(text) || SEAL.test(squeeze(text));

/** An unknown label is short, and so is its value. */
function isShort([label, value]: readonly [string, string]): boolean {
  const { unknownLabelLength, unknownValueLength } = SECTIONS_TOLERANCES;
  return label.length <= unknownLabelLength && value.length <= unknownValueLength && !/[。；]/u.test(value);
}

function isKnownLabel(label: string): boolean {
  const key = keyOf(label);
  return HEADER.has(key) || CONCLUSION.has(key) || TOTAL.has(key) || GOAL.has(key) || isFundBlock(label);
}

/** The heading of a block of a form: a known one, or any that is short and numbered. */
function isHeading(text: string): boolean {
  const key = keyOf(text);
  const isBlock = isFundBlock(text) || GOAL_BLOCK.has(key) || INDICATOR_BLOCK.has(key);
  return isBlock || (BLOCK_HEADING.test(text) && readTitle(text) === null);
}

/** A line of names to be signed: 项目负责人：张三 财务负责人：李四. */
function isSignature(text: string): boolean {
  return inlinePairs(text).some(([label]) => SIGNATURE.test(keyOf(label)));
}

/**
 * How many of the lines in front of a title belong to the form under it: the number of the sheet, its unit, who files it.
 * Only lines on the title's own `page` count, and pairs whose label stood above an earlier form or that nobody signs.
 */
export function prefaceLength(lines: readonly TextLine[], page: number, headLabels: ReadonlySet<string>): number {
  let length = 0;
  while (length < Math.min(SECTIONS_TOLERANCES.prefaceLines, lines.length)) {
    const line = lines[lines.length - 1 - length] as TextLine;
    if (line.place.page !== page || !isPreface(line, headLabels)) break;
    length++;
  }
  return length;
}

/** An item of a list belongs to what is listed above it. */
const ITEM = /^[（(]?([0-9]{1,2}|[一二三四五六七八九十]+)[.．、)）]/u;

function isPreface(line: TextLine, headLabels: ReadonlySet<string>): boolean {
  if (ITEM.test(line.text)) return false;
  const kind = lineKind(line);
  if (kind === 'unit' || kind === 'number' || kind === 'year') return true;
  if (kind !== 'pair') return false;
  const keys = inlinePairs(line.text).map(([label]) => keyOf(label));
  return keys.some((key) => headLabels.has(key)) || keys.every((key) => !SIGNATURE.test(key));
}

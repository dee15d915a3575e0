import { escapePointer } from '../../contract/pointer.js';
import type { Place } from '../../geometry/box.js';
import type { Cell } from '../../layout/layout-types.js';
import { type Remark, remark } from '../../messages/say.js';
import { isTotal } from '../../sections/blocks/total.js';
import type { Draft } from '../../sections/draft.js';
import type { TableView } from '../../sections/table-view.js';
import { keyOf } from '../../sections/vocabulary/label-key.js';
import {
  FUND_COLUMN,
  FUND_KIND,
  GOAL,
  HEADER,
  INDICATOR_COLUMN,
  isSubtotal,
  LABEL_KEYS,
  LEVEL,
} from '../../sections/vocabulary/labels.js';
import { GUIDANCE_MARK } from '../../sections/vocabulary/left-over.js';
import { readNumber } from '../../text/number.js';
import { ACCOUNT_TOLERANCES as TOL } from '../tolerances.js';
import { placeOf } from './place-of.js';

/** Fields whose text is the label of another. */
export function labelsAsValues(draft: Draft): Remark[] {
  return NAMED.flatMap((pointer) => {
    const printed = draft.printed.get(pointer);
    const place = printed?.places[0];
    if (!printed || !place) return [];
    const key = keyOf(printed.text);
    const isLabel = HEADER.has(key) || GOAL.has(key) || INDICATOR_COLUMN.has(key);
    return isLabel ? [remark('labelAsValue', { text: printed.text }, place)] : [];
  });
}

/** Fields that never say what a label says. */
const NAMED = [
  ...['name', 'supervisingDepartment', 'implementingUnit', 'manager', 'phone'].map((field) => `/project/${field}`),
  ...['expected', 'actual', 'adjusted'].map((field) => `/goals/${field}`),
  ...['evaluation', 'problems', 'measures'].map((field) => `/conclusion/${field}`),
  '/total/grade',
];

/** Two cells beside or under each other that are one label only together: 年度指 and 标值. */
export function partedHeaders(view: TableView): Remark[] {
  const said: Remark[] = [];
  for (let row = view.from; row < view.to; row++) {
    for (const cell of view.starting(row)) {
      if (!isPart(cell)) continue;
      const right = view.at(cell.row, cell.col + cell.colSpan);
      const below = view.below(cell);
      for (const next of [right, below]) {
        if (next && next !== cell && isPart(next) && isKnown(cell.text + next.text)) {
          said.push(remark('labelParted', { text: `${cell.text}|${next.text}` }, cell.places[0] as Place));
        }
      }
    }
  }
  return said;
}

/** A text that may be a part of a label, and is none itself. */
const isPart = ({ text }: Cell): boolean => text.length <= TOL.partLength && HAN.test(text) && !isKnown(text);
const HAN = /^[\p{Script=Han}（）()\d]*\p{Script=Han}[\p{Script=Han}（）()\d]*$/u;

/** Labels in `extra` that say too much, or belong to a block of the form: the values beside them are not theirs. */
export function labelsInExtra(draft: Draft): Remark[] {
  return Object.keys(draft.report.extra).flatMap((label) => {
    // What the template says of how to fill in a field is kept under that field's name.
    if (label.endsWith(GUIDANCE_MARK) || draft.explained.has(`/extra/${escapePointer(label)}`)) return [];
    const isOfFunds = FUND_KIND.has(keyOf(label)) || GOAL.has(keyOf(label));
    if (!isOfFunds && !isSentence(label) && !isHalf(label)) return [];
    const place = placeOf(draft, `/extra/${escapePointer(label)}`);
    return place ? [remark('labelDoubtful', { text: label }, place)] : [];
  });
}

/** Whether a label is more than half of a longer known one: the rest of it came elsewhere. */
function isHalf(label: string): boolean {
  const key = keyOf(label);
  if (key.length < TOL.halfLength || isKnown(label)) return false;
  for (const known of LABEL_KEYS) {
    if (key.length < known.length && 2 * key.length > known.length && known.startsWith(key)) return true;
  }
  return false;
}

/** A number with what it counts: 115户. */
const QUANTITY = /^[≥≤=]?\d[\d.,]*[\p{Script=Han}a-zA-Z%％]{1,3}$/u;

/** A number, or a text with the punctuation of a sentence. */
const isSentence = (label: string): boolean =>
  readNumber(label).kind === 'number' ||
  QUANTITY.test(label) ||
  /[。；]/u.test(label) ||
  (/，/u.test(label) && label.length > TOL.partLength);

/** Names of funds with the unit of the whole block in them, and columns of indicators with a value in their label. */
export function fundLabels(draft: Draft): Remark[] {
  const { funds, indicators } = draft.report;
  const said = funds.rows.flatMap(({ label }, i) => {
    const place =
      label !== null &&
      /[（(][亿万千百]?元[）)]|\d{4,}$|\d\.\d+$/u.test(label) &&
      placeOf(draft, `/funds/rows/${i}/label`);
    return place ? [remark('labelDoubtful', { text: label ?? '' }, place)] : [];
  });
  for (const [i, { extra }] of indicators.entries()) {
    for (const label of Object.keys(extra)) {
      const pointer = `/indicators/${i}/extra/${escapePointer(label)}`;
      const place = holdsValue(label) && !draft.explained.has(pointer) ? placeOf(draft, pointer) : undefined;
      if (place) return [...said, remark('labelDoubtful', { text: label }, place)];
    }
  }
  return said;
}

/** Whether a text is the known label of a column and more behind it: the border below the label is missing. */
function holdsValue(label: string): boolean {
  if (/ 2$/u.test(label)) return true;
  const words = label.split(/\s+/u);
  if (INDICATOR_COLUMN.has(keyOf(label)) || (words.length > 1 && words.some((w) => INDICATOR_COLUMN.has(keyOf(w))))) {
    return true;
  }
  for (let i = label.length - 1; i >= 3; i--) {
    if (INDICATOR_COLUMN.has(keyOf(label.slice(0, i)))) return /\d/u.test(label.slice(i));
  }
  return false;
}

/** A label that is two known ones: the border between their columns is missing. */
export function joinedLabels(view: TableView): Remark[] {
  const said: Remark[] = [];
  for (let row = view.from; row < view.to; row++) {
    for (const cell of view.starting(row)) {
      if (view.isLabel(cell) && isTwoLabels(cell.text)) {
        said.push(remark('labelsJoined', { text: cell.text }, cell.places[0] as Place));
      }
    }
  }
  return said;
}

function isTwoLabels(text: string): boolean {
  if (text.length > 2 * TOL.partLength || LABEL_KEYS.has(keyOf(text)) || isSubtotal(text)) return false;
  const parts = isTotal(text) ? [] : text.split(/[/／]/u).map(meaningOf);
  if (parts.length > 1 && !parts.includes(undefined) && new Set(parts).size > 1) return true;
  for (let i = 2; i < text.length - 1; i++) {
    const [first, second] = [meaningOf(text.slice(0, i)), meaningOf(text.slice(i))];
    if (first && second && first !== second) return true;
  }
  return false;
}

function meaningOf(label: string): string | undefined {
  const key = keyOf(label);
  return INDICATOR_COLUMN.get(key) ?? FUND_COLUMN.get(key);
}

const isKnown = (text: string): boolean => LABEL_KEYS.has(keyOf(text)) || LEVEL.has(keyOf(text));

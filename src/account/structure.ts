import { escapePointer } from '../contract/pointer.js';
import type { Place } from '../geometry/box.js';
import type { Cell } from '../layout/layout-types.js';
import { type Remark, remark } from '../messages/say.js';
import type { Draft } from '../sections/draft.js';
import { isView } from '../sections/find/find-forms.js';
import type { ReadForm } from '../sections/sections.js';
import type { TableView } from '../sections/table-view.js';
import { keyOf } from '../sections/vocabulary/label-key.js';
import {
  CONCLUSION,
  FUND_KIND,
  GOAL,
  HEADER,
  INDICATOR_COLUMN,
  LABEL_KEYS,
  NOTE,
  TOTAL,
} from '../sections/vocabulary/labels.js';
import { readNumber } from '../text/number.js';

/** What no form has, and what then was most likely not read as it stands on the page. */
export function structureSaid(form: ReadForm): Remark[] {
  const views = form.parts.filter(isView);
  return [
    ...repeatedRows(form.draft),
    ...namelessRows(form.draft),
    ...labelsAsValues(form.draft),
    ...leftovers(form.draft),
    ...labelsInExtra(form.draft),
    ...doubtfulGroups(form.draft),
    ...views.flatMap((view) => [...crossedGroups(view), ...openBrackets(view), ...partedHeaders(view)]),
  ];
}

const placeOf = ({ printed }: Draft, pointer: string): Place | undefined => printed.get(pointer)?.places[0];

/** Several indicators whose name is one cell: the rows between were never drawn. */
function repeatedRows(draft: Draft): Remark[] {
  const rows = new Map<Place, number>();
  for (const i of draft.report.indicators.keys()) {
    const place = placeOf(draft, `/indicators/${i}/level3`);
    if (place) rows.set(place, (rows.get(place) ?? 0) + 1);
  }
  return [...rows].flatMap(([place, count]) => (count > 1 ? [remark('rowRepeated', { count }, place)] : []));
}

/** Indicators with a weight or a score and no name of their own. */
function namelessRows(draft: Draft): Remark[] {
  return draft.report.indicators.flatMap(({ level3, weight, score }, i) => {
    if (level3 !== null || (weight === null && score === null)) return [];
    const place = placeOf(draft, `/indicators/${i}/weight`) ?? placeOf(draft, `/indicators/${i}/score`);
    return place ? [remark('rowNameless', {}, place)] : [];
  });
}

/** Fields whose text is the label of another. */
function labelsAsValues(draft: Draft): Remark[] {
  const said: Remark[] = [];
  for (const [pointer, { text, places }] of draft.printed) {
    if (!/^\/(project|goals|conclusion|total\/grade)/u.test(pointer)) continue;
    const key = keyOf(text);
    if (places[0] && (HEADER.has(key) || GOAL.has(key) || INDICATOR_COLUMN.has(key))) {
      said.push(remark('labelAsValue', { text }, places[0]));
    }
  }
  return said;
}

/** A cell that is merged over rows of two groups, of which neither is merged over all of them. */
function crossedGroups(view: TableView): Remark[] {
  const said: Remark[] = [];
  for (let row = view.from; row < view.to; row++) {
    for (const cell of view.starting(row)) {
      if (cell.rowSpan < 2 || cell.text === '' || cell.col === 0) continue;
      const left = view.at(cell.row, cell.col - 1);
      const below = view.at(cell.row + cell.rowSpan - 1, cell.col - 1);
      const isCrossed =
        left &&
        below &&
        left !== below &&
        left.text !== '' &&
        below.text !== '' &&
        left.rowSpan > 1 &&
        below.rowSpan > 1;
      if (isCrossed) said.push(remark('groupCrossed', { text: cell.text }, cell.places[0] as Place));
    }
  }
  return said;
}

/** A bracket that is opened in one cell and closed in the next one: one text came into two cells. */
function openBrackets(view: TableView): Remark[] {
  const said: Remark[] = [];
  for (let row = view.from; row < view.to; row++) {
    for (const cell of view.starting(row)) {
      if (depth(cell.text) <= 0) continue;
      const next = [view.at(cell.row, cell.col + cell.colSpan), view.below(cell)];
      if (next.some((other) => other && depth(other.text) < 0)) {
        said.push(remark('bracketOpen', { text: cell.text }, cell.places[0] as Place));
      }
    }
  }
  return said;
}

/** Brackets that a text opens and does not close; less than 0 where it closes more. */
function depth(text: string): number {
  let open = 0;
  for (const char of text) {
    if ('（(《“【'.includes(char)) open++;
    else if ('）)》”】'.includes(char)) open--;
  }
  return open;
}

/** Two cells beside or under each other that are one label only together: 年度指 and 标值. */
function partedHeaders(view: TableView): Remark[] {
  const said: Remark[] = [];
  for (let row = view.from; row < view.to; row++) {
    for (const cell of view.starting(row)) {
      if (!isPart(cell)) continue;
      const right = view.at(cell.row, cell.col + cell.colSpan);
      const below = view.below(cell);
      for (const next of [right, below]) {
        if (next && next !== cell && isPart(next) && LABEL_KEYS.has(keyOf(cell.text + next.text))) {
          said.push(remark('labelParted', { text: `${cell.text}|${next.text}` }, cell.places[0] as Place));
        }
      }
    }
  }
  return said;
}

/** A text that may be a part of a label, and is none itself. */
const isPart = ({ text }: Cell): boolean =>
  text !== '' && text.length <= LONGEST_PART && !LABEL_KEYS.has(keyOf(text)) && !/\d/u.test(text);
const LONGEST_PART = 12;

/** Texts of tables that no block of the form took. */
function leftovers(draft: Draft): Remark[] {
  return draft.leftovers.flatMap(({ text, places }) =>
    places[0] ? [remark('cellLeftOver', { text }, places[0])] : [],
  );
}

/** Labels in `extra` that say too much, or belong to a block of the form: the values beside them are not theirs. */
function labelsInExtra(draft: Draft): Remark[] {
  return Object.keys(draft.report.extra).flatMap((label) => {
    const isKnown = FUND_KIND.has(keyOf(label)) || GOAL.has(keyOf(label));
    if (!isKnown && !isSentence(label)) return [];
    const place = placeOf(draft, `/extra/${escapePointer(label)}`);
    return place ? [remark('labelDoubtful', { text: label }, place)] : [];
  });
}

/** A number, or a text with the punctuation of a sentence. */
const isSentence = (label: string): boolean =>
  readNumber(label).kind === 'number' || (/[，。；]/u.test(label) && label.length > LONGEST_PART);

/** Names of groups that are no names: brackets alone, two labels in one, or none where other rows have one. */
function doubtfulGroups(draft: Draft): Remark[] {
  const { indicators } = draft.report;
  const hasLevel1 = indicators.some(({ level1 }) => level1 !== null);
  return indicators.flatMap(({ level1, level2, goal, level3 }, i) => {
    const name = [level1, level2, goal].find((text) => text !== null && isNoName(text));
    const place = placeOf(draft, `/indicators/${i}/level3`) ?? placeOf(draft, `/indicators/${i}/weight`);
    if (!place) return [];
    if (name !== undefined && name !== null) return [remark('groupDoubtful', { text: name }, place)];
    if (hasLevel1 && level1 === null) return [remark('groupMissing', { text: level3 ?? '' }, place)];
    if (level3 !== null && (NOTE.has(keyOf(level3)) || CONCLUSION.has(keyOf(level3)) || TOTAL.has(keyOf(level3)))) {
      return [remark('labelAsValue', { text: level3 }, place)];
    }
    return [];
  });
}

const isNoName = (text: string): boolean =>
  /^[（(][^（()）]*[）)]$/u.test(text) || (text.match(/[（(]\d+(\.\d+)?分?[）)]/gu) ?? []).length > 1;

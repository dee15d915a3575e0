import type { Place } from '../geometry/box.js';
import { type Remark, remark } from '../messages/say.js';
import type { Draft } from '../sections/draft.js';
import { keyOf } from '../sections/vocabulary/label-key.js';
import { CONCLUSION, NOTE, TOTAL } from '../sections/vocabulary/labels.js';

import { placeOf } from './place-of.js';

/** Several indicators, or rows of the funds, whose name is one cell: the rows between were never drawn. */
export function repeatedRows(draft: Draft): Remark[] {
  const rows = new Map<Place, number>();
  for (const i of draft.report.indicators.keys()) {
    const place = placeOf(draft, `/indicators/${i}/level3`);
    if (place) rows.set(place, (rows.get(place) ?? 0) + 1);
  }
  for (const i of draft.report.funds.rows.keys()) {
    const place = placeOf(draft, `/funds/rows/${i}/label`);
    if (place) rows.set(place, (rows.get(place) ?? 0) + 1);
  }
  return [...rows].flatMap(([place, count]) => (count > 1 ? [remark('rowRepeated', { count }, place)] : []));
}

/** Indicators with a weight or a score and no name of their own. */
export function namelessRows(draft: Draft): Remark[] {
  return draft.report.indicators.flatMap(({ level3, weight, score }, i) => {
    if (level3 !== null || (weight === null && score === null)) return [];
    const place = placeOf(draft, `/indicators/${i}/weight`) ?? placeOf(draft, `/indicators/${i}/score`);
    return place ? [remark('rowNameless', {}, place)] : [];
  });
}

/** Names of groups that are no names: brackets alone, two labels in one, or none where other rows have one. */
export function doubtfulGroups(draft: Draft): Remark[] {
  const { indicators } = draft.report;
  const hasLevel1 = indicators.some(({ level1 }) => level1 !== null);
  return indicators.flatMap(({ level1, level2, goal, level3 }, i) => {
    const name = [level1, level2, goal].find((text) => text !== null && isNoName(text));
    const place = placeOf(draft, `/indicators/${i}/level3`) ?? placeOf(draft, `/indicators/${i}/weight`);
    if (!place) return [];
    if (name !== undefined && name !== null) return [remark('groupDoubtful', { text: name }, place)];
    if (hasLevel1 && level1 === null) return [remark('groupMissing', { text: level3 ?? '' }, place)];
    if (
      level3 !== null &&
      (/^(说明|备注)$/u.test(level3) ||
        NOTE.has(keyOf(level3)) ||
        CONCLUSION.has(keyOf(level3)) ||
        TOTAL.has(keyOf(level3)))
    ) {
      return [remark('labelAsValue', { text: level3 }, place)];
    }
    return [];
  });
}

const isNoName = (text: string): boolean =>
  /^[（(][^（()）]*[）)]$/u.test(text) || (text.match(/[（(]\d+(\.\d+)?分?[）)]/gu) ?? []).length > 1;

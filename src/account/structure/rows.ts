import { overlap, type Place } from '../../geometry/box.js';
import { type Remark, remark } from '../../messages/say.js';
import type { Draft } from '../../sections/draft.js';
import { keyOf } from '../../sections/vocabulary/label-key.js';
import { CONCLUSION, isNameHead, LEVEL, NOTE, TOTAL } from '../../sections/vocabulary/labels.js';
import { ACCOUNT_TOLERANCES as TOL } from '../tolerances.js';
import { placeOf } from './place-of.js';

/** Several indicators, or rows of the funds, whose name is one cell: the rows between were never drawn. */
export function repeatedRows(draft: Draft): Remark[] {
  const rows = new Map<Place, number>();
  const finer = new Set<string>();
  for (const [i, { extra }] of draft.report.indicators.entries()) {
    const place = placeOf(draft, `/indicators/${i}/level3`);
    // A fourth level names each of the rows beside its third one.
    const name = Object.keys(extra).find((label) => isNameHead(keyOf(label)));
    const isNamed = name !== undefined && !finer.has(JSON.stringify([place, extra[name]]));
    if (name !== undefined) finer.add(JSON.stringify([place, extra[name]]));
    if (place && !isNamed) rows.set(place, (rows.get(place) ?? 0) + 1);
  }
  for (const i of draft.report.funds.rows.keys()) {
    const place = placeOf(draft, `/funds/rows/${i}/label`);
    if (place) rows.set(place, (rows.get(place) ?? 0) + 1);
  }
  return [...rows].flatMap(([place, count]) => (count > 1 ? [remark('rowRepeated', { count }, place)] : []));
}

/** A weight or score that is merged over several indicators: added up for each of them, it counts too often. */
export function sharedNumbers(draft: Draft): Remark[] {
  return (['weight', 'score'] as const).flatMap((field) => {
    const shared = new Map<Place, number[]>();
    for (const i of draft.report.indicators.keys()) {
      const place = placeOf(draft, `/indicators/${i}/${field}`);
      if (place) shared.set(place, [...(shared.get(place) ?? []), i]);
    }
    return [...shared].flatMap(([place, rows]) => {
      const text = draft.printed.get(`/indicators/${rows[0]}/${field}`)?.text ?? '';
      return rows.length > 1 ? [remark('numberShared', { text, count: rows.length }, place)] : [];
    });
  });
}

/** Indicators with a weight or a score and no name of their own. */
export function namelessRows(draft: Draft): Remark[] {
  return draft.report.indicators.flatMap(({ level3, weight, score }, i) => {
    if (level3 !== null || (weight === null && score === null)) return [];
    const place = placeOf(draft, `/indicators/${i}/weight`) ?? placeOf(draft, `/indicators/${i}/score`);
    return place ? [remark('rowNameless', {}, place)] : [];
  });
}

/** Indicators that say the same as another one in every field. */
export function sameRows(draft: Draft): Remark[] {
  const seen = new Set<string>();
  return draft.report.indicators.flatMap(({ level1: _, level2, ...rest }, i) => {
    const key = JSON.stringify([
      level2,
      rest.level3,
      rest.target,
      rest.actual,
      rest.weight,
      rest.score,
      rest.goal,
      rest.extra,
    ]);
    const isSame = rest.level3 !== null && rest.target !== null && seen.has(key);
    seen.add(key);
    const place = isSame ? placeOf(draft, `/indicators/${i}/level3`) : undefined;
    return place ? [remark('rowTwice', { text: rest.level3 ?? '' }, place)] : [];
  });
}

/** Names of groups that are no names, or are lacking where other rows have one, or belong to another group. */
export function doubtfulGroups(draft: Draft): Remark[] {
  const { indicators } = draft.report;
  const has = {
    level1: indicators.some(({ level1 }) => level1 !== null),
    level2: indicators.some(({ level2 }) => level2 !== null),
  };
  return indicators.flatMap(({ level1, level2, goal, level3 }, i) => {
    const place = ['level3', 'weight', 'level1']
      .map((field) => placeOf(draft, `/indicators/${i}/${field}`))
      .find((known) => known !== undefined);
    if (!place) return [];
    const name = [level1, level2, goal].find((text) => text !== null && isNoName(text));
    if (name) return [remark('groupDoubtful', { text: name }, place)];
    const label = [level1, level3].find((text) => text !== null && isOtherLabel(text));
    if (label) return [remark('labelAsValue', { text: label }, place)];
    if (draft.ungrouped.has(i)) return [];
    if ((has.level1 && level1 === null) || (has.level2 && level2 === null)) {
      return [remark('groupMissing', { text: level3 ?? '' }, place)];
    }
    const isMerged = placeOf(draft, `/indicators/${i}/level2`) === place;
    if (level2 !== null && level2 === level3 && !isMerged) return [remark('groupDoubtful', { text: level2 }, place)];
    const above = placeOf(draft, `/indicators/${i}/level1`);
    return isOfOther(level1, level2) && above && isApart(above, place)
      ? [remark('groupDoubtful', { text: level1 ?? '' }, place)]
      : [];
  });
}

/** Brackets alone, two weights, or the larger part of a known name. */
const isNoName = (text: string): boolean =>
  /^[（(][^（()）]*[）)]$/u.test(text) || (text.match(/[（(]\d+(\.\d+)?分?[）)]/gu) ?? []).length > 1 || isCut(text);

function isCut(text: string): boolean {
  const key = keyOf(text);
  return CUT_NAMES.has(key) && !LEVEL.has(key);
}

/** Known names without their last character. */
const CUT_NAMES = new Set([...LEVEL].map((name) => name.slice(0, -1)).filter((name) => name.length >= TOL.halfLength));

const isOtherLabel = (text: string): boolean => {
  const key = keyOf(text);
  return /^(说明|备注)$/u.test(text) || NOTE.has(key) || CONCLUSION.has(key) || TOTAL.has(key);
};

/** Whether a known group of the second level belongs to another known one of the first. */
function isOfOther(level1: string | null, level2: string | null): boolean {
  const of = GROUPS.find(([, second]) => second.test(level2 ?? ''))?.[0];
  return of !== undefined && GROUPS.some(([first]) => first.test(level1 ?? '')) && !of.test(level1 ?? '');
}

/** 财预〔2020〕10号: the groups of the first level, and those of the second that stand in each. */
const GROUPS: readonly (readonly [RegExp, RegExp])[] = [
  [/产出/u, /^(数量|质量|时效)指标/u],
  [/效益|效果/u, /^(经济效益|社会效益|生态效益|可持续影响)指标/u],
  [/满意度/u, /满意度指标$/u],
];

/** Whether the cell of a group does not stand beside a row, which then took the name from a row above. */
const isApart = (a: Place, b: Place): boolean =>
  a.page === b.page && overlap(a.bbox.y0, a.bbox.y1, b.bbox.y0, b.bbox.y1) === 0;

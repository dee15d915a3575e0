import type { Line } from '../layout-types.js';
import { LAYOUT_TOLERANCES } from '../tolerances.js';
import { STITCH_TOLERANCES as TOL } from './tolerances.js';

/**
 * What lines above and below a table say of it: its number, its title, values with a label; and that it goes on. These words stand on
 * tables of any kind; what a form asks for, only `sections` knows.
 */

/** What the lines above a table call it, for comparing with those above the next one. */
export interface Heads {
  readonly texts: Set<string>;
  readonly titles: Set<string>;
  /** Numbers by what is numbered: 表 3, 附件 1. */
  readonly numbers: Map<string, string>;
  readonly pairs: Map<string, string>;
  readonly years: Set<string>;
}

export const emptyHeads = (): Heads => ({
  texts: new Set(),
  titles: new Set(),
  numbers: new Map(),
  pairs: new Map(),
  years: new Set(),
});

/** What a line is to the table above or below it. */
export interface Caption {
  /** Its text without white space and without what says that it goes on. */
  readonly base: string;
  /** It says that the table goes on from the page before, or on the next one. */
  readonly goesOn: 'from' | 'to' | null;
  readonly number: readonly [of: string, number: string] | null;
  readonly pairs: readonly (readonly [label: string, value: string])[];
  readonly year: string | null;
  readonly kind: 'note' | 'date' | 'title' | 'unit' | 'pairs' | 'text';
}

const TO =
  /[（([【]?(接下页|转下页|续下页|接下表|下页续|下转第?\d*页?|未完待续|未完|continuedon(the)?next(page|sheet)?|tobecontinued|continuedoverleaf)[）)\]】]?$/iu;
const FROM =
  /^[（([【]?(续上?前?[表页]|接上[页表]|上接第?\d*页?|续)(?=[^\p{L}]|$|[一二三四五六七八九十])[）)\]】]?|[（([【][^（(]{0,8}(续[表页上]?|接上页)[一二三四五六七八九十\d]*[）)\]】]|(?<=\d|表)续[一二三四五六七八九十\d]*$|[（([]?(continued(from(the)?previouspage)?|cont['’]?d\.?|cont\.)[）)\]]?/giu;
const CONTINUED_NUMBER = /^(续)(?:表|上表)?([0-9一二三四五六七八九十]+)/u;
const NUMBER =
  /^[（([【]?续?(附件|附表|公开|表|table|annex|appendix|schedule|exhibit)([0-9一二三四五六七八九十]+(?:[-–—.．][0-9]+)*)/iu;
const NOTE = /^(注|附注|备注|说明|填表说明|填报说明|资料来源|数据来源|note|notes|source|sources)([:：.]|\d|$)/iu;
const DATE =
  /^([\d一二三四五六七八九〇零十]{0,4}年[\d一二三四五六七八九十]{0,3}月([\d一二三四五六七八九十]{0,3}日)?|\d{4}[-./]\d{1,2}[-./]\d{1,2}|[（(]?(公章|盖章|签章|单位公章|单位盖章)[）)]?)$/u;
const YEAR = /^[（(]?(\d{4})年?度?[）)]?$/u;
const PAIR = /([^\s:：，。；]+)\s*[:：]\s*([^\s:：]*)/gu;
const UNIT = /单位[:：]|(^|\W)units?:/iu;
/** They name the page, not the table. */
const OF_PAGE = /页|时间|日期|page|date|time/iu;
const SENTENCE = /[。；，？！;?!]|[^\d],/u;

export function captionOf({ text, size }: Pick<Line, 'text' | 'size'>, usualSize: number): Caption {
  const whole = text.replace(/\s+/gu, '');
  const goesOn = TO.test(whole) ? 'to' : whole.search(FROM) >= 0 && !SENTENCE.test(whole) ? 'from' : null;
  const base = goesOn === 'to' ? whole.replace(TO, '') : goesOn ? whole.replace(FROM, '') : whole;
  const continued = goesOn ? CONTINUED_NUMBER.exec(whole.replace(/^[（(]/u, '')) : null;
  const number = NUMBER.exec(whole);
  const pairs = [...text.matchAll(PAIR)].flatMap(([, label = '', value = '']) =>
    [...label].length <= TOL.longestLabel && !OF_PAGE.test(label) ? [[label, value] as const] : [],
  );
  const year = YEAR.exec(whole)?.[1] ?? null;
  return {
    base: continued && !number ? '' : base,
    goesOn,
    number: number
      ? [(number[1] as string).toLowerCase(), number[2] as string]
      : continued
        ? ['表', continued[2] as string]
        : null,
    pairs,
    year,
    kind: kindOf(whole, base, pairs.length > 0, size / usualSize),
  };
}

function kindOf(whole: string, base: string, hasPairs: boolean, relativeSize: number): Caption['kind'] {
  if (NOTE.test(whole)) return 'note';
  if (DATE.test(whole)) return 'date';
  if (hasPairs && !/。/u.test(whole)) return UNIT.test(whole) ? 'unit' : 'pairs';
  const { length } = [...base];
  if (SENTENCE.test(whole) || length < TOL.shortestTitle || length > TOL.longestTitle) return 'text';
  return relativeSize > LAYOUT_TOLERANCES.maxHeadSize || /表([（(][^（()）]*[）)])?$/u.test(base) ? 'title' : 'text';
}

/** Keeps what a line above a table calls it. */
export function addHead(heads: Heads, caption: Caption): void {
  heads.texts.add(caption.base);
  if (caption.kind === 'title') heads.titles.add(nameOf(caption.base));
  if (caption.number) heads.numbers.set(...caption.number);
  if (caption.year) heads.years.add(caption.year);
  for (const [label, value] of caption.pairs) heads.pairs.set(label, value);
}

/** A title without a year or another addition in brackets, and without its number. */
const nameOf = (base: string): string => base.replace(/[（(][^（()）]*[）)]$/u, '').replace(NUMBER, '');

/** How a line above the next part stands to those above the table. */
export function compareHead(heads: Heads, caption: Caption): 'same' | 'other' | 'unknown' {
  const { base, number, pairs, year, kind, goesOn } = caption;
  if (base !== '' && heads.texts.has(base)) return 'same';
  if (contradicts(heads, caption)) return 'other';
  if (number && heads.numbers.has(number[0])) return 'same';
  if (pairs.length > 0 && pairs.every(([label]) => heads.pairs.has(label))) return 'same';
  if (year !== null && heads.years.size > 0) return 'same';
  if (kind === 'title' && heads.titles.size > 0) {
    return heads.titles.has(nameOf(base)) ? 'same' : goesOn ? 'unknown' : 'other';
  }
  return number && !goesOn && heads.texts.size > 0 ? 'other' : 'unknown';
}

/** Whether a line gives another number, value or year than the lines above the table. */
export function contradicts({ texts, numbers, pairs, years }: Heads, caption: Caption): boolean {
  const { base, number, year } = caption;
  if (texts.has(base)) return false;
  if (number && (numbers.get(number[0]) ?? number[1]) !== number[1]) return true;
  if (year !== null && years.size > 0 && !years.has(year)) return true;
  return caption.pairs.some(([label, value]) => value !== '' && (pairs.get(label) ?? value) !== value);
}

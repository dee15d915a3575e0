import Big from 'big.js';
import { type Direction, directionOfSign, SIGN_PATTERN } from '../../text/quantity.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import { type Decimal, exact } from './decimal.js';
import { type Measure, measureOf, UNIT_PATTERN } from './measures.js';
import { withDigits } from './numerals.js';

/** Quantities in the words that people write: `完成申报79家`, `近百人`, `1-2场`, `每站点每年4篇`. */

export interface Quantity {
  /** What it may be at least and at most, in units of the measure; both are the number where it is printed as one. */
  readonly low: Decimal;
  readonly high: Decimal;
  /** The words of the text. */
  readonly text: string;
  /** The number as it is printed, whatever 约 or 余 make of it. */
  readonly printed: Decimal;
  /** The sign or word in front of it or behind it, or null where the text has neither. */
  readonly direction: Direction | null;
  readonly measure: Measure;
  /** What the printed number was multiplied by: 10,000 for 万元, 1000 for 公里. */
  readonly scale: Decimal;
  /** Whether the text names one number and no more or less than it. */
  readonly isExact: boolean;
  /** The words before it, back to the quantity or the comma before them. */
  readonly noun: string;
  /** What it is counted for, as 年 of 每年, 人 of 人均 and 元/人; empty where for all. */
  readonly per: string;
  /** Whether it tells a change, or a lack: 增加, 同比, 还差. */
  readonly change: string;
  /** The whole that a fraction is of: 150 in `200/150`. */
  readonly of: Decimal | null;
  /** Both sides of the number: ±10%. */
  readonly isDeviation: boolean;
}

export interface Wording {
  readonly quantities: readonly Quantity[];
  /** Whether it names a date or a period of the calendar: 2022年底, 三季度, 12月31日前. */
  readonly hasDate: boolean;
  /** Whether the text is one quantity and nothing else. */
  readonly isWhole: boolean;
}

const DATES = new RegExp(
  [
    String.raw`(?<!\d)(?:19|20)\d{2}年(?:度|\d{1,2}月(?:\d{1,2}日|底|末|份|初)?(?:[-~—–―−至到]+(?:次年)?\d{1,2}月(?:\d{1,2}日|底|末|份|初)?)?|年?[底末初])?`,
    String.raw`次年\d{1,2}月`,
    String.raw`每月\d{1,2}日(?:[-~—–―−至到]+\d{1,2}日)?`,
    String.raw`(?<!\d)(?:19|20)\d{2}(?:\.\d{1,2}\.\d{1,2}|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.(?:0[1-9]|1[0-2])(?!\d|%))`,
    String.raw`(?<![\d.个])\d{1,2}月(?:\d{1,2}日|底|末|份|初|前|中旬|上旬|下旬)`,
    '[一二三四上下1-4]个?季度|第[一二三四1-4]季度|[上下]半年|(?:当|本|全|次|今|明)?年(?:底|末|初|内)|月底前?|季度末',
  ].join('|'),
  'gu',
);
/** Numbers that count nothing: 1:1, 第十五届, (1), 1、, 5G, 3A级, 2号楼, 十四五. */
const NAMES =
  /\d+[:×*]\d+|第[\d一二三四五六七八九十百]+|\(\d{1,2}\)|(?<=^|[;。,])\d{1,2}[、．](?!\d)|[a-z]+-?\d+(?:\.\d+)?|\d+(?:\.\d+)?(?:[号级版届型强]|[a-z](?!m|g|²|³|a)(?![a-z])[\p{Script=Han}]?)|“[^”]*”|《[^》]*》|千家万户|十[二三四]五/giu;
const LATIN = /^\d+(?:\.\d+)?(?:km|kg|ha|m)/iu;

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const MORE = '余|多|\\+';
const QUANTITY = new RegExp(
  `(?<sign>${SIGN_PATTERN}|超|逾|突破)?(?<about>大约|约|将近|接近|近|不足|±)?` +
    `(?<minus>(?<![\\d\\p{Script=Han}%])[-+])?(?<number>${NUMBER})` +
    `(?:/(?<whole>${NUMBER})|(?<scale1>[百千万亿])?(?:${UNIT_PATTERN})?(?:--?|[~—–―−至到]+)(?<to>${NUMBER}))?` +
    `(?<more>${MORE})?(?<scale>百万|千万|[百千万亿](?!分))?(?<more2>${MORE})?(?<unit>${UNIT_PATTERN})?(?<more3>${MORE})?` +
    '(?<behind>左右|上下|及?以上|及?以下|及?以内|之内|内)?',
  'gu',
);
const SCALES: ReadonlyMap<string, string> = new Map([
  ['百', '100'],
  ['千', '1000'],
  ['万', '10000'],
  ['百万', '1000000'],
  ['千万', '10000000'],
  ['亿', '100000000'],
]);
const PLANNED = /计划|预计|目标|预期|原定|应[到有收完]|指标值|要求|去年|上年|总数|总计划/u;
const CHANGE = /增加|增长|新增幅|提高|提升|减少|下降|降低|节约|节省|同比|环比|较|比|相差|还差|尚|未|剩|缺|其余|余下/u;
const PER = /(?:每|人均|户均|亩均|年均|月均)[^\d,，;。]*$/u;
const PER_BEHIND = /^(?:\/|每)(?:[个家]?[\p{Script=Han}a-z]{1,3})/iu;

/** Reads all quantities of a text, in their order; dates, names and enumerations are none. */
export function readWording(text: string | null): Wording {
  const plain = folded(text ?? '');
  const undated = plain.replace(DATES, ';');
  const hasDate = undated !== plain;
  const named = undated.replace(NAMES, (name) => (LATIN.test(name) ? name : '#'));
  const counted = withDigits(named, UNIT_PATTERN);
  const outside = counted.replace(/\([^()]*\)/gu, (inside, at: number) =>
    /场|台|个/u.test(counted[at - 1] ?? '') && inside.length === 3 ? inside : '',
  );
  const whole = /\d/u.test(outside) ? outside : counted;
  const matches = [...whole.matchAll(QUANTITY)];
  const quantities = matches.flatMap((match, i) => {
    const from = i === 0 ? 0 : (matches[i - 1]?.index ?? 0) + (matches[i - 1]?.[0].length ?? 0);
    const before = whole.slice(from, match.index);
    const noun = before.slice(Math.max(...[...',，;。、:'].map((mark) => before.lastIndexOf(mark))) + 1);
    // Parts of what was told, and what was planned, are no results.
    if (/其中|含/u.test(before) || PLANNED.test(noun)) return [];
    const read = quantityOf(match, noun, whole.slice(match.index + match[0].length));
    return read ? [read] : [];
  });
  const isWhole =
    quantities.length === 1 && matches.length === 1 && matches[0]?.[0].length === whole.length && !hasDate;
  return { quantities, hasDate, isWhole };
}

/** Without white space and full width; a space between two numbers keeps them apart. */
const folded = (text: string): string =>
  text
    .replace(/[①-⑳]/gu, ';')
    .normalize('NFKC')
    .trim()
    .replace(/(?<=\d)\s+(?=\d)/gu, ';')
    .replace(/(?<=%|\p{Script=Han})\s+(?=\d)/gu, ',')
    .replace(/\s+/gu, '')
    .replace(/>=|≧|⩾/gu, '≥')
    .replace(/<=|≦|⩽/gu, '≤')
    .replace(/；/gu, ';');

function quantityOf(match: RegExpMatchArray, noun: string, after: string): Quantity | null {
  const {
    sign,
    about,
    minus,
    number = '',
    whole,
    scale1,
    to,
    more,
    scale = '',
    more2,
    more3,
    unit,
    behind,
  } = match.groups as Record<string, string | undefined>;
  const measure = measureOf(unit ?? (after === '' || /^[,;。、]/u.test(after) ? '' : unknownUnit(after)));
  const times = new Big(SCALES.get(scale) ?? 1).times(measure.scale);
  const first = exact(`${minus === '-' ? '-' : ''}${number}`)?.times(
    scale1 ? new Big(SCALES.get(scale1) ?? 1).times(measure.scale) : times,
  );
  const second = to === undefined ? first : exact(to)?.times(times);
  if (!first || !second || second.lt(first)) return null;
  const isMore = [more, more2, more3].some((mark) => mark !== undefined);
  const [low, high] = bounds(first, second, { about: about ?? behind ?? '', isMore });
  return {
    low,
    high,
    text: match[0],
    printed: first,
    direction: directionBehind(behind) ?? (sign ? (directionOfSign(sign) ?? 'at least') : null),
    measure,
    scale: times,
    isExact: low.eq(high),
    noun,
    per: perIn(noun) || counted(PER_BEHIND.exec(after)?.[0] ?? ''),
    change: CHANGE.exec(noun)?.[0] ?? '',
    of: whole === undefined ? null : exact(whole),
    isDeviation: about === '±',
  };
}

/** What the last number behind these words is counted for: 人 of 人均增收, 公里 of 每公里补助. */
export const perIn = (noun: string): string => counted(PER.exec(noun)?.[0] ?? '');

/** The one thing that is meant by 每户 or /公里; words that name several, 每站点每年, stay as they are. */
function counted(words: string): string {
  if (/^.均/u.test(words)) return words[0] as string;
  return /每.*每/u.test(words) ? words : (EACH.exec(words)?.[1] ?? words);
}
const EACH = new RegExp(`^(?:每|/)[个家]?(季度|半年|学期|${UNIT_PATTERN}|\\p{Script=Han})`, 'u');

/** A unit that is not known: the words behind the number, where they end the text. */
const unknownUnit = (after: string): string => /^[^\d,，.。、;:()%]{1,8}$/u.exec(after)?.[0] ?? '?';

function bounds(
  first: Decimal,
  second: Decimal,
  { about, isMore }: { about: string; isMore: boolean },
): [Decimal, Decimal] {
  const { about: share, more } = VALIDATOR_TOLERANCES;
  if (isMore) return [first, second.times(more)];
  if (/近/u.test(about) || about === '不足') return [first.times(1 - share), second.times(0.9999)];
  if (/约|左右|上下/u.test(about)) return [first.times(1 - share), second.times(1 + share)];
  return [first, second];
}

function directionBehind(word: string | undefined): Direction | null {
  if (word === undefined) return null;
  if (word.endsWith('上') && word !== '上下') return 'at least';
  return /下$|内$/u.test(word) && word !== '上下' ? 'at most' : null;
}

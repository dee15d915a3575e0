import type { Report } from '../contract/document.js';
import { putAt, valueAt } from '../contract/pointer.js';
import { DEFAULT_TOLERANCES } from '../contract/tolerances.js';
import type { Guess } from '../ocr/ocr-types.js';
import type { RecognisedGlyph } from '../ocr/recognise.js';
import type { Draft } from '../sections/draft.js';
import { squeeze } from '../text/join.js';
import { type Reading, readAmount, readPoints, readRate } from '../text/number.js';
import { ruleOf } from '../validator/rules.js';
import { faultsOf } from '../validator/validate.js';
import type { Rule } from '../validator/validator-types.js';
import type { RecognisedGlyphs } from './recognised-glyphs.js';
import type { Replacement } from './replace-text.js';
import { CROSSCHECK_TOLERANCES } from './tolerances.js';

/** A character of a number that the engine doubted, and what it offered instead. */
interface Doubt extends Replacement {
  /** JSON Pointers of the number inside its report: a merged cell states it for several rows. */
  readonly pointers: readonly [string, ...string[]];
  readonly glyph: RecognisedGlyph;
  readonly instead: Guess;
  /** The number with that character instead. */
  readonly value: number;
}

/** A character that must have been misread, since the numbers do not add up with it. */
export interface Misreading extends Doubt {
  /** Index of the report. */
  readonly report: number;
  /** The text of the number as the engine read it. */
  readonly readAs: string;
}

/** Rules that hold between numbers alone. */
const ARITHMETIC = [
  ...['score-exceeds-weight', 'score-total-mismatch', 'weight-total-mismatch', 'group-weight'],
  ...['funds-sum-mismatch', 'execution-rate-mismatch', 'executed-exceeds-budget', 'fund-score'],
].map((id) => ruleOf(id) as Rule);

/** A comma or a point, half or full width. */
const COMMA_OR_POINT = /^[.,，]$/u;

/**
 * What must have been misread: where numbers break a sum, a rate or a total, the characters that the engine offered instead
 * of those it doubted are tried, one, and then two at a time. One that makes up for what is broken, and breaks nothing,
 * counts only where no other does as much.
 */
export function misreadingsBySums(drafts: readonly Draft[], glyphs: RecognisedGlyphs): Misreading[] {
  const reports = drafts.map((draft) => draft.report);
  return drafts.flatMap((draft, report) => {
    const doubts = doubtsOf(draft, glyphs);
    const taken = doubts.length === 0 ? [] : misreadIn(reports, report, doubts);
    return taken.map((doubt): Misreading => ({ ...doubt, report, readAs: doubt.text.trim() }));
  });
}

/** Characters that are tried together, and the faults that are gone with them. */
interface Trial {
  readonly doubts: readonly Doubt[];
  readonly solved: readonly string[];
}

/** The doubted characters of one report that must have been misread. */
function misreadIn(reports: readonly Report[], index: number, doubts: readonly Doubt[]): Doubt[] {
  const before = brokenIn(reports, index);
  if (before.size === 0) return [];
  const left = new Set(before);
  const taken: Doubt[] = [];
  const singles = doubts.map((doubt) => [doubt]);
  for (const sets of [singles, doubts.length <= CROSSCHECK_TOLERANCES.maxPaired ? pairsOf(doubts) : []]) {
    if (left.size === 0) break;
    const trials = sets.flatMap((set) => tryOut(reports, index, set, before) ?? []);
    for (const fault of before) {
      const best = left.has(fault) ? onlyBest(trials, fault) : null;
      if (!best || best.doubts.some((doubt) => taken.some((other) => isOfSame(doubt, other)))) continue;
      taken.push(...best.doubts);
      for (const solved of best.solved) left.delete(solved);
    }
  }
  // What is right by itself may break something together.
  const after = brokenIn(replaced(reports, index, taken), index);
  return [...after].every((fault) => left.has(fault)) ? taken : [];
}

/** What some characters solve; null where they solve nothing, or break what was whole. */
function tryOut(
  reports: readonly Report[],
  index: number,
  doubts: readonly Doubt[],
  before: ReadonlySet<string>,
): Trial | null {
  const after = brokenIn(replaced(reports, index, doubts), index);
  const solved = [...before].filter((fault) => !after.has(fault));
  return solved.length > 0 && [...after].every((fault) => before.has(fault)) ? { doubts, solved } : null;
}

/** Of the trials that solve a fault the one that solves most; null where two solve as much. */
function onlyBest(trials: readonly Trial[], fault: string): Trial | null {
  const able = trials.filter(({ solved }) => solved.includes(fault));
  const most = Math.max(...able.map(({ solved }) => solved.length));
  const [only, other] = able.filter(({ solved }) => solved.length === most);
  return only && !other ? only : null;
}

function brokenIn(reports: readonly Report[], index: number): Set<string> {
  const found = ARITHMETIC.flatMap((rule) =>
    faultsOf(rule, reports, index, DEFAULT_TOLERANCES).map(({ path }) => `${rule.id} ${path}`),
  );
  return new Set(found);
}

function replaced(reports: readonly Report[], index: number, doubts: readonly Doubt[]): Report[] {
  const report = structuredClone(reports[index] as Report);
  for (const { pointers, value } of doubts) for (const pointer of pointers) putAt(report, pointer, value);
  return reports.map((other, i) => (i === index ? report : other));
}

/** All pairs of doubts about two different numbers. */
function pairsOf(doubts: readonly Doubt[]): Doubt[][] {
  return doubts.flatMap((one, i) =>
    doubts.slice(i + 1).flatMap((other) => (isOfSame(one, other) ? [] : [[one, other]])),
  );
}

/** Whether two doubts are about one number. */
const isOfSame = (a: Doubt, b: Doubt): boolean => a.pointers[0] === b.pointers[0];

/** The doubted characters of the numbers of a report. */
function doubtsOf(draft: Draft, recognised: RecognisedGlyphs): Doubt[] {
  const doubts = new Map<Guess, Doubt>();
  for (const doubt of doubtsOfFields(draft, recognised)) {
    const same = doubts.get(doubt.instead);
    if (!same) doubts.set(doubt.instead, doubt);
    // Fields that are read from one cell change together.
    else if (same.value === doubt.value)
      doubts.set(doubt.instead, { ...same, pointers: [...same.pointers, ...doubt.pointers] });
  }
  return [...doubts.values()];
}

function doubtsOfFields(draft: Draft, recognised: RecognisedGlyphs): Doubt[] {
  return [...draft.printed].flatMap(([pointer, { text, places }]) => {
    const value = valueAt(draft.report, pointer);
    if (typeof value !== 'number') return [];
    const read = READERS.find((reader) => numberOf(reader(text)) === value);
    const glyphs = recognised.at(places);
    const start = glyphs
      .map((glyph) => glyph.text)
      .join('')
      .indexOf(squeeze(text));
    if (!read || start < 0 || glyphs.some((glyph) => glyph.text.length !== 1)) return [];
    const own = glyphs.slice(start, start + squeeze(text).length);
    return own.flatMap((glyph, at) =>
      alternatives(glyph).flatMap((instead): Doubt[] => {
        const other = own.map((g, k) => (k === at ? instead.text : g.text)).join('');
        const number = numberOf(read(other));
        const isLikely = !THOUSANDTHS.test(other) || THOUSANDTHS.test(text);
        if (number === null || number === value || !isLikely) return [];
        return [{ pointers: [pointer], text, places, index: at, char: instead.text, glyph, instead, value: number }];
      }),
    );
  });
}

/** An amount in thousandths, which nobody prints: a comma that was taken for a point. */
const THOUSANDTHS = /[.][0-9]{3}$/u;

const READERS: readonly ((text: string) => Reading)[] = [
  readAmount,
  readPoints,
  readRate,
  (text) => readRate(text, true),
];

const numberOf = (reading: Reading): number | null => (reading.kind === 'number' ? reading.value : null);

/** What the engine offered instead of a character that may stand in a number. */
function alternatives({ confidence, others, text }: RecognisedGlyph): Guess[] {
  const { doubted, offered, offeredAlike } = CROSSCHECK_TOLERANCES;
  if (!/[0-9.,，%]/u.test(text)) return [];
  return others.filter((other) => {
    if (COMMA_OR_POINT.test(text) && COMMA_OR_POINT.test(other.text)) return other.confidence >= offeredAlike;
    return confidence < doubted && other.confidence >= offered && /^[0-9.,%]$/u.test(other.text);
  });
}

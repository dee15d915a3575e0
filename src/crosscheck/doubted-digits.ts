import type { Report } from '../contract/document.js';
import { putAt, valueAt } from '../contract/pointer.js';
import { DEFAULT_TOLERANCES } from '../contract/tolerances.js';
import type { Guess } from '../ocr/ocr-types.js';
import type { RecognisedGlyph } from '../ocr/recognise.js';
import type { Draft } from '../sections/draft.js';
import { type Reading, readAmount, readPoints, readRate } from '../text/number.js';
import { ruleOf } from '../validator/rules.js';
import { faultsOf } from '../validator/validate.js';
import type { Rule } from '../validator/validator-types.js';
import type { Recognised } from './glyphs-at.js';

/** A character of a number that the engine doubted, and what it offered instead. */
interface Doubt {
  /** JSON Pointer of the number inside its report. */
  readonly pointer: string;
  readonly glyph: RecognisedGlyph;
  readonly instead: Guess;
  readonly value: number;
}

/** A number that was read otherwise because it does not add up as it was. */
export interface Mended {
  /** Index of the report, and JSON Pointer inside it. */
  readonly report: number;
  readonly pointer: string;
  /** The text as the engine read it. */
  readonly readAs: string;
  readonly glyph: RecognisedGlyph;
  readonly instead: Guess;
}

/** Rules that hold between numbers alone. */
const ARITHMETIC = [
  ...['score-exceeds-weight', 'score-total-mismatch', 'weight-total-mismatch', 'group-weight'],
  ...['funds-sum-mismatch', 'execution-rate-mismatch', 'executed-exceeds-budget', 'fund-score'],
].map((id) => ruleOf(id) as Rule);

/** A character is doubted where the engine was less sure than this, ... */
const DOUBTED = 0.9;
/** ... and gave another this much. */
const OFFERED = 0.02;
/** A comma and a point are so alike that the one is doubted wherever the other was offered at all. */
const ALIKE = /^[.,，]$/u;
const OFFERED_ALIKE = 0.005;
/** Pairs are tried where there are no more doubts than this in a form: more would find something that fits by chance. */
const MAX_PAIRED = 24;

/**
 * What must have been misread: where numbers break a sum, a rate or a total, the characters that the engine offered instead
 * of those it doubted are tried, one, and then two at a time. One that mends what is broken, and breaks nothing, counts only
 * where no other does as much.
 */
export function mendedBySums(drafts: readonly Draft[], recognised: Recognised): Mended[] {
  const reports = drafts.map((draft) => draft.report);
  return drafts.flatMap((draft, index) => {
    const doubts = doubtsOf(draft, recognised);
    const taken = doubts.length === 0 ? [] : mending(reports, index, doubts);
    return taken.map(({ pointer, glyph, instead }): Mended => {
      const readAs = (draft.printed.get(pointer)?.text ?? '').trim();
      return { report: index, pointer, readAs, glyph, instead };
    });
  });
}

function mending(reports: readonly Report[], index: number, doubts: readonly Doubt[]): Doubt[] {
  const before = brokenIn(reports, index);
  if (before.size === 0) return [];
  const singles = doubts.map((doubt) => [doubt]);
  const left = new Set(before);
  const taken: Doubt[] = [];
  for (const sets of [singles, doubts.length <= MAX_PAIRED ? pairsOf(doubts) : []]) {
    if (left.size === 0) break;
    const tried = sets.flatMap((set) => {
      const after = brokenIn(replaced(reports, index, set), index);
      const mends = [...before].filter((fault) => !after.has(fault));
      return mends.length > 0 && [...after].every((fault) => before.has(fault)) ? [{ set, mends }] : [];
    });
    for (const fault of [...left]) {
      if (!left.has(fault)) continue;
      const able = tried.filter(({ mends }) => mends.includes(fault));
      const most = Math.max(...able.map(({ mends }) => mends.length));
      const [only, other] = able.filter(({ mends }) => mends.length === most);
      if (!only || other || only.set.some(({ pointer }) => taken.some((doubt) => doubt.pointer === pointer))) continue;
      taken.push(...only.set);
      for (const mended of only.mends) left.delete(mended);
    }
  }
  // What mends one thing each may break another together.
  const after = brokenIn(replaced(reports, index, taken), index);
  return [...after].every((fault) => left.has(fault)) ? taken : [];
}

function brokenIn(reports: readonly Report[], index: number): Set<string> {
  const found = ARITHMETIC.flatMap((rule) =>
    faultsOf(rule, reports, index, DEFAULT_TOLERANCES).map(({ path }) => `${rule.id} ${path}`),
  );
  return new Set(found);
}

function replaced(reports: readonly Report[], index: number, doubts: readonly Doubt[]): Report[] {
  const report = structuredClone(reports[index] as Report);
  for (const { pointer, value } of doubts) putAt(report, pointer, value);
  return reports.map((other, i) => (i === index ? report : other));
}

/** Two doubts about different numbers, or about two characters of one. */
function pairsOf(doubts: readonly Doubt[]): Doubt[][] {
  return doubts.flatMap((one, i) =>
    doubts.slice(i + 1).flatMap((other) => (one.pointer === other.pointer ? [] : [[one, other]])),
  );
}

function doubtsOf(draft: Draft, recognised: Recognised): Doubt[] {
  return [...draft.printed].flatMap(([pointer, { text, places }]) => {
    const value = valueAt(draft.report, pointer);
    if (typeof value !== 'number') return [];
    const read = READERS.find((reader) => numberOf(reader(text)) === value);
    const glyphs = recognised.at(places);
    const all = glyphs.map((glyph) => glyph.text).join('');
    const start = all.indexOf(text.replace(/\s/gu, ''));
    if (!read || start < 0 || glyphs.some((glyph) => glyph.text.length !== 1)) return [];
    const own = glyphs.slice(start, start + text.replace(/\s/gu, '').length);
    return own.flatMap((glyph, i) =>
      alternatives(glyph).flatMap((instead): Doubt[] => {
        const other = own.map((g, k) => (k === i ? instead.text : g.text)).join('');
        const number = numberOf(read(other));
        const isLikely = !THOUSANDTHS.test(other) || THOUSANDTHS.test(text);
        return number === null || number === value || !isLikely ? [] : [{ pointer, glyph, instead, value: number }];
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

function alternatives({ confidence, others, text }: RecognisedGlyph): Guess[] {
  if (!/[0-9.,，%]/u.test(text)) return [];
  return others.filter((other) => {
    if (ALIKE.test(text) && ALIKE.test(other.text)) return other.confidence >= OFFERED_ALIKE;
    return confidence < DOUBTED && other.confidence >= OFFERED && /^[0-9.,%]$/u.test(other.text);
  });
}

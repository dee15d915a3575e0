import type { ReadingLimits, WorkLimits } from '../limits.js';
import { MOST_TIMES, READING_LIMITS, WORK_LIMITS } from '../limits.js';
import { OCR_ENGINE_CHOICES, OCR_MODES } from '../ocr/options.js';
import { type ReadingOptions as CoreOptions, FORM_KINDS, PICTURE_CHECKS } from '../pages/reading-options.js';
import {
  aFunction,
  aLanguage,
  anAmount,
  aSignal,
  aText,
  type Check,
  finiteAmount,
  more,
  oneOf,
  pages,
  within,
} from './check-options.js';

/**
 * What one file may cost. What it is itself is always limited ({@link READING_LIMITS}). Where a limit of time or memory is given, it is
 * read in a process of its own, which can be ended: a page that takes too much is left out with a diagnostic, and a file that does
 * throws `timed-out` or `memory-exceeded`. Limits of this kind that are not given are those of {@link WORK_LIMITS} then.
 */
export interface ReadLimits extends ReadingLimits, Omit<WorkLimits, 'mostSeconds'> {}

/** Some of the values; one that is `undefined` is not given. */
export type Some<Values> = { readonly [Name in keyof Values]?: Values[Name] | undefined };

/** Options of everything that reads a PDF. */
export interface ReadOptions extends Omit<CoreOptions, 'names' | 'leaveOut' | 'limits' | 'outlines' | 'isJudged'> {
  readonly limits?: Some<ReadLimits> | undefined;
}

const LIMITS: Readonly<Record<keyof ReadLimits, Check>> = {
  ...{ bytes: anAmount, pages: anAmount, items: anAmount, rulings: anAmount, attachments: anAmount },
  ...{ seconds: more, pageSeconds: more, pictureSeconds: more, megabytes: finiteAmount },
};

export const READ_CHECKS: Readonly<Record<keyof ReadOptions, Check>> = {
  ...{ password: aText, pages, signal: aSignal, onPage: aFunction, limits: within(LIMITS) },
  ...{ ocr: oneOf(OCR_MODES), ocrEngine: oneOf(OCR_ENGINE_CHOICES), lang: aLanguage },
  ...{ pictureCheck: oneOf(PICTURE_CHECKS), kind: oneOf(FORM_KINDS) },
};

/** The limits that the reader holds itself, and those that somebody from outside has to hold; null where none of these was given. */
export function partLimits(given: Some<ReadLimits> = {}): {
  readonly reading: Partial<ReadingLimits>;
  readonly work: WorkLimits | null;
} {
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  const pick = (names: object) => Object.fromEntries(known.filter(([name]) => Object.hasOwn(names, name)));
  const work: Partial<WorkLimits> = pick(WORK_LIMITS);
  return {
    reading: pick(READING_LIMITS),
    work: Object.keys(work).length === 0 ? null : workLimits(work),
  };
}

/** The limits that were given, and the standard ones for the others. */
export function workLimits(given: Partial<WorkLimits>): WorkLimits {
  const limits = { ...WORK_LIMITS, ...given };
  return { ...limits, mostSeconds: limits.seconds * MOST_TIMES, megabytes: Math.ceil(limits.megabytes) };
}

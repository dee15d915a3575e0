import type { Language } from '../contract/findings.js';
import { EvalxError } from '../errors.js';
import { didYouMean } from '../messages/library/suggest.js';
import { type Message, messageOf } from '../messages/say.js';
import { kindOf, shownValue } from './kinds.js';

/** What an option takes, as a part of a sentence, and whether a value is that; or the options inside it. */
export type Check = { readonly what: () => Message; readonly takes: (value: unknown) => boolean } | Checks;
export interface Checks {
  readonly within: Readonly<Record<string, Check>>;
}

const check = (what: () => Message, takes: (value: unknown) => boolean): Check => ({ what, takes });

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1;

export const aText = check(
  () => messageOf('kindText', {}),
  (value) => typeof value === 'string',
);
export const aFunction = check(
  () => messageOf('kindFunction', {}),
  (value) => typeof value === 'function',
);
export const aPage = check(() => messageOf('kindPage', {}), isCount);
export const aCount = check(() => messageOf('kindCount', {}), isCount);
export const pages = check(
  () => messageOf('kindPages', {}),
  (value) => Array.isArray(value) && value.every(isCount),
);
export const aSignal = check(
  () => messageOf('kindSignal', {}),
  (value) => typeof (value as AbortSignal | null)?.throwIfAborted === 'function',
);
export const yesOrNo = check(
  () => messageOf('kindBoolean', {}),
  (value) => typeof value === 'boolean',
);
export const aList = check(
  () => messageOf('kindList', {}),
  (value) => Array.isArray(value),
);
/** What is looked at where it is used. */
export const anything = check(
  () => messageOf('kindText', {}),
  () => true,
);
/** A limit; `Infinity` is none on purpose. */
export const anAmount = check(
  () => messageOf('kindAmount', {}),
  (value) => typeof value === 'number' && value >= 0,
);
export const more = check(
  () => messageOf('kindMore', {}),
  (value) => typeof value === 'number' && value > 0,
);
export const finiteAmount = check(
  () => messageOf('kindAmount', {}),
  (value) => typeof value === 'number' && value >= 0 && Number.isFinite(value),
);
export const oneOf = (choices: readonly string[]): Check =>
  check(
    () => messageOf('kindChoice', { choices: choices.join(', ') }),
    (value) => choices.includes(value as string),
  );
/** Written out: the list of the contract stands beside schemas, and would load zod. */
export const aLanguage = oneOf(Object.keys({ en: true, zh: true } satisfies Record<Language, true>));
export const within = (checks: Readonly<Record<string, Check>>): Check => ({ within: checks });

/**
 * Refuses what is no option, by its name, and values of another type. An option that is `undefined` is not given.
 *
 * @throws {EvalxError} `usage`
 */
export function checkOptions(given: unknown, checks: Readonly<Record<string, Check>>, name = 'options'): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given) || ArrayBuffer.isView(given))
    throw new EvalxError(messageOf('optionsOfOtherKind', { name, kind: kindOf(given) }));
  for (const [key, value] of Object.entries(given)) {
    const own = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (!own) throw unknown(`${name}.${key}`, key, Object.keys(checks));
    if (value === undefined) continue;
    if ('within' in own) checkOptions(value, own.within, `${name}.${key}`);
    else if (!own.takes(value))
      throw new EvalxError(
        messageOf('optionInvalid', { name: `${name}.${key}`, value: shownValue(value), what: own.what() }),
      );
  }
}

const MOST_NAMES = 20;

function unknown(name: string, key: string, known: readonly string[]): EvalxError {
  const near = didYouMean(key, known);
  if (near !== '') return new EvalxError(messageOf('optionMistyped', { name, near }));
  const names = known.length > MOST_NAMES ? [...known.slice(0, MOST_NAMES), '…'] : known;
  return new EvalxError(messageOf('optionUnknown', { name, names: names.join(', ') }));
}

import type { Diagnostic } from '../contract/document.js';
import type { Language } from '../contract/findings.js';
import { corners, type Place } from '../geometry/box.js';
import { DIAGNOSTICS } from './diagnostics.js';
import { ERRORS } from './errors.js';
import { type NamesOf, OPTION_NAMES } from './option-names.js';
import { REASONS } from './reasons.js';
import { TERMINAL } from './terminal.js';
import { fill, type ValueNames, valueIn, type Words } from './words.js';

/** Everything that the library says, by the id of the message. */
const CATALOGUE = { ...DIAGNOSTICS, ...ERRORS, ...REASONS, ...TERMINAL };

export type DiagnosticId = keyof typeof DIAGNOSTICS;
export type ErrorId = keyof typeof ERRORS;
export type MessageId = keyof typeof CATALOGUE;

/** A value of a message; one that is itself a message is said in the same language, several with commas between them. */
export type Value = string | number | Message | readonly Message[];

/** The values that a message needs, by name. */
export type DataOf<Id extends MessageId> = {
  readonly [Name in ValueNames<(typeof CATALOGUE)[Id]['en']>]: Value;
};

/** A message before it is put into words: plain data, which may go to another thread or process. */
export interface Message {
  readonly id: MessageId;
  readonly data: Readonly<Record<string, Value>>;
}

/** A diagnostic before it is put into words; its code and severity stand in the catalogue. */
export interface Remark extends Message {
  readonly id: DiagnosticId;
  /** 1-based; null where it is about the whole file. */
  readonly page: number | null;
  /** Where on the page, if that is known. */
  readonly place?: Place;
}

/** What an error says. */
export interface ErrorMessage extends Message {
  readonly id: ErrorId;
}

/** The message of that id; the compiler demands the values that it needs. */
export const messageOf = <Id extends MessageId>(id: Id, data: DataOf<Id>): Message & { readonly id: Id } => ({
  id,
  data,
});

/** What is to be said of a place on a page or of a whole page; null for the whole file. */
export const remark = <Id extends DiagnosticId>(id: Id, data: DataOf<Id>, where: Place | number | null): Remark =>
  typeof where === 'object' && where !== null
    ? { id, data, page: where.page, place: where }
    : { id, data, page: where };

/** In which language messages are said, and how they call options. */
export interface Wording {
  /** Default `en`. */
  readonly lang?: Language;
  /** Default `options`, as callers of the library call them. */
  readonly names?: NamesOf;
}

export function say({ id, data }: Message, wording: Wording): string {
  const { lang = 'en', names = 'options' } = wording;
  const words: Words = CATALOGUE[id];
  return fill(words, lang, (name) =>
    name.startsWith('option:')
      ? OPTION_NAMES[name.slice('option:'.length) as keyof typeof OPTION_NAMES][names]
      : sayValue(valueIn(data, name), wording),
  );
}

/** As the command line says it. */
export const sayWithFlags = (said: Message, lang: Language): string => say(said, { lang, names: 'flags' });

const COMMAS = { en: ', ', zh: '、' } as const satisfies Words;

export function sayValue(value: Value, wording: Wording): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if ('id' in value) return say(value, wording);
  return value.map((one) => say(one, wording)).join(COMMAS[wording.lang ?? 'en']);
}

/** Remarks as they stand in a document. */
export const diagnosticsOf = (remarks: readonly Remark[], wording: Wording): Diagnostic[] =>
  remarks.map(({ page, place, ...said }) => {
    const { code, severity } = DIAGNOSTICS[said.id];
    return { code, severity, message: say(said, wording), page, bbox: place ? corners(place.bbox) : null };
  });

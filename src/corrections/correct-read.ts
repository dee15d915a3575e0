import type { EvalxDocument, Evidence } from '../contract/document.js';
import type { Scalar } from '../contract/schema/corrections.js';
import { diagnosticsOf, type Message, messageOf, type Remark, remark, type Wording } from '../messages/say.js';
import { applyCorrections, markPlaces, type Refusal, type Refused } from './apply.js';
import type { FieldKind } from './fields.js';
import type { OwnCorrections } from './find.js';

/** A document, and where its fields stand if that is known. */
interface Read {
  readonly document: EvalxDocument;
  readonly places: ReadonlyMap<string, Evidence> | null;
}

/** Refused corrections told one by one; of more only how many there are: the file may come from anyone. */
const MOST_TOLD = 20;

/**
 * Applies what is known of a document that was read. What was done and what was refused is told in its diagnostics, behind
 * those of the reader, so that these keep their numbers.
 */
export function correctRead<R extends Read>(read: R, own: OwnCorrections | undefined, wording: Wording): R {
  if (!own || own.corrections.length === 0) return read;
  const { document, applied, refused } = applyCorrections(read.document, own.corrections);
  const { corrected = {} } = document;
  const places = read.places && markPlaces(read.places, corrected);
  const remarks: Remark[] = [];
  if (applied.length > 0) {
    const count = Object.keys(corrected).length;
    remarks.push(remark('correctionsApplied', { count, files: own.names.join(', ') }, null));
  }
  for (const one of refused.slice(0, MOST_TOLD)) remarks.push(refusedRemark(one, read.places));
  if (refused.length > MOST_TOLD)
    remarks.push(remark('correctionsRefused', { count: refused.length - MOST_TOLD }, null));
  // A document that was read back may say so already.
  const told = new Set(document.diagnostics.map(({ message }) => message));
  const said = diagnosticsOf(remarks, wording).filter(({ message }) => !told.has(message));
  return { ...read, document: { ...document, diagnostics: [...document.diagnostics, ...said] }, places };
}

function refusedRemark({ correction, reason }: Refused, places: Read['places']): Remark {
  const data = {
    path: short(correction.path),
    value: shown(correction.new),
    why: refusalMessage(reason, correction.old),
  };
  const place = places?.get(correction.path);
  if (!place) return remark('correctionRefused', data, null);
  const [x0, y0, x1, y1] = place.bbox;
  return remark('correctionRefused', data, { page: place.page, bbox: { x0, y0, x1, y1 } });
}

/** Why a correction was not applied, as a part of a sentence. */
export function refusalMessage(reason: Refusal, old: Scalar): Message {
  switch (reason.code) {
    case 'file-changed':
      return messageOf('fileIsOther', {});
    case 'path-missing':
      return messageOf('fieldMissing', {});
    case 'not-a-field':
      return messageOf('notOneField', {});
    case 'wrong-type':
      return messageOf('valueOfOtherKind', { kind: kindMessage(reason.expected) });
    case 'old-value':
      return messageOf('otherOldValue', { old: shown(old), found: shown(reason.found) });
  }
}

function kindMessage({ type, nullable, choices = [] }: FieldKind): Message {
  const kind =
    type === 'choice' ? messageOf('kindChoice', { choices: choices.join(', ') }) : messageOf(KINDS[type], {});
  return nullable ? messageOf('orNull', { kind }) : kind;
}

const KINDS = { text: 'kindText', number: 'kindNumber', integer: 'kindInteger', boolean: 'kindBoolean' } as const;

const MOST_CHARACTERS = 60;

/** A value as a part of a sentence: as JSON, so that a text and a number differ. */
export const shown = (value: Scalar): string => short(JSON.stringify(value));

function short(text: string): string {
  const characters = [...text.slice(0, 4 * MOST_CHARACTERS)];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
}

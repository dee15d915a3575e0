import type { Finding } from '../contract/findings.js';
import type { Accepted, Correction, Corrections, Scalar } from '../contract/schema/corrections.js';
import { inOrder } from '../corrections/chain.js';
import { fieldAt, takes } from '../corrections/fields.js';

/** What a reviewer has done with the documents of one page: plain data, which a browser keeps. */
export interface ReviewState {
  /** One for each field: from the value that was read to the present one. */
  readonly corrections: readonly Correction[];
  readonly accepted: readonly Accepted[];
  /** Keys of points that were looked at, by content hash. */
  readonly seen: Readonly<Record<string, readonly string[]>>;
  /** Indices of forms that were shown, by content hash. */
  readonly opened: Readonly<Record<string, readonly number[]>>;
  /** Indices of forms of which nothing is left to look at, by content hash: kept for the list of the folder. */
  readonly done?: Readonly<Record<string, readonly number[]>>;
}

export const EMPTY_STATE: ReviewState = { corrections: [], accepted: [], seen: {}, opened: {} };

/** Who does something, and when (ISO 8601, UTC). */
export interface By {
  readonly who: string;
  readonly when: string;
}

/** A field of a document. */
export interface FieldId {
  readonly sha256: string;
  readonly path: string;
}

const isOf =
  ({ sha256, path }: FieldId) =>
  (one: FieldId): boolean =>
    one.sha256 === sha256 && one.path === path;

export const correctionOf = (state: ReviewState, field: FieldId): Correction | undefined =>
  state.corrections.find(isOf(field));

/**
 * Puts a field right, or confirms it where `value` is the one that was read.
 */
export function correct(
  state: ReviewState,
  field: FieldId,
  { read, value, why }: { readonly read: Scalar; readonly value: Scalar; readonly why: string | null },
  by: By,
): ReviewState {
  const { sha256, path } = field;
  const correction: Correction = { sha256, path, old: read, new: value, who: by.who, when: by.when, why };
  return {
    ...state,
    corrections: [...state.corrections.filter((one) => !isOf(field)(one)), correction],
  };
}

/**
 * Takes in what corrections files say: of each field one correction, from the first value to the last, and of two that say something of
 * the same field or finding the later one.
 */
export function withGiven(
  state: ReviewState,
  corrections: readonly Correction[],
  accepted: readonly Accepted[],
): ReviewState {
  const whole = new Map<string, Correction>();
  for (const one of inOrder(corrections)) {
    const first = whole.get(keyOf(one));
    whole.set(keyOf(one), first ? { ...one, old: first.old } : one);
  }
  const ruleOf = (one: Accepted): string => JSON.stringify([keyOf(one), one.rule]);
  return {
    ...state,
    corrections: latest([...whole.values(), ...state.corrections], keyOf),
    accepted: latest([...accepted, ...state.accepted], ruleOf),
  };
}

const keyOf = ({ sha256, path }: FieldId): string => JSON.stringify([sha256, path]);

/** Of those with one key the last by time. */
const latest = <T extends Pick<Correction, 'when'>>(made: readonly T[], key: (one: T) => string): T[] => [
  ...new Map(inOrder(made).map((one) => [key(one), one])).values(),
];

/** Lets a finding stand, for a reason. */
export function acceptFinding(
  state: ReviewState,
  sha256: string,
  { rule, path, message }: Pick<Finding, 'rule' | 'path' | 'message'>,
  why: string,
  by: By,
): ReviewState {
  const rest = takeBack(state, sha256, { rule, path });
  return { ...rest, accepted: [...rest.accepted, { sha256, rule, path, message, ...by, why }] };
}

export const takeBack = (
  state: ReviewState,
  sha256: string,
  { rule, path }: Pick<Finding, 'rule' | 'path'>,
): ReviewState => ({
  ...state,
  accepted: state.accepted.filter((one) => !(isOf({ sha256, path })(one) && one.rule === rule)),
});

/** A point of a document has been looked at. */
export const lookedAt = (state: ReviewState, sha256: string, key: string): ReviewState => ({
  ...state,
  seen: { ...state.seen, [sha256]: [...new Set([...(state.seen[sha256] ?? []), key])] },
});

export function opened(state: ReviewState, sha256: string, report: number): ReviewState {
  const own = state.opened[sha256] ?? [];
  return own.includes(report) ? state : { ...state, opened: { ...state.opened, [sha256]: [...own, report] } };
}

/** What is exported: of the documents with these hashes, or of all. */
export function exported(state: ReviewState, hashes?: ReadonlySet<string>): Corrections {
  const isWanted = ({ sha256 }: { readonly sha256: string }): boolean => hashes?.has(sha256) ?? true;
  return {
    schemaVersion: '1',
    corrections: state.corrections.filter(isWanted),
    accepted: state.accepted.filter(isWanted),
  };
}

/** What a person has typed, as the value of a field; or what is wrong with it. */
export type Typed = { readonly value: Scalar } | { readonly wrong: 'mustBeNumber' | 'mustBeRate' | 'mustBeYear' };

const FULL_WIDTH = /[０-９．，％－]/gu;
const narrow = (text: string): string =>
  text.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/**
 * Reads what was typed into a field: numbers with thousands separators and in full width too, rates as percent or as a fraction. Nothing is
 * null.
 */
export function typedValue(path: string, typed: string): Typed {
  const kind = fieldAt(path);
  const text = typed.trim();
  if (text === '') return { value: null };
  if (kind?.type === 'boolean') return { value: text === 'true' };
  if (kind?.type !== 'number' && kind?.type !== 'integer') return { value: text };
  const isRate = path.endsWith('/executionRate');
  const plain = narrow(text).replace(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '');
  const percent = isRate && plain.endsWith('%');
  const digits = percent ? plain.slice(0, -1).trim() : plain;
  const wrong = isRate ? 'mustBeRate' : kind.type === 'integer' ? 'mustBeYear' : 'mustBeNumber';
  if (!/^-?(?:\d{1,18}(?:\.\d{0,9})?|\.\d{1,9})$/u.test(digits)) return { wrong };
  // Two places to the left in decimal, since a division would not be exact.
  const value = percent ? Number(`${digits}e-2`) : Number(digits);
  return takes(kind, value) ? { value } : { wrong };
}

/** A value as it is shown and typed: a rate as percent. */
export function shownValue(path: string, value: Scalar): string {
  if (value === null) return '';
  if (typeof value === 'number' && path.endsWith('/executionRate')) return `${shiftedByTwo(value)}%`;
  return String(value);
}

/** A hundred times the number, exact in decimal. */
const shiftedByTwo = (value: number): string => String(Number(`${value}e2`));

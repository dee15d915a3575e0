import type { Corrected, EvalxDocument, Evidence } from '../contract/document.js';
import { keysOf, putAt, valueAt } from '../contract/pointer.js';
import type { Correction, Scalar } from '../contract/schema/corrections.js';
import { sharedFields } from '../contract/schema/shared-fields.js';
import { inOrder, settle } from './chain.js';
import { type FieldKind, fieldAt, takes } from './fields.js';

/** Why a correction was not applied. */
export type Refusal =
  /** The document is that of another file, or of another edition of it. */
  | { readonly code: 'file-changed' }
  | { readonly code: 'path-missing' }
  /** There is something, but a list or an object. */
  | { readonly code: 'not-a-field' }
  | { readonly code: 'wrong-type'; readonly expected: FieldKind }
  /** `found` is the value that the field has, where the correction expects another. */
  | { readonly code: 'old-value'; readonly found: Scalar };

export interface Refused {
  readonly correction: Correction;
  readonly reason: Refusal;
}

export interface Applied {
  /** A new document; the same one where nothing was applied. */
  readonly document: EvalxDocument;
  /** In the order given, those too whose value was there already. */
  readonly applied: Correction[];
  readonly refused: Refused[];
}

/**
 * Applies corrections to a document. Several of one field follow one another by `when`; a field that one merged cell states for
 * several indicators (`shared`) is put right on all of them. Applied twice it gives the same document. Pure: the document that
 * is given stays as it is.
 */
export function applyCorrections(document: EvalxDocument, corrections: readonly Correction[]): Applied {
  const reasons = new Map<Correction, Refusal>();
  const chains = new Map<string, { paths: readonly string[]; chain: Correction[] }>();
  for (const correction of corrections) {
    const reason = refusalOf(document, correction);
    if (reason) reasons.set(correction, reason);
    else {
      const paths = pathsOf(document, correction.path);
      const [first = correction.path] = paths;
      const known = chains.get(first);
      if (known) known.chain.push(correction);
      else chains.set(first, { paths, chain: [correction] });
    }
  }
  const marks: Record<string, Corrected> = {};
  const reports = structuredClone(document.reports);
  for (const [first, { paths, chain }] of chains) {
    const found = valueAt(document, first) as Scalar;
    const settled = settle(inOrder(chain), found);
    for (const one of chain)
      if (!settled?.taken.has(one)) reasons.set(one, { code: 'old-value', found: settled ? settled.value : found });
    if (!settled) continue;
    for (const path of paths) {
      putAt({ reports }, path, settled.value);
      define(marks, path, markOf(document.corrected?.[path], settled, found));
    }
  }
  return {
    document: Object.keys(marks).length === 0 ? document : marked({ ...document, reports }, marks),
    applied: corrections.filter((correction) => !reasons.has(correction)),
    refused: corrections.flatMap((correction) => {
      const reason = reasons.get(correction);
      return reason ? [{ correction, reason }] : [];
    }),
  };
}

function refusalOf(document: EvalxDocument, { sha256, path, new: value }: Correction): Refusal | null {
  if (sha256 !== document.source.sha256) return { code: 'file-changed' };
  if (valueAt(document, path) === undefined) return { code: 'path-missing' };
  const expected = fieldAt(path);
  if (!expected) return { code: 'not-a-field' };
  return takes(expected, value) ? null : { code: 'wrong-type', expected };
}

const SHARED: ReadonlySet<string> = new Set(sharedFields);

/** The fields that are put right together with one: those of all indicators that its merged cell spans. */
export function pathsOf(document: EvalxDocument, path: string): string[] {
  const [, report, list, row, field = '', ...more] = keysOf(path);
  if (list !== 'indicators' || more.length > 0 || !SHARED.has(field)) return [path];
  const rows = valueAt(document, `/reports/${report}/indicators/${row}/shared/${field}`);
  if (!Array.isArray(rows)) return [path];
  const paths = rows.map((index) => `/reports/${report}/indicators/${index}/${field}`);
  const there = paths.filter((other) => valueAt(document, other) !== undefined);
  return there.includes(path) ? there : [path];
}

/** What was read stays known over several rounds of corrections. */
function markOf(
  before: Corrected | undefined,
  { value, old, last: { who, when, why } }: { value: Scalar; old: Scalar; last: Correction },
  found: Scalar,
): Corrected {
  if (before && value === found) return before;
  return { old: before ? before.old : old, who, when, why };
}

/** The document with the marks of what was corrected, beside it and where its fields stand. */
function marked(document: EvalxDocument, marks: Readonly<Record<string, Corrected>>): EvalxDocument {
  const { evidence } = document;
  const own = evidence && Object.fromEntries(markPlaces(new Map(Object.entries(evidence)), marks));
  return { ...document, corrected: { ...document.corrected, ...marks }, ...(own ? { evidence: own } : {}) };
}

/** The places of a document with the marks of its fields; one without a place gets none. */
export function markPlaces(
  places: ReadonlyMap<string, Evidence>,
  marks: Readonly<Record<string, Corrected>>,
): Map<string, Evidence> {
  const all = new Map(places);
  for (const [path, corrected] of Object.entries(marks)) {
    const place = all.get(path);
    if (place) all.set(path, { ...place, confidence: 1, corrected });
  }
  return all;
}

/** Keys come from files of others. */
function define<T>(record: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

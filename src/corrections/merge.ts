import type { Accepted, Correction, Corrections } from '../contract/schema/corrections.js';
import { inOrder, walk } from './chain.js';

/** Corrections of one field that do not follow one another. */
export interface Conflict {
  readonly sha256: string;
  readonly path: string;
  readonly corrections: readonly Correction[];
}

export interface Merged {
  /** Sorted by file, path and time; without the corrections of fields in conflict. */
  readonly merged: Corrections;
  readonly conflicts: readonly Conflict[];
}

/**
 * Joins what several people have said. What is said twice stands once; corrections of one field must follow one another by
 * `when`, or end in the same value, else a person has to decide. Of acceptances of one finding the latest stays.
 */
export function mergeCorrections(files: readonly Pick<Corrections, 'corrections' | 'accepted'>[]): Merged {
  const kept: Correction[] = [];
  const conflicts: Conflict[] = [];
  for (const chain of groups(files.flatMap(({ corrections }) => corrections))) {
    const [first] = chain;
    if (walk(chain).taken.size === chain.length) kept.push(...chain);
    else conflicts.push({ sha256: first.sha256, path: first.path, corrections: chain });
  }
  const accepted = new Map<string, Accepted>();
  for (const one of inOrder(files.flatMap((file) => file.accepted)))
    accepted.set(JSON.stringify([one.sha256, one.rule, one.path]), one);
  const sorted = [...accepted].sort(([a], [b]) => byText(a, b)).map(([, one]) => one);
  return { merged: { schemaVersion: '1', corrections: kept, accepted: sorted }, conflicts };
}

/** By field, sorted; within one in the order of their time, none twice. */
function groups(corrections: readonly Correction[]): [Correction, ...Correction[]][] {
  const fields = new Map<string, Map<string, Correction>>();
  for (const one of inOrder(corrections)) {
    const { sha256, path, who, when, why } = one;
    const field = JSON.stringify([sha256, path]);
    const own = fields.get(field) ?? new Map<string, Correction>();
    fields.set(field, own.set(JSON.stringify([one.old, one.new, who, when, why]), one));
  }
  return [...fields]
    .sort(([a], [b]) => byText(a, b))
    .map(([, own]) => [...own.values()] as [Correction, ...Correction[]]);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

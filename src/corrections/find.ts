import type { Accepted, Correction, Corrections } from '../contract/schema/corrections.js';

/** A file of corrections, and what it is called in messages. */
export interface NamedCorrections {
  readonly name: string;
  readonly content: Corrections;
}

/** What is known of one PDF. */
export interface OwnCorrections {
  readonly corrections: readonly Correction[];
  readonly accepted: readonly Accepted[];
  /** The files that say something of it. */
  readonly names: readonly string[];
}

/** What is known of PDFs, by the hash of their bytes. */
export type CorrectionsByHash = ReadonlyMap<string, OwnCorrections>;

/** Sorts files of corrections by PDF, once: then each document finds its own without looking at the others. */
export function byHash(files: readonly NamedCorrections[]): CorrectionsByHash {
  const all = new Map<string, { corrections: Correction[]; accepted: Accepted[]; names: string[] }>();
  const of = (sha256: string, name: string) => {
    const own = all.get(sha256) ?? { corrections: [], accepted: [], names: [] };
    if (own.names.at(-1) !== name) own.names.push(name);
    all.set(sha256, own);
    return own;
  };
  for (const { name, content } of files) {
    for (const one of content.corrections) of(one.sha256, name).corrections.push(one);
    for (const one of content.accepted) of(one.sha256, name).accepted.push(one);
  }
  return all;
}

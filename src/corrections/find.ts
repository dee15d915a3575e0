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

/** The files of corrections of a run: plain data, which is sent to threads and processes once. */
export interface CorrectionsSetup {
  readonly files: readonly NamedCorrections[];
  /** Folders, each with the index of the file that holds for what is in it; null where all files hold for all inputs. */
  readonly byFolder: readonly (readonly [folder: string, index: number])[] | null;
}

/** The files of corrections of a run, sorted by PDF. */
export class KnownCorrections {
  private readonly indices: readonly CorrectionsByHash[];
  private readonly byFolder: ReadonlyMap<string, number> | null;

  constructor({ files, byFolder }: CorrectionsSetup) {
    this.indices = byFolder === null ? [byHash(files)] : files.map((file) => byHash([file]));
    this.byFolder = byFolder && new Map(byFolder);
  }

  /** What is said of a PDF that is in that folder, or attached to one that is. */
  of(folder: string, sha256: string): OwnCorrections | undefined {
    const index = this.byFolder === null ? 0 : this.byFolder.get(folder);
    return index === undefined ? undefined : this.indices[index]?.get(sha256);
  }
}

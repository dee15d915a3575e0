import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../contract/digest.js';
import { EvalxError } from '../errors.js';
import { sha256OfFile } from '../files/digest.js';
import { systemCode } from '../files/system-code.js';
import { writeWhole } from '../files/whole-file.js';
import { messageOf } from '../messages/say.js';
import type { BatchSettings, Entry, Job } from './batch-types.js';

/**
 * What a run has done, kept in OUT/.evalx: a file for each input, and the list of inputs. Every file is written beside its
 * place and then renamed, so that a kill at any moment leaves whole files only.
 */

export interface Manifest {
  readonly version: string;
  readonly settings: string;
  /** Number of inputs of the whole run, over all shards. */
  readonly total: number;
  /** The inputs of this shard. */
  readonly jobs: readonly Job[];
}

export const settingsDigest = (settings: BatchSettings): string => sha256(JSON.stringify(settings));

export class Journal {
  private readonly folder: string;

  constructor(out: string) {
    this.folder = join(out, '.evalx');
  }

  /** Forgets everything. */
  clear(): void {
    guarded(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  /** Removes the notes and the folder they are in. */
  remove(): void {
    rmSync(dirname(this.folder), { recursive: true, force: true });
  }

  writeManifest(manifest: Manifest): void {
    guarded(() => writeWhole(join(this.folder, 'manifest.json'), JSON.stringify(manifest)));
  }

  readManifest(): Manifest | null {
    return readJson(join(this.folder, 'manifest.json')) as Manifest | null;
  }

  write(entry: Entry): void {
    guarded(() => writeWhole(this.pathOf(entry.path), JSON.stringify(entry)));
  }

  /** What is known of an input; null where nothing is, or what is there is no entry. */
  read(path: string): Entry | null {
    const entry = readJson(this.pathOf(path)) as Entry | null;
    return entry?.path === path ? entry : null;
  }

  /** Whether an input is done, with this version and these settings, and has not changed since. */
  async isDone(path: string, version: string, settings: string): Promise<boolean> {
    const entry = this.read(path);
    if (!entry || entry.version !== version || entry.settings !== settings) return false;
    const { sha256 } = entry.result.status;
    return sha256 !== null && sha256 === (await sha256OfFile(path));
  }

  /** A folder for each of the first two digits keeps folders small. */
  private pathOf(path: string): string {
    const name = sha256(path);
    return join(this.folder, 'files', name.slice(0, 2), `${name}.json`);
  }
}

function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw unwritable(error);
  }
}

/** What the system says of a file that cannot be written, as one line that says what to do. */
export function unwritable(error: unknown): unknown {
  const code = systemCode(error);
  if (code === null) return error;
  return new EvalxError(messageOf('outputUnwritable', { reason: code }), { cause: error });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

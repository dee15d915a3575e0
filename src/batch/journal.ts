import { createHmac, randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../contract/digest.js';
import { EvalxError } from '../errors.js';
import { sha256OfFile } from '../files/digest.js';
import { pathBytes, systemPath } from '../files/path-bytes.js';
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

const FOLDER = '.evalx';
const KEY_BYTES = 32;

export class Journal {
  private readonly folder: string;
  private key: Buffer | null = null;

  constructor(out: string) {
    this.folder = join(out, FOLDER);
  }

  /** Forgets everything, and begins with a key of its own. */
  begin(): void {
    guarded(() => {
      rmSync(systemPath(this.folder), { recursive: true, force: true });
      mkdirSync(systemPath(this.folder), { recursive: true, mode: 0o700 });
      this.key = randomBytes(KEY_BYTES);
      writeFileSync(systemPath(join(this.folder, 'key')), this.key, { flag: 'wx', mode: 0o600 });
    });
  }

  /**
   * Goes on with what another run has noted, or begins where there is nothing.
   *
   * @throws {EvalxError} `journal-untrusted` where others could have written it, or links lead out of it.
   */
  resume(): void {
    if (statsOf(this.folder) === undefined) {
      this.begin();
      return;
    }
    const isTrusted = [this.folder, join(this.folder, 'key')].every(isOwn) && !hasLinks(this.folder);
    if (!isTrusted) throw new EvalxError(messageOf('journalUntrusted', { folder: this.folder }));
  }

  /** Removes the notes and the folder they are in. */
  remove(): void {
    rmSync(systemPath(dirname(this.folder)), { recursive: true, force: true });
  }

  writeManifest(manifest: Manifest): void {
    this.put('manifest.json', JSON.stringify(manifest));
  }

  readManifest(): Manifest | null {
    return this.get('manifest.json') as Manifest | null;
  }

  write(entry: Entry): void {
    this.put(fileOf(entry.path), JSON.stringify(entry));
  }

  /** What is known of an input; null where nothing is, or what is there was not written by this run. */
  read(path: string): Entry | null {
    const entry = this.get(fileOf(path)) as Entry | null;
    return entry?.path === path ? entry : null;
  }

  /**
   * Whether an input is done, with this version and these settings, and has not changed since. One of which a part was left
   * out as its process had been killed from outside is not.
   */
  async isDone(path: string, version: string, settings: string): Promise<boolean> {
    const entry = this.read(path);
    if (!entry || entry.again || entry.version !== version || entry.settings !== settings) return false;
    const { sha256 } = entry.result.status;
    return sha256 !== null && sha256 === (await sha256OfFile(path));
  }

  /** The signature of a note stands on the line before it. */
  private put(name: string, text: string): void {
    guarded(() => writeWhole(join(this.folder, name), `${this.sign(name, text)}\n${text}`));
  }

  private get(name: string): unknown {
    try {
      const note = readFileSync(systemPath(join(this.folder, name)), 'utf8');
      const end = note.indexOf('\n');
      const text = note.slice(end + 1);
      return note.slice(0, end) === this.sign(name, text) ? JSON.parse(text) : null;
    } catch {
      return null;
    }
  }

  /** By the key of this run, and for this name: no note of another run or input counts. */
  private sign(name: string, text: string): string {
    this.key ??= readFileSync(systemPath(join(this.folder, 'key')));
    return createHmac('sha256', this.key).update(`${name}\n${text}`).digest('hex');
  }
}

/** A folder for each of the first two digits keeps folders small. */
function fileOf(path: string): string {
  const name = sha256(pathBytes(path));
  return join('files', name.slice(0, 2), `${name}.json`);
}

/** What the system says of a file, folder or link; nothing where there is none. */
const statsOf = (path: string) => lstatSync(systemPath(path), { throwIfNoEntry: false });

/** Whether a file or folder is no link, and this user alone could write it. Windows does not say; there it counts as own. */
function isOwn(path: string): boolean {
  const stats = statsOf(path);
  if (!stats || stats.isSymbolicLink()) return false;
  const user = process.getuid?.();
  return user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0);
}

/** Whether a link among the notes would lead what is written elsewhere. */
function hasLinks(folder: string): boolean {
  const links = (path: string): boolean => statsOf(path)?.isSymbolicLink() === true;
  const files = join(folder, 'files');
  if (links(files) || links(join(folder, 'manifest.json'))) return true;
  const prefixes = statsOf(files) ? readdirSync(systemPath(files)) : [];
  return prefixes.some((prefix) => links(join(files, prefix)));
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

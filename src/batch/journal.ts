import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileResult } from '../contract/batch.js';
import { sha256 } from '../contract/digest.js';
import type { KnownCorrections } from '../corrections/find.js';
import { EvalxError } from '../errors.js';
import { sha256OfFile } from '../files/digest.js';
import { systemCode } from '../files/system-code.js';
import { writeWhole } from '../files/whole-file.js';
import { messageOf } from '../messages/say.js';
import { pathBytes, systemPath } from '../text/path-bytes.js';
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
  /** The folder that all inputs of the whole run are in: reviews are named by the paths in it. */
  readonly folder: string;
  /** The inputs of this shard. */
  readonly jobs: readonly Job[];
}

export const settingsDigest = (settings: BatchSettings): string => sha256(JSON.stringify(settings));

/** Digest of what corrections say of an input and of what is attached to it; null where they say nothing. */
export function correctionsDigest(known: KnownCorrections | null, path: string, result: FileResult): string | null {
  const own = [result, ...(result.attached ?? [])].flatMap(({ status }) =>
    status.sha256 === null ? [] : (known?.of(dirname(path), status.sha256) ?? []),
  );
  return own.length === 0 ? null : sha256(JSON.stringify(own));
}

const FOLDER = '.evalx';
/** Only this user can read the key that signs; whoever merges the shards of others has the one that checks. */
const KEY = 'key';
const PUBLIC_KEY = 'key.pub';

export class Journal {
  readonly out: string;
  private readonly folder: string;
  private key: KeyObject | null = null;
  private publicKey: KeyObject | null = null;

  constructor(out: string) {
    this.out = out;
    this.folder = join(out, FOLDER);
  }

  /** Forgets everything, and begins with a key of its own. */
  begin(): void {
    guarded(() => {
      rmSync(systemPath(this.folder), { recursive: true, force: true });
      mkdirSync(systemPath(this.out), { recursive: true });
      mkdirSync(systemPath(this.folder), { mode: 0o755 });
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      [this.key, this.publicKey] = [privateKey, publicKey];
      writeWhole(join(this.folder, PUBLIC_KEY), publicKey.export({ type: 'spki', format: 'pem' }), { mode: 0o644 });
      writeWhole(join(this.folder, KEY), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    });
  }

  /**
   * Goes on with what another run has noted, or begins where there is nothing.
   *
   * @throws {EvalxError} `journal-untrusted` where others could have written it, or links lead out of it.
   */
  resume(): void {
    const [folder, key] = [this.folder, join(this.folder, KEY)].map(ownership);
    const isTrusted = folder !== 'others' && key !== 'others' && !hasLinks(this.folder);
    if (!isTrusted) throw new EvalxError(messageOf('journalUntrusted', { folder: this.folder }));
    // A run that was killed right at its beginning has no key yet, and no notes.
    if (key === 'none') this.begin();
  }

  /** Removes the notes and the folder they are in. */
  remove(): void {
    // A process that is being ended may write one more.
    rmSync(systemPath(this.out), { recursive: true, force: true, maxRetries: 3 });
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
   * Whether an input is done, with this version, these settings and these corrections, and has not changed since. One of which a part was left
   * out as its process had been killed from outside is not.
   */
  async isDone(
    path: string,
    version: string,
    settings: string,
    known: KnownCorrections | null = null,
  ): Promise<boolean> {
    const entry = this.read(path);
    if (!entry || entry.again || entry.version !== version || entry.settings !== settings) return false;
    if ((entry.corrections ?? null) !== correctionsDigest(known, path, entry.result)) return false;
    const { sha256 } = entry.result.status;
    return sha256 !== null && sha256 === (await sha256OfFile(path));
  }

  /** The signature of a note stands on the line before it. It is for this name: a note of another input does not count. */
  private put(name: string, text: string): void {
    guarded(() => {
      this.key ??= createPrivateKey(readFileSync(systemPath(join(this.folder, KEY))));
      const signature = sign(null, signed(name, text), this.key).toString('hex');
      writeWhole(join(this.folder, name), `${signature}\n${text}`);
    });
  }

  private get(name: string): unknown {
    try {
      const note = readFileSync(systemPath(join(this.folder, name)), 'utf8');
      const end = note.indexOf('\n');
      const text = note.slice(end + 1);
      this.publicKey ??= this.readPublicKey();
      const isOurs = verify(null, signed(name, text), this.publicKey, Buffer.from(note.slice(0, end), 'hex'));
      return isOurs ? JSON.parse(text) : null;
    } catch {
      return null;
    }
  }

  private readPublicKey(): KeyObject {
    try {
      return createPublicKey(readFileSync(systemPath(join(this.folder, KEY))));
    } catch {
      return createPublicKey(readFileSync(systemPath(join(this.folder, PUBLIC_KEY))));
    }
  }
}

const signed = (name: string, text: string): Buffer => Buffer.from(`${name}\n${text}`);

/** A folder for each of the first two digits keeps folders small. */
function fileOf(path: string): string {
  const name = sha256(pathBytes(path));
  return join('files', name.slice(0, 2), `${name}.json`);
}

/** Whether this user alone could write a file or folder, and it is no link. Windows does not say; there it counts as own. */
function ownership(path: string): 'own' | 'others' | 'none' {
  const stats = lstatSync(systemPath(path), { throwIfNoEntry: false });
  if (!stats) return 'none';
  const user = process.getuid?.();
  const isOwn = user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0);
  return isOwn && !stats.isSymbolicLink() ? 'own' : 'others';
}

/** Whether a link among the notes would lead what is written elsewhere. */
function hasLinks(folder: string): boolean {
  const links = (path: string): boolean =>
    lstatSync(systemPath(path), { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const files = join(folder, 'files');
  if (links(files) || links(join(folder, 'manifest.json'))) return true;
  const prefixes = lstatSync(systemPath(files), { throwIfNoEntry: false }) ? readdirSync(systemPath(files)) : [];
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

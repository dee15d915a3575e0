import type { Dirent } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EvalxError } from '../../errors.js';
import { systemCode } from '../../files/system-code.js';
import { messageOf } from '../../messages/say.js';
import { pathOf, shownPath, systemPath } from '../../text/path-bytes.js';

/** What a search for files may visit: a folder from strangers must not keep the run busy. */
export interface SearchLimits {
  /** Names of files and folders. */
  readonly entries: number;
  /** Folders inside one another. */
  readonly depth: number;
  /** Seconds of CPU. */
  readonly seconds: number;
}

export const SEARCH_LIMITS: SearchLimits = { entries: 1_000_000, depth: 64, seconds: 60 };
export const NO_SEARCH_LIMITS: SearchLimits = { entries: Infinity, depth: Infinity, seconds: Infinity };

export interface SearchOptions {
  /** Whether links to folders are followed; each folder is entered once even then. */
  readonly followLinks: boolean;
  readonly limits: SearchLimits;
}

/** What a search met, by path from its folder, with `/` between the names. */
export interface Visitor {
  /** Whether to go into a folder. */
  readonly enters: (path: string) => boolean;
  /** A file, or a link that leads to none of the folders that are entered. */
  readonly file: (path: string) => void;
  /** A folder that cannot be read, or may be one behind a link that cannot be followed, and a link that leads nowhere. */
  readonly lost: (path: string, isFolder: boolean) => void;
}

/** Searches through folders, in one order on every machine. One search has one budget, however many folders it is given. */
export class Search {
  private readonly options: SearchOptions;
  private entries = 0;
  private readonly before = process.cpuUsage();

  constructor(options: SearchOptions) {
    this.options = options;
  }

  /** @throws {EvalxError} `usage` where a limit is reached: then nothing can be said of what the folder holds. */
  async through(root: string, visitor: Visitor): Promise<void> {
    const entered = new Set<string>([await identityOf(root)]);
    /** Links wait until all that stands in the folder itself was entered: its own names go before those of links. */
    const links: string[] = [];
    const folders = [''];
    for (;;) {
      const folder = folders.pop() ?? links.shift();
      if (folder === undefined) return;
      for (const entry of await this.entriesOf(root, folder, visitor)) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          if (visitor.enters(path) && (await isNew(join(root, path), entered))) folders.push(path);
        } else if (entry.isSymbolicLink()) {
          const kind = await kindOf(join(root, path));
          if (kind === 'folder') {
            if (!this.options.followLinks || !visitor.enters(path)) continue;
            if (await isNew(join(root, path), entered)) links.push(path);
          } else if (kind === 'file') visitor.file(path);
          else visitor.lost(path, kind === 'unknown' && this.options.followLinks);
        } else visitor.file(path);
      }
    }
  }

  private async entriesOf(root: string, folder: string, { lost }: Visitor): Promise<Entry[]> {
    this.check(root, folder);
    const entries: Entry[] = [];
    try {
      for await (const entry of await opened(join(root, folder))) {
        entries.push(named(entry));
        this.entries++;
        this.check(root, folder);
      }
    } catch (error) {
      if (error instanceof EvalxError) throw error;
      lost(folder, true);
    }
    return entries.sort((a, b) => (a.name < b.name ? 1 : -1));
  }

  private check(root: string, folder: string): void {
    const { entries, depth, seconds } = this.options.limits;
    const { user, system } = process.cpuUsage(this.before);
    const path = (): string => shownPath(join(root, folder));
    if (this.entries > entries) throw new EvalxError(messageOf('searchTooLarge', { path: path(), entries }));
    if (folder.split('/').length > depth) throw new EvalxError(messageOf('searchTooDeep', { path: path(), depth }));
    if ((user + system) / 1e6 > seconds) throw new EvalxError(messageOf('searchTooLong', { path: path(), seconds }));
  }
}

/** A folder entry by entry: one that is larger than the limit is never held. */
async function opened(folder: string): Promise<AsyncIterable<Dirent<Buffer>>> {
  // The types know no buffers here; Node does.
  const options = { encoding: 'buffer' as BufferEncoding, bufferSize: 1000 };
  return (await opendir(systemPath(folder), options)) as unknown as AsyncIterable<Dirent<Buffer>>;
}

interface Entry {
  readonly name: string;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

const named = (entry: Dirent<Buffer>): Entry => ({
  name: pathOf(entry.name),
  isDirectory: () => entry.isDirectory(),
  isSymbolicLink: () => entry.isSymbolicLink(),
});

async function identityOf(folder: string): Promise<string> {
  const { dev, ino } = await stat(systemPath(folder), { bigint: true });
  return `${dev}:${ino}`;
}

/** Whether a folder was not entered before; it counts as entered from now on. */
async function isNew(folder: string, entered: Set<string>): Promise<boolean> {
  const identity = await identityOf(folder).catch(() => null);
  // What cannot be looked at is entered, and then told as lost.
  if (identity === null) return true;
  if (entered.has(identity)) return false;
  entered.add(identity);
  return true;
}

async function kindOf(link: string): Promise<'folder' | 'file' | 'nothing' | 'unknown'> {
  try {
    return (await stat(systemPath(link))).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    // Too many links in a row, say: what is behind them is not known to be nothing.
    return systemCode(error) === 'ENOENT' ? 'nothing' : 'unknown';
  }
}

import { statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import picomatch from 'picomatch';
import { STDIN } from '../../files/input.js';
import { realPath } from '../../files/real-path.js';
import { systemPath } from '../../text/path-bytes.js';
import { SEARCH_LIMITS, Search, type SearchLimits } from './search.js';

export interface FoundInputs {
  /** Files in a stable order: as given, those of a folder or a glob by name; none twice. */
  readonly files: readonly string[];
  /** Folders and globs in which nothing was found. */
  readonly empty: readonly string[];
  /** Files that would have been found, but for `ignore`. */
  readonly ignored: readonly string[];
}

export interface FindOptions {
  /** Globs of what is left out in folders and globs, from the folder `from`. */
  readonly ignore?: readonly string[];
  readonly from?: string;
  /** Also goes through links to folders, each folder once; default false: they may lead anywhere. */
  readonly followLinks?: boolean;
  readonly limits?: SearchLimits;
}

/**
 * The files that paths, folders and globs name: of a folder all PDFs in it, however deep, but for what begins with a dot.
 * A name that exists is that file, whatever signs it holds. What does not exist and is not a glob stays in the list, as do
 * folders and links that cannot be followed: reading them says what is wrong.
 *
 * @throws {EvalxError} `usage` where the search meets more than it may visit.
 */
export async function findInputs(patterns: readonly string[], options: FindOptions = {}): Promise<FoundInputs> {
  const { followLinks = false, limits = SEARCH_LIMITS } = options;
  const search = new Search({ followLinks, limits });
  const files = new Map<string, string>();
  const empty: string[] = [];
  const ignored: string[] = [];
  for (const pattern of patterns) {
    const named = isNamed(pattern);
    const found = named ? [pattern] : await expand(pattern, options, search, ignored);
    if (found.length === 0) empty.push(pattern);
    for (const [i, file] of found.entries()) {
      if (i % FILES_AT_ONCE === 0) await immediate();
      const key = named ? ownPath(file) : realPath(file);
      if (!files.has(key)) files.set(key, file);
    }
  }
  return { files: [...files.values()], empty, ignored };
}

/** After so many files whoever wants to end the run gets a word in. */
const FILES_AT_ONCE = 1000;

/** Whether a path was named itself, and is not to be found in a folder or by a glob. */
function isNamed(pattern: string): boolean {
  if (pattern === STDIN) return true;
  const stats = statOf(pattern);
  return stats === undefined ? !isGlob(pattern) : !stats.isDirectory();
}

export const isThere = (path: string): boolean => statOf(path) !== undefined;
export const isFolder = (path: string): boolean => statOf(path)?.isDirectory() === true;
export const isGlob = (pattern: string): boolean => picomatch.scan(slashed(pattern)).isGlob;

/** The folder that is searched for a folder or a glob. */
export const searchedFolder = (pattern: string): string =>
  isFolder(pattern) ? pattern : picomatch.scan(slashed(pattern)).base || (isAbsolute(pattern) ? '/' : '.');

const statOf = (path: string): ReturnType<typeof statSync> | undefined => {
  try {
    return statSync(systemPath(path), { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
};

const PDFS = '**/*.pdf';

/** The files in a folder, or that a glob matches, in order. */
async function expand(pattern: string, options: FindOptions, search: Search, ignored: string[]): Promise<string[]> {
  const folder = searchedFolder(pattern);
  const glob = isFolder(pattern) ? PDFS : picomatch.scan(slashed(pattern)).glob;
  const matches = picomatch(glob, { nocase: true });
  const isIgnored = ignoredIn(folder, options);
  const depth = glob.includes('**') ? Number.POSITIVE_INFINITY : glob.split('/').length - 1;
  const found: string[] = [];
  await search
    .through(folder, {
      enters: (path) => !isHidden(path, glob) && path.split('/').length <= depth && !isIgnored(path),
      file: (path) => {
        if (!matches(path)) return;
        if (isIgnored(path)) ignored.push(named(folder, path, pattern));
        else found.push(path);
      },
      lost: (path, isFolder) => {
        if (!isIgnored(path) && (isFolder || /\.pdf$/iu.test(path))) found.push(path);
      },
    })
    .catch((error: unknown) => {
      // The base of a glob need not be there.
      if (statOf(folder) !== undefined) throw error;
    });
  return found.sort(byName).map((name) => named(folder, name, pattern));
}

/** A found path as it is said: below the folder as that was given. */
function named(folder: string, name: string, pattern: string): string {
  if (folder === '.' && !pattern.startsWith('.')) return name === '' ? '.' : name;
  return join(folder, name);
}

/** Whether a folder is passed over as its name begins with a dot, which the glob does not ask for. */
const isHidden = (path: string, glob: string): boolean => basename(path).startsWith('.') && !/(^|\/)\./u.test(glob);

const slashed = (path: string): string => path.split(sep).join(posix.sep);

/** A file with its own name, in a folder that may be reached in several ways. */
const ownPath = (file: string): string => (file === STDIN ? STDIN : join(realPath(dirname(file)), basename(file)));

/** Code units, so that the order is the same on every machine. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether a path from the folder that is searched is left out. */
function ignoredIn(folder: string, { ignore = [], from = '.' }: FindOptions): (path: string) => boolean {
  if (ignore.length === 0) return () => false;
  const matches = picomatch([...ignore], { nocase: true, dot: true });
  const way = slashed(relative(resolve(from), resolve(folder)));
  return (path) => matches(way === '' ? path : posix.join(way, path));
}

import { type Dirent, readdir, realpath, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { escapePath, type FileSystemAdapter, glob, isDynamicPattern } from 'tinyglobby';
import { STDIN } from '../../files/input.js';

export interface FoundInputs {
  /** Files in a stable order: as given, those of a folder or a glob by name; none twice. */
  readonly files: readonly string[];
  /** Folders and globs in which nothing was found. */
  readonly empty: readonly string[];
}

export interface FindOptions {
  /** Globs of what is left out in folders and globs, from the folder `from`. */
  readonly ignore?: readonly string[];
  readonly from?: string;
}

/**
 * The files that paths, folders and globs name: of a folder all PDFs in it, however deep, but for what begins with a dot.
 * A name that exists is that file, whatever signs it holds. What does not exist and is no glob stays in the list, as do
 * folders and links that cannot be followed: reading them says what is wrong.
 */
export async function findInputs(patterns: readonly string[], options: FindOptions = {}): Promise<FoundInputs> {
  const files = new Map<string, string>();
  const empty: string[] = [];
  for (const pattern of patterns) {
    const { found, named } = await expand(pattern, options);
    if (found.length === 0) empty.push(pattern);
    for (const file of found) {
      const key = named ? ownPath(file) : realPath(file);
      if (!files.has(key)) files.set(key, file);
    }
  }
  return { files: [...files.values()], empty };
}

interface Expanded {
  readonly found: readonly string[];
  /** Whether it was named itself, not found in a folder or by a glob. */
  readonly named: boolean;
}

async function expand(pattern: string, options: FindOptions): Promise<Expanded> {
  if (pattern === STDIN) return { found: [STDIN], named: true };
  const stats = statSync(pattern, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    const unread: string[] = [];
    const names = await glob('**/*.pdf', {
      ...GLOB,
      cwd: pattern,
      ignore: ignoreIn(pattern, options),
      fs: { ...watchFolders(unread), ...watchLinks(unread) },
    });
    const lost = unread.map((path) => relative(resolve(pattern), path));
    return { found: [...names, ...lost].sort(byName).map((name) => join(pattern, name)), named: false };
  }
  if (stats || !isDynamicPattern(pattern)) return { found: [pattern], named: true };
  const unread: string[] = [];
  const absolute = isAbsolute(pattern);
  const names = await glob(pattern.split(sep).join(posix.sep), {
    ...GLOB,
    absolute,
    ignore: ignoreIn('.', options),
    fs: watchFolders(unread),
  });
  const lost = unread.map((path) => (absolute ? path : relative('.', path) || '.'));
  return { found: [...names, ...lost].sort(byName), named: false };
}

/** A file with its own name, in a folder that may be reached in several ways. */
const ownPath = (file: string): string => (file === STDIN ? STDIN : join(realPath(dirname(file)), basename(file)));

/** Where links lead; they may lead to one file more than once, and in circles. For what is not there, its full path. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** The search passes over folders that may not be read: these are told. */
const watchFolders = (unread: string[]): FileSystemAdapter => ({
  readdir: ((path: string, options: { withFileTypes: true }, done: (error: unknown, entries?: Dirent[]) => void) =>
    readdir(path, options, (error, entries) => {
      if (error) unread.push(resolve(path));
      done(error, entries);
    })) as unknown as typeof readdir,
});

/** The same for links to PDFs that lead nowhere. */
const watchLinks = (unread: string[]): FileSystemAdapter => ({
  realpath: ((path: string, done: (error: unknown, path?: string) => void) =>
    realpath(path, (error, real) => {
      if (error && /\.pdf$/iu.test(path)) unread.push(resolve(path));
      done(error, real);
    })) as unknown as typeof realpath,
});

const GLOB = {
  caseSensitiveMatch: false,
  onlyFiles: true,
  followSymbolicLinks: true,
  expandDirectories: false,
} as const;

/** Code units, so that the order is the same on every machine. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The globs to leave out, from the folder that is searched. */
function ignoreIn(folder: string, { ignore = [], from = '.' }: FindOptions): string[] {
  const way = escapePath(relative(resolve(folder), resolve(from)).split(sep).join(posix.sep));
  return ignore.map((pattern) => posix.join(way, pattern));
}

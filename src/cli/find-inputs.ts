import { statSync } from 'node:fs';
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { STDIN } from '../files/input.js';

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
 * The files that paths, folders and globs name: of a folder all PDFs in it, however deep. A name that exists is that file,
 * whatever signs it holds. What does not exist and is no glob stays in the list: reading it says what is wrong.
 */
export async function findInputs(patterns: readonly string[], options: FindOptions = {}): Promise<FoundInputs> {
  const files = new Map<string, string>();
  const empty: string[] = [];
  for (const pattern of patterns) {
    const found = await expand(pattern, options);
    if (found.length === 0) empty.push(pattern);
    for (const file of found) {
      const key = file === STDIN ? STDIN : resolve(file);
      if (!files.has(key)) files.set(key, file);
    }
  }
  return { files: [...files.values()], empty };
}

async function expand(pattern: string, options: FindOptions): Promise<string[]> {
  if (pattern === STDIN) return [STDIN];
  const stats = statSync(pattern, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    const names = await glob('**/*.pdf', { ...GLOB, cwd: pattern, ignore: ignoreIn(pattern, options) });
    return names.sort(byName).map((name) => join(pattern, name));
  }
  if (stats || !isDynamicPattern(pattern)) return [pattern];
  const names = await glob(pattern.split(sep).join(posix.sep), {
    ...GLOB,
    absolute: isAbsolute(pattern),
    ignore: ignoreIn('.', options),
  });
  return names.sort(byName);
}

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
  return ignore.map((pattern) =>
    posix.join(relative(resolve(folder), resolve(from)).split(sep).join(posix.sep), pattern),
  );
}

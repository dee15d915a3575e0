import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../../contract/digest.js';
import { keptWorkSchema } from '../../../contract/schema/kept.js';
import { sha256OfFile } from '../../../files/digest.js';
import { packageVersion } from '../../../files/own-package.js';
import { readSmallFile } from '../../../files/small-file.js';
import { writeWhole } from '../../../files/whole-file.js';
import { systemPath } from '../../../text/path-bytes.js';
import type { CheckWork } from '../../thread/jobs.js';

/**
 * What was found in files before, by their bytes: a file for each in one folder. Whatever is wrong with the cache, the run goes
 * on as if there were none.
 */
export interface Cache {
  /** The name under which the work on a file stands; null where it cannot be read. `about` is all else that decides. */
  key(file: string, about: unknown): Promise<string | null>;
  get(key: string): CheckWork | null;
  put(key: string, work: CheckWork): void;
}

/** Raised when what is kept changes its shape. */
const SHAPE = 1;
const MOST_BYTES = 64 << 20;
/** Only this user may look into it: it holds what forms say. */
const [FOLDER_MODE, FILE_MODE] = [0o700, 0o600];

/** The cache of a run; null where none is wanted. */
export function openCache(
  { cache, cacheDir }: { readonly cache?: true; readonly cacheDir?: string },
  env: Readonly<Record<string, string | undefined>> = process.env,
): Cache | null {
  if (!cache && cacheDir === undefined) return null;
  const folder = cacheDir ?? defaultFolder(env, process.platform);
  const place = (key: string): string => join(folder, key.slice(0, 2), `${key.slice(2)}.json`);
  return {
    key: async (file, about) => {
      const content = await sha256OfFile(file);
      return content && sha256(JSON.stringify([SHAPE, packageVersion(), content, file, about]));
    },
    get: (key) => {
      const file = readSmallFile(place(key), MOST_BYTES);
      return 'problem' in file || file.isLink ? null : workIn(file.text);
    },
    put: (key, work) => {
      if (!work.isLasting) return;
      const text = JSON.stringify(work);
      try {
        mkdirSync(systemPath(folder), { recursive: true, mode: FOLDER_MODE });
        writeWhole(place(key), `${sha256(text)}\n${text}\n`, { mode: FILE_MODE });
      } catch {
        // A disk that is full or locked costs time, and nothing else.
      }
    },
  };
}

/** As each system has it: `$XDG_CACHE_HOME/evalx`, `~/.cache/evalx`, `~/Library/Caches/evalx`, `%LOCALAPPDATA%\evalx\cache`. */
export function defaultFolder(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  if (platform === 'win32' && local) return join(local, 'evalx', 'cache');
  if (xdg) return join(xdg, 'evalx');
  return platform === 'darwin' ? join(homedir(), 'Library', 'Caches', 'evalx') : join(homedir(), '.cache', 'evalx');
}

function workIn(content: string): CheckWork | null {
  const [digest = '', text = ''] = content.split('\n');
  if (sha256(text) !== digest) return null;
  try {
    const work: unknown = JSON.parse(text);
    return keptWorkSchema.safeParse(work).success ? (work as CheckWork) : null;
  } catch {
    return null;
  }
}

import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Script } from 'node:vm';

/** Of others, nobody may read or write it: V8 runs what stands in it. */
const FOLDER_MODE = 0o700;

/**
 * What V8 compiled of the bundle, in the cache folder of the user: one folder for each evalx and each V8. It holds code, so that a
 * folder of another user, one that others can write to, and a link do not count. Whatever is wrong with it, nothing is said, and the
 * code is compiled anew. `EVALX_NO_CODE_CACHE=1` does without.
 */
export class CodeCache {
  private readonly folder: string | null;
  private readonly fresh = new Map<string, Script>();

  /**
   * `build`: a file that says which build this is, in a word. Times and sizes do not tell: what is packed has one time, and V8
   * takes what it compiled of any source of that length.
   */
  constructor(build: string, env: NodeJS.ProcessEnv = process.env, platform: string = process.platform) {
    this.folder = env['EVALX_NO_CODE_CACHE'] === '1' ? null : folderOf(build, env, platform);
  }

  /** What was compiled of a part, or null. */
  read(name: string): Buffer | null {
    if (this.folder === null) return null;
    try {
      return isOwn(this.folder) ? readFileSync(join(this.folder, `${name}.cache`)) : null;
    } catch {
      return null;
    }
  }

  /** A part that had to be compiled, and shall be kept. */
  add(name: string, script: Script): void {
    this.fresh.set(name, script);
  }

  /** Keeps what had to be compiled, once it has done its work: V8 then knows which functions are used. */
  write(): void {
    const { folder } = this;
    if (folder === null || this.fresh.size === 0) return;
    try {
      mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
      if (!isOwn(folder)) return;
      for (const [name, script] of this.fresh) {
        this.fresh.delete(name);
        const temporary = join(folder, `.${name}.${process.pid}`);
        try {
          writeFileSync(temporary, script.createCachedData(), { flag: 'wx', mode: 0o600 });
          renameSync(temporary, join(folder, `${name}.cache`));
        } catch {
          rmSync(temporary, { force: true });
        }
      }
    } catch {
      // A folder that cannot be made or written to: the next run compiles anew.
    }
  }
}

/** As each system has it; null where there is no place for a user. */
function folderOf(build: string, env: NodeJS.ProcessEnv, platform: string): string | null {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  try {
    const caches =
      platform === 'win32'
        ? local && join(local, 'evalx', 'cache')
        : xdg?.startsWith('/')
          ? join(xdg, 'evalx')
          : join(homedir(), ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']), 'evalx');
    if (!caches) return null;
    return join(caches, 'code', `${process.versions.v8}-${process.arch}-${readFileSync(build, 'latin1')}`);
  } catch {
    return null;
  }
}

function isOwn(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  return (
    (process.getuid === undefined || uid === process.getuid()) &&
    (mode & 0o022) === 0 &&
    lstatSync(folder).isDirectory()
  );
}

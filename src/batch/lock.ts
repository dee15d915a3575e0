import { closeSync, constants, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { EvalxError } from '../errors.js';
import { systemPath } from '../files/path-bytes.js';
import { systemCode } from '../files/system-code.js';
import { messageOf } from '../messages/say.js';
import { unwritable } from './journal.js';

/** Who works in a folder. */
interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts it; null where the system does not say. A number may be given again. */
  readonly began: string | null;
}

const NAME = '.evalx.lock';
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/**
 * Takes a folder for this process, and makes it where it is not there yet; what is returned gives it back. The lock of a
 * process of this machine that is gone is taken over.
 *
 * @throws {EvalxError} `out-in-use` where another process works in it.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, NAME);
  try {
    mkdirSync(systemPath(folder), { recursive: true });
  } catch (error) {
    throw unwritable(error);
  }
  const own: Owner = { pid: process.pid, host: hostname(), began: beganAt(process.pid) };
  for (let attempt = 0; ; attempt++) {
    try {
      const fd = openSync(systemPath(path), NEW_FILE, 0o644);
      writeFileSync(fd, JSON.stringify(own));
      closeSync(fd);
      return () => rmSync(systemPath(path), { force: true });
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw unwritable(error);
      const owner = ownerOf(path);
      if (attempt > 0 || (owner && isAtWork(owner))) throw inUse(path, owner);
      rmSync(systemPath(path), { force: true });
    }
  }
}

function inUse(path: string, owner: Owner | null): EvalxError {
  const { pid = '?', host = '?' } = owner ?? {};
  return new EvalxError(messageOf('outInUse', { pid, host, path }));
}

/** What a lock says; null where it says nothing that can be understood. */
function ownerOf(path: string): Owner | null {
  try {
    const owner = JSON.parse(readFileSync(systemPath(path), 'utf8')) as Partial<Owner> | null;
    const { pid, host, began = null } = owner ?? {};
    return Number.isSafeInteger(pid) && typeof host === 'string' ? { pid: pid as number, host, began } : null;
  } catch {
    return null;
  }
}

/** Whether the process is there; of another machine nothing is known, and it counts as there. */
function isAtWork({ pid, host, began }: Owner): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) === 'ESRCH') return false;
  }
  return began === null || beganAt(pid) === began;
}

/** When a process began, from `/proc` (Linux): the 22nd field of its state, behind the name in brackets. */
function beganAt(pid: number): string | null {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return state.slice(state.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

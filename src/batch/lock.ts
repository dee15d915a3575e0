import { closeSync, constants, lstatSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../contract/digest.js';
import { EvalxError } from '../errors.js';
import { systemCode } from '../files/system-code.js';
import { messageOf } from '../messages/say.js';
import { systemPath } from '../text/path-bytes.js';
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
  const own = JSON.stringify({ pid: process.pid, host: hostname(), began: beganAt(process.pid) } satisfies Owner);
  try {
    mkdirSync(systemPath(folder), { recursive: true });
    if (!isTaken(path, own)) {
      removeDead(path);
      if (!isTaken(path, own)) throw inUse(path);
    }
  } catch (error) {
    throw unwritable(error);
  }
  return () => {
    if (textOf(path) === own) rmSync(systemPath(path), { force: true });
  };
}

/** Makes a file that is not there; false where there is one. */
function isTaken(path: string, text: string): boolean {
  let fd: number;
  try {
    fd = openSync(systemPath(path), NEW_FILE, 0o644);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(fd, text);
  } catch (error) {
    rmSync(systemPath(path), { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
  return true;
}

/**
 * Removes the lock of a process that is gone. Only one process at a time may: it holds a file that is named after that lock,
 * and looks again, so that none removes the lock of the one that was faster.
 *
 * @throws {EvalxError} `out-in-use` where it is not gone, or another is at it.
 */
function removeDead(path: string): void {
  const text = textOf(path);
  const owner = ownerOf(text);
  if (text === null || !owner || isAtWork(owner)) throw inUse(path);
  const removing = `${path}.${sha256(text).slice(0, 16)}`;
  if (!isTaken(removing, '')) throw inUse(path);
  try {
    if (textOf(path) === text) rmSync(systemPath(path));
  } finally {
    rmSync(systemPath(removing), { force: true });
  }
}

function inUse(path: string): EvalxError {
  const { pid = '?', host = '?' } = ownerOf(textOf(path)) ?? {};
  return new EvalxError(messageOf('outInUse', { pid, host, path }));
}

/** More than a lock can have. */
const MAX_BYTES = 4096;

/** What a lock says; null where it cannot be read, or is no file. */
function textOf(path: string): string | null {
  try {
    const stats = lstatSync(systemPath(path));
    return stats.isFile() && stats.size <= MAX_BYTES ? readFileSync(systemPath(path), 'utf8') : null;
  } catch {
    return null;
  }
}

/** Whose lock it is; null where it does not say. */
function ownerOf(text: string | null): Owner | null {
  try {
    const { pid, host, began = null } = (JSON.parse(text ?? '') ?? {}) as Partial<Owner>;
    if (!Number.isSafeInteger(pid) || typeof host !== 'string') return null;
    return { pid: pid as number, host, began: typeof began === 'string' ? began : null };
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

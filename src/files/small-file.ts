import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { systemPath } from '../text/path-bytes.js';
import { systemCode } from './system-code.js';

/** A file of settings that was opened once: what is known of it is known of what was read. */
export interface SmallFile {
  readonly text: string;
  readonly isLink: boolean;
  /** Number of the user whose file it is. */
  readonly owner: number;
}

/** Why there is no text: nothing is there, or it is no file, or larger than allowed, or what the system says. */
export type NoSmallFile =
  | { readonly problem: 'missing' | 'no-file' | 'too-large' }
  | { readonly problem: 'unreadable'; readonly reason: string };

/** Reads a file of UTF-8 of at most so many bytes. A pipe is not waited for, and nothing but a file is read. */
export function readSmallFile(path: string, mostBytes: number): SmallFile | NoSmallFile {
  let fd: number | null = null;
  try {
    const [isLink, found] = openAny(path);
    fd = found;
    const stats = fstatSync(fd);
    if (!stats.isFile()) return { problem: 'no-file' };
    const bytes = Buffer.alloc(mostBytes + 1);
    let size = 0;
    for (let read = -1; read !== 0 && size < bytes.length; size += read)
      read = readSync(fd, bytes, size, bytes.length - size, null);
    if (size > mostBytes) return { problem: 'too-large' };
    return { text: bytes.toString('utf8', 0, size), isLink, owner: stats.uid };
  } catch (error) {
    const reason = systemCode(error);
    if (reason === null) throw error;
    if (reason === 'ENOENT') return { problem: 'missing' };
    return reason === 'ENXIO' ? { problem: 'no-file' } : { problem: 'unreadable', reason };
  } finally {
    if (fd !== null) closeSync(fd);
  }
}

const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

/** Whether it is a link, and its descriptor. */
function openAny(path: string): [isLink: boolean, fd: number] {
  const flags = O_RDONLY | O_NONBLOCK;
  try {
    return [false, openSync(systemPath(path), flags | O_NOFOLLOW)];
  } catch (error) {
    if (systemCode(error) !== 'ELOOP') throw error;
    return [true, openSync(systemPath(path), flags)];
  }
}

import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { EvalxError } from '../../errors.js';
import { STDIN } from '../../files/input.js';
import { pathOf, systemPath } from '../../files/path-bytes.js';
import { messageOf } from '../../messages/say.js';
import { isFolder, isGlob, searchedFolder } from './find-inputs.js';

/**
 * Paths from a list: separated by NUL where one is in it, else one a line. It may be UTF-8, or UTF-16 with a mark of its byte
 * order, as Windows writes it; in the first a path may be of any bytes.
 *
 * @throws {EvalxError} `usage` where the list cannot be read, or an entry names a folder, or a glob in one, that is not below
 *   the list's own (of standard input: the working folder): a list from others must not have the whole disk searched.
 */
export async function readFileList(file: string): Promise<string[]> {
  const paths = pathsIn(await bytesOf(file));
  const own = resolve(file === STDIN ? '.' : dirname(file));
  for (const path of paths) {
    if (!isFolder(path) && !isGlob(path)) continue;
    if (!isBelow(resolve(searchedFolder(path)), own)) throw new EvalxError(messageOf('folderOutside', { file, path }));
  }
  return paths;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return file === STDIN ? await buffer(process.stdin) : readFileSync(systemPath(file));
  } catch (error) {
    throw new EvalxError(messageOf('listUnreadable', { file, reason: String((error as NodeJS.ErrnoException).code) }));
  }
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

function pathsIn(bytes: Uint8Array): string[] {
  const utf16 = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
  const text = utf16
    ? new TextDecoder(utf16).decode(bytes)
    : pathOf(startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes);
  return text.split(text.includes('\0') ? '\0' : /\r?\n/u).filter((path) => path !== '');
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

import { dirname, isAbsolute, relative, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { EvalxError } from '../../errors.js';
import { readInput, STDIN } from '../../files/input.js';
import { realPath } from '../../files/real-path.js';
import { messageOf } from '../../messages/say.js';
import { pathOf, shownPath } from '../../text/path-bytes.js';
import { isFolder, isGlob, searchedFolder } from './find-inputs.js';

/**
 * Paths from a list: separated by NUL where one is in it, else one a line. It may be UTF-8, or UTF-16 as Windows
 * writes it; in the first a path may be of any bytes.
 *
 * @throws {EvalxError} `usage` where the list cannot be read, or an entry names a folder, or a glob in one, that is not below
 *   the list's own (of standard input: the working folder), by links too: a list from others must not have the whole disk
 *   searched.
 */
export async function readFileList(file: string): Promise<string[]> {
  const paths = pathsIn(await bytesOf(file));
  const own = realPath(file === STDIN ? '.' : dirname(file));
  for (const path of paths) {
    if (!isFolder(path) && !isGlob(path)) continue;
    const folder = searchedFolder(path);
    if (isFolder(folder) && !isBelow(realPath(folder), own)) {
      throw new EvalxError(messageOf('folderOutside', { file: shownPath(file), path: shownPath(path) }));
    }
  }
  return paths;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  if (file === STDIN) return buffer(process.stdin);
  try {
    return await readInput(file);
  } catch (error) {
    if (!(error instanceof EvalxError)) throw error;
    throw new EvalxError(messageOf('listUnreadable', { file: shownPath(file), why: error.said }), { cause: error });
  }
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

/** Four characters of ASCII in a row, which other lists hold only where four paths have a single letter. */
const UTF16_LE = /^(?:[\s\S]{2})*?(?:[^\0]\0){4}/u;
const UTF16_BE = /^(?:[\s\S]{2})*?(?:\0[^\0]){4}/u;

/** Which kind of UTF-16 a list is, by its mark or, where it has none, by what it begins with; null for UTF-8. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 1 << 16));
  return UTF16_LE.test(beginning) ? 'utf-16le' : UTF16_BE.test(beginning) ? 'utf-16be' : null;
}

function pathsIn(bytes: Uint8Array): string[] {
  const utf16 = utf16Of(bytes);
  const text = utf16
    ? new TextDecoder(utf16).decode(bytes)
    : pathOf(startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes);
  return text.split(text.includes('\0') ? '\0' : /\r?\n/u).filter((path) => path !== '');
}

/** Whether a path is a folder, or in it; both as they really are. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

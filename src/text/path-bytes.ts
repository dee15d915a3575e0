import { sep } from 'node:path';

/**
 * Paths whose bytes are no UTF-8, as they come from archives of Chinese systems (GBK), as strings: a byte that belongs to no
 * character stands as a lone surrogate, U+DC80 to U+DCFF. So every path has a string of its own, which leads back to its bytes.
 * From Python's `surrogateescape` (PEP 383).
 */

const LONE = /[\udc80-\udcff]/u;
const LONE_ALL = /[\udc80-\udcff]/gu;
const ESCAPE = 0xdc00;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The string of a path from its bytes. */
export function pathOf(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return escaped(bytes);
  }
}

/** Takes the longest character of UTF-8 at each place, and one byte where there is none. */
function escaped(bytes: Uint8Array): string {
  let path = '';
  for (let at = 0; at < bytes.length; ) {
    const char = charAt(bytes, at);
    path += char?.text ?? String.fromCharCode(ESCAPE + (bytes[at] as number));
    at += char?.length ?? 1;
  }
  return path;
}

function charAt(bytes: Uint8Array, at: number): { text: string; length: number } | null {
  const first = bytes[at] as number;
  const length = first < 0x80 ? 1 : first < 0xc0 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf8 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return null;
  try {
    return { text: strict.decode(bytes.subarray(at, at + length)), length };
  } catch {
    return null;
  }
}

/** What the file system takes: the string itself, or the bytes that it stands for. */
export function systemPath(path: string): string | Buffer {
  if (!LONE.test(path)) return path;
  const parts: Buffer[] = [];
  let from = 0;
  for (const { index } of path.matchAll(LONE_ALL)) {
    parts.push(Buffer.from(path.slice(from, index)), Buffer.from([path.charCodeAt(index) - ESCAPE]));
    from = index + 1;
  }
  parts.push(Buffer.from(path.slice(from)));
  return Buffer.concat(parts);
}

/** The bytes of a path, in which no two paths are alike. */
export function pathBytes(path: string): Uint8Array {
  const system = systemPath(path);
  return typeof system === 'string' ? Buffer.from(system) : system;
}

/**
 * A path as people, tables and documents get to see it: bytes that are no character as `\xNN`. No two paths look alike:
 * where backslashes stand before such a byte, or before what looks like one, there are twice as many of them.
 */
export const shownPath = (path: string): string =>
  sep === '\\'
    ? path
    : path
        .replace(/\\+(?=x[89a-f][\da-f]|[\udc80-\udcff])/gu, (slashes) => slashes + slashes)
        .replace(LONE_ALL, (char) => `\\x${(char.charCodeAt(0) - ESCAPE).toString(16).padStart(2, '0')}`);

/** The path that is shown so. */
export const pathShownAs = (shown: string): string =>
  sep === '\\'
    ? shown
    : shown.replace(/(\\+)x([89a-f][\da-f])/gu, (_, slashes: string, byte: string) => {
        const own = '\\'.repeat(slashes.length >> 1);
        return slashes.length % 2 === 0
          ? `${own}x${byte}`
          : own + String.fromCharCode(ESCAPE + Number.parseInt(byte, 16));
      });

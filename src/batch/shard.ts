import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import { pathBytes } from '../text/path-bytes.js';

/** One of several machines that share the work: `number` of `count`, from 1. */
export interface Shard {
  readonly number: number;
  readonly count: number;
}

/**
 * Whether a file is this shard's: by a hash of its path inside the folder that was named, so that machines that mount the
 * folder elsewhere agree.
 */
export function isMine(path: string, folders: readonly string[], { number, count }: Shard): boolean {
  const folder = folders.filter((name) => isInside(path, name)).sort((a, b) => b.length - a.length)[0];
  const name = folder === undefined ? path : relative(folder, path);
  const digest = createHash('sha256')
    .update(pathBytes(name.split(sep).join('/')))
    .digest();
  return digest.readUInt32BE(0) % count === number - 1;
}

function isInside(path: string, folder: string): boolean {
  const name = relative(folder, path);
  return name !== '' && !name.startsWith('..');
}

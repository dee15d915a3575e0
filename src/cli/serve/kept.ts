import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openWhole } from '../../files/whole-file.js';
import { systemPath } from '../../text/path-bytes.js';

/** The folder, below that of the reviews, of PDFs that were dropped on a page. */
export const DROPPED = 'inputs';

/** Characters of a name, of three bytes each: what every system takes. */
const MOST_CHARS = 70;

/** Keeps a PDF that was dropped, under its own name if that is free, and over no other. */
export function keepDropped(folder: string, name: string, bytes: Uint8Array): { kept: string; file: string } {
  mkdirSync(systemPath(folder), { recursive: true });
  const plain = basename(name.replaceAll('\\', '/'))
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}<>:"|?*]/gu, '_')
    .replace(/^\.+/u, '_');
  const [, stem = '', end = ''] = /^(.*?)(\.pdf)?$/isu.exec(plain) ?? [];
  const nameOf = (count: number): string =>
    `${[...(stem || 'dropped')].slice(0, MOST_CHARS).join('')}${count === 1 ? '' : `-${count}`}${end || '.pdf'}`;
  let count = 1;
  while (existsSync(join(folder, nameOf(count)))) count++;
  const kept = nameOf(count);
  writeWhole(join(folder, kept), bytes);
  return { kept, file: join(folder, kept) };
}

/** What was dropped in this and in earlier runs. */
export function droppedIn(out: string): { readonly file: string; readonly name: string }[] {
  const folder = join(out, DROPPED);
  if (!existsSync(systemPath(folder))) return [];
  const names = readdirSync(folder).filter((name) => /\.pdf$/iu.test(name));
  return names.sort().map((name) => ({ file: join(folder, name), name: `${DROPPED}/${name}` }));
}

/** Writes a file whole or not at all, so that it is on the disk when this returns. */
export function writeWhole(path: string, data: string | Uint8Array): void {
  const whole = openWhole(path);
  try {
    whole.write(data);
    whole.commit({ sync: true });
  } catch (error) {
    whole.discard();
    throw error;
  }
}

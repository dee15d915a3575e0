import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './run.js';

export const folder = join(import.meta.dirname, 'golden');

/** Set UPDATE_GOLDEN=1 to write the golden files anew; the run fails all the same, so that it cannot stay set. */
export const rewriting = process.env['UPDATE_GOLDEN'] === '1';

/** A run as a text that a person can read: documents of one line are indented, carriage returns shown. */
export function transcript(command: string, { code, stdout, stderr }: Run): string {
  const shown = stdout
    .replace(/^\{.*\}$/gm, (line) => JSON.stringify(JSON.parse(line), null, 2))
    .replaceAll('\r', '\\r');
  return `$ ${command}\n[exit code] ${code}\n[stdout]\n${shown}[stderr]\n${stderr}`;
}

/** What the golden file says; a missing one is not made up. */
export function golden(name: string, actual: string): string {
  const path = join(folder, `${name}.txt`);
  if (rewriting) writeFileSync(path, actual);
  if (!existsSync(path)) throw new Error(`there is no ${path}; look at the run, then write it with UPDATE_GOLDEN=1`);
  return readFileSync(path, 'utf8');
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemPath } from '../../text/path-bytes.js';

const NAME = /^([0-9a-f]{64})\.jsonl$/u;

/** The results of `evalx queue work` in a folder: a file for each content. */
export function resultFiles(folder: string): string[] {
  try {
    return readdirSync(systemPath(folder))
      .filter((name) => NAME.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathOf, systemPath } from '../text/path-bytes.js';

/** Where links lead; they may lead to one file more than once, and in circles. For what is not there, its full path. */
export function realPath(path: string): string {
  try {
    // That of the system: Node's own takes no bytes.
    return pathOf(realpathSync.native(systemPath(path), 'buffer'));
  } catch {
    return resolve(path);
  }
}

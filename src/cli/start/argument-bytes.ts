import { readFileSync } from 'node:fs';
import { pathOf } from '../../text/path-bytes.js';

/** What Node puts in the place of bytes that are no UTF-8. */
const LOST = '\ufffd';

/** The arguments with the bytes that they were given with, where Node lost some and the system still has them (Linux). */
export function withAllBytes(argv: readonly string[], source = '/proc/self/cmdline'): readonly string[] {
  if (!argv.some((arg) => arg.includes(LOST))) return argv;
  try {
    const all = readFileSync(source, 'latin1').split('\0').slice(0, -1);
    const given = all.slice(all.length - argv.length).map((arg) => pathOf(Buffer.from(arg, 'latin1')));
    return argv.map((arg, i) => (arg.includes(LOST) ? (given[i] ?? arg) : arg));
  } catch {
    return argv;
  }
}

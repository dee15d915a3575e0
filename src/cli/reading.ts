import { existsSync, realpathSync } from 'node:fs';
import type { Command } from 'commander';
import { EvalxError } from '../errors.js';
import { STDIN } from '../files/input.js';
import type { ReadingOptions } from '../pages.js';
import { parsePageList } from './page-list.js';

/** What every command that reads PDF files can be told. */
export interface ReadingFlags {
  readonly output?: string;
  readonly password?: string;
  readonly pages?: readonly number[];
}

export function withReadingOptions(command: Command): Command {
  return command
    .option('--password <password>', 'password of encrypted files')
    .option('--pages <list>', 'read only these pages, e.g. 1-3,5', parsePageList);
}

/** The part of the flags that the library takes. */
export function readingOptions({ password, pages }: ReadingFlags): ReadingOptions {
  return { ...(password === undefined ? {} : { password }), ...(pages === undefined ? {} : { pages }) };
}

export function checkArguments(files: readonly string[], { output }: ReadingFlags): void {
  if (files.filter((file) => file === STDIN).length > 1) {
    throw new EvalxError('usage', 'standard input can be read only once; give - once');
  }
  if (output === undefined || !existsSync(output)) return;
  const target = realpathSync(output);
  if (files.some((file) => existsSync(file) && realpathSync(file) === target)) {
    throw new EvalxError('usage', `--output ${output} is one of the files to read; name another`);
  }
}

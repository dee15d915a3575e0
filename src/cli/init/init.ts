import { lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { writeWhole } from '../../files/whole-file.js';
import { messageOf } from '../../messages/say.js';
import { shownPath, systemPath } from '../../text/path-bytes.js';
import { CONFIG_NAMES } from '../options/config-file.js';
import { writeStartingConfig } from '../run/validate/init.js';
import { CI_FILES } from './ci-files.js';

export interface InitFlags {
  readonly ci?: keyof typeof CI_FILES;
}

/** What was written, and what was there already and was left alone: paths. */
export interface Begun {
  readonly written: readonly string[];
  readonly kept: readonly string[];
}

const isThere = (path: string): boolean => lstatSync(systemPath(path), { throwIfNoEntry: false }) !== undefined;

/**
 * Writes what a project begins with into a folder: a config, and the file of a CI system where one is asked for. What is there
 * is left alone.
 *
 * @throws {EvalxError} `usage` where all of it is there.
 */
export function begin(folder: string, { ci }: InitFlags, lang: Language): Begun {
  const config = CONFIG_NAMES.map((name) => join(folder, name)).find(isThere);
  const file = ci === undefined ? null : CI_FILES[ci];
  const path = file && join(folder, file.path);
  const kept = [config, path && isThere(path) ? path : undefined].filter((one) => one !== undefined);
  if (kept.length === (file ? 2 : 1)) {
    throw new EvalxError(messageOf('initDone', { paths: kept.map(shownPath).join(', ') }));
  }
  const written: string[] = [];
  if (config === undefined) written.push(writeStartingConfig(folder, lang));
  if (file && path && !isThere(path)) {
    mkdirSync(systemPath(dirname(path)), { recursive: true });
    writeWhole(path, file.content);
    written.push(path);
  }
  return { written, kept };
}

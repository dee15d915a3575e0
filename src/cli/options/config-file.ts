import { existsSync, lstatSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { EvalxError } from '../../errors.js';
import { realPath } from '../../files/real-path.js';
import { readSmallFile, type SmallFile } from '../../files/small-file.js';
import { type Message, messageOf, type Value } from '../../messages/say.js';
import { shownPath, systemPath } from '../../text/path-bytes.js';

/** A config as it stands in its file. */
export interface ConfigFile {
  readonly path: string;
  readonly content: unknown;
}

const NAME = 'evalx.config.json';
const PACKAGE = 'package.json';
const MOST_BYTES = 1 << 20;

export const invalidConfig = (path: string, what: Value): EvalxError =>
  new EvalxError(messageOf('configInvalid', { path: shownPath(path), what }));

/**
 * The nearest config from the working folder upward, to the root of its repository or the home folder; where it is in neither,
 * only the working folder counts. Who can write into the folder of an input must not set the rules, so no other folder does.
 *
 * @throws {EvalxError} `config-invalid` where it is a link, of another user, or no small file of JSON: it is not passed over.
 */
export function nearestConfig(): ConfigFile | null {
  for (const folder of foldersUpward()) {
    const own = join(folder, NAME);
    const file = opened(own);
    if (file) {
      checkOwner(file);
      return { path: own, content: jsonOf(file) };
    }
    if (lstatSync(systemPath(own), { throwIfNoEntry: false })) throw invalidConfig(own, linkAt(own));
    const ofPackage = packageConfig(join(folder, PACKAGE));
    if (ofPackage) return ofPackage;
  }
  return null;
}

/** `evalx` in a package.json, if it is there: whose file that is matters only then. */
function packageConfig(path: string): ConfigFile | null {
  const file = opened(path);
  if (!file) return null;
  const content = jsonOf(file) as { readonly evalx?: unknown } | null;
  if (typeof content !== 'object' || content === null || !Object.hasOwn(content, 'evalx')) return null;
  checkOwner(file);
  return { path, content: content.evalx };
}

/** The config of a file that was named: that may be a link, and of anyone. */
export function readConfig(path: string): unknown {
  const file = opened(path);
  if (!file) throw invalidConfig(path, messageOf('configUnreadable', { reason: 'ENOENT' }));
  return jsonOf(file);
}

function foldersUpward(): string[] {
  const start = realPath('.');
  const home = realPath(homedir());
  const folders: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === home || existsSync(systemPath(join(folder, '.git')))) return folders;
    if (folder === dirname(folder)) return [start];
  }
}

type OpenedFile = SmallFile & { readonly path: string };

/** Null where there is none. @throws {EvalxError} `config-invalid` where it is no file, too large, or cannot be read. */
function opened(path: string): OpenedFile | null {
  const file = readSmallFile(path, MOST_BYTES);
  if (!('problem' in file)) return { path, ...file };
  switch (file.problem) {
    case 'missing':
      return null;
    case 'no-file':
      throw invalidConfig(path, messageOf('configNoFile', {}));
    case 'too-large':
      throw invalidConfig(path, messageOf('configTooLarge', {}));
    case 'unreadable':
      throw invalidConfig(path, messageOf('configUnreadable', { reason: file.reason }));
  }
}

function jsonOf({ path, text }: OpenedFile): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalidConfig(path, messageOf('configNotJson', { error: (error as Error).message }));
  }
}

const linkAt = (path: string): Message => messageOf('configIsLink', { path: shownPath(path) });

/** Windows does not say whose a file is. */
function checkOwner({ path, isLink, owner }: OpenedFile): void {
  if (isLink) throw invalidConfig(path, linkAt(path));
  const user = process.getuid?.();
  if (user !== undefined && owner !== user)
    throw invalidConfig(path, messageOf('configOfOther', { path: shownPath(path) }));
}

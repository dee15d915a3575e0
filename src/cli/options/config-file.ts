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

/** The first that is there counts; where there are two the run ends, since nobody could say which is meant. */
export const CONFIG_NAMES = ['evalx.config.yaml', 'evalx.config.yml', 'evalx.config.json'] as const;
const PACKAGE = 'package.json';
const MOST_BYTES = 1 << 20;

export const invalidConfig = (path: string, what: Value): EvalxError =>
  new EvalxError(messageOf('configInvalid', { path: shownPath(path), what }));

/**
 * The nearest config from the working folder upward, to the root of its repository or the home folder; where it is in neither,
 * only the working folder counts. Who can write into the folder of an input must not set the rules, so no other folder does, and
 * what stands in a folder that `isFromOthers` is not even read: it is named in `passedOver`.
 *
 * @throws {EvalxError} `config-invalid` where it is a link, of another user, or no small file of YAML or JSON: it is not passed over.
 */
export async function nearestConfig(
  isFromOthers: (folder: string) => boolean,
): Promise<{ readonly file: ConfigFile | null; readonly passedOver: readonly string[] }> {
  const passedOver: string[] = [];
  for (const folder of foldersUpward()) {
    const own = CONFIG_NAMES.map((name) => join(folder, name)).filter(isThere);
    if (isFromOthers(folder)) {
      passedOver.push(...own, ...(hasPackageConfig(folder) ? [join(folder, PACKAGE)] : []));
      continue;
    }
    const [first, second] = own;
    if (first && second) throw invalidConfig(first, messageOf('configTwice', { other: shownPath(second) }));
    if (first) {
      const file = opened(first);
      if (!file) throw invalidConfig(first, linkAt(first));
      checkOwner(file);
      return { file: { path: first, content: await contentOf(file) }, passedOver };
    }
    const ofPackage = packageConfig(join(folder, PACKAGE));
    if (ofPackage) return { file: ofPackage, passedOver };
  }
  return { file: null, passedOver };
}

const isThere = (path: string): boolean => lstatSync(systemPath(path), { throwIfNoEntry: false }) !== undefined;

/** Of a file that others may have written, and that may be anything. */
function hasPackageConfig(folder: string): boolean {
  const file = readSmallFile(join(folder, PACKAGE), MOST_BYTES);
  if ('problem' in file) return false;
  try {
    const content: unknown = JSON.parse(file.text);
    return typeof content === 'object' && content !== null && Object.hasOwn(content, 'evalx');
  } catch {
    return false;
  }
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
export async function readConfig(path: string): Promise<unknown> {
  const file = opened(path);
  if (!file) throw invalidConfig(path, messageOf('configUnreadable', { reason: 'ENOENT' }));
  return contentOf(file);
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

/** A config needs none; thousands of them are a bomb. */
const MOST_ALIASES = 10;
const YAML_NAME = /\.ya?ml$/iu;

/** YAML by its name, else JSON. Of YAML the core schema: no tags that make objects, no keys twice, few aliases. */
async function contentOf(file: OpenedFile): Promise<unknown> {
  if (!YAML_NAME.test(file.path)) return jsonOf(file);
  const { parseDocument } = await import('yaml');
  try {
    const document = parseDocument(file.text, { schema: 'core', strict: true, uniqueKeys: true });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) throw problem;
    const content: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    // A key with nothing but comments under it sets nothing, and neither does a file.
    if (typeof content !== 'object' || content === null || Array.isArray(content)) return content ?? {};
    return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null));
  } catch (error) {
    const [what = ''] = (error as Error).message.split('\n');
    throw invalidConfig(file.path, messageOf('configNotYaml', { error: what.replace(/:$/u, '') }));
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

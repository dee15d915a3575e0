import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Config, configSchema } from '../../contract/config.js';
import type { Language } from '../../contract/findings.js';
import { checkedBy } from '../../contract/schema/issues.js';
import { DEFAULT_TOLERANCES } from '../../contract/tolerances.js';
import { EvalxError } from '../../errors.js';
import { STDIN } from '../../files/input.js';
import { messageOf, type Value } from '../../messages/say.js';
import { didYouMean } from './suggest.js';

/** A config file as it was found: `path` is null where there is none. */
export interface FoundConfig {
  readonly path: string | null;
  readonly config: Config;
}

/**
 * The settings for a run: of the file named, or of the nearest `evalx.config.json` or `package.json#evalx` from the first
 * input upward.
 *
 * @throws {EvalxError} `config-invalid`, naming the file and the key.
 */
export async function findConfig(
  inputs: readonly string[],
  named: string | undefined,
  rules: readonly string[],
  lang: Language,
): Promise<FoundConfig> {
  const { lilconfig } = await import('lilconfig');
  const loadJson = (path: string, content: string): unknown => {
    try {
      return JSON.parse(content);
    } catch (error) {
      throw invalid(path, messageOf('configNotJson', { error: (error as Error).message }));
    }
  };
  const explorer = lilconfig('evalx', {
    searchPlaces: ['evalx.config.json', 'package.json'],
    loaders: { '.json': loadJson },
    packageProp: 'evalx',
    stopDir: '/',
  });
  if (named !== undefined) return checked(named, loadJson(named, readNamed(named)), rules, lang);
  const first = inputs.find((input) => input !== STDIN) ?? '.';
  const folder = statSync(first, { throwIfNoEntry: false })?.isDirectory() ? first : dirname(first);
  const found = await explorer.search(resolve(folder));
  if (!found || found.isEmpty) return { path: null, config: {} };
  return checked(found.filepath, found.config, rules, lang);
}

function readNamed(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw invalid(path, messageOf('configUnreadable', { reason: String((error as NodeJS.ErrnoException).code) }));
  }
}

function checked(path: string, content: unknown, rules: readonly string[], lang: Language): FoundConfig {
  const parsed = checkedBy(configSchema, content, lang);
  const issue = parsed.error?.issues[0];
  if (issue) {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const key = [...issue.path, ...extra.slice(0, 1)].join('.');
    const what =
      extra.length > 0
        ? messageOf('noSuchSetting', { near: didYouMean(extra[0] ?? '', knownKeys(issue.path)) })
        : issue.message.toLowerCase();
    throw key === '' ? invalid(path, what) : invalidAt(path, key, what);
  }
  const config = parsed.data as Config;
  // Of the content itself: zod drops __proto__ without a word.
  const unknown = Object.keys((content as Config).rules ?? {}).find((rule) => !rules.includes(rule));
  if (unknown !== undefined) {
    throw invalidAt(path, `rules.${unknown}`, messageOf('noSuchRule', { near: didYouMean(unknown, rules) }));
  }
  return { path, config };
}

/** What may stand where a key is wrong. */
const knownKeys = (path: readonly PropertyKey[]): string[] =>
  Object.keys(path[0] === 'tolerances' ? DEFAULT_TOLERANCES : configSchema.shape);

const invalid = (path: string, what: Value): EvalxError => new EvalxError(messageOf('configInvalid', { path, what }));
const invalidAt = (path: string, key: string, what: Value): EvalxError =>
  new EvalxError(messageOf('configKeyInvalid', { path, key, what }));

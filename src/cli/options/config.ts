import { type Config, configSchema } from '../../contract/config.js';
import type { Language } from '../../contract/findings.js';
import { checkedBy } from '../../contract/schema/issues.js';
import { DEFAULT_TOLERANCES } from '../../contract/tolerances.js';
import { EvalxError } from '../../errors.js';
import { didYouMean } from '../../messages/library/suggest.js';
import { messageOf, type Value } from '../../messages/say.js';
import { shownPath } from '../../text/path-bytes.js';
import { invalidConfig, nearestConfig, readConfig } from './config-file.js';

/** The config in force; `path` is null where there is none. */
export interface FoundConfig {
  readonly path: string | null;
  /** Whether it was named, and not looked for. */
  readonly isNamed: boolean;
  readonly config: Config;
}

/**
 * The one config for all inputs of a run: the file named, or the nearest from the working folder upward.
 *
 * @throws {EvalxError} `config-invalid`, naming the file and the key.
 */
export function findConfig(named: string | undefined, rules: readonly string[], lang: Language): FoundConfig {
  const file = named === undefined ? nearestConfig() : { path: named, content: readConfig(named) };
  if (file === null) return { path: null, isNamed: false, config: {} };
  return { path: file.path, isNamed: named !== undefined, config: checked(file.path, file.content, rules, lang) };
}

function checked(path: string, content: unknown, rules: readonly string[], lang: Language): Config {
  const parsed = checkedBy(configSchema, content, lang);
  const issue = parsed.error?.issues[0];
  if (issue) {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const key = [...issue.path, ...extra.slice(0, 1)].join('.');
    const what =
      extra.length > 0
        ? messageOf('noSuchSetting', { near: didYouMean(extra[0] ?? '', knownKeys(issue.path)) })
        : issue.message.toLowerCase();
    throw key === '' ? invalidConfig(path, what) : invalidAt(path, key, what);
  }
  const config = parsed.data as Config;
  // Of the content itself: zod drops __proto__ without a word.
  const unknown = Object.keys((content as Config).rules ?? {}).find((rule) => !rules.includes(rule));
  if (unknown !== undefined) {
    throw invalidAt(path, `rules.${unknown}`, messageOf('noSuchRule', { near: didYouMean(unknown, rules) }));
  }
  return config;
}

/** What may stand where a key is wrong. */
const knownKeys = (path: readonly PropertyKey[]): string[] =>
  Object.keys(path[0] === 'tolerances' ? DEFAULT_TOLERANCES : configSchema.shape);

const invalidAt = (path: string, key: string, what: Value): EvalxError =>
  new EvalxError(messageOf('configKeyInvalid', { path: shownPath(path), key, what }));

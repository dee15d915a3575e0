import { type Config, configSchema, overrideSchema, suppressionSchema } from '../../contract/config.js';
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
  /** Configs that were not obeyed, since whoever handed in the files may have written them. */
  readonly passedOver: readonly string[];
  readonly config: Config;
}

export const NO_CONFIG: FoundConfig = { path: null, passedOver: [], config: {} };

/**
 * The one config for all inputs of a run: the file named, or the nearest from the working folder upward.
 *
 * @throws {EvalxError} `config-invalid`, naming the file and the key.
 */
export async function findConfig(
  named: string | undefined,
  rules: readonly string[],
  lang: Language,
  isFromOthers: (folder: string) => boolean = () => false,
): Promise<FoundConfig> {
  if (named !== undefined) {
    return { path: named, passedOver: [], config: checked(named, await readConfig(named), rules, lang) };
  }
  const { file, passedOver } = await nearestConfig(isFromOthers);
  if (file === null) return { ...NO_CONFIG, passedOver };
  return { path: file.path, passedOver, config: checked(file.path, file.content, rules, lang) };
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
  for (const [key, id] of rulesNamed(content as Config)) {
    if (!rules.includes(id)) throw invalidAt(path, key, messageOf('noSuchRule', { near: didYouMean(id, rules) }));
  }
  return config;
}

/** Every id of a rule in a config, by the key that it stands under. */
function* rulesNamed({ rules = {}, overrides = [], suppressions = [] }: Config): Generator<[key: string, id: string]> {
  for (const id of Object.keys(rules)) yield [`rules.${id}`, id];
  for (const [i, { rules: own = {} }] of overrides.entries())
    for (const id of Object.keys(own)) yield [`overrides.${i}.rules.${id}`, id];
  for (const [i, { rule }] of suppressions.entries()) yield [`suppressions.${i}.rule`, rule];
}

/** What may stand where a key is wrong. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  if (path.at(-1) === 'tolerances') return Object.keys(DEFAULT_TOLERANCES);
  if (path[0] === 'overrides') return Object.keys(overrideSchema.shape);
  if (path[0] === 'suppressions') return Object.keys(suppressionSchema.shape);
  return Object.keys(configSchema.shape);
}

const invalidAt = (path: string, key: string, what: Value): EvalxError =>
  new EvalxError(messageOf('configKeyInvalid', { path: shownPath(path), key, what }));

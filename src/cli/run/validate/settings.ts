import { dirname, posix, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Config } from '../../../contract/config.js';
import type { Finding, Language } from '../../../contract/findings.js';
import { DEFAULT_TOLERANCES, type Tolerances } from '../../../contract/tolerances.js';
import { EvalxError } from '../../../errors.js';
import { STDIN } from '../../../files/input.js';
import { realPath } from '../../../files/real-path.js';
import { COMPARE_IDS } from '../../../messages/checking/differences.js';
import { didYouMean } from '../../../messages/library/suggest.js';
import { messageOf, sayWithFlags } from '../../../messages/say.js';
import { message } from '../../../output/message.js';
import { shownPath } from '../../../text/path-bytes.js';
import { FINDING_IDS } from '../../../validator/rules.js';
import type { ValidationSettings } from '../../../validator/validate.js';
import { type FoundConfig, findConfig, NO_CONFIG } from '../../options/config.js';
import { isBelow } from '../../options/file-list.js';
import { isFolder, isGlob, isThere, searchedFolder } from '../../options/find-inputs.js';
import type { Messages } from '../../terminal/messages.js';

/** What sets the rules of a run: flags before the config, the config before the defaults. */

export interface ConfigFlags {
  /** A file; false for none. */
  readonly config?: string | false;
  /** Obeys a config that stands with the inputs too. */
  readonly trustInputConfig?: true;
}

/** The config of a run over these paths; one that is passed over is told. @throws {EvalxError} `config-invalid` */
export async function configOf(
  { config, trustInputConfig }: ConfigFlags,
  messages: Pick<Messages, 'say' | 'lang'>,
  paths: readonly string[] = [],
): Promise<FoundConfig> {
  if (config === false) return NO_CONFIG;
  const { lang } = messages;
  const found = await findConfig(config, ALL_IDS, lang, trustInputConfig ? undefined : handedIn(paths));
  for (const path of found.passedOver)
    messages.say(message(shownPath(path), sayWithFlags(messageOf('configNotObeyed', {}), lang)));
  return found;
}

/** One config is that of `validate` and of `compare`. */
const ALL_IDS: readonly string[] = [...FINDING_IDS, ...COMPARE_IDS];

/** How a config is named to people. */
export const nameOf = ({ path }: FoundConfig): string | null => (path === null ? null : shownPath(path));

/** Whether a folder is that of a file which was given, or lies in a folder that was: what stands there came with the files. */
function handedIn(paths: readonly string[]): (folder: string) => boolean {
  const given = paths.filter((path) => path !== STDIN);
  const searched = given
    .filter((path) => isFolder(path) || (!isThere(path) && isGlob(path)))
    .map((path) => realPath(searchedFolder(path)));
  const ofFiles = new Set(
    given.filter((path) => isThere(path) && !isFolder(path)).map((path) => dirname(realPath(path))),
  );
  return (folder) => ofFiles.has(folder) || searched.some((from) => isBelow(folder, from));
}

export interface RuleFlags {
  readonly rule: readonly string[];
  readonly lang?: Language;
}

/** @throws {EvalxError} `usage` where `--rule` names none of `ids`. */
export function settingsOf(
  config: Config,
  flags: RuleFlags,
  lang: Language,
  ids: readonly string[] = FINDING_IDS,
): ValidationSettings {
  return {
    severities: { ...config.rules, ...Object.fromEntries(flags.rule.map((text) => ruleFlag(text, ids))) },
    tolerances: { ...DEFAULT_TOLERANCES, ...given(config.tolerances) },
    lang: flags.lang ?? config.lang ?? lang,
  };
}

const given = (tolerances: Config['tolerances']): Partial<Tolerances> =>
  Object.fromEntries(Object.entries(tolerances ?? {}).filter(([, value]) => value !== undefined));

/** The settings of each input: those of the run, and what `overrides` of the config say of the path. */
export function settingsByFile(
  { path, config }: FoundConfig,
  flags: RuleFlags,
  settings: ValidationSettings,
  ids: readonly string[] = FINDING_IDS,
): (file: string) => ValidationSettings {
  const { overrides = [] } = config;
  if (overrides.length === 0) return () => settings;
  const from = path === null ? '.' : dirname(path);
  const matching = overrides.map((one) => ({ ...one, matches: pathMatcher(one.files, from) }));
  return (file) => {
    const own = matching.filter(({ matches }) => matches(file));
    if (own.length === 0) return settings;
    const rules = Object.assign({}, config.rules, ...own.map((one) => one.rules ?? {}));
    const tolerances = Object.assign({}, config.tolerances, ...own.map((one) => given(one.tolerances)));
    return settingsOf({ ...config, rules, tolerances }, flags, settings.lang, ids);
  };
}

/** Whether a path, taken from a folder, fits one of the globs; standard input fits none. */
export function pathMatcher(globs: readonly string[], from: string): (file: string) => boolean {
  const matches = picomatch([...globs], { nocase: true, dot: true });
  return (file) =>
    file !== STDIN &&
    matches(
      relative(realPath(from), resolve(realPath(dirname(file)), baseOf(file)))
        .split(sep)
        .join(posix.sep),
    );
}

const baseOf = (file: string): string => file.split(sep).at(-1) ?? file;

function ruleFlag(text: string, ids: readonly string[]): [string, Finding['severity'] | 'off'] {
  const [id = '', severity = '', ...rest] = text.split('=');
  if (!ids.includes(id)) {
    throw new EvalxError(messageOf('ruleUnknown', { text, id, near: didYouMean(id, ids) }));
  }
  if (rest.length > 0 || !/^(error|warning|info|off)$/u.test(severity)) {
    throw new EvalxError(messageOf('ruleMalformed', { text, id }));
  }
  return [id, severity as Finding['severity'] | 'off'];
}

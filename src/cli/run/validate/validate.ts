import { dirname } from 'node:path';
import type { FailOn } from '../../../contract/config.js';
import type { Validation } from '../../../contract/findings.js';
import { EvalxError } from '../../../errors.js';
import { STDIN } from '../../../files/input.js';
import { realPath } from '../../../files/real-path.js';
import { messageOf, sayWithFlags } from '../../../messages/say.js';
import { toJson } from '../../../output/json.js';
import { message } from '../../../output/message.js';
import { shownPath } from '../../../text/path-bytes.js';
import { allInfos } from '../../../validator/rules.js';
import type { ValidationSettings } from '../../../validator/validate.js';
import type { CorrectionsFlags } from '../../corrections/flags.js';
import type { FoundConfig } from '../../options/config.js';
import { findInputs } from '../../options/find-inputs.js';
import type { ReadingFlags } from '../../options/reading.js';
import { type SearchFlags, searchOptions } from '../../options/search-flags.js';
import type { Outcome } from '../../terminal/exit-code.js';
import type { Messages } from '../../terminal/messages.js';
import { streamSink } from '../../terminal/sink.js';
import { againstBaseline, type BaselineFlags, knownBefore } from './baseline.js';
import { openCache } from './cache.js';
import { conclude } from './conclude.js';
import { type InputKind, validateFiles } from './files.js';
import { writeStartingConfig } from './init.js';
import { checkTargets, type WantedOutput, wantedOutputs } from './outputs.js';
import { withRelativePaths } from './relative.js';
import { type ConfigFlags, configOf, nameOf, type RuleFlags, settingsByFile, settingsOf } from './settings.js';
import { withoutSuppressed } from './suppress.js';

export interface ValidateFlags
  extends Omit<ReadingFlags, 'output'>,
    SearchFlags,
    CorrectionsFlags,
    ConfigFlags,
    RuleFlags,
    BaselineFlags {
  readonly outputs: readonly WantedOutput[];
  readonly failOn?: FailOn;
  readonly maxWarnings?: number;
  readonly quiet?: true;
  readonly printConfig?: true;
  readonly input?: InputKind;
  /** Files that are read at once; default 1. */
  readonly jobs?: number;
  readonly cache?: true;
  readonly cacheDir?: string;
  readonly init?: true;
}

/** Runs the checks, writes every output, and returns the exit code. */
export async function runValidate(paths: readonly string[], flags: ValidateFlags, messages: Messages): Promise<number> {
  if (flags.init) {
    const written = writeStartingConfig('.', flags.lang ?? messages.lang);
    messages.say(message(written, sayWithFlags(messageOf('configWritten', {}), messages.lang)));
    return 0;
  }
  if (paths.length === 0) throw new EvalxError(messageOf('pathsMissing', {}));
  if (paths.filter((path) => path === STDIN).length > 1) throw new EvalxError(messageOf('stdinTwice', {}));
  const outputs = wantedOutputs(flags.outputs, process.env);
  const found = await configOf(flags, messages, paths);
  const settings = settingsOf(found.config, flags, messages.lang);
  const { failOn = found.config.failOn ?? 'error', maxWarnings = found.config.maxWarnings ?? null } = flags;
  if (flags.printConfig) return printConfig(found, settings, { failOn, maxWarnings });
  const known = knownBefore(flags);
  const { validation, outcomes } = await check(paths, flags, { found, settings, outputs }, messages);
  const open = await againstBaseline(validation, flags, known);
  const { lang } = settings;
  const ending = { outputs, rules: allInfos(lang), lang, failOn, maxWarnings, isQuiet: flags.quiet === true };
  return conclude(open, outcomes, ending, messages);
}

interface Setup {
  readonly found: FoundConfig;
  readonly settings: ValidationSettings;
  readonly outputs: readonly WantedOutput[];
}

/** Reads and checks the files that the paths name; what the config suppresses is set apart. */
async function check(
  paths: readonly string[],
  flags: ValidateFlags,
  { found, settings, outputs }: Setup,
  messages: Messages,
): Promise<{ readonly validation: Validation; readonly outcomes: readonly Outcome[] }> {
  const { files, empty } = await findInputs(paths, {
    ...searchOptions(flags),
    ignore: found.config.ignore ?? [],
    ...(found.path === null ? {} : { from: dirname(found.path) }),
  });
  const baseline = flags.updateBaseline && flags.baseline !== undefined ? [{ file: flags.baseline }] : [];
  checkTargets([...outputs, ...baseline], [...files, ...(flags.corrections || [])]);
  const { checked, outcomes } = await validateFiles(
    { files, empty },
    { lang: settings.lang, settingsOf: settingsByFile(found, flags, settings), cache: openCache(flags) },
    flags,
    messages,
  );
  const all = withRelativePaths({ schemaVersion: '1', config: nameOf(found), ...checked }, shownPath(realPath('.')));
  return { validation: withoutSuppressed(all, found, settings.lang, messages), outcomes };
}

async function printConfig(
  found: FoundConfig,
  settings: ValidationSettings,
  limits: { readonly failOn: FailOn; readonly maxWarnings: number | null },
): Promise<number> {
  const { ignore = [], overrides = [], suppressions = [] } = found.config;
  const all = { file: nameOf(found), ...settings, ignore, overrides, suppressions, ...limits };
  await streamSink(process.stdout).write(toJson(all, 'indented'));
  return 0;
}

import { dirname } from 'node:path';
import type { Config, FailOn } from '../../contract/config.js';
import { countSeverities, isDiagnostic } from '../../contract/diagnostics.js';
import type { Finding, Language, Validation } from '../../contract/findings.js';
import { DEFAULT_TOLERANCES } from '../../contract/tolerances.js';
import { EvalxError } from '../../errors.js';
import { STDIN } from '../../files/input.js';
import { realPath } from '../../files/real-path.js';
import { didYouMean } from '../../messages/library/suggest.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { FINDINGS_FORMATS, type FindingsFormat } from '../../output/findings/formats.js';
import { toJson } from '../../output/json.js';
import { message } from '../../output/message.js';
import { shownPath } from '../../text/path-bytes.js';
import { allInfos, FINDING_IDS } from '../../validator/rules.js';
import type { ValidationSettings } from '../../validator/validate.js';
import type { CorrectionsFlags } from '../corrections/flags.js';
import { type FoundConfig, findConfig } from '../options/config.js';
import { invalidConfig } from '../options/config-file.js';
import { findInputs } from '../options/find-inputs.js';
import { wantsColour } from '../options/language.js';
import type { ReadingFlags } from '../options/reading.js';
import { type SearchFlags, searchOptions } from '../options/search-flags.js';
import { packageVersion } from '../options/version.js';
import { exitCode, type Outcome } from '../terminal/exit-code.js';
import { failure, shownName } from '../terminal/failure.js';
import { fileSink } from '../terminal/file-sink.js';
import { withCleanup } from '../terminal/interrupt.js';
import type { Messages } from '../terminal/messages.js';
import { streamSink } from '../terminal/sink.js';
import { type InputKind, validateFiles } from './validate-files.js';

/** A format, and the file it goes to; null is standard output. */
export interface WantedOutput {
  readonly format: FindingsFormat;
  readonly file: string | null;
}

export interface ValidateFlags extends Omit<ReadingFlags, 'output'>, SearchFlags, CorrectionsFlags {
  readonly outputs: readonly WantedOutput[];
  readonly failOn?: FailOn;
  readonly maxWarnings?: number;
  readonly quiet?: true;
  readonly rule: readonly string[];
  readonly lang?: Language;
  /** A file; false for none. */
  readonly config?: string | false;
  readonly printConfig?: true;
  readonly input?: InputKind;
}

/** Runs the checks, writes every output, and returns the exit code. */
export async function runValidate(paths: readonly string[], flags: ValidateFlags, messages: Messages): Promise<number> {
  if (paths.filter((path) => path === STDIN).length > 1) {
    throw new EvalxError(messageOf('stdinTwice', {}));
  }
  const outputs = wantedOutputs(flags.outputs, process.env);
  const found = configOf(flags, messages.lang);
  const settings = settingsOf(found.config, flags, messages.lang);
  const { failOn = found.config.failOn ?? 'error', maxWarnings = found.config.maxWarnings ?? null } = flags;
  if (flags.printConfig) {
    await streamSink(process.stdout).write(
      toJson({ file: nameOf(found), ...settings, ignore: found.config.ignore ?? [], failOn, maxWarnings }, 'indented'),
    );
    return 0;
  }
  const { files, empty, ignored } = await findInputs(paths, {
    ...searchOptions(flags),
    ignore: found.config.ignore ?? [],
    ...(found.path === null ? {} : { from: dirname(found.path) }),
  });
  checkConfigPlace(found, [...files, ...ignored]);
  checkTargets(outputs, [...files, ...(flags.corrections || [])]);
  const { checked, outcomes } = await validateFiles(files, empty, settings, flags, messages);
  const validation: Validation = { schemaVersion: '1', config: nameOf(found), ...checked };
  const isSeen = outputs.some(({ format, file }) => format === 'text' && file === null);
  if (!isSeen) sayUnread(validation, settings.lang, messages);
  const shown = flags.quiet ? errorsOnly(validation) : validation;
  const outcome = verdict(validation.findings, failOn, maxWarnings);
  if (outcome !== verdict(shown.findings, failOn, maxWarnings)) sayHidden(validation, settings.lang, messages);
  const written = await writeOutputs(outputs, shown, { lang: settings.lang, quiet: flags.quiet === true }, messages);
  return exitCode([...outcomes, ...written, outcome]);
}

/** Where a run fails by what --quiet leaves out, that is said. */
function sayHidden({ findings }: Validation, lang: Language, messages: Messages): void {
  const { warning: warnings, info } = countSeverities(findings);
  messages.say(message(sayWithFlags(messageOf('failedByHidden', { warnings, info }), lang)));
}

const nameOf = ({ path }: FoundConfig): string | null => (path === null ? null : shownPath(path));

/** A config that was looked for and stands beside an input may have come with it: that one must be named. */
function checkConfigPlace({ path, isNamed }: FoundConfig, inputs: readonly string[]): void {
  if (path === null || isNamed) return;
  const folder = dirname(path);
  const beside = inputs.find((file) => file !== STDIN && dirname(realPath(file)) === folder);
  if (beside === undefined) return;
  throw invalidConfig(path, messageOf('configBesideInput', { path: shownPath(path), file: shownPath(beside) }));
}

/** Where no text goes to the terminal, what could not be read is said beside the output. */
function sayUnread({ files, findings }: Validation, lang: Language, messages: Messages): void {
  const unread = new Map<string, Pick<Finding, 'page' | 'message'>[]>();
  for (const { file, read, problems } of files)
    if (!read) unread.set(file, [...(unread.get(file) ?? []), ...problems.filter(isError)]);
  for (const finding of findings)
    if (isDiagnostic(finding) && isError(finding)) unread.get(finding.file)?.push(finding);
  for (const [file, errors] of unread) {
    for (const { page, message: text } of errors) {
      const where = page === null ? [] : [sayWithFlags(messageOf('onPage', { page }), lang)];
      messages.say(message(shownName(file, lang), ...where, text));
    }
  }
}

const isError = ({ severity }: Pick<Finding, 'severity'>): boolean => severity === 'error';

const errorsOnly = (validation: Validation): Validation => ({
  ...validation,
  findings: validation.findings.filter(isError),
});

const RANK = { never: 3, error: 2, warning: 1, info: 0 } as const satisfies Record<FailOn, number>;

/** Whether findings fail the run: one of this severity or worse, or more warnings than allowed. */
export function verdict(findings: readonly Finding[], failOn: FailOn, maxWarnings: number | null): Outcome {
  if (findings.some(({ severity }) => RANK[severity] >= RANK[failOn])) return 'findings';
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return maxWarnings !== null && warnings > maxWarnings ? 'findings' : 'fine';
}

/** Text where nothing was said; in a workflow of GitHub its commands too, which the log shows at the file. */
export function wantedOutputs(
  given: readonly WantedOutput[],
  env: Readonly<Record<string, string | undefined>>,
): readonly WantedOutput[] {
  const outputs = given.map(({ format, file }) => ({ format, file: file === STDIN ? null : file }));
  const files = outputs.flatMap(({ file }) => (file === null ? [] : [realPath(file)]));
  if (outputs.length - files.length > 1) {
    throw new EvalxError(messageOf('twoOnStdout', {}));
  }
  if (new Set(files).size < files.length) throw new EvalxError(messageOf('twoInOneFile', {}));
  if (outputs.length > 0) return outputs;
  const text: WantedOutput = { format: 'text', file: null };
  return env['GITHUB_ACTIONS'] === 'true' ? [text, { format: 'github', file: null }] : [text];
}

/** Nothing that is to be checked is written over. */
function checkTargets(outputs: readonly WantedOutput[], inputs: readonly string[]): void {
  const read = new Set(inputs.map(realPath));
  for (const { file } of outputs) {
    if (file !== null && read.has(realPath(file))) {
      throw new EvalxError(messageOf('outputIsChecked', { flag: '-o', path: file }));
    }
  }
}

export function configOf({ config }: Pick<ValidateFlags, 'config'>, lang: Language): FoundConfig {
  if (config === false) return { path: null, isNamed: false, config: {} };
  return findConfig(config, FINDING_IDS, lang);
}

export function settingsOf(
  config: Config,
  flags: Pick<ValidateFlags, 'rule' | 'lang'>,
  lang: Language,
): ValidationSettings {
  const tolerances = Object.fromEntries(
    Object.entries(config.tolerances ?? {}).filter(([, value]) => value !== undefined),
  );
  return {
    severities: { ...config.rules, ...Object.fromEntries(flags.rule.map(ruleFlag)) },
    tolerances: { ...DEFAULT_TOLERANCES, ...tolerances },
    lang: flags.lang ?? config.lang ?? lang,
  };
}

function ruleFlag(text: string): [string, Finding['severity'] | 'off'] {
  const [id = '', severity = '', ...rest] = text.split('=');
  if (!FINDING_IDS.includes(id)) {
    throw new EvalxError(messageOf('ruleUnknown', { text, id, near: didYouMean(id, FINDING_IDS) }));
  }
  if (rest.length > 0 || !/^(error|warning|info|off)$/u.test(severity)) {
    throw new EvalxError(messageOf('ruleMalformed', { text, id }));
  }
  return [id, severity as Finding['severity'] | 'off'];
}

async function writeOutputs(
  outputs: readonly WantedOutput[],
  validation: Validation,
  { lang, quiet }: { readonly lang: Language; readonly quiet: boolean },
  messages: Messages,
): Promise<Outcome[]> {
  const version = packageVersion();
  const rules = allInfos(lang);
  const outcomes: Outcome[] = [];
  for (const { format, file } of outputs) {
    const colour = file === null && format === 'text' && wantsColour(process.stdout.isTTY === true, process.env);
    try {
      const text = FINDINGS_FORMATS[format]({ validation, rules, lang, version, colour, quiet });
      if (file === null) await streamSink(process.stdout).write(text);
      else await writeWhole(file, text);
    } catch (error) {
      // The other formats are written all the same.
      const where = file ?? sayWithFlags(messageOf('standardOutput', {}), lang);
      messages.say(failure(where, error, lang).text);
      outcomes.push('fault');
    }
  }
  return outcomes;
}

async function writeWhole(file: string, text: string): Promise<void> {
  const sink = fileSink(file);
  await withCleanup(sink.discard, async () => {
    try {
      await sink.write(text);
      sink.finish();
    } catch (error) {
      sink.discard();
      throw error;
    }
  });
}

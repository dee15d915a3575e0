import type { Language, RuleInfo, Validation } from '../../../contract/findings.js';
import { EvalxError } from '../../../errors.js';
import { STDIN } from '../../../files/input.js';
import { packageHome, packageVersion } from '../../../files/own-package.js';
import { realPath } from '../../../files/real-path.js';
import { messageOf, sayWithFlags } from '../../../messages/say.js';
import { FINDINGS_FORMATS, type FindingsFormat } from '../../../output/findings/formats.js';
import { wantsColour } from '../../options/language.js';
import type { Outcome } from '../../terminal/exit-code.js';
import { failure } from '../../terminal/failure.js';
import { fileSink } from '../../terminal/file-sink.js';
import { withCleanup } from '../../terminal/interrupt.js';
import type { Messages } from '../../terminal/messages.js';
import { streamSink } from '../../terminal/sink.js';

/** A format, and the file it goes to; null is standard output. */
export interface WantedOutput {
  readonly format: FindingsFormat;
  readonly file: string | null;
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
export function checkTargets(outputs: readonly Pick<WantedOutput, 'file'>[], inputs: readonly string[]): void {
  const read = new Set(inputs.map(realPath));
  for (const { file } of outputs) {
    if (file !== null && read.has(realPath(file))) {
      throw new EvalxError(messageOf('outputIsChecked', { flag: '-o', path: file }));
    }
  }
}

export async function writeOutputs(
  outputs: readonly WantedOutput[],
  validation: Validation,
  { rules, lang, quiet }: { readonly rules: readonly RuleInfo[]; readonly lang: Language; readonly quiet: boolean },
  messages: Messages,
): Promise<Outcome[]> {
  const common = { validation, rules, lang, quiet, version: packageVersion(), home: packageHome() };
  const outcomes: Outcome[] = [];
  for (const { format, file } of outputs) {
    const colour = file === null && format === 'text' && wantsColour(process.stdout.isTTY === true, process.env);
    try {
      const text = FINDINGS_FORMATS[format]({ ...common, colour });
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

export async function writeWhole(file: string, text: string): Promise<void> {
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

import type { FailOn } from '../../../contract/config.js';
import type { Language, RuleInfo, Validation } from '../../../contract/findings.js';
import { exitCode, type Outcome } from '../../terminal/exit-code.js';
import type { Messages } from '../../terminal/messages.js';
import { type WantedOutput, writeOutputs } from './outputs.js';
import { errorsOnly, sayHidden, sayUnread, verdict } from './verdict.js';

/** How a run that checks files ends: what it writes, and what fails it. */
export interface Conclusion {
  readonly outputs: readonly WantedOutput[];
  /** All that findings may be of. */
  readonly rules: readonly RuleInfo[];
  readonly lang: Language;
  readonly failOn: FailOn;
  /** Null for any number. */
  readonly maxWarnings: number | null;
  readonly isQuiet: boolean;
}

/** Writes every output, says what none of them tells, and returns the exit code. */
export async function conclude(
  validation: Validation,
  outcomes: readonly Outcome[],
  { outputs, rules, lang, failOn, maxWarnings, isQuiet }: Conclusion,
  messages: Messages,
): Promise<number> {
  if (!outputs.some(({ format, file }) => format === 'text' && file === null)) sayUnread(validation, lang, messages);
  const shown = isQuiet ? errorsOnly(validation) : validation;
  const outcome = verdict(validation.findings, failOn, maxWarnings);
  if (outcome !== verdict(shown.findings, failOn, maxWarnings)) sayHidden(validation, lang, messages);
  const written = await writeOutputs(outputs, shown, { rules, lang, quiet: isQuiet }, messages);
  return exitCode([...outcomes, ...written, outcome]);
}

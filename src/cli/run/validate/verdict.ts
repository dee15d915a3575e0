import type { FailOn } from '../../../contract/config.js';
import { countSeverities, isDiagnostic } from '../../../contract/diagnostics.js';
import type { Finding, Language, Validation } from '../../../contract/findings.js';
import { messageOf, sayWithFlags } from '../../../messages/say.js';
import { message } from '../../../output/message.js';
import type { Outcome } from '../../terminal/exit-code.js';
import { shownName } from '../../terminal/failure.js';
import type { Messages } from '../../terminal/messages.js';

const RANK = { never: 3, error: 2, warning: 1, info: 0 } as const satisfies Record<FailOn, number>;

/** Whether findings fail the run: one of this severity or worse, or more warnings than allowed. */
export function verdict(findings: readonly Finding[], failOn: FailOn, maxWarnings: number | null): Outcome {
  if (findings.some(({ severity }) => RANK[severity] >= RANK[failOn])) return 'findings';
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return maxWarnings !== null && warnings > maxWarnings ? 'findings' : 'fine';
}

export const isError = ({ severity }: Pick<Finding, 'severity'>): boolean => severity === 'error';

export const errorsOnly = (validation: Validation): Validation => ({
  ...validation,
  findings: validation.findings.filter(isError),
});

/** Where a run fails by what --quiet leaves out, that is said. */
export function sayHidden({ findings }: Validation, lang: Language, messages: Messages): void {
  const { warning: warnings, info } = countSeverities(findings);
  messages.say(message(sayWithFlags(messageOf('failedByHidden', { warnings, info }), lang)));
}

/** Where no text goes to the terminal, what could not be read is said beside the output. */
export function sayUnread({ files, findings }: Validation, lang: Language, messages: Messages): void {
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

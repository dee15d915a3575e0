import type { Language } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { STDIN } from '../../files/input.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { message } from '../../output/message.js';
import { shownPath } from '../../text/path-bytes.js';
import { ERROR_OUTCOMES, type Outcome } from './exit-code.js';

/** What a failure says, in one line, and how it counts. */
export interface Failure {
  readonly text: string;
  readonly outcome: Outcome;
}

/** A file as messages call it; two files are never called alike. */
export const displayName = (file: string, lang: Language): string => shownName(shownPath(file), lang);

/** The same for a file whose path is shown already. */
export const shownName = (file: string, lang: Language): string =>
  file === STDIN ? sayWithFlags(messageOf('standardInput', {}), lang) : file;

/** An EvalxError says itself what to do; anything else is a mistake of ours, whose stack `EVALX_DEBUG` shows. */
export function failure(
  where: string,
  error: unknown,
  lang: Language,
  debug = Boolean(process.env['EVALX_DEBUG']),
): Failure {
  if (error instanceof EvalxError) {
    return { text: message(where, sayWithFlags(error.said, lang)), outcome: ERROR_OUTCOMES[error.code] };
  }
  const what = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? `${error.stack}\n` : '';
  const line = message(where, sayWithFlags(messageOf('pleaseReport', { error: what }), lang));
  return { text: line + stack, outcome: 'fault' };
}

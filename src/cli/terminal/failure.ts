import { EvalxError } from '../../errors.js';
import { STDIN } from '../../files/input.js';
import { message } from '../../output/message.js';
import { ERROR_OUTCOMES, type Outcome } from './exit-code.js';

/** What a failure says, in one line, and how it counts. */
export interface Failure {
  readonly text: string;
  readonly outcome: Outcome;
}

/** A file as messages call it. */
export const displayName = (file: string): string => (file === STDIN ? 'standard input' : file);

/** An EvalxError says itself what to do; anything else is a mistake of ours, whose stack `EVALX_DEBUG` shows. */
export function failure(where: string, error: unknown, debug = Boolean(process.env['EVALX_DEBUG'])): Failure {
  if (error instanceof EvalxError) return { text: message(where, error.message), outcome: ERROR_OUTCOMES[error.code] };
  const what = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? `${error.stack}\n` : '';
  const line = message(where, `internal error: ${what}; please report it (EVALX_DEBUG=1 adds where it happened)`);
  return { text: line + stack, outcome: 'fault' };
}

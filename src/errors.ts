import type { ErrorCode } from './contract/error-code.js';
import { ERRORS } from './messages/errors.js';
import { type ErrorMessage, say } from './messages/say.js';

/**
 * The one error that evalx throws on purpose. `message` is one clear sentence in English, says what to do, and names no
 * file: the caller knows which file it gave. `said` is the same before it is put into words, for another language.
 */
export class EvalxError extends Error {
  override readonly name = 'EvalxError';
  readonly code: ErrorCode;
  readonly said: ErrorMessage;

  constructor(said: ErrorMessage, options?: ErrorOptions) {
    super(say(said, {}), options);
    this.code = ERRORS[said.id].code;
    this.said = said;
  }
}

/** Why an input could not be used. The set is closed: a caller may switch over it. */
export type ErrorCode =
  | 'usage'
  | 'file-not-found'
  | 'is-a-directory'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'file-empty'
  | 'file-too-large'
  | 'not-a-pdf'
  | 'pdf-damaged'
  | 'password-needed'
  | 'password-wrong'
  | 'page-out-of-range'
  | 'timed-out'
  | 'memory-exceeded'
  | 'worker-crashed'
  | 'canvas-missing'
  | 'rule-crashed'
  | 'config-invalid'
  | 'document-invalid'
  | 'queue-missing'
  | 'queue-unreachable';

/**
 * The one error that evalx throws on purpose. `message` is one clear sentence, says what to do, and names no file:
 * the caller knows which file it gave.
 */
export class EvalxError extends Error {
  override readonly name = 'EvalxError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

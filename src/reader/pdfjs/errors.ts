import { EvalxError } from '../../errors.js';
import { messageOf } from '../../messages/say.js';

/** pdfjs's `PasswordResponses.INCORRECT_PASSWORD`; the other reason is that none was given. */
const INCORRECT_PASSWORD = 2;

/** What pdfjs says of files whose encryption it does not know, such as encryption for a certificate. */
const UNKNOWN_ENCRYPTION = /encrypt|security handler|key length/iu;

/** The error to throw where pdfjs could not open a file. */
export function openError(error: unknown, bytes: Uint8Array): EvalxError {
  return new EvalxError(messageOf(whyNot(error, bytes), {}), { cause: error });
}

function whyNot(error: unknown, bytes: Uint8Array) {
  const { name, code, message } = error as { name?: string; code?: number; message?: string };
  if (name === 'PasswordException') return code === INCORRECT_PASSWORD ? 'passwordWrong' : 'passwordNeeded';
  if (!hasHeader(bytes)) return 'notAPdf';
  return UNKNOWN_ENCRYPTION.test(message ?? '') ? 'encryptionUnknown' : 'pdfDamaged';
}

/** The header stands somewhere in the first 1024 bytes (PDF 1.7, Adobe's implementation note 13). */
function hasHeader(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');
}

import { EvalxError } from '../../errors.js';

/** pdfjs's `PasswordResponses.INCORRECT_PASSWORD`; the other reason is that none was given. */
const INCORRECT_PASSWORD = 2;

/** What pdfjs says of files whose encryption it does not know, such as encryption for a certificate. */
const UNKNOWN_ENCRYPTION = /encrypt|security handler|key length/iu;

/** The error to throw where pdfjs could not open a file. */
export function openError(error: unknown, bytes: Uint8Array): EvalxError {
  const options = { cause: error };
  const { name, code, message } = error as { name?: string; code?: number; message?: string };
  if (name === 'PasswordException') {
    return code === INCORRECT_PASSWORD
      ? new EvalxError('password-wrong', 'the password is wrong; give the right one with --password', options)
      : new EvalxError('password-needed', 'the file is encrypted; give its password with --password', options);
  }
  if (!hasHeader(bytes)) return new EvalxError('not-a-pdf', 'this is not a PDF; convert it to PDF first', options);
  if (UNKNOWN_ENCRYPTION.test(message ?? '')) {
    return new EvalxError(
      'pdf-damaged',
      'the PDF is encrypted in a way that cannot be read; save it unprotected',
      options,
    );
  }
  return new EvalxError('pdf-damaged', 'the PDF is damaged and cannot be opened; export or download it again', options);
}

/** The header stands somewhere in the first 1024 bytes (PDF 1.7, Adobe's implementation note 13). */
function hasHeader(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');
}

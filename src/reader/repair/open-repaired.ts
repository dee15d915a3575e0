import type { PDFDocumentProxy } from 'pdfjs-dist';
import { EvalxError } from '../../errors.js';
import type { Ops } from '../interpreter/operators.js';
import { type OpenOptions, withDocument } from '../pdfjs/document.js';
import { type TableFaults, tableFaults } from './check-xref.js';
import { type Mended, mend } from './rebuild-xref.js';

type Use<T> = (doc: PDFDocumentProxy, ops: Ops, mended: Mended | null) => Promise<T>;

/**
 * Opens a PDF; mended first where its table of objects is seen to be wrong, and where it cannot be opened as it is.
 *
 * @throws {EvalxError} as {@link withDocument} does.
 */
export async function withMendedDocument<T>(
  bytes: Uint8Array,
  open: OpenOptions,
  use: Use<T>,
  faults: TableFaults = tableFaults(bytes),
): Promise<T> {
  const ahead = faults.misplaced ? mend(bytes) : null;
  // The table was found from the end of the file, which is there.
  const mended = ahead && { ...ahead, cut: false };
  if (mended) {
    const done = await whereItOpens(() => withDocument(mended.bytes, open, (doc, ops) => use(doc, ops, mended)));
    if (done.opened) return done.value;
  }
  const plain = await whereItOpens(() => withDocument(bytes, open, (doc, ops) => use(doc, ops, null)));
  if (plain.opened) return plain.value;
  const last = ahead ? null : mend(bytes);
  if (!last) throw plain.error;
  const again = await whereItOpens(() => withDocument(last.bytes, open, (doc, ops) => use(doc, ops, last)));
  if (again.opened) return again.value;
  throw plain.error;
}

export type Opened<T> =
  | { readonly opened: true; readonly value: T }
  | { readonly opened: false; readonly error: EvalxError };

/** What reading gives, unless the file turns out to be damaged beyond opening. */
export async function whereItOpens<T>(read: () => Promise<T>): Promise<Opened<T>> {
  try {
    return { opened: true, value: await read() };
  } catch (error) {
    if (error instanceof EvalxError && error.code === 'pdf-damaged') return { opened: false, error };
    throw error;
  }
}

import { EvalxError } from '../../errors.js';
import { rebuildXref } from './rebuild-xref.js';

/** The file in one form in which it can be read: as it was given, or with its cross-reference table rebuilt. */
export interface Edition {
  readonly bytes: Uint8Array;
  /** Null for the file as given; `cut` where its end is missing. */
  readonly rebuilt: { readonly cut: boolean } | null;
  /** No other edition follows: what is wrong with it must be taken as it is. */
  readonly isLast: boolean;
}

/**
 * The editions of a file in the order in which they are to be tried, each made when it is asked for. The rebuilt one comes
 * first where that table is seen to be wrong, else after the file as given; that comes again at the end, for
 * where the rebuilt one has no more of a page.
 */
export function* editionsOf(bytes: Uint8Array, isTableWrong: boolean): Generator<Edition> {
  const last: Edition = { bytes, rebuilt: null, isLast: true };
  const ahead = isTableWrong ? rebuildXref(bytes) : null;
  if (ahead) {
    yield { bytes: ahead.bytes, rebuilt: { cut: ahead.cut }, isLast: false };
    yield last;
    return;
  }
  yield { ...last, isLast: false };
  const rebuilt = rebuildXref(bytes);
  if (!rebuilt) return;
  yield { bytes: rebuilt.bytes, rebuilt: { cut: rebuilt.cut }, isLast: false };
  yield last;
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

import type { Severity } from '../../contract/document.js';

/** One difference that was found. `path` is inside the form of the self-evaluation, or of the targets where it has no such field. */
export interface Differs {
  readonly id: string;
  readonly message: string;
  readonly side: 'approved' | 'evaluation';
  readonly path: string;
  readonly data: Readonly<Record<string, string>>;
  readonly severity?: Severity;
  readonly formula?: string;
}

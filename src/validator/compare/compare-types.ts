import type { Severity } from '../../contract/document.js';
import type { Words } from '../../messages/words.js';

/** One kind of difference between approved targets and a self-evaluation. */
export interface Difference {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Words;
  readonly why: Words;
  readonly mend: Words;
  readonly source: string | null;
  readonly messages: Readonly<Record<string, Words>>;
}

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

import type { Language } from '../../contract/findings.js';
import type { TablesDocument } from '../../contract/tables.js';
import type { JsonStyle } from '../json.js';

/** What stands around and between the documents in one output. */
export interface Frame {
  /** What a file begins with, and standard output does not. */
  readonly fileMark: string;
  readonly head: string;
  readonly between: string;
  readonly tail: string;
}

/** A format of tables. */
export interface TableWriter extends Frame {
  /** One document; empty where there is nothing to write of it. `style` is for JSON. */
  readonly write: (document: TablesDocument, style: JsonStyle, lang: Language) => string;
}

import { findingsJson } from './findings-json.js';
import { findingsJunit } from './findings-junit.js';
import { findingsSarif } from './findings-sarif.js';
import { findingsText } from './findings-text.js';
import type { FindingsWriter } from './findings-writer.js';

export type FindingsFormat = 'text' | 'json' | 'sarif' | 'junit';

/** Every format of findings; the command line's choices are the keys. */
export const FINDINGS_FORMATS = {
  text: findingsText,
  json: findingsJson,
  sarif: findingsSarif,
  junit: findingsJunit,
} satisfies Record<FindingsFormat, FindingsWriter>;

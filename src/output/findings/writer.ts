import type { Finding, Language, RuleInfo, Validation } from '../../contract/findings.js';

export type Severity = Finding['severity'];

/**
 * All that a format may know; `version` is that of evalx, `colour` says whether the output obeys terminal codes, `quiet` that
 * only the errors are among the findings.
 */
export interface FindingsContext {
  readonly validation: Validation;
  readonly rules: readonly RuleInfo[];
  readonly lang: Language;
  readonly version: string;
  /** Where evalx is at home on the web, for links to its documentation; null where that is not known. */
  readonly home: string | null;
  readonly colour: boolean;
  readonly quiet: boolean;
}

/** A format of findings: the whole output, with a newline at its end unless it is empty. */
export type FindingsWriter = (context: FindingsContext) => string;

import type { Finding, Validation } from '../contract/findings.js';

export type FindingsLanguage = 'en' | 'zh';
export type Severity = Finding['severity'];

/** What a format tells of a rule; `title` and `why` are in the language of the run, `source` is the regulation or null. */
export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly source: string | null;
}

/** All that a format may know; `version` is that of evalx, `colour` says whether the output obeys terminal codes. */
export interface FindingsContext {
  readonly validation: Validation;
  readonly rules: readonly RuleInfo[];
  readonly lang: FindingsLanguage;
  readonly version: string;
  readonly colour: boolean;
}

/** A format of findings: the whole output, with a newline at its end unless it is empty. */
export type FindingsWriter = (context: FindingsContext) => string;

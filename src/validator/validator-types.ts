import type { Report, Severity } from '../contract/document.js';
import type { Tolerances } from '../contract/tolerances.js';
import type { Words } from '../messages/words.js';

/** What a rule has found, before it is put into words. */
export interface Fault {
  /** Which of the rule's messages says it. */
  readonly message: string;
  /** JSON Pointer inside the report, such as `/indicators/3/score`. */
  readonly path: string;
  /** Values for the message; numbers as exact decimals. */
  readonly data?: Readonly<Record<string, string>>;
  /** The arithmetic in signs and numbers alone, such as `10 + 45 = 55 ≠ 60`; the labels in it are those of the form. */
  readonly formula?: string;
  /** Where this fault weighs otherwise than the rule's own severity. */
  readonly severity?: Severity;
  /** A second sentence, another of the rule's messages: what would explain it. */
  readonly hint?: { readonly message: string; readonly data: Readonly<Record<string, string>> } | undefined;
}

/** A form of the same file, or of another one of the run. */
export interface OtherForm {
  readonly report: Report;
  /** Null where it is the same file. */
  readonly file: string | null;
  /** Its number in its file, from 1. */
  readonly number: number;
}

/** What a rule may look at beside the form. */
export interface RuleContext {
  readonly tolerances: Tolerances;
  /** All forms of the file, and the index of this one. */
  readonly reports: readonly Report[];
  readonly index: number;
  /** The forms to compare with: the other ones of the file, or of a run those of its other files. */
  readonly others: readonly OtherForm[];
  /** How sure an OCR engine was of the fields, 0 to 1, by JSON Pointer inside the report; text PDFs have no such fields. */
  readonly confidence: ReadonlyMap<string, number>;
}

/** One check. Pure: the same report gives the same faults, in the order of the form. */
export interface Rule {
  /** Lower case words with hyphens; never changed once published. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: Words;
  /** Why it matters. */
  readonly why: Words;
  /** What would mend it, to whom filed the form. */
  readonly mend: Words;
  /** The regulation that it comes from, or null where it is the reviewers' custom. */
  readonly source: string | null;
  readonly messages: Readonly<Record<string, Words>>;
  /** Small forms that show it; what they leave out is null. */
  readonly examples: { readonly fails: Example; readonly passes: Example };
  /** Whether it is asked again with the forms of other files. */
  readonly isOverFiles?: true;
  readonly check: (report: Report, context: RuleContext) => Iterable<Fault>;
}

type Row<T> = Partial<T>;

/** A form of which only what matters is written down. */
export interface Example {
  readonly title?: string;
  readonly year?: number;
  readonly name?: string;
  readonly unit?: string;
  readonly fundsWeight?: number;
  readonly funds?: readonly Row<Report['funds']['rows'][number]>[];
  readonly goals?: Partial<Report['goals']>;
  readonly indicatorsWeight?: number;
  readonly indicators?: readonly Row<Report['indicators'][number]>[];
  readonly total?: Partial<Report['total']>;
  readonly extra?: Report['extra'];
  /** How sure an OCR engine was of its fields, by JSON Pointer. */
  readonly confidence?: Readonly<Record<string, number>>;
  /** Another form of the same file. */
  readonly beside?: Example;
}

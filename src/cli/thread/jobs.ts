import type { Stage } from '../../contract/drawing.js';
import type { AcceptedFinding, CheckedFile, Finding, Problem } from '../../contract/findings.js';
import type { CorrectionsSetup } from '../../corrections/find.js';
import type { ReadingLimits, UnreadPage } from '../../limits.js';
import type { ErrorMessage, Wording } from '../../messages/say.js';
import type { JsonStyle } from '../../output/json.js';
import type { TableFormat } from '../../output/tables/formats.js';
import type { ReadingOptions, SentReadingOptions } from '../../pages/reading-options.js';
import type { Pictures } from '../../review/html.js';
import type { FormEntry, ReviewedDocument } from '../../review/review-types.js';
import type { FormDigest } from '../../validator/run/form-digest.js';
import type { ValidationSettings } from '../../validator/validate.js';
import type { Outcome } from '../terminal/exit-code.js';

/**
 * What a thread is asked to do with one file, and what comes of it. All of it can be sent to a thread; what is heavy, such
 * as the document itself, stays there.
 */
export interface Jobs {
  readonly parse: { readonly job: ParseJob; readonly result: Work };
  readonly tables: { readonly job: TablesJob; readonly result: Work };
  readonly inspect: { readonly job: InspectJob; readonly result: Work };
  readonly describe: { readonly job: FileJob; readonly result: readonly DescribedDocument[] };
  readonly check: { readonly job: CheckJob; readonly result: CheckWork };
  readonly review: { readonly job: ReviewJob; readonly result: ReviewWork };
  readonly pictures: { readonly job: PicturesJob; readonly result: Pictures };
}

export interface FileJob extends Omit<SentReadingOptions, keyof Wording>, Required<Wording> {
  readonly file: string;
  /** What came on standard input, which only the main thread can read; null for a file. */
  readonly bytes: Uint8Array | null;
  readonly limits: ReadingLimits;
  readonly leaveOut: ReadonlyMap<number, UnreadPage>;
}

export interface ParseJob extends FileJob {
  readonly evidence: boolean;
  readonly style: JsonStyle;
}

export interface TablesJob extends FileJob {
  readonly format: TableFormat;
  readonly style: JsonStyle;
}

export interface InspectJob extends FileJob {
  readonly page: number;
  readonly stage: Stage;
  readonly png: boolean;
}

export interface CheckJob extends FileJob {
  readonly input: 'pdf' | 'documents';
  readonly settings: ValidationSettings;
}

export interface ReviewJob extends FileJob {
  readonly settings: ValidationSettings;
}

/** How fine pages are drawn, pixels to the inch. */
export interface PicturesJob extends FileJob {
  readonly dpi: number;
}

/** What is reviewed of one input: its documents, its forms as a list has them, and what a person is told. */
export interface ReviewWork {
  readonly documents: readonly Omit<ReviewedDocument, 'pages'>[];
  readonly forms: readonly FormEntry[];
  readonly said: string;
  readonly outcome: Outcome;
}

/** What came of one file: what is written of it, what a person is told, and how it counts. */
export interface Work {
  /** A part for the file, and for each PDF that is attached to it. */
  readonly written: readonly (string | Uint8Array)[];
  readonly said: string;
  readonly outcome: Outcome;
  /** The documents for which there are corrections. */
  readonly corrected?: readonly CorrectedDocument[];
}

/** A document for which there are corrections, whether or not one fitted. */
export interface CorrectedDocument {
  readonly sha256: string;
  /** Fields that were put right. */
  readonly fields: number;
  /** Findings that are let stand. */
  readonly accepted: number;
}

/** Who has said something, when and why. */
interface Said {
  readonly who: string;
  readonly when: string;
  readonly why: string | null;
}

/** One correction, in words. */
export interface DescribedCorrection {
  readonly where: string;
  readonly page: number | null;
  /** The value before and the one in its place. */
  readonly change: readonly [string, string];
  readonly by: Said;
  /** Why it does not fit; null where it does, or where there is nothing to compare it with. */
  readonly refused: string | null;
}

/** One accepted finding, in words; what it says is null where it is not found. */
export interface DescribedAcceptance {
  readonly where: string;
  readonly rule: string;
  readonly by: Said;
  readonly message: string | null;
}

/** What the corrections say of one PDF. */
export interface DescribedDocument {
  readonly file: string;
  readonly sha256: string;
  readonly entries: readonly DescribedCorrection[];
  readonly accepted: readonly DescribedAcceptance[];
}

/** What was found in one input: its documents, as far as they could be read, and why no further. */
export interface CheckWork {
  readonly files: readonly CheckedFile[];
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly problem: Problem | null;
  /** The documents for which there are corrections. */
  readonly corrected: readonly CorrectedDocument[];
  /** What is compared with the forms of other files. */
  readonly forms: readonly FormDigest[];
  /** Whether the same bytes and settings give the same anywhere: nothing was recognised, and nothing was left unread. */
  readonly isLasting: boolean;
}

/** Called before each page with how many of how many are done, and its number; with null when all are read. */
export type OnPage = NonNullable<ReadingOptions['onPage']>;

export type Question =
  | {
      readonly kind: keyof Jobs;
      /** Null where there is nothing to do yet, but to load what that kind of work needs. */
      readonly job: FileJob | null;
    }
  /** What holds for all jobs from now on. */
  | { readonly corrections: CorrectionsSetup };

export type Answer =
  | { readonly result: unknown }
  | { readonly error: { readonly said: ErrorMessage | null; readonly message: string; readonly stack: string } };

import type { EvalxDocument, Evidence } from './document.js';
import type { AcceptedFinding, Finding } from './findings.js';

/** What became of one input; what is not known of it is null. */
export interface FileStatus {
  readonly file: string;
  readonly status: 'read' | 'partly' | 'failed';
  readonly pages: number | null;
  readonly reports: number | null;
  readonly milliseconds: number | null;
  readonly sha256: string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}

/** One input of a batch; `document` is null where it failed. */
export interface FileResult {
  readonly status: FileStatus;
  readonly document: EvalxDocument | null;
  /** Where each field stands, by JSON Pointer; absent where the file failed. */
  readonly evidence?: Readonly<Record<string, Evidence>>;
  /** What the rules found; what the reader said is in the document. */
  readonly findings: readonly Finding[];
  /** Findings that a person lets stand; they are not among the others. Not there where there are none. */
  readonly accepted?: readonly AcceptedFinding[];
  /** The PDFs that are attached to it. */
  readonly attached?: readonly FileResult[];
}

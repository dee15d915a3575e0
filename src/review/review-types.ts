import type { EvalxDocument, Severity } from '../contract/document.js';
import type { Language } from '../contract/findings.js';
import type { Accepted, Correction } from '../contract/schema/corrections.js';
import type { Tolerances } from '../contract/tolerances.js';

/** What a review page holds: plain JSON, written into the page by `html.ts` and read by `app/`. */
export type PageData = ReviewData | IndexData;

interface Common {
  readonly lang: Language;
  /** Of evalx. */
  readonly version: string;
  /** Whether `evalx review --serve` gives the page, and takes what is corrected. */
  readonly isServed: boolean;
}

/** The review of one input. */
export interface ReviewData extends Common {
  readonly kind: 'review';
  /** The file as a person calls it. */
  readonly name: string;
  /** Relative address of the index over the folder; null for a single file. */
  readonly index: string | null;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly tolerances: Tolerances;
  /** The file, and the PDFs that are attached to it. */
  readonly documents: readonly ReviewedDocument[];
}

export interface ReviewedDocument {
  readonly file: string;
  /** As it was read, with evidence and without corrections. */
  readonly document: EvalxDocument;
  readonly pages: readonly PageSize[];
  /** What a corrections file says of it already. */
  readonly corrections: readonly Correction[];
  readonly accepted: readonly Accepted[];
}

/** A page in points, as it is seen; its picture stands in an element of its own. */
export interface PageSize {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** A page with its picture as a `data:` address. */
export interface PagePicture extends PageSize {
  readonly url: string;
}

/** The list of a folder. */
export interface IndexData extends Common {
  readonly kind: 'index';
  /** How much a server had read; 0 in a file. */
  readonly revision: number;
  readonly entries: readonly IndexEntry[];
}

/** An input of the folder: its review, or why there is none. */
export interface IndexEntry {
  readonly name: string;
  /** Relative address of its review; null where it could not be read. */
  readonly href: string | null;
  /** Content hashes of its documents; by the first a browser keeps its review. None where it could not be read. */
  readonly hashes: readonly string[];
  readonly problem: string | null;
  /** What files of corrections say of it. */
  readonly corrections: readonly Correction[];
  readonly accepted: readonly Accepted[];
  readonly forms: readonly FormEntry[];
}

/** One form in the list. */
export interface FormEntry {
  readonly sha256: string;
  /** Index in `reports`. */
  readonly report: number;
  readonly title: string | null;
  readonly project: string | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly page: number;
  readonly score: number | null;
  /** Fields to be looked at because the reading is not sure of them. */
  readonly doubtful: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** The id of the element that holds the picture of a page. */
export const pictureId = (document: number, page: number): string => `picture-${document}-${page}`;

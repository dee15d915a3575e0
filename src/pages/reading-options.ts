import type { Wording } from '../messages/say.js';
import type { OcrEngineChoice, OcrMode } from '../ocr/options.js';
import type { ReadOptions } from '../reader/read.js';

/** The kinds of form that can be asked for: self-evaluations (绩效自评表), or targets as they were approved (绩效目标申报表). */
export const FORM_KINDS = ['self-evaluation', 'targets'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** Options of everything that reads a PDF, handed through whole from the command line to the reader. */
export interface ReadingOptions extends ReadOptions, Wording {
  /** Which pages are read from their picture; default `auto`. */
  readonly ocr?: OcrMode | undefined;
  /** Default: the best one that is installed. */
  readonly ocrEngine?: OcrEngineChoice | undefined;
  /** Default `self-evaluation`. */
  readonly kind?: FormKind | undefined;
}

/** What of them can be sent to a thread or a process. */
export type SentReadingOptions = Omit<ReadingOptions, 'signal' | 'onPage'>;

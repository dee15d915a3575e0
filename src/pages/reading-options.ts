import type { Wording } from '../messages/say.js';
import type { OcrEngineChoice, OcrMode } from '../ocr/options.js';
import type { ReadOptions } from '../reader/read-options.js';

/** Which pages are compared with their pictures. */
export const PICTURE_CHECKS = ['auto', 'always', 'never'] as const;
export type PictureCheck = (typeof PICTURE_CHECKS)[number];

/** The kinds of form that can be asked for: self-evaluations (绩效自评表), or targets as they were approved (绩效目标申报表). */
export const FORM_KINDS = ['self-evaluation', 'targets'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** Options of everything that reads a PDF, handed through whole from the command line to the reader. */
export interface ReadingOptions extends ReadOptions, Wording {
  /** Which pages are read from their picture; default `auto`. */
  readonly ocr?: OcrMode | undefined;
  /**
   * Whether what is read of a page is compared with its picture, where the canvas package can draw it: `always`, or, `auto`,
   * where the page has signs that they may differ. Default: `auto` where forms are read, else `never`.
   */
  readonly pictureCheck?: PictureCheck | undefined;
  /** `auto` compares every page: what is read is to be judged. */
  readonly isJudged?: boolean | undefined;
  /** Default: the best one that is installed. */
  readonly ocrEngine?: OcrEngineChoice | undefined;
  /** Default `self-evaluation`. */
  readonly kind?: FormKind | undefined;
}

/** What of them can be sent to a thread or a process. */
export type SentReadingOptions = Omit<ReadingOptions, 'signal' | 'onPage'>;

import type { Wording } from '../messages/say.js';
import type { OcrEngineChoice, OcrMode } from '../ocr/options.js';
import type { ReadOptions } from '../reader/read.js';

/** Options of everything that reads a PDF, handed through whole from the command line to the reader. */
export interface ReadingOptions extends ReadOptions, Wording {
  /** Which pages are read from their picture; default `auto`. */
  readonly ocr?: OcrMode | undefined;
  /** Default: the best one that is installed. */
  readonly ocrEngine?: OcrEngineChoice | undefined;
}

/** What of them can be sent to a thread or a process. */
export type SentReadingOptions = Omit<ReadingOptions, 'signal' | 'onPage'>;

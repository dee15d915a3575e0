import type { FileResult, FileStatus } from '../contract/batch.js';
import type { ReadingLimits } from '../limits.js';
import type { SentReadingOptions } from '../pages/reading-options.js';
import type { ValidationSettings } from '../validator/validate.js';

/** What a run does with every file; a file is done again where any of it has changed. */
export interface BatchSettings extends ValidationSettings {
  readonly reading: SentReadingOptions & { readonly limits: ReadingLimits };
  /** False leaves milliseconds out, so that two runs give the same bytes. */
  readonly timings: boolean;
}

/** One input: its place among all inputs of the run, and its path as it is named in the tables. */
export interface Job {
  readonly index: number;
  readonly path: string;
}

/** What is kept of a file that is done, and what it was made from. */
export interface Entry {
  readonly version: string;
  /** Digest of the settings. */
  readonly settings: string;
  /** Digest of what the corrections said of it; null or not there where they said nothing. */
  readonly corrections?: string | null;
  readonly path: string;
  readonly result: FileResult;
  /** A process that read it was killed, maybe from outside: a run that goes on tries again. */
  readonly again: boolean;
}

/** What the parent is told of a file that is done. */
export type Done = Pick<FileStatus, 'status' | 'errorCode'>;

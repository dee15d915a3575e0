import type { ReadingLimits, UnreadPage } from '../limits.js';

/** The options that the reader looks at. */
export interface ReadOptions {
  readonly password?: string | undefined;
  /** Most pages will be shown: what that needs is loaded at once. */
  readonly outlines?: boolean | undefined;
  /** 1-based pages in the order in which they are to be read; default all. */
  readonly pages?: readonly number[] | undefined;
  /** Stops the work between two pages: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What the file may cost; default `READING_LIMITS`. A page over a limit is left out, with a diagnostic. */
  readonly limits?: Partial<ReadingLimits> | undefined;
  /** Pages that are not to be read, and what is to be said of each. */
  readonly leaveOut?: ReadonlyMap<number, UnreadPage> | undefined;
  /**
   * Called before each page, with how many are done and its number, and with null when all are read; `isPicture` where
   * its picture is read, which takes seconds. A promise that it returns is waited for; what it throws, or rejects with,
   * ends the reading.
   */
  readonly onPage?: ((done: number, of: number, next: number | null, isPicture?: boolean) => unknown) | undefined;
}

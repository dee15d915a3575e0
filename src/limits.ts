import { EvalxError } from './errors.js';
import { type Message, messageOf } from './messages/say.js';

/** What one file may cost before it is put aside: a file from strangers must not take the machine. */
export interface ReadingLimits {
  /** Size of the file, in bytes. */
  readonly bytes: number;
  /** Pages that are read. */
  readonly pages: number;
  /** Characters on one page: one glyph may stand for thousands. */
  readonly items: number;
  /** Lines, filled areas and images drawn on one page. */
  readonly rulings: number;
  /** PDFs attached to the file that are read. */
  readonly attachments: number;
}

/** Ten times what the largest real reports come to, or more. */
export const READING_LIMITS: ReadingLimits = {
  ...{ bytes: 256 << 20, pages: 5000, items: 100_000, rulings: 100_000 },
  attachments: 200,
};

/**
 * The limits that were given, and the standard ones for the others. A limit that is no number would never be reached;
 * `Infinity` is none on purpose.
 *
 * @throws {EvalxError} `usage`
 */
export function readingLimits(given: Partial<ReadingLimits> = {}): ReadingLimits {
  const limits: Record<keyof ReadingLimits, number> = { ...READING_LIMITS };
  for (const name of Object.keys(limits) as (keyof ReadingLimits)[]) {
    const value: unknown = given[name];
    if (value === undefined) continue;
    if (typeof value !== 'number' || !(value >= 0)) {
      throw new EvalxError(messageOf('limitInvalid', { name, value: String(value) }));
    }
    limits[name] = value;
  }
  return limits;
}

export function fileTooLarge(limit: number): EvalxError {
  const megabytes = Math.round((limit / (1 << 20)) * 10) / 10;
  return new EvalxError(messageOf('fileTooLarge', { megabytes }));
}

/** A page that could not be read, or costs more than it may. */
export interface UnreadPage {
  /** 1-based. */
  readonly number: number;
  readonly code: 'page-unreadable' | 'page-over-limit';
  /** A sentence of others, such as pdfjs's, or a message of ours. */
  readonly problem: string | Message;
  /** It costs too much to read its picture alone: its text can be read. */
  readonly isPicture?: boolean;
}

/**
 * What only somebody from outside can hold: a process or thread that works on a file, and can be killed. Time is processor
 * time, so that a file is read or not whatever else the machine is busy with.
 */
export interface WorkLimits {
  /** Time for one file, in seconds. */
  readonly seconds: number;
  /** Time for one page, in seconds. */
  readonly pageSeconds: number;
  /** Time for one page whose picture is read, in seconds; the file has so much more for each of them. */
  readonly pictureSeconds: number;
  /** Time for one file in seconds, however many such pages it has. */
  readonly mostSeconds: number;
  /** Memory while one file is read, in megabytes. */
  readonly megabytes: number;
}

/** Both kinds. */
export interface Limits {
  readonly reading: ReadingLimits;
  readonly work: WorkLimits;
}

/** By how much pages that are pictures may make the time of a file longer. */
export const MOST_TIMES = 10;

export const WORK_LIMITS: WorkLimits = {
  ...{ seconds: 120, pageSeconds: 10, pictureSeconds: 60, mostSeconds: 120 * MOST_TIMES },
  megabytes: 1024,
};

/** What a file may take in seconds of which the pictures of so many pages are read. */
export const fileSeconds = ({ seconds, pictureSeconds, mostSeconds }: WorkLimits, pictures: number): number =>
  Math.min(seconds + pictures * pictureSeconds, mostSeconds);

import { dirname, join, resolve, sep } from 'node:path';
import type { Language } from '../../../contract/findings.js';
import { EvalxError } from '../../../errors.js';
import { STDIN } from '../../../files/input.js';
import { messageOf, sayWithFlags } from '../../../messages/say.js';
import { indexAddress, relativeAddress, reviewPath } from '../../../review/names.js';
import type { IndexEntry, ReviewData } from '../../../review/review-types.js';
import { shownPath } from '../../../text/path-bytes.js';
import type { CorrectionsFlags } from '../../corrections/flags.js';
import { type ReadingFlags, readingOptions } from '../../options/reading.js';
import type { SearchFlags } from '../../options/search-flags.js';
import type { Outcome } from '../../terminal/exit-code.js';
import { displayName, failure } from '../../terminal/failure.js';
import type { ReadingThread } from '../../thread/reading-thread.js';
import { type Making, type ReviewPlace, writeReview } from './files.js';

export interface ReviewFlags extends ReadingFlags, SearchFlags, CorrectionsFlags {
  readonly open?: true;
  readonly serve?: true;
  readonly port?: number;
  readonly dpi: number;
  readonly rule: readonly string[];
  readonly lang?: Language;
  /** A file; false for none. */
  readonly config?: string | false;
  readonly trustInputConfig?: true;
}

/** What reads the inputs of a run. */
export interface Reader {
  readonly thread: ReadingThread;
  readonly flags: ReviewFlags;
}

/** What became of one input. */
export interface ReviewedInput {
  readonly entry: IndexEntry;
  /** What its page holds; null where it could not be read. */
  readonly data: ReviewData | null;
  readonly outcome: Outcome;
}

/** Reads one input and writes its review; what is wrong with it is said, and stands in the list. */
export async function reviewInput(
  file: string,
  place: ReviewPlace,
  making: Making,
  { thread, flags, file: number = 1, files = 1 }: Reader & { readonly file?: number; readonly files?: number },
): Promise<ReviewedInput> {
  const { messages, settings } = making;
  const { lang } = settings;
  const progress = (page: number, pages: number): void =>
    messages.progress(sayWithFlags(messageOf('pageOfFile', { file: number, files, page, pages }), messages.lang));
  const unread: IndexEntry = {
    ...{ name: shownPath(place.name), href: null, hashes: [], problem: null },
    ...{ corrections: [], accepted: [], forms: [] },
  };
  try {
    const job = { ...readingOptions(flags, lang), isJudged: true, file };
    const work = await thread.do('review', { ...job, settings }, progress);
    messages.clearProgress();
    if (work.said !== '') messages.say(work.said);
    const pictures = await thread.do('pictures', { ...job, dpi: flags.dpi }, progress);
    messages.clearProgress();
    const data = await writeReview(place, work, pictures, making);
    const entry = {
      ...{ ...unread, href: relativeAddress(reviewPath(place.name)), forms: work.forms },
      hashes: work.documents.map(({ document }) => document.source.sha256),
      corrections: work.documents.flatMap((one) => one.corrections),
      accepted: work.documents.flatMap((one) => one.accepted),
    };
    return { entry, data, outcome: work.outcome };
  } catch (error) {
    messages.clearProgress();
    const { outcome, text } = failure(displayName(file, lang), error, lang);
    messages.say(text);
    return { entry: { ...unread, problem: problemOf(error, lang) }, data: null, outcome };
  }
}

const problemOf = (error: unknown, lang: Language): string =>
  sayWithFlags(error instanceof EvalxError ? error.said : messageOf('evalxFailedHere', {}), lang);

/** Where the review of an input stands in a folder of reviews. */
export const placeIn = (out: string, name: string): ReviewPlace => ({
  name,
  path: join(out, ...reviewPath(name).split('/')),
  index: indexAddress(name),
});

/** The folder that all files are in, however deep. */
export function commonFolder(files: readonly string[]): string {
  const folders = files.filter((file) => file !== STDIN).map((file) => dirname(resolve(file)).split(sep));
  const [first = []] = folders;
  let length = first.length;
  for (const folder of folders) while (first.slice(0, length).some((part, i) => part !== folder[i])) length--;
  return first.slice(0, length).join(sep);
}

/** The path of a file in a folder, with `/` between its parts. */
export const nameIn = (folder: string, file: string): string =>
  file === STDIN
    ? 'stdin.pdf'
    : resolve(file)
        .slice(folder.length)
        .split(sep)
        .filter((part) => part !== '')
        .join('/');

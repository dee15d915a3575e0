import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Language } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { STDIN } from '../../files/input.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { message } from '../../output/message.js';
import type { ReviewAssets } from '../../review/html.js';
import { INDEX_FILE, indexAddress, relativeAddress, reviewPath } from '../../review/names.js';
import type { IndexEntry } from '../../review/review-types.js';
import { shownPath } from '../../text/path-bytes.js';
import { findInputs } from '../options/find-inputs.js';
import { limitsOf, type ReadingFlags, readingOptions } from '../options/reading.js';
import { type SearchFlags, searchOptions } from '../options/search-flags.js';
import { packageVersion } from '../options/version.js';
import type { Outcome } from '../terminal/exit-code.js';
import { displayName, failure } from '../terminal/failure.js';
import type { Messages } from '../terminal/messages.js';
import { type ReadingThread, withReadingThread } from '../thread/reading-thread.js';
import { type Making, type ReviewPlace, writeIndex, writeReview } from './review-files.js';
import { configOf, settingsOf } from './validate.js';

export interface ReviewFlags extends ReadingFlags, SearchFlags {
  readonly out?: string;
  readonly open?: true;
  readonly dpi: number;
  readonly rule: readonly string[];
  readonly lang?: Language;
  /** A file; false for none. */
  readonly config?: string | false;
}

const DEFAULT_FOLDER = 'evalx-review';

/** Writes a review for each input, and a list where there may be several. */
export async function runReview(
  paths: readonly string[],
  flags: ReviewFlags,
  messages: Messages,
): Promise<readonly Outcome[]> {
  const { config } = configOf(flags, messages.lang);
  const settings = settingsOf(config, flags, messages.lang);
  const { files, empty } = await findInputs(paths, searchOptions(flags));
  const single = singleFile(paths, files, flags);
  const shared = { settings, flags, messages, version: packageVersion(), assets: reviewAssets() };
  for (const pattern of empty)
    messages.say(message(shownPath(pattern), sayWithFlags(messageOf('noPdfHere', {}), messages.lang)));
  const { entries, outcomes } = await withReadingThread('review', limitsOf(flags), (thread) =>
    reviewEach(files, single ?? flags.out ?? DEFAULT_FOLDER, single !== null, { ...shared, thread }),
  );
  messages.clearProgress();
  const isWritten = entries.some(({ href }) => href !== null);
  if (single === null && files.length > 0)
    outcomes.push(await writeIndex(flags.out ?? DEFAULT_FOLDER, entries, shared));
  if (isWritten) {
    const file = single ?? join(flags.out ?? DEFAULT_FOLDER, INDEX_FILE);
    messages.say(message(sayWithFlags(messageOf('reviewWritten', { file: shownPath(file) }), messages.lang)));
    if (flags.open) await openInBrowser(resolve(file), messages);
  }
  return [...outcomes, ...empty.map((): Outcome => 'unread')];
}

/** The file that the one PDF named becomes; null where there is to be a folder. */
function singleFile(paths: readonly string[], files: readonly string[], { out }: ReviewFlags): string | null {
  const isNamed = paths.length === 1 && files.length === 1 && files[0] === paths[0];
  const isFile = out !== undefined && /\.html?$/iu.test(out);
  if (isFile && files.length > 1) throw new EvalxError(messageOf('oneReviewFile', { file: out, files: files.length }));
  if (isFile) return out;
  if (!isNamed || out !== undefined) return null;
  return files[0] === STDIN ? 'stdin.pdf.html' : `${basename(files[0] as string)}.html`;
}

interface Reviewed {
  readonly entries: IndexEntry[];
  readonly outcomes: Outcome[];
}

async function reviewEach(
  files: readonly string[],
  out: string,
  isSingle: boolean,
  making: Making & { readonly flags: ReviewFlags; readonly thread: ReadingThread },
): Promise<Reviewed> {
  const { messages, thread, flags, settings } = making;
  const { lang } = settings;
  const entries: IndexEntry[] = [];
  const outcomes: Outcome[] = [];
  const root = commonFolder(files);
  for (const [i, file] of files.entries()) {
    const name = file === STDIN ? 'stdin.pdf' : nameIn(root, file);
    const place: ReviewPlace = isSingle
      ? { name, path: out, index: null }
      : { name, path: join(out, ...reviewPath(name).split('/')), index: indexAddress(name) };
    const progress = (page: number, pages: number): void =>
      messages.progress(
        sayWithFlags(messageOf('pageOfFile', { file: i + 1, files: files.length, page, pages }), messages.lang),
      );
    const entry = { name: shownPath(name), href: null, key: null, problem: null, forms: [] };
    try {
      const job = { ...readingOptions(flags, lang), file };
      const work = await thread.do('review', { ...job, settings }, progress);
      messages.clearProgress();
      if (work.said !== '') messages.say(work.said);
      outcomes.push(work.outcome);
      const pictures = await thread.do('pictures', { ...job, dpi: flags.dpi }, progress);
      await writeReview(place, work, pictures, making);
      const key = work.documents[0]?.document.source.sha256 ?? null;
      entries.push({ ...entry, key, href: relativeAddress(reviewPath(name)), forms: work.forms });
    } catch (error) {
      const { outcome, text } = failure(displayName(file, lang), error, lang);
      messages.say(text);
      outcomes.push(outcome);
      entries.push({ ...entry, problem: problemOf(error, lang) });
    }
  }
  return { entries, outcomes };
}

const problemOf = (error: unknown, lang: Language): string =>
  sayWithFlags(error instanceof EvalxError ? error.said : messageOf('evalxFailedHere', {}), lang);

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
  resolve(file)
    .slice(folder.length)
    .split(sep)
    .filter((part) => part !== '')
    .join('/');

/** What `npm run build` made for the page. */
export function reviewAssets(): ReviewAssets {
  const read = (name: string): string => readFileSync(new URL(`../../review/${name}`, import.meta.url), 'utf8');
  return { script: read('page.js'), style: read('page.css') };
}

/** Starts what the system opens pages with; without a shell, so that no name is taken for a command. */
async function openInBrowser(file: string, { say, lang }: Messages): Promise<void> {
  const program = { darwin: 'open', win32: 'explorer.exe' }[process.platform as string] ?? 'xdg-open';
  const started = await new Promise<boolean>((done) => {
    const child = spawn(program, [file], { stdio: 'ignore', detached: true });
    child.once('error', () => done(false));
    child.once('spawn', () => done(true));
    child.unref();
  });
  if (!started) say(message(sayWithFlags(messageOf('browserMissing', { file: shownPath(file) }), lang)));
}

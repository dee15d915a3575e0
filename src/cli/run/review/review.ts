import { basename, join, resolve } from 'node:path';
import { EvalxError } from '../../../errors.js';
import { STDIN } from '../../../files/input.js';
import { packageVersion, reviewAssets } from '../../../files/own-package.js';
import { messageOf, sayWithFlags } from '../../../messages/say.js';
import { message } from '../../../output/message.js';
import { INDEX_FILE } from '../../../review/names.js';
import type { IndexEntry } from '../../../review/review-types.js';
import { shownPath } from '../../../text/path-bytes.js';
import { findCorrections } from '../../corrections/sources.js';
import { findInputs } from '../../options/find-inputs.js';
import { limitsOf } from '../../options/reading.js';
import { searchOptions } from '../../options/search-flags.js';
import { openInBrowser } from '../../terminal/browser.js';
import type { Outcome } from '../../terminal/exit-code.js';
import type { Messages } from '../../terminal/messages.js';
import { withReadingThread } from '../../thread/reading-thread.js';
import { configOf, settingsOf } from '../validate/settings.js';
import { type Making, type ReviewPlace, writeIndex } from './files.js';
import { commonFolder, nameIn, placeIn, type Reader, type ReviewFlags, reviewInput } from './input.js';

const DEFAULT_FOLDER = 'evalx-review';

/** Writes a review for each input, and a list where there may be several; with `--serve` gives them until it is interrupted. */
export async function runReview(
  paths: readonly string[],
  flags: ReviewFlags,
  messages: Messages,
): Promise<readonly Outcome[]> {
  const { config } = await configOf(flags, messages, paths);
  const settings = settingsOf(config, flags, messages.lang);
  const making: Making = { settings, messages, version: packageVersion(), assets: reviewAssets() };
  const out = flags.output ?? DEFAULT_FOLDER;
  if (flags.serve) return (await import('./serve.js')).serveReview(paths, { ...flags, output: out }, making);
  const { files, empty } = await findInputs(paths, searchOptions(flags));
  const single = singleFile(paths, files, flags);
  for (const pattern of empty)
    messages.say(message(shownPath(pattern), sayWithFlags(messageOf('noPdfHere', {}), messages.lang)));
  const corrections = await findCorrections(files, flags, messages);
  const placeOf = (name: string): ReviewPlace =>
    single === null ? placeIn(out, name) : { name, path: single, index: null };
  const { entries, outcomes } = await withReadingThread(
    'review',
    limitsOf(flags),
    (thread) => reviewEach(files, placeOf, making, { thread, flags }),
    corrections,
  );
  if (single === null && files.length > 0) outcomes.push(await writeIndex(out, entries, making));
  if (entries.some(({ href }) => href !== null)) {
    const file = single ?? join(out, INDEX_FILE);
    if (process.stderr.isTTY)
      messages.say(message(sayWithFlags(messageOf('reviewWritten', { file: shownPath(file) }), messages.lang)));
    if (flags.open) await openInBrowser(resolve(file), messages);
  }
  return [...outcomes, ...empty.map((): Outcome => 'unread')];
}

/** The file that the one PDF named becomes; null where there is to be a folder. */
function singleFile(paths: readonly string[], files: readonly string[], { output: out }: ReviewFlags): string | null {
  const isNamed = paths.length === 1 && files.length === 1 && files[0] === paths[0];
  const isFile = out !== undefined && /\.html?$/iu.test(out);
  if (isFile && files.length > 1) throw new EvalxError(messageOf('oneReviewFile', { file: out, files: files.length }));
  if (isFile) return out;
  if (!isNamed || out !== undefined) return null;
  return files[0] === STDIN ? 'stdin.pdf.html' : `${basename(files[0] as string)}.html`;
}

async function reviewEach(
  files: readonly string[],
  placeOf: (name: string) => ReviewPlace,
  making: Making,
  reader: Reader,
): Promise<{ readonly entries: IndexEntry[]; readonly outcomes: Outcome[] }> {
  const entries: IndexEntry[] = [];
  const outcomes: Outcome[] = [];
  const root = commonFolder(files);
  for (const [i, file] of files.entries()) {
    const { entry, outcome } = await reviewInput(file, placeOf(nameIn(root, file)), making, {
      ...reader,
      ...{ file: i + 1, files: files.length },
    });
    entries.push(entry);
    outcomes.push(outcome);
  }
  return { entries, outcomes };
}

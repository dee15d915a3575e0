import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EvalxError } from '../../../errors.js';
import { systemCode } from '../../../files/system-code.js';
import { REVIEW } from '../../../messages/review.js';
import { messageOf } from '../../../messages/say.js';
import { fill } from '../../../messages/words.js';
import {
  isReviewPage,
  type Pictures,
  pictureElement,
  REVIEW_END,
  type ReviewAssets,
  reviewStart,
} from '../../../review/html.js';
import { INDEX_FILE } from '../../../review/names.js';
import type { IndexData, IndexEntry, ReviewData } from '../../../review/review-types.js';
import { shownPath, systemPath } from '../../../text/path-bytes.js';
import type { ValidationSettings } from '../../../validator/validate.js';
import type { Outcome } from '../../terminal/exit-code.js';
import { failure } from '../../terminal/failure.js';
import { fileSink } from '../../terminal/file-sink.js';
import { withCleanup } from '../../terminal/interrupt.js';
import type { Messages } from '../../terminal/messages.js';
import { unwritable } from '../../terminal/sink.js';
import type { ReviewWork } from '../../thread/jobs.js';

/** What every page of a run is made with. */
export interface Making {
  readonly settings: ValidationSettings;
  readonly messages: Messages;
  /** Of evalx. */
  readonly version: string;
  readonly assets: ReviewAssets;
}

/** Where the review of an input goes. */
export interface ReviewPlace {
  /** The input, by its path below what all inputs share. */
  readonly name: string;
  readonly path: string;
  /** Address of the list; null where there is none. */
  readonly index: string | null;
}

/** Writes the review of one input. */
export async function writeReview(
  { name, path, index }: ReviewPlace,
  { documents }: ReviewWork,
  pictures: Pictures,
  making: Making,
): Promise<ReviewData> {
  const { lang, severities, tolerances } = making.settings;
  const shown = shownPath(name);
  const data: ReviewData = {
    ...{ kind: 'review', lang, version: making.version, isServed: false, name: shown, index, severities, tolerances },
    documents: documents.map((one) => ({ ...one, pages: pagesOf(pictures, one.file) })),
  };
  const title = fill(REVIEW.reviewOf, lang, () => shown);
  await writePage(path, async (write) => {
    await write(reviewStart(data, title, making.assets));
    for (const [i, { file }] of documents.entries())
      for (const page of picturesOf(pictures, file)) await write(pictureElement(i, page));
    await write(REVIEW_END);
  });
  return data;
}

const picturesOf = (pictures: Pictures, file: string) => pictures.find((one) => one.file === file)?.pages ?? [];

const pagesOf = (pictures: Pictures, file: string) =>
  picturesOf(pictures, file).map(({ page, width, height }) => ({ page, width, height }));

/** Writes the list of a folder. What is wrong with it is said. */
export async function writeIndex(
  out: string,
  entries: readonly IndexEntry[],
  { settings: { lang }, messages, version, assets }: Making,
): Promise<Outcome> {
  const data: IndexData = { kind: 'index', lang, version, isServed: false, revision: 0, entries };
  const path = join(out, INDEX_FILE);
  try {
    await writePage(path, async (write) => {
      await write(reviewStart(data, REVIEW.indexTitle[lang], assets));
      await write(REVIEW_END);
    });
    return 'fine';
  } catch (error) {
    const { text, outcome } = failure(shownPath(path), error, lang);
    messages.say(text);
    return outcome;
  }
}

/** Writes a page whole or not at all, over an older page of ours and nothing else. */
async function writePage(
  path: string,
  make: (write: (text: string) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  checkTarget(path);
  try {
    mkdirSync(systemPath(dirname(path)), { recursive: true });
  } catch (error) {
    throw unwritable(error);
  }
  const sink = fileSink(path);
  await withCleanup(sink.discard, async () => {
    try {
      await make((text) => sink.write(text));
      sink.finish();
    } catch (error) {
      sink.discard();
      throw error;
    }
  });
}

/** @throws {EvalxError} `file-unwritable` where something else stands there. */
function checkTarget(path: string): void {
  let before: string;
  try {
    before = readFileSync(systemPath(path), 'latin1');
  } catch (error) {
    if (systemCode(error) !== null) return;
    throw error;
  }
  if (before !== '' && !isReviewPage(before)) throw new EvalxError(messageOf('outOfOthers', {}));
}

import type { PDFDocumentProxy } from 'pdfjs-dist';
import { EvalxError } from '../errors.js';
import { fileTooLarge, type ReadingLimits, readingLimits, type UnreadPage } from '../limits.js';
import { messageOf } from '../messages/say.js';
import { type Attached, attachedTo, NONE_ATTACHED } from './objects/attached-files.js';
import { PageCheck } from './objects/page-check.js';
import { documentContext } from './page/document-context.js';
import { readPage } from './page/read-page.js';
import { type OpenDocument, withDocument } from './pdfjs/document.js';
import { type TakePicture, type TakeShown, takePicture, takeShown } from './picture/take-picture.js';
import type { ReadOptions } from './read-options.js';
import type { PageContent } from './reader-types.js';
import { isBetter, isTroubled, rebuildingMayHelp } from './repair/better-page.js';
import { xrefFaults } from './repair/check-xref.js';
import { type Edition, editionsOf, whereItOpens } from './repair/editions.js';
import { hasLostUpdate, lacksStart } from './repair/lost-update.js';
import { canRebuild, isCut } from './repair/rebuild-xref.js';
import { hasUncounted } from './repair/uncounted-pages.js';

/** What the reader says of the file as a whole. */
export interface FileFacts {
  readonly pageCount: number;
  /** A form in Adobe's XFA only: its pages hold a notice instead of the form. */
  readonly pureXfa: boolean;
  /** Pages that were asked for and stayed behind the limit. */
  readonly pagesOver: number;
  /** There are pages behind those that the file counts; they cannot be read. */
  readonly uncounted: boolean;
  /** What was done to a file that could not be read as it is, or not in whole. */
  readonly rebuilt: Edition['rebuilt'];
  /** pdfjs counted the pages, since there are fewer than the file says. */
  readonly recounted: boolean;
  /** An update at the end of the file has no end, and was not read. */
  readonly lostUpdate: boolean;
  /** The file refers to objects that are not in it any more. */
  readonly lacksObjects: boolean;
  /** Other files that are in it; none where some of its pages alone are asked for. */
  readonly attached: Attached;
}

/** What is to be done with a file, the same for all of its editions. */
interface Task {
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
  readonly limits: ReadingLimits;
  readonly lacksObjects: boolean;
  readonly visit: (page: PageContent | UnreadPage, show: TakeShown) => unknown;
  readonly takePictures: ((take: TakePicture) => Promise<void>) | undefined;
}

/** How far reading has come. */
interface Progress {
  /** Pages that were handed to the visitor. */
  readonly done: number;
  /** The next page as the file as given has it, in trouble: another edition may have more of it. */
  readonly held: { readonly page: PageContent | UnreadPage; readonly pageCount: number } | null;
}

/** What reading an edition came to: all is read, or another edition is to go on. */
type Ending = { readonly facts: FileFacts } | { readonly facts: null; readonly progress: Progress };

/**
 * Reads page after page and hands each to `visit`, once and in order. One page is in memory at a time; the document is
 * closed at the end, also where `visit` throws. Where something is wrong with a page and a rebuilt edition of the file has
 * more of it, that edition is read from this page on. `takePictures` is called when all pages are read, and may take pictures of
 * them while the document is open.
 *
 * @throws {EvalxError} `file-empty`, `file-too-large`, `not-a-pdf`, `pdf-damaged`, `password-needed`, `password-wrong`,
 *   `page-out-of-range`, `usage` where a limit is no number; the signal's reason where it is aborted before or between pages;
 *   and what `onPage` throws.
 */
export async function readPdf(
  bytes: Uint8Array,
  options: ReadOptions,
  visit: Task['visit'],
  takePictures?: Task['takePictures'],
): Promise<FileFacts> {
  const limits = readingLimits(options.limits);
  options.signal?.throwIfAborted();
  if (bytes.length > limits.bytes) throw fileTooLarge(limits.bytes);
  const faults = xrefFaults(bytes);
  const task: Task = { bytes, options, limits, lacksObjects: faults.missing, visit, takePictures };
  let progress: Progress = { done: 0, held: null };
  let failure: EvalxError | null = null;
  for (const edition of editionsOf(bytes, faults.misplaced || lacksStart(bytes))) {
    const isGiven = edition.rebuilt === null;
    // It would fail again.
    if (isGiven && failure) break;
    const ending = await whereItOpens(() => readEdition(edition, progress, task));
    if (!ending.opened) failure = isGiven ? ending.error : failure;
    else if (ending.value.facts) return ending.value.facts;
    else progress = ending.value.progress;
  }
  throw failure as EvalxError;
}

/** Reads an edition from where reading has come to. */
function readEdition(edition: Edition, from: Progress, task: Task): Promise<Ending> {
  const { options, limits, visit } = task;
  return withDocument(edition.bytes, options, async (open) => {
    const { doc } = open;
    if (from.held && edition.rebuilt && doc.numPages !== from.held.pageCount) return { facts: null, progress: from };
    const numbers = pagesToRead(doc, options.pages, limits.pages);
    // Where objects were looked for, the tables do not say where they are.
    const check = new PageCheck(edition.rebuilt || open.repairs.indexed ? null : edition.bytes);
    const context = await documentContext(open, limits, check);
    let { held } = from;
    let mayHandOver = !edition.rebuilt && !edition.isLast;
    for (let done = from.done; done < numbers.length; done++) {
      const number = numbers[done] as number;
      await options.onPage?.(done, numbers.length, number);
      options.signal?.throwIfAborted();
      const known = (edition.isLast ? held?.page : null) ?? options.leaveOut?.get(number);
      const { value: page, damage } = known ? { value: known, damage: [] } : await readPage(doc, number, context);
      if (held && edition.rebuilt && !isBetter(page, held.page)) return { facts: null, progress: from };
      if (mayHandOver && !known && isTroubled(page)) {
        // The first page in trouble decides for the file.
        mayHandOver = false;
        const helps = rebuildingMayHelp(task.bytes, damage) && canRebuild(task.bytes);
        if (helps) return { facts: null, progress: { done, held: { page, pageCount: doc.numPages } } };
      }
      held = null;
      await visit(page, (shown) => takeShown(open, shown, context));
    }
    await options.onPage?.(numbers.length, numbers.length, null);
    const facts = await factsOf(open, check, numbers.length, edition, task);
    await task.takePictures?.((number, kind, dpi) => takePicture(open, number, kind, context, dpi));
    return { facts };
  });
}

async function factsOf(
  { doc, repairs }: OpenDocument,
  check: PageCheck,
  count: number,
  { rebuilt }: Edition,
  { bytes, options: { pages }, limits, lacksObjects }: Task,
): Promise<FileFacts> {
  const { numPages } = doc;
  const hasUnread = async (): Promise<boolean> =>
    check.hasUnread(numPages, count === numPages) ?? (await hasUncounted(doc, bytes));
  return {
    pageCount: numPages,
    pureXfa: doc.isPureXfa,
    pagesOver: (pages?.length ?? numPages) - count,
    uncounted: pages === undefined && (await hasUnread()),
    rebuilt: rebuilt ?? (repairs.indexed || check.lacksTable ? { cut: isCut(bytes) } : null),
    recounted: repairs.counted,
    lostUpdate: !rebuilt && !repairs.indexed && hasLostUpdate(bytes),
    lacksObjects,
    attached: pages === undefined ? await attachedTo(doc, limits) : NONE_ATTACHED,
  };
}

/** @throws {EvalxError} `pdf-damaged` where there are none, `page-out-of-range`. */
function pagesToRead(doc: PDFDocumentProxy, pages: readonly number[] | undefined, limit: number): readonly number[] {
  if (!(doc.numPages > 0)) throw new EvalxError(messageOf('noPages', {}));
  const numbers = pages?.slice(0, limit) ?? Array.from({ length: Math.min(doc.numPages, limit) }, (_, i) => i + 1);
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < 1 || number > doc.numPages) {
      const last = doc.numPages;
      const page = number;
      throw new EvalxError(last === 1 ? messageOf('onlyPageOne', { page }) : messageOf('pageBeyond', { page, last }));
    }
  }
  return numbers;
}

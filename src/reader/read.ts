import type { PDFDocumentProxy } from 'pdfjs-dist';
import { EvalxError } from '../errors.js';
import { fileTooLarge, READING_LIMITS, type ReadingLimits, type UnreadPage } from '../limits.js';
import { messageOf } from '../messages/say.js';
import type { Ops } from './interpreter/operators.js';
import { type DocumentContext, readPage } from './page/read-page.js';
import { withDocument } from './pdfjs/document.js';
import type { PageContent } from './reader-types.js';
import { tableFaults } from './repair/check-xref.js';
import { isBetter, isTroubled, mayHelp } from './repair/damaged-page.js';
import { whereItOpens, withMendedDocument } from './repair/open-repaired.js';
import { type Mended, mend } from './repair/rebuild-xref.js';
import { hasUncounted } from './repair/uncounted-pages.js';

export interface ReadOptions {
  readonly password?: string;
  /** 1-based pages in the order in which they are to be read; default all. */
  readonly pages?: readonly number[];
  readonly signal?: AbortSignal;
  /** Default {@link READING_LIMITS}. */
  readonly limits?: Partial<ReadingLimits>;
  /** Pages that are not to be read, and why. */
  readonly leaveOut?: ReadonlyMap<number, UnreadPage>;
  /** Called before each page, with its number, and with null when all are read. */
  readonly onPage?: (done: number, of: number, next: number | null) => void;
}

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
  readonly mended: Pick<Mended, 'cut'> | null;
  /** The file refers to objects that are not in it any more. */
  readonly lacksObjects: boolean;
  /** The file as it was read in the end: as it is, or mended. */
  readonly bytes: Uint8Array;
}

/** A page in trouble of the file as it is, kept to see whether the mended file has more of it. */
interface Kept {
  readonly page: PageContent | UnreadPage;
  readonly pageCount: number;
  readonly mended: Mended;
}

/**
 * Reads page after page and hands each to `visit`. One page is in memory at a time; the document is closed at the end,
 * also where `visit` throws. Where something is wrong with a page and mending the file helps, the file is read mended from
 * that page on.
 *
 * @throws {EvalxError} `file-empty`, `file-too-large`, `not-a-pdf`, `pdf-damaged`, `password-needed`, `password-wrong`,
 *   `page-out-of-range`; and the signal's reason where it is aborted between two pages.
 */
export async function readPdf(
  bytes: Uint8Array,
  options: ReadOptions,
  visit: (page: PageContent | UnreadPage) => void,
): Promise<FileFacts> {
  const limits = { ...READING_LIMITS, ...options.limits };
  if (bytes.length > limits.bytes) throw fileTooLarge(limits.bytes);
  const open = options.password === undefined ? {} : { password: options.password };
  const faults = tableFaults(bytes);
  /** How far reading has come; what it stopped at; whether it may still stop. */
  const state: { done: number; kept: Kept | null; mayStop: boolean } = { done: 0, kept: null, mayStop: true };

  const facts = await withMendedDocument(bytes, open, readOn, faults);
  if (facts || !state.kept) return facts as FileFacts;
  const { mended } = state.kept;
  const more = await whereItOpens(() => withDocument(mended.bytes, open, (doc, ops) => readOn(doc, ops, mended)));
  if (more.opened && more.value) return more.value;
  return (await withDocument(bytes, open, (doc, ops) => readOn(doc, ops, null))) as FileFacts;

  /** Reads on from where reading has come to; null where it stops, since another document is to go on. */
  async function readOn(doc: PDFDocumentProxy, ops: Ops, mended: Mended | null): Promise<FileFacts | null> {
    if (mended && state.kept && doc.numPages !== state.kept.pageCount) return null;
    const numbers = pagesToRead(doc, options.pages, limits.pages);
    const context = await contextOf(doc, ops, limits);
    for (; state.done < numbers.length; state.done++) {
      const number = numbers[state.done] as number;
      options.onPage?.(state.done, numbers.length, number);
      options.signal?.throwIfAborted();
      const page = await nextPage(doc, number, context, mended);
      if (!page) return null;
      state.kept = null;
      visit(page);
    }
    options.onPage?.(numbers.length, numbers.length, null);
    return {
      pageCount: doc.numPages,
      pureXfa: doc.isPureXfa,
      pagesOver: (options.pages?.length ?? doc.numPages) - numbers.length,
      uncounted: options.pages === undefined && (await hasUncounted(doc, bytes)),
      mended,
      lacksObjects: faults.gone,
      bytes: mended?.bytes ?? bytes,
    };
  }

  /** A page, or the one that was kept where the mended file has no more of it; null where reading stops. */
  async function nextPage(
    doc: PDFDocumentProxy,
    number: number,
    context: DocumentContext,
    mended: Mended | null,
  ): Promise<PageContent | UnreadPage | null> {
    const { kept } = state;
    if (kept && !mended) return kept.page;
    const leftOut = options.leaveOut?.get(number);
    if (leftOut) return leftOut;
    const { value: page, damage } = await readPage(doc, number, context);
    if (kept) return isBetter(page, kept.page) ? page : null;
    if (mended || !state.mayStop || !isTroubled(page)) return page;
    state.mayStop = false;
    const spare = mayHelp(bytes, damage) ? mend(bytes) : null;
    if (!spare) return page;
    state.kept = { page, pageCount: doc.numPages, mended: spare };
    return null;
  }
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

async function contextOf(doc: PDFDocumentProxy, ops: Ops, limits: ReadingLimits): Promise<DocumentContext> {
  return { ops, limits, layers: await layerFilter(doc), hasFields: await hasFormFields(doc), fonts: new Map() };
}

/** Layers (optional content) that the file's default configuration hides are not read. */
export async function layerFilter(doc: PDFDocumentProxy): Promise<(group: unknown) => boolean> {
  const config = await doc.getOptionalContentConfig().catch(() => null);
  return (group) => {
    if (!config || !group) return true;
    try {
      return config.isVisible(group);
    } catch {
      return true;
    }
  };
}

async function hasFormFields(doc: PDFDocumentProxy): Promise<boolean> {
  return (await doc.getFieldObjects().catch(() => null)) !== null;
}

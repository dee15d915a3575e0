import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { EvalxError } from '../errors.js';
import { fileTooLarge, READING_LIMITS, type ReadingLimits, type UnreadPage } from '../limits.js';
import type { DrawnGlyph } from './drawing.js';
import { type FieldValue, fieldGlyphs } from './fields.js';
import { fillEdges } from './fill-edges.js';
import { interpret } from './interpret.js';
import { PageLimitError } from './interpreter.js';
import { IDENTITY, toMatrix } from './matrix.js';
import type { Ops } from './operators.js';
import { type OpenOptions, withDocument } from './pdfjs.js';
import { withDroppedImages } from './pdfjs-images.js';
import { type Mended, mend } from './pdfjs-mend.js';
import { isImplausible, unreadableFonts } from './readable.js';
import type { FontInfo } from './text-pen.js';
import type { PageContent } from './types.js';
import { hasUncounted } from './uncounted.js';
import { visibleGlyphs, visibleRulings } from './visible.js';

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
  /** What was done to open a file that had no trailer. */
  readonly mended: Pick<Mended, 'cut'> | null;
}

/** pdfjs's `AnnotationMode.ENABLE`: annotations are drawn with the page as a viewer prints them. */
const DRAW_ANNOTATIONS = 1;

/**
 * Reads page after page and hands each to `visit`. One page is in memory at a time; the document is closed at the end,
 * also where `visit` throws.
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
  return withMendedDocument(bytes, open, readDocument);

  async function readDocument(doc: PDFDocumentProxy, ops: Ops, mended: Mended | null): Promise<FileFacts> {
    if (!(doc.numPages > 0)) throw new EvalxError('pdf-damaged', 'the PDF says that it has no pages; export it again');
    const wanted = options.pages?.length ?? doc.numPages;
    const numbers =
      options.pages?.slice(0, limits.pages) ??
      Array.from({ length: Math.min(doc.numPages, limits.pages) }, (_, i) => i + 1);
    for (const number of numbers) {
      if (!Number.isInteger(number) || number < 1 || number > doc.numPages) {
        const range = doc.numPages === 1 ? 'only page 1' : `pages 1 to ${doc.numPages}`;
        throw new EvalxError('page-out-of-range', `there is no page ${number}; the file has ${range}`);
      }
    }
    const layers = await layerFilter(doc);
    const hasFields = await hasFormFields(doc);
    const fonts = new Map<string, FontInfo | null>();
    for (const [done, number] of numbers.entries()) {
      options.onPage?.(done, numbers.length, number);
      options.signal?.throwIfAborted();
      const known = options.leaveOut?.get(number);
      visit(known ?? (await readPage(doc, number, { ops, layers, hasFields, fonts, limits })));
    }
    options.onPage?.(numbers.length, numbers.length, null);
    const uncounted = options.pages === undefined && (await hasUncounted(doc, bytes));
    return { pageCount: doc.numPages, pureXfa: doc.isPureXfa, pagesOver: wanted - numbers.length, uncounted, mended };
  }
}

/** Opens a PDF; where that fails, it is put together again and opened once more. */
export async function withMendedDocument<T>(
  bytes: Uint8Array,
  open: OpenOptions,
  use: (doc: PDFDocumentProxy, ops: Ops, mended: Mended | null) => Promise<T>,
): Promise<T> {
  try {
    return await withDocument(bytes, open, (doc, ops) => use(doc, ops, null));
  } catch (error) {
    if (!(error instanceof EvalxError) || error.code !== 'pdf-damaged') throw error;
    const mended = mend(bytes);
    if (!mended) throw error;
    return await withDocument(mended.bytes, open, (doc, ops) => use(doc, ops, mended)).catch((again: unknown) => {
      throw again instanceof EvalxError && again.code === 'pdf-damaged' ? error : again;
    });
  }
}

interface DocumentContext {
  readonly ops: Ops;
  readonly layers: (group: unknown) => boolean;
  readonly hasFields: boolean;
  readonly fonts: Map<string, FontInfo | null>;
  readonly limits: ReadingLimits;
}

async function readPage(
  doc: PDFDocumentProxy,
  number: number,
  context: DocumentContext,
): Promise<PageContent | UnreadPage> {
  let page: PDFPageProxy | undefined;
  try {
    page = await doc.getPage(number);
    return await pageContent(page, context);
  } catch (error) {
    const code = error instanceof PageLimitError ? 'page-over-limit' : 'page-unreadable';
    return { number, code, problem: error instanceof Error ? error.message : String(error) };
  } finally {
    page?.cleanup();
  }
}

async function pageContent(page: PDFPageProxy, context: DocumentContext): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const matrix = toMatrix(viewport.transform) ?? IDENTITY;
  const list = withDroppedImages(await page.getOperatorList({ annotationMode: DRAW_ANNOTATIONS }), context.ops);
  const drawing = interpret(list, context.ops, {
    viewport: matrix,
    page: { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height },
    font: (id) => fontInfo(page, id, context.fonts),
    layerVisible: context.layers,
    limits: context.limits,
  });
  const seen = visibleGlyphs(drawing);
  if (context.hasFields) seen.push(...fieldGlyphs(await fieldValues(page), seen, matrix));
  const unreadable = unreadableFonts(drawing.glyphs);
  const bad = (g: DrawnGlyph): boolean => unreadable.has(g.font) || isImplausible(g.text);
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    glyphs: seen.filter((g) => !bad(g)),
    rulings: visibleRulings(drawing),
    edges: fillEdges(drawing.areas),
    images: drawing.images.map((image) => image.box),
    unreadableGlyphs: seen.filter(bad).length,
  };
}

function fontInfo(page: PDFPageProxy, id: string, cache: Map<string, FontInfo | null>): FontInfo | null {
  const known = cache.get(id);
  if (known !== undefined) return known;
  const font = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
  const info: FontInfo | null = font && {
    vertical: font.vertical === true,
    fontMatrix: toMatrix(font.fontMatrix) ?? [0.001, 0, 0, 0.001, 0, 0],
    defaultVMetrics: font.defaultVMetrics ?? null,
  };
  cache.set(id, info);
  return info;
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

async function fieldValues(page: PDFPageProxy): Promise<FieldValue[]> {
  const annotations: Record<string, unknown>[] = await page.getAnnotations().catch(() => []);
  return annotations.flatMap((a) => {
    const value = Array.isArray(a['fieldValue']) ? a['fieldValue'].join(' ') : a['fieldValue'];
    const isText = a['fieldType'] === 'Tx' || a['fieldType'] === 'Ch';
    if (a['subtype'] !== 'Widget' || !isText || a['hidden'] === true || typeof value !== 'string') return [];
    return [{ id: String(a['id']), value, rect: a['rect'] as number[], multiLine: a['multiLine'] === true }];
  });
}

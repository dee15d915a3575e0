import type { Diagnostic } from '../contract/document.js';
import type { PageLayout } from '../layout/layout-types.js';
import { layoutPage, type PageStages } from '../layout/page.js';
import type { ReadingLimits, UnreadPage } from '../limits.js';
import type { OcrEngineChoice, OcrMode } from '../ocr/options.js';
import { preloadPdfjs } from '../reader/pdfjs/document.js';
import { readPdf } from '../reader/read.js';
import type { PageContent } from '../reader/reader-types.js';
import {
  type Broken,
  brokenPages,
  DAMAGED,
  LACKING,
  lackingText,
  mended,
  pagesOver,
  uncounted,
  unreadText,
  XFA,
} from './diagnostics.js';
import { type Need, needOf } from './needs-picture.js';
import type { Scan } from './scanned-pages.js';

/** Options of everything that reads a PDF. */
export interface ReadingOptions {
  readonly password?: string;
  /** 1-based pages to read; default all. */
  readonly pages?: readonly number[];
  /** Which pages are read from their picture; default `auto`. */
  readonly ocr?: OcrMode;
  /** Default: the best one that is installed. */
  readonly ocrEngine?: OcrEngineChoice;
  /**
   * Called before each page, with how many are done and its number, and with null when all are read; `isPicture` where
   * its picture is read, which takes seconds.
   */
  readonly onPage?: (done: number, of: number, next: number | null, isPicture?: boolean) => void;
  /** Stops the work between two pages: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** What the file may cost; default {@link READING_LIMITS}. A page over a limit is left out, with a diagnostic. */
  readonly limits?: Partial<ReadingLimits>;
  /** Pages that are not to be read, and what is to be said of each. */
  readonly leaveOut?: ReadonlyMap<number, UnreadPage>;
}

/** The pages of a PDF, rebuilt, and what is to be said of those that were not read in whole. */
export interface Pages {
  readonly pageCount: number;
  readonly layouts: readonly PageLayout[];
  readonly diagnostics: readonly Diagnostic[];
  /** The pages of which text was recognised from a picture. */
  readonly scans: readonly Scan[];
}

/** Loads what reading a PDF needs, ahead of the first one. */
export const preloadReader = (): Promise<void> => preloadPdfjs();

/** Reads page after page and rebuilds its tables; `see` may look at what a page draws and at every stage. */
export async function readPages(
  bytes: Uint8Array,
  options: ReadingOptions,
  see?: (page: PageContent, stages: PageStages) => void,
): Promise<Pages> {
  const layouts: PageLayout[] = [];
  const diagnostics: Diagnostic[] = [];
  const broken: Broken[] = [];
  const pictured = new Map<number, { content: PageContent; need: Need }>();
  const rebuild = (page: PageContent): void => {
    const stages = layoutOf(page);
    if ('problem' in stages) return void broken.push(stages);
    layouts.push(stages.layout);
    see?.(page, stages);
  };
  const facts = await readPdf(bytes, options, (page) => {
    if ('problem' in page) return void broken.push(page);
    if (page.isDamaged) broken.push({ number: page.number, code: 'page-unreadable', problem: DAMAGED, isPartly: true });
    if (page.lacksText) diagnostics.push(lackingText(page.number));
    const need = needOf(page, options.ocr ?? 'auto');
    if (need !== null && options.ocr !== 'never') return void pictured.set(page.number, { content: page, need });
    diagnostics.push(...unreadText(page, need));
    rebuild(page);
  });
  const scans = pictured.size === 0 ? [] : await readPictured(facts.bytes, pictured, options);
  for (const { content, diagnostics: said } of scans) {
    diagnostics.push(...said);
    rebuild(content);
  }
  layouts.sort((a, b) => a.page - b.page);
  diagnostics.push(...brokenPages(broken));
  if (facts.pagesOver > 0) diagnostics.push(pagesOver(facts.pagesOver));
  if (facts.uncounted) diagnostics.push(uncounted(facts.pageCount));
  if (facts.lacksObjects) diagnostics.push(LACKING);
  else if (facts.mended) diagnostics.push(mended(facts.mended.cut));
  if (facts.pureXfa) diagnostics.push(XFA);
  diagnostics.sort((a, b) => (a.page ?? Number.POSITIVE_INFINITY) - (b.page ?? Number.POSITIVE_INFINITY));
  return {
    pageCount: facts.pageCount,
    layouts,
    diagnostics,
    scans: scans.filter((scan) => scan.recognised.length > 0),
  };
}

/** Reads what is to be read from pictures. What that takes is loaded where there is such a page. */
async function readPictured(
  bytes: Uint8Array,
  pages: ReadonlyMap<number, { readonly content: PageContent; readonly need: Need }>,
  { password, limits, signal, ocrEngine, onPage }: ReadingOptions,
): Promise<Scan[]> {
  const { readScans } = await import('./scanned-pages.js');
  const scans: Scan[] = [];
  const options = {
    ...(password === undefined ? {} : { password }),
    ...(limits === undefined ? {} : { limits }),
    ...(signal === undefined ? {} : { signal }),
    ...(ocrEngine === undefined ? {} : { engine: ocrEngine }),
    onPage: (number: number) => onPage?.(scans.length, pages.size, number, true),
  };
  await readScans(bytes, pages, options, (scan) => scans.push(scan));
  onPage?.(scans.length, pages.size, null);
  return scans;
}

/** A mistake of ours on one page costs that page, not the file. */
function layoutOf(page: PageContent): PageStages | UnreadPage {
  try {
    return layoutPage(page);
  } catch (error) {
    const problem = `evalx failed on it: ${error instanceof Error ? error.message : error}; please report the file`;
    return { number: page.number, code: 'page-unreadable', problem };
  }
}

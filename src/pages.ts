import type { Diagnostic } from './contract/document.js';
import { layoutPage, type PageStages } from './layout/page.js';
import type { PageLayout } from './layout/types.js';
import type { ReadingLimits, UnreadPage } from './limits.js';
import { preloadPdfjs } from './reader/pdfjs.js';
import { readPdf } from './reader/read.js';
import type { PageContent } from './reader/types.js';

/** Options of everything that reads a PDF. */
export interface ReadingOptions {
  readonly password?: string;
  /** 1-based pages to read; default all. */
  readonly pages?: readonly number[];
  /** Called before each page, with how many are done and its number, and with null when all are read. */
  readonly onPage?: (done: number, of: number, next: number | null) => void;
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
  const broken: UnreadPage[] = [];
  const facts = await readPdf(bytes, options, (page) => {
    if ('problem' in page) broken.push(page);
    else {
      const stages = layoutOf(page);
      if ('problem' in stages) return void broken.push(stages);
      diagnostics.push(...pageDiagnostics(page));
      layouts.push(stages.layout);
      see?.(page, stages);
    }
  });
  diagnostics.push(...brokenPages(broken));
  if (facts.pagesOver > 0) diagnostics.push(pagesOver(facts.pagesOver));
  if (facts.uncounted) diagnostics.push(uncounted(facts.pageCount));
  if (facts.mended) diagnostics.push(mended(facts.mended.cut));
  if (facts.pureXfa) diagnostics.push(XFA);
  diagnostics.sort((a, b) => (a.page ?? Number.POSITIVE_INFINITY) - (b.page ?? Number.POSITIVE_INFINITY));
  return { pageCount: facts.pageCount, layouts, diagnostics };
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

/** An image that covers this part of a page without text is a scan. */
const SCAN_COVERAGE = 0.3;
/** Where more than this part of the glyphs cannot be read, the page counts as unread. */
const MAX_UNREADABLE = 0.2;

function pageDiagnostics(page: PageContent): Diagnostic[] {
  const ink = page.glyphs.filter((glyph) => glyph.text.trim() !== '').length;
  const unreadable = page.unreadableGlyphs;
  if (unreadable > 0) {
    const lost = unreadable > MAX_UNREADABLE * (ink + unreadable);
    const message = lost
      ? 'text is drawn in a font without Unicode values and cannot be read; print the original to PDF again, or use OCR'
      : `${unreadable} characters have no Unicode value and are missing from the text`;
    return [{ code: 'text-unreadable', severity: lost ? 'error' : 'warning', message, page: page.number }];
  }
  const area = page.width * page.height;
  const covered = page.images.reduce((sum, b) => sum + (b.x1 - b.x0) * (b.y1 - b.y0), 0);
  if (ink === 0 && covered > SCAN_COVERAGE * area) {
    const message = 'the page is a picture without a text layer; run OCR on the PDF first (for example ocrmypdf)';
    return [{ code: 'page-without-text', severity: 'error', message, page: page.number }];
  }
  return [];
}

/** One diagnostic for each run of pages that cannot be read for the same reason: there may be thousands. */
function brokenPages(broken: readonly UnreadPage[]): Diagnostic[] {
  const runs: { first: UnreadPage; last: number }[] = [];
  for (const page of broken) {
    const run = runs.at(-1);
    const goesOn = run?.last === page.number - 1 && run.first.problem === page.problem;
    if (run && goesOn) run.last = page.number;
    else runs.push({ first: page, last: page.number });
  }
  return runs.map(({ first: { number, code, problem }, last }) => {
    const what = last === number ? 'the page' : `each of the pages ${number} to ${last}`;
    const message =
      code === 'page-over-limit'
        ? `${what} was left out: ${problem}`
        : `${what} cannot be read (${problem}); export the PDF again`;
    return { code, severity: 'error', message, page: number };
  });
}

const pagesOver = (count: number): Diagnostic => ({
  code: 'too-many-pages',
  severity: 'error',
  message: `the last ${count} pages were not read, which is over the limit; --max-pages allows more, --pages chooses some`,
  page: null,
});

const uncounted = (count: number): Diagnostic => ({
  code: 'pages-uncounted',
  severity: 'error',
  message: `the file counts ${count === 1 ? 'one page' : `${count} pages`} but has more, which were not read; export it again`,
  page: null,
});

const mended = (cut: boolean): Diagnostic => ({
  code: 'file-mended',
  severity: cut ? 'error' : 'warning',
  message: cut
    ? 'the end of the file is missing: what is left was read, and something may be lacking; download it again'
    : 'the file has no trailer and was put together again; look whether something is lacking',
  page: null,
});

const XFA: Diagnostic = {
  code: 'xfa-form',
  severity: 'error',
  message: 'the file is an XFA form, whose content is not in its pages; print it to PDF with Adobe Reader first',
  page: null,
};
